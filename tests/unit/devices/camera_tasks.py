"""What the tests do with libgphoto2's virtual camera, in a program of its own: the library reads the folder at import.

Arguments: what to do, and folders. Prints one JSON document.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

FOLDER = "/store_00010001/DCIM/100NIKON"


def listing(card: Path) -> Any:
    from app.devices.gphoto_device import GphotoDevice, find_cameras

    ((port, model),) = find_cameras()
    device = GphotoDevice(port, asks_anew=False)
    objects = list(device.list_objects())
    plain = {o.name: (card / "DCIM" / "100NIKON" / o.name).read_bytes() for o in objects}
    same = {o.name: device.read(o.object_id) == b"".join(device.pieces(o.object_id)) == plain[o.name] for o in objects}
    identity = device.identity
    first = objects[0].object_id
    device.remove(first)
    answer = {
        "model": model,
        "objects": [[o.object_id, o.bytes, o.folder, o.modified is not None] for o in objects],
        "same": same,
        "gone": not device.exists(first),
        "others": [device.exists(o.object_id) for o in objects[1:]],
        "never": device.exists(FOLDER + "/NEVER.JPG"),
        "label": identity.label,
        "key": identity.key,
        "kind": identity.suggested_kind.value,
    }
    device.close()
    device.close()
    return answer


def importing(school: Path, *, asks_anew: bool) -> Any:
    from app.devices.gphoto_device import GphotoDevice, find_cameras
    from app.domain.photo import DeviceKind
    from app.workflow.import_photos import finish_removals, import_photos
    from tests.flow.importing import SECRETARY, inconsistencies, open_school

    workspace = open_school(school)
    device = GphotoDevice(find_cameras()[0][0], asks_anew=asks_anew)
    outcomes = list(
        import_photos(
            workspace, SECRETARY, device, event="Sports day", device_kind=DeviceKind.PERSONAL, remove_originals=True
        )
    )
    again = [o.state for o in finish_removals(workspace, SECRETARY, device)]
    answer = {
        "states": [o.state and o.state.value for o in outcomes],
        "codes": [o.problem and o.problem.code for o in outcomes],
        "receipts": [o.receipt for o in outcomes],
        "again": again,
        "left": [o.name for o in device.list_objects()],
        "wrong": list(inconsistencies(workspace)),
    }
    device.close()
    workspace.close()
    return answer


def missing() -> Any:
    from app.devices.gphoto_device import GphotoDevice, find_cameras
    from app.domain.errors import DeviceError

    found = find_cameras()
    try:
        GphotoDevice("usb:250,250")
    except DeviceError as problem:
        return {"found": len(found), "code": problem.code, "remedy": problem.remedy}
    return {"found": len(found), "code": ""}


if __name__ == "__main__":
    what, *places = sys.argv[1:]
    if places:
        os.environ["VCAMERADIR"] = places[0]
    if what == "list":
        said = listing(Path(places[0]))
    elif what == "missing":
        said = missing()
    else:
        said = importing(Path(places[1]), asks_anew=what == "import-anew")
    print(json.dumps(said))
