# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Drugs are sold behind a flat; a neighbour would betray who told; the phone is shared.

Somebody of that flat tells it and wants to be asked first. Until the yes nothing happens, and
nobody but the duo can find out, from anything this installation shows, sends, writes or keeps.
"""

from __future__ import annotations

import csv
import html
import re
import subprocess
import sys
from collections import Counter
from email import message_from_bytes, policy
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings

from tests.e2e.browser import FLAGS, PHONE, Visitor, chromium_path
from tests.e2e.people import Report, follow, middle_of, press, sign_in, tell
from tests.thorough import THOROUGH

NEIGHBOURHOOD = "Zwaluwkamp"  # flats; the duo is Sanne and Joris
FLAT = (
    "Achter de Jakobaflat verkoopt een man drugs uit een zeegroene bestelbus. "
    "Hij heet Xandorro en woont op nummer 218. Mijn buurvrouw zou hem zeggen wie het vertelde."
)
SECOND = "Op de galerij van de Jakobaflat dealt Xandorro nu ook, elke avond."
# words of the report and the place that stand nowhere else
NEEDLES = ("jakobaflat", "zeegroen", "xandorro", "qubadour")
PLACE_WORDS = "portiek Qubadour"
OTHERS = ("maaike", "leyla", "gerrit", "bas", "els", "anouk", "berend", "willem", "dirk")
ORDINARY = "De deur van de fietsenstalling klemt al weken."
QUESTION = "Mogen wij de wijkagent vragen hier vaker te lopen? Dat kan niemand naar u herleiden."
WRITTEN_ANEW = "Graag de komende weken 's avonds vaker surveilleren in deze buurt."
LANGUAGES = ("", "/en", "/tr", "/ar")
CHANGING = re.compile(
    r'name="csrfmiddlewaretoken" value="[^"]+"|name="submission"[^>]*|value="[\w-]{32}"'
)
TEXTS = ("text/", "application/json", "application/atom+xml", "application/geo+json", "image/svg")
SHIPPED = "/werk/kennisbank/"  # what came with the program: the list is looked at, not each of it
LINK = re.compile(r'(?:href|data-points)="(/[^"#]*)')
# a meeting at short notice proposes moments that move with the clock
AT_SHORT_NOTICE = "soort=call_together"
MOMENTS = re.compile(r'<label[^>]*>\s*<input[^>]*name="moment".*?</label>', re.DOTALL)
# nearest first: the first page, all of the menu, and what those lead to
PAGES_EACH = 180 if THOROUGH else 32
VARIANTS = 3  # of one page, asked with other words behind the question mark


@pytest.fixture(scope="module")
def site(empty_site):
    return empty_site


class OnDisk:
    """Opens one browser that keeps everything in a folder, as a phone does."""

    def __init__(self, browser, folder: Path) -> None:
        self.kind = browser.browser_type
        self.folder = folder

    def new_context(self, **options):
        return self.kind.launch_persistent_context(
            str(self.folder), executable_path=chromium_path(), headless=True, args=FLAGS, **options
        )


@pytest.fixture
def shared_phone(chromium, site, tmp_path):
    """A phone more people use: after it is put away, its folder can be read."""
    folder = tmp_path / "phone"
    phone = Visitor(OnDisk(chromium, folder), site.address, "flat", PHONE, touch=True)
    phone.context.route(
        re.compile(re.escape(settings.LEAVE_URL)),
        lambda route: route.fulfill(body="<title>Weer</title>", content_type="text/html"),
    )
    phone.folder = folder
    return phone


def _post(visitor: Visitor, page: str, path: str, **data: str | list[str]) -> tuple[int, str]:
    """Send a form as this visitor, whether or not a page offers it; return status and page."""
    visitor.go(page)
    return tuple(
        visitor.page.evaluate(
            """async ([path, data]) => {
                const body = new FormData();
                const token = document.querySelector('[name=csrfmiddlewaretoken]').value;
                body.append('csrfmiddlewaretoken', token);
                for (const [name, values] of Object.entries(data))
                    for (const value of [values].flat()) body.append(name, value);
                const answer = await fetch(path, {method: 'POST', body});
                return [answer.status, await answer.text()];
            }""",
            [path, data],
        )
    )


def _walk(visitor: Visitor, start: list[str], within: str) -> dict[str, str]:
    """Return every page that links lead to from `start`, as text, without what always changes."""
    pages: dict[str, str] = {}
    variants: Counter[str] = Counter()
    todo = list(start)
    while todo and len(pages) < PAGES_EACH:
        path = todo.pop(0)
        if path in pages or "uitloggen" in path or variants[path.split("?")[0]] == VARIANTS:
            continue
        if path.startswith(SHIPPED) and path != SHIPPED:
            continue
        variants[path.split("?")[0]] += 1
        answer = visitor.fetch(path)
        # a workbook or a map file carries the moment it was made in
        is_text = answer.headers["content-type"].startswith(TEXTS)
        pages[path] = CHANGING.sub("", answer.text()) if answer.status < 400 and is_text else ""
        if AT_SHORT_NOTICE in path:
            pages[path] = MOMENTS.sub("", pages[path])
        links = [html.unescape(one) for one in LINK.findall(pages[path])]
        todo += [one for one in links if one.startswith(within) and "/static/" not in one]
    return pages


def _holds(text: str) -> list[str]:
    plain = html.unescape(text).casefold()
    return [needle for needle in NEEDLES if needle in plain]


class Neighbourhood:
    """Everybody else, signed in, and what each of them can see."""

    def __init__(self, site, visit) -> None:
        self.site = site
        self.staff = {name: visit(site, f"other-{name}") for name in OTHERS}
        for name, visitor in self.staff.items():
            sign_in(visitor, name)
        self.officer = visit(site, "other-selma")
        sign_in(self.officer, "selma")
        self.passer_by = visit(site, "passer-by", phone=True)

    def sees(self) -> dict[str, dict[str, str]]:
        seen = {
            name: _walk(visitor, ["/werk/", "/werk/meldingen/", "/werk/cijfers/"], "/werk/")
            for name, visitor in self.staff.items()
        }
        public = [f"{prefix}{path}" for prefix in LANGUAGES for path in ("/", "/mijn-buurt/")]
        pages = _walk(self.passer_by, public, "/")
        public = {path: text for path, text in pages.items() if not path.startswith("/werk/")}
        feeds = sorted({one for text in public.values() for one in _feeds(text)})
        assert feeds
        for feed in feeds:
            public[feed] = self.passer_by.fetch(feed).text()
        return seen | {"public": public}

    def finds_nothing(self, reference: str) -> dict[str, dict[str, str]]:
        """Assert that nobody sees the words or the reference, and return what they do see."""
        seen = self.sees()
        for name, pages in seen.items():
            assert len(pages) > (20 if name == "public" else 1), name
            for path, text in pages.items():
                assert _holds(text) == [], (name, path)
                assert reference not in text, (name, path)
        for name, visitor in self.staff.items():
            _cannot_open(visitor, name, reference)
        assert _holds(self.passer_by.fetch("/gezondheid/").text()) == []
        return seen


def _feeds(text: str) -> list[str]:
    return re.findall(r"/feeds/buurten/[\w.-]+\.atom(?:\?lang=\w+)?", text)


def _cannot_open(visitor: Visitor, name: str, reference: str) -> None:
    for path in (
        f"/werk/meldingen/{reference}/",
        f"/werk/meldingen/{reference}/overdragen/",
        f"/werk/meldingen/{reference}/punt.json",
        f"/werk/afspraken/nieuw/?melding={reference}",
        f"/werk/meldingen/?zoek={NEEDLES[0]}",
        f"/werk/afspraken/?zoek={NEEDLES[0]}",
    ):
        answer = visitor.fetch(path)
        # what was typed in a search field stands in that field
        text = answer.text().replace(f'value="{NEEDLES[0]}"', "")
        assert _holds(text.replace(f"zoek={NEEDLES[0]}", "")) == [], (name, path)
        if reference in path:
            assert answer.status in {403, 404}, (name, path, answer.status)


def _differences(before: dict[str, dict[str, str]], after: dict[str, dict[str, str]]) -> list[str]:
    return [
        f"{name} {path}"
        for name in before
        for path in sorted(before[name].keys() | after[name].keys())
        if before[name].get(path) != after[name].get(path)
    ]


def _python(site, code: str) -> str:
    """Run code of the house in the site's own home, as its jobs do."""
    start = (
        "import django; django.setup()\nfrom datetime import *\nfrom django.utils import timezone\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", start + code], env=site.environment, capture_output=True, text=True,
        check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_flat_that_told_stays_unknown(site, visit, shared_phone, tmp_path):
    adviser = visit(site, "sanne")
    sign_in(adviser, "sanne")
    others = Neighbourhood(site, visit)
    place = _unmistakable(site, middle_of(others.passer_by, NEIGHBOURHOOD))
    tell(
        visit(site, "fietser", phone=True),
        Report(ORDINARY),
        middle_of(others.passer_by, NEIGHBOURHOOD),
    )
    before = others.sees()

    code = tell(shared_phone, Report(FLAT, ask_first=True, words_place=PLACE_WORDS), place)
    _leave(shared_phone)
    reference = _reference_of(adviser, "Jakobaflat")
    assert _differences(before, others.finds_nothing(reference)) == []

    _nothing_can_be_done(adviser, reference)
    _asked(adviser, reference)
    assert _differences(before, others.finds_nothing(reference)) == []
    _nothing_is_kept(others, tmp_path, told=(code, place, reference))

    _days_pass(site)
    _figures_come_out(site)
    _the_director_reads_no_words(others, reference)

    _says(shared_phone, code, "yes")
    _handed_over(adviser, others, reference)
    _put_away(shared_phone, code, place)


