"""`./run bench identify DATA`: how many members are found, how many strangers pass, beside face_recognition.

TPIR: the share of members' photos whose person is ranked first and passes. FPIR: the share of strangers for whom
anybody passes. Intervals are 95 %, by drawing people and strangers anew.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from app.analysis.engines.dlib_embedder import DlibEmbedder
from app.analysis.engines.dlib_weights import NETWORK
from app.analysis.matching.gallery import template
from app.analysis.matching.thresholds import read_measurement
from tests.bench.identify_faces import Faces, Protocol, at_width, our_faces, peer_faces, read_protocol
from tests.bench.identify_thresholds import Row, measurement, rows_for, shifts_for, write

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "identify_lfw"
Scores = NDArray[np.float32]
REPEATS = 500
WIDTHS = (24, 32, 48, 64)
GALLERIES = (10, 35, 100, 300, 1000)


@dataclass(frozen=True)
class Trial:
    """Scores of members' probes (rows) and of strangers against everybody enrolled; higher is more alike.

    `own` is the column of each probe's person. A member whose face was not found is a row of lowest scores.
    """

    members: Scores
    own: NDArray[np.intp]
    strangers: Scores

    def fpir(self, threshold: float) -> float:
        return float((self.strangers.max(axis=1) >= threshold).mean())

    def tpir(self, threshold: float) -> float:
        best = self.members.argmax(axis=1) == self.own
        return float((best & (self.members.max(axis=1) >= threshold)).mean())

    def at(self, fpir: float) -> float:
        """The threshold that this share of the strangers passes."""
        return float(np.quantile(self.strangers.max(axis=1), 1 - fpir, method="higher"))

    def drawn(self, random: np.random.Generator) -> Trial:
        """The same with people (all their photos together) and strangers drawn anew; the gallery stays as it is."""
        people = self.members.shape[1]
        chosen = random.integers(0, people, people)
        rows = np.concatenate([np.flatnonzero(self.own == person) for person in chosen])
        strangers = self.strangers[random.integers(0, len(self.strangers), len(self.strangers))]
        return Trial(self.members[rows], self.own[rows], strangers)


def interval(trial: Trial, value: Callable[[Trial], float]) -> str:
    """The value with its 95 % interval, in per cent."""
    random = np.random.default_rng(11)
    low, high = np.quantile([value(trial.drawn(random)) for _ in range(REPEATS)], [0.025, 0.975])
    return f"{value(trial):7.1%}  ({low:.1%} to {high:.1%})"


def our_trial(protocol: Protocol, faces: Faces, strangers: Sequence[str]) -> Trial:
    people = list(protocol.enrol)
    templates = np.array([template(_stacked(faces, protocol.enrol[person])) for person in people])
    own, probes = _probes(protocol, faces.vectors, people)
    others = [name for name in strangers if name in faces.vectors]
    lost = np.full((1, len(people)), -1.0, np.float32)
    members = np.concatenate([lost if p is None else p[None] @ templates.T for p in probes])
    return Trial(members, own, _stacked(faces, others) @ templates.T)


def peer_trial(protocol: Protocol, vectors: dict[str, Scores]) -> Trial:
    """face_recognition's own way: the nearest of all photos of a person, minus the distance as a score."""
    people = list(protocol.enrol)
    kept = [[vectors[name] for name in protocol.enrol[person] if name in vectors] for person in people]

    def scores(probe: Scores | None) -> list[float]:
        if probe is None:
            return [-9.0] * len(people)
        return [max((-float(np.linalg.norm(probe - v)) for v in photos), default=-9.0) for photos in kept]

    own, probes = _probes(protocol, vectors, people)
    strangers = [scores(vectors.get(name)) for name in protocol.unknown]
    return Trial(np.array([scores(p) for p in probes], np.float32), own, np.array(strangers, np.float32))


