# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pseudonyms: what is found and kept, what never changes, and that it starts lightly."""

from __future__ import annotations

import itertools
import subprocess
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from voelspriet.analysis.errors import InputError
from voelspriet.analysis.text.pseudonyms import (
    Found,
    Kind,
    holds_full_name,
    named,
    propose,
    pseudonymised,
    replaced,
)

PIECES = st.sampled_from([
    "Fatima", "fatima", "Henk de Vries", "mevrouw", "meneer", "de", "van", "Jan Steenlaan", "12",
    "06-12345678", "a.b@voorbeeld.nl", "NL91ABNA0417164300", "111222333", "12-ABC-3", "@sjakie_x",
    "Berkenlaan 14", "1315 AB", "[naam 1]", "[adres 12]", "[naam", "nummer", "zegt", ".", ",", "'s",
    "\n", "\r\n", "é", "e\u0301", "فاطمة", "🙂", "ık", "İpek", "ﬁ", "heet", "A.", "\ufffc",
    "bsn", "Kees'",
])  # fmt: skip
TEXTS = st.one_of(
    st.lists(PIECES, max_size=14).map(" ".join), st.lists(PIECES, max_size=8).map("".join),
    st.text(max_size=60),
)  # fmt: skip


def told(text, **more):
    return [(one.text, one.kind.value) for one in propose(text, **more)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ik sprak Fatima El Idrissi.", [("Fatima El Idrissi", "name")]),
        ("ik ken fatima al jaren", [("fatima", "name")]),
        ("Lottes fiets en Kees' auto", [("Lotte", "name"), ("Kees", "name")]),
        ("Rekening NL91 ABNA 0417 1643 00 graag", [("NL91 ABNA 0417 1643 00", "iban")]),
        ("Zaaknummer 111222333 is gesloten, 111222333 niet", [("111222333", "bsn")]),
        ("Bel 112 of 0900-8844, niet 06 11 22 33 44", [("06 11 22 33 44", "phone")]),
        ("Zie @politie_almere en @kleine.sjakie.", [("@kleine.sjakie", "handle")]),
        ("Op de Anne Franklaan woont Anne.", [("Anne", "name")]),
        ("Bij Kapsalon Fatma hoor je veel", []),
        ("Dorpsstraat 5 minuten lopen", []),
        ("Toen liep Roemer van 't Veer weg.", [("Roemer van 't Veer", "name")]),
        ("Yenthe Zwolsman kwam klagen.", [("Yenthe Zwolsman", "name")]),
        ("Dat zei Brixa Oulad Zemmour ook.", [("Brixa Oulad Zemmour", "name")]),
        ("jan de vries zei het", [("jan de vries", "name")]),
        ("In Nieuw Zeeland, op het Jan Steenhof en bij Toko Van der Berg.", []),
        ("Vorige Week stond Almere Poort vol. Sociale Veiligheid is belangrijk.", []),
    ],
)
def test_what_is_found_and_what_is_left(text, expected):
    assert told(text) == expected


def test_a_guard_asks_for_a_full_name_and_for_nothing_less():
    assert holds_full_name("Vraag het aan Yenthe Zwolsman.")
    assert holds_full_name("jan de vries zei het")
    for text in ("Vraag het aan Fatima.", "Op Almere Poort is het druk.", "Anne Frankstraat 3", ""):
        assert not holds_full_name(text)


def test_what_is_kept_stays_but_not_the_number_of_a_home():
    text = "Henk woont in de anne frankstraat 12 en werkt bij Bakkerij Jansen."
    keep = ["Anne Frankstraat", "Bakkerij Jansen"]
    assert told(text, keep=keep) == [("Henk", "name"), ("12", "address")]
    assert told("Irene woont hier", keep=["Irene"]) == [("Irene", "name")]
    assert pseudonymised("Café de prins van Henk", keep=["CAFE DE PRINS"]).startswith("Café de pr")


def test_one_person_has_one_pseudonym_and_numbers_go_on():
    text = "[naam 2] zag Fatima El Idrissi. fatima zag Henk en Henk zag [naam 7]."
    assert pseudonymised(text) == (
        "[naam 2] zag [naam 8]. [naam 8] zag [naam 9] en [naam 9] zag [naam 7]."
    )
    both = pseudonymised("Anna Smit en Anna de Vries kennen Anna.")
    assert both == "[naam 1] en [naam 2] kennen [naam 3]."


@settings(max_examples=150)
@example("van Fatima 06-12345678 Berkenlaan 14")  # no home reaches over what stands between
@given(TEXTS)
def test_places_never_overlap_and_nothing_else_changes(text):
    proposals = propose(text, keep=["Jan Steenlaan"])
    for one, following in itertools.pairwise(proposals):
        assert one.end <= following.start
    last, out, place = 0, replaced(text, proposals), 0
    for one in proposals:
        assert text[one.start : one.end] == one.text != ""
        between = text[last : one.start]
        assert out[place:].startswith(between + one.pseudonym)
        place, last = place + len(between) + len(one.pseudonym), one.end
    assert out[place:] == text[last:]


@settings(max_examples=150)
@given(TEXTS)
def test_a_text_with_everything_replaced_has_nothing_more(text):
    once = pseudonymised(text, keep=["Jan Steenlaan"])
    assert pseudonymised(once, keep=["Jan Steenlaan"]) == once


def test_places_that_overlap_or_belong_elsewhere_are_refused():
    two = [Found(0, 5, Kind.NAME, 1, "hand"), Found(4, 6, Kind.NAME, 1, "hand")]
    with pytest.raises(InputError):
        named("Fatima", two)
    with pytest.raises(InputError):
        replaced("Somebody else", propose("Fatima zegt niets"))


@pytest.mark.parametrize("hard", ["a" * 20_000, "06 " * 6_000, "A. " * 3_000, "_" * 20_000,
                                  "Jan van " * 1_500, "a@" * 6_000, "." * 20_000])  # fmt: skip
def test_hard_texts_take_no_more_than_their_length(hard):
    propose(hard)


def test_it_starts_quickly_and_lightly():
    # getrusage would count what the test runner holds as well
    program = (
        "import time; start = time.process_time()\n"
        "from voelspriet.analysis.text.pseudonyms import propose\n"
        "assert propose('Bel Fatima')\n"
        "import sys; assert not {'numpy', 'scipy', 'django'} & set(sys.modules)\n"
        "told = open('/proc/self/status').read().split('VmHWM:')[1]\n"
        "used = int(told.split()[0]) / 1024\n"
        "print(time.process_time() - start, used)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    seconds, megabytes = map(float, done.stdout.split())
    assert seconds < 2
    assert megabytes < 300
