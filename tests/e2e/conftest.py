# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Browsers and served sites for the end-to-end stories."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.e2e.browser import DESKTOP, FLAGS, PATIENCE, PHONE, Visitor, chromium_path
from tests.e2e.site import Site, scratch_database

BUILT_WITHIN = 300
# what is looked for gets as long to come as what is pressed
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = chromium_path()
    if path is None:
        pytest.skip("there is no Chromium here (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, headless=True, args=FLAGS)
        yield browser
        browser.close()


def built(tmp_path_factory: pytest.TempPathFactory, stage: str) -> Path:
    """Return a home of one's own with the demo at a stage, on SQLite: built once, then copied.

    Every process of this run asks; the first builds, the others wait for it.
    """
    together = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        together = together.parent
    model, ready = together / f"model-{stage}", together / f"model-{stage}.ready"
    try:
        model.mkdir()
    except FileExistsError:
        deadline = time.monotonic() + BUILT_WITHIN
        while not ready.exists():
            assert time.monotonic() < deadline, f"nobody finished the demo at {stage}"
            time.sleep(0.5)
    else:
        Site(model).command("demo", "--stage", stage, "--no-serve")
        ready.touch()
    home = tmp_path_factory.mktemp(stage)
    shutil.copytree(model, home, dirs_exist_ok=True)
    return home


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The fresh demo, served."""
    site = Site(built(tmp_path_factory, "fresh"))
    site.start()
    yield site
    site.stop()


@pytest.fixture(scope="module")
def empty_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demo's land and colleagues, without a single report, on the database of this run."""
    with scratch_database() as url:
        home = tmp_path_factory.mktemp("empty") if url else built(tmp_path_factory, "empty")
        site = Site(home, url, VOELSPRIET_EMAIL_URL=f"file://{home / 'mail'}")
        if url:
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
