# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Storing the questionnaires that come with the program."""

from __future__ import annotations

from datetime import datetime

from voelspriet.ground.privacy.actors import Actor, system
from voelspriet.ground.privacy.writing import action
from voelspriet.listen.surveys.actions.versions import store_version
from voelspriet.listen.surveys.choices import QuestionnaireSource
from voelspriet.listen.surveys.models import QuestionnaireVersion
from voelspriet.listen.surveys.reading.template import templates
from voelspriet.listen.surveys.rules.definitions import QuestionnaireDefinition, digest_of


def add_template_questionnaires(*, at: datetime) -> int:
    """Store every template that is not there yet; return how many were added.

    A template that changed with the program is a next version; versions in use stay as they are.
    """
    there = set(
        QuestionnaireVersion.objects.filter(questionnaire__municipality=None).values_list(
            "questionnaire__form_id", "digest"
        )
    )
    new = [one for one in templates() if (one.form_id, digest_of(one)) not in there]
    for definition in new:
        _store_template(definition=definition, by=system("setup"), at=at)
    return len(new)


@action
def _store_template(*, definition: QuestionnaireDefinition, by: Actor, at: datetime) -> None:
    store_version(
        definition=definition,
        source=QuestionnaireSource.TEMPLATE,
        municipality_id=None,
        by=by,
        at=at,
    )
