# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The knowledge base: what comes with the product, what a municipality adds, and finding it."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.knowledge import make_intervention
from tests.factories.people import actor_of, make_user
from voelspriet.ground.knowledge.actions import (
    add_intervention,
    add_shipped_interventions,
    archive_intervention,
    change_intervention,
    check_intervention,
    restore_intervention,
)
from voelspriet.ground.knowledge.models import Intervention
from voelspriet.ground.knowledge.queries import (
    PAGE_SIZE,
    KnowledgeFilters,
    intervention,
    interventions,
    interventions_for,
)
from voelspriet.ground.knowledge.rules import Words, shipped
from voelspriet.ground.privacy.actors import OutOfScope, Refused, resident
from voelspriet.ground.privacy.choices import Role

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
ON = date(2026, 3, 2)
WORDS = Words(
    title="Lichtwandeling",
    kind="intervention",
    audience="municipalities",
    told="Met bewoners langs donkere plekken lopen.",
    owner="Beheer openbare ruimte",
    source_document="Evaluatie van drie wandelingen",
    url="voorbeeld.nl/licht",
    themes=("public_space", "safety"),
    factors=(7,),
)
KINDS = {"interventie": "intervention", "kennisbron": "source", "literatuur": "literature"}


def test_every_intervention_of_the_seed_is_shipped_with_its_owner_and_address(shared):
    lines = (shared / "cases" / "interventions.csv").read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    told = dict(shipped())
    assert len(rows) == len(told) == 65
    for row in rows:
        words = told[row["intervention_id"]]
        assert (words.title, words.owner, words.url) == (
            row["title"], row["owner_organisation"], row["url"],
        )  # fmt: skip
        assert (words.kind, words.author_year, words.source_section) == (
            KINDS[row["kind"]], row["author_year"], row["source_section"],
        )  # fmt: skip
        # what the seed remarks about an address is remarked here too, in other words
        assert bool(words.url_note) == bool(row["url_note"]) or not row["url"]
        # literature of which the source says nothing claims no factor
        assert words.themes
        assert not (words.factors and words.kind == "literature")


@pytest.fixture
def town(db):  # noqa: ARG001  the tables must be there
    return make_town()


@pytest.fixture
def policy(town):
    return actor_of(make_user(town.municipality, Role.POLICY_ADVISER))


def _titles(by, **asked):
    page = interventions(filters=KnowledgeFilters(**asked), by=by, on=ON)
    return [row.title for row in page.items]


def test_what_is_shipped_is_stored_once_and_follows_the_product(policy):
    assert add_shipped_interventions(at=AT) == 65
    assert add_shipped_interventions(at=AT) == 0
    first = intervention(reference="I-02", by=policy, on=ON)
    assert first.row.title == "Kapot Sterk"
    assert first.reviewed_on is None
    assert not first.may_keep
    left = make_intervention(None, "Wat het product niet meer kent")
    with arranging():
        Intervention.objects.filter(reference="I-02").update(owner="Iemand anders")
    assert add_shipped_interventions(at=AT) == 1
    assert intervention(reference="I-02", by=policy, on=ON).row.owner == "CCV"
    left.refresh_from_db()
    assert left.archived_at == AT
    # a reader still follows an old address, and finds nothing of it in a list
    assert intervention(reference=left.reference, by=policy, on=ON).row.is_archived
    assert _titles(policy, words="product") == []


def test_words_are_found_by_their_stem_and_by_part(policy, town):
    make_intervention(town.municipality, "Lessen op scholen", told="Over drugs.")
    make_intervention(town.municipality, "Het buurthuis", told="Ontmoeting.")
    assert _titles(policy, words="school") == ["Lessen op scholen"]
    assert _titles(policy, words="SCHOLEN drug") == ["Lessen op scholen"]
    assert _titles(policy, words="huizen") == ["Het buurthuis"]
    assert _titles(policy, words="school buurthuis") == []


def test_filters_narrow_and_pages_follow_by_title(policy, town):
    for number in range(PAGE_SIZE + 3):
        make_intervention(None, f"Stuk {number:02}", kind="source", audience="education")
    make_intervention(town.municipality, "Eigen", themes=("contact",), factors=(3, 4))
    first = interventions(filters=KnowledgeFilters(), by=policy, on=ON)
    rest = interventions(filters=KnowledgeFilters(), by=policy, on=ON, cursor=first.next_cursor)
    titles = [row.title for row in (*first.items, *rest.items)]
    assert titles == sorted(titles)
    assert len(titles) == len(set(titles)) == PAGE_SIZE + 4
    assert rest.next_cursor == ""
    for asked in ({"theme": "contact"}, {"factor": 4}, {"which": "own"}, {"kind": "intervention"},
                  {"audience": "general"}):  # fmt: skip
        assert _titles(policy, **asked) == ["Eigen"], asked
    assert _titles(policy, factor=5) == []
    late = interventions(filters=KnowledgeFilters(which="due"), by=policy, on=date(2027, 3, 2))
    assert [(row.title, row.is_due) for row in late.items] == [("Eigen", True)]


