# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from voelspriet.analysis.frames import Frame, without_blank


def test_a_label_of_nothing_is_missing():
    found = without_blank(Frame.of({"code": ["b", "", None, " ", "a", "b"]}).codes("code"))
    assert found.labels == ("a", "b")
    assert found.values.tolist() == [1, -1, -1, -1, 0, 1]


def test_labels_that_say_something_stay_as_they_are():
    codes = Frame.of({"code": [" a", "b "]}).codes("code")
    assert without_blank(codes).labels == (" a", "b ")


def test_no_rows_have_no_labels():
    assert without_blank(Frame.of({"code": []}).codes("code")).labels == ()
