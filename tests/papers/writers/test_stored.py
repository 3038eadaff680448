# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A document as text and back, and the digest that knows it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.papers.documents import document, everything
from voelspriet.papers.writers.document import Paragraph, words
from voelspriet.papers.writers.stored import digest, read, written


def test_every_part_comes_back_as_it_was():
    assert read(written(everything())) == everything()


def test_other_words_have_another_digest():
    one = document(Paragraph(words("a")))
    assert digest(one) == digest(document(Paragraph(words("a"))))
    others = [
        document(Paragraph(words("b"))),
        replace(one, title="Anders"),
        replace(one, language="en"),
        replace(one, made_on=one.made_on.replace(day=9)),
    ]
    assert len({digest(each) for each in (one, *others)}) == 5


@pytest.mark.parametrize(
    "text", ['{"kind":"Popen","args":[]}', "[]", '{"kind":"Run","text":"a"}', "x"]
)
def test_what_holds_no_document_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011  any message
        read(text)
