# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading comparisons: the list, and one with its matrix, quotes, advice and recommendations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from voelspriet.ground.areas.models import Area
from voelspriet.ground.knowledge.queries import InterventionRow, interventions_by_id
from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.lib.paging import Page, page_of, read_cursor, write_cursor
from voelspriet.understand.coding.choices import ActingParty, World
from voelspriet.understand.coding.queries.fragments import StudyFragmentRow, fragments_by_id
from voelspriet.understand.coding.rules.access import may_code
from voelspriet.understand.findings.choices import ConcernQuadrant, QuoteState, Sameness, Verdict
from voelspriet.understand.findings.models import (
    AreaPlace,
    ChosenQuote,
    ComparedFactor,
    Comparison,
    Recommendation,
    SalienceCount,
    WorldVerdict,
)
from voelspriet.understand.findings.models.comparisons import JUDGED_WORLDS, QUESTIONS
from voelspriet.understand.findings.queries.matrix_rows import (
    AdviceRow,
    BehindRow,
    ComparisonDetail,
    ComparisonRow,
    FactorRow,
    PlaceRow,
    QuestionRow,
    QuoteRow,
    RecommendationRow,
    WorldRow,
)
from voelspriet.understand.findings.queries.prompts import prompt_of, withheld
from voelspriet.understand.findings.rules.comparisons import (
    ADVICE,
    is_standoff,
    may_compare,
    quadrant_of,
    visible_comparisons,
)

PAGE_SIZE = 30
ASKED: dict[str, Promise] = {
    "same_problem": gettext_lazy("Bedoelen zij hetzelfde probleem?"),
    "same_cause": gettext_lazy("Zien zij dezelfde oorzaak?"),
    "same_actor": gettext_lazy("Verwachten zij van dezelfde dat die iets doet?"),
}
SEED = "tafel_van_12"
Words = Mapping[int, StudyFragmentRow]
Helps = Mapping[int, InterventionRow]


def comparisons(*, by: Actor, study: str = "", cursor: str = "") -> Page[ComparisonRow]:
    """Return the comparisons `by` may read, newest first; of one study when it is named."""
    found = visible_comparisons(by)
    if study:
        found = found.filter(study__reference=study)
    after = read_cursor(cursor, int)
    if after:
        found = found.filter(pk__lt=after[0])
    rows = list(_counted(found).order_by("-pk")[: PAGE_SIZE + 1])
    return page_of(rows, PAGE_SIZE, _row, lambda one: write_cursor(one.pk))


def comparison_detail(*, reference: str, by: Actor) -> ComparisonDetail:
    """Return one comparison `by` may read, with the words of its fragments as `by` may read them.

    A quote of a text that became sensitive, or that is being coded blindly, is not in it. Who reads
    along finds no quote that was refused, nor a count where few spoke. Raises OutOfScope for any
    other comparison.
    """
    one = _counted(visible_comparisons(by)).filter(reference=reference).first()
    if one is None:
        raise OutOfScope(_("Deze vergelijking is er niet."))
    areas = tuple((area.pk, area.name) for area in _in_order(one.areas.all()))
    count = SalienceCount.objects.filter(comparison=one).first()
    may_edit = may_compare(by)
    rows = _factors(one)
    refused = set() if may_edit else _refused(rows)
    recommended = list(
        one.recommendations.select_related("factor__code").prefetch_related(
            "fragments", "interventions"
        )
    )
    words = fragments_by_id(ids=_wanted(rows, recommended) - refused, by=by)
    helps = interventions_by_id(
        ids=(each.pk for row in recommended for each in row.interventions.all()), by=by
    )
    content = count.content if count else {}
    factors = tuple(_factor(row, areas, words, content) for row in rows)
    if not may_edit:
        factors = tuple(_read_along(row) for row in factors)
    return ComparisonDetail(
        comparison=_row(one),
        question=one.study.question,
        purpose=one.study.purpose,
        consent_text=one.study.consent_text,
        starts_on=one.study.starts_on,
        ends_on=one.study.ends_on,
        codebook=one.version.codebook.name,
        codebook_reference=one.version.codebook.reference,
        version=one.version.number,
        areas=areas,
        factors=factors,
        recommendations=tuple(
            _recommendation(row, words, helps, is_table=_is_table(one))
            for row in sorted(recommended, key=lambda row: row.number)
        ),
        advice=_advice(one, factors),
        summary=one.summary,
        approach=one.approach,
        not_heard=one.not_heard,
        limits=one.limits,
        counted_at=count.counted_at if count else None,
        uncounted=content.get("without_speaker", 0),
        may_edit=may_edit,
        may_code=may_code(by),
    )


