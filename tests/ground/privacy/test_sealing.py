# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A sealed file opens whole with its own key file, and never otherwise."""

import io
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voelspriet.ground.privacy import sealing
from voelspriet.ground.privacy.keys import Keyring, fresh_keyring, new_field_key
from voelspriet.ground.privacy.sealing import (
    SealedWriter,
    SealError,
    fingerprint,
    read_manifest,
    unsealed,
)

KEYRING = fresh_keyring()


def sealed(*pieces, keyring=KEYRING, **manifest):
    file = io.BytesIO()
    writer = SealedWriter(file, keyring, manifest)
    for piece in pieces:
        writer.write(piece)
    writer.close()
    return file.getvalue()


def opened(content, keyring=KEYRING):
    return b"".join(unsealed(io.BytesIO(content), keyring))


@pytest.fixture
def small_pieces(monkeypatch):
    monkeypatch.setattr(sealing, "PIECE", 64)


def noise(seed, length):
    return random.Random(seed).randbytes(length)


@given(st.lists(st.binary(max_size=2_000), max_size=10))
def test_what_goes_in_comes_out(pieces):
    assert opened(sealed(*pieces)) == b"".join(pieces)


@pytest.mark.usefixtures("small_pieces")
def test_many_pieces_and_nothing_at_all():
    content = noise(1, 10_000)
    assert opened(sealed(content)) == content
    assert opened(sealed()) == b""


def test_the_manifest_is_plain_and_the_rest_says_nothing():
    content = sealed(b"achter de flat" * 50, made_at="2026-03-01", rows=3)
    manifest = read_manifest(io.BytesIO(content))
    assert (manifest["made_at"], manifest["rows"]) == ("2026-03-01", 3)
    assert manifest["key"] == fingerprint(KEYRING)
    assert b"flat" not in content


def test_two_files_of_one_content_differ():
    assert sealed(b"same") != sealed(b"same")


@pytest.mark.usefixtures("small_pieces")
def test_every_flipped_bit_is_noticed():
    content = bytearray(sealed(noise(2, 300), rows=1))
    for place in range(len(content)):
        content[place] ^= 4
        with pytest.raises(SealError):
            opened(bytes(content))
        content[place] ^= 4
    assert opened(bytes(content)) == noise(2, 300)


@pytest.mark.usefixtures("small_pieces")
def test_every_missing_end_is_noticed():
    content = sealed(noise(3, 300))
    for length in range(len(content)):
        with pytest.raises(SealError):
            opened(content[:length])


def frames(content):
    file = io.BytesIO(content)
    read_manifest(file)
    head, rest = content[: file.tell()], []
    while length := file.read(4):
        rest.append(length + file.read(int.from_bytes(length, "big")))
    return head, rest


@pytest.mark.usefixtures("small_pieces")
def test_moved_double_missing_and_added_pieces_are_noticed():
    head, rest = frames(sealed(noise(4, 400)))
    assert len(rest) > 4
    other = frames(sealed(noise(4, 400)))[1]
    for changed in (
        [rest[1], rest[0], *rest[2:]],
        [rest[0], rest[0], *rest[1:]],
        [rest[0], *rest[2:]],
        rest[:-1],
        [*rest, rest[-1]],
        [*rest, other[-1]],
        [other[0], *rest[1:]],
    ):
        with pytest.raises(SealError):
            opened(head + b"".join(changed))


def test_another_key_file_is_told_from_damage():
    with pytest.raises(SealError, match=r"made with key file [0-9a-f]{16}, this is key file"):
        opened(sealed(b"x"), fresh_keyring())
    changed = Keyring(KEYRING.fields, fresh_keyring().receipts, KEYRING.signing)
    with pytest.raises(SealError, match=r"Put back the keys\.json"):
        opened(sealed(b"x"), changed)


def test_a_ring_that_still_has_the_key_opens_it():
    later = Keyring((new_field_key(), *KEYRING.fields), KEYRING.receipts, KEYRING.signing)
    assert opened(sealed(b"x"), later) == b"x"
    assert fingerprint(later) != fingerprint(KEYRING)


@pytest.mark.parametrize("content", [b"", b"hello", b"voelspriet backup 1\nno json\n", b"\0" * 99])
def test_another_file_is_no_backup(content):
    with pytest.raises(SealError, match="no backup of Voelspriet"):
        opened(content)
