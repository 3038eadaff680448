# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing the words that mean danger. A municipality starts from the list of the program."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.choices import ActorKind, Role
from voelspriet.ground.privacy.writing import action
from voelspriet.listen.intake.models import DangerTerm
from voelspriet.listen.intake.rules.danger import first_terms
from voelspriet.listen.intake.rules.matching import plain

SHORTEST_TERM = 3
LONGEST_TERM = 80


@action
def add_danger_term(*, language: str, term: str, by: Actor, at: datetime) -> None:
    """Add a word or phrase that shows the emergency numbers; `*` at its end takes any ending.

    Refuses: no administrator, another language than the four, fewer than three letters, a term
    that is there.
    """
    where = _must_manage_terms(by)
    clean = " ".join(term.split())
    if language not in dict(settings.LANGUAGES):
        raise Refused(_("Kies een taal uit de lijst."), field="language")
    if len(plain(clean.rstrip("*"))) < SHORTEST_TERM or len(clean) > LONGEST_TERM:
        raise Refused(_("Gebruik 3 tot 80 letters."), field="term")
    _copy_first_terms(where)
    known = DangerTerm.objects.filter(municipality_id=where, language=language)
    if plain(clean) in {plain(one) for one in known.values_list("term", flat=True)}:
        raise Refused(_("Dit woord staat al in de lijst."), field="term")
    DangerTerm.objects.create(municipality_id=where, language=language, term=clean)
    record("danger_term.add", by=by, at=at, subject="danger_term", language=language)


@action
def remove_danger_term(*, language: str, term: str, by: Actor, at: datetime) -> None:
    """Take a word or phrase out. Refuses the last one of a language: nobody would be warned."""
    where = _must_manage_terms(by)
    _copy_first_terms(where)
    known = DangerTerm.objects.filter(municipality_id=where, language=language)
    found = known.filter(term=term).first()
    if found is None:
        raise OutOfScope(_("Dit woord staat niet in de lijst."))
    if known.count() == 1:
        raise Refused(_("Dit is het laatste woord in deze taal. Voeg eerst een ander woord toe."))
    found.delete()
    record("danger_term.remove", by=by, at=at, subject="danger_term", language=language)


def _copy_first_terms(municipality_id: int) -> None:
    """Copy the list of the program, the first time a municipality changes it."""
    if DangerTerm.objects.filter(municipality_id=municipality_id).exists():
        return
    DangerTerm.objects.bulk_create(
        DangerTerm(municipality_id=municipality_id, language=language, term=term)
        for language, term in first_terms()
    )


def _must_manage_terms(by: Actor) -> int:
    if by.municipality_id is None or not (
        by.kind is ActorKind.SYSTEM or by.has(Role.ADMINISTRATOR)
    ):
        raise Refused(_("Alleen een beheerder mag dit."))
    return by.municipality_id
