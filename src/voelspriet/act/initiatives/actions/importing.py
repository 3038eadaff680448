# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Importing a document: everything or nothing, again without doubles, contradictions intact."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from voelspriet.act.initiatives.actions.kept_lines import Line, Sieve, keep_remarks
from voelspriet.act.initiatives.actions.standing import add_statement, refresh
from voelspriet.act.initiatives.choices import (
    InitiativeOrigin,
    InitiativeStatus,
    RemarkKind,
    StatementOrigin,
)
from voelspriet.act.initiatives.models import ContactMoment, Initiative
from voelspriet.act.initiatives.reading.document import (
    Document,
    InitiativeEntry,
    MomentEntry,
    OrganisationEntry,
)
from voelspriet.act.initiatives.rules.mentions import contradicting, other_names
from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.ground.areas.rules import search_form
from voelspriet.ground.network.actions import create_organisation
from voelspriet.ground.network.models import Organisation
from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import new_reference


@dataclass(slots=True)
class ImportDone:
    """What an import did. `left_out` tells what was kept out and why, entry by entry."""

    initiatives: int = 0
    organisations: int = 0
    contact_moments: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    contradicted: list[str] = field(default_factory=list)
    places_unknown: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def count(self, *, is_new: bool, is_changed: bool) -> None:
        """Count one entry."""
        self.added += is_new
        self.changed += is_changed and not is_new
        self.unchanged += not (is_new or is_changed)


@action
def import_document(
    *, municipality_id: int, document: Document, name: str, by: Actor, at: datetime
) -> ImportDone:
    """Keep what a document tells of initiatives, organisations and moments of contact.

    Statements that contradict stand side by side; what was settled here stays settled. Lines
    that speak of people's origin or belief, and the story of a sensitive case, are kept out and
    said. Nobody agreed to be listed, so nothing becomes public. Importing again changes only what
    the document changed.
    """
    work = _Work(Municipality.objects.get(pk=municipality_id), document, name, by, at)
    for organisation in document.organisations:
        work.organisation(organisation)
    for moment in document.moments:
        work.moment(moment)
    for initiative in document.initiatives:
        work.initiative(initiative)
    done = work.done
    done.left_out += work.sieve.left_out
    record(
        "initiatives.import",
        by=by,
        at=at,
        subject="initiatives",
        municipality_id=municipality_id,
        added=done.added,
        changed=done.changed,
        unchanged=done.unchanged,
        left_out=len(done.left_out),
    )
    return done


