# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Structured logs without personal data: one JSON object a line, only fields on an allow-list."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from typing import Any

ALLOWED = ("event", "route", "status", "method", "duration_ms", "job", "attempt", "count", "error")


class JsonFormatter(logging.Formatter):
    """Write time, level, logger, the fixed message template and allowed fields.

    Arguments of a message and tracebacks' values can hold what somebody typed, so a record is
    written with its template, never with its arguments, and an exception by type and place.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return one line of JSON."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, tz=UTC).isoformat(
                timespec="milliseconds"
            ),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": str(record.msg),
        }
        line |= {name: getattr(record, name) for name in ALLOWED if hasattr(record, name)}
        if record.exc_info and record.exc_info[0] is not None:
            line["exception"] = record.exc_info[0].__name__
            line["where"] = _place(record.exc_info[2])
        return json.dumps(line, ensure_ascii=False, default=str)


def _place(traceback: Any) -> str:
    places = []
    while traceback is not None:
        code = traceback.tb_frame.f_code
        places.append(f"{code.co_filename.rsplit('/', 2)[-1]}:{traceback.tb_lineno}")
        traceback = traceback.tb_next
    return " > ".join(places[-6:])


def logging_config(level: str) -> dict[str, Any]:
    """Return the dictConfig of an installation at `level`."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "voelspriet.config.logs.JsonFormatter"}},
        "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"handlers": ["out"], "level": "WARNING"},
        "loggers": {
            "voelspriet": {"level": level},
            "django": {"handlers": ["out"], "level": "WARNING", "propagate": False},
            # its message holds the path a person asked for
            "django.request": {"handlers": ["out"], "level": "ERROR", "propagate": False},
            "django.security": {"handlers": ["out"], "level": "ERROR", "propagate": False},
        },
    }
