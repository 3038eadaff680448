# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of mails about no single answer: a new adviser, what an organisation promised."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import translation
from django.utils.translation import gettext

from voelspriet.answer.replies.rules.fixed import day_words

REMIND_DAYS = 3  # working days before the day
LATEST_DAYS = 4  # a mail "it is the day" that comes later than this helps nobody


@dataclass(frozen=True, slots=True)
class Promise:
    """An agreement as a mail to its organisation names it."""

    what: str
    area: str
    due_on: date


def new_adviser(*, language: str, old: str, new: str, day: date, waits_for_yes: bool) -> list[str]:
    """Return what a reporter reads about a new adviser, in `language`."""
    with translation.override(language):
        words = {"old": old, "new": new, "day": day_words(day)}
        sentences = [
            gettext("U sprak met %(old)s. Vanaf %(day)s praat u met %(new)s.") % words,
            gettext("Wat u vertelde, blijft liggen zoals het lag. U hoeft niets opnieuw te doen."),
        ]
        if waits_for_yes:
            sentences.append(
                gettext(
                    "U vertelde iets in vertrouwen. %(new)s leest dat pas als u ja zegt. Dat kan "
                    "op uw eigen pagina."
                )
                % words
            )
        return sentences


def evening_report(*, language: str, title: str, day: date) -> list[str]:
    """Return what somebody reads who asked for the report of an evening, in `language`.

    The title may stand in another language: it keeps its own direction (U+2068 to U+2069).
    """
    with translation.override(language):
        words = {"title": f"\u2068{title}\u2069", "day": day_words(day)}
        return [
            gettext("U vroeg om het verslag van de avond “%(title)s” op %(day)s. Het is klaar.")
            % words,
            gettext("U leest erin wat er is gezegd, wat er is afgesproken en wat er nu gebeurt."),
        ]


def new_contact(*, old: str, faces: Iterable[str], day: date) -> list[str]:
    """Return what an organisation reads about whom to turn to for its agreements."""
    sentences = [
        gettext("U maakte afspraken met %(old)s. Vanaf %(day)s is dit uw contact:")
        % {"old": old, "day": day_words(day)}
    ]
    return [*sentences, *faces, gettext("Uw afspraken blijven zoals ze zijn:")]


def promise_line(promise: Promise) -> str:
    """Return one agreement as a line of a mail."""
    return gettext("%(what)s (%(area)s), uiterlijk %(day)s") % {
        "what": promise.what,
        "area": promise.area,
        "day": day_words(promise.due_on),
    }


def reminder() -> list[str]:
    """Return the opening of a mail that reminds an organisation of its agreements."""
    return [
        gettext("U sprak dit met de gemeente af. De dag is bijna daar, of het is zover:"),
    ]


def reminder_closing() -> str:
    """Return what to do with it."""
    return gettext(
        "Is het gedaan, of lukt het niet? Laat het de adviseur weten. Een dag kan één keer "
        "verzet worden, met de reden erbij."
    )
