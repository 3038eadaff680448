# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Names of a municipality that does not exist. None of them is a real area's name (tested)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MUNICIPALITY = "Zilverwende"
MUNICIPALITY_SLUG = "zilverwende"
MUNICIPALITY_CODE = "GM9999"
PHONE = "0800 0000"
MAIL_HOST = "zilverwende.example"
# only for the demo: the same for everybody, and printed at its start
PASSWORD = "zilver-water-demo"  # noqa: S105
SENDER = "Gemeente Zilverwende <niet-beantwoorden@zilverwende.example>"


class Kind(StrEnum):
    """What a neighbourhood looks like; decides its streets and what people tell."""

    OLD = "old"
    FLATS = "flats"
    ROWS = "rows"
    GREEN = "green"
    HARBOUR = "harbour"


@dataclass(frozen=True, slots=True)
class NeighbourhoodPlan:
    """A neighbourhood to be: `density` relative to the others, `load` how much is told there."""

    name: str
    kind: Kind
    density: float
    load: float
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DistrictPlan:
    """A district to be, with its neighbourhoods; the first district is the centre."""

    name: str
    neighbourhoods: tuple[NeighbourhoodPlan, ...]


DISTRICTS = (
    DistrictPlan(
        "Wendekern",
        (
            NeighbourhoodPlan("Havenkrans", Kind.HARBOUR, 1.3, 1.5, ("de haven",)),
            NeighbourhoodPlan("Kadekwartier", Kind.OLD, 1.5, 1.3),
            NeighbourhoodPlan("Lantaarnhoek", Kind.OLD, 1.6, 1.0, ("de Hoek",)),
            NeighbourhoodPlan("Klokkenveld", Kind.ROWS, 1.2, 0.8),
        ),
    ),
    DistrictPlan(
        "Noorderkrans",
        (
            NeighbourhoodPlan("Zwaluwkamp", Kind.FLATS, 1.9, 2.1, ("de Zwaluw",)),
            NeighbourhoodPlan("De Tureluurs", Kind.ROWS, 1.1, 0.9),
            NeighbourhoodPlan("De Watersnip", Kind.ROWS, 0.9, 0.7),
            NeighbourhoodPlan("Reigerwende", Kind.GREEN, 0.5, 0.5),
        ),
    ),
    DistrictPlan(
        "Oosterwende",
        (
            NeighbourhoodPlan("Zeiltuinen", Kind.ROWS, 1.1, 1.0),
            NeighbourhoodPlan("Touwslagershof", Kind.FLATS, 1.7, 1.6),
            NeighbourhoodPlan("Kluiverbuurt", Kind.ROWS, 1.2, 1.1),
            NeighbourhoodPlan("De Bolders", Kind.GREEN, 0.6, 0.5),
        ),
    ),
    DistrictPlan(
        "Zuiderwende",
        (
            NeighbourhoodPlan("De Lichtboei", Kind.FLATS, 1.5, 1.3),
            NeighbourhoodPlan("Boeienkwartier", Kind.ROWS, 1.1, 0.9),
            NeighbourhoodPlan("Oesterhof", Kind.GREEN, 0.6, 0.4),
        ),
    ),
    DistrictPlan(
        "Westerwende",
        (
            NeighbourhoodPlan("Boomgaardwende", Kind.GREEN, 0.5, 0.4),
            NeighbourhoodPlan("Spiegelbeek", Kind.ROWS, 1.0, 0.8),
            NeighbourhoodPlan("De Korenwende", Kind.ROWS, 0.9, 0.7),
        ),
    ),
)

STREET_STEMS: dict[Kind, tuple[str, ...]] = {
    Kind.OLD: (
        "Lantaarn", "Klokken", "Zilversmids", "Bakkers", "Wevers", "Hoedenmakers", "Koperslagers",
        "Brugwachters", "Kaarsenmakers", "Kuipers", "Torenwachters", "Boekbinders", "Glazeniers",
        "Mandenmakers", "Leerlooiers", "Pottenbakkers", "Stadswachters", "Tingieters",
        "Waagmeesters", "Orgelmakers", "Nachtwakers", "Kruiers", "Spinsters", "Turfdragers",
    ),
    Kind.FLATS: (
        "Zwaluw", "Gierzwaluw", "Leeuwerik", "Kwikstaart", "Roodborst", "Winterkoning", "Merel",
        "Spreeuwen", "Nachtegaal", "Wielewaal", "Putter", "Sijsjes", "Goudvink", "Koolmees",
        "Boomklever", "Pimpelmees", "Staartmees", "Kramsvogel", "Zanglijster", "Fitis", "Tjiftjaf",
        "Heggenmus", "Vuurgoud", "Distelvink", "Kneu",
    ),
    Kind.ROWS: (
        "Fokkemast", "Kluiver", "Bezaan", "Spinnaker", "Topzeil", "Bramzeil", "Boegspriet",
        "Sextant", "Stuurwiel", "Landvasten", "Touwladder", "Kajuit", "Achterdek", "Voorsteven",
        "Zwaard", "Ankerlier", "Scheepsbel", "Loodlijn", "Patrijspoort", "Windvaan", "Roerpen",
        "Giek", "Want", "Mastkoker",
    ),
    Kind.GREEN: (
        "Korenbloem", "Klaproos", "Boterbloem", "Madelief", "Vergeetmij", "Ganzerik",
        "Duizendblad", "Wilgenroosje", "Valeriaan", "Koekoeksbloem", "Kattenstaart", "Lisdodde",
        "Moerasspirea", "Waterviolier", "Fluitenkruid", "Pinksterbloem", "Dotterbloem",
        "Smeerwortel", "Toorts", "Wederik", "Zuring", "Egelskop", "Pijlkruid",
    ),
    Kind.HARBOUR: (
        "Vletter", "Visbank", "Garnalen", "Haringpakkers", "Botter", "Schokker", "Kwak", "Fuiken",
        "Nettenboet", "Taanderij", "Zeilmakers", "Ansjovis", "Spiering", "Botvissers",
        "Palingrokers", "Zouters", "IJsbrekers", "Havenlicht", "Dukdalf", "Meerpaal", "Kadewerkers",
        "Sleepboot", "Werfbazen", "Pontveer",
    ),
}  # fmt: skip
STREET_ENDINGS: dict[Kind, tuple[str, ...]] = {
    Kind.OLD: ("straat", "steeg", "gang", "plein"),
    Kind.FLATS: ("straat", "laan", "plein", "pad"),
    Kind.ROWS: ("straat", "hof", "weg", "pad"),
    Kind.GREEN: ("laan", "pad", "weg", "weide"),
    Kind.HARBOUR: ("kade", "straat", "steiger", "werf"),
}
SPOT_KINDS = (
    ("speeltuin", ("De Krekel", "Het Vlot", "De Kabouter", "De Schatkist", "Het Kraaiennest")),
    ("basisschool", ("De Vuurtoren", "De Wegwijzer", "Het Baken", "De Windroos", "De Zeester")),
    ("buurthuis", ("De Kajuit", "Het Anker", "De Huiskamer", "De Voorplecht", "Het Praathuis")),
    ("winkels", ("aan de Kade", "bij de Brug", "op het Plein", "bij de Toren", "aan de Laan")),
    ("park", ("De Rietkraag", "Het Zilverbos", "De Vijver", "Het Eiland", "De Wilgen")),
    ("sportveld", ("De Bal", "Het Doel", "De Middenstip", "De Aftrap", "De Sprint")),
)
