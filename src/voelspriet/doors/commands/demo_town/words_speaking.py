# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is said in the demo about an incident and to its neighbourhoods."""

from __future__ import annotations

WHAT = "Een harde knal op het parkeerdek, waarschijnlijk een explosie"
KNOWN_FIRST = "Om 21.40 uur was er een harde knal op het parkeerdek. De politie is er."
KNOWN_LATER = (
    "Om 21.40 uur was er een explosie op het parkeerdek. Niemand is gewond. Eén auto is kapot."
)
UNKNOWN = "Wat er ontplofte en waarom."
POSTS = (
    (4, "Ingang van het parkeerdek", 0, 3),
    (3, "Rond het plein", 10, 4),
    (7, "Buurthuis De Boeg, koffie en een gesprek", 12, 3),
)
CALLED_TO = "Buurthuis De Boeg"

INCIDENT: dict[str, dict[str, str]] = {
    "nl": {
        "matter": "Om 21.40 uur was er een explosie op het parkeerdek. Niemand is gewond.",
        "you_can": "Zag of hoorde u iets? Bel ons. U kunt gewoon naar buiten.",
        "our_view": "Wij schrokken er ook van. Wij weten nog niet wat er ontplofte. De politie"
        " onderzoekt het. Wij staan deze week elke avond op het plein.",
    },
    "en": {
        "matter": "At 21:40 there was an explosion on the parking deck. Nobody was hurt.",
        "you_can": "Did you see or hear something? Call us. It is safe to go outside.",
        "our_view": "It shocked us too. We do not know yet what exploded. The police are looking"
        " into it. This week we are on the square every evening.",
    },
    "tr": {
        "matter": "Saat 21.40'ta otopark katında bir patlama oldu. Yaralanan yok.",
        "you_can": "Bir şey gördünüz veya duydunuz mu? Bizi arayın. Dışarı çıkabilirsiniz.",
        "our_view": "Biz de korktuk. Neyin patladığını henüz bilmiyoruz. Polis araştırıyor."
        " Bu hafta her akşam meydandayız.",
    },
    "ar": {
        "matter": "وقع انفجار في موقف السيارات الساعة 21:40. لم يُصب أحد.",
        "you_can": "هل رأيت أو سمعت شيئًا؟ اتصل بنا. يمكنك الخروج كالمعتاد.",
        "our_view": "لقد فزعنا نحن أيضًا. لا نعرف بعد ما الذي انفجر. الشرطة تبحث في الأمر."
        " نحن في الساحة كل مساء هذا الأسبوع.",
    },
}
WORKS: dict[str, dict[str, str]] = {
    "nl": {
        "matter": "Vanaf maandag ligt de straat open. Wij leggen de losse tegels recht.",
        "you_can": "Zet uw fiets achter het huis. Lukt dat niet? Bel ons, dan helpen wij.",
        "our_view": "U vroeg hier vaak om. Het geeft een week last. Daarna loopt u weer veilig.",
    },
    "en": {
        "matter": "From Monday the street is dug up. We put the loose tiles straight.",
        "you_can": "Put your bicycle behind the house. Is that hard? Call us and we will help.",
        "our_view": "You often asked for this. It is a nuisance for a week. Then you walk safely.",
    },
    "tr": {
        "matter": "Pazartesiden itibaren sokak kazılacak. Gevşek taşları düzeltiyoruz.",
        "you_can": "Bisikletinizi evin arkasına koyun. Olmuyor mu? Bizi arayın, yardım ederiz.",
        "our_view": "Bunu sık sık istediniz. Bir hafta zor olacak. Sonra güvenle yürüyeceksiniz.",
    },
    "ar": {
        "matter": "ابتداءً من يوم الاثنين سيُحفر الشارع. سنصلح البلاط غير الثابت.",
        "you_can": "ضع دراجتك خلف المنزل. هل هذا صعب؟ اتصل بنا وسنساعدك.",
        "our_view": "طلبتم هذا كثيرًا. سيكون الأمر مزعجًا لأسبوع، ثم تمشون بأمان.",
    },
}
LAMPS: dict[str, dict[str, str]] = {
    "nl": {
        "matter": "De lampen in de straat zijn twee avonden uit. Een kabel is kapot.",
        "you_can": "U hoeft niets te doen. Is een andere lamp ook uit? Vertel het ons.",
        "our_view": "Wij snappen dat donker niet fijn is. De lampen gaan deze week weer aan.",
    },
}