def factor_row(*, detail: ComparisonDetail, number: int) -> FactorRow:
    """Return one row of the matrix. Raises OutOfScope when there is none."""
    for row in detail.factors:
        if row.number == number:
            return row
    raise OutOfScope(_("Deze factor is er niet."))


def _counted(found: QuerySet[Comparison]) -> QuerySet[Comparison]:
    return (
        found.select_related("study", "version__codebook")
        .prefetch_related("areas")
        .annotate(
            size=Count("factors", distinct=True),
            judged=Count(
                "factors__verdicts", distinct=True, filter=~Q(factors__verdicts__verdict="")
            ),
        )
    )


def _factors(one: Comparison) -> list[ComparedFactor]:
    return list(
        one.factors.select_related("code")
        .prefetch_related(
            "verdicts",
            Prefetch("places", AreaPlace.objects.select_related("area")),
            Prefetch("quotes", ChosenQuote.objects.order_by("pk")),
        )
        .order_by("number")
    )


def _in_order(areas: Iterable[Area]) -> list[Area]:
    return sorted(areas, key=lambda area: (area.name, area.pk))


def _wanted(rows: list[ComparedFactor], recommended: list[Recommendation]) -> set[int]:
    quoted = {quote.fragment_id for row in rows for quote in row.quotes.all()}
    return quoted | {part.pk for one in recommended for part in one.fragments.all()}


def _refused(rows: list[ComparedFactor]) -> set[int]:
    quotes = (quote for row in rows for quote in row.quotes.all())
    return {quote.fragment_id for quote in quotes if quote.state == QuoteState.REFUSED}


def _read_along(row: FactorRow) -> FactorRow:
    """Return a row without counts of one or two people."""
    places = tuple(replace(place, prompt=withheld(place.prompt)) for place in row.places)
    return replace(row, prompt=withheld(row.prompt), places=places)


def _row(one: Comparison) -> ComparisonRow:
    return ComparisonRow(
        reference=one.reference,
        title=one.title,
        study_reference=one.study.reference,
        study_title=one.study.title,
        areas=tuple(area.name for area in _in_order(one.areas.all())),
        factors=getattr(one, "size", 0),
        judged=getattr(one, "judged", 0),
        made_by_name=one.made_by_name,
        made_at=one.made_at,
    )


def _factor(
    row: ComparedFactor, areas: tuple[tuple[int, str], ...], words: Words, content: dict[str, Any]
) -> FactorRow:
    code = row.code
    judged = {one.world: one for one in row.verdicts.all()}
    placed = {one.area_id: one for one in row.places.all()}
    quotes = (_quote(one, words.get(one.fragment_id)) for one in row.quotes.all())
    return FactorRow(
        number=row.number,
        code_key=str(code.key),
        label=f"{code.number} {code.name}" if code.number else code.name,
        definition=code.definition,
        residents_say=row.residents_say,
        professionals_see=row.professionals_see,
        overall=row.overall,
        worlds=tuple(_world(world, judged.get(str(world))) for world in JUDGED_WORLDS),
        places=tuple(
            _place(area, placed.get(area[0]), row.number, content.get(str(area[0]), {}))
            for area in areas
        ),
        quotes=tuple(one for one in quotes if one is not None),
        prompt=prompt_of(content.get("all", {}), row.number),
    )


