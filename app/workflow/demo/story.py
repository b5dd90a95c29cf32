"""The whole story on real photos, told step by step; every sentence stands on checks that were made.

Each step calls the workflows that the window calls, as the person who would do it in a school. A check that fails ends
the story there, with the words of what went wrong.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.devices.folder_device import FolderDevice
from app.domain.detection import Presence, RegionKind
from app.domain.errors import KnownError, VerificationError
from app.domain.people import Actor, Person
from app.domain.permissions import PermissionKind
from app.domain.photo import DeviceKind, Photo, PhotoId, SourceFileState
from app.domain.post import (
    PostAbout,
    PostCategory,
    PostId,
    PostPicture,
    PostPlatform,
    PostState,
    ReleaseState,
    RightsSource,
)
from app.domain.submission import Confirmed
from app.domain.treatment import Treatment
from app.workflow import (
    approve,
    devices,
    permissions,
    platforms,
    posts,
    publish,
    quarantine,
    records,
    register,
    review,
    users,
)
from app.workflow.analyse_photos import analyse_photos
from app.workflow.decide import decide_photo, reverse_check
from app.workflow.demo import school
from app.workflow.demo.proofs import exported_pictures, prove_kept, prove_packs
from app.workflow.demo.steps import ExportedPicture, Step, document
from app.workflow.import_photos import import_photos
from app.workflow.workspace import Workspace
from consent_db import photos, releases

EVENT = "Oak class, sports day"
_ADDRESSES = {
    school.FACEBOOK: "https://social.example/hollybank/posts/1",
    school.WEBSITE: "https://hollybank.example/1",
}


class Story:
    """One telling.

    Args:
        open_new: makes the throw-away workspace in the folder it is given.
        phone: a folder that plays the phone; its photos are removed once their copies are proven.
        out: where the packs are left.
        scratch: for the workspace and the lists; thrown away afterwards.
    """

    def __init__(self, *, open_new: Callable[[Path, str], Workspace], phone: Path, out: Path, scratch: Path) -> None:
        self._open_new, self._phone, self._out, self._scratch = open_new, phone, out, scratch
        self._password = secrets.token_urlsafe(16)
        self._actors: dict[str, Actor] = {}
        self._photos: list[Photo] = []
        self._pictures: list[ExportedPicture] = []
        self._told: list[Step] = []

    @property
    def all_held(self) -> bool:
        """Whether every step was told and every check held."""
        return len(self._told) == len(self._steps()) and all(step.ok for step in self._told)

    def document(self) -> dict[str, Any]:
        """The report of `clearpost demo`."""
        return document(self._pictures, self._told, self._out)

    def tell(self) -> Iterator[Step]:
        """The steps, one by one; the first that fails is the last."""
        self._workspace = self._open_new(self._scratch / "workspace", self._password)
        try:
            for name, act in self._steps():
                try:
                    step = Step(name, True, act())
                except KnownError as problem:
                    step = Step(name, False, str(problem))
                self._told.append(step)
                yield step
                if not step.ok:
                    return
        finally:
            self._workspace.close()

    def _steps(self) -> tuple[tuple[str, Callable[[], str]], ...]:
        return (
            ("school", self._set_up),
            ("register", self._load_register),
            ("import", self._import),
            ("removal", self._prove_removal),
            ("detect", self._look),
            ("name", self._name),
            ("decide", self._decide),
            ("cover", self._write_and_cover),
            ("submit", self._submit),
            ("approve", self._approve),
            ("export", self._export),
            ("prove", self._prove),
            ("live", self._go_live),
            ("records", self._verify_records),
        )

    def _set_up(self) -> str:
        it = users.sign_in(self._workspace, "it", self._password)
        for colleague in school.STAFF:
            users.add_user(
                self._workspace, it, username=colleague.username, name=colleague.name, password=self._password,
                roles={colleague.role},
            )  # fmt: skip
            self._actors[colleague.username] = users.sign_in(self._workspace, colleague.username, self._password)
        self._actors["it"] = it
        people = ", ".join(colleague.name for colleague in school.STAFF)
        return f"{school.NAME} has a locked workspace; {people} can sign in, each with their own part."

    def _load_register(self) -> str:
        data = self._actors["data"]
        for platform_id, name in school.PLATFORMS.items():
            platforms.add_platform(
                self._workspace, data, platform_id=platform_id, name=name, purpose=school.PURPOSE,
                approved_by=self._actors["head"].user_id, owned_by_school=True,
            )  # fmt: skip
            platforms.let_user_post(self._workspace, data, platform_id, self._actors["deputy"].user_id)
        permissions.grant(
            self._workspace, self._actors["head"], PermissionKind.POSTING, self._actors["deputy"].user_id,
            grantor="Ruth Ashworth", grantor_role="HEAD", valid_from=self._workspace.clock.today(),
            evidence="letter in the office",
        )  # fmt: skip
        day = f"{self._workspace.clock.today():%d/%m/%Y}"
        pupils, consents = school.write_lists(self._scratch, day=day)
        for preview_of, path in ((register.preview_pupils, pupils), (register.preview_consents, consents)):
            preview = preview_of(self._workspace, data, path)
            _require(not preview.problems, "A line of the school's lists could not be read.")
            register.apply_import(self._workspace, data, preview)
        oak = self._class()
        review.set_roster(self._workspace, self._office, EVENT, [person.id for person in oak])
        return f"The data manager loaded {school.CLASS} class: {len(oak)} children and what their parents answered."

    def _import(self) -> str:
        device = FolderDevice(self._phone)
        self._approve_phone(device)
        kept, twice, refused = 0, 0, []
        for outcome in import_photos(
            self._workspace, self._office, device, event=EVENT, device_kind=DeviceKind.PERSONAL, remove_originals=True
        ):
            if outcome.photo_id is None:
                refused.append(outcome.name)
                continue
            _require(outcome.state is SourceFileState.REMOVED, f"{outcome.name} is still on the phone.")
            _require(bool(outcome.receipt), f"There is no receipt for {outcome.name}.")
            kept, twice = kept + 1, twice + outcome.is_duplicate
        with self._workspace.database.read() as connection:
            self._photos = sorted(photos.latest(connection), key=lambda photo: photo.number)
        # Example photos may be older than the approval of the phone; the Headteacher decides about those.
        aside = quarantine.release(self._workspace, self._actors["head"], [photo.id for photo in self._photos])
        _require(
            bool(self._photos), "None of the files was a photo.", "Name a folder with JPEG, PNG, HEIC, WebP or TIFF."
        )
        words = f"{kept} photos were copied from the phone into the vault ({twice} of them twice the same)."
        words += f" The Headteacher let {aside} be used that were taken before she approved the phone." if aside else ""
        return words + (f" Refused and left where they are: {', '.join(refused)}." if refused else "")

    def _approve_phone(self, phone: FolderDevice) -> None:
        """The Headteacher approves the phone before its first photo."""
        it, today = self._actors["it"], self._workspace.clock.today()
        known = devices.add(
            self._workspace, it, key=phone.identity.key, label=phone.identity.label, kind=DeviceKind.PERSONAL,
            owner=self._office.name,
        )  # fmt: skip
        devices.approve(
            self._workspace, self._actors["head"], known, owner=known.owner, first=today, evidence="the staff file"
        )

    def _prove_removal(self) -> str:
        left = {item.name for item in FolderDevice(self._phone).list_objects()}
        prove_kept(self._workspace, self._photos)
        receipts = records.receipts(self._workspace, self._actors["it"])
        return (
            f"Each copy was read back from the disk and compared before its original left the phone's list: "
            f"{len(receipts)} receipts. {len(left)} files that are no photos stay on the phone."
        )

    def _look(self) -> str:
        faces = texts = 0
        for outcome in analyse_photos(self._workspace, self._office, [photo.id for photo in self._photos]):
            if outcome.problem is not None:
                raise outcome.problem
            faces, texts = faces + outcome.faces, texts + outcome.texts
        return f"{faces} faces and {texts} lines with names or details were found in {len(self._photos)} photos."

    def _name(self) -> str:
        known = {person.forename: person for person in self._class()}
        named = 0
        most = max(self._photos, key=lambda photo: len(self._faces(photo.id)))
        for face, forename in zip(self._faces(most.id), school.NAMED_IN_ORDER, strict=False):
            review.name_region(self._workspace, self._office, face.id, known[forename].id)
            named += 1
        for photo in self._photos:
            if photo.id != most.id:
                for face in self._faces(photo.id)[:1]:
                    review.name_region(self._workspace, self._office, face.id, known["Amara"].id)
                    named += 1
        answered = self._answer_reverse_check()
        return (
            f"Jo named {named} faces from the class list. The other faces stay unnamed, so they will be covered. "
            f"She looked for the children who may not be shown and answered {answered} times: not in the picture."
        )

    def _decide(self) -> str:
        lines = []
        for platform_id, name in school.PLATFORMS.items():
            shown, covered = [], 0
            for photo in self._photos:
                decision = decide_photo(self._workspace, photo.id, platform_id)
                shown += [r.person_id for r in decision.shown if r.person_id is not None]
                covered += sum(region.treatment is Treatment.COVER for region in decision.regions)
            people = {person.id: person.forename for person in self._class()}
            names = sorted({people[person_id] for person_id in shown})
            lines.append(f"on {name} {' and '.join(names) or 'nobody'} may be shown and {covered} places are covered")
        return "By the parents' answers, " + "; ".join(lines) + "."

    def _write_and_cover(self) -> str:
        post = posts.create_post(
            self._workspace,
            self._office,
            title="Sports day",
            pictures=[
                PostPicture(photo.id, "Children of Oak class at sports day", RightsSource.STAFF)
                for photo in self._photos
            ],
            platforms=[
                PostPlatform(platform_id, "What a day! Well done, Oak class.") for platform_id in school.PLATFORMS
            ],
            about=PostAbout(PostCategory.CHILDREN),
        )
        self._post_id: PostId = post.id
        made = 0
        for _round in range(3):
            outcomes = list(posts.render_post(self._workspace, self._office, post.id))
            problems = [outcome.problem for outcome in outcomes if outcome.problem is not None]
            made = len(outcomes) - len(problems)
            if not problems:
                break
            self._answer_reverse_check()  # the check found another face: it is unnamed, so covered in the next round
        if problems:
            raise problems[0]
        return f"{made} pictures were covered and searched again: no covered face, no name, nothing hidden in them."

    def _submit(self) -> str:
        post = posts.submit_post(self._workspace, self._office, self._post_id, confirmed=Confirmed)
        _require(post.state is PostState.SUBMITTED, "The post was not handed over.")
        return "Jo handed the post to the Headteacher."

    def _approve(self) -> str:
        head = self._actors["head"]
        view = approve.approval_view(self._workspace, head, self._post_id)
        _require(not any(finding.blocks for finding in view.findings), "Something still stands in the way.")
        approval = approve.approve(self._workspace, head, self._post_id, seen=view.digest)
        return f"{head.name} saw exactly these pictures and words and approved them until {approval.expires_at:%d %B}."

    def _export(self) -> str:
        """One platform's pack at a time: taken out, copied as the Deputy posts it, noted as online, and erased."""
        deputy = self._actors["deputy"]
        self._releases = {}
        for platform_id in school.PLATFORMS:
            folder = self._out / "handing out"
            folder.mkdir(parents=True, exist_ok=True)
            result = publish.export_release(self._workspace, deputy, self._post_id, platform_id, folder)
            self._releases[platform_id] = result.release.id
            kept = self._out / "packs" / platform_id / result.folder.name
            shutil.copytree(result.folder, kept)
            release = publish.note_live(self._workspace, deputy, result.release.id, _ADDRESSES[platform_id])
            _require(release.state is ReleaseState.LIVE, "The address was not noted.")
            _require(not result.folder.exists(), "The pack was not erased once its post was online.")
            result = replace(result, folder=kept)
            self._pictures += exported_pictures(self._workspace, self._post_id, platform_id, result)
        folder.rmdir()
        return (
            f"{deputy.name} took out {len(self._releases)} packs, one after the other: the approved bytes, with the "
            "words beside them. Each was posted, its address noted and its pack erased."
        )

    def _prove(self) -> str:
        differing = prove_packs(self._workspace, self._pictures)
        return (
            f"The packs were opened again: every file is what was approved, nothing is hidden in it, no covered face "
            f"can be found, and {differing} of {len(self._photos)} photos are covered differently on the two platforms."
        )

    def _go_live(self) -> str:
        with self._workspace.database.read() as connection:
            live = [releases.get(connection, release_id) for release_id in self._releases.values()]
        _require(all(r.state is ReleaseState.LIVE and r.live_url for r in live), "An address was not noted.")
        return "Both posts are online with their addresses noted, so that each can be taken down."

    def _verify_records(self) -> str:
        result = records.verify_audit(self._workspace, self._actors["it"])
        _require(result.ok, result.words)
        return result.words

    @property
    def _office(self) -> Actor:
        return self._actors["office"]

    def _class(self) -> tuple[Person, ...]:
        return register.find_people(self._workspace, self._actors["data"], group=school.CLASS)

    def _faces(self, photo_id: PhotoId) -> list[Any]:
        """Faces in reading order: in rows from the top, each from left to right."""
        facts = review.photo_view(self._workspace, self._office, photo_id).facts
        faces = [region for region in facts.regions if region.kind is RegionKind.FACE]
        row = max((face.box.height for face in faces), default=1) * 2
        return sorted(faces, key=lambda face: (face.box.top // row, face.box.left))

    def _answer_reverse_check(self) -> int:
        answers = 0
        for photo in self._photos:
            for platform_id in school.PLATFORMS:
                for person in reverse_check(self._workspace, photo.id, platform_id):
                    review.answer_presence(self._workspace, self._office, photo.id, person.id, Presence.NOT_IN_PICTURE)
                    answers += 1
        return answers


def _require(held: bool, words: str, remedy: str = "") -> None:
    if not held:
        raise VerificationError(words, remedy=remedy)