def print_trial(who: str, trial: Trial, threshold: float, words: str) -> None:
    print(f"{who}: {trial.members.shape[1]} people, {len(trial.own)} photos of them, {len(trial.strangers)} strangers")
    for fpir in (0.01, 0.003):
        print(f"  TPIR at FPIR {fpir:4.1%}        {interval(trial, lambda t, f=fpir: t.tpir(t.at(f)))}")
    print(f"  {words}: TPIR {interval(trial, lambda t: t.tpir(threshold))}")
    print(f"  {' ' * len(words)}  FPIR {interval(trial, lambda t: t.fpir(threshold))}", flush=True)


def print_widths(protocol: Protocol, embedder: DlibEmbedder, faces: Faces, threshold: float) -> None:
    """The probes and 300 strangers with their faces shrunk; the templates are of full size."""
    print("\nface width    TPIR     FPIR   median score of the right person")
    for width in WIDTHS:
        names = [n for group in protocol.probe.values() for n in group if n in faces.boxes]
        names += [n for n in protocol.unknown[:300] if n in faces.boxes]
        small = {name: at_width(protocol, embedder, faces, name, width) for name in names}
        trial = our_trial(protocol, Faces({**faces.vectors, **small}, faces.boxes), protocol.unknown[:300])
        mate = np.median(trial.members[np.arange(len(trial.own)), trial.own])
        print(f"{width:7} px  {trial.tpir(threshold):7.1%} {trial.fpir(threshold):7.1%}   {mate:.3f}", flush=True)


def print_tones(protocol: Protocol, faces: Faces, score: float) -> None:
    """Pairs of strangers of similar skin tone, as the photos show it."""
    names = [n for n in protocol.unknown if n in faces.boxes]
    tones = np.array([_tone(protocol, faces, name) for name in names])
    order = np.argsort(tones)
    print("\npairs of strangers of one third by skin tone that reach the score 1 in 1,000 of all pairs reach:")
    for word, third in zip(("darker", "middle", "lighter"), np.array_split(order, 3), strict=True):
        vectors = _stacked(faces, [names[i] for i in third])
        pairs = (vectors @ vectors.T)[np.triu_indices(len(third), 1)]
        print(f"  {word:8}{1000 * float((pairs >= score).mean()):5.2f} in 1,000")
    print("  The tone is guessed from the cheeks (individual typology angle), light and make-up included; the photos")
    print("  have no labels of origin, so errors by group are not measured here.")


