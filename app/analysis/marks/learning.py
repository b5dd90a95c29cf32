"""Two small learners in numpy: linear filters whitened by backgrounds, and a network of one hidden layer."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Filters:
    """Linear filters; on backgrounds each answers with mean 0 and standard deviation 1.

    Attributes:
        weights: float32, (filters, numbers).
        offsets: float32, (filters,), added after the product.
    """

    weights: Floats
    offsets: Floats

    def answers(self, samples: Floats) -> Floats:
        """The best filter's answer to each sample."""
        return np.asarray((samples @ self.weights.T + self.offsets).max(axis=1), np.float32)


def learn_filters(rng: np.random.Generator, marks: Floats, backgrounds: Floats, *, count: int) -> Filters:
    """Filters for `count` groups of alike views, by linear discriminants (Hariharan, Malik, Ramanan, ECCV 2012)."""
    mean = backgrounds.mean(axis=0)
    centred = backgrounds - mean
    spread = centred.T @ centred / len(centred)
    spread[np.diag_indices_from(spread)] += 0.08 * np.trace(spread) / len(spread)
    groups = _grouped(rng, marks, count)
    means = np.stack([marks[groups == g].mean(axis=0) for g in range(count) if (groups == g).any()])
    weights = np.linalg.solve(spread, (means - mean).T).T
    weights /= np.sqrt(np.einsum("kd,de,ke->k", weights, spread, weights))[:, None]
    return Filters(np.asarray(weights, np.float32), np.asarray(-(weights @ mean), np.float32))


def _grouped(rng: np.random.Generator, samples: Floats, count: int) -> NDArray[np.int64]:
    centres = samples[rng.choice(len(samples), count, replace=False)]
    groups = np.zeros(len(samples), np.int64)
    for _ in range(12):
        distance = (centres**2).sum(axis=1)[None, :] - 2 * samples @ centres.T
        groups = distance.argmin(axis=1)
        centres = np.stack(
            [samples[groups == g].mean(axis=0) if (groups == g).any() else centres[g] for g in range(count)]
        )
    return groups


@dataclass(frozen=True, slots=True)
class Judge:
    """A network of one hidden layer that says how much a window looks like the mark.

    Attributes:
        mean, scale: float32, (numbers,): what is taken away and multiplied first.
        first: float32, (numbers, hidden); `first_bias`: (hidden,).
        second: float32, (hidden,); `second_bias`: one number.
    """

    mean: Floats
    scale: Floats
    first: Floats
    first_bias: Floats
    second: Floats
    second_bias: Floats

    def scores(self, samples: Floats) -> Floats:
        """Log odds of each sample."""
        hidden = np.maximum(((samples - self.mean) * self.scale) @ self.first + self.first_bias, 0)
        return np.asarray(hidden @ self.second + self.second_bias[0], np.float32)


def learn_judge(
    rng: np.random.Generator, samples: Floats, is_mark: NDArray[np.bool_], *, hidden: int = 32, rounds: int = 9
) -> Judge:
    """Learn from samples by Adam on the logistic loss; both classes count the same in sum."""
    mean, scale = samples.mean(axis=0), 1.0 / (samples.std(axis=0) + 0.05)
    inputs = np.asarray((samples - mean) * scale, np.float32)
    target = is_mark.astype(np.float32)
    weight = np.where(is_mark, 0.5 / max(1, is_mark.sum()), 0.5 / max(1, (~is_mark).sum())).astype(np.float32)
    weight *= len(weight)
    numbers = inputs.shape[1]
    values = [
        (rng.standard_normal((numbers, hidden)) * np.sqrt(1.0 / numbers)).astype(np.float32),
        np.zeros(hidden, np.float32),
        (rng.standard_normal(hidden) * np.sqrt(1.0 / hidden)).astype(np.float32),
        np.zeros(1, np.float32),
    ]
    averages = [np.zeros_like(v) for v in values]
    squares = [np.zeros_like(v) for v in values]
    step, batch = 0, 96
    steps = rounds * -(-len(inputs) // batch)
    for _ in range(rounds):
        order = rng.permutation(len(inputs))
        for start in range(0, len(order), batch):
            step += 1
            picked = order[start : start + batch]
            gradients = _gradients(rng, values, inputs[picked], target[picked], weight[picked])
            rate = 2e-3 * 0.5 * (1 + np.cos(np.pi * step / steps))
            for value, gradient, average, square in zip(values, gradients, averages, squares, strict=True):
                average += 0.1 * (gradient - average)
                square += 0.001 * (gradient**2 - square)
                grown = average / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.999**step)) + 1e-7)
                value -= rate * (grown + (1e-2 * value if value.ndim == 2 else 0))
    return Judge(np.asarray(mean, np.float32), np.asarray(scale, np.float32), *values)


def _gradients(
    rng: np.random.Generator, values: list[Floats], inputs: Floats, target: Floats, weight: Floats
) -> list[Floats]:
    first, first_bias, second, second_bias = values
    # One mask per batch: a mask per sample costs more than all the rest and learned no better.
    seen = inputs * ((rng.random(inputs.shape[1], np.float32) > 0.15) / np.float32(0.85)).astype(np.float32)
    before = seen @ first + first_bias
    hidden = np.maximum(before, 0)
    odds = hidden @ second + second_bias[0]
    error = (1 / (1 + np.exp(-np.clip(odds, -30, 30))) - target) * weight / len(target)
    back = error[:, None] * second[None, :] * (before > 0)
    return [seen.T @ back, back.sum(axis=0), hidden.T @ error, np.array([error.sum()], np.float32)]
