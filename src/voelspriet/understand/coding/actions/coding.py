# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Coding a text: beginning, fragments, undoing and doing again, finishing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.ground.queue.enqueue import enqueue
from voelspriet.understand.coding.actions.making import Coded, make_fragment
from voelspriet.understand.coding.actions.suggesting import ask_when_due
from voelspriet.understand.coding.choices import (
    CodeOrigin,
    DeedKind,
    MaterialState,
    SensitiveReason,
)
from voelspriet.understand.coding.models import CodingDeed, CodingPass, Fragment, Material
from voelspriet.understand.coding.rules.access import visible_material


@action
def begin_pass(*, reference: str, by: Actor, at: datetime) -> None:
    """Begin to code a text; or a blind second pass that was given to `by`.

    Refuses a text somebody else began with. Beginning twice is no error.
    """
    material = _material(reference, by)
    own = material.passes.filter(coder_id=by.user_id or 0).first()
    if own is None:
        if material.passes.filter(is_second=False).exists():
            raise Refused(_("Iemand anders codeert deze tekst."))
        own = CodingPass.objects.create(
            material=material, coder_id=by.user_id or 0, coder_name=by.name, started_at=at
        )
        _set_state(material, MaterialState.IN_HAND)
    elif own.started_at is None:
        own.started_at = at
        own.save(update_fields=["started_at"])
    _audit("pass.begin", material, by, at, second=own.is_second)


@action
def add_fragment(*, reference: str, coded: Coded, by: Actor, at: datetime) -> int:
    """Code a piece of a text and return the fragment's id.

    Refuses a range outside the text or without a word, no code, a facet or memo that divides people
    or points at somebody, a text that changed since the coder saw it, a finished pass.
    """
    material, own = _open_pass(reference, by)
    fragment = make_fragment(material, own, coded, at)
    _deed(own, DeedKind.ADD, added=fragment)
    _audit("fragment.add", material, by, at)
    return fragment.pk


@action
def change_fragment(
    *, reference: str, fragment_id: int, coded: Coded, by: Actor, at: datetime
) -> int:
    """Put a fragment in the place of another and return the id of the new one.

    A code that was taken over from a suggestion stays so.
    """
    material, own = _open_pass(reference, by)
    before = _fragment(own, fragment_id)
    taken = before.given.filter(origin=CodeOrigin.SUGGESTION).values_list("code_id", flat=True)
    still = replace(coded, suggested_ids={*coded.suggested_ids, *taken})
    after = make_fragment(material, own, still, at)
    _set_removed(before, at)
    _deed(own, DeedKind.CHANGE, added=after, removed=before)
    _audit("fragment.change", material, by, at)
    return after.pk


@action
def remove_fragment(*, reference: str, fragment_id: int, by: Actor, at: datetime) -> None:
    """Take a fragment away; it can be undone until the pass is finished."""
    material, own = _open_pass(reference, by)
    fragment = _fragment(own, fragment_id)
    _set_removed(fragment, at)
    _deed(own, DeedKind.REMOVE, removed=fragment)
    _audit("fragment.remove", material, by, at)


@action
def undo(*, reference: str, by: Actor, at: datetime) -> None:
    """Undo the last deed of `by` in a text. Refuses when there is none."""
    material, own = _open_pass(reference, by)
    deed = own.deeds.filter(undone_at__isnull=True).order_by("-pk").first()
    if deed is None:
        raise Refused(_("Er is niets om ongedaan te maken."))
    _swap(deed.added, deed.removed, at)
    deed.undone_at = at
    deed.save(update_fields=["undone_at"])
    _audit("pass.undo", material, by, at)


@action
def redo(*, reference: str, by: Actor, at: datetime) -> None:
    """Do again what was undone last. Refuses when there is nothing, or something came after."""
    material, own = _open_pass(reference, by)
    deed = own.deeds.filter(undone_at__isnull=False).order_by("pk").first()
    if deed is None:
        raise Refused(_("Er is niets om opnieuw te doen."))
    _swap(deed.removed, deed.added, at)
    deed.undone_at = None
    deed.save(update_fields=["undone_at"])
    _audit("pass.redo", material, by, at)


