# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands on the neighbourhood agendas of the demo, in four languages."""

from __future__ import annotations

from dataclasses import dataclass

from voelspriet.act.agenda.actions.area_agendas import ActionTold, PriorityTold, TopTold
from voelspriet.listen.intake.choices import Category

FROZEN = "Voor de buurttafel"
SAID = "Goed te lezen. Kunnen we bij elke actie ook zeggen wie ervoor belt?"


@dataclass(frozen=True, slots=True)
class Deed:
    """An action: which party does it (number in PARTIES), with whom, and its words."""

    party: int
    partners: tuple[int, ...]
    words: dict[str, ActionTold]


@dataclass(frozen=True, slots=True)
class Matter:
    """A priority with its ground and two actions."""

    category: Category
    source: str
    words: dict[str, PriorityTold]
    deeds: tuple[Deed, ...]


def _deed(party: int, partners: tuple[int, ...], **words: tuple[str, str, str]) -> Deed:
    """Return a deed from what, measure and outcome per language."""
    return Deed(party, partners, {code: ActionTold(*told) for code, told in words.items()})


def _words(**words: tuple[str, str]) -> dict[str, PriorityTold]:
    return {code: PriorityTold(*told) for code, told in words.items()}


TOPS: tuple[dict[str, TopTold], ...] = (
    {
        "nl": TopTold(
            "De kinderen lopen zelf naar school, en iemand groet terug.",
            "groen, druk, samen",
            "De buurttafel op dinsdag\nWinkeliers die elkaar kennen\nHet speelveld is altijd vol",
        ),
        "en": TopTold(
            "Children walk to school by themselves, and people greet you back.",
            "green, busy, together",
            "The neighbourhood table on Tuesday\nShopkeepers who know each other\n"
            "The playing field is always full",
        ),
        "tr": TopTold(
            "Çocuklar okula tek başına yürür ve insanlar selam alır.",
            "yeşil, hareketli, birlikte",
            "Salı günleri mahalle masası\nBirbirini tanıyan esnaf\nOyun sahası hep dolu",
        ),
        "ar": TopTold(
            "أن يمشي الأطفال وحدهم إلى المدرسة وأن يردّ الناس السلام.",
            "أخضر, مزدحم, معًا",
            "طاولة الحي يوم الثلاثاء\nأصحاب متاجر يعرفون بعضهم\nساحة اللعب ممتلئة دائمًا",
        ),
    },
    {
        "nl": TopTold(
            "Er brandt licht, en u weet wie u kunt bellen.",
            "rustig, oud, trots",
            "Veel mensen wonen hier al lang\nBuren letten op elkaars huis",
        ),
        "en": TopTold(
            "The lights are on, and you know whom to call.",
            "quiet, old, proud",
            "Many people have lived here for long\nNeighbours keep an eye on each other's homes",
        ),
        "tr": TopTold(
            "Işıklar yanar ve kimi arayacağınızı bilirsiniz.",
            "sakin, eski, gururlu",
            "Çoğu kişi uzun süredir burada oturuyor\nKomşular birbirinin evine göz kulak oluyor",
        ),
        "ar": TopTold(
            "أن تكون الأضواء مضاءة وأن تعرف بمن تتصل.",
            "هادئ, قديم, فخور",
            "كثير من الناس يسكنون هنا منذ زمن طويل\nالجيران ينتبهون إلى بيوت بعضهم",
        ),
    },
)

