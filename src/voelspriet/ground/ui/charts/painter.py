# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Paint a scene as an SVG. The only file that knows the plotting library."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from voelspriet.ground.ui.charts.chart import Chart, Language, Value
from voelspriet.ground.ui.charts.lettering import cleaned
from voelspriet.ground.ui.charts.scene import WIDTH, Band, Mark, Path, Plane, Scene, Symbol, Text
from voelspriet.ground.ui.charts.tokens import FONT, PAPER

if TYPE_CHECKING:
    import altair as alt

Style = tuple[tuple[str, Any], ...]
STRAIGHT = 2  # points
TAG = re.compile(r"<[^<>]*>")
# what the library says of each part would be told without words: the whole is one image
PARTS = re.compile(r' (?:role|aria-[a-z]+|class|pointer-events)="[^"]*"')
ROOT = re.compile(r"^<svg [^>]*>")


def painted(
    scene: Scene,
    *,
    columns: Mapping[str, Sequence[Value]],
    title: str,
    description: str,
    language: Language,
) -> Chart:
    """Return a scene as a chart that tells its title and description."""
    title, description = cleaned(title), cleaned(description)
    key = repr([title, description, language, *map(_nearly, columns.values())])
    ident = f"chart-{hashlib.sha256(key.encode('utf-8', 'replace')).hexdigest()[:12]}"
    root = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" lang="{language}"'
        f' xml:lang="{language}" width="{WIDTH}" height="{scene.height}"'
        f' viewBox="0 0 {WIDTH} {scene.height}"'
        f' aria-labelledby="{ident}-title {ident}-desc">'
        f'<title id="{ident}-title">{escape(title)}</title>'
        f'<desc id="{ident}-desc">{escape(description)}</desc>'
    )
    plain = TAG.sub(lambda tag: PARTS.sub("", tag.group()), _drawn(scene))
    svg = ROOT.sub(lambda _: root, plain, count=1)
    return Chart(svg, columns, title, description)


def _nearly(column: Sequence[Value]) -> list[str]:
    """Return values as digits that machines agree on: the last ones of a float they do not."""
    return [f"{value:.9g}" if isinstance(value, float) else str(value) for value in column]


def _drawn(scene: Scene) -> str:
    # slow import: only who draws a chart waits for it
    import altair as alt  # noqa: PLC0415
    import vl_convert  # noqa: PLC0415

    # places are pixels already
    across = alt.Scale(domain=[0, WIDTH], nice=False, zero=False)
    down = alt.Scale(domain=[scene.height, 0], nice=False, zero=False)
    x, y = alt.X("x:Q", axis=None, scale=across), alt.Y("y:Q", axis=None, scale=down)
    layers = [
        _layer(alt.Chart(_data(marks)), kind, dict(style)).encode(x=x, y=y)
        for (_, kind, style), marks in _grouped(scene.marks).items()
    ]
    size = alt.AutoSizeParams(type="none")
    drawing = (
        alt.layer(*layers)
        .properties(width=WIDTH, height=scene.height, padding=0, autosize=size)
        .configure(aria=False, background=PAPER)
        .configure_view(stroke=None)
    )
    # checking every row against the schema takes longer than drawing it
    svg: str = vl_convert.vegalite_to_svg(drawing.to_dict(validate=False))
    return svg


def _grouped(marks: tuple[Mark, ...]) -> dict[tuple[Plane, str, Style], list[Mark]]:
    """Put marks that look alike together, back to front, so that there are few layers."""
    groups: dict[tuple[Plane, str, Style], list[Mark]] = {}
    for mark in marks:
        groups.setdefault(_look(mark), []).append(mark)
    return dict(sorted(groups.items(), key=_depth))


def _depth(group: tuple[tuple[Plane, str, Style], list[Mark]]) -> tuple[Plane, int]:
    """Return how far to the front a group lies: small marks before big ones, so that both show."""
    (plane, _, style), _ = group
    return plane, -int(dict(style).get("size", 0))


def _look(mark: Mark) -> tuple[Plane, str, Style]:
    match mark:
        case Band():
            return Plane.BAND, "band", (("fill", mark.fill),)
        case Path():
            stroke = mark.stroke
            style: Style = (
                ("stroke", stroke.colour),
                ("strokeWidth", stroke.width),
                ("strokeDash", stroke.dash),
            )
            return mark.plane, "line" if len(mark.points) == STRAIGHT else "path", style
        case Symbol():
            style = (
                ("shape", mark.look.shape),
                ("size", mark.look.size),
                ("stroke", mark.look.colour),
                ("fill", mark.look.colour if mark.look.is_filled else PAPER),
            )
            return Plane.SYMBOL, "symbol", style
        case Text():
            style = (
                ("align", mark.align),
                ("color", mark.colour),
                ("fontWeight", "bold" if mark.is_bold else "normal"),
                ("fontSize", mark.size),
            )
            return Plane.TEXT, "text", style


def _layer(chart: alt.Chart, kind: str, style: dict[str, Any]) -> alt.Chart:
    layer: alt.Chart
    match kind:
        case "band":
            layer = chart.mark_area(**style).encode(y2="y2:Q", detail="mark:N")
        case "line":
            layer = chart.mark_rule(**style).encode(x2="x2:Q", y2="y2:Q")
        case "path":
            layer = chart.mark_line(**style).encode(order="order:Q", detail="mark:N")
        case "symbol":
            layer = chart.mark_point(strokeWidth=2, opacity=1, **style)
        case _:
            text = chart.mark_text(font=FONT, baseline="alphabetic", **style)
            layer = text.encode(text="text:N")
    return layer


def _data(marks: list[Mark]) -> dict[str, Any]:
    return {"values": [row for number, mark in enumerate(marks) for row in _rows(number, mark)]}


def _rows(number: int, mark: Mark) -> list[dict[str, str | float]]:
    match mark:
        case Band():
            return [
                {"mark": number, "x": _near(x), "y": _near(top), "y2": _near(bottom)}
                for x, top, bottom in mark.points
            ]
        case Path(points=((x1, y1), (x2, y2))):
            return [{"x": _near(x1), "y": _near(y1), "x2": _near(x2), "y2": _near(y2)}]
        case Path():
            return [
                {"mark": number, "order": order, "x": _near(x), "y": _near(y)}
                for order, (x, y) in enumerate(mark.points)
            ]
        case Symbol():
            return [{"x": _near(mark.x), "y": _near(mark.y)}]
        case Text():
            return [{"x": _near(mark.x), "y": _near(mark.y), "text": mark.text}]


def _near(pixel: float) -> float:
    """Return a place to a quarter of a pixel: no eye sees more, and files stay small."""
    return round(pixel * 4) / 4