def test_a_no_locks_it_for_good(site, visit):
    adviser = visit(site, "sanne-2")
    sign_in(adviser, "sanne")
    phone = visit(site, "flat-2", phone=True)
    place = middle_of(phone, NEIGHBOURHOOD)
    report = Report(SECOND, ask_first=True, openness="confidential", wish="email",
                    email="qubadour@voorbeeld.example")  # fmt: skip
    code = tell(phone, report, place)
    reference = _reference_of(adviser, "galerij")
    _asked(adviser, reference)
    _says(phone, code, "no")

    _nothing_can_be_done(adviser, reference)
    status, _page = _post(
        adviser, f"/werk/meldingen/{reference}/", f"/werk/meldingen/{reference}/vragen/",
        question="En nu dan?",
    )  # fmt: skip
    assert status == 422
    assert "Stuur de vraag" not in adviser.page.inner_text("main")
    again = follow(phone, code)
    assert "Ja, dat mag" not in again
    status, _page = _post(phone, "/volgen/", "/volgen/", code=code, do="permit", granted="yes",
                          reference=reference)  # fmt: skip
    assert status == 422
    _nothing_can_be_done(adviser, reference)
    _mails_tell_nothing(site, code, expected=1)


def _unmistakable(site, near: tuple[float, float]) -> tuple[float, float]:
    """Return a point whose degrees, five digits behind the point, stand in no file yet."""
    kept = b"".join(path.read_bytes() for path in site.home.rglob("*") if path.is_file())
    for step in range(1, 200):
        point = near[0] + step * 1e-5, near[1] + step * 1e-5
        if not any(degrees.encode() in kept for degrees in _degrees(point)):
            return point
    raise AssertionError("every point is in the base map")


