# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The roles a staff member can hold and the kinds of actor there are."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What a staff member comes to do (rol). Scope and purpose narrow it further."""

    AREA_ADVISER = "area_adviser", _("Gebiedsadviseur")
    HANDLER = "handler", _("Behandelaar")
    DIRECTOR = "director", _("Procesdirecteur")
    POLICY_ADVISER = "policy_adviser", _("Beleidsadviseur veiligheid")
    EXECUTIVE = "executive", _("Bestuurder")
    RESEARCHER = "researcher", _("Onderzoeker")
    PRIVACY_OFFICER = "privacy_officer", _("Privacyfunctionaris")
    ADMINISTRATOR = "administrator", _("Beheerder")


class ActorKind(TextChoices):
    """Who acts (soort handelende)."""

    RESIDENT = "resident", _("Inwoner")
    STAFF = "staff", _("Medewerker")
    HELPER = "helper", _("Hulp op een avond")
    SYSTEM = "system", _("Systeem")
