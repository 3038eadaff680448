# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Learning from codes, and trying it on texts held apart. Only the worker imports this."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

import numpy as np

from voelspriet.analysis.errors import InputError
from voelspriet.analysis.text.suggestions import (
    FactorEvaluation,
    Minimum,
    evaluate,
    train,
    weights_of,
)
from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.understand.coding.actions.suggesting import empty
from voelspriet.understand.coding.choices import WhyNotLearned, WhyNotSuggested
from voelspriet.understand.coding.models import (
    Code,
    CodebookVersion,
    Fragment,
    FragmentCode,
    LearnedText,
    Material,
    SuggestedCode,
    Suggester,
)
from voelspriet.understand.coding.models.suggesting import LEAST_PRECISION
from voelspriet.understand.coding.queries.texts import text_of, with_homes
from voelspriet.understand.coding.rules.access import may_teach, teaching
from voelspriet.understand.coding.rules.suggesting import (
    LEAST_FRAGMENTS,
    LEAST_OF_CODE,
    LEAST_SOURCES,
    LEAST_SOURCES_OF_CODE,
    LEAST_SOURCES_OF_WORD,
    MOST_FRAGMENTS,
    SEED,
    why_too_few,
)
from voelspriet.understand.coding.rules.texts import digest_of

MINIMUM = Minimum(LEAST_OF_CODE, LEAST_SOURCES_OF_CODE, LEAST_SOURCES_OF_WORD)
TRIES = 2


@dataclass(slots=True)
class Taught:
    """Fragments with their codes, words and sources: one row per fragment and code."""

    fragment: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    factor: list[str] = field(default_factory=list)
    conversation: list[str] = field(default_factory=list)
    texts: set[int] = field(default_factory=set)

    def table(self) -> dict[str, list[str]]:
        """Return the columns the analysis reads."""
        return {
            "fragment": self.fragment,
            "text": self.text,
            "factor": self.factor,
            "conversation": self.conversation,
        }

    @property
    def fragments(self) -> int:
        """Return the number of fragments."""
        return len(set(self.fragment))

    @property
    def sources(self) -> int:
        """Return the number of sources."""
        return len(set(self.conversation))


@dataclass(frozen=True, slots=True)
class Learned:
    """What came of learning: weights to store, or why there are none, and a row per code."""

    weights: str
    why_not: WhyNotLearned | None
    codes: tuple[SuggestedCode, ...]


def learn(*, version_id: int, by: Actor, at: datetime) -> bool:
    """Learn from what was coded with a version of a codebook; tell whether it was done.

    The same fragments give the same numbers. Side effects: what was learned before goes, and
    suggestions are on for the codes whose precision on texts held apart is high enough.
    """
    found = CodebookVersion.objects.filter(pk=version_id, published_at__isnull=False)
    version = found.select_related("codebook").first()
    if version is None:
        return False
    for _once in range(TRIES):
        taught = _taught(version)
        # calculated before the write, which holds up every other writer
        learned = _learned(version, taught)
        if _store(version=version, taught=taught, learned=learned, by=by, at=at):
            return True
    return False


@action
def _store(
    *, version: CodebookVersion, taught: Taught, learned: Learned, by: Actor, at: datetime
) -> bool:
    """Store what was learned, unless a text was taken away meanwhile."""
    allowed = may_teach(version.codebook.municipality_id).filter(pk__in=taught.texts).count()
    is_done = allowed == len(taught.texts)
    if is_done:
        one, _made = Suggester.objects.select_for_update().get_or_create(version=version)
        empty(one)
        one.learned_at, one.seed = at, SEED
        one.fragments, one.sources = taught.fragments, taught.sources
        one.texts, one.weights = len(taught.texts), learned.weights
        one.why_not = learned.why_not or ""
        one.save()
        for row in learned.codes:
            row.suggester = one
        SuggestedCode.objects.bulk_create(learned.codes)
        LearnedText.objects.bulk_create(
            [LearnedText(suggester=one, material_id=key) for key in sorted(taught.texts)],
            batch_size=500,
        )
    record(
        "suggester.learn",
        by=by,
        at=at,
        subject="codebook",
        reference=version.codebook.reference,
        municipality_id=version.codebook.municipality_id,
        version=version.number,
        done=is_done,
        fragments=taught.fragments,
    )
    return is_done


