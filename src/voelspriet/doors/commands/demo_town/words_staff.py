# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501  sentences are as long as people write them
"""What colleagues write: answers, agreements, notes, hand-overs and lines for the public page."""

from __future__ import annotations

DONE: dict[str, tuple[str, ...]] = {
    "litter": ("Wij hebben het afval weggehaald.", "De container wordt nu twee keer per week geleegd.",
               "De boa's controleren hier de komende weken vaker."),
    "lighting": ("De lamp is vervangen.", "De kabel was stuk; sinds gisteren brandt alles weer.",
                 "Wij hebben de takken voor de lamp weggesnoeid."),
    "pavement": ("De tegels liggen weer recht.", "Het gat is gedicht.",
                 "De aannemer is terug geweest en heeft het hersteld."),
    "green": ("De heg is gesnoeid.", "De schommel is gemaakt en nagekeken.",
              "De losse tak is dezelfde dag nog weggehaald."),
    "traffic": ("Wij hebben een week lang gemeten en zetten een smiley-bord neer.",
                "De belijning is opnieuw geschilderd.", "De politie controleert hier vaker."),
    "parking": ("De boa's komen hier nu elke dag langs.", "De aanhanger is weggesleept.",
                "Er komt een paaltje zodat de stoep vrij blijft."),
    "noise": ("Wij hebben met de ondernemer afspraken gemaakt.", "Er wordt nu na zeven uur geladen.",
              "De toezichthouders gaan er in het weekend langs."),
    "youth": ("Het jongerenwerk is er geweest en heeft met de groep gesproken.",
              "Er komt een plek waar zij wel mogen zitten.", "De boa's en het jongerenwerk lopen er samen."),
    "neighbours": ("Een bemiddelaar heeft met iedereen gepraat.",
                   "De woningcorporatie heeft afspraken gemaakt."),
    "vandalism": ("De schade is hersteld.", "De muur is schoongemaakt.", "Er is een nieuwe ruit gezet."),
    "burglary": ("De wijkagent is bij bewoners langs geweest met uitleg over sloten.",
                 "De corporatie heeft de deur van de berging versterkt."),
    "drugs": ("Wij hebben uw bericht met de politie besproken zonder te zeggen wie het vertelde.",
              "Er wordt op wisselende tijden gecontroleerd."),
    "threat": ("De politie kent de situatie en loopt hier vaker.",
               "Wij hebben met alle betrokkenen gesproken."),
    "confused": ("De wijk-GGD heeft contact met deze persoon.", "Er is hulp voor hem geregeld."),
    "discrimination": ("De teksten zijn binnen een dag weggehaald.",
                       "Wij hebben met de school en de buurt een gesprek gevoerd."),
    "feeling": ("Wij zijn samen met bewoners door de straat gelopen en passen het licht aan.",
                "De opbouwwerker komt er nu elke week."),
    "together": ("Het buurthuis helpt u met de ruimte en de koffie.",
                 "De opbouwwerker belt u over het plan."),
    "strength": ("Wij geven uw compliment door.", "Dank u wel, dit hebben wij met de ploeg gedeeld."),
    "other": ("Wij hebben het nagekeken en het is geregeld.", "De goede collega heeft het opgepakt."),
}  # fmt: skip
DECLINED: tuple[str, ...] = (
    "Dit kunnen wij niet doen, omdat de grond niet van ons is.",
    "Wij doen dit niet, want er is dit jaar geen geld voor.",
    "Wij hebben het bekeken, maar een drempel is hier niet veilig voor de bus.",
    "Dit mogen wij niet, want daarvoor is toestemming van de rechter nodig.",
    "Wij kiezen ervoor om eerst de andere straat te doen, daar gebeurden meer ongelukken.",
)
PERSONAL: tuple[str, ...] = (
    "Fijn dat u het vertelde.", "Dank u wel voor uw bericht.", "Wat vervelend dat u hier last van had.",
    "Ik begrijp dat u hiervan schrok.", "Goed dat u ons hierop wijst.", "Dank voor uw geduld.",
    "Ik ben zelf gaan kijken.", "U heeft gelijk, dit kon zo niet.",
)  # fmt: skip
CLOSINGS: tuple[str, ...] = (
    "", "", "Is het niet goed, laat het dan weten.", "U kunt altijd verder schrijven op deze pagina.",
    "Over een maand kijk ik opnieuw.",
)  # fmt: skip
INTERIM: tuple[str, ...] = (
    "Wij zijn ermee bezig. Uiterlijk op de afgesproken dag hoort u meer van ons.",
    "Ik heb gevraagd of een collega kan kijken. Dat is nog niet gebeurd.",
    "Het duurt langer dan ik dacht, omdat wij op een onderdeel wachten.",
)
FURTHER: tuple[str, ...] = (
    "Gisteren was het weer zo.", "Is er al iets bekend?", "Het is nu iets beter, dank u.",
    "Er staat nu ook een foto bij, kunt u die zien?", "Mijn buurvrouw heeft er ook last van.",
    "Ik zie dat er iemand is geweest, fijn.",
)  # fmt: skip
NOTES: tuple[str, ...] = (
    "Gebeld met de afdeling, komt volgende week terug.", "Vaker gehoord in deze straat.",
    "Bij de wijkronde meenemen.", "Corporatie weet ervan.", "Niet delen buiten het duo.",
)  # fmt: skip
HANDOVERS: dict[str, str] = {
    "litter": "Grofvuil en volle container. Graag ophalen en kijken hoe vaak dit gebeurt.",
    "lighting": "Lamp doet het niet. Graag herstellen en laten weten wanneer.",
    "pavement": "Losse of scheve tegels. Graag herstellen.",
    "green": "Groen of speelplek vraagt onderhoud. Graag bekijken.",
    "traffic": "Er wordt te hard gereden. Graag meten en advies geven.",
    "parking": "Auto's staan op de stoep. Graag vaker controleren.",
    "noise": "Geluid in de avond. Graag langsgaan op wisselende tijden.",
    "youth": "Groep op straat in de avond. Graag langsgaan en in gesprek gaan.",
    "vandalism": "Vernieling aan straatmeubilair. Graag herstellen.",
    "burglary": "Diefstal uit bergingen. Graag kijken naar sloten en licht.",
    "other": "Graag bekijken wat hier aan de hand is.",
}
AGREEMENTS: dict[str, tuple[str, ...]] = {
    "litter": ("Container twee keer per week legen", "Opruimactie met bewoners", "Prullenbak terugplaatsen"),
    "lighting": ("Lampen in de straat vervangen", "Licht op het pad bijplaatsen"),
    "pavement": ("Stoep herstraten", "Gat in de weg dichten"),
    "green": ("Heg snoeien en kort houden", "Speeltoestel vervangen"),
    "traffic": ("Snelheid meten en bord plaatsen", "Belijning bij de school vernieuwen"),
    "parking": ("Elke week controleren op stoepparkeren", "Paaltjes plaatsen"),
    "noise": ("Afspraken met het café over de deuren", "Avondronde in het weekend"),
    "youth": ("Jongerenwerk elke vrijdag aanwezig", "Overdekte zitplek maken met jongeren"),
    "vandalism": ("Bushokje herstellen", "Muur schilderen met de school"),
    "burglary": ("Sloten van bergingen vervangen", "Inbraakronde met de wijkagent"),
    "feeling": ("Avondwandeling met bewoners", "Licht aanpassen"),
    "together": ("Buurtmiddag organiseren", "Ruimte vrijmaken in het buurthuis"),
    "other": ("Uitzoeken wie dit doet en het regelen",),
}  # fmt: skip
RATING_WORDS: dict[str, tuple[str, ...]] = {
    "yes": ("", "", "", "Netjes.", "Snel geholpen, dank u.", "Fijn dat er iemand belde."),
    "partly": ("", "", "Wel opgelost maar het duurde lang.", "Half werk."),
    "no": ("", "Er is niks veranderd.", "Ik voel me niet serieus genomen.", "Standaardpraatje."),
}
TEMPLATES: tuple[tuple[str, str], ...] = (
    ("Wij gaan kijken", "Dank u wel voor uw bericht. Wij gaan deze week kijken."),
    ("Niet van de gemeente", "De plek die u noemt is niet van de gemeente. Wij geven het door."),
    ("Opgelost", "Het is opgelost. Is het niet goed, laat het dan weten."),
)
ADVICE = (
    "U wilde dat wij niets doen, en dat doen wij ook niet. Mijn advies: praat er eens over met uw "
    "huisarts of met iemand die u vertrouwt. Bedenkt u zich, schrijf dan hier."
)
