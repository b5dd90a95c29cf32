"""Updates are told of when the maker signed them, and never installed."""

from __future__ import annotations

import base64
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from app import __version__
from app.cli.main import run
from app.machine import MachinePolicy
from app.workflow.updates import FILE, SIGNATURE, Standing, UpdateError, fetch_file, fits, look_for_update, told
from tests.unit.policy_files import settle

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def signing(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The maker's side."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    from bundle import signing

    yield signing
    for name in [name for name in sys.modules if name.split(".")[0] in {"bundle", "environment"}]:
        del sys.modules[name]


@pytest.fixture
def offer(signing: ModuleType, tmp_path: Path) -> Callable[..., MachinePolicy]:
    """Put a signed offer into a folder; gives the policy of a PC that looks there."""
    key = signing.new_key(tmp_path / "maker.pem")
    installer = tmp_path / "clearpost.deb"
    installer.write_bytes(b"the installer")

    def make(version: str = "9.0.0") -> MachinePolicy:
        private = signing.read_key(tmp_path / "maker.pem")
        signing.sign([installer], private, tmp_path / "share", version=version, notes=["Certificates are found."])
        return MachinePolicy(update_place=str(tmp_path / "share"), update_key=key)

    return make


def refusal(policy: MachinePolicy, **given: object) -> UpdateError:
    with pytest.raises(UpdateError) as refused:
        look_for_update(policy, **given)  # type: ignore[arg-type]
    assert str(refused.value).endswith(".")
    return refused.value


def test_a_newer_version_is_told_with_what_is_new(offer: Callable[..., MachinePolicy]) -> None:
    update = look_for_update(offer())
    assert update.standing() is Standing.NEWER
    assert update.notes == ("Certificates are found.",)
    assert [installer.system for installer in update.installers] == ["linux"]
    assert told(update) == (
        f"Version 9.0.0 is there; this is {__version__}. IT installs it, ClearPost never does so by itself."
    )


@pytest.mark.parametrize(
    ("offered", "running", "standing"),
    [("0.2.0", "0.10.0", Standing.OLDER), ("1.0", "1.0.0", Standing.SAME), ("0.10.0", "0.9.9", Standing.NEWER)],
)
def test_versions_are_compared_as_numbers(
    offer: Callable[..., MachinePolicy], offered: str, running: str, standing: Standing
) -> None:
    update = look_for_update(offer(offered))
    assert update.standing(running) is standing
    assert ("nothing to do" in told(update, running)) is (standing is Standing.OLDER)


def test_without_a_place_or_a_key_nothing_is_looked_for(offer: Callable[..., MachinePolicy]) -> None:
    asked: list[str] = []

    def fetch(place: str, name: str) -> bytes:
        asked.append(name)
        return b""

    policy = offer()
    assert refusal(MachinePolicy(), fetch=fetch).code == "no-place"
    for key in ("", "not base64", base64.b64encode(b"too short").decode()):
        assert refusal(replace(policy, update_key=key), fetch=fetch).code == "no-key"
    assert asked == []


def test_a_changed_file_a_changed_signature_and_another_key_are_not_believed(
    offer: Callable[..., MachinePolicy], signing: ModuleType, tmp_path: Path
) -> None:
    policy = offer()
    assert refusal(replace(policy, update_key=signing.new_key(tmp_path / "other.pem"))).code == "bad-signature"
    file, signature = tmp_path / "share" / FILE, tmp_path / "share" / SIGNATURE
    whole = file.read_bytes()
    file.write_bytes(whole.replace(b"9.0.0", b"9.0.1"))
    assert refusal(policy).code == "bad-signature"
    file.write_bytes(whole)
    for said in (b"", b"AAAA", b"\xff\xfe", signature.read_bytes()[:-10]):
        signature.write_bytes(said)
        assert refusal(policy).code == "bad-signature"


def test_a_signature_of_the_key_over_something_else_does_not_fit(
    offer: Callable[..., MachinePolicy], signing: ModuleType, tmp_path: Path
) -> None:
    policy = offer()
    key = signing.read_key(tmp_path / "maker.pem")
    content = (tmp_path / "share" / FILE).read_bytes()
    (tmp_path / "share" / SIGNATURE).write_bytes(base64.b64encode(key.sign(content)))
    assert refusal(policy).code == "bad-signature"


def test_a_place_that_cannot_be_reached_is_said_and_nothing_else_happens(offer: Callable[..., MachinePolicy]) -> None:
    policy = offer()
    for place in (policy.update_place + "-gone", "https://127.0.0.1:9/updates"):
        problem = refusal(replace(policy, update_place=place))
        assert problem.code == "offline"
        assert "cannot be reached now" in str(problem)


def test_only_folders_and_https_addresses_are_asked() -> None:
    for place in ("http://127.0.0.1/", "ftp://127.0.0.1/", "file:///etc"):
        with pytest.raises(UpdateError) as refused:
            fetch_file(place, FILE)
        assert refused.value.code == "no-place"


def test_a_file_without_end_is_not_read_whole(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(bytes(1 << 20))
    with pytest.raises(UpdateError) as refused:
        fetch_file(str(tmp_path), FILE)
    assert refused.value.code == "damaged"


@pytest.mark.parametrize(
    "said",
    [
        [],
        {},
        {"format": "clearpost/update/2", "version": "9.0.0", "released": "", "notes": [], "files": []},
        {"format": "clearpost/update/1", "version": "nine", "released": "", "notes": [], "files": []},
        {"format": "clearpost/update/1", "version": "9.0.0", "released": "", "notes": [], "files": [{}]},
        {"format": "clearpost/update/1", "version": 9, "released": "", "notes": [], "files": []},
    ],
)
def test_signed_content_of_another_kind_is_not_understood(
    offer: Callable[..., MachinePolicy], signing: ModuleType, tmp_path: Path, said: object
) -> None:
    policy = offer()
    content = json.dumps(said).encode()
    (tmp_path / "share" / FILE).write_bytes(content)
    key = signing.read_key(tmp_path / "maker.pem")
    (tmp_path / "share" / SIGNATURE).write_bytes(base64.b64encode(key.sign(signing.SIGNED + content)))
    assert refusal(policy).code == "damaged"


def test_an_installer_is_proven_byte_for_byte(offer: Callable[..., MachinePolicy], tmp_path: Path) -> None:
    update = look_for_update(offer())
    assert fits(tmp_path / "clearpost.deb", update)
    (tmp_path / "clearpost.deb").write_bytes(b"the installer and more")
    assert not fits(tmp_path / "clearpost.deb", update)
    with pytest.raises(UpdateError):
        fits(tmp_path / "gone.deb", update)


def test_the_terminal_tells_and_its_exit_code_says_whether_the_file_is_the_one(
    offer: Callable[..., MachinePolicy],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    policy = offer()
    text = f'[updates]\nplace = "{policy.update_place}"\nkey = "{policy.update_key}"\n'
    monkeypatch.setenv("CLEARPOST_POLICY", str(settle(tmp_path, text)))
    assert run(["updates", "check", "--file", str(tmp_path / "clearpost.deb")]) == 0
    assert "is one of these files" in capsys.readouterr().out
    (tmp_path / "clearpost.deb").write_bytes(b"another")
    assert run(["updates", "check", "--json", "--file", str(tmp_path / "clearpost.deb")]) == 1
    said = json.loads(capsys.readouterr().out)
    assert (said["standing"], said["file_fits"], said["offered"]["version"]) == ("newer", False, "9.0.0")
    assert run(["updates", "check", "--place", str(tmp_path / "nowhere")]) == 1
    assert "cannot be reached now" in capsys.readouterr().err


def test_a_key_is_never_replaced_and_only_its_owner_reads_it(signing: ModuleType, tmp_path: Path) -> None:
    signing.new_key(tmp_path / "maker.pem")
    assert (tmp_path / "maker.pem").stat().st_mode & 0o077 == 0
    with pytest.raises(signing.BuildError, match="never replaced"):
        signing.new_key(tmp_path / "maker.pem")
    with pytest.raises(signing.BuildError, match="not an installer"):
        signing.sign(
            [tmp_path / "maker.pem"], signing.read_key(tmp_path / "maker.pem"), tmp_path, version="1.0", notes=[]
        )
