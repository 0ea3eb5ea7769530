"""What does axe find on a page that keeps somebody from using it?"""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT, AxeResults

FOUND = "options => axe.run(document, options).then(found => ({violations: found.violations}))"


def hindrances(page: Any, *rules: str) -> str:
    """All of them, as a report, and nothing where there are none; of some sets of rules, where they are named.

    What passes is neither described nor sent, which would take axe twice as long as the rules themselves.
    """
    page.evaluate(AXE_SCRIPT)
    options = {"resultTypes": ["violations"], **({"runOnly": list(rules)} if rules else {})}
    found = AxeResults(page.evaluate(FOUND, options))
    return f"{page.url}\n{found.generate_report()}" if found.violations_count else ""
