# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What meetings of the demo are about, and what is said there."""

from __future__ import annotations

ABOUT: tuple[dict[str, str], ...] = (
    {
        "nl": "Hoe willen wij dat het plein eruitziet?",
        "en": "What do we want the square to look like?",
        "tr": "Meydanın nasıl görünmesini istiyoruz?",
        "ar": "كيف نريد أن تبدو الساحة؟",
    },
    {
        "nl": "Licht, groen en hard rijden: wat gaan wij eerst doen?",
        "en": "Light, green and speeding: what will we do first?",
        "tr": "Aydınlatma, yeşillik ve hız: önce ne yapacağız?",
        "ar": "الإضاءة والمساحات الخضراء والسرعة الزائدة: بماذا نبدأ؟",
    },
    {
        "nl": "Kennismaken met uw adviseurs, met koffie en thee.",
        "en": "Meet your advisers, with coffee and tea.",
        "tr": "Danışmanlarınızla çay ve kahve eşliğinde tanışın.",
        "ar": "تعرّف على مستشاريك مع القهوة والشاي.",
    },
)
CHANGED = "De zaal was die avond al bezet."
CANCELLED = "Er is storm voorspeld. Wij plannen een nieuwe dag."
POINTS = ("De verlichting op de looproute naar de school", "Wie belt terug over het zwerfvuil?")
POINT_ABOUT_PEOPLE = "Jongeren bij de sporthal: wat hebben zij zelf nodig?"
HEARD_HOW = "De jongerenwerker sprak twaalf van hen op het veld."
OUTCOME = "Zij willen een plek die droog is. Wij zoeken die samen."
MINUTES = (
    ("Iedereen kent nu het nummer van de wijkagent.", False),
    ("Wij lopen elke maand samen een ronde.", True),
)
PLACES = ("Buurthuis De Boeg", "Basisschool De Kade", "Het plein", "Bibliotheek", "Sportkantine")
