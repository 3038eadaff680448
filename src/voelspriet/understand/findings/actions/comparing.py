# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Comparing two sides: starting, writing a row of the matrix, judging, placing, its report."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.ground.queue.enqueue import enqueue
from voelspriet.lib.references import SYSTEM_RANDOM, new_reference
from voelspriet.listen.conversations.models import Study
from voelspriet.listen.conversations.rules.studies import visible_studies
from voelspriet.understand.coding.choices import ActingParty, World
from voelspriet.understand.coding.models import Code, CodebookVersion
from voelspriet.understand.findings.choices import Sameness, Verdict
from voelspriet.understand.findings.models import (
    AreaPlace,
    ComparedFactor,
    Comparison,
    WorldVerdict,
)
from voelspriet.understand.findings.models.comparisons import (
    JUDGED_WORLDS,
    QUESTIONS,
    REASON_LIMIT,
    TEXT_LIMIT,
)
from voelspriet.understand.findings.rules.comparisons import (
    MOST_AREAS,
    MOST_FACTORS,
    may_compare,
    told,
    visible_comparisons,
)

TITLE_LIMIT = 160


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer to one of the three questions with its reason; both empty when not answered."""

    answer: Sameness | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a researcher judges of a factor in one world; `verdict` None while they do not."""

    same_problem: Answered = Answered()
    same_cause: Answered = Answered()
    same_actor: Answered = Answered()
    residents_expect: ActingParty | None = None
    professionals_expect: ActingParty | None = None
    verdict: Verdict | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Placing:
    """What plays in an area, and whether people worry and it visibly gets attention there."""

    told: str = ""
    has_concern: bool | None = None
    concern_reason: str = ""
    has_attention: bool | None = None
    attention_reason: str = ""


@dataclass(frozen=True, slots=True)
class ReportWords:
    """What a researcher writes for the report; any of it may be empty."""

    summary: str = ""
    approach: str = ""
    not_heard: str = ""
    limits: str = ""


@action
def start_comparison(
    *,
    study: str,
    title: str,
    version_id: int,
    code_ids: Sequence[int],
    area_ids: Sequence[int],
    by: Actor,
    at: datetime,
    rng: random.Random = SYSTEM_RANDOM,
) -> str:
    """Start a comparison of a study and return its reference; the job counts who spoke of what.

    Refuses no title, no or too many codes, codes of another version, one that is not published,
    and no or more than two areas of the study. OutOfScope outside `by`'s studies.
    """
    if not may_compare(by):
        raise Refused(_("Alleen een onderzoeker mag dit."))
    one = visible_studies(by).filter(reference=study).first()
    if one is None:
        raise OutOfScope(_("Dit onderzoek is er niet."))
    words = told(title, TITLE_LIMIT, field="title", is_needed=True)
    codes = _codes(one, version_id, code_ids)
    _refuse_areas(one, area_ids)
    comparison = Comparison.objects.create(
        study=one,
        version_id=version_id,
        reference=new_reference("Q", rng=rng),
        title=words,
        made_by_id=by.user_id or 0,
        made_by_name=by.name,
        made_at=at,
    )
    comparison.areas.set(area_ids)
    ComparedFactor.objects.bulk_create(
        ComparedFactor(comparison=comparison, code=code, number=number)
        for number, code in enumerate(codes, 1)
    )
    enqueue("findings.count_salience", reference=comparison.reference)
    audit("comparison.start", comparison, by, at, factors=len(codes))
    return comparison.reference


@action
def write_factor(
    *,
    reference: str,
    number: int,
    residents_say: str,
    professionals_see: str,
    overall: str,
    by: Actor,
    at: datetime,
) -> None:
    """Write what both sides say of a factor, and the conclusion over both worlds in words.

    Refuses words that divide people or point at somebody.
    """
    row = factor_of(reference, number, by)
    row.residents_say = told(residents_say, TEXT_LIMIT, field="residents_say")
    row.professionals_see = told(professionals_see, TEXT_LIMIT, field="professionals_see")
    row.overall = told(overall, TEXT_LIMIT, field="overall")
    row.save(update_fields=["residents_say", "professionals_see", "overall"])
    audit("comparison.write", row.comparison, by, at, factor=number)


@action
def judge_factor(
    *, reference: str, number: int, world: World, judgement: Judgement, by: Actor, at: datetime
) -> None:
    """Judge a factor in one world, in place of what was judged before.

    Refuses an answer or a verdict without its reason, a verdict before the three questions are
    answered, "the same actor" where both sides expect another one, and words that divide people
    or point at somebody.
    """
    row = factor_of(reference, number, by)
    if world not in JUDGED_WORLDS:
        raise OutOfScope(_("Deze wereld is er niet."))
    values: dict[str, Any] = {}
    for name in QUESTIONS:
        given: Answered = getattr(judgement, name)
        values[name] = given.answer or ""
        values[f"{name}_reason"] = _reason(given.reason, f"{name}_reason", given.answer is not None)
    values |= {
        "residents_expect": judgement.residents_expect or "",
        "professionals_expect": judgement.professionals_expect or "",
        "verdict": judgement.verdict or "",
        "reason": _reason(judgement.reason, "reason", judgement.verdict is not None),
    }
    _refuse_judgement(judgement)
    who = {"judged_by_id": by.user_id or 0, "judged_by_name": by.name, "judged_at": at}
    WorldVerdict.objects.update_or_create(factor=row, world=world, defaults=values | who)
    audit(
        "comparison.judge", row.comparison, by, at, factor=number, world=str(world),
        verdict=str(judgement.verdict or ""),
    )  # fmt: skip