def _degrees(point: tuple[float, float]) -> list[str]:
    return [f"{number:.5f}" for number in point]


def _leave(phone: Visitor) -> None:
    """Leave at once: nothing of the visit is left in the tab, its history or its cookies."""
    page = phone.page
    page.click("a[data-leave]")
    page.wait_for_url(settings.LEAVE_URL)
    page.go_back()
    page.wait_for_url(settings.LEAVE_URL)
    kept = phone.context.cookies()
    assert {cookie["name"] for cookie in kept} <= {"veilig"}
    assert all(cookie["expires"] == -1 for cookie in kept)
    assert phone.context.storage_state()["origins"] in ([], None)
    phone.go("/")
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert page.evaluate("indexedDB.databases()") == []
    assert page.evaluate("caches.keys()") == []
    assert phone.outside_requests() == [settings.LEAVE_URL] * phone.requests.count(
        settings.LEAVE_URL
    )


def _reference_of(adviser: Visitor, words: str) -> str:
    adviser.go("/werk/meldingen/")
    adviser.page.locator("main a", has_text=words).first.click()
    adviser.page.wait_for_load_state("load")
    return re.search(r"M-\w{4}-\w{4}", adviser.page.url).group()


def _nothing_can_be_done(adviser: Visitor, reference: str) -> None:
    """Every way to do something others could notice is closed, on the page and behind it."""
    here = f"/werk/meldingen/{reference}/"
    offered = adviser.go(here).inner_text("main")
    for words in ("Draag over", "Maak een afspraak", "Zet op wachten"):
        assert words not in offered
    adviser.go("/werk/meldingen/")
    row = adviser.page.locator("tr", has_text="fietsenstalling").locator("a").first
    other = re.search(r"M-\w{4}-\w{4}", row.get_attribute("href")).group()
    organisation = _first_organisation(adviser, other)
    handover = {"organisation": organisation, "text": WRITTEN_ANEW, "ground": "Taak",
                "purpose": "Toezicht", "place": "neighbourhood", "point_days": "0"}  # fmt: skip
    agreement = {"melding": reference, "organisation": organisation, "what": "Surveilleren",
                 "day": "week", "visibility": "public", "contact": ""}  # fmt: skip
    agreement |= _choices(adviser, other)
    for path, data in (
        (f"{here}overdragen/", handover),
        ("/werk/afspraken/nieuw/", agreement),
        ("/werk/meldingen/bundel/", {"melding": [reference, other], "title": "Overlast"}),
        (f"{here}gedaan/", {"what": "Politie gebeld"}),
        (f"{here}wachten/", {"waiting_on": "de politie"}),
    ):
        status, text = _post(adviser, here, path, **data)
        assert "eerst" in text.casefold() or "slot" in text.casefold(), path
        assert status in {200, 409, 422}, (path, status)
    status, text = _post(adviser, "/werk/buurtpagina/nieuw/",
                         f"/werk/buurtpagina/nieuw/?melding={reference}", kind="declined",
                         said="Er wordt gedeald.", did="Wij doen niets.")  # fmt: skip
    assert status in {200, 409, 422}
    after = adviser.go(here).inner_text("main")
    assert "Overdrachten" not in after
    assert "Bundel van" not in after
    assert "Surveilleren" not in after
    assert "Surveilleren" not in adviser.go("/werk/afspraken/").inner_text("main")
    assert "Er wordt gedeald" not in adviser.go("/werk/buurtpagina/").inner_text("main")


