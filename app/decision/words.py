"""Say a decision in plain English, for screens, the terminal and findings.

Whoever may not see the register's reasons reads a hold in the very words of a plain no.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.consent import Platform, RegisterSnapshot
from app.domain.days import day_in_words
from app.domain.treatment import Decision, Outcome, Reason, RegionDecision
from app.policy.pack import PolicyPack

_ABOUT_PERSON = {
    Reason.CONSENT_YES: "may be shown on {platform}",
    Reason.CONSENT_NO: "no for {platform}",
    Reason.CONSENT_WITHDRAWN: "no for {platform}",
    Reason.CONSENT_EXPIRED: "the yes for {platform} has run out",
    Reason.CONSENT_NOT_ASKED: "no answer for {platform}",
    Reason.CONSENT_TO_CONFIRM: "the yes for {platform} still has to be confirmed",
    Reason.CONSENT_ASK_PUPIL: "is old enough to be asked about {platform} and was not yet",
    Reason.HELD: "no for {platform}",
    Reason.LEFT_SCHOOL: "has left the school",
    Reason.ASKED_NOT_TO_APPEAR: "asked not to appear in this photo",
    Reason.ADULT_PERMISSION: "gave permission for {platform}",
    Reason.ADULT_NO_PERMISSION: "no written permission for {platform}",
    Reason.UNKNOWN_PERSON: "not in the register any more",
    Reason.NAMED_TWICE: "named on two faces in this photo, so one of them is wrong",
    Reason.COVERED_BY_HAND: "covered by hand",
    Reason.EVERY_PUPIL_COVERED: "every pupil is covered by the school's policy",
    Reason.REGISTER_TOO_OLD: "the consents are too old to rely on",
    Reason.NAME_WITHOUT_CONSENT: "the name may not be shown on {platform}",
    Reason.NAME_CONSENT: "the first name may be shown on {platform}",
    Reason.FULL_NAME: "the surname may not be shown",
}
_ABOUT_PLACE = {
    Reason.UNNAMED: "Not named yet, so covered.",
    Reason.MAYBE_A_PERSON: "Perhaps a person, so covered.",
    Reason.STRANGER: "Somebody we do not know, so covered.",
    Reason.COVERED_BY_HAND: "Covered by hand.",
    Reason.NOT_A_FACE: "Somebody looked: this is not a face.",
    Reason.REGISTER_TOO_OLD: "The consents are too old to rely on, so covered.",
    Reason.NAME_WITHOUT_CONSENT: "A name that may not be shown.",
    Reason.PERSONAL_DETAILS: "Personal details never go out.",
    Reason.CERTIFICATE: "A certificate goes out blank.",
    Reason.HARMLESS_TEXT: "Says nothing about anybody.",
    Reason.MARK_PERMISSION: "A crest or brand with written permission for {platform}.",
    Reason.MARK_WITHOUT_PERMISSION: "A crest or brand without written permission for {platform}.",
    Reason.NOT_A_MARK: "Somebody looked: this is no crest and no brand.",
    Reason.NOT_ANALYSED: "The photo was not looked at completely yet.",
    Reason.ASKED_NOT_TO_APPEAR: "Somebody asked not to appear in this photo.",
    Reason.HELD: "Somebody in it may not be shown on {platform}.",
}
_DATED = frozenset({Reason.CONSENT_NO, Reason.CONSENT_WITHDRAWN, Reason.CONSENT_EXPIRED})


def explain_region(
    region: RegionDecision, *, snapshot: RegisterSnapshot, platform: Platform, sees_register: bool = False
) -> str:
    """One sentence on one place in a photo, for example ``Caitlin Price: no answer for Facebook.``

    Whoever `sees_register` also reads the day a no was recorded. Nobody reads here that it was a hold.
    """
    person = snapshot.people.get(region.person_id) if region.person_id else None
    about = _ABOUT_PERSON.get(region.reason)
    if person is None or about is None:
        return _ABOUT_PLACE.get(region.reason, "Not known, so covered.").format(platform=platform.name)
    words = f"{person.name}: {about.format(platform=platform.name)}"
    recorded = _recorded_on(region, snapshot) if sees_register and region.reason in _DATED else None
    return f"{words} (recorded {day_in_words(recorded)})." if recorded else f"{words}."


def explain_photo(decision: Decision, *, platform: Platform) -> str:
    """One sentence on the photo as a whole."""
    covered, shown = len(decision.covers), len(decision.shown)
    if decision.outcome is Outcome.WITHHELD:
        held = [r.reason for r in decision.regions if r.treatment == "withhold"]
        reason = (*decision.withheld_because, *held)[0]
        return f"Held back from {platform.name}. {_ABOUT_PLACE[reason].format(platform=platform.name)}"
    if decision.outcome is Outcome.CLEAR:
        return f"May go out on {platform.name} as it is."
    places = "1 place is covered" if covered == 1 else f"{covered} places are covered"
    return f"May go out on {platform.name}; {places}, {shown} {'face is' if shown == 1 else 'faces are'} shown."


def holds_as_no(decision: Decision, pack: PolicyPack) -> Decision:
    """The decision for people who may not learn of holds: one reads as a plain no, and so does its clause."""
    no, held = Reason.CONSENT_NO, Reason.HELD
    clause = pack.clause(no)
    regions = tuple(replace(r, reason=no, clause=clause) if r.reason is held else r for r in decision.regions)
    because = tuple(dict.fromkeys(no if r is held else r for r in decision.withheld_because))
    clauses = {r.clause for r in regions} | {pack.clause(r) for r in because}
    return replace(decision, regions=regions, withheld_because=because, clauses=tuple(sorted(clauses - {""})))


def _recorded_on(region: RegionDecision, snapshot: RegisterSnapshot) -> date | None:
    for (person_id, _, _), events in snapshot.events.items():
        if person_id == region.person_id:
            for event in events:
                if event.id == region.record:
                    return event.recorded_at.date()
    return None
