"""A tiny face network and its pack, written byte by byte: the mean colour of each quarter of the face."""

from __future__ import annotations

import hashlib
from pathlib import Path

_INT, _INTS = 2, 7


def _number(value: int) -> bytes:
    found = bytearray()
    while value > 127:
        found.append(value & 127 | 128)
        value >>= 7
    return bytes([*found, value])


def _whole(field: int, value: int) -> bytes:
    return _number(field << 3) + _number(value)


def _part(field: int, data: bytes | str) -> bytes:
    raw = data.encode() if isinstance(data, str) else data
    return _number(field << 3 | 2) + _number(len(raw)) + raw


def _attribute(name: str, value: int | list[int]) -> bytes:
    if isinstance(value, int):
        return _part(5, _part(1, name) + _whole(3, value) + _whole(20, _INT))
    return _part(5, _part(1, name) + b"".join(_whole(8, one) for one in value) + _whole(20, _INTS))


def _node(kind: str, given: str, made: str, *attributes: bytes) -> bytes:
    return _part(1, _part(1, given) + _part(2, made) + _part(4, kind) + b"".join(attributes))


def _value(field: int, name: str, sizes: list[int]) -> bytes:
    shape = b"".join(_part(1, _whole(1, size)) for size in sizes)
    return _part(field, _part(1, name) + _part(2, _part(1, _whole(1, 1) + _part(2, shape))))


def quarters_network(edge: int = 112) -> bytes:
    """An ONNX file: (1, 3, edge, edge) in, 12 numbers out."""
    half = [edge // 2, edge // 2]
    pool = _node("AveragePool", "face", "means", _attribute("kernel_shape", half), _attribute("strides", half))
    flat = _node("Flatten", "means", "vector", _attribute("axis", 1))
    ends = _value(11, "face", [1, 3, edge, edge]) + _value(12, "vector", [1, 12])
    graph = pool + flat + _part(2, "quarters") + ends
    return _whole(1, 8) + _part(7, graph) + _part(8, _part(1, "") + _whole(2, 13))


def write_pack(folder: Path, network: bytes | None = None, **changes: str | None) -> Path:
    """A whole pack; `changes` replace lines of `pack.toml` by their key, None leaves one out."""
    data = quarters_network() if network is None else network
    folder.mkdir(exist_ok=True)
    (folder / "quarters.onnx").write_bytes(data)
    (folder / "LICENCE.txt").write_text("Free to use in tests.")
    lines: dict[str, str | None] = {
        "name": '"Quarters"',
        "file": '"quarters.onnx"',
        "sha256": f'"{hashlib.sha256(data).hexdigest()}"',
        "licence": '"LICENCE.txt"',
        "colours": '"rgb"',
        "mean": "127.5",
        "scale": "0.0078125",
        "thresholds": '"unmeasured"',
    } | changes
    written = "\n".join(f"{key} = {value}" for key, value in lines.items() if value is not None)
    (folder / "pack.toml").write_text(written)
    return folder
