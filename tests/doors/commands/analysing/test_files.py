# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files as municipalities have them: decimal commas, remarks, old encodings, mistakes."""

from __future__ import annotations

import pyarrow as pa
import pytest
from pyarrow import parquet

from voelspriet.analysis.errors import InputError
from voelspriet.doors.commands.analysing.files import read_frame
from voelspriet.doors.commands.analysing.tables import write_table
from voelspriet.doors.commands.start import CommandError


@pytest.fixture
def read(tmp_path):
    def reads(content: str | bytes):
        file = tmp_path / "in.csv"
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_frame(file)

    return reads


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_each_usual_separator_is_understood(read, separator):
    frame = read(separator.join(["a", "b"]) + "\n" + separator.join(["1", "x"]) + "\n")
    assert frame.texts("b") == ["x"]


def test_codes_with_zeros_in_front_stay_what_they_are(read):
    assert read("code\n0363\n0034\n").codes("code").labels == ("0034", "0363")


def test_decimal_commas_are_numbers_where_semicolons_separate(read):
    frame = read("grade;note\n7,5;een, twee\n8;drie\n")
    assert frame.numbers("grade").tolist() == [7.5, 8.0]
    assert frame.texts("note") == ["een, twee", "drie"]


def test_empty_na_and_nan_are_missing_and_a_word_is_not(read):
    assert read("a,b\nNA,1\n,2\nNaN,3\nnvt,4\n").texts("a") == [None, None, None, "nvt"]


@pytest.mark.parametrize(
    "content", ["é\nü\n".encode(), b"\xef\xbb\xbf\xc3\xa9\n\xc3\xbc\n", b"\xe9\r\n\xfc\r\n"]
)
def test_bytes_of_old_and_new_encodings_are_read(read, content):
    assert read(content).texts("é") == ["ü"]


def test_remarks_in_front_are_left_out(read):
    assert read("# source: a report,,\n# of 2019\na,b\n1,2\n").names == ("a", "b")


def test_a_value_may_hold_a_new_line_and_a_separator(read):
    assert read('a,b\n"een,\ntwee",2\n').texts("a") == ["een,\ntwee"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("a,b\n1,2\n1,2,3\n", "row 2 has 3 values where 2 columns"),
        ("a,b\n1,2\n1\n6\n", "row 2 has 1 values where 2 columns are named .and 1 rows more"),
        ("a,a\n1,2\n", "'a' is named 2 times"),
        ("", "no row with the names"),
        ("# only remarks\n", "no row with the names"),
    ],
)
def test_a_wrong_file_says_where_and_why(read, content, told):
    with pytest.raises(InputError, match=told):
        read(content)


def test_a_file_with_names_and_no_rows_is_an_empty_frame(read):
    frame = read("a,b\n")
    assert len(frame) == 0
    assert frame.names == ("a", "b")


def test_only_the_columns_asked_for_are_read_from_parquet(tmp_path):
    file = tmp_path / "in.parquet"
    parquet.write_table(pa.table({"a": [1], "b": [2], "c": [3]}), file)
    assert read_frame(file, ["c", "a"]).names == ("c", "a")
    assert read_frame(file).names == ("a", "b", "c")


def test_a_damaged_parquet_file_is_one_clear_error(tmp_path):
    file = tmp_path / "in.parquet"
    file.write_bytes(b"PAR1 and then nothing")
    with pytest.raises(InputError, match="Parquet"):
        read_frame(file)


COLUMNS = {"name": ["a,b", None], "value": [1.5, float("nan")]}


def test_a_table_is_written_and_read_back(tmp_path):
    for name in ("out.csv", "out.parquet"):
        write_table(COLUMNS, tmp_path / name)
        frame = read_frame(tmp_path / name)
        assert frame.texts("name") == ["a,b", None]
        assert frame.texts("value") == ["1.5", None]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["out.csv", "out.parquet"]


def test_a_table_of_another_kind_is_refused_and_nothing_is_written(tmp_path):
    with pytest.raises(CommandError, match=r"\.csv or \.parquet"):
        write_table(COLUMNS, tmp_path / "out.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_one_clear_line(tmp_path):
    with pytest.raises(CommandError, match=r"nowhere/out\.csv: No such file or directory"):
        write_table(COLUMNS, tmp_path / "nowhere" / "out.csv")


def test_a_failed_write_leaves_the_old_table(tmp_path):
    out = tmp_path / "out.csv"
    out.write_text("old\n")
    with pytest.raises(pa.ArrowInvalid):
        write_table({"a": [1, "x"]}, out)
    assert out.read_text() == "old\n"


def test_without_a_file_the_table_is_printed_as_csv(capsys):
    write_table({"a": [1, None], "b": ["x;y", "z,"]}, None)
    assert capsys.readouterr().out == 'a,b\n1,x;y\n,"z,"\n'
