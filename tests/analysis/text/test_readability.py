# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How easily a text reads: one example counted by hand, and what must always hold."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voelspriet.analysis.text.readability import flesch_douma, readability

# 10 + 11 + 5 + 8 words; syllables 12 + 14 + 6 + 11: on-ze, we-ken; don-ker, moe-der, bui-ten;
# ma-ken; ant-woord, ge-meen-te
PLAIN = (
    "De lamp in onze straat is al drie weken stuk. Het is donker en mijn moeder durft niet meer "
    "naar buiten. Kunt u de lamp maken? Ik wil graag een antwoord van de gemeente."
)
STIFF = (
    "Met betrekking tot bovengenoemde openbareverlichtingsproblematiek wordt, in het kader van de "
    "verantwoordelijkheid voor veiligheidsbevorderende maatregelen, uwerzijds verzocht om "
    "spoedige herstelwerkzaamheden, alsmede om terugkoppeling daaromtrent aan ondergetekende, "
    "zulks onder verwijzing naar de veiligheidsbevorderende afspraken."
)
texts = st.lists(
    st.sampled_from(["De lamp is stuk.", "Wij wachten al weken!", "Waarom?", "En/of", "1.500 keer",
                     "de verantwoordelijkheid van de gemeente o.a. voor licht", "\n\n", "- ja\n"]),
    max_size=30,
).map(" ".join)  # fmt: skip


def test_an_example_counted_by_hand():
    found = readability(PLAIN)
    assert (found.words, found.sentences, found.syllables) == (34, 4, 43)
    assert found.score == pytest.approx(206.835 - 0.93 * 34 / 4 - 77 * 43 / 34)
    assert found.score == pytest.approx(101.548, abs=0.001)
    assert (found.words_per_sentence, found.reason) == (8.5, "")
    assert found.syllables_per_word == pytest.approx(43 / 34)
    longest = found.longest_sentences
    assert [one.words for one in longest] == [11, 10, 8]
    assert PLAIN[longest[0].start : longest[0].end].startswith("Het is donker")
    assert found.long_words == ()


def test_a_stiff_text_scores_far_lower_and_its_long_words_are_told():
    found = readability(STIFF)
    assert found.score < 10 < readability(PLAIN).score
    told = {one.word: (one.syllables, one.times) for one in found.long_words}
    assert told["veiligheidsbevorderende"] == (8, 2)
    assert "lamp" not in told
    lengths = [one.syllables for one in found.long_words]
    assert lengths == sorted(lengths, reverse=True)
    assert min(lengths) >= 5


def test_the_formula_is_douma_s():
    assert flesch_douma(words=1, sentences=1, syllables=1) == pytest.approx(206.835 - 0.93 - 77)
    assert flesch_douma(words=200, sentences=10, syllables=340) == pytest.approx(57.335)
    for words, sentences in ((0, 1), (1, 0)):
        with pytest.raises(ValueError, match="without words"):
            flesch_douma(words=words, sentences=sentences, syllables=1)


@pytest.mark.parametrize("text", ["", "De lamp is stuk.", "a " * 29, "?!", "www.voorbeeld.nl"])
def test_a_short_text_is_too_short_to_say(text):
    found = readability(text)
    assert (found.score, found.reason) == (None, "too short to say")


def test_thirty_words_are_enough():
    assert readability("lamp " * 30).score == pytest.approx(206.835 - 0.93 * 30 - 77)
    assert readability("").words_per_sentence is None
    assert readability("").syllables_per_word is None


def test_a_text_in_capitals_reads_like_any_other():
    assert readability(PLAIN.upper()).syllables == readability(PLAIN).syllables


def test_addresses_are_not_read():
    with_link = f"{PLAIN} Kijk op https://www.voorbeeld.nl/een/lang/adres?x=1."
    assert readability(with_link).words == 34 + 2


@given(texts, texts)
def test_counts_of_two_texts_add_up(one, other):
    found, first, second = (readability(text) for text in (f"{one}\n\n{other}", one, other))
    assert found.words == first.words + second.words
    assert found.sentences == first.sentences + second.sentences
    assert found.syllables == first.syllables + second.syllables


@given(texts)
def test_saying_it_twice_leaves_the_score(text):
    once, twice = readability(text), readability(f"{text}\n\n{text}")
    if once.score is not None:
        assert twice.score == pytest.approx(once.score)


@given(st.text(max_size=400))
def test_any_text_has_counts_and_a_score_or_a_reason(text):
    found = readability(text)
    assert (found.score is None) == bool(found.reason)
    assert found.syllables >= found.words >= found.sentences >= 0


def test_reading_a_text_needs_nothing_heavy():
    program = "import sys, voelspriet.analysis.text.readability; print(sorted(sys.modules))"
    finished = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    for heavy in ("numpy", "sklearn", "scipy", "pyarrow", "django"):
        assert f"'{heavy}'" not in finished.stdout
