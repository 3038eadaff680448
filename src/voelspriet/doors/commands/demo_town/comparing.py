# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two sides of the demo's study compared, as its researcher would: matrix, quotes, advice."""

from __future__ import annotations

from datetime import datetime, timedelta

from voelspriet.doors.commands.demo_town import words_comparing as told
from voelspriet.doors.commands.demo_town.conversations import WORDS
from voelspriet.doors.commands.demo_town.land import Land
from voelspriet.doors.commands.demo_town.staff import Staff
from voelspriet.ground.knowledge.queries import interventions_for
from voelspriet.ground.privacy.actors import Actor, system
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.conversations.actions.studies import add_source, add_speaker
from voelspriet.listen.conversations.queries.studies import studies
from voelspriet.understand.coding.actions.coding import add_fragment, begin_pass, finish_pass
from voelspriet.understand.coding.actions.making import Coded
from voelspriet.understand.coding.actions.registering import take_in_everywhere
from voelspriet.understand.coding.queries.codebooks import codebook_detail, usable_codebooks
from voelspriet.understand.coding.queries.fragments import FragmentFilters
from voelspriet.understand.coding.queries.material import (
    MaterialFilters,
    material_detail,
    material_inbox,
)
from voelspriet.understand.findings.actions import choosing, comparing
from voelspriet.understand.findings.actions.counting import count_salience
from voelspriet.understand.findings.actions.helping import choose_help
from voelspriet.understand.findings.choices import QuoteState
from voelspriet.understand.findings.queries.comparisons import comparison_detail
from voelspriet.understand.findings.queries.quotes import candidates

QUOTES = 2
HELPS = 1
ANSWERS = (QuoteState.AGREED, QuoteState.AGREED, QuoteState.REFUSED)


def compare_sides(land: Land, staff: Staff, *, at: datetime) -> None:
    """Talk in a second area, code it, and compare what both sides say."""
    by = staff.others[Role.RESEARCHER]
    areas = land.district_ids[:2]
    study = next(one.reference for one in studies(by=by).items if one.title == WORDS.title)
    _talk(study, areas[1], by, at)
    moment = at - timedelta(days=1)
    book = usable_codebooks(by=by)[0]
    version = codebook_detail(reference=book.reference, number=book.number, by=by)
    reference = comparing.start_comparison(
        study=study,
        title=told.TITLE,
        version_id=version.version_id,
        code_ids=[code.id for code in version.codes if code.number in told.FACTORS],
        area_ids=areas,
        by=by,
        at=moment,
    )
    for number, factor in enumerate(told.FACTORS, 1):
        _fill(reference, (number, factor), areas, by, moment)
    _advise(reference, by, moment)
    words = comparing.ReportWords(told.SUMMARY, told.APPROACH, told.NOT_HEARD, told.LIMITS)
    comparing.write_report_words(reference=reference, words=words, by=by, at=moment)
    count_salience(reference=reference, by=system("findings.count_salience"), at=moment)


def _talk(study: str, area_id: int, by: Actor, at: datetime) -> None:
    pieces = {}
    for kind, days, text, side, speakers, found in told.TALKS:
        moment = at - timedelta(days=days)
        made = add_source(
            reference=study, kind=kind, area_id=area_id, held_on=dutch_day(moment), text=text,
            original=text, replaced=0, by=by, at=moment,
        )  # fmt: skip
        for role, stay in speakers:
            add_speaker(reference=made, perspective=side, role=role, stay=stay, by=by, at=moment)
        pieces[text] = found
    moment = at - timedelta(days=2)
    take_in_everywhere(by=system("coding.take_in"), at=moment)
    numbers = {code.number: code.id for code in usable_codebooks(by=by)[0].codes}
    for row in material_inbox(by=by, filters=MaterialFilters(study=study, state="uncoded")).items:
        text = material_detail(reference=row.reference, by=by).text
        if text not in pieces:
            continue
        begin_pass(reference=row.reference, by=by, at=moment)
        for words, factors, valence, world in pieces[text]:
            start = text.index(words)
            codes = [numbers[one] for one in factors]
            coded = Coded(start, start + len(words), codes, valence, world=world)
            add_fragment(reference=row.reference, coded=coded, by=by, at=moment)
        finish_pass(reference=row.reference, by=by, at=moment)


def _fill(
    reference: str, row: tuple[int, int], areas: tuple[int, ...], by: Actor, at: datetime
) -> None:
    number, factor = row
    residents, professionals, overall = told.SAID[factor]
    comparing.write_factor(
        reference=reference, number=number, residents_say=residents,
        professionals_see=professionals, overall=overall, by=by, at=at,
    )  # fmt: skip
    for (about, world), judgement in told.JUDGED.items():
        if about == factor:
            comparing.judge_factor(
                reference=reference, number=number, world=world, judgement=judgement, by=by, at=at
            )
    for area_id, placing in zip(areas, told.PLACED.get(factor, ()), strict=False):
        comparing.place_factor(
            reference=reference, number=number, area_id=area_id, placing=placing, by=by, at=at
        )
    detail = comparison_detail(reference=reference, by=by)
    key = next(one.code_key for one in detail.factors if one.number == number)
    study = detail.comparison.study_reference
    for side in ("resident", "professional"):
        filters = FragmentFilters(code=key, side=side)
        for one in candidates(study=study, by=by, filters=filters).items[:QUOTES]:
            choosing.choose_quote(
                reference=reference, number=number, fragment_id=one.id, by=by, at=at
            )
    _take_back(reference, number, by, at)


def _take_back(reference: str, number: int, by: Actor, at: datetime) -> None:
    """Take all quotes but the last back to whoever said them; most agree."""
    rows = comparison_detail(reference=reference, by=by).factors
    quotes = next(row.quotes for row in rows if row.number == number)
    for place, quote in enumerate(quotes[:3]):
        for state in (QuoteState.GONE_BACK, ANSWERS[place]):
            choosing.set_quote_state(
                reference=reference, number=number, quote_id=quote.id, state=state, by=by, at=at
            )


def _advise(reference: str, by: Actor, at: datetime) -> None:
    rows = {row.number: row for row in comparison_detail(reference=reference, by=by).factors}
    for title, text, factor in told.ADVISED:
        number = told.FACTORS.index(factor) + 1 if factor else None
        quotes = rows[number].quotes if number else ()
        advised = choosing.Advised(title, text, number, [one.fragment_id for one in quotes])
        made = choosing.recommend(reference=reference, advised=advised, by=by, at=at)
        for one in interventions_for(factor=factor, by=by, limit=HELPS):
            choose_help(reference=reference, number=made, intervention=one.reference, by=by, at=at)
