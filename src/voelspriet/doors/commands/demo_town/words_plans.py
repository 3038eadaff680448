# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The safety plan of the demo: three themes, ambitions that can be tested and some that cannot."""

from __future__ import annotations

from decimal import Decimal

from voelspriet.act.plans.choices import AmbitionKind, MomentPurpose
from voelspriet.act.plans.told import AmbitionTold, ThemeTold

TITLE, MOTTO = "Veiligheidsplan Zilverwende", "Thuis in je straat"
VISION = (
    "Veilig is een straat waar mensen elkaar kennen en weten wie ze kunnen bellen. Wij luisteren "
    "eerst, doen wat nodig is, en vertellen wat ervan is gekomen."
)
LOOKING_BACK = "Er werd minder ingebroken. Het gevoel van veiligheid bleef gelijk."
COUNCIL = ("Plan vastgesteld", "Raadsbesluit 24", "Ook toezicht bij de haven in de avond")
CRITERION = ("Ik weet wie mijn wijkagent is en kan die bereiken", "Bewonersavond Havenwijk")
FROZEN_TO_READ, FROZEN_FOR_COLLEGE = "Om mee te lezen", "Naar het college, met de begroting"
SAID_FIRST = ("Thema 2: Jongeren", "Wat kost dit, en waar komt het geld vandaan?")
ANSWERED = "De begroting staat nu in bijlage B."
SAID_LAST = ("", "Leest prettig. Kan de terugblik ook zeggen wat niet is gelukt?")
SURVEY, POLICE = "Veiligheidsmonitor", "Politie"


def overall(first: int, last: int) -> AmbitionTold:
    """Return the ambition over the whole plan: measured in other years than it is wanted for."""
    return AmbitionTold(
        key="ZW-0",
        statement="Inwoners voelen zich veilig in hun eigen buurt",
        indicator="Aandeel inwoners dat zich veilig voelt in de eigen buurt",
        indicator_kind="survey_item",
        indicator_source=SURVEY,
        unit="%",
        baseline_value=Decimal(81),
        baseline_year=first - 1,
        target_direction="at_least",
        target_value=Decimal(84),
        deadline=str(last),
        measured_years=(first, first + 2),
        paid_from="Bijdrage veiligheidsmonitor",
        paid_years=(first, first + 2),
    )


ThemeWords = tuple[ThemeTold, tuple[AmbitionTold, ...]]


def themes(first: int, last: int) -> tuple[ThemeWords, ...]:
    """Return the themes with their ambitions."""
    return _living(first, last), _young(last), _present(last)


def _living(first: int, last: int) -> ThemeWords:
    return (
        ThemeTold(
            label="Prettig wonen",
            motto="Heel, schoon en bekend",
            challenge="Bewoners noemen hard rijden en losse tegels vaker dan inbraken.",
            safety_field="living",
            approach=("Elke week een ronde met bewoners", "Losse tegels binnen vijf dagen"),
        ),
        (
            AmbitionTold(
                key="PW-1",
                statement="Minder woninginbraken",
                indicator="Woninginbraken",
                indicator_kind="series",
                indicator_source=POLICE,
                unit="inbraken per jaar",
                baseline_value=Decimal(96),
                baseline_year=first - 1,
                target_direction="less_than",
                target_value=Decimal(90),
                deadline=str(last),
            ),
            AmbitionTold(
                key="PW-2",
                statement="Meer contact tussen buren",
                note="Hoe dat te merken is, bespreken wij met de buurtteams.",
            ),
        ),
    )


def _young(last: int) -> ThemeWords:
    return (
        ThemeTold(
            label="Jongeren",
            motto="Ruimte en grenzen",
            challenge="Er is te weinig te doen, en klachten gaan over dezelfde drie plekken.",
            safety_field="youth",
            approach=("Jongerenwerk op vrijdagavond", "Jongeren spreken mee over plekken"),
        ),
        (
            AmbitionTold(
                key="JO-1",
                statement="Elke wijk heeft een plek die jongeren zelf kozen",
                kind=AmbitionKind.PROCESS,
                indicator="Plekken die er zijn",
                indicator_kind="process_figure",
                unit="plekken",
                target_direction="realise",
                target_value=Decimal(3),
                is_milestone=True,
                deadline=f"medio {last}",
            ),
            AmbitionTold(
                key="JO-2",
                statement="Minder overlast op straat",
                indicator="Meldingen van overlast door jongeren",
                unit="meldingen per jaar",
                target_direction="decrease",
                is_relative=True,
            ),
        ),
    )


def _present(last: int) -> ThemeWords:
    return (
        ThemeTold(
            label="Zichtbaar aanwezig",
            motto="Eerst kennismaken, dan handhaven",
            challenge="Mensen weten niet wie zij kunnen aanspreken.",
            approach=("Vaste gezichten per wijk", "Spreekuur op straat"),
        ),
        (
            AmbitionTold(
                key="ZA-1",
                statement="Wie iets meldt, hoort terug",
                kind=AmbitionKind.PROCESS,
                indicator="Aandeel melders dat op tijd antwoord kreeg",
                indicator_kind="process_figure",
                unit="%",
                target_direction="at_least",
                target_value=Decimal(90),
                deadline=str(last),
            ),
        ),
    )


# per ambition: years after the first, value, answers, how much less they are worth than at random
COUNTED = (("PW-1", -1, "96", None, None), ("PW-1", 0, "71", None, None))
MEASURED = (
    ("ZW-0", -1, "81", 940, "1.3"),
    ("ZW-0", 0, "81.5", 905, "1.25"),
    ("ZA-1", -1, "74", 420, None),
    ("ZA-1", 0, "69", 466, None),
)

# at which ambition which question of the evening stands, and which answers count
HEARD = ("ZW-0", "young_people", ("disagree",))

# per ambition: which duo asks which party for what, and in how many days
ACTIONS = (
    ("ZW-0", 1, 7, "Met bewoners langs de plekken lopen waar zij liever niet komen", 40),
    ("PW-1", 0, 4, "Uitleg over sloten en licht geven in drie portieken", 55),
    ("JO-1", 1, 6, "Met jongeren een plek kiezen en opschrijven wat daar nodig is", 70),
)


def moments(first: int, last: int) -> tuple[tuple[MomentPurpose, str, int], ...]:
    """Return what falls due at the end of which year."""
    middle = first + 1
    return (
        (MomentPurpose.PROGRAMME, "Actieprogramma voor de laatste twee jaar", middle),
        (MomentPurpose.INTERIM, "Tussenevaluatie van het plan", middle),
        (MomentPurpose.RECURRING, "Plan voor de jaarwisseling", first),
        (MomentPurpose.FINAL, "Eindevaluatie van het plan", last),
    )
