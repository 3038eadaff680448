# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which texts may point at a person. Too much is a click for an adviser; too little is harm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voelspriet.listen.intake.rules.person_flag import points_at_person, signs_of_person

POINTS = {
    "name": [
        "Meneer Jansen gooit afval over de schutting",
        "Mevrouw de Boer heeft hulp nodig",
        "Dhr. K. van den Berg parkeert fout",
        "hij heet Karel de Vries",
        "Mohammed van hiernaast",
        "Iedereen weet dat Kevin het doet",
        "een jongen genaamd Delano",
        "Mr Smith shouts every night",
        "his name is Jordan",
        "Ahmet Bey çok bağırıyor",
        "Fatma Hanım yardım istiyor",
        "adı Orhan olan biri",
        "السيد محمود يصرخ",
        "اسمه كريم",
        "رأيت فاطمة في الشارع",
    ],
    "plate": [
        "Het was een zwarte auto, AB-123-C",
        "witte bus met kenteken VX 49 2K",
        "auto met nummerbord 12abc3",
        "scooter f-482-gb",
        "A car with licence plate 4-XKP-11",
        "34 ABC 123 plakalı araç",
        "SX482B stond weer dubbel",
    ],
    "phone": [
        "bel 06-12345678",
        "bel mij op 06 12 34 56 78",
        "zijn nummer is +31 6 1234 5678",
        "020-1234567",
        "call +90 532 123 45 67",
        "رقمه ٠٦١٢٣٤٥٦٧٨",
    ],
    "handle": [
        "@jantje_010 filmt meisjes",
        "insta: dealer.noord",
        "mail jan.p@post.example",
        "Snapchat = loverboy99",
    ],
    "address": [
        "Lindelaan 12 staat vol wiet",
        "Op nummer 14 is het elke nacht raak",
        "Stationsweg 4a",
        "huisnummer 23 bis",
        "Bij ons in de Kerkstraat 101-3",
        "at number 7 there are parties",
        "numara 9 her gece gürültü",
        "شقة رقم 5 فيها مشاكل",
    ],
    "accusation": [
        "mijn buurman verkoopt drugs",
        "De zoon van de bakker steelt fietsen",
        "Mijn bovenbuurvrouw is verslaafd en de kinderen zijn alleen",
        "De huurder hiernaast bedreigt ons",
        "Mijn buurman gebruikt en heeft mij verraden bij de dealers",
        "My neighbour deals weed",
        "the landlord threatens his tenants",
        "Komşum uyuşturucu satıyor",
        "Üst komşu karısını dövüyor",
        "جاري يبيع المخدرات",
        "ابن الجيران يسرق الدراجات",
    ],
}

POINTS_AT_NOBODY = [
    "De lantaarnpaal op de Lindelaan is kapot",
    "Losse tegels op de stoep",
    "Op het plein staan 12 jongens",
    "Lantaarnpaal nummer 14 is kapot",
    "Ik belde 0900-8844 en wachtte lang",
    "112 gebeld",
    "De Jan Steenlaan is 's avonds donker",
    "Bij de Anna van Burenstraat wordt te hard gereden",
    "Het is om 20:00 donker op het plein",
    "Een groep jongeren hangt rond in het park",
    "De buren maken veel lawaai met muziek",
    "Ter hoogte van Lindelaan 12 ligt een tegel los",
    "T.h.v. Lindelaan 12 ligt een tegel los",
    "Bus 12 rijdt te hard",
    "Achter de flat wordt gedeald",
    "Er ligt afval bij de container",
    "Op 12-10-2025 was er vuurwerk",
    "Er is al 3 weken geen licht",
    "Mevrouw, kunt u de lamp maken?",
    "Ik voel me onveilig in het tunneltje",
    "Bij de Sint Jan is het druk",
    "I love living here, thank you",
    "Can you fix the light?",
    "The street is dark and I am afraid at night",
    "Boys on scooters race through Parkweg at 50 km per hour",
    "Sokak lambası yanmıyor",
    "Parkta akşamları çok gürültü var",
    "Çocuk parkı çok kirli",
    "عمود الإنارة مكسور في الشارع",
    "الشارع مظلم في الليل",
    "هناك قمامة كثيرة قرب الحاوية",
    "أخاف أن أمشي وحدي في المساء",
    "",
]


@pytest.mark.parametrize(
    ("sign", "text"), [(sign, text) for sign, texts in POINTS.items() for text in texts]
)
def test_a_text_that_points_at_a_person_is_flagged_for_that_reason(sign, text):
    assert sign in signs_of_person(text)


@pytest.mark.parametrize("text", POINTS_AT_NOBODY)
def test_a_text_about_a_place_or_a_feeling_is_not_flagged(text):
    assert signs_of_person(text) == frozenset()


@given(
    before=st.sampled_from(POINTS_AT_NOBODY),
    sign=st.sampled_from([text for texts in POINTS.values() for text in texts]),
    after=st.sampled_from(POINTS_AT_NOBODY),
)
def test_harmless_words_around_it_never_hide_a_person(before, sign, after):
    assert points_at_person(f"{before}. {sign}. {after}")


@given(st.text(max_size=400))
def test_any_text_can_be_judged(text):
    assert points_at_person(text) in {True, False}
