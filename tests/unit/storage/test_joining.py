"""Asking to join and the answer: only the PC that asked opens it, and a swapped request cannot hide."""

from __future__ import annotations

import base64
import json

import pytest

from app.domain.errors import NotAllowedError, StorageError
from app.storage.joining import make_grant, new_request, open_grant, read_request, request_of_grant
from app.storage.keys import WorkspaceKey
from app.storage.this_pc import PcKey

KEY = WorkspaceKey(bytes(range(32)))
DETAILS = {"id": "w", "register": {"password": "the login's own"}}


def test_the_pc_that_asked_gets_the_key_and_what_its_card_needs():
    pc = PcKey.new()
    request = read_request(new_request("Deputy’s  PC", pc).to_bytes())
    assert request.pc == "Deputy’s PC"
    grant = make_grant(request, KEY, DETAILS)
    assert request_of_grant(grant) == request.id
    granted = open_grant(grant, pc)
    assert (granted.key, granted.details) == (KEY, DETAILS)
    assert b"the login's own" not in grant


def test_no_other_pc_opens_it():
    grant = make_grant(new_request("deputy", PcKey.new()), KEY, DETAILS)
    with pytest.raises(StorageError) as refusal:
        open_grant(grant, PcKey.new())
    assert refusal.value.code == "another-pc"


@pytest.mark.parametrize("field", ["request", "pc", "once", "key", "details"])
def test_an_answer_changed_on_the_way_is_refused(field):
    pc = PcKey.new()
    said = json.loads(make_grant(new_request("deputy", pc), KEY, DETAILS))
    if field in ("request", "pc"):
        said[field] += "x"
    else:
        data = bytearray(base64.b64decode(said[field]))
        data[len(data) // 2] ^= 1
        said[field] = base64.b64encode(data).decode()
    with pytest.raises(StorageError) as refusal:
        open_grant(json.dumps(said).encode(), pc)
    assert refusal.value.code == "another-pc"


@pytest.mark.parametrize("field", ["id", "pc", "public_key"])
def test_a_request_changed_on_the_way_has_another_fingerprint(field):
    request = new_request("deputy", PcKey.new())
    other = new_request("another", PcKey.new())
    said = json.loads(request.to_bytes()) | {field: getattr(other, field)}
    assert read_request(json.dumps(said).encode()).fingerprint != request.fingerprint
    assert read_request(request.to_bytes()).fingerprint == request.fingerprint
    assert len(request.fingerprint) == 24


@pytest.mark.parametrize(
    "data",
    [b"", b"no json", b"[]", b"{}", b'{"format": "clearpost/join-request/1"}', b"x" * 100_000],
)
def test_other_files_are_refused_with_a_sentence(data):
    for read in (read_request, request_of_grant):
        with pytest.raises(StorageError) as refusal:
            read(data)
        assert refusal.value.code == "not-a-join-file"


def test_a_key_that_is_none_and_a_name_that_hides_something_are_refused():
    said = json.loads(new_request("deputy", PcKey.new()).to_bytes())
    for doctored in (said | {"public_key": "AAAA"}, said | {"pc": "a\nb"}, said | {"pc": ""}, said | {"id": "../x"}):
        with pytest.raises(StorageError):
            read_request(json.dumps(doctored).encode())
    with pytest.raises(NotAllowedError):
        new_request("  ", PcKey.new())
