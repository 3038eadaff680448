# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Drafts only their form can open, and receipt codes that cannot be guessed or blocked."""

from __future__ import annotations

from datetime import timedelta

import pytest
from cryptography.fernet import Fernet
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from tests.factories.areas import make_town
from tests.factories.signals import NOON
from voelspriet.ground.privacy.actors import Refused, resident
from voelspriet.ground.privacy.keys import fresh_keyring
from voelspriet.listen.intake.actions import receive_signal, try_code
from voelspriet.listen.intake.actions.codes import MOST_FAILURES_A_MINUTE
from voelspriet.listen.intake.actions.drafts import (
    expire_drafts,
    finish_draft,
    keep_draft_file,
    save_draft,
)
from voelspriet.listen.intake.draft import DraftContent
from voelspriet.listen.intake.models import Draft, FailedCode
from voelspriet.listen.intake.queries.drafts import draft_file, open_draft
from voelspriet.listen.intake.rules.codes import code_of_hash, receipt_code
from voelspriet.listen.intake.rules.draft_tokens import (
    DraftToken,
    new_draft_token,
    read_draft_token,
)
from voelspriet.listen.intake.told import Told

ANY_TEXT = st.text(min_size=1, max_size=200)


@pytest.mark.django_db
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ANY_TEXT)
def test_a_draft_is_read_with_its_key_and_with_no_other(text):
    token = new_draft_token()
    content = DraftContent("verzending", 1, {"wat": {"text": text}}, ["foto"], "", True)
    save_draft(token=token, content=content, at=NOON)
    assert open_draft(token=token, at=NOON) == content
    other = DraftToken(token.reference, Fernet.generate_key().decode())
    assert open_draft(token=other, at=NOON) is None
    stored = bytes(Draft.objects.get(reference=token.reference).content)
    assert b'"text"' not in stored
    assert token.key.encode() not in stored


@given(ANY_TEXT)
def test_a_hidden_field_with_anything_else_opens_nothing(text):
    token = read_draft_token(text)
    assert token is None or str(token) == text


def test_a_token_survives_the_form():
    token = new_draft_token()
    assert read_draft_token(str(token)) == token


@pytest.mark.django_db
def test_a_draft_is_gone_after_two_hours_and_its_files_too():
    token = new_draft_token()
    reference = keep_draft_file(token=token, data=b"beeld", at=NOON)
    content = DraftContent("v", 1, photos=[reference])
    later = NOON + timedelta(minutes=90)
    save_draft(token=token, content=content, at=later)
    much_later = later + timedelta(minutes=119)
    assert draft_file(token=token, reference=reference, at=much_later) == b"beeld"
    over = later + timedelta(hours=2)
    assert open_draft(token=token, at=over) is None
    assert expire_drafts(at=over) == 2
    assert not Draft.objects.exists()


@pytest.mark.django_db
def test_a_finished_draft_holds_its_submission_for_ten_minutes_and_nothing_else():
    token = new_draft_token()
    reference = keep_draft_file(token=token, data=b"beeld", at=NOON)
    content = DraftContent("v", 1, {"wat": {"text": "geheim"}}, [reference])
    save_draft(token=token, content=content, at=NOON)
    finish_draft(token=token, content=content, at=NOON)
    assert open_draft(token=token, at=NOON) == DraftContent("v", 1, is_sent=True)
    assert draft_file(token=token, reference=reference, at=NOON) is None
    assert open_draft(token=token, at=NOON + timedelta(minutes=10)) is None


@given(submission=ANY_TEXT, attempt=st.integers(0, 7))
def test_a_code_is_sixteen_digits_and_found_again_from_its_submission(submission, attempt):
    keyring = fresh_keyring()
    code = receipt_code(keyring, submission, attempt)
    assert len(code) == 16
    assert code.isascii()
    assert code.isdigit()
    assert code_of_hash(keyring, submission, keyring.receipt_hash(code)) == code


@given(submission=ANY_TEXT)
def test_a_code_says_nothing_to_who_has_another_key(submission):
    assert receipt_code(fresh_keyring(), submission) != receipt_code(fresh_keyring(), submission)
    with pytest.raises(LookupError):
        code_of_hash(fresh_keyring(), submission, "0" * 64)


@pytest.fixture
def code(db):  # noqa: ARG001  pytest needs it
    town = make_town()
    told = Told(submission="eenmalig", text="Losse tegel")
    by = resident(town.municipality.pk)
    receipt = receive_signal(municipality_id=town.municipality.pk, told=told, by=by, at=NOON)
    return receipt.code


def test_wrong_codes_are_counted_together_and_then_refused_while_a_right_one_never_is(code):
    wrong = str((int(code) + 1) % 10**16).zfill(16)
    for _ in range(MOST_FAILURES_A_MINUTE):
        assert try_code(typed=wrong, at=NOON) is None
    with pytest.raises(Refused, match="te veel verkeerde codes"):
        try_code(typed=wrong, at=NOON)
    assert try_code(typed=code, at=NOON) is not None
    assert FailedCode.objects.get().count == MOST_FAILURES_A_MINUTE
    assert try_code(typed=wrong, at=NOON + timedelta(minutes=1)) is None


def test_a_right_code_is_no_failure_however_it_is_typed(code):
    spaced = " ".join(code[n : n + 4] for n in range(0, 16, 4))
    arabic = code.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    for typed in (code, spaced, spaced.replace(" ", "-"), arabic, f"  {code} "):
        assert try_code(typed=typed, at=NOON) is not None
    assert not FailedCode.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["", "1234", "x" * 16, "1" * 17, "' OR 1=1 --"])
def test_what_is_no_code_opens_nothing(typed):
    assert try_code(typed=typed, at=NOON) is None