def _taught(version: CodebookVersion) -> Taught:
    """Read the newest fragments, but those whose words changed since."""
    found = teaching([version]).order_by("-pk").select_related("coding_pass")
    fragments = {one.pk: one for one in found[:MOST_FRAGMENTS]}
    codes: dict[int, list[int]] = {}
    given = FragmentCode.objects.filter(code__version=version, fragment__in=teaching([version]))
    for fragment_id, code_id in given.order_by("pk").values_list("fragment_id", "code_id"):
        codes.setdefault(fragment_id, []).append(code_id)
    by_text: dict[int, list[Fragment]] = {}
    for one in fragments.values():
        by_text.setdefault(one.coding_pass.material_id, []).append(one)
    taught = Taught()
    materials = with_homes(may_teach(version.codebook.municipality_id))
    for material in materials.select_related("answer__item").order_by("pk"):
        if material.pk in by_text:
            _teach(taught, material, by_text[material.pk], codes)
    return taught


def _teach(
    taught: Taught, material: Material, fragments: list[Fragment], codes: dict[int, list[int]]
) -> None:
    text = text_of(material)
    digest = digest_of(text)
    for one in fragments:
        words = text[one.start : one.end]
        if one.digest != digest or not words.strip():
            continue
        taught.texts.add(material.pk)
        for code_id in codes.get(one.pk, ()):
            taught.fragment.append(f"{one.pk:012d}")
            taught.text.append(words)
            taught.factor.append(str(code_id))
            taught.conversation.append(_source_of(material))


def _source_of(material: Material) -> str:
    """Return who may have said it together: a conversation, an evening, a signal."""
    if material.note is not None:
        return f"evening {material.note.evening_id}"
    if material.answer is not None:
        return f"evening {material.answer.item.evening_id}"
    return f"{material.kind} {material.source_id or material.signal_id}"


def _learned(version: CodebookVersion, taught: Taught) -> Learned:
    """Train and try; what there is too little of is off, and holds no word."""
    if taught.fragments < LEAST_FRAGMENTS:
        return Learned("", WhyNotLearned.FEW_FRAGMENTS, _counted(version, taught))
    if taught.sources < LEAST_SOURCES:
        return Learned("", WhyNotLearned.FEW_SOURCES, _counted(version, taught))
    try:
        data, rng = taught.table(), np.random.default_rng(SEED)
        tried = evaluate(data, rng=rng, minimum=MINIMUM)
        counted = {row.code_id: row for row in _counted(version, taught)}
        for one in tried.factors:
            _measure(counted[int(one.factor)], one)
        rows = tuple(counted.values())
        on = tuple(str(row.code_id) for row in rows if not row.why_not)
        if not on:
            return Learned("", WhyNotLearned.NO_CODE, rows)
        model = train(data, rng=np.random.default_rng(SEED), minimum=MINIMUM)
    except InputError:
        return Learned("", WhyNotLearned.NO_COMMON_WORDS, _counted(version, taught))
    return Learned(weights_of(model, on).to_json(), None, rows)


def _counted(version: CodebookVersion, taught: Taught) -> tuple[SuggestedCode, ...]:
    """Return every code of the version with what there is of it, off until it was measured."""
    rows = []
    for code in Code.objects.filter(version=version).order_by("position", "pk"):
        places = [at for at, factor in enumerate(taught.factor) if factor == str(code.pk)]
        sources = len({taught.conversation[at] for at in places})
        rows.append(
            SuggestedCode(
                code=code,
                fragments=len(places),
                sources=sources,
                why_not=why_too_few(len(places), sources),
            )
        )
    return tuple(rows)


def _measure(row: SuggestedCode, one: FactorEvaluation) -> None:
    """Write how good suggestions of a code were, and whether that is good enough."""
    row.right, row.suggested = one.precision.numerator, one.precision.base
    row.precision_low, row.precision_high = one.precision.low, one.precision.high
    row.held_with = one.recall.base
    row.recall_low, row.recall_high = one.recall.low, one.recall.high
    if not row.suggested:
        row.why_not = WhyNotSuggested.NEVER
    elif one.precision.low is None:
        row.why_not = WhyNotSuggested.UNMEASURED
    else:
        row.why_not = WhyNotSuggested.IMPRECISE if one.precision.low < LEAST_PRECISION else ""
