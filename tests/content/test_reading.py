"""Reading as a whole: all faults at once, warnings that stop nothing, texts that stay texts, limits."""

import datetime
import re
import time
from collections.abc import Callable

import pytest

from gwr_docs.content import nodes, reader, source
from gwr_docs.content.reading import FILES, read_report
from gwr_docs.content.schema import KEYS, OPTIONAL
from gwr_docs.documents.briefing import plan_briefing
from gwr_docs.model.inline import Reference, Text
from gwr_docs.model.report import Report
from tests.content.fixtures import minimal, planted, shipped


def faults(files: dict[str, bytes]) -> list[str]:
    return [f"{d.span} {d.code}" for d in read_report(files)[1]]


def read(files: dict[str, bytes]) -> Report:
    report, found = read_report(files)
    assert report is not None, [str(d.span) for d in found]
    return report


def test_faults_of_several_files_come_at_once_and_in_order() -> None:
    files = planted(
        review="title: 回顾\nopening: 【人 口】\nopening: 二\n",
        plan="title：思路\n",
        figures="人口: {value: 12人, lable: 人}\n",
        deck="- layout: cover\n- layout: cards\n  title: 【人\n  figures: [人口, 户数]\n",
    )
    del files["report.yaml"]
    assert faults(files) == [
        "deck.yaml:3:10 GWR203",
        "deck.yaml:4:17 GWR210",
        "figures.yaml:1:18 GWR102",
        "plan.yaml:1:6 GWR008",
        "report.yaml:1:1 GWR108",
        "review.yaml:2:11 GWR201",
        "review.yaml:3:1 GWR004",
    ]


def test_a_syntax_error_hides_nothing_of_the_other_files() -> None:
    files = planted(review='title: "回顾\n', plan="titel: 思路\n", figures="人口: {value: 1２人}\n")
    assert faults(files) == ["figures.yaml:1:14 GWR207", "plan.yaml:1:1 GWR101", "plan.yaml:1:1 GWR102", "review.yaml:1:8 GWR022"]


def test_keys_are_what_the_search_for_slips_takes_for_one() -> None:
    assert [key for key in KEYS if not re.fullmatch("[a-z_]+", key)] == []


def test_line_slips_come_with_each_other() -> None:
    files = planted(plan="title：思路\nopening:\n\t- 一\n  -二\nclosing:三\n")
    assert faults(files) == ["plan.yaml:1:6 GWR008", "plan.yaml:3:1 GWR006", "plan.yaml:4:3 GWR010", "plan.yaml:5:8 GWR009"]


def test_every_empty_or_broken_file_is_named() -> None:
    assert faults({}) == [f"{name}:1:1 GWR108" for name in sorted(set(FILES) - OPTIONAL)]
    assert faults(dict.fromkeys(FILES, b"")) == [f"{name}:1:1 GWR109" for name in sorted(FILES)]


def test_warnings_do_not_stop_the_report() -> None:
    report, found = read_report(planted(figures="人口: {value: 12人}\n户数: {value: 3户}\n"))
    assert report is not None
    assert [d.code for d in found] == ["GWR205"]
    assert not found[0].is_error


def test_without_a_storyboard_there_are_no_slides() -> None:
    files = minimal()
    del files["deck.yaml"]
    assert read(files).slides == ()


REWRITINGS: dict[str, Callable[[bytes], bytes]] = {
    "CRLF": lambda data: data.replace(b"\n", b"\r\n"),
    "CR": lambda data: data.replace(b"\n", b"\r"),
    "BOM": lambda data: b"\xef\xbb\xbf" + data,
    "BOM and CRLF": lambda data: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"),
    "no last line end": lambda data: data.rstrip(b"\n"),
}


@pytest.mark.parametrize("rewriting", REWRITINGS)
def test_line_ends_and_marks_change_nothing(rewriting: str) -> None:
    plain, other = read(shipped()), read({name: REWRITINGS[rewriting](data) for name, data in shipped().items()})
    assert plan_briefing(other).text == plan_briefing(plain).text
    assert other.slides == plain.slides
    assert other.figures == plain.figures
    if rewriting != "no last line end":
        assert other == plain


@pytest.mark.parametrize("rewriting", REWRITINGS)
def test_columns_are_right_whatever_the_line_ends(rewriting: str) -> None:
    plan = "title: 思路\nopening: |\n  一\n  二【人 口】\nlead: 【户】\n".encode()
    assert faults(planted(plan=REWRITINGS[rewriting](plan))) == ["plan.yaml:4:5 GWR201", "plan.yaml:5:8 GWR210"]


TYPED = ["no", "012", "12:30", "2022-12-28", "11.20", "1_000", "~", "null", "0x1F", ".inf", "1e3", "on", "<<", "="]


@pytest.mark.parametrize("text", TYPED)
def test_scalars_keep_their_text(text: str) -> None:
    value_text = text.lstrip(".")  # .inf is no value of a figure: GWR211
    report = read(planted(plan=f"title: {text}\n", figures=f"人口: {{value: {value_text}}}\n"))
    (title,) = report.plan.title
    assert isinstance(title, Text)
    assert title.text == text
    value = report.figures["人口"].value
    assert value is not None
    assert value.text == value_text


def test_figures_may_be_named_like_words_of_yaml_and_of_the_format() -> None:
    names = ["no", "012", "2022", "title", "value"]
    figures = "人口: {value: 12人}\n" + "".join(f"{name}: {{value: 1人}}\n" for name in names)
    report = read(planted(figures=figures, plan="title: 思路\nopening: " + "".join(f"【{name}】" for name in names)))
    assert list(report.figures) == ["人口", *names]


