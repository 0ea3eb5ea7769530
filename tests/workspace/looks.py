"""How is a page looked at? Light and dark, on a desk and on a phone; what is wrong with it fails the test."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from playwright.sync_api import expect

from tests.accessible import hindrances

EVERY_LOOK = [("light", 1280), ("dark", 1280), ("light", 390), ("dark", 390)]
"""Colour scheme, and width in pixels."""
LOOKS = EVERY_LOOK if "HANSE_PICTURES" in os.environ else [EVERY_LOOK[0], EVERY_LOOK[-1]]
"""Each scheme and each width once; every look where somebody wants to see the pictures."""
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice")


def listen(page: Any) -> list[str]:
    """What the browser will complain of on this page; a forbidden script or style is among it."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


def look_at(page: Any, said: list[str], name: str = "page") -> None:
    """Check a page: nothing complained of, nothing inaccessible, nothing wider than the window, what it is about shown.
    HANSE_PICTURES keeps a picture of it in that folder."""
    if pictures := os.environ.get("HANSE_PICTURES"):
        page.screenshot(path=Path(pictures) / f"{name}.png", full_page=True)
    assert [each for each in said if "404 (Not Found)" not in each] == []
    for each in page.locator("main").all():
        expect(each, f"{page.url} hides what it is about").to_be_visible()
    assert hindrances(page, *RULES) == ""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{page.url} is too wide"