@action
def finish_pass(*, reference: str, by: Actor, at: datetime) -> None:
    """Finish a text: what was taken away is gone for good, nothing can be undone.

    Side effect: suggestions are learned again once enough was coded since the last time.
    """
    material, own = _open_pass(reference, by)
    own.deeds.all().delete()
    own.fragments.filter(removed_at__isnull=False).delete()
    own.finished_at = at
    own.save(update_fields=["finished_at"])
    if not own.is_second:
        _set_state(material, MaterialState.CODED)
        ask_when_due(own, at=at)
    elif own.second_coding_id is not None:
        enqueue("coding.agree", second_coding_id=own.second_coding_id)
    # not how much was coded: somebody may code the same text blindly
    _audit("pass.finish", material, by, at, second=own.is_second)


@action
def reopen_pass(*, reference: str, by: Actor, at: datetime) -> None:
    """Go on with a text one finished. Refuses once it is coded twice: agreement stands."""
    material = _material(reference, by)
    own = material.passes.filter(coder_id=by.user_id or 0, finished_at__isnull=False).first()
    if own is None:
        raise OutOfScope(_("Deze tekst is er niet."))
    if own.is_second or material.passes.filter(is_second=True).exists():
        raise Refused(_("Deze tekst is door twee mensen gecodeerd en blijft zo."))
    own.finished_at = None
    own.save(update_fields=["finished_at"])
    _set_state(material, MaterialState.IN_HAND)
    _audit("pass.reopen", material, by, at)


@action
def mark_material(
    *, reference: str, reason: SensitiveReason | None, by: Actor, at: datetime
) -> None:
    """Keep a text out of every output, with the reason; or let it in again with None.

    Side effect: what was learned from it for suggestions is forgotten.
    """
    material = _material(reference, by)
    material.is_sensitive = reason is not None
    material.sensitive_reason = reason or ""
    material.save(update_fields=["is_sensitive", "sensitive_reason"])
    if reason is not None:
        enqueue("coding.forget")
    _audit("material.mark", material, by, at, sensitive=reason or "")


def _material(reference: str, by: Actor) -> Material:
    found = visible_material(by).select_for_update().filter(reference=reference).first()
    if found is None:
        raise OutOfScope(_("Deze tekst is er niet."))
    return found


def _open_pass(reference: str, by: Actor) -> tuple[Material, CodingPass]:
    material = _material(reference, by)
    own = material.passes.filter(coder_id=by.user_id or 0, started_at__isnull=False).first()
    if own is None:
        raise Refused(_("Begin eerst met deze tekst."))
    if own.finished_at is not None:
        raise Refused(_("Deze tekst is klaar."))
    return material, own


def _fragment(own: CodingPass, fragment_id: int) -> Fragment:
    found = own.fragments.filter(pk=fragment_id, removed_at__isnull=True).first()
    if found is None:
        raise OutOfScope(_("Dit fragment is er niet."))
    return found


def _set_removed(fragment: Fragment | None, at: datetime | None) -> None:
    if fragment is not None:
        fragment.removed_at = at
        fragment.save(update_fields=["removed_at"])


def _swap(out: Fragment | None, back: Fragment | None, at: datetime) -> None:
    _set_removed(out, at)
    _set_removed(back, None)


def _deed(
    own: CodingPass,
    kind: DeedKind,
    *,
    added: Fragment | None = None,
    removed: Fragment | None = None,
) -> None:
    own.deeds.filter(undone_at__isnull=False).delete()
    CodingDeed.objects.create(coding_pass=own, kind=kind, added=added, removed=removed)


def _set_state(material: Material, state: MaterialState) -> None:
    material.state = state
    material.save(update_fields=["state"])


def _audit(name: str, material: Material, by: Actor, at: datetime, **detail: Any) -> None:
    record(
        name,
        by=by,
        at=at,
        subject="material",
        reference=material.reference,
        municipality_id=material.municipality_id,
        **detail,
    )
