# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything that writes questionnaires."""

from voelspriet.listen.surveys.actions.importing import import_questionnaire, store_by_hand
from voelspriet.listen.surveys.actions.templates import add_template_questionnaires

__all__ = ["add_template_questionnaires", "import_questionnaire", "store_by_hand"]
