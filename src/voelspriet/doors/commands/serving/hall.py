# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Serving an evening on a hall's own network: phones come to this computer, without internet."""

from __future__ import annotations

import ipaddress
import socket

from voelspriet.doors.commands.start import CommandError

# no packet goes there: the system only says which of our addresses it would leave from
FAR_AWAY = ("10.255.255.255", 9)


def guessed_address() -> str:
    """Return the address other devices on this network know this computer by.

    Raises CommandError when there is no network.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(FAR_AWAY)
        except OSError as error:
            message = "There is no network here. Connect to the hall's wifi, or say --host."
            raise CommandError(message) from error
        address = str(probe.getsockname()[0])
    if ipaddress.ip_address(address).is_loopback:
        message = "There is no network here. Connect to the hall's wifi, or say --host."
        raise CommandError(message)
    return address


def hall_environment(address: str, port: int) -> dict[str, str]:
    """Return the settings of an evening at `address`: plain http, nothing from elsewhere.

    Phones in a hall know no name and no certificate of this computer, so cookies are not bound to
    https, and the QR holds the address itself. No map tiles: there may be no internet.
    """
    shown = f"[{address}]" if ":" in address else address
    return {
        "VOELSPRIET_PUBLIC_URL": f"http://{shown}:{port}",
        "VOELSPRIET_ALLOWED_HOSTS": f"{shown},127.0.0.1,localhost,[::1]",
        "VOELSPRIET_SECURE": "no",
        "VOELSPRIET_MAP_TILES_URL": "",
    }


def told(address: str, port: int) -> str:
    """Return what to tell whoever started it."""
    shown = f"[{address}]" if ":" in address else address
    base = f"http://{shown}:{port}"
    return "\n".join(
        (
            "An evening on the network of this hall. It works without internet.",
            _reach(address),
            f"  Phones        {base}/avond/   (the big screen shows it with a QR code)",
            f"  Who leads     {base}/werk/avonden/",
            "  Leave this window open, and keep this computer awake. If it stops, start it again:",
            "  phones come back by themselves and what was answered is kept.",
        )
    )


def _reach(address: str) -> str:
    if address == "localhost" or _is_loopback(address):
        return (
            f"  {address} is this computer itself: no phone can reach it. To try it out only."
            " Leave --host out for an evening."
        )
    return "  Phones must be on the same network, and it must let devices see each other."


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:  # a name
        return False
