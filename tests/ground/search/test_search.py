# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Finding signals by words, on whichever database the tests run on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voelspriet.ground.privacy.writing import housekeeping
from voelspriet.ground.search.actions import (
    index_signal,
    keep_signal,
    rebuild_index,
    remove_signal,
)
from voelspriet.ground.search.models import SearchEntry
from voelspriet.ground.search.queries import search_ids
from voelspriet.ground.search.words import index_tokens, query_tokens, stem

KEY = b"a key for these tests only"


def find(query, *areas):
    return search_ids(query=query, area_ids=areas or (1,))


@pytest.mark.django_db
class TestSearch:
    def test_a_word_is_found_and_the_newest_comes_first(self):
        index_signal(signal_id=1, text="Er ligt afval bij de school.", area_id=1)
        index_signal(signal_id=2, text="Weer afval, nu in het park.", area_id=1)
        assert find("afval") == [2, 1]
        assert find("AFVAL school") == [1]
        assert find("afval zwembad") == []

    def test_plural_beginning_accent_and_capital_do_not_matter(self):
        index_signal(signal_id=1, text="Drie scholen, oude huizen en een café.", area_id=1)
        for query in ("school", "huis", "CAFE", "cafés", "Scholen", "scho", "huiz"):
            assert find(query) == [1], query

    @pytest.mark.parametrize(
        ("text", "query"),
        [
            ("Sokakta çöp var, ışıklar yanmıyor", "ISIKLAR"),
            ("المدرسة قريبة من الحديقة", "حديقة"),
            ("Street lights are broken", "light"),
        ],
    )
    def test_other_languages_are_found_too(self, text, query):
        index_signal(signal_id=1, text=text, area_id=1)
        assert find(query) == [1]

    def test_only_the_areas_asked_for_are_searched(self):
        index_signal(signal_id=1, text="afval", area_id=1)
        index_signal(signal_id=2, text="afval", area_id=2)
        assert find("afval", 2) == [2]
        assert find("afval", 1, 2) == [2, 1]
        assert search_ids(query="afval", area_ids=()) == []

    def test_indexing_again_replaces_what_was_there(self):
        index_signal(signal_id=1, text="afval", area_id=1)
        index_signal(signal_id=1, text="lantaarn", area_id=2)
        assert find("afval", 1, 2) == []
        assert find("lantaarn", 2) == [1]

    def test_what_may_not_be_found_is_taken_out(self):
        keep_signal(signal_id=1, text="afval", area_id=1, searchable=True)
        assert find("afval") == [1]
        keep_signal(signal_id=1, text="afval", area_id=1, searchable=False)
        assert find("afval") == []
        assert not SearchEntry.objects.exists()
        remove_signal(signal_id=1)

    def test_the_limit_holds(self):
        for number in range(1, 6):
            index_signal(signal_id=number, text="afval", area_id=1)
        assert search_ids(query="afval", area_ids=(1,), limit=2) == [5, 4]

    @pytest.mark.parametrize(
        "query", ["", " ", "a", "'", '"', "a OR b*", "afval AND", "x & | !", "%_", "(", "NEAR("]
    )
    def test_signs_of_the_query_language_are_only_words(self, query):
        index_signal(signal_id=1, text="Iets heel anders.", area_id=1)
        assert find(query) == []

    def test_an_endless_question_is_answered_by_its_first_words(self):
        index_signal(signal_id=1, text=" ".join(f"woord{n}" for n in range(30)), area_id=1)
        assert find(" ".join(f"woord{n}" for n in range(5_000))) == [1]

    def test_rebuild_makes_the_index_from_the_entries(self):
        with housekeeping("test"):
            SearchEntry.objects.create(signal_id=7, area_id=1, tokens="aaaaaaaa")
        index_signal(signal_id=8, text="afval", area_id=1)
        assert rebuild_index() == 2
        assert find("afval") == [8]

    def test_the_entry_holds_no_word(self):
        index_signal(signal_id=1, text="Dealer achter de flat aan de Lindelaan", area_id=1)
        tokens = SearchEntry.objects.get().tokens
        assert set(tokens) <= set("abcdefghijklmnop ")
        assert not any(word in tokens for word in ("dealer", "flat", "lindelaan"))


def test_another_key_makes_other_tokens():
    assert set(index_tokens("afval", key=KEY).split()).isdisjoint(
        index_tokens("afval", key=b"another").split()
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("scholen", "school"),
        ("huizen", "huis"),
        ("brieven", "brief"),
        ("katten", "kat"),
        ("ramen", "raam"),
        ("jongens", "jongen"),
        ("fietsen", "fiets"),
        ("parken", "park"),
    ],
)
def test_stem_meets(left, right):
    assert stem(left) == stem(right)


@given(st.text(max_size=200))
def test_every_text_is_found_by_its_own_words(text):
    tokens = set(index_tokens(text, key=KEY).split())
    assert all(tokens & set(group) for group in query_tokens(text, key=KEY))
