"""Files by which IT settles things for a PC."""

from __future__ import annotations

from pathlib import Path


def settle(folder: Path, text: str) -> Path:
    """Write such a file, which only its owner may write."""
    file = folder / "policy.toml"
    file.write_text(text, encoding="utf-8")
    file.chmod(0o644)
    return file
