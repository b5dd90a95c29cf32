"""Every text of the window goes through the translation; the Welsh file is in step, whole and right in its plurals."""

from __future__ import annotations

import ast
import importlib.util
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[3]
SAYING = {"tr", "phrase", "trn", "phrases", "count"}
READS_LIKE_WORDS = re.compile(r"[A-Za-z]{2,}[,.:;…]? +[A-Za-z“(]|^[A-Z][a-z]{2,}|[a-z]{2,} $|^ [a-z]{2,}")
KEYS_AND_ADDRESSES = re.compile(r"(Ctrl|Shift|Alt)\+\S+|https?://\S*|\S+\.(csv|pdf|json|qss|toml|png)")
NOT_SAID = {"health.py", "fault_details.py", "watchdog.py", "language.py", "days.py", "stylesheet.py"}
"""Output for support and for the command line, measurements, and the translation itself."""
NOT_FOR_PEOPLE = {
    "BugError",
    "error",
    "exception",
    "warning",
    "ZoneInfo",
    "TypeVarTuple",
    "TypeVar",
    "setStyle",
    "setDisplayFormat",
}
ALLOWED = {
    "ClearPost": "the name of the program",
    "ClearPost packs": "the name of a folder, the same whoever looks for it",
    "ask again": "the key of a view",
    "Escape": "the name of a key for Qt",
    "the ": "taken off a word, not said", "an ": "taken off a word, not said", "yr ": "taken off a word, not said",
    "Still on the device": "the key of a part; said by tr", "Removed, with a receipt": "the key of a part; said by tr",
    "Waits for the Headteacher": "the key of a part; said by tr", "Not taken": "the key of a part; said by tr",
    "Everything": "the key of a part; said by tr",
}  # fmt: skip
MAIN_SCREENS = (
    "sign_in", "set_up", "main_window", "account_bar", "foot_bar", "notices", "lock_page", "locking", "plugged",
    "words", "home", "import_", "pick", "review", "posts", "post_", "photo_choice", "approve", "publish", "pack_card",
    "register", "person", "contacts_panel", "answer_form", "consent_cell", "says_no", "devices", "questions",
)  # fmt: skip
NOUNS = {
    "llun": ("lun", "llun"), "postiad": ("bostiad", "phostiad"), "person": ("berson", "pherson"),
    "plentyn": ("blentyn", "phlentyn"), "disgybl": ("ddisgybl", "disgybl"), "diwrnod": ("ddiwrnod", "diwrnod"),
    "cofnod": ("gofnod", "chofnod"), "teulu": ("deulu", "theulu"), "peth": ("beth", "pheth"), "lle": ("le", "lle"),
    "cwestiwn": ("gwestiwn", "chwestiwn"),
    "platfform": ("blatfform", "phlatfform"), "cwrs": ("gwrs", "chwrs"), "munud": ("funud", "munud"),
    "llinell": ("linell", "llinell"), "lliw": ("liw", "lliw"), "rheol": ("reol", "rheol"), "rhan": ("ran", "rhan"),
    "mewnforiad": ("fewnforiad", "mewnforiad"), "nod": ("nod", "nod"), "ffeil": ("ffeil", "ffeil"),
    "wyneb": ("wyneb", "wyneb"), "eitem": ("eitem", "eitem"), "ateb": ("ateb", "ateb"), "enw": ("enw", "enw"),
    "ffilm": ("ffilm", "ffilm"), "set": ("set", "set"), "llythyren": ("lythyren", "llythyren"),
    "hysbysiad": ("hysbysiad", "hysbysiad"), "ffôn": ("ffôn", "ffôn"), "cais": ("gais", "chais"),
}  # fmt: skip
"""What a noun becomes after two, and after three and six."""


