# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking over a project of another program in a study: codes, texts and fragments, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import new_reference
from voelspriet.listen.conversations.actions.studies import add_source, add_speaker, running_study
from voelspriet.listen.conversations.choices import Perspective, SourceKind, SpeakerRole
from voelspriet.listen.conversations.models import Source
from voelspriet.listen.conversations.queries.studies import names_to_keep
from voelspriet.understand.coding.actions.exchange import codes_to_enter, enter_codebook
from voelspriet.understand.coding.actions.making import Coded, make_fragment
from voelspriet.understand.coding.actions.registering import material_of_source
from voelspriet.understand.coding.actions.versions import NewCode
from voelspriet.understand.coding.choices import (
    ActingParty,
    CodebookKind,
    Dimension,
    MaterialState,
    Side,
    Valence,
    World,
)
from voelspriet.understand.coding.models import Code, CodingPass, Material
from voelspriet.understand.coding.qda import ProjectRead, Remark, Remarks
from voelspriet.understand.coding.rules.access import may_code
from voelspriet.understand.coding.rules.taking_over import Piece, TextToEnter, texts_to_enter

FACETS = {"valence": Valence, "dimension": Dimension, "world": World,
          "acting_party": ActingParty, "side": Side}  # fmt: skip
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Plan:
    """What would come in from a project, and what would not; nothing is stored."""

    origin: str
    codes: tuple[NewCode, ...]
    texts: tuple[TextToEnter, ...]
    remarks: tuple[Remark, ...]

    @property
    def fragments(self) -> int:
        """How many fragments would come in."""
        return sum(len(one.pieces) for one in self.texts)


@dataclass(frozen=True, slots=True)
class TakenOver:
    """What came in: the reference of the codebook, how many codes, texts and fragments."""

    codebook: str
    codes: int
    texts: int
    fragments: int


@dataclass(frozen=True, slots=True)
class Given:
    """What a project does not say of its texts, and somebody has to."""

    kind: SourceKind
    area_id: int
    held_on: date
    codebook: str
    perspective: Perspective | None = None
    role: SpeakerRole = SpeakerRole.OTHER


@dataclass(frozen=True, slots=True)
class _Entering:
    """What every text of a project is entered with."""

    study: str
    given: Given
    ids: Mapping[str, int]
    origin: str
    by: Actor
    at: datetime


def planned(*, read: ProjectRead, by: Actor, keep: Sequence[str] = ()) -> Plan:
    """Return what would come in, as `by` would enter it.

    What the pseudonymiser proposes is replaced, but for the own streets and areas and the words in
    `keep`. Raises FileRefused for a project without a code that can come in; refuses anybody but a
    researcher.
    """
    if not may_code(by):
        raise Refused(_("Alleen een onderzoeker mag dit."))
    project = read.project
    entering = codes_to_enter(project.codebook, {one.guid for one in project.cases})
    known = {str(one.key) for one in entering.codes}
    leave_out = {
        coding.code
        for source in project.sources
        for codings in (source.codings, *(one.codings for one in source.selections))
        for coding in codings
        if coding.code not in known
    }
    remarks = Remarks()
    words = (*names_to_keep(by=by), *keep)
    texts = texts_to_enter(project, keep=words, leave_out=leave_out, remarks=remarks)
    remarks.discarded(_("Gevallen en variabelen."), count=len(project.cases))
    remarks.discarded(_("Notities."), count=len(project.notes))
    told = (*read.remarks, *entering.remarks, *remarks.told())
    return Plan(project.origin, entering.codes, texts, told)


@action
def take_over_project(
    *, study: str, plan: Plan, given: Given, by: Actor, at: datetime
) -> TakenOver:
    """Enter what was planned in a study, and return how much it is.

    `by` says with it that the texts were read and that nobody is recognised in them. The codes
    become a published codebook; the fragments of a text one finished pass of `by`, who saw them and
    so cannot be its blind second coder. Refuses what entering a source, a codebook and a fragment
    refuse; then nothing is entered.
    """
    found = running_study(study, by)
    codebook = enter_codebook(
        name=given.codebook, kind=CodebookKind.THEMES, codes=plan.codes, by=by, at=at,
        is_published=True,
    )  # fmt: skip
    ids = _ids(codebook, plan.codes)
    entering = _Entering(study, given, ids, plan.origin, by, at)
    for text in plan.texts:
        _enter_text(entering, text)
    record(
        "study.take_over_project",
        by=by,
        at=at,
        subject="study",
        reference=study,
        municipality_id=found.municipality_id,
        codes=len(plan.codes),
        texts=len(plan.texts),
        fragments=plan.fragments,
    )
    return TakenOver(codebook, len(plan.codes), len(plan.texts), plan.fragments)


def _ids(codebook: str, codes: Sequence[NewCode]) -> dict[str, int]:
    """Return the code that was made for every identifier of the file: they are in one order."""
    made = Code.objects.filter(version__codebook__reference=codebook).order_by("position")
    return {str(one.key): row.pk for one, row in zip(codes, made, strict=True)}


def _enter_text(entering: _Entering, text: TextToEnter) -> None:
    given, by, at = entering.given, entering.by, entering.at
    reference = add_source(
        reference=entering.study, kind=given.kind, area_id=given.area_id, held_on=given.held_on,
        text=text.text, original="", replaced=len(text.proposals), by=by, at=at,
    )  # fmt: skip
    if given.perspective is not None:
        add_speaker(
            reference=reference, perspective=given.perspective, role=given.role, by=by, at=at
        )
    source = Source.objects.get(reference=reference)
    material = material_of_source(source)
    material.reference = new_reference("F")
    material.municipality_id = by.municipality_id or 0
    material.state = MaterialState.CODED if text.pieces else MaterialState.UNCODED
    material.save()
    if text.pieces:
        _code(entering, material, source.text, text.pieces)


def _code(entering: _Entering, material: Material, text: str, pieces: Iterable[Piece]) -> None:
    program = entering.origin or _("een ander programma")
    name = _("Ingevoerd uit %(program)s") % {"program": program}
    own = CodingPass.objects.create(
        material=material, coder_id=entering.by.user_id or 0, coder_name=name[:LONGEST_NAME],
        started_at=entering.at, finished_at=entering.at,
    )  # fmt: skip
    for piece in pieces:
        codes = [entering.ids[one] for one in piece.codes]
        facets: dict[str, Any] = {field: FACETS[field](value) for field, value in piece.facets}
        coded = Coded(piece.start, piece.end, codes, memo=piece.memo, **facets)
        make_fragment(material, own, coded, entering.at, text=text)
