# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What residents of the demo begin, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass

from voelspriet.act.initiatives.choices import (
    InitiativeNeed,
    InitiativeOutcome,
    InitiativeStatus,
)

N, D, S = InitiativeNeed, InitiativeOutcome, InitiativeStatus


@dataclass(frozen=True, slots=True)
class Plan:
    """An initiative: who tells what, how many weeks ago, and what the municipality did."""

    title: str
    idea: str
    weeks: int
    needs: tuple[InitiativeNeed, ...] = ()
    who: str = ""
    open_for: str = ""
    missing: str = ""
    answer: str = ""
    outcome: InitiativeOutcome | None = None
    reason: str = ""
    said: tuple[tuple[InitiativeStatus, str, str, bool], ...] = ()
    euros: int = 0
    spent: int | None = None
    texts: tuple[tuple[str, str, str], ...] = ()
    language: str = "nl"


RUNS = (S.ACTIVE, "Zelf gezien", "", True)
PLANS: tuple[Plan, ...] = (
    Plan(
        "Soep op donderdag",
        "Elke donderdag maken wij soep in het buurthuis. Iedereen mag aanschuiven.",
        40,
        (N.SUBSIDY, N.SPACE),
        "Zes buren en de kok van de sportkantine",
        "Ouderen en iedereen die alleen eet",
        "Jongeren die willen helpen met koken",
        outcome=D.GRANTED,
        reason="Een mooi plan. U krijgt de keuken van het buurthuis. Wij betalen de pannen.",
        said=(RUNS,),
        euros=650,
        spent=612,
        texts=(
            ("nl", "Soep op donderdag", "Elke donderdag samen eten in het buurthuis."),
            ("en", "Soup on Thursday", "Eating together in the community centre every Thursday."),
            ("tr", "Perşembe çorbası", "Her perşembe mahalle evinde birlikte yemek."),
            ("ar", "حساء يوم الخميس", "نأكل معًا في بيت الحي كل يوم خميس."),
        ),
    ),
    Plan(
        "Jongeren koken",
        "Wij zijn jongeren en willen leren koken. Een keuken hebben wij niet.",
        6,
        (N.HELP,),
        "Acht jongeren van het voetbalveld",
        "Jongeren uit de buurt",
        "Iemand die goed kan koken, misschien ouderen",
        answer="Wat leuk! Wij komen volgende week bij jullie kijken.",
    ),
    Plan(
        "Groen om de flat",
        "Wij willen het groen om onze flat zelf bijhouden. De gemeente maait te kort.",
        20,
        (N.CHALLENGE, N.SUBSIDY),
        "De bewoners van de flat",
        "Alle bewoners van de flat",
        outcome=D.CHALLENGE_ACCEPTED,
        reason="U mag het groen zelf bijhouden. U krijgt het geld dat wij daaraan uitgaven.",
        said=(RUNS,),
        euros=1800,
    ),
    Plan(
        "Speelstraat",
        "Op woensdag de straat dicht voor auto's, zodat kinderen kunnen spelen.",
        9,
        (N.PILOT,),
        "Ouders van twaalf kinderen",
        "Alle kinderen",
        outcome=D.PILOT,
        reason="Wij proberen het drie maanden. Daarna vragen wij de hele straat wat ze vindt.",
        said=(RUNS,),
        euros=240,
        texts=(
            ("nl", "Speelstraat", "Op woensdagmiddag is de straat van de kinderen."),
            ("en", "Play street", "On Wednesday afternoon the street belongs to the children."),
        ),
    ),
    Plan(
        "Repareren op zaterdag",
        "Ik repareer fietsen en lampen. Ik zoek een hoekje om dat samen te doen.",
        3,
        (N.SPACE, N.HELP),
        "Ikzelf en een buurman",
        "Iedereen met iets dat stuk is",
        "Jongeren die een vak willen leren",
    ),
    Plan(
        "Kunst in de tunnel",
        "De tunnel is donker en vies. Wij willen er met kinderen een schildering maken.",
        11,
        (N.SUBSIDY,),
        "De basisschool en twee kunstenaars",
        "Kinderen van groep 7 en 8",
        outcome=D.REFUSED,
        reason="De tunnel wordt dit najaar verbouwd. Daarna kijken wij er graag samen naar.",
        euros=900,
    ),
    Plan(
        "Wandelclub",
        "Op dinsdag wandelen met wie niet graag alleen loopt.",
        60,
        (N.SPACE,),
        "Vijf buren",
        "Ouderen en mensen die herstellen",
        outcome=D.GRANTED,
        reason="Hier is geen toestemming voor nodig. Veel plezier!",
        said=((S.PAUSED, "Een van de wandelaars", "De begeleider is ziek.", True),),
    ),
    Plan(
        "Moestuin bij de kerktoren",
        "Een moestuin op het lege veld.",
        70,
        (N.SPACE,),
        outcome=D.PARTLY,
        reason="De helft van het veld kan. De andere helft is nodig voor water.",
        said=(
            (S.ACTIVE, "Zelf gezien", "", True),
            (S.STOPPED, "Een verslag van het wijkoverleg", "Niemand had meer tijd.", False),
        ),
    ),
    Plan(
        "Huiswerkhulp",
        "Studenten helpen kinderen met huiswerk. Wij zoeken een lokaal.",
        2,
        (N.SPACE, N.HELP),
        "Vier studenten",
        "Kinderen van 10 tot 14 jaar",
        "Ouders die willen meedenken",
    ),
    Plan(
        "Buurtapp zonder ruzie",
        "Een groep op de telefoon met afspraken, zodat het geen klaagmuur wordt.",
        90,
        (N.HELP,),
        "Een straat",
        "De hele buurt",
        outcome=D.GRANTED,
        reason="Wij helpen u met de afspraken.",
        said=((S.STOPPED, "Wie het bijhield", "Het werd toch een klaagmuur.", True),),
    ),
    Plan(
        "Kleding ruilen",
        "Kıyafet takası yapmak istiyoruz. Ayda bir kez, herkes gelebilir.",
        1,
        (N.SPACE,),
        "Birkaç komşu",
        "Herkes",
        language="tr",
    ),
    Plan(
        "Muziek op het plein",
        "Een middag met muziek van mensen uit de buurt.",
        4,
        (N.SUBSIDY,),
        "De muziekschool",
        "Iedereen",
        answer="Wij kijken of het plein die dag vrij is.",
        euros=400,
    ),
)
