# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was said and promised at the evening of the demo. Invented, as everything here."""

from __future__ import annotations

from voelspriet.listen.evenings.choices import PresenceAspect
from voelspriet.listen.surveys.choices import HotKind

# words, factors of the Tafel van 12, what it is about
NOTES: tuple[tuple[str, tuple[int, ...], str], ...] = (
    ("In de tunnel doen twee lampen het niet.", (7,), HotKind.PLACE),
    ("Na het eten durft bijna niemand meer over het pad langs het water.", (1,), HotKind.TIME),
    ("Uit schuurtjes verdwijnen fietsen.", (1,), HotKind.CRIME),
    ("Op het plein ligt vaak glas.", (2,), HotKind.PLACE),
    ("Wie hier nieuw is, kent bijna niemand.", (3, 5), ""),
    ("Op de galerij wordt gegroet. Dat scheelt.", (4,), ""),
    ("Je belt, en daarna hoor je nooit meer iets.", (9, 12), ""),
    ("Sinds de buurtbeheerder er weer is, is het rustiger.", (8,), ""),
    ("Bewoners willen meepraten voordat een plan klaar is.", (6,), ""),
    ("De koffie was goed.", (), ""),
)
# what, who takes it up, in how many days
PROMISES: tuple[tuple[str, str, int], ...] = (
    ("De lampen in de tunnel maken", "Gemeente, openbare ruimte", 21),
    ("Elke maand samen door de buurt lopen", "Buurtbeheer en bewoners", 30),
    ("Laten weten wat er met meldingen over glas is gedaan", "Gemeente, wijkadviseur", 14),
)
NEXT_STEPS = {
    "nl": "Wij maken eerst de lampen in de tunnel. Over drie weken leest u hier of dat is gelukt.\n"
    "Over een maand lopen wij samen door de buurt. U bent welkom.",
    "en": "First we repair the lights in the tunnel. In three weeks you can read here whether that"
    " worked.\nIn a month we walk through the neighbourhood together. You are welcome.",
    "tr": "Önce tüneldeki lambaları onaracağız. Üç hafta sonra bunun olup olmadığını burada"
    " okuyabilirsiniz.\nBir ay sonra mahallede birlikte yürüyeceğiz. Siz de gelin.",
    "ar": "نصلح أولاً مصابيح النفق. بعد ثلاثة أسابيع تقرأ هنا هل تم ذلك.\n"
    "وبعد شهر نتجول معاً في الحي. نرحب بك.",
}
CAME: dict[tuple[PresenceAspect, str], int] = {
    (PresenceAspect.AGE, "15_24"): 5,
    (PresenceAspect.AGE, "25_44"): 7,
    (PresenceAspect.AGE, "45_64"): 12,
    (PresenceAspect.AGE, "65"): 9,
    (PresenceAspect.LENGTH_OF_STAY, "1_4"): 6,
    (PresenceAspect.LENGTH_OF_STAY, "5_14"): 8,
    (PresenceAspect.LENGTH_OF_STAY, "15"): 17,
}
