# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A study and a codebook as other programs read them: only what may leave the room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.listen.conversations.choices import Perspective, SourceKind, SpeakerRole
from voelspriet.listen.conversations.models import Source, Study
from voelspriet.listen.conversations.rules.studies import merged_roles, visible_studies
from voelspriet.understand.coding.models import Fragment, FragmentCode, Material
from voelspriet.understand.coding.qda import ORIGIN, guid_of, told
from voelspriet.understand.coding.queries.codebooks import (
    CodeRow,
    codebook_detail,
    usable_codebooks,
)
from voelspriet.understand.coding.rules.access import going_out, may_code
from voelspriet.understand.coding.rules.exchange import (
    NAME_OF_SELECTION,
    described,
    facet_codes,
    facet_trees,
)
from voelspriet.understand.coding.rules.texts import digest_of

AREA, ROLE, SIDE = "area", "role", "side"


@dataclass(frozen=True, slots=True)
class StudyExport:
    """A study as a project, with how much of it goes out and what stays behind, and why."""

    reference: str
    title: str
    project: told.Project
    sources: int
    fragments: int
    sensitive: int
    changed: int
    keep_until: date


@dataclass(frozen=True, slots=True)
class CodebookExport:
    """A version of a codebook as another program reads it."""

    reference: str
    name: str
    number: int
    codebook: told.Codebook


def codebook_export(*, reference: str, by: Actor, number: int | None = None) -> CodebookExport:
    """Return a codebook `by` may read: the version with `number`, else the newest.

    OutOfScope when there is none, or no code is in it.
    """
    detail = codebook_detail(reference=reference, by=by, number=number)
    if not detail.codes:
        raise OutOfScope(_("In dit codeboek staat nog geen code."))
    trees = told.Codebook(code_trees(detail.codes))
    return CodebookExport(reference, detail.codebook.name, detail.number, trees)


def study_export(*, reference: str, by: Actor, at: datetime) -> StudyExport:
    """Return a study as a project: texts and fragments that may leave the room, nothing else.

    A coder who codes blindly finds nothing of the other here: fragments come from the one query
    that keeps blindness. Coders are numbered, roles of fewer than three speakers in an area taken
    together; no moment and no day goes along. For researchers; OutOfScope for anybody else.
    """
    study = visible_studies(by).filter(reference=reference).first() if may_code(by) else None
    if study is None:
        raise OutOfScope(_("Dit onderzoek is er niet."))
    every = list(
        Source.objects.filter(study=study)
        .select_related("area")
        .prefetch_related("speakers")
        .order_by("pk")
    )
    marked = _marked(study)
    sources = [one for one in every if not one.is_sensitive and one.pk not in marked]
    found = list(_fragments(study, by))
    texts = {one.pk: (one, digest_of(one.text)) for one in sources}
    whole = [one for one in found if _stands(one, texts)]
    project = _project(study, sources, whole, by, at)
    return StudyExport(
        reference,
        study.title,
        project,
        sources=len(sources),
        fragments=len(whole),
        sensitive=len(every) - len(sources),
        changed=sum(1 for one in found if one.coding_pass.material.source_id in texts) - len(whole),
        keep_until=study.keep_until,
    )


def _marked(study: Study) -> set[int]:
    """Return the sources that a coder marked as sensitive."""
    marked = Material.objects.filter(study=study, is_sensitive=True)
    return set(marked.values_list("source_id", flat=True))


def _fragments(study: Study, by: Actor) -> QuerySet[Fragment]:
    given = FragmentCode.objects.select_related("code__version__codebook").order_by("code_id")
    return (
        going_out(by)
        .filter(coding_pass__material__source__study=study)
        .select_related("coding_pass__material")
        .prefetch_related(Prefetch("given", given))
        .order_by("coding_pass_id", "start", "end", "pk")
    )


def _stands(fragment: Fragment, texts: dict[int, tuple[Source, str]]) -> bool:
    """Tell whether a fragment belongs to a text that goes out and did not change."""
    source = texts.get(fragment.coding_pass.material.source_id or 0)
    return source is not None and source[1] == fragment.digest


def _project(
    study: Study, sources: Sequence[Source], fragments: Sequence[Fragment], by: Actor, at: datetime
) -> told.Project:
    ids = dict.fromkeys(one.coding_pass.coder_id for one in fragments)
    coders = {coder: _coder(study, number) for number, coder in enumerate(ids, 1)}
    of_source: dict[int, list[Fragment]] = {}
    for one in fragments:
        of_source.setdefault(one.coding_pass.material.source_id or 0, []).append(one)
    texts = tuple(
        told.Source(
            guid_of("source", one.reference),
            f"{SourceKind(one.kind).label} {one.reference}",
            one.text,
            selections=tuple(
                _selection(fragment, one.text, coders[fragment.coding_pass.coder_id], study)
                for fragment in of_source.get(one.pk, ())
            ),
        )
        for one in sources
    )
    return told.Project(
        study.title,
        ORIGIN,
        description=study.question,
        at=at,
        users=tuple(coders.values()),
        codebook=_codebook(fragments, by),
        variables=_variables(study),
        cases=tuple(_cases(study, sources)),
        sources=texts,
    )


