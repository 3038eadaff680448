# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Giving a study to another program, and taking over a codebook of one as a draft."""

from __future__ import annotations

import io
import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.listen.conversations.rules.guards import warnings_about
from voelspriet.understand.coding.actions.codebooks import (
    DEFINITION_LIMIT,
    EXAMPLES_LIMIT,
    MOST_CODES,
    NAME_LIMIT,
    start_codebook,
)
from voelspriet.understand.coding.actions.versions import CodeWords, NewCode
from voelspriet.understand.coding.choices import CodebookKind
from voelspriet.understand.coding.models import Code
from voelspriet.understand.coding.qda import (
    FileRefused,
    Remark,
    Remarks,
    guid_of,
    told,
    write_project,
)
from voelspriet.understand.coding.queries.exchange import study_export
from voelspriet.understand.coding.rules.exchange import is_facet, meaning

SHORT_COLOUR = 4  # "#rgb"


@dataclass(frozen=True, slots=True)
class CodesToEnter:
    """Codes of a file as a draft would have them, and what of them is left out or changed."""

    codes: tuple[NewCode, ...]
    remarks: tuple[Remark, ...]


@action
def export_study(*, reference: str, by: Actor, at: datetime) -> bytes:
    """Return a study as a .qdpx, and write down that it went out.

    Only what may leave the room is in it. OutOfScope for anybody but its researchers.
    """
    export = study_export(reference=reference, by=by, at=at)
    stream = io.BytesIO()
    write_project(stream, export.project)
    record(
        "study.export_project",
        by=by,
        at=at,
        subject="study",
        reference=reference,
        municipality_id=by.municipality_id,
        sources=export.sources,
        fragments=export.fragments,
    )
    return stream.getvalue()


def codes_to_enter(codebook: told.Codebook, cases: Collection[str] = ()) -> CodesToEnter:
    """Return the codes of a file as they would be entered; nothing is stored.

    A code whose name divides people by origin, religion, orientation or health is left out, and so
    is one that is also among `cases`: some programs keep people so. Those below come in its place.
    Raises FileRefused without a code, and with too many.
    """
    remarks = Remarks()
    keys: dict[str, uuid.UUID | None] = {}
    codes = []
    for one in told.placed(codebook.codes):
        parent = keys.get(one.parent)
        if is_facet(one.code.guid) or _is_about_people(one.code, cases, remarks):
            keys[one.code.guid] = parent
            continue
        codes.append(_new_code(one.code, parent, remarks))
        keys[one.code.guid] = codes[-1].key
    remarks.discarded(_("Groepen van codes."), count=len(codebook.sets))
    if not codes:
        raise FileRefused(_("In dit bestand staat geen code die wij kunnen overnemen."))
    if len(codes) > MOST_CODES:
        message = _(
            "Dit bestand heeft %(number)s codes; een codeboek heeft er ten hoogste %(most)s."
        )
        raise FileRefused(message % {"number": len(codes), "most": MOST_CODES})
    return CodesToEnter(tuple(codes), remarks.told())


def enter_codebook(
    *,
    name: str,
    kind: CodebookKind,
    codes: Sequence[NewCode],
    by: Actor,
    at: datetime,
    is_published: bool = False,
) -> str:
    """Make a codebook of these codes and return its reference; a draft unless `is_published`.

    A key that a codebook here has already is not used again: filters go by key. Refuses what
    `start_codebook` refuses.
    """
    taken = set(
        Code.objects.filter(
            version__codebook__municipality_id=by.municipality_id or 0,
            key__in=[one.key for one in codes],
        ).values_list("key", flat=True)
    )
    own = _own_keys(codes, taken, name)
    return start_codebook(name=name, kind=kind, codes=own, is_published=is_published, by=by, at=at)


def _own_keys(
    codes: Sequence[NewCode], taken: Collection[uuid.UUID], name: str
) -> list[NewCode]:  # fmt: skip
    own = {
        one.key: uuid.UUID(guid_of("code again", name.strip(), str(one.key))) if taken else one.key
        for one in codes
    }
    return [
        replace(one, key=own[one.key], parent=own[one.parent] if one.parent else None)
        for one in codes
    ]


def _is_about_people(code: told.Code, cases: Collection[str], remarks: Remarks) -> bool:
    if code.guid in cases:
        remarks.discarded(
            _("Een code die ook een geval is, vaak een persoon; de codes eronder schuiven op."),
            code.name,
        )
        return True
    found = warnings_about(code.name)
    if found:
        remarks.discarded(
            _("Een code die mensen indeelt naar herkomst, geloof, seksuele gerichtheid of "
              "gezondheid; de codes eronder schuiven op."), code.name
        )  # fmt: skip
    return bool(found)


def _new_code(code: told.Code, parent: uuid.UUID | None, remarks: Remarks) -> NewCode:
    definition, examples = meaning(code.description)
    if warnings_about(definition):
        remarks.discarded(_("Een omschrijving die mensen indeelt."), code.name)
        definition = ""
    if not code.is_codable:
        remarks.noticed(_("Een kopje waarmee niet gecodeerd werd, is hier een code."), code.name)
    remarks.discarded(_("Notities bij een code."), code.name, len(code.notes))
    words = CodeWords(
        _cut(" ".join(code.name.split()), NAME_LIMIT, code, remarks),
        _cut(definition, DEFINITION_LIMIT, code, remarks),
        _cut(examples, EXAMPLES_LIMIT, code, remarks),
    )
    return NewCode(words, uuid.UUID(code.guid), parent, colour=_colour(code.colour))


def _cut(text: str, limit: int, code: told.Code, remarks: Remarks) -> str:
    if len(text) <= limit:
        return text
    remarks.repaired(_("Een naam of omschrijving die te lang is, is afgekapt."), code.name)
    return text[: limit - 1] + "…"


def _colour(colour: str) -> str:
    """Return a colour with six digits.

    >>> _colour("#0aF")
    '#00aaff'
    """
    told_colour = colour.lower()
    if len(told_colour) != SHORT_COLOUR:
        return told_colour
    return "#" + "".join(sign * 2 for sign in told_colour[1:])