def test_what_fits_both_factor_and_theme_comes_first(policy, town):
    make_intervention(None, "A bron", kind="source", themes=("contact",))
    make_intervention(None, "B aanpak", themes=("contact",))
    make_intervention(town.municipality, "C allebei", themes=("contact",), factors=(3,))
    make_intervention(None, "D iets anders", factors=(4,))
    make_intervention(None, "E weg", themes=("contact",), archived_at=AT)
    found = interventions_for(factor=3, theme="contact", by=policy)
    assert [row.title for row in found] == ["C allebei", "B aanpak", "A bron"]
    assert [row.title for row in interventions_for(factor=4, by=policy)] == ["D iets anders"]
    assert interventions_for(by=policy) == ()
    assert len(interventions_for(theme="contact", by=policy, limit=1)) == 1


def test_an_own_one_is_added_changed_checked_archived_and_put_back(policy):
    reference = add_intervention(words=WORDS, by=policy, at=AT)
    made = intervention(reference=reference, by=policy, on=ON)
    assert made.row.link == "https://voorbeeld.nl/licht"
    assert (made.row.themes, made.row.factors) == (
        ("Veiligheid en overlast", "Straat, groen en verkeer"), (7,),
    )  # fmt: skip
    assert (made.reviewed_on, made.review_due) == (ON, date(2027, 3, 2))
    later = AT.replace(month=9)
    changed = replace(WORDS, title="Schemerronde", themes=("contact",), factors=())
    change_intervention(reference=reference, words=changed, by=policy, at=later)
    assert _titles(policy, words="schemer") == ["Schemerronde"]
    assert _titles(policy, words="lichtwandeling") == []
    check_intervention(reference=reference, by=policy, at=later.replace(month=10))
    assert intervention(reference=reference, by=policy, on=ON).reviewed_on == date(2026, 10, 2)
    archive_intervention(reference=reference, by=policy, at=later)
    assert _titles(policy) == []
    assert _titles(policy, which="archived") == ["Schemerronde"]
    with pytest.raises(Refused):
        change_intervention(reference=reference, words=WORDS, by=policy, at=later)
    restore_intervention(reference=reference, by=policy, at=later)
    assert _titles(policy) == ["Schemerronde"]
    with pytest.raises(Refused):
        restore_intervention(reference=reference, by=policy, at=later)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": " "}, "title"),
        ({"told": ""}, "told"),
        ({"owner": ""}, "owner"),
        ({"source_document": ""}, "source_document"),
        ({"told": "x" * 801}, "told"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"url": "geen adres"}, "url"),
        ({"themes": ()}, "themes"),
    ],
)
def test_what_is_refused(policy, wrong, field):
    with pytest.raises(Refused) as refused:
        add_intervention(words=replace(WORDS, **wrong), by=policy, at=AT)
    assert refused.value.field == field


def test_only_keepers_write_and_another_town_does_not_exist(town, policy):
    elsewhere = make_town(name="Elders", area_code="GM9998", row=4)
    foreign = make_intervention(elsewhere.municipality, "Van elders")
    shipped_one = make_intervention(None, "Meegeleverd")
    own = make_intervention(town.municipality, "Van ons")
    assert _titles(policy) == ["Meegeleverd", "Van ons"]
    with pytest.raises(OutOfScope):
        intervention(reference=foreign.reference, by=policy, on=ON)
    for one in (foreign, shipped_one):
        with pytest.raises(OutOfScope):
            archive_intervention(reference=one.reference, by=policy, at=AT)
    adviser = actor_of(make_user(town.municipality, Role.AREA_ADVISER, area=town.neighbourhoods[0]))
    assert not intervention(reference=own.reference, by=adviser, on=ON).may_keep
    with pytest.raises(Refused):
        add_intervention(words=WORDS, by=adviser, at=AT)
    assert interventions_for(theme="public_space", by=resident(town.municipality.pk)) == ()
    researcher = actor_of(make_user(town.municipality, Role.RESEARCHER))
    assert add_intervention(words=WORDS, by=researcher, at=AT)
