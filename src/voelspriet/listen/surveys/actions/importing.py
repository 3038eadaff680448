# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking in a file of questions, and storing a questionnaire made by hand."""

from __future__ import annotations

import random
from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import SYSTEM_RANDOM
from voelspriet.listen.surveys.actions.versions import VersionStored, store_version
from voelspriet.listen.surveys.choices import QuestionnaireSource
from voelspriet.listen.surveys.reading.xlsform import read_xlsform, source_of
from voelspriet.listen.surveys.rules.access import makes_questionnaires
from voelspriet.listen.surveys.rules.definitions import QuestionnaireDefinition


@action
def import_questionnaire(
    *,
    content: bytes,
    by: Actor,
    at: datetime,
    rng: random.Random = SYSTEM_RANDOM,
) -> VersionStored:
    """Take in an XLSForm, whole or not at all; the same content again is the same version.

    Raises FormRejected with everything that is wrong; OutOfScope for who makes no questionnaires.
    """
    _may(by)
    return store_version(
        definition=read_xlsform(content),
        source=source_of(content),
        municipality_id=by.municipality_id,
        by=by,
        at=at,
        rng=rng,
    )


@action
def store_by_hand(
    *,
    definition: QuestionnaireDefinition,
    by: Actor,
    at: datetime,
    rng: random.Random = SYSTEM_RANDOM,
) -> VersionStored:
    """Store what a colleague made here. OutOfScope for who makes no questionnaires."""
    _may(by)
    return store_version(
        definition=definition,
        source=QuestionnaireSource.BY_HAND,
        municipality_id=by.municipality_id,
        by=by,
        at=at,
        rng=rng,
    )


def _may(by: Actor) -> None:
    if not makes_questionnaires(by):
        raise OutOfScope(_("Deze pagina is er niet."))
