"""A program of its own that records refusals one after the other, and says each on standard output once it is kept.

Arguments: workspace folder, the pupil's id, how many; the passphrase comes on standard input.
"""

from __future__ import annotations

import sys
from pathlib import Path

from app.bootstrap import open_workspace
from app.domain.consent import Answer, ConsentKind, PlatformId
from app.domain.people import PersonId
from consent_db import audit, consent
from consent_db.consent import NewConsent


def main(arguments: list[str]) -> int:
    workspace = open_workspace(Path(arguments[0]), passphrase=sys.stdin.readline().rstrip("\n"))
    for number in range(int(arguments[2])):
        with workspace.database.transaction() as connection:
            event_id = consent.record(
                connection,
                NewConsent(
                    person_id=PersonId(arguments[1]),
                    kind=ConsentKind.IMAGE,
                    platform_id=PlatformId("facebook"),
                    answer=Answer.NO,
                    giver=f"giver {number}",
                    valid_from=workspace.clock.today(),
                ),
                by="writer",
            )
            audit.append(connection, "writer", "consent-recorded", subjects=[event_id])
        print(event_id, flush=True)
    workspace.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