@pytest.mark.parametrize("text", ["2022-12-28", "2022年12月28日"])
def test_dates(text: str) -> None:
    assert read(planted(report=f"title: 报告\nissuer: 某镇\ndate: {text}\n")).cover.date == datetime.date(2022, 12, 28)


@pytest.mark.parametrize(("text", "stamp"), [("是", True), ("yes", True), ("否", False), ("off", False)])
def test_yes_and_no(text: str, stamp: bool) -> None:
    report = read(planted(report=f"title: 报告\nissuer: 某镇\ndate: 2022-12-28\noptions: {{edition_stamp: {text}}}\n"))
    assert report.options.edition_stamp is stamp


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("【【注】", ["【", "注】"]),
        ("一【【二【人口】", ["一【", "二", "人口"]),
        ("【【】一", ["【", "】一"]),
        ("<b>&=1+1 http://某 {x}", ["<b>&=1+1 http://某 {x}"]),
        ("第1名 # 注", ["第1名"]),
        ("一：二;三,四", ["一：二;三,四"]),
        ("-3.5%", ["-3.5%"]),
        ("——一", ["——一"]),
    ],
)
def test_marks_in_text(typed: str, printed: list[str]) -> None:
    (paragraph,) = read(planted(plan=f"title: 思路\nopening: {typed}\n")).plan.opening
    assert [inline.figure if isinstance(inline, Reference) else inline.text for inline in paragraph] == printed


@pytest.mark.parametrize(
    "plan",
    [
        "title: 思路\nopening:\n  一是，\n  title：二\n".replace("title：二", "重点：二"),
        "title: 思路\nopening: 一，\n  如下：{甲}\n",
        "title: 思路\nopening: |\n  title：二\n  -二\n  note:三\n",
        "title: 思路\nparts:\n- title: 一\n  topics:\n  - title: 二\n    text: >-\n      -三\n      title：四\n",
        "# title：思路\n#\t一\ntitle: 思路\n",
    ],
)
def test_what_only_looks_like_a_slip_is_left_alone(plan: str) -> None:
    report, found = read_report(planted(plan=plan))
    assert report is not None, found


def test_a_text_may_be_one_or_many() -> None:
    one = read(planted(plan="title: 思路\nopening: 一\n")).plan.opening
    block = read(planted(plan="title: 思路\nopening: |\n\n  一\n\n  二\n\n\n")).plan.opening
    listed = read(planted(plan="title: 思路\nopening: [一, 二]\n")).plan.opening
    texts = [inline for paragraph in (*one, *block, *listed) for inline in paragraph if isinstance(inline, Text)]
    assert [text.text for text in texts] == ["一", "一", "二", "一", "二"]
    assert [text.place.at(0) for text in texts] == [(2, 10), (4, 3), (6, 3), (2, 11), (2, 14)]


def test_too_many_values(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_VALUES", 7)
    assert faults(planted(plan="title: 思路\nopening: [一, 二, 三]\n")) == ["plan.yaml:2:17 GWR015"]


def test_limits() -> None:
    assert (nodes.MAX_DEPTH, reader.MAX_VALUES, reader.MAX_TEXT, source.MAX_BYTES) == (30, 2_000_000, 20_000, 16_000_000)
    assert faults(planted(plan="title: 思路\nopening: " + "字" * 20_000)) == []
    assert faults(planted(plan="title: 思路\nopening: |\n" + ("  " + "字" * 15_000 + "\n") * 2)) == []


HOSTILE = {
    "zero bytes": b"\0" * 2_000_000,
    "bidi marks on lines": "\u202e\n".encode() * 200_000,
    "spaces in quotes": b'title: "a' + b" " * 200_000 + b'b"',
    "colons": b"title: " + b":" * 200_000,
    "open references": b"title: " + "【".encode() * 19_999,
    "quotes": b'title: "' + b'\\"' * 19_999 + b'"',
    "hashes": b"title: a" + b" #" * 100_000,
    "braces in a text": b"title: a" + b"{" * 100_000 + b": b",
    "nested dashes": b"- " * 100_000,
    "nested questions": b"? " * 100_000,
    "unknown keys": b"title: a\n" + b"".join(b"k%d: a\n" % i for i in range(10_000)),
    "a key many times": b"title: a\n" * 10_000,
    "a paragraph of millions": b'title: "' + b"a" * 3_000_000 + b'"',
    "many paragraphs": b"title: a\nopening: |\n" + b"  b\n" * 20_000,
    "blank lines": b"title: |\n" + b"\n" * 500_000 + b"  a\n",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_files_are_refused_soon(kind: str) -> None:
    start = time.perf_counter()
    read_report(minimal() | {"plan.yaml": HOSTILE[kind]})
    assert time.perf_counter() - start < 2


def test_a_long_chain_of_parts_is_read_soon() -> None:
    chain = "人口: {value: 1人, parts: [n0]}\n" + "".join(f"n{i}: {{value: 1人, parts: [n{i + 1}]}}\n" for i in range(3000))
    start = time.perf_counter()
    assert faults(planted(figures=chain + "n3000: {value: 1人}\n")) == []
    assert time.perf_counter() - start < 5


def test_of_many_bad_characters_only_the_first_are_named() -> None:
    found = faults(planted(plan="title: 思路\n" + "\u200b\n" * 500))
    assert found[:2] == ["plan.yaml:2:1 GWR003", "plan.yaml:3:1 GWR003"]
    assert len(found) == source.MOST_REFUSED
