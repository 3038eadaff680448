# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501  sentences are as long as people write them
"""Lines for the public pages in four languages: what was said and what was done, in general terms."""

from __future__ import annotations

# (what people said, what we did) by category and language
DONE: dict[str, dict[str, tuple[str, str]]] = {
    "lighting": {
        "nl": ("Er was te weinig licht op een looproute.", "Wij hebben er lampen bij gezet."),
        "en": ("There was too little light on a walking route.", "We put up more lamps."),
        "tr": ("Bir yürüyüş yolunda ışık azdı.", "Oraya yeni lambalar koyduk."),
        "ar": ("كان الضوء قليلاً على طريق للمشاة.", "وضعنا مصابيح جديدة."),
    },
    "litter": {
        "nl": ("De containers zaten vaak vol.", "Ze worden nu twee keer per week geleegd."),
        "en": ("The containers were often full.", "They are now emptied twice a week."),
        "tr": ("Konteynerler sık sık doluydu.", "Artık haftada iki kez boşaltılıyor."),
        "ar": ("كانت الحاويات ممتلئة في أغلب الأحيان.", "أصبحت تُفرغ مرتين في الأسبوع."),
    },
    "pavement": {
        "nl": ("De stoep lag scheef.", "De stoep is opnieuw gelegd."),
        "en": ("The pavement was uneven.", "The pavement was laid again."),
        "tr": ("Kaldırım düzgün değildi.", "Kaldırım yeniden yapıldı."),
        "ar": ("كان الرصيف غير مستوٍ.", "أعدنا رصف الرصيف."),
    },
    "green": {
        "nl": ("Het groen hing over het pad.", "Het is gesnoeid en blijft nu kort."),
        "en": ("The bushes hung over the path.", "They were cut and will be kept short."),
        "tr": ("Çalılar yolun üstüne sarkıyordu.", "Budandı ve artık kısa tutulacak."),
        "ar": ("كانت النباتات تغطي الطريق.", "قلّمناها وسنبقيها قصيرة."),
    },
    "traffic": {
        "nl": ("Er werd te hard gereden.", "Wij hebben gemeten en er staat nu een bord."),
        "en": ("People drove too fast.", "We measured it and put up a sign."),
        "tr": ("Araçlar çok hızlı gidiyordu.", "Ölçüm yaptık ve bir levha koyduk."),
        "ar": ("كانت السيارات تسير بسرعة كبيرة.", "قسنا السرعة ووضعنا لافتة."),
    },
    "parking": {
        "nl": ("Auto's stonden op de stoep.", "Er staan nu paaltjes."),
        "en": ("Cars stood on the pavement.", "There are bollards now."),
        "tr": ("Arabalar kaldırıma park ediyordu.", "Artık orada direkler var."),
        "ar": ("كانت السيارات تقف على الرصيف.", "وضعنا أعمدة صغيرة هناك."),
    },
    "noise": {
        "nl": ("Er was 's avonds veel geluid.", "Met de ondernemers zijn afspraken gemaakt."),
        "en": ("There was much noise in the evening.", "We made agreements with the businesses."),
        "tr": ("Akşamları çok gürültü vardı.", "İşletmelerle anlaşma yaptık."),
        "ar": ("كان هناك ضجيج كثير في المساء.", "اتفقنا مع أصحاب المحلات."),
    },
    "vandalism": {
        "nl": ("Een bushokje was vernield.", "Het is hersteld."),
        "en": ("A bus shelter was damaged.", "It was repaired."),
        "tr": ("Bir otobüs durağı tahrip edilmişti.", "Onarıldı."),
        "ar": ("تعرضت مظلة للحافلات للتخريب.", "تم إصلاحها."),
    },
}
STRENGTHS: tuple[dict[str, str], ...] = (
    {
        "nl": "Bewoners ruimen hier elke maand samen op. Dank u wel!",
        "en": "Residents clean up together here every month. Thank you!",
        "tr": "Mahalle sakinleri her ay birlikte temizlik yapıyor. Teşekkürler!",
        "ar": "ينظف السكان الحي معاً كل شهر. شكراً لكم!",
    },
    {
        "nl": "Op woensdag drinken buren samen koffie. Iedereen is welkom.",
        "en": "On Wednesdays neighbours have coffee together. Everyone is welcome.",
        "tr": "Çarşamba günleri komşular birlikte kahve içiyor. Herkes davetli.",
        "ar": "يشرب الجيران القهوة معاً يوم الأربعاء. الجميع مرحب بهم.",
    },
    {
        "nl": "De jeugd hielp mee met het opknappen van het veld.",
        "en": "Young people helped to fix up the field.",
        "tr": "Gençler sahanın düzenlenmesine yardım etti.",
        "ar": "ساعد الشباب في تجديد الملعب.",
    },
)
COMING: dict[str, str] = {
    "nl": "Er komt een avond over veiligheid in de buurt. U bent welkom.",
    "en": "There will be an evening about safety in the neighbourhood. You are welcome.",
    "tr": "Mahallede güvenlik üzerine bir akşam olacak. Hoş geldiniz.",
    "ar": "ستكون هناك أمسية عن الأمان في الحي. أهلاً بكم.",
}
GUESS_CHECK = "Niemand: het gaat over een hele straat, en meer mensen vertelden het."