class _Work:
    """One import under way."""

    def __init__(
        self, town: Municipality, document: Document, name: str, by: Actor, at: datetime
    ) -> None:
        self.town, self.document, self.name, self.by, self.at = town, document, name, by, at
        self.done, self.sieve = ImportDone(), Sieve()
        here = Area.objects.filter(municipality_code=town.area_code, year=town.area_year)
        self.whole = here.get(code=town.area_code)
        self.areas: dict[str, Area] = {}
        for area in here.order_by("level", "code"):
            for one in (*area.aliases, area.name):
                self.areas.setdefault(search_form(str(one)), area)

    def place(self, key: str, words: str) -> tuple[Area | None, str]:
        """Return the area a place names, and its words where they say more or it is unknown."""
        if not words:
            self.done.places_unknown.append(f"{key}: –")
            return None, ""
        plain = words.partition("(")[0].partition(",")[0]
        area = self.areas.get(search_form(words)) or self.areas.get(search_form(plain))
        if area is None:
            self.done.places_unknown.append(f"{key}: {words}")
        return area, "" if area and area.name == words else words

    def doubt(self, key: str) -> Iterable[Line]:
        """Yield what the document itself doubts about an entry."""
        if key in self.document.doubts:
            yield Line(RemarkKind.DOUBT, self.document.doubts[key], self.name)

    def organisation(self, one: OrganisationEntry) -> None:
        """Keep an organisation and what is told about it; one of that name is left as it is."""
        found = Organisation.objects.filter(municipality=self.town, name__iexact=one.name).first()
        is_new = found is None
        if found is None:
            made = create_organisation(
                name=one.name, kind=one.kind, by=self.by, at=self.at, municipality_id=self.town.pk
            )
            found = Organisation.objects.get(pk=made)
        lines = [
            Line(RemarkKind.ROLE, one.role, one.source),
            *(Line(RemarkKind.NEED, need, one.source) for need in one.needs),
            *self.doubt(one.key),
        ]
        changed = keep_remarks(self.sieve.pass_on(one.key, lines), organisation=found)
        self.done.organisations += 1
        self.done.count(is_new=is_new, is_changed=changed)

    def moment(self, one: MomentEntry) -> None:
        """Keep a moment of contact."""
        area, words = self.place(one.key, one.place)
        values = {
            "area": area,
            "place_words": words,
            "name": one.name,
            "kind": one.kind,
            "status": one.status,
            "rhythm_words": self.sieve.clean(one.key, "frequency", one.rhythm),
            "every": one.every,
            "unit": one.unit,
            "participants": [
                who for who in one.participants if self.sieve.clean(one.key, "participants", who)
            ],
            "begins_words": one.begins,
            "source": one.source,
        }
        row = ContactMoment.objects.filter(municipality=self.town, import_key=one.key).first()
        is_new = row is None
        row = row or ContactMoment(municipality=self.town, import_key=one.key)
        changed = [name for name, value in values.items() if getattr(row, name) != value]
        for name in changed:
            setattr(row, name, values[name])
        if is_new or changed:
            row.save()
        lines = [Line(RemarkKind.NOTE, one.note, one.source), *self.doubt(one.key)]
        kept = keep_remarks(self.sieve.pass_on(one.key, lines), moment=row)
        self.done.contact_moments += 1
        self.done.count(is_new=is_new, is_changed=kept or bool(changed))

    def initiative(self, one: InitiativeEntry) -> None:
        """Keep an initiative, what is said about how it stands, and every line about it."""
        row = Initiative.objects.filter(municipality=self.town, import_key=one.key).first()
        is_new = row is None
        row = row or Initiative(
            municipality=self.town,
            import_key=one.key,
            reference=new_reference("I"),
            origin=InitiativeOrigin.DOCUMENT,
            responsible_area=self.whole,
            started_at=self.at,
            last_heard_on=one.said_on,
        )
        changed = self._fill(row, one)
        if is_new or changed:
            row.save()
        said = self._say(row, one)
        kept = keep_remarks(self._lines(one), initiative=row)
        if said:
            refresh(row)
        if row.is_contradicted:
            self.done.contradicted.append(one.key)
        self.done.initiatives += 1
        self.done.count(is_new=is_new, is_changed=bool(changed) or said or kept)

    def _fill(self, row: Initiative, one: InitiativeEntry) -> list[str]:
        area, words = self.place(one.key, one.place)
        is_open = not one.is_sensitive
        values = {
            "area": area,
            "responsible_area": area or self.whole,
            "place_words": words,
            "title": one.name,
            "other_names": list(other_names(one.name, one.note)),
            "idea": self.sieve.clean(one.key, "description", one.description) if is_open else "",
            # somebody here may have marked it since: that stays
            "is_sensitive": one.is_sensitive or row.is_sensitive,
        }
        if one.is_sensitive:
            self.sieve.told_of_a_person(one.key)
        changed = [name for name, value in values.items() if getattr(row, name) != value]
        for name in changed:
            setattr(row, name, values[name])
        return changed

    def _lines(self, one: InitiativeEntry) -> list[Line]:
        lines = [Line(RemarkKind.SIZE, one.size, one.source)]
        lines += [Line(RemarkKind.SINCE, one.since, one.source)]
        lines += [Line(RemarkKind.NOTE, one.type and f"Soort: {one.type}", one.source)]
        if not one.is_sensitive:
            lines += [Line(RemarkKind.NEED, need, one.source) for need in one.needs]
            lines += [Line(RemarkKind.NOTE, one.note, one.source)]
        return self.sieve.pass_on(one.key, [*lines, *self.doubt(one.key)])

    def _say(self, row: Initiative, one: InitiativeEntry) -> bool:
        """Keep what the document says about how it stands, once; tell whether that was news."""
        why = "" if one.is_sensitive else one.stop_reason
        told = [(one.status, one.source, why)]
        mention = None
        if one.is_uncertain and not one.is_sensitive:
            texts = (one.note, self.document.doubts.get(one.key, ""))
            mention = contradicting(one.status, texts)
        if mention is not None:
            told.append((mention.status, mention.sections or one.source, mention.clause))
        known = {
            (said.status, said.source)
            for said in row.statements.filter(origin=StatementOrigin.DOCUMENT)
        }
        news = False
        for status, sections, words in told:
            source = f"{sections} ({self.name})"
            if (str(status), source) in known:
                continue
            news = True
            self._statement(row, one, status, source, words)
        return news

    def _statement(
        self, row: Initiative, one: InitiativeEntry, status: InitiativeStatus, source: str, why: str
    ) -> None:
        add_statement(
            row,
            status=status,
            origin=StatementOrigin.DOCUMENT,
            source=source,
            said_on=one.said_on,
            why=self.sieve.clean(one.key, "stop_reason", why),
            is_uncertain=one.is_uncertain,
            at=self.at,
        )
