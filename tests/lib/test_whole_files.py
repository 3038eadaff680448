# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files are written whole or not at all."""

from __future__ import annotations

import errno
import os
import subprocess
import sys

import pytest

from voelspriet.lib.whole_files import written_whole


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_all_take_their_places_together_with_the_rights_of_any_new_file(tmp_path):
    one, two = tmp_path / "one.csv", tmp_path / "two.svg"
    before = os.umask(0o027)
    try:
        with written_whole(one, two) as (first, second):
            first.write_text("1")
            second.write_text("2")
            assert not one.exists()
    finally:
        os.umask(before)
    assert (one.read_text(), two.read_text()) == ("1", "2")
    assert one.stat().st_mode & 0o777 == 0o640
    assert names(tmp_path) == ["one.csv", "two.svg"]


def test_when_one_fails_every_target_is_as_it_was(tmp_path):
    one, two = tmp_path / "one.csv", tmp_path / "two.svg"
    one.write_text("old")

    def write_and_fail():
        with written_whole(one, two) as (first, _):
            first.write_text("new")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_fail()
    assert one.read_text() == "old"
    assert names(tmp_path) == ["one.csv"]


def test_a_full_disk_leaves_the_old_file_and_names_it(tmp_path):
    target = tmp_path / "one.csv"
    target.write_text("old")
    with pytest.raises(OSError, match="No space left") as told, written_whole(target):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "something beside")
    assert told.value.filename == str(target)
    assert target.read_text() == "old"
    assert names(tmp_path) == ["one.csv"]


def test_a_folder_that_is_not_there_is_named_by_its_target(tmp_path):
    target = tmp_path / "nowhere" / "one.csv"
    with pytest.raises(FileNotFoundError) as told, written_whole(target):
        pytest.fail("nothing can be written here")
    assert told.value.filename == str(target)


def test_killed_while_writing_the_old_file_stays(tmp_path):
    target = tmp_path / "one.csv"
    target.write_text("old")
    program = (
        "import os, signal, sys; from pathlib import Path\n"
        "from voelspriet.lib.whole_files import written_whole\n"
        "with written_whole(Path(sys.argv[1])) as (made,):\n"
        "    made.write_text('half'); os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(target)], check=False)
    assert done.returncode == -9
    assert target.read_text() == "old"
