# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every sentence a person can see is there in their language."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.utils.translation import ngettext, override

from tools import messages


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_no_required_sentence_is_left_in_dutch(language):
    assert [source.msgid for source in messages.required(language)] == []


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_every_translation_keeps_the_placeholders(language):
    assert messages.broken(language) == []


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_the_file_says_that_a_native_reviewer_must_still_read_it(language):
    assert "NATIVE REVIEWER" in messages.path_of(language).read_text(encoding="utf-8")


@pytest.mark.parametrize(("language", "forms"), [("en", 2), ("tr", 1), ("ar", 6)])
def test_each_language_has_its_own_plural_forms(language, forms):
    content = messages.catalog(language)

    assert content.num_plurals == forms
    plurals = [one for one in content if isinstance(one.id, tuple) and any(one.string)]
    assert plurals
    assert {len(messages.strings_of(one)) for one in plurals} == {forms}


def test_arabic_counts_in_six_ways():
    with override("ar"):
        said = [
            ngettext("nog %(count)s dag", "nog %(count)s dagen", count) % {"count": count}
            for count in (0, 1, 2, 3, 11, 100)
        ]

    assert len(set(said)) == 6


def test_files_hold_no_sentence_that_is_gone():
    known = {(source.msgid, source.context): source for source in messages.sources()}
    for language in messages.LANGUAGES:
        held = {(one.id, one.context) for one in messages.catalog(language) if one.id}
        wanted = {key for key, one in known.items() if messages.is_wanted(language, one)}
        assert wanted <= held <= set(known), "run: python -m tools.messages update"


def test_what_staff_alone_read_is_named_by_folders_that_exist():
    names = [path.relative_to(messages.SOURCES).as_posix() for path in messages.SOURCES.rglob("*")]
    for prefix in messages.STAFF_SOURCES:
        assert any(name.startswith(prefix.rstrip("/")) for name in names), prefix


def test_a_source_of_residents_counts_for_residents_even_when_staff_use_it_too():
    both = messages.Source("Buurt", None, frozenset({"doors/workspace/a.py", "doors/public/b.py"}))
    staff = messages.Source("Route", None, frozenset({"doors/workspace/a.py"}))

    assert both.is_for_residents
    assert not staff.is_for_residents


def test_update_keeps_translations_and_drops_what_is_gone(tmp_path, monkeypatch):
    monkeypatch.setattr(messages, "LOCALE", tmp_path)
    monkeypatch.setattr(messages, "LANGUAGES", ("en",))
    old = [messages.Source("Goed", None, frozenset({"a.py"}))]
    monkeypatch.setattr(messages, "sources", lambda: old)
    messages.update()
    content = messages.catalog("en")
    content.get("Goed").string = "Good"
    messages._write("en", content)

    new = [*old, messages.Source("Nieuw", None, frozenset({"b.py"}))]
    monkeypatch.setattr(messages, "sources", lambda: new)
    messages.update()

    assert messages.catalog("en").get("Goed").string == "Good"
    assert [source.msgid for source in messages.missing("en")] == ["Nieuw"]

    monkeypatch.setattr(messages, "sources", lambda: new[1:])
    messages.update()

    assert messages.catalog("en").get("Goed") is None


def test_what_colleagues_alone_read_stands_only_in_english_or_where_it_was_translated(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(messages, "LOCALE", tmp_path)
    monkeypatch.setattr(messages, "LANGUAGES", ("en", "ar"))
    staff = next(one for one in messages.STAFF_SOURCES if one.endswith("/")) + "x.py"
    told = [
        messages.Source("Voor iedereen", None, frozenset({"doors/public/x.py"})),
        messages.Source("Voor ons", None, frozenset({staff})),
        messages.Source(("%(n)s dag", "%(n)s dagen"), None, frozenset({staff})),
    ]
    monkeypatch.setattr(messages, "sources", lambda: told)
    messages.update()
    assert len([one for one in messages.catalog("en") if one.id]) == len(told)
    assert [one.id for one in messages.catalog("ar") if one.id] == ["Voor iedereen"]
    assert [one.msgid for one in messages.required("ar")] == ["Voor iedereen"]
    assert len(messages.missing("ar", residents=False)) == 2

    content = messages.catalog("ar")
    content.add("Voor ons", "لنا")
    messages._write("ar", content)
    messages.update()
    assert messages.catalog("ar").get("Voor ons").string == "لنا"

    told[2] = messages.Source(told[2].msgid, None, frozenset({staff, "doors/public/x.py"}))
    messages.update()
    assert messages.catalog("ar").get(told[2].msgid) is not None


def test_a_lost_or_invented_placeholder_is_found(tmp_path, monkeypatch):
    monkeypatch.setattr(messages, "LOCALE", tmp_path)
    monkeypatch.setattr(messages, "LANGUAGES", ("en",))
    lines = ["Nog %(count)s tekens", "Dag %(name)s"]
    wanted = [messages.Source(line, None, frozenset({"a.py"})) for line in lines]
    monkeypatch.setattr(messages, "sources", lambda: wanted)
    messages.update()
    content = messages.catalog("en")
    content.get(lines[0]).string = "%(count)s characters left"
    content.get(lines[1]).string = "Hello %(naam)s"
    messages._write("en", content)

    assert len(messages.broken("en")) == 1
    assert "naam" in messages.broken("en")[0]


def test_templates_and_python_are_both_read():
    files = {file for source in messages.sources() for file in source.files}

    assert any(Path(file).suffix == ".html" for file in files)
    assert any(Path(file).suffix == ".py" for file in files)
