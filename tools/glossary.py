# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keep the glossary: `docs/glossary.toml` is the source, `GLOSSARY.md` is made from it.

python -m tools.glossary --collect   add words the code has and the glossary does not
python -m tools.glossary --write     make GLOSSARY.md
python -m tools.glossary --check     fail when a word is missing or GLOSSARY.md is old
"""

from __future__ import annotations

import os
import re
import sys
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "docs" / "glossary.toml"
PAGE = ROOT / "GLOSSARY.md"
TAGS = ("FileCopyrightText: 2026 Voelspriet contributors", "License-Identifier: EUPL-1.2")
HEADER = "".join(f"# SPDX-{tag}\n" for tag in TAGS)
DUTCH = re.compile(r"\s*\(([^()]+)\)")


@dataclass
class Term:
    """One concept: the English word of the code, the Dutch word of people, what it means."""

    english: str
    dutch: str
    meaning: str
    values: dict[str, str] = field(default_factory=dict)


def read() -> dict[str, Term]:
    """Read the glossary."""
    if not SOURCE.exists():
        return {}
    content = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    return {item["english"]: Term(**item) for item in content.get("term", [])}


def of_code() -> dict[str, Term]:
    """Return every model and choice of the house, with the Dutch word of its docstring."""
    from django.apps import apps  # noqa: PLC0415  after django.setup()
    from django.db.models import TextChoices  # noqa: PLC0415
    from django.utils.translation import override  # noqa: PLC0415

    found = {}
    with override("nl"):
        for model in apps.get_models():
            if model.__module__.startswith("voelspriet."):
                found[model.__name__] = _term(model)
        for choices in TextChoices.__subclasses__():
            if choices.__module__.startswith("voelspriet."):
                term = _term(choices)
                term.values = {str(value): str(label) for value, label in choices.choices}
                found[choices.__name__] = term
    return found


def _term(thing: type) -> Term:
    text = " ".join((thing.__doc__ or "").split())
    match = DUTCH.search(text)
    return Term(thing.__name__, match.group(1) if match else "", DUTCH.sub("", text, count=1))


def _toml(term: Term) -> str:
    def quoted(text: str) -> str:
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    lines = ["[[term]]"]
    lines += [f"{name} = {quoted(getattr(term, name))}" for name in ("english", "dutch", "meaning")]
    if term.values:
        lines.append("[term.values]")
        lines += [f"{value} = {quoted(label)}" for value, label in term.values.items()]
    return "\n".join(lines) + "\n"


def collect() -> None:
    """Add what the code has; what somebody wrote in the glossary stays."""
    terms = read()
    code = of_code()
    for name, term in code.items():
        terms.setdefault(name, term)
        terms[name].values = term.values
    text = "\n".join(_toml(terms[name]) for name in sorted(terms, key=str.lower))
    SOURCE.write_text(HEADER + "\n" + text, encoding="utf-8")


def page(terms: dict[str, Term]) -> str:
    """Return GLOSSARY.md."""
    lines = [
        "<!--",
        *(f"SPDX-{tag}" for tag in TAGS),
        "-->",
        "",
        "# Glossary",
        "",
        "One word per concept: English in the code, Dutch for people. Made from",
        "`docs/glossary.toml` by `python -m tools.glossary --write`.",
        "",
        "| code | Dutch | meaning |",
        "|---|---|---|",
    ]
    for name in sorted(terms, key=str.lower):
        term = terms[name]
        values = "; ".join(f"`{value}` {label}" for value, label in term.values.items())
        meaning = term.meaning + (f" Values: {values}." if values else "")
        lines.append(f"| {term.english} | {term.dutch} | {meaning.replace('|', '/')} |")
    return "\n".join(lines) + "\n"


def problems() -> list[str]:
    """Return everything that keeps the glossary from being the truth."""
    terms, code = read(), of_code()
    found = [f"{name} is in the code and not in the glossary" for name in code if name not in terms]
    found += [f"{name} has no Dutch word" for name in terms if not terms[name].dutch]
    found += [f"{name} is in the glossary and not in the code" for name in terms
              if name[0].isupper() and name not in code]  # fmt: skip
    found += [
        f"{name}: the values of the glossary are not those of the code"
        for name, term in code.items()
        if name in terms and terms[name].values != term.values
    ]
    if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page(terms):
        found.append(
            "GLOSSARY.md is not made from docs/glossary.toml: run python -m tools.glossary --write"
        )
    return found


def main() -> int:
    """Run one of the three verbs."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "voelspriet.config.settings")
    django.setup()
    verb = sys.argv[1] if len(sys.argv) > 1 else ""
    if verb == "--collect":
        collect()
    if verb in {"--collect", "--write"}:
        PAGE.write_text(page(read()), encoding="utf-8")
        return 0
    if verb == "--check":
        found = problems()
        print("\n".join(found) or "The glossary holds every word of the models and choices.")
        return 1 if found else 0
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main())
