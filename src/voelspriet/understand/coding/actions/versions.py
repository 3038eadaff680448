# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Versions of codebooks as every action on them needs them: found, made, filled, told of."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.understand.coding.models import Code, Codebook, CodebookVersion
from voelspriet.understand.coding.rules.access import may_code, visible_codebooks

PROGRAM = "Voelspriet"


@dataclass(frozen=True, slots=True)
class CodeWords:
    """What a code is called and means; `examples` are quotes, in which groups may be named."""

    name: str
    definition: str = ""
    examples: str = ""


@dataclass(frozen=True, slots=True)
class NewCode:
    """A code of a codebook that is stored at once; `parent` is the key of one before it."""

    words: CodeWords
    key: uuid.UUID = field(default_factory=uuid.uuid4)
    parent: uuid.UUID | None = None
    number: int | None = None
    colour: str = ""


def codebook_of(reference: str, by: Actor) -> Codebook:
    """Return a codebook `by` changes, held until the action ends; OutOfScope for any other."""
    found = visible_codebooks(by).select_for_update().filter(reference=reference).first()
    if found is None or not may_code(by):
        raise OutOfScope(_("Dit codeboek is er niet."))
    return found


def draft_of(reference: str, by: Actor) -> CodebookVersion:
    """Return the draft of a codebook `by` changes. Refuses when every version is published."""
    draft = codebook_of(reference, by).versions.filter(published_at__isnull=True).first()
    if draft is None:
        raise Refused(_("Deze versie is gepubliceerd. Begin eerst een nieuwe versie."))
    return draft


def make_version(
    codebook: Codebook, number: int, by: Actor, at: datetime, published_at: datetime | None = None
) -> CodebookVersion:
    """Make a version without codes; a draft unless it is published at once."""
    return CodebookVersion.objects.create(
        codebook=codebook,
        number=number,
        published_at=published_at,
        made_by_id=by.user_id or 0,
        made_by_name=by.name if by.is_staff else PROGRAM,
        made_at=at,
    )


def store_codes(version: CodebookVersion, codes: Sequence[NewCode]) -> None:
    """Write codes in this order; one stands after that which it hangs under."""
    made: dict[uuid.UUID, Code] = {}
    for position, one in enumerate(codes, 1):
        made[one.key] = Code.objects.create(
            version=version,
            key=one.key,
            parent=made[one.parent] if one.parent else None,
            number=one.number,
            name=one.words.name,
            definition=one.words.definition,
            examples=one.words.examples,
            colour=one.colour,
            position=position,
        )


def note(name: str, codebook: Codebook, by: Actor, at: datetime, **detail: Any) -> None:
    """Write the audit line of an action on a codebook."""
    record(
        name,
        by=by,
        at=at,
        subject="codebook",
        reference=codebook.reference,
        municipality_id=codebook.municipality_id,
        **detail,
    )
