# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making codebooks: those that come with the program, own ones, drafts and publishing."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.ground.areas.queries import municipalities
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import SYSTEM_RANDOM, new_reference
from voelspriet.understand.coding.actions.versions import (
    PROGRAM,
    CodeWords,
    NewCode,
    codebook_of,
    draft_of,
    make_version,
    note,
    store_codes,
)
from voelspriet.understand.coding.choices import CodebookKind
from voelspriet.understand.coding.models import Code, Codebook
from voelspriet.understand.coding.queries.codebooks import in_order
from voelspriet.understand.coding.queries.seeds import Seed, seeds
from voelspriet.understand.coding.rules.access import may_code, visible_codebooks
from voelspriet.understand.coding.rules.guarding import brief, refuse_dividing

NAME_LIMIT = 120
DEFINITION_LIMIT = 1000
EXAMPLES_LIMIT = 2000
MOST_CODES = 500
COLOUR = re.compile(r"#[0-9a-f]{6}")


def install_codebooks(*, by: Actor, at: datetime) -> int:
    """Give every municipality the codebooks that come with the program; return how many are new."""
    there = set(Codebook.objects.exclude(seed="").values_list("municipality_id", "seed"))
    new = [
        (town.id, seed)
        for town in municipalities()
        for seed in seeds()
        if (town.id, seed.seed) not in there
    ]
    for municipality_id, seed in new:
        _install(municipality_id=municipality_id, seed=seed, by=by, at=at)
    return len(new)


@action
def _install(*, municipality_id: int, seed: Seed, by: Actor, at: datetime) -> None:
    name = seed.name
    if Codebook.objects.filter(municipality_id=municipality_id, name=name).exists():
        name = f"{name} (Voelspriet)"
    codebook = _made(municipality_id, name, seed.kind, by, at, seed=seed.seed)
    codes = [
        NewCode(CodeWords(one.name, one.definition, one.examples), number=one.number)
        for one in seed.codes
    ]
    store_codes(make_version(codebook, 1, by, at, published_at=at), codes)
    note("codebook.install", codebook, by, at, codes=len(codes))


@action
def start_codebook(
    *,
    name: str,
    kind: CodebookKind,
    by: Actor,
    at: datetime,
    codes: Sequence[NewCode] = (),
    is_published: bool = False,
    rng: random.Random = SYSTEM_RANDOM,
) -> str:
    """Make a codebook and return its reference; a draft unless `is_published`.

    Refuses a name that is taken, and names and definitions that divide people by origin, religion,
    orientation or health. For researchers.
    """
    if not may_code(by):
        raise Refused(_("Alleen een onderzoeker mag dit."))
    told = brief(name, NAME_LIMIT, field="name", is_needed=True)
    refuse_dividing(told, field="name")
    if visible_codebooks(by).filter(name=told).exists():
        raise Refused(_("Er is al een codeboek met deze naam."), field="name")
    if len(codes) > MOST_CODES or (is_published and not codes):
        raise Refused(_("Een codeboek heeft 1 tot %(most)s codes.") % {"most": MOST_CODES})
    codebook = _made(by.municipality_id or 0, told, kind, by, at, rng=rng)
    version = make_version(codebook, 1, by, at, published_at=at if is_published else None)
    store_codes(version, [_checked(one) for one in codes])
    note("codebook.start", codebook, by, at, codes=len(codes))
    return codebook.reference


@action
def start_draft(*, reference: str, by: Actor, at: datetime) -> int:
    """Copy the published version to a draft to change; return its number. Refuses a second one."""
    codebook = codebook_of(reference, by)
    newest = codebook.versions.order_by("-number").first()
    if newest is None or newest.published_at is None:
        raise Refused(_("Er is al een versie in bewerking."))
    draft = make_version(codebook, newest.number + 1, by, at)
    rows = in_order(newest.codes.all())
    keys = {row.id: row.key for row in rows}
    store_codes(
        draft,
        [
            NewCode(
                CodeWords(row.name, row.definition, row.examples),
                key=row.key,
                parent=keys.get(row.parent_id) if row.parent_id else None,
                number=row.number,
                colour=row.colour,
            )
            for row in rows
        ],
    )
    note("codebook.draft", codebook, by, at, number=draft.number)
    return draft.number


