"""Lists of words: what stops a post, what asks for a reason, whose reason it is, and where it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.people import UserId
from app.domain.post import (
    Asked,
    Finding,
    FindingReason,
    Post,
    PostId,
    PostPicture,
    PostPlatform,
    PostState,
)
from app.policy.pack import PolicyError
from app.policy.word_lists import WordList, load_word_lists
from app.posts.patterns import is_below, links_in, personal_details
from app.posts.terms import find_terms, fold
from app.posts.words import WordsMaterial, word_findings
from tests.unit.decision.facts import AMARA, AS_OF, FACEBOOK, PACK, PHOTO, TODAY, face, facts, register

LISTS = load_word_lists()


def findings(caption: str, *, alt: str = "", lists=LISTS, **given_reasons: FindingReason) -> list[Finding]:
    post = Post(
        PostId("post"), "t", PostState.DRAFT, UserId("a"), "A", (PostPicture(PHOTO, alt),),
        (PostPlatform(FACEBOOK.id, caption),), AS_OF,
    )  # fmt: skip
    found = word_findings(
        post, facts={PHOTO: facts(face(0, AMARA))}, platforms={FACEBOOK.id: FACEBOOK}, snapshot=register(), pack=PACK,
        today=TODAY, material=WordsMaterial(lists, given_reasons),
    )  # fmt: skip
    return list(found)


def marked(caption: str) -> list[tuple[str, str]]:
    """The code of each finding with the very words it marks."""
    return [(f.code, caption[slice(*span)]) for f in findings(caption) if f.marked for span in f.marked.spans]


NEVER = [
    "what a load of shit", "f*ck that", "5hit happens", "shiiiiit", "you b1tch", "SLUT", "go and kill yourself",
    "a bunch of retards", "piss off", "the Paki shop", "wanker", "heil hitler", "BASTARDS", "cünt", "tosser!",
    "motherfucker", "a bomb threat", "faggots", "we will beat you up", "w0gs", "you retard!", "RETARDED!!",
]  # fmt: skip
HARMLESS = [
    "Shiitake mushrooms from Scunthorpe", "Classes in Essex met the therapist", "The river Niger in geography",
    "Assemblies begin at 9", "We passed the grass at Cockermouth", "A cockerel and a titmouse", "Dickens week",
]  # fmt: skip


@pytest.mark.policy("000-10", "000-34", "002-07", "002-36", "003-10", "004-29")
@pytest.mark.parametrize("words", NEVER)
def test_slurs_swearing_and_threats_stop_a_post_however_they_are_spelt(words: str) -> None:
    [found] = [f for f in findings(words) if f.code == "offensive-words"]
    assert found.blocks
    assert found.asks is None
    assert found.clause == "000-10"


@pytest.mark.parametrize("words", HARMLESS)
def test_words_that_only_look_like_it_stay(words: str) -> None:
    assert findings(words) == []


ASKING = [
    pytest.param("We are sorry for this stupid mistake", "careful-words", "stupid", marks=pytest.mark.policy("000-10")),
    ("Our SEN review was on Monday", "sensitive-topic", "SEN review"),
    ("Ofsted came to see us", "sensitive-topic", "Ofsted"),
    ("Staffing next year", "sensitive-topic", "Staffing"),
    ("Confidential: do not share", "confidential-words", "Confidential"),
    ("I think this is the best trip", "opinion", "I think"),
    ("In my opinion they were great", "opinion", "In my opinion"),
    ("I recommend Ruth Ashworth to any school", "reference", "recommend"),
    ("See example.com for tickets", "unlisted-link", "example.com"),
]


@pytest.mark.policy("000-11", "000-15", "000-26", "000-30", "001-08", "001-18", "002-09", "002-30", "003-13", "003-14")
@pytest.mark.policy("003-23", "004-30")
@pytest.mark.parametrize(("words", "code", "text"), ASKING)
def test_what_a_person_has_to_weigh_asks_the_author_for_a_reason_and_marks_its_words(words, code, text) -> None:
    asked = [f for f in findings(words) if f.code == code]
    assert (code, text) in marked(words)
    assert all(f.blocks and f.asks is Asked.AUTHOR and f.clause for f in asked)
    reason = FindingReason(asked[0].key, "It is public already.", UserId("a"), "Jo", datetime(2026, 1, 1, tzinfo=UTC))
    again = [f for f in findings(words, **{asked[0].key: reason}) if f.key == asked[0].key]
    assert [(f.blocks, f.reason) for f in again] == [(False, "It is public already. (Jo)")]


def test_a_reason_is_for_these_words_and_no_others() -> None:
    [ofsted] = findings("Ofsted came.")
    [again] = findings("Everybody was glad that OFSTED came in the end.")
    [other] = findings("Our budget is settled.")
    assert ofsted.key == again.key != other.key


@pytest.mark.policy("000-12", "000-24", "001-10", "002-28", "003-09", "003-19", "004-19", "004-27")
@pytest.mark.parametrize(
    "words",
    [
        "The council let us down again", "Our supplier is useless", "What an incompetent referee.",
        "Amara was a disgrace", "The last caterer was a rip-off", "The new Park School is failing",
    ],
)  # fmt: skip
def test_running_somebody_down_goes_to_the_headteacher_who_has_to_say_why(words: str) -> None:
    [found] = [f for f in findings(words) if f.code == "disparaging"]
    assert found.asks is Asked.APPROVER
    assert not found.blocks  # the author may hand it over; it is not approved without the reason


def test_a_bad_word_about_nobody_is_no_slander() -> None:
    assert findings("the weather was awful") == []


LINKS = [
    ("www.gov.uk/uniform", "www.gov.uk"),
    ("https://x.co/a?b", "x.co"),
    ("Write to a@b.org", ""),
    ("fun.Every", ""),
]


@pytest.mark.parametrize(("words", "host"), LINKS)
def test_links_are_read_with_and_without_https(words: str, host: str) -> None:
    assert [link.host for link in links_in(words)] == ([host] if host else [])


@pytest.mark.policy("003-13")
def test_a_listed_link_may_stand_a_shortened_one_never_and_the_schools_own_list_counts() -> None:
    assert findings("See https://www.nhs.uk/flu.") == []
    [hidden] = findings("See bit.ly/3abc")
    assert (hidden.code, hidden.blocks, hidden.asks) == ("hidden-link", True, None)
    own = LISTS.with_own(links=["https://www.hollybank.example/"], never=["bogey"], careful=["muddle*"])
    assert findings("See hollybank.example/news", lists=own) == []
    assert [f.code for f in findings("What a bogey", lists=own)] == ["offensive-words"]
    assert [f.code for f in findings("What a muddled day", lists=own)] == ["careful-words"]
    assert not is_below("notgov.uk", ["gov.uk"])


@pytest.mark.policy("004-31", "001-19", "000-13")
def test_only_the_published_office_line_and_address_of_the_school_may_stand() -> None:
    own = LISTS.with_own(contacts=["01632 960 100", "office@hollybank.example", "WN2 3AB"], handles=["@HollybankPS"])
    assert findings("Ring +44 1632 960100, write to Office@hollybank.example, WN2 3AB, @hollybankps", lists=own) == []
    for words in (
        "Ring Mr Hill on 07700 900123",
        "Ring 01632 960 101",
        "jo.hill@hollybank.example",
        "+33 1 42 68 53 00",
    ):
        assert [(f.code, f.blocks) for f in findings(words, lists=own)] == [("contact-in-words", True)], words


BIRTH_DATES = [
    "born on 4 May 2015",
    "DOB 2015-05-04",
    "She turns 7 on 4 May",
    "4th May is her birthday",
    "born 04/05/2015",
]


@pytest.mark.policy("004-21")
@pytest.mark.parametrize("words", BIRTH_DATES)
def test_dates_of_birth_are_found_in_every_way_of_writing(words: str) -> None:
    assert [d.code for d in personal_details(words)] == ["birth-date-in-words"]


def test_every_finding_of_a_caption_marks_its_very_words() -> None:
    words = "Well done Amara Okafor 🎉! Ring 01632 960123, see bit.ly/x, @some_body. Amara Okafor again."
    assert marked(words) == [
        ("contact-in-words", "01632 960123"),
        ("handle-in-words", "@some_body"),
        ("full-name-in-words", "Amara Okafor"),
        ("full-name-in-words", "Amara Okafor"),
        ("hidden-link", "bit.ly/x"),
    ]
    [alt] = findings("", alt="Amara Okafor")
    assert alt.photo_id == PHOTO
    assert alt.marked is not None
    assert not alt.marked.is_caption


@given(st.text(max_size=60), st.sampled_from(["Ofsted", "sen review", "f*ck", "shit"]), st.text(max_size=60))
def test_a_mark_always_lies_inside_the_words(before: str, term: str, after: str) -> None:
    words = f"{before} {term} {after}"
    for start, end in find_terms(words, ["ofsted", "sen review*", "fuck", "shit*"], sees_through=True):
        assert 0 <= start < end <= len(words)
    assert len(fold(words).places) == len(fold(words).text)


@pytest.mark.parametrize(("text", "said"), [("", "empty"), ("a*b\n", "Line 1"), ("good\n***\n", "Line 2")])
def test_a_list_that_cannot_be_used_is_refused_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    for which in WordList:
        (tmp_path / f"{which.value}.txt").write_text("something\n")
    (tmp_path / "never.txt").write_text(text)
    with pytest.raises(PolicyError, match=said):
        load_word_lists(tmp_path)


@pytest.mark.policy("004-28")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("The fair is on 12 June at 2.30 pm.", ["12 June", "2.30 pm"]),
        ("Doors open 9:15, home by 4pm", ["9:15", "4pm"]),
        ("We ran 5.25 km and raised £12.50 in Year 4", []),
        ("See you on 12/06/2026", ["12/06/2026"]),
    ],
)
def test_dates_and_times_are_shown_to_whoever_approves_and_stop_nothing(words: str, said: list[str]) -> None:
    found = [f for f in findings(words) if f.code == "date-in-words"]
    assert [text for code, text in marked(words) if code == "date-in-words"] == said
    assert not any(f.blocks for f in found)
    assert all(text in f.words for f in found for text in said)


def test_a_school_without_lists_still_has_its_names_and_details_checked() -> None:
    bare = replace(LISTS, entries={})
    assert [f.code for f in findings("Ofsted rang 01632 960123", lists=bare)] == ["contact-in-words"]
