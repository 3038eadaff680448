# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What happened at a step of a case, and in which role; never who."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CaseState(TextChoices):
    """Whether colleagues can read a case (stand van de leercasus)."""

    DRAFT = "draft", _("In de maak")
    PUBLISHED = "published", _("Voor alle collega's")


class CaseStepKind(TextChoices):
    """What happened (soort stap). In the order in which it usually does."""

    RECEIVED = "received", _("Melding ontvangen")
    ACKNOWLEDGED = "acknowledged", _("Ontvangst bevestigd")
    TAKEN = "taken", _("Opgepakt")
    HANDED_OVER = "handed_over", _("Overgedragen")
    REPORTED = "reported", _("Teruggemeld")
    AGREED = "agreed", _("Afspraak gemaakt")
    KEPT = "kept", _("Afspraak gedaan")
    NOT_KEPT = "not_kept", _("Afspraak niet gedaan")
    ESCALATED = "escalated", _("Opgeschaald: een klok liep af")
    ANSWERED = "answered", _("Antwoord gegeven")
    CLOSED = "closed", _("Gesloten")
    HEARD = "heard", _("De melder zei hoe het ging")


class CaseRole(TextChoices):
    """In which role somebody did it (rol in een leercasus)."""

    REPORTER = "reporter", _("Melder")
    ADVISER = "adviser", _("Gebiedsadviseur")
    PARTY = "party", _("Partij")
    DIRECTOR = "director", _("Procesdirecteur of bestuurder")
    SYSTEM = "system", _("Vanzelf")
