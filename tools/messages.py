# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keep the translations: the Dutch sentences in the sources against the files in `locale/`.

python -m tools.messages update    read every sentence and bring each django.po up to date
python -m tools.messages missing LANGUAGE [resident|staff]   print what is not translated yet
python -m tools.messages check     say what is missing or broken; exit code 1 when something is
python -m tools.messages compile   make the django.mo files (not committed)

Needs Babel and Django, no gettext programs.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "src" / "voelspriet"
LOCALE = SOURCES / "locale"
LANGUAGES = ("en", "tr", "ar")
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
# Only colleagues, administrators and operators read these; they work in Dutch or English. Every
# other source can reach a resident and must be there in every language.
STAFF_SOURCES = (
    "act/agenda/actions/",
    "act/agenda/choices/priority_tasks",
    "act/agenda/choices/safety_checks",
    "act/agenda/forms",
    "act/agenda/holdings",
    "act/agenda/queries/",
    "act/agenda/works_file",
    "act/initiatives/actions/answering",
    "act/initiatives/actions/budgets",
    "act/initiatives/actions/contacts",
    "act/initiatives/actions/entering",
    "act/initiatives/actions/importing",
    "act/initiatives/actions/listing",
    "act/initiatives/actions/statements",
    "act/initiatives/choices/staff",
    "act/initiatives/forms/budgets",
    "act/initiatives/forms/entering",
    "act/initiatives/forms/initiatives",
    "act/initiatives/holdings",
    "act/initiatives/queries/budgets",
    "act/initiatives/queries/initiatives",
    "act/initiatives/rules/access",
    "act/plans/",
    "answer/cases/",
    "answer/pages/actions",
    "answer/pages/forms",
    "answer/pages/holdings",
    "answer/pages/notice_words",
    "answer/pages/queries/overview",
    "answer/pages/rules",
    "answer/replies/actions/answering",
    "answer/replies/actions/calling",
    "answer/replies/actions/delivering",
    "answer/replies/actions/evening_reports",
    "answer/replies/actions/history",
    "answer/replies/actions/party_mails",
    "answer/replies/actions/reviewing",
    "answer/replies/actions/templates",
    "answer/replies/actions/translating",
    "answer/replies/holdings",
    "answer/replies/queries/templates",
    "answer/replies/rules/plan_mails",
    "doors/commands/",
    "doors/jobs/",
    "doors/public/evening_access",
    "doors/public/templates/public/evening_floor.html",
    "doors/public/templates/public/evening_notes.html",
    "doors/public/templates/public/evening_presence.html",
    "doors/public/views/evening_floor",
    "doors/public/templates/public/evening_help.html",
    "doors/public/templates/public/evening_refused.html",
    "doors/public/templates/public/evening_stopped.html",
    "doors/public/views/evening_helpers",
    "doors/public/templates/public/evening_count",
    "doors/public/templates/public/evening_lead",
    "doors/workspace/",
    "ground/areas/actions",
    "ground/knowledge/",
    "ground/network/actions/coverage",
    "ground/network/actions/organisations",
    "ground/network/actions/social_map",
    "ground/network/actions/welcome",
    "ground/network/forms/areas",
    "ground/network/forms/social_map",
    "ground/network/holdings",
    "ground/network/queries/coverage",
    "ground/network/queries/social_map",
    "ground/network/rules/keeping",
    "ground/people/",
    "ground/privacy/actions/",
    "ground/privacy/choices",
    "ground/privacy/records",
    "ground/ui/money_fields",
    "ground/ui/templates/ui/helper.html",
    "ground/ui/templates/ui/keys.html",
    "ground/ui/templates/ui/workspace.html",
    "listen/conversations/",
    "understand/coding/",
    "listen/drawings/actions/publishing",
    "listen/drawings/actions/reading",
    "listen/drawings/actions/rounds",
    "listen/drawings/forms/rounds",
    "listen/drawings/holdings",
    "listen/drawings/queries/notes",
    "listen/drawings/queries/rounds",
    "listen/drawings/queries/summaries",
    "listen/evenings/actions/counting",
    "listen/evenings/actions/links",
    "listen/evenings/actions/map_rounds",
    "listen/evenings/actions/notes",
    "listen/evenings/actions/preparing",
    "listen/evenings/actions/promises",
    "listen/evenings/actions/reports",
    "listen/evenings/actions/running",
    "listen/evenings/desk",
    "listen/evenings/floor_desk",
    "listen/evenings/forms/counting",
    "listen/evenings/forms/floor",
    "listen/evenings/forms/links",
    "listen/evenings/forms/notes",
    "listen/evenings/forms/papers",
    "listen/evenings/forms/preparing",
    "listen/evenings/forms/reports",
    "listen/evenings/holdings",
    "listen/evenings/queries/desk",
    "listen/evenings/queries/notes",
    "listen/evenings/queries/standing",
    "listen/evenings/rules/preparing",
    "listen/evenings/rules/running",
    "listen/evenings/templates/evenings/_count",
    "listen/evenings/templates/evenings/_desk",
    "listen/evenings/templates/evenings/_floor.html",
    "listen/evenings/templates/evenings/_helper_links.html",
    "listen/evenings/templates/evenings/_keys.html",
    "listen/evenings/templates/evenings/_notes.html",
    "listen/evenings/templates/evenings/_presence.html",
    "listen/evenings/templates/evenings/_screen_words",
    "listen/evenings/templates/evenings/screen",
    "listen/intake/actions/bundling",
    "listen/intake/actions/contacts",
    "listen/intake/actions/danger_terms",
    "listen/intake/actions/directing",
    "listen/intake/actions/entering",
    "listen/intake/actions/escalating",
    "listen/intake/actions/handovers",
    "listen/intake/actions/history",
    "listen/intake/actions/routing",
    "listen/intake/forms/directing",
    "listen/intake/forms/entry",
    "listen/intake/forms/inbox",
    "listen/intake/holdings",
    "listen/intake/queries/danger_terms",
    "listen/intake/queries/handovers",
    "listen/intake/queries/history",
    "listen/intake/queries/routing",
    "listen/surveys/actions",
    "listen/surveys/choices",
    "listen/surveys/forms/questionnaires",
    "listen/surveys/queries",
    "listen/surveys/reading",
    "listen/surveys/rules/expressions",
    "papers/actions",
    "papers/action_programme",
    "papers/budget_appendix",
    "papers/choices",
    "papers/college_proposal",
    "papers/council_letter",
    "papers/forms",
    "papers/plan_document",
    "papers/plan_evaluation",
    "papers/proposal_parts",
    "papers/perception_report",
    "papers/style",
    "papers/styling",
    "papers/versions/",
    "understand/findings/actions/",
    "understand/findings/choices/comparisons",
    "understand/findings/forms",
    "understand/findings/queries/comparisons",
    "understand/findings/queries/heard",
    "understand/findings/queries/places",
    "understand/findings/queries/prompts",
    "understand/findings/rules/codes",
    "understand/findings/rules/comparisons",
    "understand/tension/",
)
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|%[sd]|\{(\w*)\}|#")


