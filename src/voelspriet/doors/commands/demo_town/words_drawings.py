# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What residents of the demo wrote beside what they drew. Invented, as everything here."""

from __future__ import annotations

QUESTION = "Waar voelt u zich veilig, en waar niet?"
TRANSLATIONS = {
    "en": "Where do you feel safe, and where not?",
    "tr": "Nerede kendinizi güvende hissediyorsunuz, nerede hissetmiyorsunuz?",
    "ar": "أين تشعر بالأمان، وأين لا تشعر به؟",
}
OPEN_QUESTION = "Hoe loopt of fietst u door de buurt?"
OPEN_TRANSLATIONS = {
    "en": "How do you walk or cycle through the neighbourhood?",
    "tr": "Mahallede nasıl yürüyor veya bisiklete biniyorsunuz?",
    "ar": "كيف تمشي أو تركب الدراجة في الحي؟",
}
NOTES = {
    "safe_place": ("Hier is altijd iemand.", "De lampen doen het en er wordt gegroet.", ""),
    "usual_route": ("", "Zo breng ik de kinderen naar school.", ""),
    "avoided_route": ("", "Hier fietst bijna niemand meer na het eten.", ""),
    "dark_route": ("Twee lampen zijn stuk.", "De heg hangt over het pad.", ""),
    "lorry_route": ("Vrachtwagens snijden hier de bocht af.", ""),
    "traffic_situation": ("Auto's rijden hier te hard.", "De bocht is niet te overzien.", ""),
    "cyclist_situation": ("Losse tegels op het fietspad.", "", ""),
    "crossing": ("Oversteken lukt niet als de school uitgaat.", "Geen zebrapad.", ""),
    "trouble_area": ("Veel glas op de grond.", "", "In het weekend is het hier lawaaiig."),
}
WHY = ("Te donker.", "Er is niemand te zien.", "Losse tegels, ik ben bang om te vallen.")
INSTEAD = ("Ik loop om over de brede weg.", "Ik ga met de bus.", "Ik blijf dan thuis.")
