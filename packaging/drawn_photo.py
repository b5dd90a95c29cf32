"""Write a picture of drawn children to a file, to try a built program on it: `drawn_photo.py photo.jpg`."""

from __future__ import annotations

import sys
from pathlib import Path

from app.imaging.drawn_pictures import class_picture

if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(class_picture((1, 2, 3, 4), width=1200, height=800))
