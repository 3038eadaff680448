# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands on the social map of the demo, who was asked, and how people are welcomed."""

from __future__ import annotations

from dataclasses import dataclass

from voelspriet.ground.network.choices import OrganisationKind

K = OrganisationKind


@dataclass(frozen=True, slots=True)
class DemoPlace:
    """A place to go to; `about` and `opening` by language."""

    name: str
    kind: OrganisationKind
    subjects: tuple[str, ...]
    about: dict[str, str]
    opening: dict[str, str]
    phone: str = ""
    address: str = ""
    website: str = ""
    languages: tuple[str, ...] = ("nl",)
    involvement: str = ""
    pace: str = ""
    source: str = "gebeld met de balie"
    checked_days_ago: int = 30
    is_near: bool = True


@dataclass(frozen=True, slots=True)
class DemoFigure:
    """Somebody in a role who was asked; the names are made up."""

    role: str
    name: str
    phone: str
    subjects: tuple[str, ...]
    involvement: str
    pace: str


PLACES = (
    DemoPlace(
        name="Buurthuis De Boeg",
        kind=K.WELFARE,
        subjects=("meeting", "helping"),
        about={
            "nl": "Koffie, samen eten en hulp bij vragen. Iedereen is welkom.",
            "en": "Coffee, eating together and help with questions. Everyone is welcome.",
            "tr": "Kahve, birlikte yemek ve sorularınıza yardım. Herkes davetlidir.",
            "ar": "قهوة وطعام مشترك ومساعدة في الإجابة عن الأسئلة. الجميع مرحّب بهم.",
        },
        opening={
            "nl": "Maandag tot en met vrijdag, 9 tot 17 uur",
            "en": "Monday to Friday, 9:00 to 17:00",
            "tr": "Pazartesiden cumaya, 09.00–17.00",
            "ar": "من الاثنين إلى الجمعة، من 9 إلى 17",
        },
        phone="0800 0011",
        address="Kadeplein 3",
        website="https://deboeg.example",
        languages=("nl", "en", "tr", "ar"),
        involvement="doing",
        pace="often",
    ),
    DemoPlace(
        name="Formulierenbalie",
        kind=K.WELFARE,
        subjects=("money", "learning"),
        about={
            "nl": "Hulp bij brieven, toeslagen en schulden. Het kost niets.",
            "en": "Help with letters, benefits and debts. It costs nothing.",
            "tr": "Mektup, ödenek ve borç konularında yardım. Ücretsizdir.",
            "ar": "مساعدة في الرسائل والإعانات والديون. الخدمة مجانية.",
        },
        opening={
            "nl": "Dinsdag en donderdag, 10 tot 12 uur",
            "en": "Tuesday and Thursday, 10:00 to 12:00",
            "tr": "Salı ve perşembe, 10.00–12.00",
            "ar": "الثلاثاء والخميس، من 10 إلى 12",
        },
        phone="0800 0012",
        address="Bibliotheek, Markt 1",
        languages=("nl", "en", "ar", "other"),
        is_near=False,
    ),
    DemoPlace(
        name="Huisartsenpost Zilverwende",
        kind=K.CARE,
        subjects=("health",),
        about={
            "nl": "Voor zorg die niet kan wachten, buiten de tijden van uw eigen huisarts.",
            "en": "For care that cannot wait, outside the hours of your own doctor.",
            "tr": "Aile hekiminizin çalışma saatleri dışında, bekleyemeyecek durumlar için.",
            "ar": "للرعاية التي لا تحتمل الانتظار، خارج أوقات عمل طبيبك.",
        },
        opening={
            "nl": "Elke avond, nacht en in het weekend. Bel eerst.",
            "en": "Every evening, night and at weekends. Please call first.",
            "tr": "Her akşam, gece ve hafta sonu. Önce arayın.",
            "ar": "كل مساء وليلة وفي عطلة نهاية الأسبوع. اتصل أولًا.",
        },
        phone="0900 0013",
        languages=("nl", "en"),
        is_near=False,
    ),
    DemoPlace(
        name="Sportveld De Dijk",
        kind=K.YOUTH_WORK,
        subjects=("sport", "youth"),
        about={
            "nl": "Voetbal en basketbal voor kinderen en jongeren, met begeleiding.",
            "en": "Football and basketball for children and young people, with supervision.",
            "tr": "Çocuklar ve gençler için gözetim altında futbol ve basketbol.",
            "ar": "كرة قدم وكرة سلة للأطفال والشباب، بإشراف.",
        },
        opening={
            "nl": "Woensdagmiddag en zaterdag",
            "en": "Wednesday afternoon and Saturday",
            "tr": "Çarşamba öğleden sonra ve cumartesi",
            "ar": "بعد ظهر الأربعاء ويوم السبت",
        },
        address="Dijkweg 40",
        involvement="thinking",
        pace="sometimes",
        checked_days_ago=410,
        source="eigen website",
    ),
    DemoPlace(
        name="Burenhulp",
        kind=K.OTHER,
        subjects=("ageing", "helping", "meeting"),
        about={
            "nl": "Vrijwilligers doen een boodschap met u, of drinken koffie bij u thuis.",
            "en": "Volunteers shop with you, or have coffee at your home.",
            "tr": "Gönüllüler sizinle alışverişe gider veya evinizde kahve içer.",
            "ar": "متطوعون يتسوّقون معك أو يشربون القهوة في بيتك.",
        },
        opening={
            "nl": "Bel op werkdagen, 9 tot 12 uur",
            "en": "Call on working days, 9:00 to 12:00",
            "tr": "İş günlerinde 09.00–12.00 arası arayın",
            "ar": "اتصل في أيام العمل، من 9 إلى 12",
        },
        phone="0800 0014",
        languages=("nl", "tr"),
        involvement="doing",
        pace="often",
    ),
    DemoPlace(
        name="Buurtbemiddeling",
        kind=K.OTHER,
        subjects=("quarrel", "living"),
        about={
            "nl": "Ruzie met de buren? Twee vrijwilligers luisteren naar allebei.",
            "en": "A quarrel with the neighbours? Two volunteers listen to both sides.",
            "tr": "Komşularla kavga mı var? İki gönüllü iki tarafı da dinler.",
            "ar": "خلاف مع الجيران؟ متطوعان يستمعان إلى الطرفين.",
        },
        opening={
            "nl": "Bel of mail, u hoort binnen twee dagen iets",
            "en": "Call or mail, you hear from us within two days",
            "tr": "Arayın veya yazın, iki gün içinde yanıt alırsınız",
            "ar": "اتصل أو راسل، وستسمع منّا خلال يومين",
        },
        phone="0800 0015",
        languages=("nl", "en", "tr"),
        is_near=False,
    ),
)
KEY_FIGURES = (
    DemoFigure("Coördinator van het buurtpreventieteam", "Corrie", "06 0000 0001",
               ("safety", "street"), "doing", "often"),
    DemoFigure("Burenverbinder", "Hamza", "06 0000 0002",
               ("meeting", "helping"), "thinking", "sometimes"),
    DemoFigure("Voorzitter van de bewonerscommissie", "Ineke", "06 0000 0003",
               ("living", "quarrel"), "deciding", "sometimes"),
    DemoFigure("Trainer bij de sportvereniging", "Dewi", "06 0000 0004",
               ("youth", "sport"), "thinking", "once"),
)  # fmt: skip
WELCOMES: tuple[dict[str, tuple[str, str, str]], ...] = (
    {
        "nl": ("Elke eerste woensdag van de maand, van 10 tot 12 uur", "Buurthuis De Boeg",
               "Koffie met uw nieuwe buren en uw adviseurs. Neem gerust uw kinderen mee."),
        "en": ("Every first Wednesday of the month, 10:00 to 12:00", "Buurthuis De Boeg",
               "Coffee with your new neighbours and your advisers. Children are welcome."),
        "tr": ("Her ayın ilk çarşambası, 10.00–12.00", "Buurthuis De Boeg",
               "Yeni komşularınız ve danışmanlarınızla kahve. Çocuklarınızı da getirebilirsiniz."),
        "ar": ("أول أربعاء من كل شهر، من 10 إلى 12", "Buurthuis De Boeg",
               "قهوة مع جيرانك الجدد ومستشاريك. يمكنك إحضار أطفالك."),
    },
    {
        "nl": ("Elke laatste zaterdag van de maand, om 14 uur", "De ingang van de bibliotheek",
               "Een wandeling door de buurt: winkels, school, dokter en wie u kunt bellen."),
        "en": ("Every last Saturday of the month, at 14:00", "The entrance of the library",
               "A walk around: shops, school, doctor and whom you can call."),
        "tr": ("Her ayın son cumartesi günü, saat 14.00", "Kütüphanenin girişi",
               "Mahallede yürüyüş: dükkânlar, okul, doktor ve kimi arayabileceğiniz."),
        "ar": ("آخر سبت من كل شهر، الساعة 14", "مدخل المكتبة",
               "جولة في الحي: المتاجر والمدرسة والطبيب ومن يمكنك الاتصال به."),
    },
)  # fmt: skip
