# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the demo's proposals to the college and its letter to the council say."""

from __future__ import annotations

from voelspriet.act.plans.choices.proposals import ProposalSection as Section

DECIDED = "Spreekuren in de buurt tot de zomer"
DECIDED_TEXTS = {
    Section.DECISION: "1. De spreekuren in drie buurten een half jaar voortzetten.",
    Section.REASON: "De proef loopt af. Bewoners komen, en vragen of het doorgaat.",
    Section.GOAL: "Wie iets wil zeggen kan dat elke twee weken dicht bij huis.",
}
DECIDED_INSTEAD = (
    "Vier buurten in plaats van drie. Zoek uit of de corporaties mee willen betalen, en vertel "
    "dat over drie maanden in het college."
)
PORTFOLIO = "Wijken en leefbaarheid"
LETTER_TEXTS = {
    Section.MESSAGE: (
        "De spreekuren in de buurt gaan tot de zomer door, in vier buurten in plaats van drie."
    ),
    Section.REASON: "U vroeg in het voorjaar wat er na de proef gebeurt.",
    Section.FINANCE: "Het geld komt uit het leefbaarheidsbudget. Uw raad besluit hier niet over.",
    Section.EXECUTION: "De gebiedsadviseurs houden de spreekuren, elke twee weken.",
    Section.COMMUNICATION: "Bewoners lezen het op de pagina van hun buurt.",
    Section.NEXT: "Voor de zomer hoort u wat de spreekuren brachten.",
}
NEXT_AFTER = (
    "Over drie maanden hoort u of de corporaties meebetalen, en voor de zomer wat de spreekuren "
    "brachten."
)
COMMENT_NEXT = "Het college wil over drie maanden iets horen. Zeg dat hier ook."
DRAFT = "Een regisseur voor de avonden op het plein"
DRAFT_TEXTS = {
    Section.DECISION: (
        "1. Instemmen met een regisseur die tot en met maart de avonden op het plein leidt.\n"
        "2. Het geld daarvoor beschikbaar stellen."
    ),
    Section.REASON: (
        "Op de bewonersavond in september noemden de meeste mensen het plein. Er gebeurt daar "
        "al veel, maar niemand houdt het bij elkaar."
    ),
    Section.FRAMEWORK: "- Het veiligheidsplan, thema leefbare buurten\n- De begroting van dit jaar",
    Section.GOAL: (
        "Twee avonden per week is er iemand die het plein kent. Na de winter vragen wij de "
        "mensen van de avond opnieuw wat zij ervan vinden."
    ),
    Section.ARGUMENTS: (
        "# Bewoners vragen erom\n"
        "Zij willen een vast gezicht, geen extra controle.\n"
        "# Het past bij wat er al is\n"
        "- Het jongerenwerk is er op woensdag\n"
        "- De corporatie heeft een ruimte aan het plein"
    ),
    Section.REMARKS: (
        "Op de avond kwamen vooral mensen die er al lang wonen. Jongeren hebben wij nog te "
        "weinig gehoord."
    ),
    Section.PARTICIPATION: "De opzet is gemaakt met zes bewoners en het jongerenwerk.",
    Section.EXECUTION: (
        "Het team leefbaarheid begeleidt de regisseur. Wanneer het goed gaat, bepalen wij vooraf "
        "met bewoners."
    ),
    Section.CO_ADVISED: "- Financiën\n- Personeel",
}
GOAL_AFTER = (
    "Drie avonden per week is er iemand die het plein kent. Na de winter vragen wij de mensen "
    "van de avond opnieuw wat zij ervan vinden, en ook de jongeren."
)
COMMENT_GOAL = "Waarom twee avonden? Op zaterdag is het er juist druk."
COMMENT_FINANCE = "Het aantal weken klopt niet met de periode. Kijk dat na."
HIRE = "Regisseur"
HIRE_COVERAGE = "Centraal budget inhuur"
BUDGET = "Geld om samen iets te doen"
BUDGET_COVERAGE = "Leefbaarheidsbudget"
ALTERNATIVE = "Het jongerenwerk breidt uit"
ALTERNATIVE_TEXT = (
    "Het jongerenwerk komt drie avonden meer. Nadeel: het bereikt de andere bewoners niet, en "
    "nieuwe mensen vinden duurt tot het voorjaar."
)