def _tone(protocol: Protocol, faces: Faces, name: str) -> float:
    image, box = protocol.picture(name), faces.boxes[name]
    left, right = box.left + box.width // 4, box.right - box.width // 4
    patch = image[box.top + box.height // 2 : box.top + box.height * 7 // 10, left:right]
    lightness, _, yellow = np.median(cv2.cvtColor(patch.astype(np.float32) / 255, cv2.COLOR_RGB2LAB), axis=(0, 1))
    return float(np.degrees(np.arctan2(lightness - 50, yellow)))


def _stacked(faces: Faces, names: Sequence[str]) -> Scores:
    return np.array([faces.vectors[name] for name in names if name in faces.vectors], np.float32)


def _probes(
    protocol: Protocol, vectors: dict[str, Scores], people: Sequence[str]
) -> tuple[NDArray[np.intp], list[Scores | None]]:
    named = [(i, name) for i, person in enumerate(people) for name in protocol.probe[person]]
    return np.array([i for i, _ in named], np.intp), [vectors.get(name) for _, name in named]


def _members(protocol: Protocol, faces: Faces) -> dict[str, Scores]:
    return {person: _stacked(faces, [*protocol.enrol[person], *protocol.probe[person]]) for person in protocol.enrol}


def print_thresholds(rows: Sequence[Row], shifts: dict[int, float]) -> None:
    print("\nfalse match rate   score (95 % interval), one photo against one")
    for row in rows:
        print(f"{row.rate:16.0e}   {row.score:.4f} ({row.low:.4f} to {row.high:.4f})")
    print("more in a template of n photos: " + ", ".join(f"{n}: +{shift:.4f}" for n, shift in shifts.items()))
    kept = measurement("", rows, shifts)
    for people in GALLERIES:
        levels = kept.levels(people, 3)
        print(f"gallery of {people:5}: possible from {levels.possible:.4f}, likely from {levels.likely:.4f}")


def check_on_other_half(protocol: Protocol, faces: Faces) -> None:
    """Thresholds from one half of the strangers, judged on the other half."""
    names = [n for n in protocol.unknown if n in faces.vectors]
    for seen, unseen, word in ((names[::2], names[1::2], "second"), (names[1::2], names[::2], "first")):
        vectors = _stacked(faces, seen)
        kept = measurement("", rows_for(vectors), shifts_for(_members(protocol, faces), vectors))
        trial, levels = our_trial(protocol, faces, unseen), kept.levels(len(protocol.enrol), 3)
        told = (f"{t.fpir(at):.1%} of strangers, {t.tpir(at):.1%} of members" for t, at in
                ((trial, levels.possible), (trial, levels.likely)))  # fmt: skip
        print(f"thresholds of the other half, {word} half: possible {next(told)}; likely {next(told)}")


def main(argv: Sequence[str] | None = None) -> int:
    """Print the tables; with --write, keep the thresholds beside the network's digest."""
    parser = argparse.ArgumentParser(prog="./run bench identify", description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=DATA, help="a folder with images and protocol.json")
    parser.add_argument("--write", action="store_true", help="keep the thresholds in resources/networks")
    parser.add_argument("--no-peer", action="store_true", help="leave out face_recognition, which takes minutes")
    chosen = parser.parse_args(argv)
    if not (chosen.data / "protocol.json").is_file():
        print(f"There is no protocol.json in {chosen.data}; name a folder that has one.")
        return 1
    protocol, embedder = read_protocol(chosen.data), DlibEmbedder()
    faces = our_faces(protocol, embedder)
    missing = len(protocol.files()) - len(faces.vectors)
    print(f"{len(protocol.files())} pictures; no face was found in {missing}")
    strangers = _stacked(faces, protocol.unknown)
    rows, shifts = rows_for(strangers), shifts_for(_members(protocol, faces), strangers)
    print_thresholds(rows, shifts)
    if chosen.write:
        print(f"written: {write(NETWORK.sha256, rows, shifts, len(strangers), len(protocol.enrol)).name}")
    kept = read_measurement(NETWORK.sha256) or measurement(NETWORK.sha256, rows, shifts)
    levels, trial = kept.levels(len(protocol.enrol), 3), our_trial(protocol, faces, protocol.unknown)
    print()
    print_trial("ClearPost", trial, levels.possible, f"possible, from {levels.possible:.4f}")
    print(f"  likely, from {levels.likely:.4f}: TPIR {interval(trial, lambda t: t.tpir(levels.likely))}")
    print(f"  {' ' * 19}  FPIR {interval(trial, lambda t: t.fpir(levels.likely))}")
    check_on_other_half(protocol, faces)
    peer = None if chosen.no_peer else peer_faces(protocol, embedder, faces)
    if peer is not None:
        print(f"\nface_recognition found no face in {len(protocol.files()) - len(peer.vectors)}")
        print_trial("face_recognition", peer_trial(protocol, peer.vectors), -0.6, "default, distance 0.6")
        print(
            f"30 faces of one picture: face_recognition {peer.seconds:.2f} s, ClearPost {peer.ours_s:.3f} s "
            f"({peer.seconds / peer.ours_s:.1f} times as fast; with mirrored faces {peer.ours_with_mirror_s:.3f} s, "
            f"{peer.seconds / peer.ours_with_mirror_s:.1f} times)"
        )
    print_widths(protocol, embedder, faces, levels.possible)
    print_tones(protocol, faces, next(row.score for row in rows if row.rate == 1e-3))
    return 0