def _first_organisation(adviser: Visitor, other: str) -> str:
    adviser.go(f"/werk/meldingen/{other}/overdragen/")
    values = adviser.page.locator("select[name=organisation] option").evaluate_all(
        "options => options.filter(o => o.label.includes('Politie')).map(o => o.value)"
    )
    return values[0]


def _choices(adviser: Visitor, other: str) -> dict[str, str]:
    adviser.go(f"/werk/afspraken/nieuw/?melding={other}")
    page = adviser.page
    return {
        "day": page.locator("input[name=day]").first.get_attribute("value"),
        "area": page.locator("input[name=area]").first.get_attribute("value"),
    }


def _asked(adviser: Visitor, reference: str) -> None:
    page = adviser.go(f"/werk/meldingen/{reference}/")
    page.locator("summary", has_text="Vraag de melder om een ja").click()
    page.fill("textarea[name=question]", QUESTION)
    page.get_by_role("button", name="Stuur de vraag").click()
    page.wait_for_load_state("load")
    assert "Wacht op de melder" in page.inner_text("main")


def _says(phone: Visitor, code: str, answer: str) -> None:
    seen = follow(phone, code)
    assert QUESTION in seen
    assert _holds(phone.page.content()) == []
    said = press(phone, f"button[name=granted][value={answer}]")
    assert ("U zei ja" if answer == "yes" else "U zei nee") in said
    assert code not in phone.page.url


def _nothing_is_kept(others: Neighbourhood, folder: Path, told) -> None:
    """No file of the installation, and no export or backup, holds the words or the code."""
    (code, place, reference), site, officer = told, others.site, others.officer
    status, text = _post(
        officer, "/werk/privacy/handelingen/", "/werk/privacy/handelingen/bestand/"
    )
    assert status == 200
    rows = list(csv.reader(StringIO(text)))
    assert any(reference in row for row in rows)
    seen = _walk(
        officer, ["/werk/privacy/handelingen/", "/werk/privacy/contactgegevens/"], "/werk/"
    )
    for page in [text, *seen.values()]:
        assert _holds(page) == []
        assert code not in page
    backup = folder / "all.backup"
    site.command("backup", str(backup))
    files = [path for path in site.home.rglob("*") if path.is_file() and path.name != "keys.json"]
    names = {path.name for path in files}
    assert "serve.log" in names
    for path in [*files, backup]:
        _file_holds_nothing(path, code, place)
    sealed = backup.read_bytes()
    for words in (reference, NEIGHBOURHOOD, "drugs", "bestelbus"):
        assert words.encode() not in sealed, words


def _file_holds_nothing(path: Path, code: str, place: tuple[float, float]) -> None:
    content = path.read_bytes().lower()
    wanted = [*NEEDLES, code, " ".join(code[n : n + 4] for n in (0, 4, 8, 12))]
    wanted += _degrees(place)
    for words in wanted:
        for coding in ("utf-8", "utf-16-le", "utf-16-be"):
            assert words.encode(coding) not in content, (path, words)


