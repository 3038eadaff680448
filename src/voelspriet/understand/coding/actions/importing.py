# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking in a file of fragments: sources, material and fragments of a study, all or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from voelspriet.ground.areas.queries import areas_within
from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import new_reference
from voelspriet.listen.conversations.actions.studies import add_source, running_study
from voelspriet.listen.conversations.choices import SourceKind
from voelspriet.listen.conversations.models import Source, Study
from voelspriet.listen.conversations.rules.studies import TEXT_LIMIT
from voelspriet.understand.coding.actions.codebooks import install_codebooks
from voelspriet.understand.coding.actions.making import Coded, make_fragment
from voelspriet.understand.coding.actions.registering import material_of_source
from voelspriet.understand.coding.choices import MaterialState, Side
from voelspriet.understand.coding.fragment_file import FragmentLine, FragmentsRefused, Problem
from voelspriet.understand.coding.models import Code, CodingPass, Material

EVERYWHERE = {"", "both", "beide", "allebei"}
SEED = "tafel_van_12"


@dataclass(frozen=True, slots=True)
class TakenIn:
    """How much a file brought: texts, fragments, and quotes that wait to be coded."""

    texts: int
    fragments: int
    uncoded: int


@action
def import_fragments(
    *,
    study: str,
    lines: Sequence[FragmentLine],
    kind: SourceKind,
    held_on: date,
    by: Actor,
    at: datetime,
) -> TakenIn:
    """Take in the rows of a file; whoever sends them is their coder.

    Coded rows of one area and side are one text, each row a fragment of it; every row without a
    factor is a text of its own that waits. No speaker is made: the file names none. Raises
    FragmentsRefused for an area that is not the study's; refuses an ended study.
    """
    found = running_study(study, by)
    placed = _places(found, lines)
    install_codebooks(by=by, at=at)
    factors = _factors(found.municipality_id)
    texts = fragments = uncoded = 0
    for (area_id, side), some in _texts(lines, placed):
        reference = add_source(
            reference=study, kind=kind, area_id=area_id, held_on=held_on,
            text="\n".join(one.text for one in some), original="", replaced=0, by=by, at=at,
        )  # fmt: skip
        source = Source.objects.get(reference=reference)
        material = _material(found, source, side, is_coded=some[0].factor is not None)
        texts += 1
        if some[0].factor is None:
            uncoded += 1
            continue
        _code(material, some, factors, by, at)
        fragments += len(some)
    record(
        "study.import_fragments", by=by, at=at, subject="study", reference=found.reference,
        municipality_id=found.municipality_id, texts=texts, fragments=fragments, uncoded=uncoded,
    )  # fmt: skip
    return TakenIn(texts, fragments, uncoded)


def _places(study: Study, lines: Sequence[FragmentLine]) -> dict[str, int]:
    """Return the study's area for every name in the file."""
    own = list(study.areas.all())
    names = {name.casefold(): one.pk for one in own for name in (one.name, *one.aliases)}
    ids = {one.pk for one in own}
    around = [one.pk for one in own if ids <= {row.id for row in areas_within(area_id=one.pk)}]
    placed, problems = {}, []
    for line in lines:
        name = line.area.casefold()
        if name in names:
            placed[line.area] = names[name]
        elif name in EVERYWHERE and around:
            placed[line.area] = around[0]
        else:
            problems.append(Problem(line.row, "area", _why(line.area, is_all=name in EVERYWHERE)))
    if problems:
        raise FragmentsRefused(problems)
    return placed


def _why(area: str, *, is_all: bool) -> str:
    if is_all:
        return _("Zet het gebied bij het onderzoek waar alle andere in liggen.")
    return _("“%(value)s” is geen gebied van dit onderzoek.") % {"value": area[:40]}


def _factors(municipality_id: int) -> dict[int, int]:
    found = Code.objects.filter(
        version__codebook__municipality_id=municipality_id,
        version__codebook__seed=SEED,
        version__published_at__isnull=False,
        number__isnull=False,
    ).order_by("version__number")
    return {code.number or 0: code.pk for code in found}


def _texts(
    lines: Sequence[FragmentLine], placed: dict[str, int]
) -> Iterator[tuple[tuple[int, Side], list[FragmentLine]]]:
    """Give the rows by the text they become: coded ones together, never above the limit."""
    groups: dict[tuple[int, Side], list[FragmentLine]] = {}
    sizes: dict[tuple[int, Side], int] = {}
    for line in lines:
        key = (placed[line.area], line.side)
        if line.factor is None:
            yield key, [line]
            continue
        size = sizes.get(key, 0) + len(line.text) + 1
        if size > TEXT_LIMIT:
            yield key, groups.pop(key)
            size = len(line.text) + 1
        sizes[key] = size
        groups.setdefault(key, []).append(line)
    yield from groups.items()


def _material(study: Study, source: Source, side: Side, *, is_coded: bool) -> Material:
    material = material_of_source(source)
    material.reference = new_reference("F")
    material.municipality_id = study.municipality_id
    material.side = side
    material.state = MaterialState.CODED if is_coded else MaterialState.UNCODED
    material.save()
    return material


def _code(
    material: Material, lines: list[FragmentLine], factors: dict[int, int], by: Actor, at: datetime
) -> None:
    own = CodingPass.objects.create(
        material=material, coder_id=by.user_id or 0, coder_name=by.name, started_at=at,
        finished_at=at,
    )  # fmt: skip
    text = material.source.text if material.source else ""
    start = 0
    for line in lines:
        end = start + len(line.text)
        coded = Coded(
            start=start,
            end=end,
            code_ids=[factors[line.factor or 0]],
            valence=line.valence,
            side=line.side,
            world=line.world,
            memo=" · ".join(part for part in (line.name, line.section) if part),
        )
        make_fragment(material, own, coded, at, text=text)
        start = end + 1
