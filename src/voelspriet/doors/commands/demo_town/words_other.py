# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501  sentences are as long as people write them
"""What people tell in English, Turkish and Arabic, and answers with their translations."""

from __future__ import annotations

MATTERS: dict[str, dict[str, tuple[str, ...]]] = {
    "en": {
        "litter": (
            "There is always rubbish next to the containers in {street}.",
            "Someone dumped an old sofa near {spot}. It has been there for a week.",
        ),
        "lighting": (
            "The street light in {street} is broken and it is very dark.",
            "It is too dark on the path near {spot}, I do not feel safe walking there.",
        ),
        "traffic": (
            "Cars drive much too fast in {street}. My children play there.",
            "Scooters ride on the pavement near {spot}.",
        ),
        "noise": (
            "There is loud music near {spot} every weekend and we cannot sleep.",
            "People shout in {street} at night. Who can I call?",
        ),
        "youth": ("A group stands near {spot} in the evening. I walk around now.",),
        "together": ("I am new in {street} and I would like to meet my neighbours.",),
        "discrimination": ("People in {street} told me to go back to my own country.",),
    },
    "tr": {
        "litter": (
            "{street} sokağındaki çöp konteynerlerinin yanına hep çöp bırakıyorlar.",
            "{spot} yakınında eski mobilyalar duruyor, bir haftadır kimse almadı.",
        ),
        "lighting": (
            "{street} sokağında lamba yanmıyor, akşamları çok karanlık.",
            "{spot} yanındaki yol karanlık, kızım oradan geçmeye korkuyor.",
        ),
        "traffic": ("{street} sokağında arabalar çok hızlı gidiyor, çocuklar oynuyor orada.",),
        "noise": ("{spot} çevresinde geceleri çok gürültü var, uyuyamıyoruz.",),
        "youth": ("Akşamları {spot} önünde bir grup genç duruyor, rahatsız oluyorum.",),
        "together": ("{street} sokağında komşularla tanışmak istiyoruz, bir yer var mı?",),
        "pavement": ("{street} sokağında kaldırım bozuk, annem düştü.",),
    },
    "ar": {
        "litter": (
            "توجد نفايات دائماً بجانب الحاويات في {street}.",
            "رمى أحدهم أثاثاً قديماً قرب {spot} ولم يأخذه أحد منذ أسبوع.",
        ),
        "lighting": (
            "مصباح الشارع في {street} معطل والمكان مظلم جداً.",
            "الطريق قرب {spot} مظلم ولا أشعر بالأمان عندما أمشي هناك.",
        ),
        "traffic": ("السيارات تسير بسرعة كبيرة في {street} والأطفال يلعبون هناك.",),
        "noise": ("هناك ضجيج كل ليلة قرب {spot} ولا نستطيع النوم.",),
        "youth": ("تقف مجموعة من الشباب مساءً قرب {spot} وأنا أخاف أن أمر من هناك.",),
        "discrimination": ("يصرخ علي بعض الناس في {street} بسبب حجابي.",),
        "together": ("أنا جديدة في {street} وأريد أن أتعرف على جيراني.",),
    },
}

# an answer in Dutch with its translations: (nl, en, tr, ar)
DONE_ANSWERS: tuple[dict[str, str], ...] = (
    {
        "nl": "Dank u wel voor uw bericht. Wij zijn gaan kijken en hebben het opgelost.",
        "en": "Thank you for your message. We went to look and solved it.",
        "tr": "Mesajınız için teşekkür ederiz. Gidip baktık ve sorunu çözdük.",
        "ar": "شكراً على رسالتكم. ذهبنا لنرى المكان وحللنا المشكلة.",
    },
    {
        "nl": "Goed dat u dit liet weten. Een collega is geweest en het is nu in orde.",
        "en": "Good that you told us. A colleague has been there and it is in order now.",
        "tr": "Haber verdiğiniz için iyi oldu. Bir meslektaşımız geldi, şimdi her şey yolunda.",
        "ar": "حسناً أنكم أخبرتمونا. جاء زميل لنا وأصبح كل شيء على ما يرام.",
    },
    {
        "nl": "Wij hebben dit met onze partners besproken. Zij letten er de komende weken extra op.",
        "en": "We discussed this with our partners. They will pay extra attention in the coming weeks.",
        "tr": "Bunu ortaklarımızla konuştuk. Önümüzdeki haftalarda özellikle dikkat edecekler.",
        "ar": "ناقشنا الأمر مع شركائنا وسيولونه اهتماماً خاصاً في الأسابيع القادمة.",
    },
)
DECLINED_ANSWERS: tuple[dict[str, str], ...] = (
    {
        "nl": "Wij kunnen dit niet oplossen, omdat de grond niet van de gemeente is. Dat spijt ons.",
        "en": "We cannot solve this because the land is not the municipality's. We are sorry.",
        "tr": "Arazi belediyeye ait olmadığı için bunu çözemiyoruz. Üzgünüz.",
        "ar": "لا نستطيع حل هذا لأن الأرض ليست ملكاً للبلدية. نأسف لذلك.",
    },
    {
        "nl": "Er is dit jaar geen geld voor. In het voorjaar kijken wij er opnieuw naar.",
        "en": "There is no money for it this year. In spring we will look at it again.",
        "tr": "Bu yıl bunun için bütçe yok. İlkbaharda yeniden bakacağız.",
        "ar": "لا توجد ميزانية لهذا العام. سننظر في الأمر مرة أخرى في الربيع.",
    },
)