MATTERS: tuple[Matter, ...] = (
    Matter(
        Category.LIGHTING,
        "Wandeling met bewoners",
        _words(
            nl=("Licht op de weg naar huis", "Op het pad naar de bushalte is het te donker."),
            en=("Light on the way home", "The path to the bus stop is too dark."),
            tr=("Eve giden yolda ışık", "Otobüs durağına giden yol çok karanlık."),
            ar=("إنارة على الطريق إلى البيت", "الطريق إلى موقف الحافلة مظلم جدًا."),
        ),
        (
            _deed(1, (7,),
                  nl=("Vijf lampen langs het pad plaatsen", "Vijf lampen branden elke avond",
                      "De vijf lampen branden sinds deze lente."),
                  en=("Place five lamps along the path", "Five lamps are on every evening",
                      "The five lamps have been on since spring."),
                  tr=("Yol boyunca beş lamba koymak", "Beş lamba her akşam yanıyor",
                      "Beş lamba bahardan beri yanıyor."),
                  ar=("وضع خمسة مصابيح على طول الطريق", "خمسة مصابيح مضاءة كل مساء",
                      "المصابيح الخمسة مضاءة منذ الربيع.")),
            _deed(1, (),
                  nl=("Struiken langs het pad snoeien", "U kunt het hele pad overzien", ""),
                  en=("Trim the bushes along the path", "You can see the whole path", ""),
                  tr=("Yol kenarındaki çalıları budamak", "Yolun tamamı görülebiliyor", ""),
                  ar=("تقليم الشجيرات على طول الطريق", "يمكنك رؤية الطريق كله", "")),
        ),
    ),
    Matter(
        Category.TRAFFIC,
        "Snelheidsmeting",
        _words(
            nl=("Minder hard rijden bij de school", "Kinderen kunnen niet alleen oversteken."),
            en=("Slower traffic near the school", "Parents do not let their child cross alone."),
            tr=("Okul yakınında daha yavaş trafik", "Anne babalar çocuğunu yalnız geçirmiyor."),
            ar=("سرعة أقل قرب المدرسة", "الأهل لا يتركون أطفالهم يعبرون وحدهم."),
        ),
        (
            _deed(2, (4,),
                  nl=("Twee drempels aanleggen", "Acht van de tien auto's rijden 30 of minder", ""),
                  en=("Build two speed bumps", "Eight in ten cars drive 30 or less", ""),
                  tr=("İki kasis yapmak", "On arabadan sekizi 30 veya daha yavaş", ""),
                  ar=("إنشاء مطبّين", "ثماني سيارات من كل عشر تسير بسرعة 30 أو أقل", "")),
            _deed(4, (2,),
                  nl=("Elke maand een controle op snelheid", "Twaalf controles dit jaar", ""),
                  en=("A speed check every month", "Twelve checks this year", ""),
                  tr=("Her ay hız kontrolü", "Bu yıl on iki kontrol", ""),
                  ar=("مراقبة السرعة كل شهر", "اثنتا عشرة مراقبة هذا العام", "")),
        ),
    ),
    Matter(
        Category.YOUTH,
        "Gesprekken met jongeren",
        _words(
            nl=("Een eigen plek voor jongeren", "Jongeren zeggen: wij hebben geen droge plek."),
            en=("A place of their own for young people", "Young people say: we have no dry place."),
            tr=("Gençler için kendi yerleri", "Gençler diyor ki: kuru bir yerimiz yok."),
            ar=("مكان خاص بالشباب", "يقول الشباب: ليس لدينا مكان جاف."),
        ),
        (
            _deed(6, (7, 1),
                  nl=("Samen met jongeren een plek kiezen", "Twaalf jongeren kozen mee",
                      "Samen kozen zij de hoek bij het sportveld."),
                  en=("Choose a place together with young people", "Twelve young people joined in",
                      "Together they chose the corner by the sports field."),
                  tr=("Gençlerle birlikte bir yer seçmek", "On iki genç seçime katıldı",
                      "Birlikte spor sahasının yanındaki köşeyi seçtiler."),
                  ar=("اختيار مكان مع الشباب", "شارك اثنا عشر شابًا في الاختيار",
                      "اختاروا معًا الزاوية قرب الملعب الرياضي.")),
            _deed(1, (6,),
                  nl=("Een overkapping neerzetten", "De overkapping staat er voor de winter", ""),
                  en=("Put up a shelter", "The shelter stands before winter", ""),
                  tr=("Üstü kapalı bir yer yapmak", "Kıştan önce hazır", ""),
                  ar=("إقامة مظلة", "المظلة جاهزة قبل الشتاء", "")),
        ),
    ),
    Matter(
        Category.LITTER,
        "Telling door bewoners",
        _words(
            nl=("Schoon rond de containers", "Naast de containers ligt vaak afval."),
            en=("Clean around the containers", "There is often rubbish next to the containers."),
            tr=("Konteynerlerin çevresi temiz", "Konteynerlerin yanında sık sık çöp oluyor."),
            ar=("نظافة حول الحاويات", "كثيرًا ما توجد نفايات بجانب الحاويات."),
        ),
        (
            _deed(0, (5,),
                  nl=("Containers vaker leegmaken", "Elke dag leeg in plaats van om de dag", ""),
                  en=("Empty the containers more often", "Every day, not every other day", ""),
                  tr=("Konteynerleri daha sık boşaltmak", "Gün aşırı yerine her gün", ""),
                  ar=("إفراغ الحاويات أكثر", "كل يوم بدلًا من كل يومين", "")),
            _deed(5, (0,),
                  nl=("Bewoners adopteren een container", "Tien containers hebben een buur", ""),
                  en=("Residents adopt a container", "Ten containers have a neighbour", ""),
                  tr=("Sakinler bir konteyneri sahiplenir", "On konteynerin bir komşusu var", ""),
                  ar=("يتبنى السكان حاوية", "لكل حاوية من عشر حاويات جار يعتني بها", "")),
        ),
    ),
    Matter(
        Category.TOGETHER,
        "Bewonersavond",
        _words(
            nl=("Elkaar leren kennen", "Veel mensen kennen hun nieuwe buren niet."),
            en=("Getting to know each other", "Many people do not know their new neighbours."),
            tr=("Birbirini tanımak", "Birçok kişi yeni komşularını tanımıyor."),
            ar=("التعارف بيننا", "كثير من الناس لا يعرفون جيرانهم الجدد."),
        ),
        (
            _deed(7, (5,),
                  nl=("Elke maand samen eten", "Elke keer ook tien nieuwe mensen", ""),
                  en=("Eat together every month", "Ten new people each time", ""),
                  tr=("Her ay birlikte yemek", "Her seferinde on yeni kişi", ""),
                  ar=("تناول الطعام معًا كل شهر", "عشرة أشخاص جدد كل مرة", "")),
            _deed(7, (),
                  nl=("Nieuwe bewoners krijgen bezoek", "Iedereen binnen een maand", ""),
                  en=("New residents get a visit", "Everybody within a month", ""),
                  tr=("Yeni sakinler ziyaret edilir", "Herkes bir ay içinde", ""),
                  ar=("زيارة السكان الجدد", "الجميع خلال شهر", "")),
        ),
    ),
)  # fmt: skip
RESULTS = (
    "Alles is uitgevoerd zoals afgesproken.",
    "Het is gelukt, een paar weken later dan gepland.",
)
NOT_DONE = "De aannemer ging failliet."
NOT_DONE_OUTCOME = {
    "nl": "Dit lukte niet: de aannemer kon het niet doen.",
    "en": "This did not work out: the contractor could not do it.",
    "tr": "Bu olmadı: yüklenici bunu yapamadı.",
    "ar": "لم ينجح ذلك: لم يتمكن المقاول من تنفيذه.",
}
MOVED = "De grond was te nat om te graven."
DEVIATION = {
    "nl": "Voor het bovenste zijn het geld en de mensen er nu al. Daarom beginnen wij daarmee.",
    "en": "For the one on top the money and the people are there now. So we begin with it.",
    "tr": "En üsttekinin parası ve çalışanları şimdiden hazır. Bu yüzden onunla başlıyoruz.",
    "ar": "المال والعاملون جاهزون الآن لما في الأعلى. لذلك نبدأ به.",
}
