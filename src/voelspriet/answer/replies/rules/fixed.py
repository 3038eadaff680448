# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The fixed sentences: translated once, in files, and never with a reporter's own words in them."""

from __future__ import annotations

from datetime import date

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext

from voelspriet.answer.replies.choices import AnswerKind
from voelspriet.listen.intake.choices import AnswerWish


def day_words(day: date) -> str:
    """Return a day as the active language writes it: "3 maart 2026"."""
    return date_format(day, "j F Y")


def names_words(names: tuple[str, ...]) -> str:
    """Return first names as the active language lists them; two at most are ever given."""
    if len(names) > 1:
        return gettext("%(first)s en %(second)s") % {"first": names[0], "second": names[1]}
    return names[0] if names else ""


def acknowledgement(
    *, language: str, wish: str, due_on: date, names: tuple[str, ...], municipality: str
) -> str:
    """Return the acknowledgement in `language`: what happens now, by whom and by which day."""
    with translation.override(language):
        words = {
            "day": day_words(due_on),
            "names": names_words(names),
            "municipality": municipality,
        }
        sentences = [gettext("Uw bericht is bij ons aangekomen. Dank u wel.")]
        if names:
            sentences.append(gettext("%(names)s lezen het en gaan ermee aan de slag.") % words)
        else:
            sentences.append(
                gettext("De adviseurs van %(municipality)s lezen het en gaan ermee aan de slag.")
                % words
            )
        sentences.append(_promise(wish) % words)
        return "\n".join(sentences)


def _promise(wish: str) -> str:
    if wish == AnswerWish.NONE:
        return gettext("U vroeg geen antwoord. Met uw code kunt u altijd zien hoe het gaat.")
    if wish == AnswerWish.CALL:
        return gettext("Wij bellen u uiterlijk op %(day)s.")
    return gettext("Uiterlijk op %(day)s krijgt u een eerste antwoord van een mens.")


def enforcement_notice(*, language: str) -> str:
    """Return what somebody hears whose request to enforce cannot be dealt with anonymously."""
    with translation.override(language):
        sentences = (
            gettext("U vraagt ons om in te grijpen. In de wet heet dat een verzoek om handhaving."),
            gettext("Zo'n verzoek kan niet anoniem: wij moeten weten wie het vraagt."),
            gettext("Wilt u dat toch? Schrijf ons dan hoe wij u kunnen bereiken."),
            gettext("Wilt u dat niet? Dan behandelen wij uw bericht als gewone melding."),
        )
        return "\n".join(sentences)


def mail_subject(*, language: str, municipality: str) -> str:
    """Return the subject of every mail: it tells nothing to whoever else sees the mailbox."""
    with translation.override(language):
        return gettext("Bericht van %(municipality)s") % {"municipality": municipality}


def mail_opening(*, kind: str, language: str) -> str:
    """Return the first sentence of a mail of this kind ("" is a question that waits)."""
    with translation.override(language):
        if kind in {AnswerKind.ACKNOWLEDGEMENT, AnswerKind.NOTICE}:
            return gettext("U schreef ons. Dit is ons bericht aan u.")
        if kind:
            return gettext("Er is een antwoord op uw bericht.")
        return gettext("Wij hebben een vraag aan u. Wij doen niets zonder uw ja.")
