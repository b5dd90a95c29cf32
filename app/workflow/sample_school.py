"""A sample school to practise on: invented pupils, invented answers and drawn pictures, in a folder of its own.

It has nothing to do with the school's own workspace, says in its name what it is, and is removed whole.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import platformdirs

from app.domain.errors import StorageError
from app.workflow import platforms, users
from app.workflow.demo import school
from app.workflow.register_import import apply_import, preview_consents, preview_pupils
from app.workflow.set_up import ACTOR
from app.workflow.workspace import Workspace

NAME = "Sample school (invented, to practise)"
PASSWORD = "practise first"  # noqa: S105 - of invented people; the page says it aloud
PACK = "societas"
WORKSPACE, PHONE, LABEL = "workspace", "phone", "SAMPLE.txt"
_WORDS = f"""This is ClearPost’s sample school, to practise with. Everybody in it is invented, every picture is drawn.

Sign in as office, data, head or deputy. The password is: {PASSWORD}

Import the pictures of the folder “{PHONE}”. In the class picture stand, behind: Amara, Ben, Caitlin; in front: Dev,
Ella, Femi. Ben may not be shown on Facebook, Caitlin not on the website, Femi nowhere, and nobody asked Dev’s family.

ClearPost removes this whole folder when you ask for it on the sign-in page.
"""
_PICTURES = {
    "IMG_0001.jpg": (1, 2, 3, 4, 5, 6),
    "IMG_0002.jpg": (1, 3, 5),
    "IMG_0003.jpg": (2,),
    "IMG_0004.jpg": (4, 6),
}
"""Who is in each: a pupil's place in the list of the class."""


def folder_for_samples() -> Path:
    """Where the sample school of this user is, or would be."""
    return platformdirs.user_data_path("ClearPost") / "sample school"


def is_there(folder: Path) -> bool:
    """Whether this is a sample school that was made whole."""
    return (folder / LABEL).is_file() and (folder / WORKSPACE / "workspace.json").is_file()


def phone_beside(workspace: Path) -> Path | None:
    """The folder that plays a phone of the sample school with this workspace; None for every other workspace."""
    is_sample = workspace.name == WORKSPACE and is_there(workspace.parent)
    return workspace.parent / PHONE if is_sample else None


def make(folder: Path, create: Callable[..., Workspace], administrator: Callable[..., Any]) -> Workspace:
    """Make the sample school in its own folder and open it; one that was left unfinished is made anew.

    Args:
        folder: holds nothing else; `folder_for_samples`.
        create: makes a workspace (`app.bootstrap.create_workspace`).
        administrator: ``(username=, name=, password=)``, what `create` takes.

    Raises:
        StorageError: something else is in the folder, or it cannot be written.
    """
    from app.imaging.drawn_pictures import class_picture  # the window opens sooner without it

    remove(folder)
    try:
        (folder / PHONE / "DCIM").mkdir(parents=True)
        (folder / LABEL).write_text(_WORDS, encoding="utf-8")
        for name, seeds in _PICTURES.items():
            (folder / PHONE / "DCIM" / name).write_bytes(class_picture(seeds))
    except OSError as error:
        raise StorageError(f"The sample school cannot be made in {folder}: {error.strerror}.") from error
    return create(
        folder / WORKSPACE, school=NAME, passphrase=PASSWORD, pack=PACK, fill=_fill,
        administrator=administrator(username="it", name="Sam Hill", password=PASSWORD),
    )  # fmt: skip


def remove(folder: Path) -> bool:
    """Take the whole sample school away; False when there was none. Never touches a folder without its label.

    Raises:
        StorageError: the folder is not a sample school, or it cannot be removed, for example since it is open.
    """
    if not folder.exists():
        return False
    if not (folder / LABEL).is_file():
        if any(folder.iterdir()):
            raise StorageError(f"The folder {folder} is not a sample school.", remedy="Nothing was removed.")
        return False
    try:
        for part in (WORKSPACE, PHONE):
            if (folder / part).exists():
                shutil.rmtree(folder / part)
        (folder / LABEL).unlink()  # last, so that what was left in the middle is still known for what it is
        folder.rmdir()
    except OSError as error:
        raise StorageError(
            f"The sample school cannot be removed: {error.strerror}.", remedy="Close it first."
        ) from error
    return True


def _fill(workspace: Workspace) -> None:
    heads = []
    for colleague in school.STAFF:
        user_id = users.add_user(
            workspace, ACTOR, username=colleague.username, name=colleague.name, password=PASSWORD,
            roles={colleague.role},
        )  # fmt: skip
        heads += [user_id] if colleague.username == "head" else []
    for platform_id in school.PLATFORMS:
        platforms.add_from_list(
            workspace, ACTOR, platform_id, purpose=school.PURPOSE, approved_by=heads[0], owned_by_school=True
        )
    with TemporaryDirectory(prefix="clearpost-sample-") as scratch:
        pupils, consents = school.write_lists(Path(scratch), day=f"{workspace.clock.today():%d/%m/%Y}")
        apply_import(workspace, ACTOR, preview_pupils(workspace, ACTOR, pupils))
        apply_import(workspace, ACTOR, preview_consents(workspace, ACTOR, consents))
