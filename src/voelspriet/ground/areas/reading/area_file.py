# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a file of municipalities, districts or neighbourhoods, whole or not at all."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from voelspriet.ground.areas.choices import AreaLevel
from voelspriet.ground.areas.reading.columns import (
    ALIASES,
    CODES,
    POPULATION,
    WATER,
    YEAR,
    Columns,
)
from voelspriet.ground.areas.reading.shapes import mended, read_shapes
from voelspriet.ground.areas.rules import ANY_CODE, FINEST_FIRST, cbs_level
from voelspriet.ground.areas.told import AreaFile, AreaTold, FileRejected, Problem, rejected

YEAR_IN_NAME = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
FIRST_YEAR, LAST_YEAR = 1900, 2100
SECRET = -99990  # CBS writes -99997, -99999999 and the like where it tells no number
LONGEST_NAME = 120
LAND = frozenset({"NEE", "N", "NO", "0", ""})


@dataclass(frozen=True, slots=True)
class AreaOptions:
    """What a person may say of a file that it does not say itself."""

    layer: str | None = None
    level: AreaLevel | None = None
    year: int | None = None
    code_column: str | None = None
    name_column: str | None = None
    population_column: str | None = None
    crs: str | None = None


@dataclass(frozen=True, slots=True)
class _Fields:
    """The columns of the file that matter."""

    codes: Any
    names: Any
    level: AreaLevel
    is_cbs: bool
    water: Any
    people: Any
    aliases: Any
    above: tuple[Any, ...]


@dataclass(slots=True)
class _Reading:
    areas: list[AreaTold] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    repaired: list[str] = field(default_factory=list)
    water: int = 0


def read_areas(path: Path, options: AreaOptions | None = None) -> AreaFile:
    """Read every area of a GeoPackage or GeoJSON file.

    Keeps land only, mends invalid rings and tells which. Raises FileRejected with row and reason
    for a bad or double code, a missing name, a missing or broken boundary, coordinates outside
    RD, or when level or year can be learned neither from the file nor from `options`.
    """
    options = options or AreaOptions()
    content = read_shapes(path, layer=options.layer, crs=options.crs)
    columns = Columns(content.columns)
    codes, names = _code_and_name(columns, options)
    level = options.level or _level_of(codes)
    year = options.year or _year_of(columns, path, content.layer)
    fields = _fields(columns, options, codes, names, level)
    reading = _Reading()
    for index, shape in enumerate(content.shapes):
        _read_row(index, shape, fields, reading)
    _refuse_double_codes(reading)
    if reading.problems:
        raise FileRejected(sorted(reading.problems, key=lambda problem: problem.row))
    if not reading.areas:
        raise rejected("the file holds no areas on land")
    return AreaFile(
        level=level,
        year=year,
        areas=tuple(reading.areas),
        source=f"{path.name} ({content.layer})"[:200],
        repaired=tuple(reading.repaired),
        water_left_out=reading.water,
    )


def _code_and_name(columns: Columns, options: AreaOptions) -> tuple[Any, Any]:
    codes, names = columns.code_and_name(options.level)
    if options.code_column:
        codes = columns.named(options.code_column)
    if options.name_column:
        names = columns.named(options.name_column)
    if codes is None or names is None:
        missing = "codes" if codes is None else "names"
        raise rejected(
            f"no column with {missing} is known; name it with --code-column/--name-column"
        )
    return codes, names


def _level_of(codes: Any) -> AreaLevel:
    found = Counter(cbs_level(_text(code).upper()) for code in codes)
    known = [level for level in found if level is not None]
    if len(known) == 1:
        return known[0]
    raise rejected("the codes do not tell one level; say district, neighbourhood or municipality")


def _year_of(columns: Columns, path: Path, layer: str) -> int:
    told = columns.first(YEAR)
    if told is not None:
        years = {_text(value)[:4] for value in told}
        if len(years) == 1 and (year := years.pop()).isdigit():
            return int(year)
    named = set(YEAR_IN_NAME.findall(layer)) or set(YEAR_IN_NAME.findall(path.stem))
    if len(named) == 1:
        return int(named.pop())
    raise rejected("the file does not say one year; say which, such as 2025")


def _fields(
    columns: Columns, options: AreaOptions, codes: Any, names: Any, level: AreaLevel
) -> _Fields:
    finer = FINEST_FIRST.index(level)
    above = (columns.first(CODES[higher]) for higher in FINEST_FIRST[finer + 1 :])
    return _Fields(
        codes=codes,
        names=names,
        level=level,
        is_cbs=any(cbs_level(_text(code).upper()) for code in codes),
        water=columns.first(WATER),
        people=columns.named(options.population_column)
        if options.population_column
        else columns.first(POPULATION),
        aliases=columns.first(ALIASES),
        above=tuple(column for column in above if column is not None),
    )


def _read_row(index: int, shape: Any, fields: _Fields, reading: _Reading) -> None:
    if fields.water is not None and _text(fields.water[index]).upper() not in LAND:
        reading.water += 1
        return
    code, name = _text(fields.codes[index]), _text(fields.names[index])
    code = code.upper() if fields.is_cbs else code
    problem = _code_problem(code, fields.level, is_cbs=fields.is_cbs) or _name_problem(name)
    boundary, remark = mended(shape)
    if problem or boundary is None:
        reading.problems.append(Problem(index + 1, problem or f"{code}: {remark}"))
        return
    if remark:
        reading.repaired.append(f"{code}: {remark}")
    reading.areas.append(
        AreaTold(
            code=code,
            name=name,
            shape=boundary,
            population=None if fields.people is None else _count(fields.people[index]),
            aliases=() if fields.aliases is None else _list(fields.aliases[index]),
            parent_codes=tuple(filter(None, (_text(column[index]) for column in fields.above))),
            row=index + 1,
        )
    )


def _code_problem(code: str, level: AreaLevel, *, is_cbs: bool) -> str:
    if not code:
        return "there is no code"
    if is_cbs and cbs_level(code) is not level:
        return f"{code!r} is no code of a {level.value}"
    return "" if ANY_CODE.fullmatch(code) else f"{code!r} is no code"


def _name_problem(name: str) -> str:
    if not name:
        return "there is no name"
    return f"the name is longer than {LONGEST_NAME} letters" if len(name) > LONGEST_NAME else ""


def _refuse_double_codes(reading: _Reading) -> None:
    first: dict[str, int] = {}
    for area in reading.areas:
        if area.code in first:
            reason = f"the code {area.code} stands in row {first[area.code]} too"
            reading.problems.append(Problem(area.row, reason))
        first.setdefault(area.code, area.row)


def _text(value: Any) -> str:
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    return str(value).strip()


def _list(value: Any) -> tuple[str, ...]:
    return tuple(part.strip() for part in _text(value).split(";") if part.strip())


def _count(value: Any) -> int | None:
    """Return a number of people; None where the source keeps it secret or tells none."""
    try:
        number = float(_text(value) or "nan")
    except ValueError:
        return None
    if not math.isfinite(number) or number <= SECRET or number < 0:
        return None
    return round(number)
