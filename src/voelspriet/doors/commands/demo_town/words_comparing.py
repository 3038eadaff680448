# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the demo's researcher heard in a second area, and how both sides compare. All invented."""

from __future__ import annotations

from voelspriet.ground.areas.choices import StayLength
from voelspriet.listen.conversations.choices import (
    Perspective,
    SourceKind,
    SpeakerRole,
)
from voelspriet.understand.coding.choices import ActingParty, Valence, World
from voelspriet.understand.findings.actions.comparing import Answered, Judgement, Placing
from voelspriet.understand.findings.choices import Sameness, Verdict

P, R, S, K = Perspective, SpeakerRole, StayLength, SourceKind
YES, NO, UNKNOWN = Sameness
TITLE = "Veiligheidsbeleving rond het water"
# kind, days ago, what was said, from which side, who spoke, and pieces with their factors
TALKS = (
    (
        K.GROUP_TALK, 12,
        ("De stoeptegels liggen al jaren los. Wij bellen wel, maar horen niets terug. "
        "Met wie hier nieuw is, praat bijna niemand. Een vaste agent kennen wij niet."),
        P.RESIDENT,
        ((R.RESIDENT, S.TO_5), (R.RESIDENT, S.FROM_15), (R.RESIDENT, S.FROM_15)),
        (("De stoeptegels liggen al jaren los.", (1,), Valence.PROBLEM, World.LIFE),
         ("Wij bellen wel, maar horen niets terug.", (1, 12), Valence.PROBLEM, World.LIFE),
         ("Met wie hier nieuw is, praat bijna niemand.", (3,), Valence.PROBLEM, World.LIFE),
         ("Een vaste agent kennen wij niet.", (8,), Valence.PROBLEM, World.LIFE)),
    ),
    (
        K.INTERVIEW, 11,
        ("Het onderhoud gaat volgens de planning, dus één keer in de zes jaar. "
        "Nieuwe bewoners zie ik alleen bij een klacht. Voor lopen op straat zijn wij te druk. "
        "Een activiteit betalen wij mee als bewoners ermee komen."),
        P.PROFESSIONAL,
        ((R.AREA_MANAGER, S.TO_15),),
        (("Het onderhoud gaat volgens de planning", (1,), Valence.NEUTRAL, World.SYSTEM),
         ("Nieuwe bewoners zie ik alleen bij een klacht.", (3,), Valence.PROBLEM, World.LIFE),
         ("Voor lopen op straat zijn wij te druk.", (8,), Valence.PROBLEM, World.SYSTEM),
         ("Een activiteit betalen wij mee als bewoners ermee komen.", (4,), Valence.NEUTRAL,
          World.SYSTEM)),
    ),
)  # fmt: skip
FACTORS = (1, 3, 4, 7, 8)
# what both sides say and what the researcher concludes, by factor
SAID = {
    1: (("Losse tegels en een donker pad laten zien dat niemand oplet. Er gebeurt weinig, maar het "
        "voelt zo."),
        "Zij zien dezelfde ergernissen. Het onderhoud volgt de planning, niet de klachten.",
        "Over de straat zijn zij het eens; de planning van het onderhoud sluit daar niet op aan."),
    3: ("Wie hier nieuw is, kent men niet. Om een groepje dat men niet kent, loopt men heen.",
        "Zij zien contact binnen de eigen kring en weinig daarbuiten.",
        "Zelfde beeld."),
    4: (("Er wordt veel gepraat over hoe het vroeger was. Bewoners willen wel iets samen doen, als "
        "de gemeente begint."),
        "Een activiteit krijgt steun zodra bewoners ermee komen.",
        "Zij wachten op elkaar."),
    7: ("Het pad langs het water is vroeg donker en het bankje is weg.",
        "Het licht is het eerste dat zij horen.",
        "Beide kanten wijzen dezelfde plek aan."),
    8: ("Als de agent komt praten is het meteen rustig. Bijna niemand kent een vast gezicht.",
        "Voor lopen op straat is te weinig tijd.",
        "Beide vinden dat toezicht beter kan; over wie dat doet is nog niets gezegd."),
}  # fmt: skip
LIFE, SYSTEM = World.LIFE, World.SYSTEM
JUDGED = {
    (1, LIFE): Judgement(
        Answered(YES, "Beide noemen tegels en licht."),
        Answered(YES, "Beide noemen dat kleine dingen blijven liggen."),
        Answered(YES, "Beide wijzen naar de gemeente."),
        ActingParty.MUNICIPALITY, ActingParty.MUNICIPALITY, Verdict.CONGRUENT,
        "Zij zien dezelfde ergernissen op dezelfde plekken.",
    ),
    (1, SYSTEM): Judgement(
        Answered(YES, "Het gaat om dezelfde plekken."),
        Answered(NO, "De planning kent de klachten niet."),
        Answered(UNKNOWN, "Daarover is niet gesproken."), None, None, Verdict.DISCREPANCY,
        "Het onderhoud volgt de planning en niet wat bewoners hindert.",
    ),
    (3, LIFE): Judgement(
        Answered(YES, "Beide noemen dat men elkaar niet kent."),
        Answered(YES, "Beide noemen dat nieuwkomers alleen blijven."),
        Answered(UNKNOWN, "Daarover is niet gesproken."), None, None, Verdict.CONGRUENT,
        "Beide kanten geven hetzelfde beeld.",
    ),
    (4, SYSTEM): Judgement(
        Answered(YES, "Beide willen dat er iets samen gebeurt."),
        Answered(UNKNOWN, "Waarom het niet begint, is niet gezegd."),
        Answered(NO, "Ieder verwacht het begin van de ander."),
        ActingParty.MUNICIPALITY, ActingParty.RESIDENTS, Verdict.DISCREPANCY,
        "Bewoners wachten op de gemeente, de gemeente wacht op bewoners.",
    ),
    (7, LIFE): Judgement(
        Answered(YES, "Beide noemen het pad langs het water."),
        Answered(YES, "Beide noemen het licht."),
        Answered(YES, "Beide wijzen naar de gemeente."),
        ActingParty.MUNICIPALITY, ActingParty.MUNICIPALITY, Verdict.CONGRUENT,
        "Dezelfde plek en dezelfde oorzaak.",
    ),
    (8, LIFE): Judgement(
        Answered(YES, "Beide missen iemand die er vaak is."),
        Answered(UNKNOWN, "Over de oorzaak is te weinig gezegd."),
        Answered(UNKNOWN, "Over wie het moet doen is te weinig gezegd."), None, None,
        Verdict.PARTLY, "Zij missen hetzelfde; waardoor en wie is nog niet gevraagd.",
    ),
}  # fmt: skip
# by factor: what plays in the first and in the second area
PLACED = {
    1: (Placing("Bij het pad langs het water.", True, "In elk gesprek genoemd.", False,
                "Er is nog niets te zien."),
        Placing("Losse tegels, overal.", True, "Bewoners bellen er vaak over.", False,
                "Zij horen niets terug.")),
    3: (Placing("Rond de groep bij het water.", True, "Men loopt om.", True,
                "De agent komt er vaak praten."),
        Placing("Nieuwe bewoners kennen niemand.", False, "Men vindt het jammer, niet eng.", False,
                "Er gebeurt niets zichtbaars.")),
    8: (Placing("De agent komt af en toe.", False, "Als hij komt, is het goed.", True,
                "Men ziet hem lopen."),
        Placing()),
}  # fmt: skip
ADVISED = (
    ("Zet licht bij het pad langs het water",
     "Begin met het pad: beide kanten noemen het als eerste. Zeg vooraf wanneer het er staat.", 7),
    ("Laat klachten meewegen in de planning van het onderhoud",
     "Neem plekken die steeds terugkomen eerder mee, en meld terug wat ermee gedaan is.", 1),
    ("Begin als gemeente zelf met een eerste bijeenkomst",
     "Zolang ieder op de ander wacht, gebeurt er niets. Nodig uit, en laat bewoners verder gaan.",
     4),
    ("Vertel wat u doet aan wie zich zorgen maakt",
     "Zichtbare actie op een plek waar niemand bezorgd is, kan zelf onrust geven.", None),
)  # fmt: skip
SUMMARY = (
    "Bewoners en professionals zien in hun leven en werk veel hetzelfde: een donker pad, losse "
    "tegels en mensen die elkaar niet kennen. Waar het wringt, is in hoe het werk is ingericht: "
    "het onderhoud volgt de planning, en voor iets samen doen wacht ieder op de ander."
)
APPROACH = (
    "Wij spraken mensen op straat, thuis en in kleine groepen. Wij vroegen open wat fijn is en wat "
    "niet, en begonnen niet zelf over misdaad."
)
NOT_HEARD = (
    "Jongeren zelf spraken wij niet, en mensen die overdag werken maar weinig. Wie nergens komt, "
    "hebben wij niet bereikt."
)
LIMITS = (
    "Met zo weinig gesprekken zegt dit niets over hoe vaak iets voorkomt. Het laat zien wat er "
    "speelt en waarom, niet hoe groot het is."
)
