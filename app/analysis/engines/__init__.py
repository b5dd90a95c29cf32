"""One adapter per library; nobody else imports that library. Libraries load when an engine is built in its process."""

from __future__ import annotations

import sys

# OpenVINO brings a converter of models, which tells its maker over the internet of every import. Nothing is converted
# here and nothing leaves the school's computer, so both are shut out before any adapter loads OpenVINO.
for _name in ("openvino.tools.ovc", "openvino_telemetry"):
    sys.modules.setdefault(_name, None)  # type: ignore[arg-type]  # the way to make an import fail