@dataclass(frozen=True, slots=True)
class Source:
    """One sentence of the sources: its singular (and plural), its context, where it stands."""

    msgid: str | tuple[str, str]
    context: str | None
    files: frozenset[str]

    @property
    def is_for_residents(self) -> bool:
        """Whether one of its files can reach a resident."""
        return any(not file.startswith(STAFF_SOURCES) for file in self.files)


def _files() -> Iterator[tuple[str, bytes]]:
    for path in sorted(SOURCES.rglob("*")):
        if "locale" in path.parts or "migrations" in path.parts:
            continue
        name = path.relative_to(SOURCES).as_posix()
        if path.suffix == ".py":
            yield name, path.read_bytes()
        elif "templates" in path.parts and path.is_file():
            code = templatize(path.read_text(encoding="utf-8"), origin=name)
            yield name, code.encode()


def sources() -> list[Source]:
    """Return every sentence marked for translation, in the order of the files."""
    return list(_read())


@cache
def _read() -> tuple[Source, ...]:
    """Read every file once: parsing them takes seconds."""
    found: dict[tuple[str | tuple[str, str], str | None], set[str]] = {}
    for name, code in _files():
        for _line, message, _comments, context in extract(
            "python", io.BytesIO(code), KEYWORDS, options={"encoding": "utf-8"}
        ):
            msgid = message if isinstance(message, str) else (message[0], message[1])
            if msgid:
                found.setdefault((msgid, context), set()).add(name)
    return tuple(
        Source(msgid, context, frozenset(files)) for (msgid, context), files in found.items()
    )


def path_of(language: str) -> Path:
    """Return the file of a language."""
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def catalog(language: str) -> Catalog:
    """Read the translations of a language; empty when there is no file yet."""
    path = path_of(language)
    if not path.exists():
        return Catalog(locale=language, domain="django")
    with path.open("rb") as file:
        return read_po(file, locale=language, domain="django")


HEADER = """\
SPDX-FileCopyrightText: 2026 Voelspriet contributors
SPDX-License-Identifier: EUPL-1.2

{name} of Voelspriet. The sentences were translated with care but by one hand:
A NATIVE REVIEWER MUST STILL READ THEM before a municipality opens its site in this language
(docs/explanation/translations.md). The source language is Dutch at level B1, the form of
address is polite. A reviewer who agreed with everything removes this notice.
"""
NAMES = {"en": "English", "tr": "Turkish (Türkçe)", "ar": "Arabic (العربية)"}