def _mails_tell_nothing(site, code: str, expected: int) -> None:
    mails = list((site.home / "mail").glob("*.eml"))
    assert len(mails) >= expected
    for mail in mails:
        message = message_from_bytes(mail.read_bytes(), policy=policy.default)
        heads = f"{message['Subject']} {message['From']}"
        for part in ("plain", "html"):
            text = heads + message.get_body((part,)).get_content()
            assert _holds(text) == []
            for word in (code, "drugs", "deal", "wijkagent", "flat", NEIGHBOURHOOD, "M-"):
                assert word not in text, word


def _days_pass(site) -> None:
    _python(
        site,
        "from voelspriet.ground.privacy.actors import system\n"
        "from voelspriet.listen.intake.actions.escalating import escalate_overdue\n"
        "escalate_overdue(by=system('intake.escalate'), at=timezone.now() + timedelta(days=40))",
    )


def _the_director_reads_no_words(others: Neighbourhood, reference: str) -> None:
    """What is stuck comes to the director, without the words, the point or the reporter.

    Nobody else can tell, also not from the figures that came out: one voice shows nowhere.
    """
    seen = others.sees()
    here = f"/werk/meldingen/{reference}/"
    seen["willem"] |= _walk(others.staff["willem"], [here], here)
    assert reference in "".join(seen["willem"].values())
    for name, pages in seen.items():
        for path, text in pages.items():
            assert _holds(text) == [], (name, path)
            assert name == "willem" or reference not in text, (name, path)
    for name, visitor in others.staff.items():
        if name != "willem":
            _cannot_open(visitor, name, reference)
    page = others.passer_by.go("/mijn-buurt/zilverwende/zwaluwkamp/").inner_text("main").casefold()
    for words in ("drugs", "dealen", "1 melding"):
        assert words not in page


def _figures_come_out(site) -> None:
    """The quarter is published and the process is counted."""
    _python(
        site,
        "from voelspriet.ground.areas.queries import municipalities\n"
        "from voelspriet.ground.privacy.actors import system\n"
        "from voelspriet.understand.findings.actions import publish_release, report_process\n"
        "town = municipalities()[0].id\n"
        "today = timezone.now().date()\n"
        "end = date(today.year, 3 * ((today.month - 1) // 3) + 3, 1) + timedelta(days=31)\n"
        "end = end.replace(day=1) - timedelta(days=1)\n"
        "later = timezone.now() + timedelta(days=140)\n"
        "publish_release(municipality_id=town, period_end=end,\n"
        "    by=system('findings.publish', town), at=later)\n"
        "by = system('findings.report_process', town)\n"
        "report_process(municipality_id=town, by=by, at=later)\n",
    )


def _handed_over(adviser: Visitor, others: Neighbourhood, reference: str) -> None:
    """After the yes: words written anew go to the organisation, and the reporter's own never."""
    page = adviser.go(f"/werk/meldingen/{reference}/overdragen/")
    page.select_option("select[name=organisation]", label="Politie, basisteam Zilverwende")
    page.fill("textarea[name=text]", FLAT)
    page.fill("input[name=ground]", "Politietaak")
    page.fill("input[name=purpose]", "Toezicht")
    page.get_by_role("button", name="Draag over").click()
    page.wait_for_load_state("load")
    assert page.url.endswith("/overdragen/")  # the reporter's own words are refused
    page.fill("textarea[name=text]", WRITTEN_ANEW)
    page.get_by_role("button", name="Draag over").click()
    page.wait_for_load_state("load")
    assert "Overdrachten" in page.inner_text("main")
    police = _walk(others.staff["bas"], ["/werk/", "/werk/overdrachten/"], "/werk/")
    together = "".join(police.values())
    assert "surveilleren" in together
    assert _holds(together) == []
    assert reference not in together
    for name in ("gerrit", "els", "maaike", "leyla"):
        pages = _walk(others.staff[name], ["/werk/", "/werk/overdrachten/"], "/werk/")
        assert "surveilleren" not in "".join(pages.values()), name


def _put_away(phone: Visitor, code: str, place: tuple[float, float]) -> None:
    """Close the browser and read all it wrote on the phone."""
    _leave(phone)
    phone.close()
    files = [path for path in phone.folder.rglob("*") if path.is_file()]
    assert files
    for path in files:
        _file_holds_nothing(path, code, place)
