# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long a person is busy with a page: every press and every letter counted, and printed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page

# the keystroke-level model (Card, Moran and Newell, 1980): an average skilled typist's key, and
# pointing at something and pressing it
SECONDS_A_LETTER = 0.28
SECONDS_A_PRESS = 1.1 + 0.2


@dataclass
class Stopwatch:
    """What somebody does on a page: `seconds` of their hands, and the machine's own beside it."""

    page: Page
    name: str
    presses: int = 0
    letters: int = 0
    _began: float = field(default_factory=time.monotonic)

    @property
    def seconds(self) -> float:
        """How long the hands of an average typist are busy with this."""
        return self.presses * SECONDS_A_PRESS + self.letters * SECONDS_A_LETTER

    def press(self, what: Locator, *, leaves: bool = False) -> None:
        """Press something; `leaves` when another page follows."""
        self.presses += 1
        what.click()
        if leaves:
            self.page.wait_for_load_state("load")

    def check(self, what: Locator) -> None:
        """Choose something by its label."""
        self.presses += 1
        what.check(force=True)

    def choose(self, what: Locator, label: str) -> None:
        """Open a list and choose from it."""
        self.presses += 2
        what.select_option(label=label)

    def type(self, what: Locator, words: str) -> None:
        """Point at a field and type."""
        self.presses += 1
        self.letters += len(words)
        what.fill(words)


@contextmanager
def stopwatch(page: Page, name: str, *, at_most: float) -> Iterator[Stopwatch]:
    """Time what happens inside; print it in the log of the test and hold the hands' time."""
    watch = Stopwatch(page, name)
    yield watch
    machine = time.monotonic() - watch._began
    print(
        f"\nSTOPWATCH {name}: {watch.presses} presses, {watch.letters} letters,"
        f" {watch.seconds:.1f} s of hands (at most {at_most:g}); the machine took {machine:.1f} s"
    )
    assert watch.seconds <= at_most, name
