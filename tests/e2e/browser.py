# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A real browser: Debian's Chromium, driven by Playwright, without anything from outside."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import APIResponse, Browser, BrowserContext, Page

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PHONE = {"width": 390, "height": 844}
SMALL = {"width": 320, "height": 640}
DESKTOP = {"width": 1280, "height": 900}
# milliseconds: three browsers and their sites work on two processors in a whole run
PATIENCE = 15_000


def chromium_path() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser")


@dataclass
class Visitor:
    """Somebody at the site, with a browser of their own."""

    browser: Browser
    address: str
    name: str
    viewport: dict
    javascript: bool = True
    touch: bool = False

    def __post_init__(self) -> None:
        self.context: BrowserContext = self.browser.new_context(
            base_url=self.address,
            viewport=self.viewport,
            java_script_enabled=self.javascript,
            has_touch=self.touch,
            locale="nl-NL",
            timezone_id="Europe/Amsterdam",
            service_workers="block",
        )
        self.context.set_default_timeout(PATIENCE)
        self.page: Page = self.context.new_page()
        self.problems: list[str] = []
        self.requests: list[str] = []
        self.unsure: set[str] = set()
        self.page.on("pageerror", lambda error: self.problems.append(f"script: {error}"))
        self.page.on(
            "console",
            lambda line: (
                self.problems.append(line.text) if "Content Security" in line.text else None
            ),
        )
        self.page.on("request", lambda request: self.requests.append(request.url))

    def go(self, path: str) -> Page:
        self.page.goto(path)
        return self.page

    def fetch(self, path: str) -> APIResponse:
        """Get something without showing it, with this visitor's cookies.

        A server closes a connection that nobody used for long, perhaps just as it is used again.
        Every browser then asks once more; Playwright's own way of fetching only when told.
        """
        return self.context.request.get(path, max_retries=1)

    def picture(self, name: str) -> None:
        """Keep a screenshot where VOELSPRIET_SCREENSHOTS says; nowhere when it says nothing."""
        folder = os.environ.get("VOELSPRIET_SCREENSHOTS")
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            file = re.sub(r"[^a-z0-9-]+", "-", f"{self.name}-{name}".lower())
            self.page.screenshot(path=str(Path(folder) / f"{file}.png"), full_page=True)

    def axe(self) -> list[str]:
        """Return what axe finds on the page that is open; what it doubts goes into `unsure`."""
        # evaluate() runs outside the page's content security policy
        if not self.page.evaluate("typeof axe === 'object'"):
            source = AXE.read_text(encoding="utf-8")
            self.page.evaluate(source)
            # the pages after this one find it there: sending it to each takes as long as a page
            self.context.add_init_script(source)
        # what passed and where a part stands is not worked out: nobody reads it, and it is most of
        # the work
        violations, unsure = self.page.evaluate(
            "async (runOnly) => { const found = await axe.run(document, {runOnly, preload: false,"
            " selectors: false, resultTypes: ['violations', 'incomplete']});"
            " return [found.violations, found.incomplete] }",
            TAGS,
        )
        self.unsure |= {f"{doubt['id']}: {doubt['help']}" for doubt in unsure}
        return [
            f"{violation['id']}: {violation['help']}: "
            + " | ".join(node["html"][:160] for node in violation["nodes"][:3])
            for violation in violations
        ]

    def reaches_sideways(self) -> bool:
        """Tell whether the page must be scrolled sideways."""
        return bool(
            self.page.evaluate(
                "document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"
            )
        )

    def outside_requests(self) -> list[str]:
        return [
            url for url in self.requests if not url.startswith((self.address, "data:", "blob:"))
        ]

    def close(self) -> None:
        self.context.close()
