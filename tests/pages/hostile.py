# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A town in which every text column of every table holds what an attacker would type."""

from __future__ import annotations

from django.apps import apps
from django.conf import settings
from django.db import models

from tests.conftest import arranging
from tests.factories.replies import code_of
from tests.factories.signals import NOON, make_message
from tests.pages.scene import Scene, make_scene
from voelspriet.act.agenda.choices.safety_checks import AdviceReply
from voelspriet.act.agenda.models import SafetyCheck
from voelspriet.act.plans.choices.proposals import ProposalKind
from voelspriet.answer.pages.choices import StoryState
from voelspriet.answer.pages.models import Story
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.listen.intake.models import Note, PermissionRequest, Signal

MARKUP = (
    '"\'><b data-harm>{{ "tem"|add:"plated" }}<script>document.title=\'geraakt\'</script>'
    "<img src=x onerror=\"document.title='geraakt'\"></title></textarea><svg onload=alert(1)>"
)
ADDRESS = "javascript:document.title='geraakt'//"
FORMULA = '=1+1+cmd|"/c calc"!A0'
PAYLOADS = {"markup": MARKUP, "address": ADDRESS, "formula": FORMULA}
ESCAPED = "&lt;b data-harm"
FOLLOW_CODE = code_of(777)
# written by the program only, in words of its own; what somebody types never lands there
MACHINE = {
    "action", "subject",
    "area_code", "code", "content", "error", "file_name", "language", "media_type", "message_id",
    "municipality_code", "password", "photo", "point", "receipt_hash", "reference", "slug",
    "submission", "tokens", "join_code", "agreement_reference", "meeting_reference",
    "map_round_reference", "token", "translation_language", "worker_key", "account_hash", "host",
    "colour", "line", "digest", "seed",
    "geometry", "paid_by_reference", "search_name", "search_text", "search_title",
    "code_hash", "token_hash", "screen_language",
}  # fmt: skip

# names by which rows find what a questionnaire defines: an import lets only XML names in; and
# numbers per group of letters
KEYS = {("Question", "name"), ("HandCount", "choice"), ("PresenceCount", "category"),
        ("Suggester", "weights"),
        # JSON of the program; a sentence only where a file was refused
        ("ProjectImport", "told"), ("ProjectImport", "why"),
        # in addresses, and how files point at rows; a sum lets only amounts in
        ("BudgetProduct", "key"), ("BudgetCover", "key"), ("BudgetHire", "key"),
        ("BudgetProject", "key"), ("BudgetRemark", "key"), ("ControlSum", "key"),
        ("ControlSum", "typed"), ("PaperVersion", "about")}  # fmt: skip


def text_columns() -> list[tuple[type[models.Model], list[models.Field]]]:
    """Return every column that can hold what somebody typed, by model."""
    found = []
    for model in apps.get_models():
        if not model.__module__.startswith("voelspriet."):
            continue
        columns = [
            one
            for one in model._meta.concrete_fields
            if isinstance(one, models.CharField | models.TextField)
            and not one.choices
            and one.name not in MACHINE
            and (model.__name__, one.name) not in KEYS
        ]
        if columns:
            found.append((model, columns))
    return found


def _words(column: models.Field, words: str, number: int) -> str:
    if isinstance(column, models.EmailField):
        return f'"<b/data-harm={number}>"@voorbeeld.nl'
    limit = column.max_length or 4000
    ending = str(number)
    return words[: limit - len(ending)] + ending


def fill_every_column(words: str) -> None:
    """Put `words` in every text column of every row, made different by the row's number."""
    with arranging():
        for model, columns in text_columns():
            for row in model._base_manager.all():
                values = {one.name: _words(one, words, row.pk) for one in columns}
                # a worrying case has words or somebody who confirmed it, never both
                values.pop("confirmed_by", None)
                # only a letter to the council says whose portfolio it is
                if getattr(row, "kind", "") == ProposalKind.COLLEGE:
                    values.pop("portfolio", None)
                # what came of a moment, a criterion or a comment has a day
                for day, told in (("held_on", "outcome"), ("reported_on", "finding"),
                                  ("settled_at", "settled_by_name"),
                                  ("settled_at", "answer")):  # fmt: skip
                    if getattr(row, day, day) is None:
                        values.pop(told, None)
                model._base_manager.filter(pk=row.pk).update(**values)
        for line in AuditLine.objects.all():
            AuditLine.objects.filter(pk=line.pk).update(detail={"reden": words})


def make_hostile_scene(words: str) -> Scene:
    """Make the scene of the access tests, with more rows to type in, and fill it."""
    scene = make_scene()
    signal = scene.own.parts["signal"]
    make_message(signal)
    with arranging():
        Signal.objects.filter(pk=signal.pk).update(
            receipt_hash=settings.KEYRING.receipt_hash(FOLLOW_CODE)
        )
        PermissionRequest.objects.create(
            signal=signal, question="?", by_name="Noor", asked_at=NOON, answered_at=NOON,
            granted=True,
        )  # fmt: skip
        Note.objects.create(signal=signal, text="!", by_id=1, by_name="Noor", at=NOON)
        Story.objects.all().update(
            state=StoryState.PUBLISHED, published_at=NOON, checked_by_id=1, checked_by_name="Noor"
        )
        for action in ("signal.received", "contact.read", "answer.written", "role.assign"):
            AuditLine.objects.create(
                at=NOON, municipality_id=scene.town.municipality.pk, actor_kind="staff",
                actor_name="Noor", action=action, subject="signal",
                subject_reference=signal.reference,
            )  # fmt: skip
        scene.own.parts["proposal"].decisions.create(
            version=1, outcome="postponed", decided_on=NOON.date(), words="!", noted_by_id=1,
            noted_by_name="Noor", noted_at=NOON,
        )  # fmt: skip
        SafetyCheck.objects.update(reply=AdviceReply.PARTLY, reply_words="!", replied_at=NOON)
        _fill_and_keep_references(signal, words)
    return scene


def _fill_and_keep_references(signal: Signal, words: str) -> None:
    fill_every_column(words)
    # the history of a signal is found by this
    lines = AuditLine.objects.exclude(action__startswith="contact")
    lines.update(subject_reference=signal.reference)
