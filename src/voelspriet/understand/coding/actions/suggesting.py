# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Asking to learn from codes, and forgetting what was learned. `learning` does the learning."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.ground.queue.enqueue import enqueue
from voelspriet.understand.coding.models import CodebookVersion, CodingPass, Suggester
from voelspriet.understand.coding.rules.access import may_code, teaching, visible_codebooks
from voelspriet.understand.coding.rules.suggesting import is_current, is_due, is_waiting


@action
def ask_to_learn(*, codebook: str, by: Actor, at: datetime) -> None:
    """Have the worker learn again from what was coded with the newest version of a codebook.

    Side effect: a job. Asking twice is no error.
    """
    book = visible_codebooks(by).filter(reference=codebook).first()
    version = _newest(book.versions.all()) if book else None
    if version is None or not may_code(by):
        raise OutOfScope(_("Dit codeboek is er niet."))
    _ask(version, name=by.name, at=at)
    _audit("suggester.ask", version, by, at)


def ask_when_due(own: CodingPass, *, at: datetime) -> None:
    """Ask to learn again once enough was coded, within the action that finishes a pass."""
    used = CodebookVersion.objects.filter(codes__fragments__coding_pass=own).distinct()
    for version in used.select_related("codebook").order_by("pk"):
        if is_version_due(version):
            _ask(version, name="", at=at)


def ask_again(version: CodebookVersion, *, at: datetime) -> None:
    """Ask to learn from a version that took over the codings of another, within its action."""
    if is_version_due(version):
        _ask(version, name="", at=at)


def is_version_due(version: CodebookVersion) -> bool:
    """Tell whether enough was coded with the newest version of a codebook, and nobody asked yet."""
    if version != _newest(version.codebook.versions.all()):
        return False
    one = Suggester.objects.filter(version=version).first()
    if one is not None and is_waiting(one):
        return False
    learned = one.fragments if one and one.learned_at else None
    return is_due(learned, teaching([version]).count())


def versions_to_learn() -> tuple[int, ...]:
    """Return the versions that wait to be learned from, or of which enough was coded since."""
    published = CodebookVersion.objects.filter(published_at__isnull=False)
    waiting = {one.version_id for one in Suggester.objects.all() if is_waiting(one)}
    return tuple(
        one.pk
        for one in published.select_related("codebook").order_by("pk")
        if one.pk in waiting or is_version_due(one)
    )


def forget_outdated(*, by: Actor, at: datetime) -> int:
    """Forget what was learned from a text that may no longer be learned from; return how many.

    Side effect: each is learned again, without that text.
    """
    found = Suggester.objects.filter(learned_at__isnull=False).select_related("version__codebook")
    outdated = [one.version_id for one in found.order_by("pk") if not is_current(one)]
    for version_id in outdated:
        _forget(version_id=version_id, by=by, at=at)
    return len(outdated)


@action
def _forget(*, version_id: int, by: Actor, at: datetime) -> None:
    one = Suggester.objects.select_for_update().get(version_id=version_id)
    empty(one)
    one.save()
    _ask(one.version, name="", at=at)
    _audit("suggester.forget", one.version, by, at)


def empty(one: Suggester) -> None:
    """Let go of every word and number, within an action; the row stays."""
    one.codes.all().delete()
    one.learned.all().delete()
    one.learned_at = one.seed = None
    one.fragments = one.sources = one.texts = 0
    one.why_not = one.weights = ""


def _newest(versions: Iterable[CodebookVersion]) -> CodebookVersion | None:
    published = [one for one in versions if one.published_at is not None]
    return max(published, key=lambda one: one.number, default=None)


def _ask(version: CodebookVersion, *, name: str, at: datetime) -> None:
    one, _made = Suggester.objects.select_for_update().get_or_create(version=version)
    one.asked_at, one.asked_by_name = at, name
    one.save(update_fields=["asked_at", "asked_by_name"])
    enqueue("coding.learn", version_id=version.pk)


def _audit(name: str, version: CodebookVersion, by: Actor, at: datetime, **detail: Any) -> None:
    record(
        name,
        by=by,
        at=at,
        subject="codebook",
        reference=version.codebook.reference,
        municipality_id=version.codebook.municipality_id,
        version=version.number,
        **detail,
    )