def _coder(study: Study, number: int) -> told.User:
    """Return a coder by number: who it is stays here."""
    guid = guid_of("coder", study.reference, number)
    return told.User(guid, _("Codeur %(number)s") % {"number": number}, f"C{number}")


def _selection(fragment: Fragment, text: str, coder: told.User, study: Study) -> told.Selection:
    codes = [*(str(one.code.key) for one in fragment.given.all()), *facet_codes(fragment)]
    words = (fragment.memo, fragment.hot_spot, fragment.hot_crime, fragment.hot_time)
    return told.Selection(
        guid_of("fragment", study.reference, fragment.pk),
        fragment.start,
        fragment.end,
        # whoever reads the file in can see by it that the place is right
        text[fragment.start : fragment.end][:NAME_OF_SELECTION],
        "\n".join(one for one in words if one),
        coder.guid,
        codings=tuple(
            told.Coding(guid_of("coding", study.reference, fragment.pk, code), code, coder.guid)
            for code in dict.fromkeys(codes)
        ),
    )


def _codebook(fragments: Sequence[Fragment], by: Actor) -> told.Codebook:
    """Return the codebooks that were used, each under its name; all of them when none was."""
    given = [one.code for fragment in fragments for one in fragment.given.all()]
    used = {code.version.codebook.reference for code in given}
    trees: list[told.Code] = []
    for book in usable_codebooks(by=by):
        if used and book.reference not in used:
            continue
        known = {row.key for row in book.codes}
        # what was coded with an earlier version may be gone from the newest
        older = {
            code.key: told.Code(str(code.key), code.name, description=code.definition)
            for code in given
            if code.version.codebook.reference == book.reference and code.key not in known
        }
        below = (*code_trees(book.codes), *older.values())
        head = guid_of("codebook", book.reference)
        trees.append(told.Code(head, book.name, is_codable=False, children=below))
    facets = {guid for one in fragments for guid in facet_codes(one)}
    return told.Codebook((*trees, *facet_trees(facets)))


def code_trees(rows: Iterable[CodeRow]) -> tuple[told.Code, ...]:
    """Return codes in reading order as trees; a code keeps its key as identifier."""
    below: dict[int | None, list[CodeRow]] = {}
    for row in rows:
        below.setdefault(row.parent_id, []).append(row)
    return _trees(below, None)


def _trees(below: dict[int | None, list[CodeRow]], parent: int | None) -> tuple[told.Code, ...]:
    return tuple(
        told.Code(
            str(row.key),
            row.name,
            colour=row.colour,
            description=described(row.definition, row.examples),
            children=_trees(below, row.id),
        )
        for row in below.get(parent, ())
    )


def _variables(study: Study) -> tuple[told.Variable, ...]:
    names = {AREA: _("Gebied"), ROLE: _("Rol"), SIDE: _("Kant")}
    return tuple(
        told.Variable(guid_of("variable", study.reference, key), name)
        for key, name in names.items()
    )


def _cases(study: Study, sources: Sequence[Source]) -> Iterator[told.Case]:
    """Return every conversation as a case with its area, and who spoke by role and side."""
    roles: dict[int, Counter[str]] = {}
    for one in sources:
        spoke = Counter(speaker.role for speaker in one.speakers.all())
        roles.setdefault(one.area_id, Counter()).update(spoke)
    for one in sources:
        shown = merged_roles(roles[one.area_id])
        spoken = list(one.speakers.all())
        values = {
            AREA: one.area.name,
            ROLE: _listed(_role(speaker.role, shown) for speaker in spoken),
            SIDE: _listed(str(Perspective(speaker.perspective).label) for speaker in spoken),
        }
        source = guid_of("source", one.reference)
        yield told.Case(
            guid_of("case", one.reference),
            f"{SourceKind(one.kind).label} {one.reference}",
            values=tuple(
                told.Value(guid_of("variable", study.reference, key), text)
                for key, text in values.items()
                if text
            ),
            sources=(source,),
        )


def _role(role: str, shown: Mapping[str, int]) -> str:
    """Return a role when at least three spoke in it, else that it is one of several."""
    if role in shown:
        return str(SpeakerRole(role).label)
    return _("Andere rollen samen") if shown else ""


def _listed(labels: Iterable[str]) -> str:
    return ", ".join(sorted({label for label in labels if label}))