@action
def add_code(
    *, reference: str, words: CodeWords, by: Actor, at: datetime, parent_id: int | None = None
) -> int:
    """Add a code to a draft, at the end of what it stands under; return its id."""
    draft = draft_of(reference, by)
    if draft.codes.count() >= MOST_CODES:
        raise Refused(_("Een codeboek heeft 1 tot %(most)s codes.") % {"most": MOST_CODES})
    if parent_id is not None and not draft.codes.filter(pk=parent_id).exists():
        raise OutOfScope(_("Deze code is er niet."))
    told = _words(words)
    last = draft.codes.order_by("-position").values_list("position", flat=True).first() or 0
    code = Code.objects.create(
        version=draft,
        parent_id=parent_id,
        name=told.name,
        definition=told.definition,
        examples=told.examples,
        position=last + 1,
    )
    note("code.add", draft.codebook, by, at, code=str(code.key))
    return code.pk


@action
def change_code(*, reference: str, code_id: int, words: CodeWords, by: Actor, at: datetime) -> None:
    """Change what a code of a draft is called and means; it stays the same code."""
    draft = draft_of(reference, by)
    code = draft.codes.filter(pk=code_id).first()
    if code is None:
        raise OutOfScope(_("Deze code is er niet."))
    told = _words(words)
    code.name, code.definition, code.examples = told.name, told.definition, told.examples
    code.save(update_fields=["name", "definition", "examples"])
    note("code.change", draft.codebook, by, at, code=str(code.key))


@action
def remove_code(*, reference: str, code_id: int, by: Actor, at: datetime) -> None:
    """Take a code out of a draft, with what stands under it; fragments coded before keep it."""
    draft = draft_of(reference, by)
    code = draft.codes.filter(pk=code_id).first()
    if code is None:
        raise OutOfScope(_("Deze code is er niet."))
    key = str(code.key)
    code.delete()
    note("code.remove", draft.codebook, by, at, code=key)


@action
def publish_version(*, reference: str, by: Actor, at: datetime) -> int:
    """Publish the draft: from now on it is coded with, and never changes. Returns its number."""
    draft = draft_of(reference, by)
    if not draft.codes.exists():
        raise Refused(_("Voeg eerst een code toe."))
    draft.published_at = at
    draft.save(update_fields=["published_at"])
    note("codebook.publish", draft.codebook, by, at, number=draft.number)
    return draft.number


def _made(
    municipality_id: int,
    name: str,
    kind: CodebookKind,
    by: Actor,
    at: datetime,
    *,
    seed: str = "",
    rng: random.Random = SYSTEM_RANDOM,
) -> Codebook:
    return Codebook.objects.create(
        municipality_id=municipality_id,
        reference=new_reference("C", rng=rng),
        name=name,
        kind=kind,
        seed=seed,
        made_by_id=by.user_id or 0,
        made_by_name=by.name if by.is_staff else PROGRAM,
        made_at=at,
    )


def _checked(one: NewCode) -> NewCode:
    colour = one.colour.lower()
    return NewCode(
        _words(one.words),
        one.key,
        one.parent,
        one.number,
        colour if COLOUR.fullmatch(colour) else "",
    )


def _words(words: CodeWords) -> CodeWords:
    name = brief(words.name, NAME_LIMIT, field="name", is_needed=True)
    definition = brief(words.definition, DEFINITION_LIMIT, field="definition")
    refuse_dividing(name, field="name")
    refuse_dividing(definition, field="definition")
    return CodeWords(name, definition, brief(words.examples, EXAMPLES_LIMIT, field="examples"))
