# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Dutch words parted into syllables by hand, as the official spelling parts them when spoken.

"-" parts syllables, "=" is a hyphen of the word itself. HARD was made to be difficult: loanwords,
diaeresis, clusters of vowels. SAMPLE was drawn at random from policy documents before a rule was
written, so that it tells how well the rules do on words nobody chose.
"""

from __future__ import annotations

HARD = """
huis lamp straat buurt wij-ken dorp plein hek licht don-ker vuil-nis zwerf-vuil stoep-te-gel
ge-meen-te po-li-tie wo-ning bu-ren bu-ren-ru-zie fiets fiet-sen brom-fiets scoo-ter au-to au-to's
fo-to's fo-to-graaf vi-de-o ra-di-o ra-di-o-ac-tief sta-di-on mu-se-um mu-se-ums ly-ce-um
pe-tro-le-um a-qua-ri-um sta-di-um la-bo-ra-to-ri-um pre-mi-um me-di-um cri-te-ri-um cri-te-ri-a
nieuw nieu-we ver-nieu-wen leeuw leeu-wen sneeuw eeuw eeu-wig schreeu-wen ruw uw du-wen hui-ver
mooi mooi-e dooi kooi-en groei groei-en vloei-baar moei-lijk moei-te boei saai saai-e draai-en
la-waai zaai-er ui ui-en bui-en bui-ten trui-en fruit krui-de-nier eu-ro eu-ro-pa neus deu-ren
zee zee-ën twee twee-ën-twin-tig i-dee i-dee-ën knie knie-ën ko-pie ko-pie-ën in-dus-trie
in-dus-trie-ën me-lo-die me-lo-die-ën the-o-rie the-o-rie-ën ca-te-go-rie ca-te-go-rie-ën
bel-gi-ë i-ta-li-ë fi-nan-ci-ën fi-nan-ci-eel of-fi-ci-eel of-fi-ci-ë-le so-ci-aal so-ci-a-le
spe-ci-aal spe-ci-a-list ma-te-ri-aal ma-te-ri-eel in-di-vi-du in-di-vi-du-eel ac-tu-eel
ac-tu-e-le ge-ac-tu-a-li-seerd si-tu-a-tie e-va-lu-a-tie e-va-lu-e-ren va-ri-a-tie va-ri-ë-teit
re-la-tie or-ga-ni-sa-tie in-for-ma-tie com-mu-ni-ca-tie pre-ven-tie par-ti-ci-pa-tie re-ac-tie
re-a-ge-ren re-ë-le re-eel re-ü-nie ru-ï-ne mo-za-ïek na-ïef e-go-ïst he-ro-ï-ne co-ca-ï-ne
co-ör-di-na-tie co-ör-di-na-tor co-ö-pe-ra-tie zo-ö-lo-gie ge-ïn-te-res-seerd ge-ïn-for-meerd
be-ïn-vloe-den be-ëin-di-gen ge-ëin-digd ge-üp-da-tet pa-ti-ënt ef-fi-ci-ënt hy-gi-ë-ne
hi-ë-rar-chie po-ë-zie co-ëf-fi-ci-ënt in-gre-di-ënt o-ri-ën-te-ren va-cu-üm du-o bo-a bo-a's
zo-als na-oor-logs be-ant-woor-den ge-o-pend be-oor-de-len toe-ei-ge-nen
the-a-ter ge-or-ga-ni-seerd the-o-re-tisch ge-o-gra-fie i-de-aal i-de-a-len re-a-list o-a-se
cha-os ca-ca-o du-el flu-weel ja-nu-a-ri fe-bru-a-ri ju-ni ju-li au-gus-tus e-qua-tor
bu-reau bu-reaus bu-reau-cra-tie ni-veau ni-veaus ca-deau pla-teau mi-lieu mi-lieus
mi-lieu-be-leid ge-au-to-ma-ti-seerd se-ri-eus se-ri-eu-ze re-li-gi-eus am-bi-ti-eus am-bi-ti-eu-ze
su-pe-ri-eur in-te-ri-eur ca-fé ca-fés pri-vé lo-gé één vóór cli-ché scè-ne bar-ri-è-re
car-ri-è-re pre-mi-è-re en-quê-te hy-po-theek
sys-teem ty-pe ty-pisch hob-by ba-by ba-by's ju-ry par-ty cy-ber-pest cri-sis ro-yaal lo-yaal
yo-ga yog-hurt ma-yo-nai-se hoc-key es-say pri-va-cy a-na-ly-se po-ly-ga-mie
bij bij-en vrij-uit zij-aan-zicht ijs ijs-baan ij-zer prijs mi-ni-jurk bij-een-komst
toi-let trai-nen trai-ner trai-ning mail mai-len e=mail fail-liet mi-li-tair po-pu-lair af-fai-re
team teams team-lei-der buurt-team straat-coach coach coa-ches coa-chen dash-board skate-baan
on-line web-site web-sites site up-date up-da-ten ser-vice game games ma-na-ger ma-nage-ment
dead-line hot-line state-ment bea-mer jeans deal dea-ler drugs-dea-ler col-le-ge ga-ra-ge hor-lo-ge
rou-te rou-tes dou-che fi-le jour-na-list gou-den vrouw ou-de-ren ou-ders rouw goud
vei-lig vei-lig-heid on-vei-lig-heids-ge-voel ver-ant-woor-de-lijk-heid ge-zond-heids-zorg
wijk-re-gis-seur ge-bieds-ad-vi-seur jon-ge-ren-wer-ker buurt-pre-ven-tie-team buurt-va-ders
ver-keers-drem-pel par-keer-plaat-sen speel-tuin hang-jon-ge-ren o-ver-last ge-luids-o-ver-last
on-der-houd groen-voor-zie-ning kin-de-ren kin-der-op-vang school-plein mees-ter juf
ver-gun-ning aan-vraag-for-mu-lier be-zwaar-schrift uit-ke-ring schuld-hulp-ver-le-ning
wo-ning-bouw-ver-e-ni-ging ver-e-ni-ging be-wo-ners-a-vond bur-ge-mees-ter wet-hou-der raads-lid
por-te-feuil-le iéts nóóit out-rea-chend long-read
af-spraak af-spra-ken op-los-sing ant-woord ant-woor-den te-rug-bel-len mel-ding mel-dings-plicht
ik je jij we u hij zij het een de van in op te en of maar want om-dat ook niet wel
"""

SAMPLE = """
aan-bod aan-ge-ra-den aan-pak=jeugd-cri-mi-na-li-teit aan-rich-ten ab-so-lu-te af-ge-peld af-komst
al-ge-meen an-ti-so-ci-a-le a-siel-rech-ten as-pec-ten at-ten-de-ren be-kend-heid be-last
be-leids-ma-kers be-per-ken be-rich-ten be-sef be-sluit-vor-ming be-ste-den be-te-re be-trek-ken
be-vor-dert be-wijs be-wust-wor-dings-bij-een-kom-sten be-zoe-ken bie-den biedt bij-draagt blijft
bouw-pro-ces bo-ven-we-reld bur-ger-kracht buurt-am-bas-sa-deur ca-me-ra’s cen-tra-le cij-fer
cir-cuits col-le-ge-pro-gram-ma com-bi-na-tie com-mu-ni-ce-ren con-cur-ren-tie con-sta-teert
con-sta-te-ring cri-mi-na-li-teit daar-mee daar-om dag-in-vul-ling da-ling da-ta de-ge-lijk
dif-fe-ren-ti-a-tie do-cu-men-ten doen door-ont-wik-ke-ling drank-ge-bruik e=mail e-co-sys-teem
een-heids-ni-veau ef-fec-tie-ve e-va-lu-a-tie ex-perts fac-to-ren fei-ten fes-ti-vi-tei-ten
fi-nan-ci-ë-le fo-cus for-mu-leer front-lijn-wer-kers ge-bieds-ad-vi-seur ge-dre-ven ge-le-gen-heid
ge-noemd ge-noem-de ge-plaatst ge-pro-du-ceerd ge-uit ge-vaar ge-weest grij-pen groe-ne
groeps-ge-sprek grond haal-baar halt har-de hasj heb-ben-de heeft heel her-ha-ling
her-o-ri-ën-te-ren hier-uit hoeft hoek hon-den-poep hot-spot-a-na-ly-se hou-den il-le-ga-le
in-braak-pre-ven-tie in-clu-si-vi-teit in-for-ma-tie-knoop-punt in-ge-gaan in-ge-ge-ven in-houd
in-kleu-ring in-mid-dels in-spi-ra-tie in-stel-ling jeugd-vind-plaat-sen jog-gen jon-ge-ren-pa-nel
jon-ge-ren-wer-ker jong-vol-was-se-nen kan-sen kan-ten ka-rak-te-ris-tiek kern-cij-fers
kof-fie-ta-fel krijg krij-gen krijgt kri-ti-sche leid-raad lij-ken lij-nen meld
mid-de-len-pro-ble-men mis-drijf mo-bi-li-teit na-tuur na-tuur-lijk noemt on-aan-trek-ke-lijk
on-der-deel on-der-mij-nen on-der-ne-mer on-der-ne-mers on-der-zoe-kers oor-spron-ke-lij-ke op-eist
op-ge-stel-de op-nieuw op-per-be-vel op-som-ming op-zet-ten o-ver-heids-par-ti-ci-pa-tie o-ver-val
o-ver-we-gend part-ners pa-ti-ën-ten pel-len peo-ple per-spec-tief plan-ten pro-bleem-ge-drag
pro-fes-si-o-ne-ler pro-gram-ma pro-vin-cies pun-ten re-de-ne-ren ren-de-ment ru-we sa-men-stel-ling
sa-men-vat-ting sa-men-wer-kings-af-spra-ken sa-men-wer-kings-part-ner sam-schoolt schrijft se-rie
slag snel-ler sta-tus-hou-ders steen-tje steun-struc-tu-ren stoel stokt stu-rings-in-for-ma-tie
sub-doe-len taak taal ten-nis-baan ter-ro-ris-ti-sche tij-de tij-de-lij-ke toe-ge-rust ty-pisch
uit-bui-ting uit-ge-werkt u-ni-form vast-stel-ling vei-lig=van=deur=tot ver-ant-woor-de-lij-ke
ver-bor-ge-ne ver-duur-zaamd ver-hoogt ver-lei-din-gen ver-sus ver-trek-punt ver-van-ger
ver-wel-ko-men ver-za-me-ling vind vind-baar vis-sers-dorp voer-den voert voer-ten voor-komt
voor-lo-pi-ge vorm-ge-ge-ven vrij-wil-lig vrij-wil-li-gers-werk-be-leid vroeg-tij-dig
waar-ge-no-men week-en-den weer wer-ke-lijk wer-ken wet-te-lijk wijk-wij-zer win-dows zeer zelf
zo-da-nig zo-dat zo-ge-naam-de zorg-co-ö-pe-ra-ties
"""


def parted(words: str) -> list[tuple[str, int]]:
    """Return every word with its number of syllables."""
    return [
        (word.replace("-", "").replace("=", "-"), 1 + word.count("-") + word.count("="))
        for word in words.split()
    ]
