"""What a picture asks a person before it goes out: purpose, dress, distress, and a child alone without a reason."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from app.domain.consent import PlatformId
from app.domain.detection import RegionKind
from app.domain.geometry import Box
from app.domain.post import Asked, PostPicture, Suitability
from app.domain.treatment import Decision, Outcome, Reason, Treatment

_MUCH = 0.4
"""From this part of the picture's height on a face is a close-up: those who misuse pictures look for them."""
CODE = "suitability"
"""Of the findings that wait for the Headteacher or the safeguarding lead."""

_SAID = {
    Suitability.SPORTS_KIT: "is marked as showing children in sports kit. Let the activity be seen, not the body",
    Suitability.SWIMWEAR: "is marked as showing swimwear. Only shoulders up, a group or the activity itself may stand",
    Suitability.INJURY: "is marked as telling of somebody’s health. That is nobody else’s business",
    Suitability.DISTRESS: "is marked as showing somebody in distress",
}


def marks_of(picture: PostPicture, elsewhere: Collection[Suitability]) -> tuple[Suitability, ...]:
    """What was seen in it, here and in any other post: what somebody saw once stays."""
    seen = {mark for mark in (picture.suitability, *elsewhere) if mark is not None and mark is not Suitability.FINE}
    return tuple(sorted(seen))


def suitability_words(called: str, mark: Suitability) -> tuple[str, bool, Asked | None]:
    """What is said of a mark, whether nobody can let it stand, and whose reason lets it stand."""
    name = called.capitalize()
    if mark is Suitability.UNDRESS:
        return f"{name} is marked as showing undress or changing: leave it out.", True, None
    why = "The Headteacher or the safeguarding lead has to say why it may go out."
    return f"{name} {_SAID[mark]}. {why}", False, Asked.APPROVER


def prompts(called: str, picture: PostPicture, decisions: Collection[Decision]) -> Iterator[tuple[str, str]]:
    """What the author should look at: a check's code with its sentence."""
    out = [decision for decision in decisions if decision.outcome is not Outcome.WITHHELD]
    if picture.suitability is None and any(decision.shown for decision in out):
        words = f"Look at {called}: what is it for, is everybody dressed for it, is anybody hurt or unhappy? Say so."
        yield "suitability-open", words
    if any(_shows_one_alone(decision) for decision in out):
        words = f"{called.capitalize()} shows one person alone. Is it clear why, or would a group do?"
        yield "lone-child", words


def close_up(picture: PostPicture, decision: Decision, platform_id: PlatformId, size: tuple[int, int]) -> bool:
    """Whether a face that is shown fills much of what the platform shows of a photo of this width and height."""
    width, height = size
    frame = picture.crop_for(platform_id) or Box(0, 0, width, height)
    if decision.outcome is Outcome.WITHHELD:
        return False
    faces = [r.box for r in decision.shown if r.kind is RegionKind.FACE and frame.intersection(r.box)]
    return any(face.height >= _MUCH * frame.height for face in faces)


def _shows_one_alone(decision: Decision) -> bool:
    faces = [r for r in decision.regions if r.kind is RegionKind.FACE and r.reason is not Reason.NOT_A_FACE]
    return len(faces) == 1 and faces[0].treatment is not Treatment.COVER
