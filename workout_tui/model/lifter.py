"""Lifters: whose log it is, and how they like to train. Several may share one laptop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workout_tui.model.load import Load, Unit


@dataclass(frozen=True, slots=True)
class Lifter:
    """One lifter with the settings that travel with their log."""

    uid: str
    name: str
    unit: Unit
    """for loads typed without one"""
    day_start: int = 0
    """the hour at which a day begins, for those who train past midnight"""
    week_start: int = 1
    """the ISO weekday a week begins with: 1 is Monday"""
    week_goal: int | None = None
    """sessions a week"""
    rest_s: int = 120
    """the rest where no template and no exercise says otherwise"""
    rest_auto: bool = True
    """whether the rest starts by itself when a set is logged"""
    bell: bool = True
    step: Load | None = None
    """what + and − add and take where no exercise says otherwise; None: what its past suggests"""
