# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be coded, with what, and what is said of a fragment besides its codes."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CodebookKind(TextChoices):
    """What a codebook orders by (soort codeboek)."""

    FACTORS = "factors", _("Factoren")
    ENVIRONMENTS = "environments", _("Omgevingen")
    THEMES = "themes", _("Eigen thema's")


class MaterialKind(TextChoices):
    """What kind of text it is that can be coded (soort materiaal)."""

    SOURCE = "source", _("Gesprek of observatie")
    SIGNAL = "signal", _("Melding")
    NOTE = "note", _("Notitie van een avond")
    ANSWER = "answer", _("Open antwoord")


class MaterialState(TextChoices):
    """How far a text is coded (stand van het materiaal)."""

    UNCODED = "uncoded", _("Nog niet gecodeerd")
    IN_HAND = "in_hand", _("Wordt gecodeerd")
    CODED = "coded", _("Gecodeerd")


class Side(TextChoices):
    """From which side a text or a fragment speaks (kant).

    Unknown when nobody said so.
    """

    RESIDENT = "resident", _("Bewoner")
    PROFESSIONAL = "professional", _("Professional")
    BOTH = "both", _("Allebei")
    UNKNOWN = "unknown", _("Niet bekend")


class SensitiveReason(TextChoices):
    """Why a text stays out of every output (reden van gevoelig)."""

    ASKED = "asked", _("Wie het zei vroeg erom")
    PERSON = "person", _("Kan naar een persoon wijzen")
    LEFT_OUT = "left_out", _("Bij de bron al buiten het verslag gehouden")
    OTHER = "other", _("Een andere reden")


class Valence(TextChoices):
    """Whether a fragment speaks of something good or bad (waardering)."""

    STRENGTH = "strength", _("Kracht")
    PROBLEM = "problem", _("Probleem")
    NEUTRAL = "neutral", _("Neutraal")


class Dimension(TextChoices):
    """Whether people think, feel or do it (denken, voelen, doen)."""

    THINK = "think", _("Denken")
    FEEL = "feel", _("Voelen")
    DO = "do", _("Doen")


class World(TextChoices):
    """In whose world it plays (wereld)."""

    LIFE = "life", _("Leefwereld")
    SYSTEM = "system", _("Systeemwereld")
    BOTH = "both", _("Allebei")


class ActingParty(TextChoices):
    """Who should act according to whoever speaks (wie iets moet doen)."""

    RESIDENTS = "residents", _("Bewoners zelf")
    MUNICIPALITY = "municipality", _("Gemeente")
    POLICE = "police", _("Politie")
    ENFORCEMENT = "enforcement", _("Handhaving")
    HOUSING = "housing", _("Woningcorporatie")
    WELFARE = "welfare", _("Welzijn of jongerenwerk")
    ENTREPRENEURS = "entrepreneurs", _("Ondernemers")
    TOGETHER = "together", _("Samen")
    OTHER = "other", _("Een andere partij")


class DeedKind(TextChoices):
    """What a coder did, so that it can be undone (handeling)."""

    ADD = "add", _("Toegevoegd")
    CHANGE = "change", _("Gewijzigd")
    REMOVE = "remove", _("Weggehaald")