def _world(world: World, one: WorldVerdict | None) -> WorldRow:
    residents = one.residents_expect if one else ""
    professionals = one.professionals_expect if one else ""
    verdict = one.verdict if one else ""
    return WorldRow(
        world=str(world),
        label=str(world.label),
        questions=tuple(_question(name, one) for name in QUESTIONS),
        residents_expect=residents,
        residents_expect_label=str(ActingParty(residents).label) if residents else "",
        professionals_expect=professionals,
        professionals_expect_label=str(ActingParty(professionals).label) if professionals else "",
        is_standoff=is_standoff(residents, professionals),
        verdict=verdict,
        verdict_label=str(Verdict(verdict).label) if verdict else "",
        reason=one.reason if one else "",
        judged_by_name=one.judged_by_name if one else "",
    )


def _question(name: str, one: WorldVerdict | None) -> QuestionRow:
    answer: str = getattr(one, name, "")
    return QuestionRow(
        name=name,
        label=str(ASKED[name]),
        answer=answer,
        answer_label=str(Sameness(answer).label) if answer else "",
        reason=getattr(one, f"{name}_reason", ""),
    )


def _place(
    area: tuple[int, str], one: AreaPlace | None, number: int, counted: dict[str, Any]
) -> PlaceRow:
    found = one or AreaPlace()
    quadrant = quadrant_of(has_concern=found.has_concern, has_attention=found.has_attention)
    return PlaceRow(
        area_id=area[0],
        area_name=area[1],
        told=found.told,
        has_concern=found.has_concern,
        concern_reason=found.concern_reason,
        has_attention=found.has_attention,
        attention_reason=found.attention_reason,
        quadrant=str(quadrant) if quadrant else "",
        quadrant_label=str(quadrant.label) if quadrant else "",
        prompt=prompt_of(counted, number),
    )


def _quote(one: ChosenQuote, found: StudyFragmentRow | None) -> QuoteRow | None:
    if found is None or not found.fragment.words:
        return None
    return QuoteRow(
        id=one.pk,
        fragment_id=one.fragment_id,
        words=found.fragment.words,
        side=found.fragment.side,
        side_label=found.fragment.side_label,
        kind_label=found.kind_label,
        material=found.material,
        area_id=found.area_id,
        area_name=found.area_name,
        arrived_on=found.arrived_on,
        state=one.state,
        state_label=str(QuoteState(one.state).label),
        state_at=one.state_at,
        chosen_by_name=one.chosen_by_name,
    )


def _is_table(one: Comparison) -> bool:
    """Tell whether the numbers of its codes are those of the Tafel van 12."""
    return one.version.codebook.seed == SEED


def _recommendation(
    one: Recommendation, words: Words, helps: Helps, *, is_table: bool
) -> RecommendationRow:
    code = one.factor.code if one.factor else None
    found = [words[part.pk] for part in one.fragments.all() if part.pk in words]
    return RecommendationRow(
        number=one.number,
        title=one.title,
        text=one.text,
        factor=one.factor.number if one.factor else None,
        factor_label=(f"{code.number} {code.name}" if code.number else code.name) if code else "",
        fragments=tuple(
            BehindRow(
                part.fragment.id,
                part.fragment.words,
                part.fragment.side_label,
                part.area_name,
                part.material,
            )
            for part in sorted(found, key=lambda part: part.fragment.id)
            if part.fragment.words
        ),
        helps=tuple(
            sorted(
                (helps[each.pk] for each in one.interventions.all() if each.pk in helps),
                key=lambda row: (row.title, row.reference),
            )
        ),
        table_number=code.number if code and is_table else None,
    )


def _advice(one: Comparison, factors: tuple[FactorRow, ...]) -> tuple[AdviceRow, ...]:
    own = {row.quadrant: row.text for row in one.advice.all()}
    return tuple(
        AdviceRow(
            quadrant=str(quadrant),
            label=str(quadrant.label),
            text=own.get(str(quadrant), str(ADVICE[quadrant])),
            is_own=str(quadrant) in own,
            placed=tuple(
                (row.label, place.area_name)
                for row in factors
                for place in row.places
                if place.quadrant == quadrant
            ),
        )
        for quadrant in ConcernQuadrant
    )
