# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What ODK's expressions come to, and which are refused before they are read."""

from __future__ import annotations

from datetime import date

import pytest

from voelspriet.listen.surveys.rules.expressions import problems_of, value_of

TODAY = date(2026, 11, 26)
ANSWERS = {"more": "a b", "one": "a", "age": "42", "nothing": "", "name": "1234AB"}

HOLDS = [
    "selected(${more}, 'a')", "not(selected(${more}, 'c'))", "count-selected(${more}) = 2",
    "count-selected(${nothing}) = 0", "${one} = 'a'", "${one} != 'b'", "${age} > 9",
    "${age} >= 42 and ${age} <= 42", "${age} + 1 = 43", "${age} - 2 = 40", "${age} mod 5 = 2",
    "regex(${name}, '[0-9]{4}[A-Z]{2}')", "not(regex(${name}, '[0-9]{4}'))",
    "coalesce(${nothing}, 'x') = 'x'", "coalesce(${one}, 'x') = 'a'",
    "if(${age} > 40, 'old', 'young') = 'old'", "today() >= date('2026-11-26')",
    "not(today() > date('2026-11-26'))", "true()", "not(false())", "string-length(${name}) = 6",
    "${nothing} = ''", "number(${age}) = 42", "concat(${one}, '-', ${age}) = 'a-42'",
    "contains(${name}, '34') or false()", "starts-with(${name}, '12')", ". = 'me'",
    "region = ${one}", "(${age} > 50) or (${age} < 45)", "string(${age}) = '42'",
    "if(true(), 7, 8) = 7", "${one} > 1 or true()", "(1 = 2) or (${age} < 45)",
]  # fmt: skip
FAILS = [
    "${nothing} > 3", "${nothing} < 3", "${nothing} = 0", "selected(${nothing}, 'a')",
    "selected(${more}, 'ab')", "${one} > 1", "today() < date('2026-01-01')", "${one} = 'A'",
    "date('geen dag') < today()", "${one} > 1 and true()",
    "${nothing} + 1 = 1", "regex('" + "1" * 201 + "', '[0-9]+')",
]  # fmt: skip


@pytest.mark.parametrize("expression", HOLDS)
def test_it_holds_as_odk_describes(expression):
    known = {"columns": {"region"}, "has_self": True}
    assert problems_of(expression, ANSWERS, **known) == []
    assert value_of(expression, ANSWERS, today=TODAY, itself="me", columns={"region": "a"}), (
        expression
    )


@pytest.mark.parametrize("expression", FAILS)
def test_it_does_not_hold(expression):
    assert problems_of(expression, ANSWERS) == []
    assert not value_of(expression, ANSWERS, today=TODAY)


@pytest.mark.parametrize(
    ("expression", "named"),
    [
        ("pulldata('a', 'b')", "pulldata()"),
        ("indexed-repeat(${one}, 1)", "indexed-repeat()"),
        ("doc('file:///etc/passwd')", "doc()"),
        ("${gone} = 1", "${gone}"),
        ("one = 1", "one"),
        ("/data/one = 1", "/"),
        ("../one = 1", "."),
        ("${one} = 'a", "'"),
        (". > 1", "punt"),
        ("${one} = ", "voorwaarde"),
        ("(((" * 6 + "1" + ")))" * 6, "haakjes"),
        ("1 = 1 or " * 60 + "1 = 1", "500"),
        ("regex(${one}, '(a+)+b')", "herhaalt"),
        ("regex(${one}, 'a*a*a*a*b')", "herhaalt"),
        ("regex(${one}, '[a')", "niet te lezen"),
        ("regex(${one}, ${name})", "aanhalingstekens"),
        ("$one = 1", "$"),
        ("for(1)", "for()"),
    ],
)
def test_what_we_do_not_know_is_refused_by_name(expression, named):
    told = problems_of(expression, ANSWERS)
    assert told
    assert any(named in one for one in told), told


def test_all_that_is_wrong_is_told_at_once():
    assert len(problems_of("pulldata(1) = ${gone} or jr:choice-name(2)", ANSWERS)) >= 3
