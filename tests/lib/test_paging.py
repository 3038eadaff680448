# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages by key."""

from __future__ import annotations

from datetime import date

import pytest

from voelspriet.lib.paging import page_of, read_cursor, write_cursor


@pytest.mark.parametrize("values", [(date(2026, 3, 2), 14), (date(1, 1, 1), -3)])
def test_a_cursor_comes_back_as_it_went(values):
    assert read_cursor(write_cursor(*values), date.fromisoformat, int) == values


@pytest.mark.parametrize("text", ["", "x", "2026-03-02", "2026-03-02~x", "x~1", "a~b~c", "~"])
def test_a_damaged_cursor_is_the_first_page(text):
    assert read_cursor(text, date.fromisoformat, int) is None


@pytest.mark.parametrize(
    ("found", "items", "cursor"),
    [([], (), ""), ([1, 2], (10, 20), ""), ([1, 2, 3], (10, 20), "2")],
)
def test_the_one_too_many_only_tells_that_more_follow(found, items, cursor):
    page = page_of(found, 2, lambda one: one * 10, str)

    assert page.items == items
    assert page.next_cursor == cursor
