"""The uniforms a school registered, and a warning where somebody in a photo seems to wear another one.

A visitor's uniform covers nobody and clears nobody: whoever is not named stays covered anyway. It tells the reviewer
that somebody here may be of another school, where our register says nothing of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.clothing import MOST_COLOURS, Dress, Uniform, UniformTag, dresses_in, is_colour
from app.domain.detection import PhotoFacts, RegionId, RegionKind, Verdict
from app.domain.errors import RegisterError
from app.domain.people import Action, Actor
from app.workflow.workspace import Workspace
from consent_db import audit, settings, users

MOST_UNIFORMS = 8
_KEY = "uniforms"


@dataclass(frozen=True, slots=True)
class UniformWarning:
    """A face of a photo whose clothes look like another school's; `words` is a sentence for the reviewer."""

    region_id: RegionId
    dress: Dress
    words: str


def known_uniforms(workspace: Workspace) -> tuple[Uniform, ...]:
    """The registered uniforms, the school's own first."""
    with workspace.database.read() as connection:
        kept = settings.get(connection, _KEY, [])
    found = [Uniform(entry["name"], entry["is_own"], tuple(entry["colours"])) for entry in kept]
    return tuple(sorted(found, key=lambda u: (not u.is_own, u.name.casefold())))


def settle_uniforms(workspace: Workspace, actor: Actor, uniforms: Sequence[Uniform]) -> None:
    """Register these uniforms in place of those known before; photos looked at already are judged by them at once.

    Raises:
        NotAllowedError: this person may not change the school's rules.
        RegisterError: too many, a name missing or used twice, or colours missing or no colours.
    """
    actor.require(Action.SETTLE_RULES)
    settled = [Uniform(" ".join(u.name.split()), u.is_own, tuple(dict.fromkeys(u.colours))) for u in uniforms]
    _require_sensible(settled)
    with workspace.database.transaction() as connection:
        users.require_current(connection, actor, workspace.clock.today())
        kept = [{"name": u.name, "is_own": u.is_own, "colours": list(u.colours)} for u in settled]
        settings.put(connection, _KEY, kept, by=actor.user_id)
        audit.append(
            connection, actor.user_id, "rule-settled", details={"key": _KEY, "uniforms": len(settled)}
        )  # fmt: skip


def uniform_warnings(workspace: Workspace, facts: PhotoFacts) -> tuple[UniformWarning, ...]:
    """The faces of a photo that may be of another school, in the order they were found; none without our own uniform.

    Faces somebody called none, or a stranger's, are left out: a person looked already.
    """
    faces = [r for r in facts.regions if r.kind is RegionKind.FACE and not r.removed]
    dresses = dresses_in([face.clothes for face in faces], known_uniforms(workspace))
    return tuple(
        UniformWarning(face.id, dress, _words(dress))
        for face, dress in zip(faces, dresses, strict=True)
        if dress.tag is UniformTag.OTHER_UNIFORM and face.verdict in (Verdict.UNNAMED, Verdict.NAMED)
    )


def main_colours(workspace: Workspace, picture: bytes) -> tuple[str, ...]:
    """The colours a picture of a garment is made of, largest first, each ``#rrggbb``: to choose the uniform's from.

    Raises:
        PhotoUnreadableError: the file is no picture.
    """
    from app.analysis.clothing import main_colours as colours_of

    return colours_of(workspace.decoder.decode(picture, max_edge_px=512).pixels)


def _words(dress: Dress) -> str:
    if dress.uniform:
        return f"Perhaps the uniform of {dress.uniform}: is this a pupil of ours?"
    return "Several people wear this colour and it is not our uniform: is this a pupil of ours?"


def _require_sensible(uniforms: Sequence[Uniform]) -> None:
    if len(uniforms) > MOST_UNIFORMS:
        raise RegisterError(
            f"Register up to {MOST_UNIFORMS} uniforms.", remedy="Remove one that is not needed.", code="uniforms"
        )
    names = [uniform.name.casefold() for uniform in uniforms]
    if any(not 2 <= len(name) <= 80 for name in names) or len(set(names)) < len(names):
        raise RegisterError(
            "Every uniform needs a name of its own.",
            remedy="For example “Our uniform” or “Brook Academy”.",
            code="name",
        )
    if any(not 1 <= len(u.colours) <= MOST_COLOURS or not all(map(is_colour, u.colours)) for u in uniforms):
        raise RegisterError(
            f"A uniform needs one to {MOST_COLOURS} colours.", remedy="Choose its main colours.", code="colours"
        )
