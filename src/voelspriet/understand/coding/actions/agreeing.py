# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Calculating how far two coders agreed. Runs in the worker: a web process never imports this."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

import numpy as np

from voelspriet.analysis.agreement import REPLICATIONS, Unit, coded_alpha, kappa
from voelspriet.analysis.agreement.results import Agreement
from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import SYSTEM_RANDOM, new_reference
from voelspriet.understand.coding.choices import AgreementUnit, Coefficient, WhyNone
from voelspriet.understand.coding.models import (
    AgreementFigure,
    AgreementRun,
    AgreementText,
    Code,
    CodebookVersion,
    CodingDifference,
    CodingPass,
    FragmentCode,
    SecondCoding,
)
from voelspriet.understand.coding.rules.differences import Given, pieces

Figures = tuple[tuple[str, AgreementFigure], ...]
SEEDS = 2**31
MOST_UNDEFINED = 0.05
FIRST, SECOND = "1", "2"
COEFFICIENTS = (
    (Coefficient.KAPPA, AgreementUnit.CODEPOINT, partial(kappa, unit=Unit.CODEPOINT)),
    (Coefficient.KAPPA, AgreementUnit.SEGMENT, partial(kappa, unit=Unit.SEGMENT)),
    (Coefficient.ALPHA, AgreementUnit.CODEPOINT, partial(coded_alpha, unit=Unit.CODEPOINT)),
    (Coefficient.ALPHA, AgreementUnit.SEGMENT, partial(coded_alpha, unit=Unit.SEGMENT)),
)


@dataclass(frozen=True, slots=True)
class Compared:
    """A text both finished, with the codes of one codebook that each gave, by key."""

    first: CodingPass
    second: CodingPass
    given: tuple[Given, ...]


def settle_ready(*, by: Actor, at: datetime) -> int:
    """Settle every second coding of which nothing is under way; return how many."""
    waiting = SecondCoding.objects.filter(finished_at__isnull=True).order_by("pk")
    return sum(
        settle_second(second_coding_id=key, by=by, at=at)
        for key in list(waiting.values_list("pk", flat=True))
    )


def settle_second(
    *, second_coding_id: int, by: Actor, at: datetime, rng: random.Random = SYSTEM_RANDOM
) -> bool:
    """Calculate the agreement once every text is finished by both; tell whether it was done.

    Once: what was calculated stands, whatever changes afterwards. Side effects: the pieces on which
    both differ stand ready to be talked through, and each may read the codes of the other.
    """
    made = SecondCoding.objects.filter(pk=second_coding_id, finished_at__isnull=True).first()
    if made is None or made.passes.filter(finished_at__isnull=True).exists():
        return False
    texts = tuple(_compared(made))
    seed = rng.randrange(SEEDS)
    # calculated before the write, which holds up every other writer
    found = _figures([one for one in texts if not _has_changed(one)], seed)
    return _settle(second_coding_id=made.pk, texts=texts, found=found, seed=seed, by=by, at=at,
                   rng=rng)  # fmt: skip


@action
def _settle(
    *,
    second_coding_id: int,
    texts: tuple[Compared, ...],
    found: Figures,
    seed: int,
    by: Actor,
    at: datetime,
    rng: random.Random,
) -> bool:
    made = SecondCoding.objects.select_for_update().get(pk=second_coding_id)
    is_first = made.finished_at is None
    if is_first:
        made.finished_at = at
        made.save(update_fields=["finished_at"])
        if texts:
            _store(made, texts, found, seed=seed, by=by, at=at)
            _lay_out(made, texts, rng)
    record(
        "second.settle",
        by=by,
        at=at,
        subject="second_coding",
        reference=made.reference,
        municipality_id=made.study.municipality_id,
        texts=len(texts),
        again=not is_first,
    )
    return is_first


