# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the house never stores, whatever anybody asks for (G2)."""

from __future__ import annotations

import re

from django.apps import apps

NEVER = re.compile(
    r"(ethnic|religio|belief|nationalit|birth_?(place|country)|origin_country|migration|bsn|"
    r"ip_address|user_agent|^ip$)"
)


def _own_models():
    return [m for m in apps.get_models() if m.__module__.startswith("voelspriet.")]


def test_no_model_has_a_field_for_origin_religion_or_device():
    found = [
        f"{model.__name__}.{field.name}"
        for model in _own_models()
        for field in model._meta.get_fields()
        if NEVER.search(field.name)
    ]
    assert not found


# one of them or the other, never both: the constraint of this name holds it
EITHER = {"Notice": "notice_one_sender"}


def test_no_model_links_one_person_to_another():
    people = {"User", "Face", "KeyFigure"}
    found = []
    for model in _own_models():
        links = [
            field.name
            for field in model._meta.get_fields()
            if field.is_relation
            and not field.auto_created
            and field.related_model is not None
            and field.related_model.__name__ in people
        ]
        held = {constraint.name for constraint in model._meta.constraints}
        if len(links) > 1 and EITHER.get(model.__name__) not in held:
            found.append(f"{model.__name__}: {links}")
    assert not found


def test_reports_contacts_and_conversations_are_encrypted():
    encrypted = {
        ("intake", "Signal", "text"),
        ("intake", "Signal", "point"),
        ("intake", "ReporterContact", "email"),
        ("intake", "ReporterContact", "phone"),
        ("intake", "ReporterContact", "name"),
        ("intake", "Message", "text"),
        ("intake", "Note", "text"),
        ("intake", "Handover", "text"),
        ("network", "KeyFigure", "name"),
        ("network", "KeyFigure", "phone"),
        ("network", "KeyFigure", "email"),
        ("conversations", "Source", "text"),
        ("conversations", "SourceOriginal", "text"),
        ("conversations", "UrgentCase", "text"),
        ("coding", "Fragment", "memo"),
        ("coding", "Fragment", "hot_spot"),
        ("coding", "Fragment", "hot_crime"),
        ("coding", "Fragment", "hot_time"),
        ("replies", "Answer", "text"),
        ("replies", "Rating", "words"),
    }
    for app, model, name in encrypted:
        field = apps.get_model(app, model)._meta.get_field(name)
        assert type(field).__name__ == "EncryptedTextField", (model, name)


def test_nobody_can_tell_who_asked_or_knows_a_key_figure():
    """No person's row is reached from a key figure, and no choice of the network names origin."""
    figure = apps.get_model("network", "KeyFigure")
    links = {
        field.name: field.related_model.__name__
        for field in figure._meta.get_fields()
        if field.is_relation and field.related_model is not None
    }
    assert links == {
        "municipality": "Municipality",
        "area": "Area",
        "subjects": "KeyFigureSubject",
    }
    assert not [f.name for f in figure._meta.get_fields() if f.name.endswith(("_by", "_by_id"))]
    values = [
        str(value)
        for model in apps.get_app_config("network").get_models()
        for field in model._meta.fields
        for value, _label in field.choices or ()
    ]
    assert values
    assert not [value for value in values if NEVER.search(value)]
