# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The source of the house, parsed once for the architecture tests."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "voelspriet"


@dataclass(frozen=True)
class Module:
    """One source file: its dotted name without `voelspriet.`, text and tree."""

    path: Path
    name: str
    text: str
    tree: ast.Module

    @property
    def place(self) -> str:
        return str(self.path.relative_to(ROOT))

    def is_in_layer(self, layer: str) -> bool:
        """Tell whether this is `<room>/<layer>.py` or a file of the package `<room>/<layer>/`."""
        return layer in self.name.split(".")


@lru_cache(maxsize=1)
def modules() -> tuple[Module, ...]:
    found = []
    for path in sorted(SOURCE.rglob("*.py")):
        if "migrations" in path.parts:
            continue
        text = path.read_text(encoding="utf-8")
        name = ".".join(path.relative_to(SOURCE).with_suffix("").parts)
        found.append(Module(path, name.removesuffix(".__init__"), text, ast.parse(text)))
    return tuple(found)


def rooms() -> set[str]:
    """The rooms that hold models or actions, such as `listen.intake`."""
    return {
        ".".join(module.name.split(".")[:2])
        for module in modules()
        if module.name.split(".")[0] in {"ground", "listen", "understand", "act", "answer"}
        and len(module.name.split(".")) > 1
    }


Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(module: Module) -> list[Function]:
    return [node for node in ast.walk(module.tree) if isinstance(node, Function)]


def own_length(function: Function) -> int:
    """Lines of a function without its docstring."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    docstring = ast.get_docstring(function, clean=False)
    return lines - (docstring.count("\n") + 1 if docstring else 0)


def decorator_names(function: Function) -> set[str]:
    names = set()
    for decorator in function.decorator_list:
        target = decorator.func if isinstance(decorator, ast.Call) else decorator
        if isinstance(target, ast.Name):
            names.add(target.id)
        elif isinstance(target, ast.Attribute):
            names.add(target.attr)
    return names
