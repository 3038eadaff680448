# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""`voelspriet backup`, `restore` and `keys`, as an operator runs them on an installation."""

import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.ground.areas.queries import locate
from voelspriet.ground.privacy.actions import restore_backup
from voelspriet.ground.privacy.actors import system
from voelspriet.ground.privacy.keys import load_keyring
from voelspriet.ground.search.queries import search_ids
from voelspriet.listen.intake.models import Signal

pytestmark = pytest.mark.slow
REPOSITORY = Path(__file__).resolve().parents[3]
VOELSPRIET = [sys.executable, "-m", "voelspriet.doors.commands.main"]
WORDS = (b"galerijflat", b"dealers", b"Vermeer")

# tells something in an installation and prints what it holds afterwards
TELL = """
import datetime, sys
import django; django.setup()
from django.conf import settings
from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.ground.search.actions import index_signal
from voelspriet.listen.intake.models import ReporterContact, Signal
at = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)
number = sys.argv[1]
signal = Signal.objects.create(
    municipality=Municipality.objects.get(), reference=f"M-{number}", receipt_hash=number,
    submission=number, received_at=at, text="Achter de galerijflat staan dealers",
    responsible_area=Area.objects.get(level="municipality"), first_answer_due_on=at.date(),
    openness="confidential", answer_wish="receipt",
)
ReporterContact.objects.create(signal=signal, name="Sanne Vermeer")
index_signal(signal_id=signal.pk, text=signal.text, area_id=signal.responsible_area_id)
folder = settings.MEDIA_ROOT / "attachments"
folder.mkdir(parents=True, exist_ok=True)
(folder / number).write_bytes(settings.KEYRING.encrypt(b"galerijflat" * 1000))
"""
READ = """
import json
import django; django.setup()
from django.conf import settings
from voelspriet.ground.areas.models import Area
from voelspriet.ground.search.queries import search_ids
from voelspriet.listen.intake.models import ReporterContact, Signal
areas = list(Area.objects.values_list("id", flat=True))
print(json.dumps({
    "texts": list(Signal.objects.order_by("id").values_list("text", flat=True)),
    "names": list(ReporterContact.objects.values_list("name", flat=True)),
    "found": len(search_ids(query="dealers", area_ids=areas)),
    "photos": sorted(
        settings.KEYRING.decrypt(path.read_bytes()).decode()[:11]
        for path in (settings.MEDIA_ROOT / "attachments").iterdir()
    ),
}))
"""


def environment(home):
    kept = {name: value for name, value in os.environ.items() if "VOELSPRIET" not in name}
    return kept | {
        "VOELSPRIET_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "voelspriet.config.settings",
    }