def _languages() -> ModuleType:
    spec = importlib.util.spec_from_file_location("languages", ROOT / "packaging" / "languages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["languages"] = module
    spec.loader.exec_module(module)
    return module


languages = _languages()
WELSH = languages.FOLDER / "clearpost_cy.ts"
SOON = 40
"""So many texts of the code may still wait for the next ./run languages, so that nobody has to stop for it."""


@pytest.fixture(scope="module")
def messages() -> dict[tuple[str, str, str], list[str]]:
    return languages.messages()


@pytest.fixture(scope="module")
def welsh() -> dict[tuple[str, str, str], str]:
    return {key: words for key, words in languages.read(WELSH).items() if words}


def _unsaid(path: Path) -> Iterator[str]:
    """Strings of a file that read like words for people and go through no translation."""
    tree = ast.parse(path.read_text("utf-8"))
    above = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        parent = above.get(node)
        if isinstance(node, ast.JoinedStr):
            words = "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and not isinstance(parent, ast.JoinedStr):
            words = node.value
        else:
            continue
        call = parent.func if isinstance(parent, ast.Call) else None
        name = call.attr if isinstance(call, ast.Attribute) else getattr(call, "id", "")
        is_key = isinstance(parent, ast.Subscript | ast.Compare | ast.Expr) or name in SAYING | NOT_FOR_PEOPLE
        if is_key or words in ALLOWED or KEYS_AND_ADDRESSES.fullmatch(words.replace("{}", "x")):
            continue
        if READS_LIKE_WORDS.search(words):
            yield f"{path.name}:{node.lineno}: {words}"


def test_every_text_of_the_window_goes_through_the_translation() -> None:
    files = [path for path in (ROOT / "app" / "ui").rglob("*.py") if path.name not in NOT_SAID]
    assert len(files) > 100
    assert [found for path in sorted(files) for found in _unsaid(path)] == []


def test_the_translators_file_holds_the_texts_of_the_window(messages: dict[tuple[str, str, str], list[str]]) -> None:
    wanted = {key for key in messages if key[0] == languages.WINDOW}
    held = {key for key in languages.read(WELSH) if key[0] == languages.WINDOW}
    assert len(wanted) > 1500
    assert len(wanted - held) <= SOON, f"run ./run languages: {sorted(wanted - held)[:5]}"
    assert len(held - wanted) <= SOON, f"run ./run languages: {sorted(held - wanted)[:5]}"


def test_what_qt_loads_is_what_was_translated(tmp_path: Path) -> None:
    languages.compile_to(WELSH, tmp_path / "made.qm")
    assert (tmp_path / "made.qm").read_bytes() == WELSH.with_suffix(".qm").read_bytes(), "run ./run languages"


def test_each_welsh_text_has_the_places_of_the_english_one(welsh: dict[tuple[str, str, str], str]) -> None:
    def places(words: str) -> set[str]:
        return set(re.findall(r"\{(\w*)\}", words))

    def differs(key: tuple[str, str, str], words: str) -> bool:
        needed = places(key[1]) - ({"n"} if key[2] == "one" else set())
        return not needed <= places(words) or not places(words) <= places(key[1])

    assert len(welsh) > 1500
    assert [(key, words) for key, words in welsh.items() if differs(key, words)] == []


def test_a_welsh_text_keeps_the_spaces_that_join_it_to_others(welsh: dict[tuple[str, str, str], str]) -> None:
    def edges(words: str) -> tuple[bool, bool]:
        return words[:1] == " ", words[-1:] == " "

    assert len(welsh) > 1500
    assert [(key, words) for key, words in welsh.items() if edges(key[1]) != edges(words)] == []


def test_a_text_that_counts_has_every_form_or_none(welsh: dict[tuple[str, str, str], str]) -> None:
    counted: dict[str, set[str]] = {}
    for _context, source, form in welsh:
        if form:
            counted.setdefault(source, set()).add(form)
    assert len(counted) > 40
    assert {source: forms for source, forms in counted.items() if forms != set(languages.FORMS)} == {}


def test_nouns_mutate_after_two_three_and_six(welsh: dict[tuple[str, str, str], str]) -> None:
    wrong, seen = [], set()
    for (context, source, form), words in welsh.items():
        noun = re.search(r"\{n\} (\w+)", words)
        if form != "other" or noun is None:
            continue
        plain = noun.group(1)
        assert plain in NOUNS, f"say how {plain} mutates"
        soft, aspirate = NOUNS[plain]
        seen.add(plain)
        for other, wanted in (("two", soft), ("few", aspirate), ("many", aspirate), ("zero", plain)):
            said = welsh[context, source, other]
            if f"{{n}} {wanted}" not in said:
                wrong.append((source, other, said))
    assert {"llun", "postiad", "person", "disgybl"} <= seen
    assert wrong == []


def test_the_main_screens_are_in_welsh(
    messages: dict[tuple[str, str, str], list[str]], welsh: dict[tuple[str, str, str], str]
) -> None:
    def is_main(file: str) -> bool:
        return Path(file).stem.startswith(MAIN_SCREENS) or file in languages.SENTENCES

    keys = [key for key, files in messages.items() if any(map(is_main, files))]
    window = [key for key in keys if key[0] == languages.WINDOW]
    below = [key for key in keys if key[0] == languages.BELOW]
    shares = {screen: sum(key in welsh for key in among) / len(among) for screen, among in
              {"main screens": window, "sentences on them": below}.items()}  # fmt: skip
    print({screen: f"{share:.1%}" for screen, share in shares.items()})
    assert shares["main screens"] > 0.95
    assert shares["sentences on them"] > 0.6
