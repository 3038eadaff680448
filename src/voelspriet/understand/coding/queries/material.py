# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading material: the inbox without a word of it, one text, and what is next to code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.lib.paging import Page, page_of, read_cursor, write_cursor
from voelspriet.listen.conversations.choices import SpeakerRole
from voelspriet.listen.conversations.models import Study
from voelspriet.understand.coding.choices import (
    MaterialKind,
    MaterialState,
    SensitiveReason,
    Side,
)
from voelspriet.understand.coding.models import CodingPass, Material
from voelspriet.understand.coding.queries.texts import text_of, with_homes
from voelspriet.understand.coding.rules.access import may_read, visible_material
from voelspriet.understand.coding.rules.texts import Stretch, digest_of, stretches

PAGE_SIZE = 30


@dataclass(frozen=True, slots=True)
class MaterialFilters:
    """What an inbox is narrowed to; empty is everything."""

    kind: str = ""
    area_id: int | None = None
    study: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class MaterialRow:
    """A text in a list: what kind, where and when, not a word of it."""

    reference: str
    kind: str
    kind_label: str
    area_name: str
    study_reference: str
    study_title: str
    side_label: str
    arrived_on: date
    length: int
    state: str
    state_label: str
    is_sensitive: bool
    is_mine: bool


@dataclass(frozen=True, slots=True)
class OwnPass:
    """How far `by` is with a text: whether it is a blind second pass, begun and finished."""

    is_second: bool
    is_begun: bool
    is_finished: bool


@dataclass(frozen=True, slots=True)
class MaterialDetail:
    """One text to code, with its sentences; `own` is None before `by` began with it.

    `has_changed`: the words are no longer those that were taken in. `is_taken`: somebody else
    codes it.
    """

    material: MaterialRow
    side: str
    area_id: int | None
    sensitive_label: str
    text: str
    digest: str
    sentences: tuple[Stretch, ...]
    speakers: tuple[tuple[int, str], ...]
    own: OwnPass | None
    is_taken: bool
    has_changed: bool


def material_inbox(
    *, by: Actor, filters: MaterialFilters = MaterialFilters(), cursor: str = ""
) -> Page[MaterialRow]:
    """Return the texts `by` may code, oldest first."""
    found = _filtered(visible_material(by), filters)
    after = read_cursor(cursor, date.fromisoformat, int)
    if after:
        found = found.filter(Q(arrived_on__gt=after[0]) | Q(arrived_on=after[0], pk__gt=after[1]))
    rows = list(_told(found, by).order_by("arrived_on", "pk")[: PAGE_SIZE + 1])
    return page_of(
        rows, PAGE_SIZE, _row, lambda one: write_cursor(one.arrived_on.isoformat(), one.pk)
    )


def material_counts(*, by: Actor, filters: MaterialFilters = MaterialFilters()) -> dict[str, int]:
    """Return how many texts stand where, by state."""
    found = _filtered(visible_material(by), filters)
    return {state: found.filter(state=state).count() for state in MaterialState.values}


def material_detail(*, reference: str, by: Actor) -> MaterialDetail:
    """Return one text `by` may code. Raises OutOfScope for any other, and when its words are gone.

    Nothing tells how many passes there are or whether the text is coded twice.
    """
    found = _told(visible_material(by), by).filter(reference=reference)
    one = with_homes(found).first()
    text = text_of(one) if one else ""
    if one is None or not text:
        raise OutOfScope(_("Deze tekst is er niet."))
    own = one.passes.filter(coder_id=by.user_id or 0).first()
    return MaterialDetail(
        material=_row(one),
        side=one.side,
        area_id=one.area_id,
        sensitive_label=str(SensitiveReason(one.sensitive_reason).label)
        if one.is_sensitive
        else "",
        text=text,
        digest=digest_of(text),
        sentences=stretches(text),
        speakers=_speakers(one),
        own=OwnPass(own.is_second, own.started_at is not None, own.finished_at is not None)
        if own
        else None,
        is_taken=own is None and one.passes.filter(is_second=False).exists(),
        has_changed=digest_of(text) != one.digest,
    )


def next_to_code(
    *, by: Actor, filters: MaterialFilters = MaterialFilters(), after: str = ""
) -> str:
    """Return the reference of the next text for `by`; "" when there is none.

    What `by` began or was given first, then what nobody began, oldest first; `after` is left out.
    """
    found = _filtered(visible_material(by), MaterialFilters(filters.kind, filters.area_id,
                                                            filters.study))  # fmt: skip
    found = found.exclude(reference=after)
    mine = CodingPass.objects.filter(coder_id=by.user_id or 0, finished_at__isnull=True)
    begun = found.filter(pk__in=mine.values("material_id"))
    for some in (begun, found.filter(state=MaterialState.UNCODED)):
        one = some.order_by("arrived_on", "pk").values_list("reference", flat=True).first()
        if one:
            return one
    return ""


def studies_with_material(*, by: Actor) -> tuple[tuple[str, str], ...]:
    """Return the studies `by` may read something of, by reference and title, newest first."""
    if not may_read(by):
        return ()
    held = Material.objects.filter(municipality_id=by.municipality_id or 0, study__isnull=False)
    found = Study.objects.filter(pk__in=held.values("study_id")).order_by("-pk")
    return tuple(found.values_list("reference", "title"))


def _speakers(one: Material) -> tuple[tuple[int, str], ...]:
    if one.source is None:
        return ()
    return tuple(
        (
            row.pk,
            _("Spreker %(n)s: %(role)s") % {"n": row.number, "role": SpeakerRole(row.role).label},
        )
        for row in one.source.speakers.order_by("number")
    )


def _filtered(found: QuerySet[Material], filters: MaterialFilters) -> QuerySet[Material]:
    if filters.kind:
        found = found.filter(kind=filters.kind)
    if filters.area_id:
        found = found.filter(area_id=filters.area_id)
    if filters.study:
        found = found.filter(study__reference=filters.study)
    if filters.state:
        found = found.filter(state=filters.state)
    return found


def _told(found: QuerySet[Material], by: Actor) -> QuerySet[Material]:
    mine = CodingPass.objects.filter(material_id=OuterRef("pk"), coder_id=by.user_id or 0)
    return found.select_related("area", "study").annotate(
        is_mine=Exists(mine.filter(finished_at__isnull=True)),
        is_marked_below=F("source__is_sensitive"),
    )


def _row(one: Material) -> MaterialRow:
    return MaterialRow(
        reference=one.reference,
        kind=one.kind,
        kind_label=str(MaterialKind(one.kind).label),
        area_name=one.area.name if one.area else "",
        study_reference=one.study.reference if one.study else "",
        study_title=one.study.title if one.study else "",
        side_label=str(Side(one.side).label),
        arrived_on=one.arrived_on,
        length=one.length,
        state=one.state,
        state_label=str(MaterialState(one.state).label),
        is_sensitive=one.is_sensitive or bool(getattr(one, "is_marked_below", False)),
        is_mine=getattr(one, "is_mine", False),
    )
