# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a neighbourhood is told now stands in its feed, as text, until its last day."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

import pytest

from tests.factories.areas import make_town
from tests.factories.notices import LINES, make_notice
from tests.factories.people import make_duo
from voelspriet.doors.api.views.feeds import ATOM

pytestmark = pytest.mark.django_db
FAR = date(2100, 1, 1)


def entries(client, area, language="nl"):
    answer = client.get(f"/feeds/buurten/{area.code}.atom?lang={language}")
    root = ET.fromstring(answer.content)  # noqa: S314  our own feed
    return root, root.findall(f"{{{ATOM}}}entry")


def test_a_notice_is_an_entry_with_its_lines_and_its_sender(client):
    town = make_town()
    area = town.neighbourhoods[0]
    duo = make_duo(town.municipality, area)
    notice = make_notice(area, ends_on=FAR, sender_user=duo[0], matter="Wat is <b>dit</b>?")
    make_notice(area, ends_on=date(2026, 1, 1))

    root, (entry,) = entries(client, area)
    assert entry.findtext(f"{{{ATOM}}}title") == "Wat is <b>dit</b>?"
    assert entry.findtext(f"{{{ATOM}}}id").endswith(f"buurtberichten/{notice.reference}")
    content = entry.findtext(f"{{{ATOM}}}content")
    assert "Wat is &lt;b&gt;dit&lt;/b&gt;?" in content
    assert LINES["our_view"] in content
    assert "Noor" in content
    assert root.findtext(f"{{{ATOM}}}updated") == "2026-09-08T20:30:00Z"


def test_a_language_it_is_complete_in_is_that_language(client):
    area = make_town().neighbourhoods[0]
    make_notice(area, ends_on=FAR, languages=("nl", "tr"))
    xml_lang = "{http://www.w3.org/XML/1998/namespace}lang"
    for asked, given in (("tr", "tr"), ("ar", "nl")):
        _root, (entry,) = entries(client, area, asked)
        assert entry.get(xml_lang) == given
