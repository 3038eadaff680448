# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Browsers and served sites for the end-to-end stories."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.e2e.browser import DESKTOP, FLAGS, PHONE, Visitor, chromium_path
from tests.e2e.site import Site, scratch_database


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = chromium_path()
    if path is None:
        pytest.skip("there is no Chromium here (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, headless=True, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The fresh demo, served."""
    site = Site(tmp_path_factory.mktemp("demo"))
    site.command("demo", "--stage", "fresh", "--no-serve")
    site.start()
    yield site
    site.stop()


@pytest.fixture(scope="module")
def empty_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demo's land and colleagues, without a single report, on the database of this run."""
    home = tmp_path_factory.mktemp("empty")
    with scratch_database() as url:
        site = Site(home, url, VOELSPRIET_EMAIL_URL=f"file://{home / 'mail'}")
        site.command("demo", "--stage", "empty", "--no-serve")
        site.start()
        yield site
        site.stop()


Visit = Callable[..., Visitor]


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Visit]:
    """Open a browser of one's own at a site: `visit(site, "fatima", phone=True)`."""
    visitors: list[Visitor] = []

    def open_one(
        site: Site,
        name: str,
        *,
        phone: bool = False,
        javascript: bool = True,
        size: dict | None = None,
    ) -> Visitor:
        visitor = Visitor(
            chromium, site.address, name, size or (PHONE if phone else DESKTOP), javascript, phone
        )
        visitors.append(visitor)
        return visitor

    yield open_one
    for visitor in visitors:
        visitor.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser."""
    for item in items:
        if "e2e" in item.path.parts:
            item.add_marker(pytest.mark.browser)
