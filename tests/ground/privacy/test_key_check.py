# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The key file must belong to the database."""

from datetime import UTC, datetime

import pytest

from voelspriet.ground.privacy.actions import ensure_key_check
from voelspriet.ground.privacy.keys import KeyFileError, Keyring, fresh_keyring, new_field_key
from voelspriet.ground.privacy.models import KeyCheck
from voelspriet.ground.privacy.queries import key_matches

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_the_check_is_made_once():
    assert key_matches()
    ensure_key_check(at=AT)
    ensure_key_check(at=AT)
    assert KeyCheck.objects.count() == 1
    assert key_matches()


def test_another_key_file_is_refused(settings):
    ensure_key_check(at=AT)
    settings.KEYRING = fresh_keyring()
    assert not key_matches()
    with pytest.raises(KeyFileError, match=r"does not belong to this database"):
        ensure_key_check(at=AT)


def test_a_ring_with_a_newer_key_still_opens(settings):
    ensure_key_check(at=AT)
    old = settings.KEYRING
    settings.KEYRING = Keyring((new_field_key(), *old.fields), old.receipts, old.signing)
    assert key_matches()


def test_another_key_of_receipt_codes_is_refused(settings):
    ensure_key_check(at=AT)
    old = settings.KEYRING
    settings.KEYRING = Keyring(old.fields, fresh_keyring().receipts, old.signing)
    assert not key_matches()
