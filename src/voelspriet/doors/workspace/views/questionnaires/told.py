# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A questionnaire in words, for a colleague to read through."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from voelspriet.listen.surveys.choices import QuestionKind
from voelspriet.listen.surveys.rules.changes import Changes
from voelspriet.listen.surveys.rules.definitions import QuestionnaireDefinition, text_in


@dataclass(frozen=True, slots=True)
class ProbeTold:
    """A probe, and why it is off."""

    text: str
    why_off: str


@dataclass(frozen=True, slots=True)
class QuestionTold:
    """A question to read through."""

    label: str
    kind: str
    choices: tuple[str, ...]
    rules: tuple[tuple[str, str], ...]
    probes: tuple[ProbeTold, ...]


def told_questions(definition: QuestionnaireDefinition, language: str) -> list[QuestionTold]:
    """Return the questions in a language."""
    default = definition.default_language
    labels = {
        "relevant": _("Alleen gevraagd als"),
        "constraint": _("Een antwoord mag als"),
        "choice_filter": _("Alleen antwoorden waarvoor geldt"),
    }
    return [
        QuestionTold(
            label=text_in(one.labels, language, default),
            kind=str(QuestionKind(one.kind).label),
            choices=tuple(text_in(choice.labels, language, default) for choice in one.choices),
            rules=tuple(
                (label, getattr(one, name)) for name, label in labels.items() if getattr(one, name)
            ),
            probes=tuple(
                ProbeTold(
                    text_in(probe.texts, language, default),
                    str(probe.guard.label) if probe.guard else "",
                )
                for probe in one.probes
            ),
        )
        for one in definition.questions
    ]


def told_changes(changes: Changes | None) -> list[str]:
    """Return what changed, as sentences."""
    if changes is None:
        return [_("De eerste versie.")]
    told = [
        words % {"names": ", ".join(names)}
        for words, names in (
            (_("Erbij: %(names)s."), changes.added),
            (_("Weg: %(names)s."), changes.removed),
            (_("Anders: %(names)s."), changes.changed),
        )
        if names
    ]
    if changes.is_reordered:
        told.append(_("Andere volgorde."))
    if changes.is_retitled:
        told.append(_("Andere naam."))
    return told or [_("Andere talen.")]