def _write(language: str, content: Catalog) -> None:
    path = path_of(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    content.header_comment = "\n".join(
        f"# {line}".rstrip() for line in HEADER.format(name=NAMES[language]).splitlines()
    )
    buffer = io.BytesIO()
    write_po(buffer, content, width=100, include_lineno=False, omit_header=False, sort_output=True)
    # a date in the header would make every run a change; nobody's address belongs in it
    text = re.sub(
        rb'"(POT-Creation-Date|PO-Revision-Date|Report-Msgid-Bugs-To|Last-Translator): [^"]*"\n',
        b"",
        buffer.getvalue(),
    )
    path.write_bytes(text)


def update() -> None:
    """Bring every django.po up to date; sentences that are gone go, translations stay.

    What only colleagues read, and nobody translated, stands in the English file alone.
    """
    wanted = sources()
    for language in LANGUAGES:
        old = catalog(language)
        new = Catalog(
            locale=language,
            domain="django",
            project="voelspriet",
            version="1",
            charset="utf-8",
            language_team=NAMES[language],
            fuzzy=False,
        )
        for source in wanted:
            known = old.get(source.msgid, source.context)
            told = known.string if known is not None and _fits(known, source) else ""
            if not is_wanted(language, source) and not any(told):
                continue
            new.add(
                source.msgid,
                told,
                locations=[(f"src/voelspriet/{file}", 1) for file in sorted(source.files)],
                context=source.context,
            )
        _write(language, new)


def _fits(known: Message, source: Source) -> bool:
    return isinstance(known.id, str) == isinstance(source.msgid, str)


def strings_of(message: Message | None) -> tuple[str, ...]:
    """Return the translations of a message, one for each plural form; empty ones as they are."""
    if message is None:
        return ("",)
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def missing(language: str, *, residents: bool | None = None) -> list[Source]:
    """Return the sentences without a whole translation.

    `residents` True: only those a resident can see; False: only those of colleagues; None: all.
    """
    content = catalog(language)
    plurals = content.num_plurals
    found = []
    for source in sources():
        if residents is not None and source.is_for_residents != residents:
            continue
        strings = strings_of(content.get(source.msgid, source.context))
        wanted = 1 if isinstance(source.msgid, str) else plurals
        if len(strings) != wanted or not all(strings):
            found.append(source)
    return found


def broken(language: str) -> list[str]:
    """Return the sentences whose placeholders differ from those of the Dutch ones."""
    found = []
    for message in catalog(language):
        if not message.id or not any(strings_of(message)):
            continue
        ids = (message.id,) if isinstance(message.id, str) else message.id
        allowed = {_placeholders(text) for text in ids}
        for text in strings_of(message):
            # a form such as "one day" may leave the number out, an unknown name may never stand
            spare = _placeholders(text) - frozenset[str]().union(*allowed)
            lost = isinstance(message.id, str) and _placeholders(text) not in allowed
            if text and (spare or lost):
                found.append(f"{ids[0]!r}: {text!r}")
    return found


def _placeholders(text: str) -> frozenset[str]:
    return frozenset(match.group(0) for match in PLACEHOLDER.finditer(text))


def is_wanted(language: str, source: Source) -> bool:
    """Tell whether a language must have a sentence: English all, others those of residents."""
    return language == "en" or source.is_for_residents


def required(language: str) -> list[Source]:
    """Return what is missing of what this language must have."""
    return [source for source in missing(language) if is_wanted(language, source)]


def check() -> int:
    """Say what is missing or broken; return the exit code."""
    wrong = 0
    for language in LANGUAGES:
        for source in required(language):
            wrong += 1
            print(f"{language}: not translated: {source.msgid!r}")
        for line in broken(language):
            wrong += 1
            print(f"{language}: placeholders differ: {line}")
    return 1 if wrong else 0


def compile_all() -> None:
    """Make the django.mo files."""
    for language in LANGUAGES:
        with path_of(language).with_suffix(".mo").open("wb") as file:
            write_mo(file, catalog(language))


def main(arguments: list[str]) -> int:
    """Run one command."""
    if arguments == ["update"]:
        update()
    elif arguments == ["compile"]:
        compile_all()
    elif arguments == ["check"]:
        return check()
    elif arguments and arguments[0] == "missing":
        kind = {"resident": True, "staff": False}.get(arguments[2]) if arguments[2:] else None
        for source in missing(arguments[1], residents=kind):
            print(repr(source.msgid))
    else:
        print(__doc__)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