@action
def place_factor(
    *, reference: str, number: int, area_id: int, placing: Placing, by: Actor, at: datetime
) -> None:
    """Say what plays in an area, and where the factor stands there. Refuses answers without reason.

    OutOfScope for an area that is not compared.
    """
    row = factor_of(reference, number, by)
    if not row.comparison.areas.filter(pk=area_id).exists():
        raise OutOfScope(_("Dit gebied is er niet."))
    concern = _reason(placing.concern_reason, "concern_reason", placing.has_concern is not None)
    attention = _reason(
        placing.attention_reason, "attention_reason", placing.has_attention is not None
    )
    AreaPlace.objects.update_or_create(
        factor=row,
        area_id=area_id,
        defaults={
            "told": told(placing.told, TEXT_LIMIT, field="told"),
            "has_concern": placing.has_concern,
            "concern_reason": concern,
            "has_attention": placing.has_attention,
            "attention_reason": attention,
        },
    )
    audit("comparison.place", row.comparison, by, at, factor=number)


@action
def write_report_words(*, reference: str, words: ReportWords, by: Actor, at: datetime) -> None:
    """Write what the report tells besides the matrix. Refuses what divides or points at people."""
    comparison = comparison_of(reference, by)
    names = ("summary", "approach", "not_heard", "limits")
    for name in names:
        setattr(comparison, name, told(getattr(words, name), TEXT_LIMIT, field=name))
    comparison.save(update_fields=names)
    audit("comparison.words", comparison, by, at)


def comparison_of(reference: str, by: Actor) -> Comparison:
    """Return a comparison to change, held. OutOfScope for anybody but its researchers."""
    found = visible_comparisons(by).select_for_update().filter(reference=reference).first()
    if found is None or not may_compare(by):
        raise OutOfScope(_("Deze vergelijking is er niet."))
    return found


def factor_of(reference: str, number: int, by: Actor) -> ComparedFactor:
    """Return a row of a comparison to change. OutOfScope when there is none."""
    row = comparison_of(reference, by).factors.filter(number=number).first()
    if row is None:
        raise OutOfScope(_("Deze factor is er niet."))
    return row


def audit(name: str, comparison: Comparison, by: Actor, at: datetime, **detail: Any) -> None:
    """Write the audit line of an action on a comparison."""
    record(
        name,
        by=by,
        at=at,
        subject="comparison",
        reference=comparison.reference,
        municipality_id=comparison.study.municipality_id,
        **detail,
    )


def _codes(study: Study, version_id: int, code_ids: Sequence[int]) -> list[Code]:
    wanted = set(code_ids)
    if not 0 < len(wanted) <= MOST_FACTORS:
        message = _("Kies 1 tot %(most)s factoren.") % {"most": MOST_FACTORS}
        raise Refused(message, field="codes")
    version = CodebookVersion.objects.filter(
        pk=version_id,
        published_at__isnull=False,
        codebook__municipality_id=study.municipality_id,
    ).first()
    found = list(version.codes.filter(pk__in=wanted)) if version else []
    if len(found) != len(wanted):
        raise OutOfScope(_("Deze code is er niet."))
    return sorted(found, key=lambda code: (code.number or 0, code.position, code.pk))


def _refuse_areas(study: Study, area_ids: Sequence[int]) -> None:
    if not 0 < len(set(area_ids)) <= MOST_AREAS:
        raise Refused(_("Kies één of twee gebieden."), field="areas")
    known = set(study.areas.values_list("pk", flat=True))
    if not set(area_ids) <= known:
        raise OutOfScope(_("Dit gebied is er niet."))


def _reason(text: str, field: str, is_needed: bool) -> str:
    """Return a reason as stored. Refuses one without what it is the reason of."""
    words = told(text, REASON_LIMIT, field=field)
    if is_needed and not words:
        raise Refused(_("Schrijf op waarom u dit vindt."), field=field)
    if words and not is_needed:
        raise Refused(_("Kies ook een antwoord bij deze reden."), field=field)
    return words


def _refuse_judgement(judgement: Judgement) -> None:
    if judgement.verdict is not None and any(
        getattr(judgement, name).answer is None for name in QUESTIONS
    ):
        raise Refused(_("Beantwoord eerst de drie vragen."), field="verdict")
    expected = (judgement.residents_expect, judgement.professionals_expect)
    differ = None not in expected and expected[0] != expected[1]
    if differ and judgement.same_actor.answer is Sameness.YES:
        raise Refused(
            _("U koos voor elke kant een andere partij. Dan verwachten zij niet hetzelfde."),
            field="same_actor",
        )
