"""Collect every text of the window, keep the files of the translators in step, and compile what they translated.

`./run languages` is for whoever changed a text; a test fails while code and files differ. Nothing is guessed: a new
text stands in the file without a translation until somebody writes one, and the window shows it in English.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "languages"
WINDOW, BELOW = "ClearPost", "Below the window"
FORMS = ("one", "two", "few", "many", "zero", "other")
"""The forms of a text that counts, each a message of its own: Qt's rule for Welsh does not tell two from three."""
ERRORS = {
    "KnownError", "DeviceError", "PhotoUnreadableError", "StorageError", "RegisterError", "EngineUnavailableError",
    "NotAllowedError", "SignInError", "VerificationError",
}  # fmt: skip
SENTENCES = (
    "app/decision/words.py",
    "app/domain/biometrics.py",
    "app/domain/cases.py",
    "app/domain/people.py",
    "app/domain/platform_rules.py",
    "app/domain/record_words.py",
    "app/domain/retention.py",
    "app/domain/school_rules.py",
    "app/posts/checking.py",
    "app/posts/rights.py",
    "app/posts/suitability.py",
    "app/posts/words.py",
    "app/workflow/alerts.py",
    "app/workflow/consent_checks.py",
    "app/workflow/enrolment.py",
    "app/workflow/figures.py",
    "app/workflow/first_post.py",
    "app/workflow/import_stops.py",
    "app/workflow/left_off.py",
    "app/workflow/questions.py",
    "app/workflow/refresh.py",
    "app/workflow/signing_in.py",
)
"""Modules below the window whose sentences stand on the main screens."""
QT = {
    "QLineEdit": ("&Undo", "&Redo", "Cu&t", "&Copy", "&Paste", "Delete", "Select All"),
    "QWidgetTextControl": ("&Undo", "&Redo", "Cu&t", "&Copy", "Copy &Link Location", "&Paste", "Delete", "Select All"),
    "QAbstractSpinBox": ("&Select All", "&Step up", "Step &down"),
}
"""What Qt itself says in menus of text fields, by its own contexts; it comes without a Welsh file."""


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """One text: its English words as translators see them, whether it counts, and the file it is in."""

    source: str
    counts: bool
    file: str


def window_texts() -> Iterator[Text]:
    """What the calls of app/ui/language.py name."""
    for path in sorted((ROOT / "app" / "ui").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                yield from (Text(source, counts, name) for source, counts in _named(node.func.id, node.args))


def _named(function: str, given: list[ast.expr]) -> Iterator[tuple[str, bool]]:
    words = [one.value if isinstance(one, ast.Constant) and isinstance(one.value, str) else None for one in given]
    if function in ("tr", "phrase") and words and words[0] is not None:
        yield words[0], False
    elif function in ("trn", "phrases") and len(words) > 1 and words[1] is not None:
        yield words[1], True
    elif function == "count" and len(words) > 1 and words[1] is not None:
        yield "{n} " + ((words[2] if len(words) > 2 else "") or words[1] + "s"), True


def sentences_below() -> Iterator[Text]:
    """The words and remedies of errors, and the sentences of the modules that feed the main screens."""
    for folder in ("app", "consent_db"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            if name.startswith(("app/ui/", "app/cli/")):
                continue
            tree = ast.parse(path.read_text("utf-8"))
            for node in ast.walk(tree):
                if isinstance(node, ast.Call) and _called(node) in ERRORS:
                    said = [*node.args[:1], *(word.value for word in node.keywords if word.arg in ("words", "remedy"))]
                    yield from (Text(source, False, name) for part in said for source in _templates(part))
            if name in SENTENCES:
                yield from (Text(source, False, name) for source in _all_sentences(tree))


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _templates(node: ast.expr) -> Iterator[str]:
    """The texts an expression may give; what is filled in at run time becomes ``{a}``, ``{b}`` and so on."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        letters = iter("abcdefghij")
        words = re.sub(r"\{\}", lambda _place: f"{{{next(letters)}}}", node.value)
        yield from [words] if words.strip() else []
    elif isinstance(node, ast.IfExp):
        yield from _templates(node.body)
        yield from _templates(node.orelse)
    elif isinstance(node, ast.JoinedStr):
        letters = iter("abcdefghij")
        parts = [part.value if isinstance(part, ast.Constant) else f"{{{next(letters)}}}" for part in node.values]
        words = "".join(parts)
        yield from [words] if re.search(r"[A-Za-z]{3}", re.sub(r"\{\w\}", "", words)) else []


def _all_sentences(tree: ast.Module) -> Iterator[str]:
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    left_out = inside | {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    listed = {id(word) for node in ast.walk(tree) if isinstance(node, ast.Dict) for word in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and id(node) not in left_out):
            yield from (words for words in _templates(node) if " " in words.strip() or id(node) in listed)


def messages() -> dict[tuple[str, str, str], list[str]]:
    """Each message as a translator gets it: context, source and form, with the files it is said in."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for context, texts in ((WINDOW, window_texts()), (BELOW, sentences_below())):
        for text in texts:
            for form in FORMS if text.counts else ("",):
                files = found.setdefault((context, text.source, form), [])
                files.append(text.file) if text.file not in files else None
    return found | {(context, source, ""): ["Qt"] for context, sources in QT.items() for source in sources}


def read(file: Path) -> dict[tuple[str, str, str], str]:
    """What is translated in a file, by context, source and form."""
    found = {}
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314 - a file of this repository
        name = context.findtext("name", "")
        for message in context.iter("message"):
            key = (name, message.findtext("source", ""), message.findtext("comment", ""))
            found[key] = message.findtext("translation", "")
    return found


def write(file: Path, language: str, known: dict[tuple[str, str, str], str]) -> None:
    """Write every message that the code knows, with what is known of its translation; the rest is gone."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en_GB")
    wanted = messages()
    for name in (WINDOW, BELOW, *QT):
        context = ET.SubElement(root, "context")
        ET.SubElement(context, "name").text = name
        for key, files in wanted.items():
            if key[0] != name:
                continue
            message = ET.SubElement(context, "message")
            for place in sorted(files):
                ET.SubElement(message, "location", filename=f"../../{place}") if name not in QT else None
            ET.SubElement(message, "source").text = key[1]
            if key[2]:
                ET.SubElement(message, "comment").text = key[2]
            translation = ET.SubElement(message, "translation")
            translation.text = known.get(key) or None
            if not translation.text:
                translation.set("type", "unfinished")
    ET.indent(root, " ")
    words = ET.tostring(root, encoding="unicode")
    file.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{words}\n', encoding="utf-8")


def compile_to(file: Path, target: Path) -> None:
    """Make what Qt loads."""
    release = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([str(release), "-silent", str(file), "-qm", str(target)], check=True)


def main(_words: list[str]) -> int:
    """Bring files and code in step, and say how far each language is."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    below = sorted({source for context, source, _form in messages() if context == BELOW and "{" in source})
    (FOLDER / "sentences.json").write_text(json.dumps(below, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    for file in sorted(FOLDER.glob("clearpost_*.ts")):
        known = read(file)
        write(file, f"{file.stem.removeprefix('clearpost_')}_GB", known)
        compile_to(file, file.with_suffix(".qm"))
        wanted = messages()
        done = sum(1 for key in wanted if known.get(key))
        print(f"{file.name}: {done} of {len(wanted)} messages translated", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