def run(home, *words, code=0):
    done = subprocess.run(
        [*VOELSPRIET, *map(str, words)],
        env=environment(home),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


def python(home, script, *words):
    return subprocess.run(
        [sys.executable, "-c", script, *words],
        env=environment(home),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    ).stdout


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """Return an installation in which two people told something."""
    home = tmp_path_factory.mktemp("home")
    python(home, MAKE)
    areas = home / "buurten_2026.geojson"
    ring = [[5.0, 52.0], [5.1, 52.0], [5.1, 52.1], [5.0, 52.1], [5.0, 52.0]]
    feature = {
        "type": "Feature",
        "properties": {"statcode": "BU99990101", "statnaam": "Zonnehof"},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    areas.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    run(home, "areas", "import", areas)
    run(home, "areas", "set-up", "--code", "GM9999", "--year", 2026, "--name", "Waterrijk",
        "--slug", "waterrijk")  # fmt: skip
    python(home, TELL, "1")
    python(home, TELL, "2")
    return home


# what `voelspriet setup` does, without the static files, which need a built frontend
MAKE = """
from pathlib import Path
import os
from voelspriet.ground.privacy.keys import ensure_keyring
ensure_keyring(Path(os.environ["VOELSPRIET_HOME"]))
import django; django.setup()
from django.core.management import call_command
from django.utils import timezone
from voelspriet.ground.privacy.actions import ensure_key_check
call_command("migrate", verbosity=0)
ensure_key_check(at=timezone.now())
"""


@pytest.mark.own_sqlite
def test_backup_restore_and_rotation(home, tmp_path):
    held = json.loads(python(home, READ))
    assert len(held["texts"]) == held["found"] == len(held["photos"]) == 2

    database = b"".join(path.read_bytes() for path in home.glob("voelspriet.sqlite3*"))
    assert b"Waterrijk" in database
    assert not any(word.lower() in database.lower() for word in WORDS)

    backup = tmp_path / "today.backup"
    told = run(home, "backup", backup)
    assert "The key file is not in it" in told
    assert str(home / "keys.json") in told
    assert not any(word.lower() in backup.read_bytes().lower() for word in WORDS)
    assert "is there already" in run(home, "backup", backup, code=1)

    # a new machine: another key file cannot open it, the right one can
    other = tmp_path / "other"
    python(other, MAKE)
    refusal = run(other, "restore", backup, code=1)
    assert "Put back the keys.json of the day of the backup" in refusal
    assert refusal.count("\n") == 1
    shutil.copy(home / "keys.json", other / "keys.json")
    assert run(other, "keys", "check", code=1).startswith("Error: The key file")
    told = json.loads(run(other, "restore", backup, "--json"))
    assert told["files"] == 2
    assert json.loads(python(other, READ)) == held
    assert "belongs to this database" in run(other, "keys", "check")
    assert "niet leeg" in run(other, "restore", backup, code=1)
    run(other, "restore", backup, "--force")
    assert json.loads(python(other, READ)) == held

    # new keys: everything reads as before, and the old key file opens nothing any more
    old = (other / "keys.json").read_text(encoding="utf-8")
    told = json.loads(run(other, "keys", "rotate", "--json"))
    assert (told["files"], told["continued"]) == (2, False)
    assert json.loads(python(other, READ)) == held
    assert "made with key file" in run(other, "restore", backup, "--force", code=1)
    (other / "keys.json").write_text(old, encoding="utf-8")
    assert run(other, "keys", "check", code=1).startswith("Error: The key file")


@pytest.mark.django_db(transaction=True)
def test_a_backup_of_sqlite_comes_back_in_the_database_of_these_tests(home, tmp_path, settings):
    backup = tmp_path / "sqlite.backup"
    run(home, "backup", backup)
    settings.KEYRING = load_keyring(home)
    settings.MEDIA_ROOT = tmp_path / "files"
    done = restore_backup(
        source=backup, by=system("test"), at=datetime(2026, 3, 1, tzinfo=UTC), force=True
    )
    texts = set(Signal.objects.values_list("text", flat=True))
    assert texts == {"Achter de galerijflat staan dealers"}
    assert Signal.objects.count() == done.counts.rows["intake.Signal"]
    ids = list(Area.objects.values_list("id", flat=True))
    assert len(search_ids(query="dealers", area_ids=ids)) == Signal.objects.count()
    municipality_id = Municipality.objects.get().pk
    assert locate(lon=5.05, lat=52.05, municipality_id=municipality_id).name == "Zonnehof"


@pytest.mark.parametrize(
    "words", [("backup",), ("restore",), ("keys",), ("keys", "check"), ("keys", "rotate")]
)
@pytest.mark.own_sqlite
def test_help_gives_an_example(home, words):
    assert f"Example: voelspriet {words[0]}" in run(home, *words, "--help")


@pytest.mark.own_sqlite
def test_a_file_that_is_not_there_is_one_clear_line(home, tmp_path):
    assert run(home, "restore", tmp_path / "no", code=1) == (
        f"Error: {tmp_path / 'no'}: No such file or directory\n"
    )


@pytest.mark.own_sqlite
def test_writers_go_on_while_a_backup_is_made(home, tmp_path):
    script = """
import sys, datetime
from pathlib import Path
import django; django.setup()
import subprocess
from voelspriet.ground.privacy.actions import make_backup
from voelspriet.ground.privacy.actors import system
from voelspriet.listen.intake.models import Signal
before = Signal.objects.count()
told = []
def meanwhile(count):
    if not told:
        told.append(1)
        subprocess.run([sys.executable, "-c", sys.argv[2], "3"], check=True, timeout=30)
at = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)
counts = make_backup(target=Path(sys.argv[1]), by=system("t"), at=at, progress=meanwhile)
assert told and counts.rows["intake.Signal"] == before, counts.rows
assert Signal.objects.count() == before + 1
"""
    python(home, script, str(tmp_path / "a.backup"), TELL)
