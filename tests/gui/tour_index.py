"""A page to leaf through the tour's pictures in a browser, without anything from elsewhere."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture; `size` is empty for windows that have a size of their own."""

    name: str
    words: str
    size: str
    theme: str
    text: int

    @property
    def look(self) -> str:
        """What the same page is told apart by, such as ``dark 150 %``."""
        return " ".join(part for part in (self.theme, f"{self.text} %", self.size) if part)

    @property
    def file(self) -> str:
        return "-".join(part for part in (self.name, self.size, self.theme, str(self.text)) if part) + ".png"


_PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>ClearPost: the tour</title>
<style>
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; background: #16181C; color: #ECEFF4 }
body { display: flex; height: 100vh }
nav { width: 300px; overflow: auto; padding: 12px; flex: none } main { flex: 1; overflow: auto; padding: 12px }
nav button { display: block; width: 100%; text-align: left; padding: 4px 8px; border: 0; border-radius: 4px;
  background: none; color: inherit; font: inherit; cursor: pointer }
button[aria-current="true"] { background: #2B3A5C } img { max-width: 100%; border: 1px solid #727C8B }
.looks button { font: inherit; padding: 4px 10px; margin: 0 4px 8px 0 }
</style>
<nav aria-label="Pages"></nav>
<main><p>Up and down arrows: pages. Left and right arrows: themes and sizes.</p>
<div class="looks"></div><h1></h1><img></main>
<script>
const shots = __SHOTS__, names = [...new Set(shots.map(s => s.name))], looks = [...new Set(shots.map(s => s.look))];
let at = 0, look = 0;
const nav = document.querySelector("nav"), bar = document.querySelector(".looks");
const image = document.querySelector("img");
function add(to, words, act) {
  const b = document.createElement("button");
  b.textContent = words; b.onclick = act; to.append(b);
}
names.forEach((n, i) => add(nav, shots.find(s => s.name === n).words, () => { at = i; show() }));
looks.forEach((l, i) => add(bar, l, () => { look = i; show() }));
function show() {
  const mine = shots.filter(s => s.name === names[at]);
  const [theme, size] = looks[look].split(" ");
  const alike = mine.find(s => s.look.startsWith(theme + " " + size));
  const shot = mine.find(s => s.look === looks[look]) || alike || mine[0];
  document.querySelector("h1").textContent = shot.words;
  image.src = shot.file; image.alt = shot.words + ", " + shot.look;
  [...nav.children].forEach((b, i) => b.setAttribute("aria-current", i === at));
  [...bar.children].forEach((b, i) => b.setAttribute("aria-current", i === look));
  nav.children[at].scrollIntoView({ block: "nearest" });
}
addEventListener("keydown", e => {
  const step = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[e.key];
  if (!step) return;
  e.preventDefault();
  at = (at + step[0] + names.length) % names.length;
  look = (look + step[1] + looks.length) % looks.length;
  show();
});
show();
</script></html>
"""


def write_index(folder: Path, shots: Sequence[Shot]) -> None:
    """Write ``index.html`` beside the pictures."""
    listed = [{"name": s.name, "words": s.words, "look": s.look, "file": s.file} for s in shots]
    text = json.dumps(listed, ensure_ascii=False).replace("</", "<\\/")
    (folder / "index.html").write_text(_PAGE.replace("__SHOTS__", text), encoding="utf-8")
