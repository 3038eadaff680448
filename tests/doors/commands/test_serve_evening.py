# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""An evening on a hall's own network: the address in the QR, plain http, nothing from elsewhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from voelspriet.doors.commands.serving import hall
from voelspriet.doors.commands.start import CommandError

SETTINGS = """
import json
from voelspriet.config import settings
print(json.dumps([settings.PUBLIC_URL, settings.ALLOWED_HOSTS, settings.CSRF_TRUSTED_ORIGINS,
    settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE, settings.SECURE_SSL_REDIRECT,
    settings.SECURE_HSTS_SECONDS, settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["connect-src"]]))
"""


def test_the_settings_of_a_hall_fit_phones_on_its_network():
    """Also on an installation whose own address is https and whose maps come from elsewhere."""
    own = {"VOELSPRIET_PUBLIC_URL": "https://gemeente.example", "VOELSPRIET_SECURE": "yes",
           "VOELSPRIET_MAP_TILES_URL": "https://tegels.example/{z}/{x}/{y}"}  # fmt: skip
    finished = subprocess.run(
        [sys.executable, "-c", SETTINGS], capture_output=True, text=True, check=True, timeout=60,
        env={**os.environ, **own, **hall.hall_environment("192.168.1.20", 8000)},
    )  # fmt: skip
    url, hosts, origins, *secure, connect = json.loads(finished.stdout)
    assert url == "http://192.168.1.20:8000"
    assert hosts[0] == "192.168.1.20"
    assert origins == [url]
    assert secure == [False, False, False, 0]
    assert connect == ["'self'"]


def test_an_address_of_six_groups_stands_between_brackets():
    found = hall.hall_environment("fd00::20", 8000)
    assert found["VOELSPRIET_PUBLIC_URL"] == "http://[fd00::20]:8000"
    assert "http://[fd00::20]:8000/avond/" in hall.told("fd00::20", 8000)


def test_without_a_network_it_says_what_to_do(monkeypatch):
    monkeypatch.setattr(hall, "FAR_AWAY", ("127.0.0.1", 9))
    with pytest.raises(CommandError, match="--host"):
        hall.guessed_address()


def test_another_address_than_this_computer_alone_is_guessed(monkeypatch):
    class Probe:
        def __enter__(self):
            return self

        def __exit__(self, *_error):
            return None

        def connect(self, _address):
            return None

        def getsockname(self):
            return ("192.168.1.20", 40_000)

    monkeypatch.setattr(hall.socket, "socket", lambda *_kind: Probe())
    assert hall.guessed_address() == "192.168.1.20"


def test_an_address_no_phone_can_reach_is_said_to_be_one():
    for own in ("127.0.0.1", "::1", "localhost"):
        assert "no phone can reach it" in hall.told(own, 8000)
    assert "same network" in hall.told("192.168.1.20", 8000)
