# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ordering codes: moving one under another in a draft, and making one of two for good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Subquery
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.writing import action
from voelspriet.understand.coding.actions.doubles import join_doubles
from voelspriet.understand.coding.actions.suggesting import ask_again
from voelspriet.understand.coding.actions.versions import (
    CodeWords,
    NewCode,
    codebook_of,
    draft_of,
    make_version,
    note,
    store_codes,
)
from voelspriet.understand.coding.choices import CodeOrigin
from voelspriet.understand.coding.models import (
    Code,
    Codebook,
    CodebookVersion,
    CodeMerge,
    FragmentCode,
)
from voelspriet.understand.coding.queries.codebooks import in_order
from voelspriet.understand.coding.queries.merging import (
    code_in,
    given_in,
    moving,
    newest_published,
    why_not,
)
from voelspriet.understand.coding.rules.trees import MOST_LEVELS, is_circle, levels, merged


@dataclass(frozen=True, slots=True)
class _Merge:
    """A merge under way: out of one code into another, from a version to the next."""

    book: Codebook
    before: CodebookVersion
    after: CodebookVersion
    away: Code
    kept: Code


@action
def move_code(
    *, reference: str, code_id: int, parent_id: int | None, by: Actor, at: datetime
) -> None:
    """Hang a code of a draft under another one, or on top with None, with all that is below it.

    It comes last there. Refuses a place below itself, and one that makes more levels than a page
    shows.
    """
    draft = draft_of(reference, by)
    code = code_in(draft, code_id)
    parent = code_in(draft, parent_id).pk if parent_id is not None else None
    tree = dict(draft.codes.order_by("position", "pk").values_list("pk", "parent_id"))
    if is_circle(tree, code.pk, parent):
        raise Refused(_("Een code kan niet onder zichzelf hangen."), field="parent")
    moved = tree | {code.pk: parent}
    if levels(moved) > max(MOST_LEVELS, levels(tree)):
        message = _("Codes hangen ten hoogste %(most)s lagen diep.") % {"most": MOST_LEVELS}
        raise Refused(message, field="parent")
    last = draft.codes.order_by("-position").values_list("position", flat=True)[0]
    code.parent_id, code.position = parent, last + 1
    code.save(update_fields=["parent_id", "position"])
    note("code.move", draft.codebook, by, at, code=str(code.key))


@action
def merge_codes(
    *, reference: str, merged_id: int, kept_id: int, seen: int, by: Actor, at: datetime
) -> int:
    """Make one code of two, in a new version that is coded with at once; return its number.

    Every coding with the merged code becomes one with the kept code, whichever version it was made
    with; what hung under it hangs under the kept one. Figures of agreement stand as they were
    measured. `seen` is how many codings `by` was told would go over.

    It cannot be undone. Refuses while there is a draft, while the codebook is being coded with a
    second time, when a room above needs the code, and when something was coded since `by` looked.
    """
    book = codebook_of(reference, by)
    before = newest_published(book)
    if before is None:
        raise OutOfScope(_("Deze code is er niet."))
    away, kept = code_in(before, merged_id), code_in(before, kept_id)
    if away == kept:
        raise Refused(_("Kies twee verschillende codes."), field="kept")
    for reason in why_not(book, away.key):
        raise Refused(reason)
    told = moving(book, away.key, kept.key)
    if told.codings != seen:
        raise Refused(_("Er is intussen gecodeerd. Kijk opnieuw hoeveel er overgaat."))
    after = make_version(book, before.number + 1, by, at, published_at=at)
    one = _Merge(book, before, after, away, kept)
    store_codes(after, _codes_without(one))
    joined = join_doubles(book, away.key, kept.key)
    _give_kept(one)
    _take_along(one)
    CodeMerge.objects.create(
        codebook=book, version=after, merged_key=away.key, merged_name=away.name,
        kept_key=kept.key, kept_name=kept.name, codings=told.codings, sources=told.sources,
        doubled=told.doubled, merged_by_id=by.user_id or 0, merged_by_name=by.name, merged_at=at,
    )  # fmt: skip
    ask_again(after, at=at)
    note(
        "code.merge", book, by, at, number=after.number, merged=str(away.key),
        kept=str(kept.key), codings=told.codings, sources=told.sources, joined=joined,
    )  # fmt: skip
    return after.number


def _codes_without(one: _Merge) -> list[NewCode]:
    rows = {row.key: row for row in in_order(one.before.codes.all())}
    keys = {row.id: row.key for row in rows.values()}
    tree: dict[UUID, UUID | None] = {
        row.key: keys[row.parent_id] if row.parent_id else None for row in rows.values()
    }
    return [
        NewCode(
            CodeWords(rows[key].name, rows[key].definition, rows[key].examples),
            key=key,
            parent=parent,
            number=rows[key].number,
            colour=rows[key].colour,
        )
        for key, parent in merged(tree, one.away.key, one.kept.key).items()
    ]


def _give_kept(one: _Merge) -> None:
    """Give the kept code wherever the merged one was given, once per fragment.

    With a version that has both it stays a coding with that version. What was taken over from a
    suggestion stays marked so.
    """
    given, kept = given_in(one.book, one.away.key), given_in(one.book, one.kept.key)
    same = OuterRef("fragment_id")
    earlier = given.filter(fragment_id=same, pk__lt=OuterRef("pk"))
    taken = given.filter(origin=CodeOrigin.SUGGESTION, fragment_id=same)
    either = kept.filter(origin=CodeOrigin.PERSON) | given.filter(origin=CodeOrigin.PERSON)
    either.filter(Exists(taken)).update(origin=CodeOrigin.SUGGESTION)
    given.filter(Exists(kept.filter(fragment_id=same)) | Exists(earlier)).delete()
    beside = Code.objects.filter(key=one.kept.key, version__codes=OuterRef("code_id"))
    older = given.exclude(code__version=one.before).filter(Exists(beside))
    older.update(code=Subquery(beside.values("pk")[:1]))
    given.update(code=one.after.codes.get(key=one.kept.key))


def _take_along(one: _Merge) -> None:
    """Have everything coded with the version before be coded with the new one.

    They differ in nothing but the merge, and suggestions learn from one version.
    """
    own_key = Code.objects.filter(pk=OuterRef(OuterRef("code_id"))).values("key")
    again = Code.objects.filter(version=one.after, key__in=own_key).values("pk")[:1]
    FragmentCode.objects.filter(code__version=one.before).update(code=Subquery(again))
