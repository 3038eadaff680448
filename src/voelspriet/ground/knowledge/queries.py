# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the knowledge base: found by words, theme, audience, factor and kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Exists, F, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.utils.translation import gettext as _

from voelspriet.ground.knowledge.choices import Audience, InterventionKind, Theme
from voelspriet.ground.knowledge.models import (
    Intervention,
    InterventionFactor,
    InterventionTheme,
)
from voelspriet.ground.knowledge.rules import (
    Words,
    asked_words,
    keeps_knowledge,
    known_to,
    link_of,
)
from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.lib.paging import Page, page_of, read_cursor, write_cursor

PAGE_SIZE = 25
FEW = 6
ORDER = {kind: number for number, kind in enumerate(InterventionKind.values)}


@dataclass(frozen=True, slots=True)
class KnowledgeFilters:
    """What to find in the knowledge base; empty values leave out nothing.

    `which`: "own", "shipped", "due" for what must be looked at again, or "archived".
    """

    words: str = ""
    theme: str = ""
    audience: str = ""
    kind: str = ""
    factor: int | None = None
    which: str = ""


@dataclass(frozen=True, slots=True)
class InterventionRow:
    """An intervention in a list. `is_own`: the municipality's own. `link` leaves the site."""

    reference: str
    title: str
    kind: str
    kind_label: str
    audience_label: str
    told: str
    owner: str
    author_year: str
    link: str
    themes: tuple[str, ...]
    factors: tuple[int, ...]
    source_document: str
    source_section: str
    is_own: bool
    is_archived: bool
    is_due: bool


@dataclass(frozen=True, slots=True)
class InterventionDetail:
    """One intervention with everything that its page shows and changes."""

    row: InterventionRow
    words: Words
    reviewed_on: date | None
    review_due: date | None
    made_by_name: str
    may_keep: bool


def interventions(
    *, filters: KnowledgeFilters, by: Actor, on: date, cursor: str = ""
) -> Page[InterventionRow]:
    """Return what `by` may read, by title. Three queries, however much there is."""
    found = _which(_matching(known_to(by), filters), filters.which, on)
    last = read_cursor(cursor, str, int)
    if last:
        found = found.filter(Q(search_title__gt=last[0]) | Q(search_title=last[0], pk__gt=last[1]))
    rows = list(_marked(found).order_by("search_title", "id")[: PAGE_SIZE + 1])
    return page_of(
        rows,
        PAGE_SIZE,
        lambda one: _row(one, on),
        lambda one: write_cursor(one.search_title, one.pk),
    )


def intervention(*, reference: str, by: Actor, on: date) -> InterventionDetail:
    """Return one intervention, archived or not. Raises OutOfScope for another municipality's."""
    one = _marked(known_to(by).filter(reference=reference)).first()
    if one is None:
        raise OutOfScope(_("Dit staat niet in de kennisbank."))
    return InterventionDetail(
        row=_row(one, on),
        words=Words(
            title=one.title,
            kind=one.kind,
            audience=one.audience,
            told=one.told,
            source_document=one.source_document,
            owner=one.owner,
            author_year=one.author_year,
            url=one.url,
            url_note=one.url_note,
            source_section=one.source_section,
            themes=tuple(each.theme for each in one.themes.all()),
            factors=tuple(sorted(each.number for each in one.factors.all())),
        ),
        reviewed_on=one.reviewed_on,
        review_due=one.review_due,
        made_by_name=one.made_by_name,
        may_keep=one.municipality_id is not None and keeps_knowledge(by),
    )


def interventions_by_id(*, ids: Iterable[int], by: Actor) -> Mapping[int, InterventionRow]:
    """Return those of `ids` that `by` may read, archived ones too."""
    found = _marked(known_to(by).filter(pk__in=set(ids)))
    return {one.pk: _row(one) for one in found}


def interventions_for(
    *, by: Actor, factor: int | None = None, theme: str = "", limit: int = FEW
) -> tuple[InterventionRow, ...]:
    """Return what helps with a factor of the Tafel van 12, a theme, or both; nothing for neither.

    What fits both comes first; then courses of action before sources before literature, by title.
    """
    fits = []
    if factor is not None:
        fits.append(Exists(_factors(factor)))
    if theme:
        fits.append(Exists(_themes(theme)))
    if not fits:
        return ()
    one = Value(1, output_field=IntegerField())
    hits = [Case(When(fit, then=one), default=Value(0)) for fit in fits]
    ranks = [When(kind=kind, then=Value(number)) for kind, number in ORDER.items()]
    found = (
        known_to(by)
        .filter(archived_at__isnull=True)
        .annotate(
            hits=hits[0] + hits[1] if len(hits) > 1 else hits[0],
            rank=Case(*ranks, default=Value(len(ranks)), output_field=IntegerField()),
        )
        .filter(hits__gt=0)
        .order_by(F("hits").desc(), "rank", "search_title", "id")
    )
    return tuple(_row(each) for each in _marked(found)[:limit])


def _factors(number: int) -> QuerySet[InterventionFactor]:
    return InterventionFactor.objects.filter(intervention=OuterRef("pk"), number=number)


def _themes(theme: str) -> QuerySet[InterventionTheme]:
    return InterventionTheme.objects.filter(intervention=OuterRef("pk"), theme=theme)


def _matching(found: QuerySet[Intervention], filters: KnowledgeFilters) -> QuerySet[Intervention]:
    for word in asked_words(filters.words):
        found = found.filter(search_text__contains=word)
    if filters.theme:
        found = found.filter(Exists(_themes(filters.theme)))
    if filters.factor is not None:
        found = found.filter(Exists(_factors(filters.factor)))
    if filters.audience:
        found = found.filter(audience=filters.audience)
    if filters.kind:
        found = found.filter(kind=filters.kind)
    return found


def _which(found: QuerySet[Intervention], which: str, on: date) -> QuerySet[Intervention]:
    if which == "archived":
        return found.filter(archived_at__isnull=False)
    found = found.filter(archived_at__isnull=True)
    if which == "due":
        return found.filter(review_due__lte=on)
    return found.filter(municipality__isnull=which == "shipped") if which else found


def _marked(found: QuerySet[Intervention]) -> QuerySet[Intervention]:
    return found.prefetch_related("themes", "factors")


def _row(one: Intervention, on: date | None = None) -> InterventionRow:
    given = {each.theme for each in one.themes.all()}
    return InterventionRow(
        reference=one.reference,
        title=one.title,
        kind=one.kind,
        kind_label=str(InterventionKind(one.kind).label),
        audience_label=str(Audience(one.audience).label),
        told=one.told,
        owner=one.owner,
        author_year=one.author_year,
        link=link_of(one.url),
        themes=tuple(str(theme.label) for theme in Theme if theme.value in given),
        factors=tuple(sorted(each.number for each in one.factors.all())),
        source_document=one.source_document,
        source_section=one.source_section,
        is_own=one.municipality_id is not None,
        is_archived=one.archived_at is not None,
        is_due=_is_due(one, on),
    )


def _is_due(one: Intervention, on: date | None) -> bool:
    if on is None or one.review_due is None or one.archived_at is not None:
        return False
    return one.review_due <= on
