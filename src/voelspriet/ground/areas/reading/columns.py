# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which column is which, in every edition of the maps of Statistics Netherlands and beyond."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from voelspriet.ground.areas.choices import AreaLevel
from voelspriet.ground.areas.told import rejected

# columns of one level, and those that say nothing of a level; compared without capitals and signs
CODES = {
    AreaLevel.NEIGHBOURHOOD: ("bucode", "buurtcode", "neighbourhoodcode"),
    AreaLevel.DISTRICT: ("wkcode", "wijkcode", "districtcode"),
    AreaLevel.MUNICIPALITY: ("gmcode", "gemeentecode", "municipalitycode"),
}
NAMES = {
    AreaLevel.NEIGHBOURHOOD: ("bunaam", "buurtnaam", "neighbourhoodname"),
    AreaLevel.DISTRICT: ("wknaam", "wijknaam", "districtname"),
    AreaLevel.MUNICIPALITY: ("gmnaam", "gemeentenaam", "municipalityname"),
}
ANY_CODE = ("statcode", "code", "areacode", "gwbcode", "regiocode")
ANY_NAME = ("statnaam", "name", "naam", "areaname", "gwblabel", "regionaam")
POPULATION = ("aantalinwoners", "aantinw", "inwoners", "population", "bevolking")
WATER = ("water", "h2o")
YEAR = ("jrstatcode", "jaar", "year", "peiljaar")
ALIASES = ("aliases", "alias", "anderenamen")
STREET_NAMES = (
    "naam", "name", "straatnaam", "straat", "street", "sttnaam", "openbareruimtenaam",
    "openbareruimte", "weergavenaam", "wegnaam", "plek", "place",
)  # fmt: skip
# the order in which a file without a stated level is understood
UNSTATED = (AreaLevel.NEIGHBOURHOOD, None, AreaLevel.DISTRICT, AreaLevel.MUNICIPALITY)


def plain(column: str) -> str:
    """Return a column name as it is compared: no capitals, no underscores or other signs."""
    return re.sub(r"[\W_]+", "", column).casefold()


class Columns:
    """The columns of a file, looked up by any of their known names."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._data = dict(data)
        self._by_plain = {plain(name): name for name in reversed(list(data))}

    def named(self, name: str) -> Any:
        """Return the column a person named. Raises FileRejected when the file has none such."""
        found = self._by_plain.get(plain(name))
        if found is None:
            known = ", ".join(sorted(self._data)) or "none"
            raise rejected(f"there is no column {name!r}; the file has: {known}")
        return self._data[found]

    def first(self, names: Iterable[str]) -> Any | None:
        """Return the first column that goes by one of these names; None when there is none."""
        found = next((self._by_plain[name] for name in names if name in self._by_plain), None)
        return None if found is None else self._data[found]

    def code_and_name(self, level: AreaLevel | None) -> tuple[Any | None, Any | None]:
        """Return the columns of code and name, as this level or as any level names them."""
        families: tuple[AreaLevel | None, ...] = (level, None) if level else UNSTATED
        for family in families:
            code = self.first(CODES[family] if family else ANY_CODE)
            if code is not None:
                own = NAMES[family] if family else ANY_NAME
                name = self.first(own)
                return code, self.first(ANY_NAME) if name is None else name
        return None, None
