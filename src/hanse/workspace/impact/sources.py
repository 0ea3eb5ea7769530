"""Which numbers are made by code, not by conditions on records? Positions influenced, and shares of a survey."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

SOURCES: dict[str, Callable[[Any, date], Any]] = {}
