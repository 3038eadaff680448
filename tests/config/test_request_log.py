# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The log line of a request: what was done, never where or by whom."""

from __future__ import annotations

import json
import logging

import pytest

from voelspriet.config.logs import JsonFormatter


@pytest.mark.django_db
def test_a_request_is_logged_by_route_without_path_query_or_address(client, caplog):
    with caplog.at_level(logging.INFO, logger="voelspriet.requests"):
        client.get("/volgen/?code=1234567812345678", REMOTE_ADDR="203.0.113.9")
        client.get("/werk/meldingen/M-7K3N-P9QX/", HTTP_USER_AGENT="telltale")
    lines = [json.loads(JsonFormatter().format(record)) for record in caplog.records
             if record.name == "voelspriet.requests"]  # fmt: skip
    routes = [line["route"] for line in lines]
    assert routes == ["public:follow", "workspace:signal"]
    assert {line["method"] for line in lines} == {"GET"}
    assert all(line["duration_ms"] >= 0 and line["status"] for line in lines)
    text = json.dumps(lines)
    for secret in ("1234567812345678", "203.0.113.9", "M-7K3N", "telltale", "volgen"):
        assert secret not in text


@pytest.mark.django_db
def test_an_unknown_address_is_logged_without_a_route(client, caplog):
    with caplog.at_level(logging.INFO, logger="voelspriet.requests"):
        client.get("/geheim-pad/")
    line = json.loads(JsonFormatter().format(caplog.records[-1]))
    assert (line["route"], line["status"]) == ("", 404)
    assert "geheim" not in json.dumps(line)