def _store(
    made: SecondCoding,
    texts: tuple[Compared, ...],
    found: Figures,
    *,
    seed: int,
    by: Actor,
    at: datetime,
) -> None:
    version = _version(made)
    kept = [one for one in texts if not _has_changed(one)]
    run = AgreementRun.objects.create(
        second_coding=made,
        version=version,
        made_at=at,
        made_by_name=by.name,
        seed=seed,
        replications=REPLICATIONS,
        texts=len(kept),
        changed_texts=len(texts) - len(kept),
    )
    AgreementText.objects.bulk_create(
        AgreementText(
            run=run, reference=one.first.material.reference, first=one.first, second=one.second
        )
        for one in kept
    )
    codes = {str(key): pk for key, pk in version.codes.values_list("key", "pk")}
    for key, figure in found:
        figure.run, figure.code_id = run, codes[key]
    AgreementFigure.objects.bulk_create(figure for _key, figure in found)


def _lay_out(made: SecondCoding, texts: tuple[Compared, ...], rng: random.Random) -> None:
    CodingDifference.objects.bulk_create(
        CodingDifference(
            second_coding=made,
            material=one.first.material,
            reference=new_reference("V", rng=rng),
            start=piece.start,
            end=piece.end,
        )
        for one in texts
        if not _has_changed(one)
        for piece in pieces(one.given)
    )


def _version(made: SecondCoding) -> CodebookVersion:
    return made.codebook.versions.filter(published_at__isnull=False).order_by("-number")[0]


def _compared(made: SecondCoding) -> Iterator[Compared]:
    """Give every text both finished, with the codes that are in the newest version."""
    keys = Code.objects.filter(version=_version(made)).values("key")
    seconds = made.passes.select_related("material").order_by("material__reference")
    for second in seconds:
        first = CodingPass.objects.select_related("material").filter(
            material=second.material, is_second=False, finished_at__isnull=False
        ).first()  # fmt: skip
        if first is None:
            continue
        rows = FragmentCode.objects.filter(
            fragment__coding_pass__in=[first, second],
            fragment__removed_at__isnull=True,
            fragment__difference__isnull=True,
            code__key__in=keys,
        ).values_list(
            "fragment__start", "fragment__end", "code__key", "fragment__coding_pass__is_second"
        )
        yield Compared(
            first, second, tuple(Given(start, end, str(key), own) for start, end, key, own in rows)
        )


def _has_changed(one: Compared) -> bool:
    """Tell whether the words changed while they were coded: ranges then compare with nothing."""
    material = one.first.material
    return (
        one.first.fragments.exclude(digest=material.digest).exists()
        or one.second.fragments.exclude(digest=material.digest).exists()
    )


def _figures(texts: list[Compared], seed: int) -> Figures:
    """Return every coefficient of every code somebody used, not stored."""
    if not any(one.given for one in texts):
        return ()
    data = _table(texts)
    figures: list[tuple[str, AgreementFigure]] = []
    for coefficient, unit, calculate in COEFFICIENTS:
        result = calculate(data, rng=np.random.default_rng(seed))
        figures += [(one.code, _figure(one, coefficient, unit)) for one in result.agreements]
    return tuple(figures)


def _table(texts: list[Compared]) -> dict[str, list[Any]]:
    rows: list[tuple[Any, ...]] = []
    for one in texts:
        source, length = one.first.material.reference, one.first.material.length
        rows += [(source, length, coder, None, None, None) for coder in (FIRST, SECOND)]
        rows += [
            (source, length, SECOND if given.is_second else FIRST, given.code, given.start,
             given.end)
            for given in one.given
        ]  # fmt: skip
    names = ("source", "length", "coder", "code", "start", "end")
    return dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))


def _figure(one: Agreement, coefficient: Coefficient, unit: AgreementUnit) -> AgreementFigure:
    drawn = one.interval
    why = ""
    if one.value is None:
        why = WhyNone.EVERYWHERE
    elif drawn.low is None:
        # no draws at all: too few texts; many without a coefficient: found in too few of them
        why = WhyNone.FEW_TEXTS
        if drawn.replications:
            is_rare = drawn.undefined > MOST_UNDEFINED * drawn.replications
            why = WhyNone.RARE if is_rare else WhyNone.ALIKE
    return AgreementFigure(
        coefficient=coefficient,
        unit=unit,
        value=one.value,
        low=drawn.low,
        high=drawn.high,
        why_none=why,
        units=one.units,
    )
