"""Look at files without a workspace: what is in them, and a copy with every face covered. Nothing is stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from app.domain.consent import PlatformId
from app.domain.detection import Findings, RegionId, RegionKind
from app.domain.errors import BugError, KnownError, PhotoUnreadableError, VerificationError
from app.domain.geometry import Box, head_around
from app.domain.photo import PhotoId, RgbImage
from app.domain.ports import DecodedPhoto
from app.domain.treatment import Decision, Outcome, Reason, RegionDecision, Treatment
from app.redaction.rendering import Rendered, render
from app.redaction.selfcheck import check_rendition
from app.storage.writing import write_whole
from app.workflow.workspace import EVERYTHING, Tools

MAX_FILE_BYTES = 200_000_000
_PHOTO_ENDINGS = {".jpg", ".jpeg", ".png", ".heic", ".heif", ".webp", ".tif", ".tiff", ".mpo"}
_ROUNDS = 3
"""How often a face that the self-check still finds is covered too before the photo is refused."""


@dataclass(frozen=True, slots=True)
class LookOutcome:
    """What was found in one file, or why it could not be looked at."""

    path: Path
    findings: Findings | None = None
    problem: KnownError | None = None

    @property
    def found(self) -> Findings:
        """The findings of a file without a problem.

        Raises:
            BugError: there was a problem; it should have been looked at first.
        """
        if self.findings is None:
            raise BugError("a refused file has no findings")
        return self.findings


@dataclass(frozen=True, slots=True)
class CoverOutcome:
    """The covered copy of one file (boxes in its own pixels), or why there is none."""

    path: Path
    output: Path | None = None
    covered: tuple[Box, ...] = ()
    problem: KnownError | None = None


def photo_paths(paths: Iterable[Path]) -> list[Path]:
    """Files as named, folders as the photos inside them, in a stable order."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (p for p in path.rglob("*") if p.suffix.lower() in _PHOTO_ENDINGS and p.is_file())
            found.extend(sorted(inside))
        else:
            found.append(path)
    return found


def detect_files(tools: Tools, paths: Sequence[Path], *, only: frozenset[str] = EVERYTHING) -> Iterator[LookOutcome]:
    """Look at each file; the next one is decoded while the engines look at this one."""
    for path, decoded in _decoded(tools, paths):
        if isinstance(decoded, KnownError):
            yield LookOutcome(path, problem=decoded)
            continue
        try:
            yield LookOutcome(path, findings=tools.engines.analyse(decoded.pixels, only=only))
        except KnownError as problem:
            yield LookOutcome(path, problem=problem)


def cover_files(
    tools: Tools, paths: Sequence[Path], folder: Path, *, max_edge_px: int, max_bytes: int
) -> Iterator[CoverOutcome]:
    """Write a JPEG of each file with every face covered and no metadata, checked again before it is kept.

    Raises:
        VerificationError: nothing; a copy that fails its check becomes an outcome with a problem and is not written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for path, decoded in _decoded(tools, paths):
        if isinstance(decoded, KnownError):
            yield CoverOutcome(path, problem=decoded)
            continue
        try:
            rendered = _covered_until_clean(tools, decoded.pixels, max_edge_px=max_edge_px, max_bytes=max_bytes)
            yield CoverOutcome(path, output=_write(rendered.data, folder, path.stem), covered=rendered.covered)
        except KnownError as problem:
            yield CoverOutcome(path, problem=problem)


def _decoded(tools: Tools, paths: Sequence[Path]) -> Iterator[tuple[Path, DecodedPhoto | KnownError]]:
    def decode(path: Path) -> DecodedPhoto | KnownError:
        try:
            return tools.decoder.decode(read_file(path))
        except KnownError as problem:
            return problem

    with ThreadPoolExecutor(max_workers=1) as ahead:
        waiting: Future[DecodedPhoto | KnownError] | None = None
        for index, path in enumerate(paths):
            current = waiting or ahead.submit(decode, path)
            waiting = None
            result = current.result()
            if index + 1 < len(paths):
                waiting = ahead.submit(decode, paths[index + 1])
            yield path, result


def read_file(path: Path) -> bytes:
    """The bytes of a photo file.

    Raises:
        PhotoUnreadableError: it is not there, may not be read, or is larger than any photo.
    """
    try:
        if not path.is_file():
            raise PhotoUnreadableError(f"There is no file {path}.", remedy="Check the name.", code="missing")
        if path.stat().st_size > MAX_FILE_BYTES:
            raise PhotoUnreadableError(f"{path.name} is too large to be a photo.", code="too-many-bytes")
        return path.read_bytes()
    except OSError as error:
        raise PhotoUnreadableError(f"{path.name} cannot be read: {error.strerror}.", code="unreadable") from error


def cover_everything(findings: Findings, faces: Sequence[Box]) -> Decision:
    """A decision that covers every face and what may be a person: what holds when nobody has been named."""
    people = [*((box, RegionKind.FACE) for box in faces), *((hint.box, RegionKind.HINT) for hint in findings.hints)]
    regions = tuple(
        RegionDecision(
            region_id=RegionId(f"face-{number}"),
            kind=kind,
            box=box,
            cover_box=head_around(box).clipped(findings.width, findings.height) or box,
            treatment=Treatment.COVER,
            reason=Reason.UNNAMED if kind is RegionKind.FACE else Reason.MAYBE_A_PERSON,
            clause="002-18",
        )
        for number, (box, kind) in enumerate(people, start=1)
    )
    return Decision(PhotoId("file"), PlatformId("file"), Outcome.COVERED if regions else Outcome.CLEAR, regions)


def _covered_until_clean(tools: Tools, pixels: RgbImage, *, max_edge_px: int, max_bytes: int) -> Rendered:
    findings = tools.engines.analyse(pixels, only=frozenset({"faces"}))
    faces = [f.box for f in findings.faces]
    problems: tuple[str, ...] = ()
    for _ in range(_ROUNDS):
        decision = cover_everything(findings, faces)
        rendered = render(pixels, decision, max_edge_px=max_edge_px, max_bytes=max_bytes)
        check = check_rendition(
            rendered.data,
            covered=rendered.covered,
            shown=(),
            faces=tools.engines.faces,
            texts=None,
            decoder=tools.decoder,
        )
        if not check.problems and not check.new_faces:
            return rendered
        problems = check.problems
        faces += [
            box.scaled(findings.width / rendered.width, findings.height / rendered.height) for box in check.new_faces
        ]
    raise VerificationError(
        "A face could still be found after covering.",
        remedy="Look at this photo in the window and cover it by hand. " + " ".join(problems),
        code="still-found",
    )


def _write(data: bytes, folder: Path, stem: str) -> Path:
    target = folder / f"{stem}.jpg"
    number = 2
    while target.exists():
        target = folder / f"{stem}-{number}.jpg"
        number += 1
    write_whole(target, data)
    return target
