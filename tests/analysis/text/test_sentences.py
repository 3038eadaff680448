# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where Dutch sentences and words begin and end."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voelspriet.analysis.text.sentences import sentences


def parts(text):
    return [text[one.start : one.end] for one in sentences(text)]


def words(text):
    return [text[word.start : word.end] for one in sentences(text) for word in one.words]


@pytest.mark.parametrize(
    "expected",
    [
        ["Het is donker.", "Ik durf niet meer!", "Kunt u helpen?"],
        ["Bel dhr. Bos, mevr. de Wit of drs. J.P. Smit.", "Dat mag ook per mail."],
        ["Er is veel o.a. Jeugdoverlast, d.w.z. lawaai.", "Daar slaap ik niet van."],
        ["Het gaat m.n. om licht, bijv. Bij de speeltuin.", "En om vuil, enz. op de stoep."],
        ["Er ligt glas, blik enz.", "Dat is gevaarlijk."],
        ["Er kwamen 1.500 mensen om 19.30 uur.", "Dat kostte € 2.350,50 in totaal."],
        [
            "Zie art. 3 op blz. 12 en nr. 7.",
            "Het was op 3 jan. 2026.",
            "Dat was in dec.",
            "Nu niet.",
        ],
        ["Dat was in 2019.", "Daarna niet meer."],
        ["Wij wachten... en wachten.", "En toen…", "Niets."],
        ["Wat?!", "Nee!!!", "Echt niet."],
        ['"Kom je?" vroeg zij.', "Hij zei: 'Nee.'", "(Dat was jammer.)", "En nu?"],
        ["'s Avonds is het druk.", "'s Nachts ook.", "'t Is niet leuk."],
        ["de lamp is stuk.", "graag maken.", "help!", "het is hier donker"],
        ["Het is zo.", "Ik ben lid.", "Dat wist ik niet, zie ik."],
        ["Kijk op www.voorbeeld.nl.", "Of mail naar info@voorbeeld.nl.", "Dank u."],
        ["Het plan van A.B. de Vries is goed.", "Dat is alles"],
    ],
    ids=lambda expected: expected[0],
)
def test_a_sentence_ends_where_a_reader_stops(expected):
    assert parts(" ".join(expected)) == expected


def test_lists_headings_and_empty_lines_part_a_text():
    text = "Wat te doen\n\nBel dan:\n- de politie\n  - of 112\n1. Blijf rustig.\n2) Ga weg\na) nu"
    assert parts(text) == ["Wat te doen", "Bel dan:", "de politie", "of 112", "Blijf rustig.",
                           "Ga weg", "nu"]  # fmt: skip
    assert parts("Een zin die\nverder loopt.\r\n\r\nEen andere.") == [
        "Een zin die\nverder loopt.", "Een andere.",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "   \n\n ", "...", "?!", "- \n- ", "😀", "www.voorbeeld.nl"])
def test_without_words_there_are_no_sentences(text):
    assert sentences(text) == ()


def test_words_are_what_a_reader_reads():
    text = (
        "Zo'n 65-plusser (mevr. Bos) zag 's avonds 3 auto's en/of 1.500 kg vuil, o.a. tv’s: a@b.nl!"
    )
    assert words(text) == ["Zo'n", "65-plusser", "mevr", "Bos", "zag", "'s", "avonds", "3",
                           "auto's", "en", "of", "1.500", "kg", "vuil", "o.a.", "tv’s"]  # fmt: skip
    assert words("'Kom' zei hij, 'nu'") == ["Kom", "zei", "hij", "nu"]
    assert words("zee\u0308n van gemeen\u00adte") == ["zee\u0308n", "van", "gemeen\u00adte"]


@given(st.text(alphabet="aA1 .!?…\n-'\"()é", max_size=200))
def test_sentences_follow_each_other_and_hold_their_words(text):
    last = 0
    for one in sentences(text):
        assert last <= one.start < one.end <= len(text)
        assert text[one.start : one.end].strip() == text[one.start : one.end]
        last = one.start
        for word in one.words:
            assert last <= word.start < word.end <= one.end
            last = word.end
        last = one.end


@given(st.text(max_size=100), st.text(max_size=100))
def test_an_empty_line_keeps_two_texts_apart(one, other):
    together = f"{one.strip()}\n\n{other.strip()}"
    assert parts(together) == parts(one.strip()) + parts(other.strip())


@pytest.mark.parametrize(
    "text",
    ["." * 50_000 + "x", "A. " * 15_000, "a." * 25_000, "\n " * 25_000, "a@" * 25_000,
     "1. " * 15_000, "- \n" * 20_000, "'" * 50_000],
    ids=lambda text: repr(text[:4]),
)  # fmt: skip
def test_a_hostile_text_costs_no_more_than_its_length(text):
    start = time.process_time()
    sentences(text)
    assert time.process_time() - start < 10
