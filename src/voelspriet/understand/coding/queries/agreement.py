# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading second codings of a study, and how far both coders agreed on each code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.listen.conversations.rules.studies import visible_studies
from voelspriet.understand.coding.choices import AgreementUnit, Coefficient, WhyNone
from voelspriet.understand.coding.models import (
    AgreementFigure,
    AgreementRun,
    CodingPass,
    SecondCoding,
)
from voelspriet.understand.coding.rules.access import visible_material, visible_seconds

TWO = 2


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One coefficient with its 95 % interval, or the reason why one of both is not there."""

    value: float | None
    low: float | None
    high: float | None
    why_none_label: str
    units: int


@dataclass(frozen=True, slots=True)
class CodeAgreement:
    """How far both agreed on one code: each coefficient by each unit.

    `why_none_label` is why there is no interval or value, where all four say the same; else "".
    """

    code: str
    kappa_text: FigureRow
    kappa_pieces: FigureRow
    alpha_text: FigureRow
    alpha_pieces: FigureRow

    @property
    def why_none_label(self) -> str:
        """Return the reason that all four figures share; "" where they differ."""
        told = {
            one.why_none_label
            for one in (self.kappa_text, self.kappa_pieces, self.alpha_text, self.alpha_pieces)
        }
        return told.pop() if len(told) == 1 else ""


@dataclass(frozen=True, slots=True)
class RunRow:
    """A calculation that stands: when, on which edition of the codebook, on which texts."""

    made_at: datetime
    version: int
    texts: int
    changed_texts: int
    replications: int
    seed: int
    codes: tuple[CodeAgreement, ...]
    unused: int


@dataclass(frozen=True, slots=True)
class SecondRow:
    """A second coding: to whom, how drawn, how far, and its calculation once it is there.

    `texts` is how many were given and `done` how many the second coder finished. `differences` and
    `open` count pieces to talk through. `is_mine`: whoever reads this is the second coder.
    """

    reference: str
    codebook: str
    coder_name: str
    first_names: tuple[str, ...]
    asked: int | None
    seed: int | None
    texts: int
    done: int
    given_by_name: str
    given_at: datetime
    finished_at: datetime | None
    differences: int
    open: int
    is_mine: bool
    run: RunRow | None


@dataclass(frozen=True, slots=True)
class StudyAgreement:
    """The second codings of one study, newest first; `ready` is how many texts can be given."""

    reference: str
    title: str
    ready: int
    seconds: tuple[SecondRow, ...]


@dataclass(frozen=True, slots=True)
class ToldAgreement:
    """How far the coders of a study agreed: counts, never who.

    `runs` are the calculations that stand, newest first, each with how many people coded the texts
    it rests on. `is_under_way`: somebody codes texts a second time and is not ready.
    """

    runs: tuple[tuple[int, RunRow], ...]
    is_under_way: bool


def told_agreement(*, study: str, by: Actor, codebook: str = "") -> ToldAgreement:
    """Return how far coders of a study agreed, on one codebook when it is named.

    For whoever may read what was coded, who may not read who coded it; nothing for others.
    """
    seconds = (
        visible_seconds(by)
        .filter(study__reference=study)
        .prefetch_related(Prefetch("runs", _runs()), "runs__compared__first")
        .order_by("-finished_at", "-pk")
    )
    if codebook:
        seconds = seconds.filter(codebook__reference=codebook)
    found = [(one, list(one.runs.all())) for one in seconds]
    return ToldAgreement(
        runs=tuple((_coders(one, runs[-1]), _run(runs[-1])) for one, runs in found if runs),
        is_under_way=any(one.finished_at is None for one, _runs_of in found),
    )


def study_agreement(*, study: str, by: Actor) -> StudyAgreement:
    """Return the second codings of a study. Raises OutOfScope for one `by` may not see."""
    found = visible_studies(by).filter(reference=study).first()
    if found is None:
        raise OutOfScope(_("Dit onderzoek is er niet."))
    passes = CodingPass.objects.select_related("material").prefetch_related("material__passes")
    seconds = (
        visible_seconds(by)
        .filter(study=found)
        .select_related("codebook")
        .prefetch_related(Prefetch("runs", _runs()), Prefetch("passes", passes))
        .annotate(
            pieces=Count("differences", distinct=True),
            open_pieces=Count("differences", filter=Q(differences__outcome=""), distinct=True),
        )
        .order_by("-pk")
    )
    return StudyAgreement(
        reference=found.reference,
        title=found.title,
        ready=ready_texts(study=study, by=by),
        seconds=tuple(_row(one, by) for one in seconds),
    )


def ready_texts(*, study: str, by: Actor) -> int:
    """Return how many texts of a study were finished and not given to a second coder."""
    passes = CodingPass.objects.filter(is_second=True)
    return (
        visible_material(by)
        .filter(study__reference=study, passes__is_second=False, passes__finished_at__isnull=False)
        .exclude(pk__in=passes.values("material_id"))
        .count()
    )


def second_coding(*, reference: str, by: Actor) -> tuple[StudyAgreement, SecondRow]:
    """Return one second coding with its study. Raises OutOfScope for any other."""
    one = visible_seconds(by).select_related("study").filter(reference=reference).first()
    if one is None:
        raise OutOfScope(_("Deze tweede codering is er niet."))
    found = study_agreement(study=one.study.reference, by=by)
    return found, next(row for row in found.seconds if row.reference == reference)


def _runs() -> QuerySet[AgreementRun]:
    """Return calculations as `_run` reads them, the oldest first."""
    figures = AgreementFigure.objects.select_related("code").order_by("code__position", "pk")
    runs = AgreementRun.objects.select_related("version").prefetch_related(
        Prefetch("figures", figures)
    )
    return runs.annotate(codes_in_all=Count("version__codes", distinct=True)).order_by("pk")


def _coders(one: SecondCoding, run: AgreementRun) -> int:
    """Return how many people coded the texts of a calculation; a pass may be destroyed since."""
    texts = list(run.compared.all())
    firsts = {text.first.coder_id for text in texts if text.first is not None}
    return len(firsts | {one.coder_id}) if firsts else TWO


def _row(one: SecondCoding, by: Actor) -> SecondRow:
    passes = list(one.passes.all())
    firsts = {
        own.coder_name
        for given in passes
        for own in given.material.passes.all()
        if not own.is_second
    }
    runs = list(one.runs.all())
    return SecondRow(
        reference=one.reference,
        codebook=one.codebook.name,
        coder_name=one.coder_name,
        first_names=tuple(sorted(firsts)),
        asked=one.asked,
        seed=one.seed,
        texts=len(passes),
        done=sum(own.finished_at is not None for own in passes),
        given_by_name=one.given_by_name,
        given_at=one.given_at,
        finished_at=one.finished_at,
        differences=getattr(one, "pieces", 0),
        open=getattr(one, "open_pieces", 0),
        is_mine=one.coder_id == by.user_id,
        run=_run(runs[-1]) if runs else None,
    )


def _run(one: AgreementRun) -> RunRow:
    figures = list(one.figures.all())
    by_code: dict[int, list[AgreementFigure]] = {}
    for figure in figures:
        by_code.setdefault(figure.code_id, []).append(figure)
    return RunRow(
        made_at=one.made_at,
        version=one.version.number,
        texts=one.texts,
        changed_texts=one.changed_texts,
        replications=one.replications,
        seed=one.seed,
        codes=tuple(_code(own) for own in by_code.values()),
        unused=getattr(one, "codes_in_all", 0) - len(by_code),
    )


def _code(figures: list[AgreementFigure]) -> CodeAgreement:
    code = figures[0].code
    return CodeAgreement(
        code=f"{code.number} {code.name}" if code.number else code.name,
        kappa_text=_figure(figures, Coefficient.KAPPA, AgreementUnit.CODEPOINT),
        kappa_pieces=_figure(figures, Coefficient.KAPPA, AgreementUnit.SEGMENT),
        alpha_text=_figure(figures, Coefficient.ALPHA, AgreementUnit.CODEPOINT),
        alpha_pieces=_figure(figures, Coefficient.ALPHA, AgreementUnit.SEGMENT),
    )


def _figure(
    figures: Iterable[AgreementFigure], coefficient: Coefficient, unit: AgreementUnit
) -> FigureRow:
    (one,) = (own for own in figures if (own.coefficient, own.unit) == (coefficient, unit))
    return FigureRow(
        one.value,
        one.low,
        one.high,
        str(WhyNone(one.why_none).label) if one.why_none else "",
        one.units,
    )
