"""Days in words, the same on every operating system and in every locale."""

from __future__ import annotations

from datetime import date

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_in_words(day: date) -> str:
    """``4 Sep 2026``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
