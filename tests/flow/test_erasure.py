"""Erasing a photo, a person, a sign-in: nothing personal stays, a tombstone does, and the chain still verifies."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.consent import Answer, ConsentKind
from app.domain.errors import KnownError, NotAllowedError, RegisterError
from app.domain.matching import LOOK_ALIKES_SETTING
from app.domain.people import PersonKind, Role
from app.domain.photo import digest_of
from app.domain.post import PostAbout, PostCategory, PostPlatform, PostState
from app.domain.retention import Keep
from app.domain.submission import Confirmed
from app.storage.vault import Vault
from app.workflow import (
    approve,
    import_undo,
    look_alikes,
    merging,
    posts,
    publish,
    register,
    retention,
    review,
    school_settings,
    users,
)
from app.workflow.import_records import photo_with
from consent_db import audit, contacts, people, photos, releases, settings, sources, tombstones
from consent_db import consent as answers
from consent_db.consent import NewConsent
from consent_db.schema_consent import consent_event
from consent_db.schema_imports import import_batch, import_change, import_question
from tests.flow.erasing import chain_of, everything_in, pages_in_clear, rows_in, vault_files
from tests.flow.posting import Story, post_now, tell
from tests.schools import FACEBOOK, PASSPHRASE, WEBSITE


@pytest.fixture
def story(either_story: Story) -> Story:
    return either_story


def erased(story: Story, shown, because="asked for in writing"):
    done = list(
        retention.erase(story.workspace, story.school.actor(Role.DPO), shown, typed=len(shown.items), because=because)
    )
    assert [outcome.problem for outcome in done] == [None] * len(shown.items)
    return done


def photo_preview(story: Story):
    return retention.preview_photos(story.workspace, story.school.actor(Role.DPO), [story.photo_id])


def person_preview(story: Story, forename: str, **more):
    person_id = story.school.pupils[forename].id
    return retention.preview_person(story.workspace, story.school.actor(Role.DPO), person_id, **more)


def exported(story: Story, tmp_path):
    post = story.approved()
    folder = tmp_path / "packs"
    folder.mkdir()
    return post, publish.export_release(story.workspace, story.deputy, post.id, FACEBOOK, folder).release


def test_an_erased_photo_is_gone_from_register_and_vault_and_leaves_a_tombstone(story: Story) -> None:
    head = chain_of(story.workspace).head
    with story.workspace.database.read() as connection:
        photo = photos.get(connection, story.photo_id)
        key = photos.wrapped_key(connection, photo.vault_name)
    erased(story, photo_preview(story))
    for table in ("photo", "source_file", "region", "evidence", "verdict_event", "presence_answer", "vault_object"):
        assert rows_in(story.workspace, table) == 0, table
    assert vault_files(story.workspace) == set()
    assert not story.workspace.vault.exists(photo.vault_name, key)
    with story.workspace.database.read() as connection:
        [left] = tombstones.everything(connection)
    assert (left.subject_id, left.record_class, left.reason) == (story.photo_id, "photo", "asked for in writing")
    verified = chain_of(story.workspace, against=head)
    assert verified.ok, verified.words


def test_a_post_says_that_its_picture_was_erased_and_is_a_draft_again(story: Story) -> None:
    post = story.approved()
    erased(story, photo_preview(story))
    now = post_now(story, post.id)
    assert now.state is PostState.DRAFT
    assert now.pictures == ()
    assert now.note.startswith("Photo 1 was erased on ")
    assert rows_in(story.workspace, "rendition") == 0
    assert vault_files(story.workspace) == set()


def test_a_photo_in_a_post_that_is_out_is_kept_until_the_takedown(story: Story, tmp_path) -> None:
    _post, release = exported(story, tmp_path)
    publish.note_live(story.workspace, story.deputy, release.id, "https://social.example/p/1")
    [kept] = photo_preview(story).kept
    assert photo_preview(story).items == ()
    assert Keep.LIVE in kept.why
    publish.note_taken_down(story.workspace, story.deputy, release.id, "seen gone, 10:42")
    erased(story, photo_preview(story))
    assert rows_in(story.workspace, "photo") == 0


def test_a_photo_whose_original_waits_to_be_removed_is_kept(story: Story) -> None:
    with story.workspace.database.transaction() as connection:
        connection.execute(sources.files.update().values(removal_wanted=True))
    [kept] = photo_preview(story).kept
    assert kept.why == (Keep.REMOVAL,)


def test_a_picture_two_records_share_stays_in_the_vault_until_both_are_erased(story: Story) -> None:
    with story.workspace.database.transaction() as connection:
        photo = photos.get(connection, story.photo_id)
        answers.record(connection, _evidence_of(story, "Dev", photo.vault_name), by="data")
    erased(story, photo_preview(story))
    assert len(vault_files(story.workspace)) == 1
    erased(story, person_preview(story, "Dev"))
    assert vault_files(story.workspace) == set()


def test_no_later_photo_gets_the_number_of_an_erased_one(story: Story) -> None:
    erased(story, photo_preview(story))
    (story.workspace.folder.parent / "camera" / "IMG_1.JPG").unlink()
    again = tell(story.school, story.workspace.folder.parent / "camera 2")
    with again.workspace.database.read() as connection:
        assert photos.get(connection, again.photo_id).number == 2


def test_the_same_photo_can_come_in_again_after_it_was_erased(story: Story) -> None:
    with story.workspace.database.read() as connection:
        sha256 = photos.get(connection, story.photo_id).sha256
    erased(story, photo_preview(story))
    again = tell(story.school, story.workspace.folder.parent / "camera 2")
    found = photo_with(again.workspace, sha256)
    assert found is not None
    assert found.id != story.photo_id


def fill(story: Story) -> None:
    """Everything the register may know of Amara, in every table that could name her."""
    workspace, data = story.workspace, story.school.actor(Role.CONSENT_ADMIN)
    amara = story.school.pupils["Amara"]
    known = replace(
        amara,
        legal_forename="Amarachi",
        preferred_forename="Amara",
        upn="H801200001001",
        admission_number="004711",
        date_of_birth=date(2015, 5, 4),
        year_group="4",
    )
    register.change_person(workspace, data, known)
    register.take_consent_away(workspace, story.office, story.school.pupils["Dev"].id)
    stored = workspace.vault.put(b"%PDF a signed form")
    with workspace.database.transaction() as connection:
        sources.add_vault_object(
            connection, name=stored.name, wrapped_key=stored.wrapped_key, sha256=stored.sha256, size=stored.bytes
        )
        contact_id = "5d1f0c1e-7d3c-4a52-9d2b-0c1a2b3c4d5e"
        connection.execute(
            contacts.table.insert().values(
                id=contact_id, person_id=amara.id, name="Ngozi Okafor", relationship="mother",
                parental_responsibility=True, recorded_at=workspace.clock.now(), recorded_by="data",
            )
        )  # fmt: skip
        answers.record(connection, _evidence_of(story, "Amara", stored.name), by="data")
        batch = {"file_sha256": "0" * 64, "file_name": "Okafor, Amara.csv", "rows": 1, "kind": "consents"}
        connection.execute(
            import_batch.insert().values(id="b1", applied_at=workspace.clock.now(), applied_by="data", **batch)
        )
        connection.execute(
            import_change.insert().values(
                id="c1", batch_id="b1", person_id=amara.id, was_new=False, version_after=2,
                before={"legal_forename": "Amarachi", "upn": "H801200001001", "date_of_birth": "2015-05-04"},
            )
        )  # fmt: skip
        for identifier, person_id in (("q1", amara.id), ("q2", None)):
            connection.execute(
                import_question.insert().values(
                    id=identifier, batch_id="b1", person_id=person_id, line=3,
                    words="Amara Okafor: no FB please", said="004711", raised_at=workspace.clock.now(),
                )
            )  # fmt: skip
        sources.add_receipt(
            connection, kind="original-removed", subject="f1", words="Amara Okafor.jpg was removed.",
            actor="data", audit_head="0" * 64,
        )  # fmt: skip
        releases.raise_task(connection, releases.TaskKind.CONFIRM_CONSENT, "Ask Amara’s mother.", person_id=amara.id)


def _evidence_of(story: Story, forename: str, vault_name) -> NewConsent:
    return NewConsent(
        person_id=story.school.pupils[forename].id, kind=ConsentKind.VIDEO, platform_id=WEBSITE, answer=Answer.YES,
        giver=f"mother of {forename}", valid_from=date(2026, 9, 1), evidence="form", evidence_file=vault_name,
    )  # fmt: skip


HERS = ("Amara", "Amarachi", "Okafor", "Ngozi", "H801200001001", "004711", "2015-05-04", "datetime.date(2015, 5, 4)")


def test_undoing_a_list_never_brings_an_erased_person_back(either_school, tmp_path) -> None:
    workspace, data = either_school.workspace, either_school.actor(Role.CONSENT_ADMIN)
    dpo = either_school.actor(Role.DPO)
    for name, group in (("first", "Oak"), ("second", "Elm")):
        file = tmp_path / f"{name}.csv"
        file.write_text(
            "UPN,Legal Forename,Legal Surname,Date of Birth,Reg\n"
            f"H801200001001,Zofia,Kowalska,04/05/2015,{group}\nB820200023001,Idris,Rees,05/06/2015,{group}\n"
        )
        register.apply_import(workspace, data, register.preview_pupils(workspace, data, file))
    [zofia] = register.find_people(workspace, data, "Zofia")
    shown = retention.preview_person(workspace, dpo, zofia.id)
    [outcome] = retention.erase(workspace, dpo, shown, typed=1, because="asked for")
    assert outcome.problem is None
    for batch in import_undo.past_imports(workspace, data)[:2]:
        import_undo.undo_import(workspace, data, batch.id)
    left = everything_in(workspace)
    assert [word for word in ("Zofia", "Kowalska", "H801200001001") if word in left] == []
    assert register.find_people(workspace, data, "Zofia") == ()


@pytest.mark.policy("000-18", "001-24")
def test_nothing_personal_stays_of_an_erased_person_and_the_chain_verifies(story: Story) -> None:
    fill(story)
    draft = story.draft(captions={FACEBOOK: "Well run, Amara!", WEBSITE: "Our sports day."})
    before, head = everything_in(story.workspace), chain_of(story.workspace).head
    assert all(word in before for word in HERS)
    erased(story, person_preview(story, "Amara"))
    left = everything_in(story.workspace)
    assert [word for word in HERS if word.casefold() in left.casefold()] == []
    assert chain_of(story.workspace, against=head).ok
    with story.workspace.database.read() as connection:
        assert tombstones.stands(connection, story.school.pupils["Amara"].id)
        assert answers.history(connection, story.school.pupils["Amara"].id) == ()
        assert "Amara" not in {p.forename for p in people.everybody(connection)}
        assert audit.latest(connection, limit=1)[0].action == "person-erased"
    now = post_now(story, draft.id)
    assert now.platforms[0].caption == "Well run, …!"
    assert "named somebody whose entry was erased" in now.note
    assert len(vault_files(story.workspace)) == 1, "the photo stays, the signed form does not"


def test_addresses_and_lists_of_the_school_keep_no_name_either(story: Story, tmp_path) -> None:
    workspace, head = story.workspace, story.head
    _post, release = exported(story, tmp_path)
    publish.note_live(workspace, story.deputy, release.id, "https://school.example/news/well-done-amara-okafor")
    publish.note_taken_down(workspace, story.deputy, release.id, "seen gone, 10:42")
    school_settings.settle(workspace, head, "words_never", ["rotten", "Amara Okafor’s house"])
    school_settings.settle(workspace, head, "sign_in_notice", "Ask Amara Okafor about the rules.")
    erased(story, person_preview(story, "Amara"))
    left = everything_in(workspace)
    assert [word for word in ("Amara", "amara", "Okafor", "okafor") if word in left] == []
    rules = school_settings.all_rules(workspace)
    assert (rules["words_never"], rules["sign_in_notice"]) == (["rotten"], "Ask … about the rules.")


def test_a_live_post_that_names_somebody_only_in_its_address_keeps_them(story: Story, tmp_path) -> None:
    post = posts.create_post(
        story.workspace, story.office, title="Harvest", pictures=[], platforms=[PostPlatform(WEBSITE, "A good day.")],
        about=PostAbout(PostCategory.REMINDER),
    )  # fmt: skip
    posts.submit_post(story.workspace, story.office, post.id, confirmed=Confirmed)
    approve.approve(story.workspace, story.head, post.id)
    folder = tmp_path / "packs"
    folder.mkdir()
    release = publish.export_release(story.workspace, story.deputy, post.id, WEBSITE, folder).release
    publish.note_live(story.workspace, story.deputy, release.id, "https://school.example/dev_anand_brings_bread")
    [kept] = person_preview(story, "Dev").kept
    assert kept.places == ("“Harvest” on website",)


def test_others_keep_every_answer_when_one_person_is_erased(story: Story) -> None:
    fill(story)
    caitlin = story.school.pupils["Caitlin"].id
    with story.workspace.database.read() as connection:
        before = answers.history(connection, caitlin)
    erased(story, person_preview(story, "Amara"))
    with story.workspace.database.read() as connection:
        assert answers.history(connection, caitlin) == before != ()


def test_what_others_are_called_stays_when_a_person_of_the_same_name_is_erased(story: Story) -> None:
    workspace, data = story.workspace, story.school.actor(Role.CONSENT_ADMIN)
    sister = people.new(PersonKind.PUPIL, "Chioma", "Okafor")
    register.add_person(workspace, data, sister)
    with workspace.database.transaction() as connection:
        connection.execute(
            contacts.table.insert().values(
                id="6d1f0c1e-7d3c-4a52-9d2b-0c1a2b3c4d5e", person_id=sister.id, name="Ngozi Okafor",
                recorded_at=workspace.clock.now(), recorded_by="data",
            )
        )  # fmt: skip
    words = "Amara Okafor ran, Chioma Okafor sang, and Mr Okafor clapped for Amara."
    draft = story.draft(captions={FACEBOOK: words})
    erased(story, person_preview(story, "Amara"))
    now = post_now(story, draft.id)
    assert now.platforms[0].caption == "… ran, Chioma Okafor sang, and Mr Okafor clapped for …."
    assert "read them again" in now.note
    with workspace.database.read() as connection:
        assert [c.name for c in contacts.of_people(connection, [sister.id])] == ["Ngozi Okafor"]
        assert people.get(connection, sister.id).name == "Chioma Okafor"


def test_nobody_is_taken_for_an_erased_person_any_more(story: Story) -> None:
    data, pupils = story.school.actor(Role.CONSENT_ADMIN), story.school.pupils
    look_alikes.mark(story.workspace, data, pupils["Amara"].id, pupils["Caitlin"].id)
    look_alikes.mark(story.workspace, data, pupils["Ben"].id, pupils["Caitlin"].id)
    erased(story, person_preview(story, "Amara"))
    with story.workspace.database.read() as connection:
        kept = settings.get(connection, LOOK_ALIKES_SETTING, [])
    assert kept == [sorted([pupils["Ben"].id, pupils["Caitlin"].id])]


def test_an_entry_that_was_joined_to_anothers_goes_with_it(story: Story) -> None:
    workspace, data = story.workspace, story.school.actor(Role.CONSENT_ADMIN)
    twice = replace(people.new(PersonKind.PUPIL, "Amaretta", "Okonkwo"), upn="B820200023001")
    register.add_person(workspace, data, twice)
    merging.join_entries(workspace, data, story.school.pupils["Amara"], twice)
    draft = story.draft(captions={FACEBOOK: "Amaretta runs.", WEBSITE: "Amara runs."})
    erased(story, person_preview(story, "Amara"))
    left = everything_in(workspace)
    assert [word for word in ("Amaretta", "Okonkwo", "Amara", "Okafor", "B820200023001") if word in left] == []
    assert [place.caption for place in post_now(story, draft.id).platforms] == ["… runs.", "… runs."]


def test_an_erased_person_stays_covered_in_the_photos_that_stay(story: Story) -> None:
    shown = person_preview(story, "Amara")
    assert shown.also_in == (1,)
    erased(story, shown)
    view = review.photo_view(story.workspace, story.office, story.photo_id)
    assert story.school.pupils["Amara"].id in {region.person_id for region in view.facts.regions}
    assert {d.treatment.value for d in _decisions_about(story, "Amara")} == {"cover"}


def _decisions_about(story: Story, forename: str):
    from app.workflow.post_material import facts_of, judging
    from consent_db import platforms

    with story.workspace.database.read() as connection:
        judge, facts = judging(story.workspace, connection), facts_of(connection, story.photo_id)
        decided = judge.decide(facts, platforms.get(connection, WEBSITE))
    person_id = story.school.pupils[forename].id
    return [d for d in decided.regions if d.region_id in {r.id for r in facts.regions if r.person_id == person_id}]


def test_a_person_and_the_photos_they_are_in_can_go_together(story: Story) -> None:
    shown = person_preview(story, "Amara", with_photos=True)
    assert [item.subject.value for item in shown.items] == ["photo", "person"]
    erased(story, shown)
    assert rows_in(story.workspace, "photo") == 0


def test_a_person_in_a_post_that_is_out_is_refused_with_the_places(story: Story, tmp_path) -> None:
    _post, release = exported(story, tmp_path)
    [kept] = person_preview(story, "Amara").kept
    assert kept.places == ("“Sports day” on facebook",)
    publish.note_taken_down(story.workspace, story.deputy, release.id, "seen gone, 10:42")
    erased(story, person_preview(story, "Amara"))
    assert "Okafor" not in everything_in(story.workspace)


def test_a_parent_whose_answers_are_kept_for_a_child_is_kept_too(story: Story) -> None:
    fill(story)
    data = story.school.actor(Role.CONSENT_ADMIN)
    mother = people.new(PersonKind.PARENT, "Ngozi", "Okafor")
    register.add_person(story.workspace, data, mother)
    with story.workspace.database.transaction() as connection:
        connection.execute(contacts.table.update().values(contact_person_id=mother.id))
        answer = replace(_evidence_of(story, "Amara", None), contact_id="5d1f0c1e-7d3c-4a52-9d2b-0c1a2b3c4d5e")
        answers.record(connection, answer, by="data")
    dpo = story.school.actor(Role.DPO)
    shown = retention.preview_person(story.workspace, dpo, mother.id)
    [outcome] = retention.erase(story.workspace, dpo, shown, typed=1, because="asked for")
    assert outcome.problem is not None
    assert "answers for a child" in str(outcome.problem)


def test_a_frozen_person_and_their_photos_are_kept_until_let_go(story: Story) -> None:
    dpo, amara = story.school.actor(Role.DPO), story.school.pupils["Amara"].id
    retention.freeze_person(story.workspace, dpo, amara)
    assert person_preview(story, "Amara").kept[0].why == (Keep.FROZEN,)
    assert photo_preview(story).kept[0].why == (Keep.FROZEN,)
    retention.let_go(story.workspace, dpo, amara)
    assert len(person_preview(story, "Amara").items) == len(photo_preview(story).items) == 1


def test_a_sign_in_is_closed_and_emptied_and_its_id_stays_in_the_chain(story: Story) -> None:
    dpo, office = story.school.actor(Role.DPO), story.office
    post = story.draft()
    head = chain_of(story.workspace).head
    shown = retention.preview_user(story.workspace, dpo, office.user_id)
    erased(story, shown)
    left = everything_in(story.workspace)
    assert "contributor" not in left.replace("CONTRIBUTOR", "").casefold()
    assert office.user_id in left
    assert post_now(story, post.id).author_name == "Erased sign-in"
    assert chain_of(story.workspace, against=head).ok
    with pytest.raises(KnownError):
        users.sign_in(story.workspace, "contributor", "long enough password")


def test_nobody_erases_their_own_sign_in(story: Story) -> None:
    dpo = story.school.actor(Role.DPO)
    shown = retention.preview_user(story.workspace, dpo, dpo.user_id)
    [outcome] = retention.erase(story.workspace, dpo, shown, typed=1, because="asked for")
    assert isinstance(outcome.problem, NotAllowedError)


def test_only_the_data_protection_officer_erases(story: Story) -> None:
    shown = photo_preview(story)
    for role in Role:
        if role is not Role.DPO:
            with pytest.raises(NotAllowedError, match="Ask the data protection officer"):
                retention.erase(story.workspace, story.school.actor(role), shown, typed=1, because="asked for")
    assert rows_in(story.workspace, "photo") == 1


def test_a_reason_that_names_somebody_is_refused_because_it_would_stay(story: Story) -> None:
    with pytest.raises(RegisterError, match="without names"):
        erased(story, person_preview(story, "Amara"), because="Mrs Okafor asked for Amara")


def test_an_erasure_that_was_asked_for_needs_its_reason(story: Story) -> None:
    with pytest.raises(RegisterError, match="Write down why"):
        erased(story, person_preview(story, "Amara"), because=" ")


def test_answers_of_somebody_who_was_not_erased_can_never_be_taken_out(story: Story) -> None:
    with (
        pytest.raises(RegisterError, match="cannot be changed or taken out"),
        story.workspace.database.transaction() as c,
    ):
        c.execute(consent_event.delete())


def test_the_files_own_pages_hold_no_trace_of_an_erased_person(school, tmp_path) -> None:
    story = tell(school, tmp_path / "camera")
    fill(story)
    path, folder = story.workspace.database.path, story.workspace.folder
    key = _register_key(folder)
    story.workspace.database.close()
    in_clear = pages_in_clear(path, key)
    assert all(word.encode() in in_clear for word in ("Amarachi", "Ngozi", "H801200001001"))
    erased(story, person_preview(story, "Amara"))
    story.workspace.database.close()
    after = pages_in_clear(path, key)
    assert [w for w in ("Amara", "Okafor", "Ngozi", "H801200001001") if w.encode() in after] == []
    assert [f.name for f in path.parent.glob(f"{path.name}-*")] == [], "no log of earlier pages is left beside the file"


def _register_key(folder) -> bytes:
    from app.bootstrap import read_card
    from app.storage.keys import unwrap_with_passphrase

    return unwrap_with_passphrase(read_card(folder)["keys"]["passphrase"], PASSPHRASE).derive("register")


def test_a_file_the_vault_cannot_delete_yet_is_one_nobody_can_open(story: Story) -> None:
    with story.workspace.database.read() as connection:
        photo = photos.get(connection, story.photo_id)
    [path] = (story.workspace.folder / "vault").rglob(f"{photo.vault_name}.*")
    sealed = path.read_bytes()
    erased(story, photo_preview(story))
    path.write_bytes(sealed)  # as a back-up of the vault alone would bring it back
    with story.workspace.database.read() as connection, pytest.raises(RegisterError):
        photos.wrapped_key(connection, photo.vault_name)
    assert digest_of(sealed) != photo.sha256
    assert isinstance(story.workspace.vault, Vault)
    assert list(story.workspace.vault.strays([])) == [path]
