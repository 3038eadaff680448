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


class ImportState(TextChoices):
    """How far a project of another program came (stand van het inlezen)."""

    WAITING = "waiting", _("Het bestand wordt gelezen")
    CHECKED = "checked", _("Gelezen: er is nog niets bewaard")
    ENTERING = "entering", _("Het project wordt ingevoerd")
    DONE = "done", _("Ingevoerd")
    REFUSED = "refused", _("Geweigerd: er is niets bewaard")


class CodeOrigin(TextChoices):
    """How a fragment came by a code (herkomst van een code)."""

    PERSON = "person", _("Zelf gegeven")
    SUGGESTION = "suggestion", _("Overgenomen van een suggestie")


class DeedKind(TextChoices):
    """What a coder did, so that it can be undone (handeling)."""

    ADD = "add", _("Toegevoegd")
    CHANGE = "change", _("Gewijzigd")
    REMOVE = "remove", _("Weggehaald")


class Coefficient(TextChoices):
    """Which coefficient of agreement it is (coëfficiënt)."""

    KAPPA = "kappa", _("Kappa van Cohen")
    ALPHA = "alpha", _("Alfa van Krippendorff")


class AgreementUnit(TextChoices):
    """What is counted of a text (eenheid)."""

    CODEPOINT = "codepoint", _("Tekens")
    SEGMENT = "segment", _("Stukken")


class WhyNone(TextChoices):
    """Why a coefficient or its interval is not there (waarom niet)."""

    FEW_TEXTS = "few_texts", _("Minder dan acht teksten: te weinig om te zeggen hoe zeker dit is")
    RARE = "rare", _("In te weinig teksten gebruikt om te zeggen hoe zeker dit is")
    ALIKE = "alike", _("Elke trekking geeft hetzelfde: hoe zeker dit is, is niet te zien")
    EVERYWHERE = "everywhere", _("Allebei gaven deze code aan alles: toeval verklaart dat al")


class DifferenceOutcome(TextChoices):
    """What two coders decided about a difference (uitkomst)."""

    FIRST = "first", _("De eerste codering telt")
    SECOND = "second", _("De tweede codering telt")
    CHANGED = "changed", _("Allebei gewijzigd")
    STANDS = "stands", _("Blijft verschillen")


class WhyNotLearned(TextChoices):
    """Why nothing at all was learned from a codebook's fragments (waarom niet geleerd)."""

    FEW_FRAGMENTS = "few_fragments", _("Er zijn te weinig gecodeerde fragmenten")
    FEW_SOURCES = "few_sources", _("De fragmenten komen uit te weinig verschillende bronnen")
    NO_COMMON_WORDS = "no_words", _("Geen woord komt in genoeg verschillende bronnen voor")
    NO_CODE = "no_code", _("Van geen enkele code is genoeg geleerd")


class WhyNotSuggested(TextChoices):
    """Why a code is never suggested (waarom niet voorgesteld)."""

    FEW_FRAGMENTS = "few", _("Te weinig fragmenten kregen deze code")
    FEW_SOURCES = "few_sources", _("De fragmenten met deze code komen uit te weinig bronnen")
    FEW_WITHOUT = "few_without", _("Te weinig fragmenten kregen deze code niet")
    NEVER = "never", _("Het programma zou deze code nooit voorstellen")
    UNMEASURED = "unmeasured", _("De proef had te weinig bronnen om iets te zeggen")
    IMPRECISE = "imprecise", _("Niet zeker genoeg: de ondergrens bij “Klopte” is lager dan 50 %")
