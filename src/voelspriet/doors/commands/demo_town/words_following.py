# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words of what follows in the demo."""

from __future__ import annotations

HELPED = "Soep op donderdag"
HELP = "Vier lange tafels en twintig stoelen lenen"
TOLD_AT_A_DOOR = "Ik wil met de buren een plantenbak maken bij de ingang. Wij hebben hout nodig."

# the first line, and what changed
CORRECTED: dict[str, tuple[str, str]] = {
    "nl": (
        "Vanaf woensdag ligt de straat open. Wij leggen de losse tegels recht.",
        "Het begint op woensdag, niet op maandag.",
    ),
    "en": (
        "From Wednesday the street is dug up. We put the loose tiles straight.",
        "It starts on Wednesday, not on Monday.",
    ),
    "ar": (
        "ابتداءً من يوم الأربعاء سيُحفر الشارع. سنصلح البلاط غير الثابت.",
        "يبدأ العمل يوم الأربعاء وليس يوم الاثنين.",
    ),
}
WORKS: dict[str, dict[str, str]] = {
    "Bomen snoeien": {
        "en": "Pruning trees",
        "tr": "Ağaçların budanması",
        "ar": "تقليم الأشجار",
    },
    "Nieuwe lampen langs het pad": {
        "en": "New lamps along the path",
        "tr": "Yol boyunca yeni lambalar",
        "ar": "مصابيح جديدة على طول الممر",
    },
    "Nieuwe tegels in de stoep": {
        "en": "New tiles on the pavement",
        "tr": "Kaldırıma yeni taşlar",
        "ar": "بلاط جديد على الرصيف",
    },
}
