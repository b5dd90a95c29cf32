"""dlib's face network (a 29-layer ResNet, 128 numbers per face) rebuilt for OpenVINO from the weights file.

It gives the vectors of `face_recognition`, whose network this is, some ten times as fast: batches, threads and the
processor's own instructions are OpenVINO's work. Building takes part of a second; the finished graph is kept in the
user's cache folder under the digest of the weights, with a digest of its own, and built anew when that does not fit.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import numpy as np
import openvino  # type: ignore[import-untyped]
import openvino.opset13 as ops  # type: ignore[import-untyped]
from numpy.typing import NDArray

from app.analysis.engines.dlib_weights import (
    BLOCKS,
    DIMENSIONS,
    INPUT_PX,
    Convolution,
    FaceWeights,
    read_weights,
)
from app.domain.errors import EngineUnavailableError

_MEANS = (122.782, 117.001, 104.298)
"""Red, green and blue of dlib's `input_rgb_image_sized`, which then divides by 256."""
_GRAPH_VERSION = 1
BATCH = 32


class FaceNetwork:
    """Runs the network on face chips.

    Args:
        weights: the pinned file; its content is read only when no finished graph is kept.
        digest: of the weights, as checked by the caller.
        cache: where a finished graph is kept; None keeps none.

    Raises:
        EngineUnavailableError: the weights cannot be read, or this processor cannot run the network.
    """

    def __init__(self, weights: Path, digest: str, *, cache: Path | None) -> None:
        kept = None if cache is None else cache / f"face-network-{digest[:16]}-{_GRAPH_VERSION}.xml"
        try:
            model = _kept_model(kept) or _built_and_kept(weights, kept)
            options = {"INFERENCE_PRECISION_HINT": "f32", "PERFORMANCE_HINT": "THROUGHPUT", "NUM_STREAMS": "1"}
            self._request = openvino.Core().compile_model(model, "CPU", options).create_infer_request()
        except (RuntimeError, OSError) as error:
            raise EngineUnavailableError("The part that compares faces cannot run on this PC.") from error

    def run(self, chips: NDArray[np.uint8]) -> NDArray[np.float32]:
        """One vector per chip.

        Args:
            chips: uint8, (n, 150, 150, 3), RGB, upright faces as dlib cuts them (padding 0.25).

        Returns:
            float32, (n, 128).

        Raises:
            EngineUnavailableError: the network failed.
        """
        vectors = np.empty((len(chips), DIMENSIONS), np.float32)
        try:
            for start in range(0, len(chips), BATCH):
                part = chips[start : start + BATCH]
                vectors[start : start + BATCH] = self._request.infer([part])[0]
        except RuntimeError as error:
            raise EngineUnavailableError("The part that compares faces failed.", remedy="Try again.") from error
        return vectors


def build_graph(weights: FaceWeights) -> Any:
    """The network as an OpenVINO model: uint8 chips (n, 150, 150, 3) in, float32 vectors (n, 128) out."""
    chips = ops.parameter([-1, INPUT_PX, INPUT_PX, 3], np.uint8, name="chips")
    upright = ops.transpose(ops.convert(chips, "f32"), np.array([0, 3, 1, 2]))
    means = np.array(_MEANS, np.float32).reshape(1, 3, 1, 1)
    node = ops.multiply(ops.subtract(upright, means), np.float32(1 / 256))
    node = ops.relu(_convolve(node, weights.first, stride=2, padding=0))
    node = ops.max_pool(node, [2, 2], [1, 1], [0, 0], [0, 0], [3, 3], "floor").output(0)
    for block, pair in zip(BLOCKS, weights.pairs, strict=True):
        node = _residual(node, pair, halves=block.halves)
    average = ops.reduce_mean(node, np.array([2, 3]), keep_dims=False)
    return openvino.Model([ops.matmul(average, weights.matrix, False, False)], [chips], "face network")


def _residual(node: Any, pair: tuple[Convolution, Convolution], *, halves: bool) -> Any:
    inner = ops.relu(_convolve(node, pair[0], stride=2 if halves else 1, padding=0 if halves else 1))
    inner = _convolve(inner, pair[1], stride=1, padding=1)
    beside = ops.avg_pool(node, [2, 2], [0, 0], [0, 0], [2, 2], True, "floor") if halves else node
    # Where the two differ in size or filters, dlib adds them as if the smaller went on with zeros.
    largest = [max(sizes) for sizes in zip(_sizes(inner), _sizes(beside), strict=True)]
    return ops.relu(ops.add(_widened(inner, largest), _widened(beside, largest)))


def _convolve(node: Any, layer: Convolution, *, stride: int, padding: int) -> Any:
    edge = [padding, padding]
    convolved = ops.convolution(node, layer.filters, [stride, stride], edge, edge, [1, 1])
    return ops.add(convolved, layer.offsets.reshape(1, -1, 1, 1))


def _sizes(node: Any) -> list[int]:
    """Filters, rows and columns."""
    shape = node.get_output_partial_shape(0) if hasattr(node, "get_output_partial_shape") else node.get_partial_shape()
    return [shape[axis].get_length() for axis in (1, 2, 3)]


def _widened(node: Any, sizes: list[int]) -> Any:
    more = [0, *(wanted - there for wanted, there in zip(sizes, _sizes(node), strict=True))]
    return ops.pad(node, [0, 0, 0, 0], more, "constant", np.float32(0)) if any(more) else node


def _kept_model(path: Path | None) -> Any:
    """The graph as kept, or None when there is none or any byte of it is not what was kept."""
    if path is None:
        return None
    try:
        if path.with_suffix(".sha256").read_text("ascii") != _digest_of(path):
            return None
        return openvino.Core().read_model(str(path))
    except (OSError, ValueError, RuntimeError):
        return None


def _built_and_kept(weights: Path, path: Path | None) -> Any:
    model = build_graph(read_weights(weights.read_bytes()))
    if path is not None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            openvino.save_model(model, str(path), compress_to_fp16=False)
            path.with_suffix(".sha256").write_text(_digest_of(path), "ascii")
        except (OSError, RuntimeError):
            return model  # a full disk or a read-only profile only costs the time of building
    return model


def _digest_of(path: Path) -> str:
    found = hashlib.sha256(path.read_bytes())
    found.update(path.with_suffix(".bin").read_bytes())
    return found.hexdigest()
