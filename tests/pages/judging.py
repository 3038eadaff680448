# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every response must hold to: nothing that runs, and the same orders to the browser."""

from __future__ import annotations

from tests.pages.markup import Page

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data: blob:",
    "media-src": "'self' blob:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}


def judge(response) -> Page | None:
    """Assert that a response holds nothing that runs, and that its headers say so too."""
    assert_headers(response)
    content = b"".join(response.streaming_content) if response.streaming else response.content
    kind = response.headers.get("Content-Type", "")
    if not kind.startswith("text/html"):
        assert kind.split(";")[0] not in {"image/svg+xml", "application/xhtml+xml", "text/xml"}
        return None
    text = content.decode()
    assert "<b data-harm" not in text
    assert "templated" not in text
    page = Page(text)
    assert page.harm == []
    return page


SEALED = "default-src 'none'; frame-ancestors 'none'; sandbox"


def assert_headers(response) -> None:
    """Every response, of any kind and status, carries the same orders to the browser."""
    given = response.headers
    policy = given["Content-Security-Policy"]
    if given.get("Content-Type", "").startswith("image/") and policy == SEALED:
        pass  # a picture somebody sent: nothing in it may run
    else:
        assert dict(part.strip().split(" ", 1) for part in policy.split(";")) == POLICY
    assert given["X-Content-Type-Options"] == "nosniff"
    assert given["X-Frame-Options"] == "DENY"
    assert given["Referrer-Policy"] in {"same-origin", "no-referrer"}
    assert given["Cross-Origin-Opener-Policy"] == "same-origin"
    for cookie in response.cookies.values():
        if cookie["max-age"] == 0:  # one that is taken away
            continue
        assert cookie["httponly"], cookie.key
        assert cookie["samesite"] in {"Lax", "Strict"}
