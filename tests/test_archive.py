"""Zip packages: the same parts give the same bytes, inside packages too."""

import io
import time
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gwr_docs.archive import EARLIEST, pack, repack, unpack

ISSUED = 1_672_185_600  # 2022-12-28
CORE = b'<x><dcterms:created xsi:type="dcterms:W3CDTF">1999-01-01T00:00:00Z</dcterms:created><dcterms:modified>now</dcterms:modified></x>'
PARTS = {"word/document.xml": b"<a/>", "_rels/.rels": b"<r/>", "[Content_Types].xml": b"<t/>", "docProps/core.xml": CORE, "a.xml": b""}
NAMES = st.text("abc/._", min_size=1, max_size=8).filter(lambda name: not name.endswith((".xlsx", ".docx", ".pptx")))


def zipped(parts: dict[str, bytes], date: tuple[int, int, int, int, int, int]) -> bytes:
    """A package as another program makes it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, data in parts.items():
            package.writestr(zipfile.ZipInfo(name, date), data)
    return out.getvalue()


@given(st.dictionaries(NAMES, st.binary(max_size=40), max_size=6), st.randoms())
def test_the_order_of_the_parts_does_not_matter(parts: dict[str, bytes], random: object) -> None:
    shuffled = sorted(parts.items(), key=lambda _: random.random())  # type: ignore[attr-defined]
    assert pack(dict(shuffled), ISSUED) == pack(parts, ISSUED)
    assert unpack(pack(parts, ISSUED)) == parts


def test_what_office_programs_ask_first_comes_first() -> None:
    names = zipfile.ZipFile(io.BytesIO(pack(PARTS, ISSUED))).namelist()
    assert names == ["[Content_Types].xml", "_rels/.rels", "a.xml", "docProps/core.xml", "word/document.xml"]


def test_entries_carry_the_date_of_issue_and_nothing_of_the_machine() -> None:
    for entry in zipfile.ZipFile(io.BytesIO(pack(PARTS, ISSUED))).infolist():
        assert entry.date_time == (2022, 12, 28, 0, 0, 0)
        assert (entry.create_system, entry.external_attr, entry.extra, entry.comment) == (0, 0o600 << 16, b"", b"")


def test_dates_before_1980_become_the_first_that_zip_can_hold() -> None:
    for entry in zipfile.ZipFile(io.BytesIO(pack(PARTS, 0))).infolist():
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)
    assert EARLIEST == 315_532_800


def test_the_dates_of_the_properties_are_those_of_issue() -> None:
    core = unpack(pack(PARTS, ISSUED))["docProps/core.xml"]
    assert core == (
        b'<x><dcterms:created xsi:type="dcterms:W3CDTF">2022-12-28T00:00:00Z</dcterms:created>'
        b"<dcterms:modified>2022-12-28T00:00:00Z</dcterms:modified></x>"
    )


def test_the_time_zone_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    here = pack(PARTS, ISSUED)
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    try:
        assert pack(PARTS, ISSUED) == here
    finally:
        monkeypatch.undo()
        time.tzset()


def test_packages_inside_packages_are_settled_too() -> None:
    one = zipped({"b.xml": b"2", "docProps/core.xml": CORE}, (2020, 1, 1, 0, 0, 0))
    other = zipped({"docProps/core.xml": CORE.replace(b"1999", b"2001"), "b.xml": b"2"}, (2021, 2, 2, 2, 2, 2))
    assert one != other
    name = "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"
    packed = pack({name: one}, ISSUED)
    assert packed == pack({name: other}, ISSUED)
    assert b"2022-12-28T00:00:00Z" in unpack(unpack(packed)[name])["docProps/core.xml"]


def test_repacking_settles_and_then_changes_nothing() -> None:
    once = repack(zipped(PARTS, (2020, 1, 1, 0, 0, 0)), ISSUED)
    assert once == pack(PARTS, ISSUED)
    assert repack(once, ISSUED) == once


def test_a_part_that_stands_twice_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("a.xml", b"1")
        with pytest.warns(UserWarning, match="Duplicate"):
            package.writestr("a.xml", b"2")
    with pytest.raises(ValueError, match="twice"):
        unpack(out.getvalue())
