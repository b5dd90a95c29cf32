"""How the networks use the processor: one way for all engines, since they run side by side."""

from __future__ import annotations

from typing import Any

import openvino  # type: ignore[import-untyped]


def compiled(model: openvino.Model, *, full_precision: bool = False) -> Any:
    """The network ready to run, each answer as soon as possible.

    Threads are not tied to cores: OpenVINO would tie those of every network to the same ones, and two engines that run
    side by side would share a core while another idles.

    Args:
        model: as read or built.
        full_precision: whether half precision is ruled out where the processor has it.

    Raises:
        RuntimeError: this processor cannot run it.
    """
    options: dict[str, object] = {"PERFORMANCE_HINT": "LATENCY", "ENABLE_CPU_PINNING": False}
    if full_precision:
        options["INFERENCE_PRECISION_HINT"] = "f32"
    return openvino.Core().compile_model(model, "CPU", options)
