"""The grammar of the terminal: what is loaded, what is refused, and what comes out where."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT

HEAVY = ("PySide6", "cv2", "openvino", "rapidocr", "dlib", "PIL")


def clearpost(*words: str, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "app", *words],
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["detect"],
        ["detect", "--only", "feet", "a.jpg"],
        ["cover", "a.jpg"],
        ["check", "a.jpg"],
        ["users"],
    ],
)
def test_wrong_usage_says_so_on_standard_error_and_exits_2(words: list[str]) -> None:
    result = clearpost(*words)
    assert result.returncode == 2
    assert result.stdout == ""
    assert result.stderr.strip()


def test_help_names_every_command_of_the_design() -> None:
    result = clearpost("--help")
    assert result.returncode == 0
    for word in ("demo", "detect", "cover", "check", "init", "import", "register", "users", "audit", "doctor"):
        assert word in result.stdout


def test_without_a_screen_the_window_says_so_in_a_sentence_and_exits_2() -> None:
    nothing = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    result = clearpost(environment=nothing)
    if sys.platform != "linux":
        pytest.skip("only Linux can lack a screen")
    assert result.returncode == 2
    assert "needs a screen" in result.stderr


def test_a_folder_without_a_workspace_is_refused_in_a_sentence(tmp_path: object) -> None:
    words = ["audit", "verify", "--workspace", str(tmp_path), "--user", "it", "--passphrase-stdin", "--password-stdin"]
    result = subprocess.run(
        [sys.executable, "-m", "app", *words],
        cwd=ROOT,
        input="four words of secret\npassword\n",
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1
    assert "There is no ClearPost workspace" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("module", ["app.cli.upkeep", "app.cli.session", "app.bootstrap"])
def test_commands_that_do_not_look_at_pictures_load_neither_vision_nor_qt(module: str) -> None:
    code = f"import sys, {module}; print([n for n in {HEAVY!r} if n in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
