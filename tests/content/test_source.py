"""Bytes to text: places of what is no text, and lines without end."""

import pytest

from gwr_docs.content.reading import read_report
from gwr_docs.content.source import decode
from gwr_docs.diagnostics.rendering import render
from tests.content.fixtures import planted

BOM = b"\xef\xbb\xbf"


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"title: a\n\xffx", "2:1 10"),
        (BOM + b"title: a\n\xffx", "2:1 13"),
        (BOM + b"title: a\r\n# b\r\n\xff", "3:1 19"),
        (b"a\r# b\r\xff", "3:1 7"),
        (BOM + "title: 甲\n".encode() + "标题".encode("gb18030"), "2:1 15"),
    ],
)
def test_what_is_not_utf8_is_placed_whatever_stands_before(data: bytes, place: str) -> None:
    text, (found,) = decode("plan.yaml", data)
    assert text == ""
    assert f"{found.span.line}:{found.span.column} {dict(found.values)['byte']}" == place


LONG = [
    'title: 思路  # gwr: ok GWR701\nopening: "一\n' + " " * 60_000 + 'x"\n',
    "title: 思路\nopening: x" + "\u0301" * 20_001 + "\n",
    "opening: 一\ntitle: |\n" + "  【x】\n" * 60_000,
    "title: 思路\nunknown: " + "\u0301" * 300_000 + "\n",
]


@pytest.mark.parametrize("plan", LONG, ids=range(len(LONG)))
def test_lines_without_end_are_read_and_shown(plan: str) -> None:
    files = planted(plan=plan)
    _, found = read_report(files)
    assert render(found, {"plan.yaml": plan})


def test_circles_without_end_are_told_once() -> None:
    figures = "".join(f"指标{n}: {{value: 1个, includes: [指标{(n + 1) % 3000}, 指标0]}}\n" for n in range(3000))
    found = [fault for fault in read_report(planted(figures=figures))[1] if fault.code == "GWR302"]
    assert len(found) == 1
    assert len(found[0].related) <= 10


def test_each_paragraph_beyond_the_limit_is_told_where_it_begins() -> None:
    long = "同一个开头，然后很长很长很长很长很长很长" + "一" * 20_000
    _, found = read_report(planted(plan=f"title: 思路\nopening: |\n  {long[:30]}\n  {long}\n  短\n  {long}二\n"))
    assert [(fault.code, str(fault.span)) for fault in found] == [("GWR016", "plan.yaml:4:3"), ("GWR016", "plan.yaml:6:3")]


def test_of_refused_characters_by_escape_a_hundred_are_named() -> None:
    lines = "".join('  - "' + "\\x01" * 5000 + '"\n' for _ in range(3))
    _, found = read_report(planted(plan=f"title: 思路\nopening:\n{lines}"))
    assert len(found) == 300
