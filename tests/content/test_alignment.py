"""Where characters stand: whatever the style, a place points at the character as the writer typed it."""

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from gwr_docs.content.nodes import Mapping, Scalar
from gwr_docs.content.reader import read_nodes

LATIN, CHINESE = "aZ7%", "党的，—"
WORDS = st.text(LATIN, min_size=1, max_size=3) | st.text(CHINESE, min_size=1, max_size=4)
INDENT = "  "


def scalar(source: str) -> Scalar:
    root, found = read_nodes("plan.yaml", source)
    assert [(d.code, d.values) for d in found] == []
    assert isinstance(root, Mapping)
    node = root.get("k")
    assert isinstance(node, Scalar)
    return node


def points_right(source: str, node: Scalar, escaped: str = "") -> None:
    """Every character but the escaped ones stands in the source where its place says."""
    lines = source.split("\n")
    for offset, character in enumerate(node.text):
        line, column = node.place.at(offset)
        at = lines[line - 1][column - 1 : column]
        if character in escaped:
            assert at == "\\" or at == character
        elif character not in " \n":
            assert at == character, (offset, character, line, column)


def folded(lines: list[list[str]]) -> str:
    """What a writer expects: words of a line as typed, a space over a line end only between two Latin words."""
    text = ""
    for words in lines:
        line = " ".join(words)
        joint = " " if text and text[-1].isascii() and line[0].isascii() else ""
        text += joint + line
    return text


LINES = st.lists(st.lists(WORDS, min_size=1, max_size=4), min_size=1, max_size=5)


@st.composite
def sources(draw: st.DrawFn) -> tuple[str, str]:
    """(source, the text that it must give) in one of the folding styles."""
    lines = draw(LINES)
    style = draw(st.sampled_from(["plain", "single", "double", ">", ">-"]))
    typed = [" ".join(words) for words in lines]
    indents = [INDENT + " " * draw(st.integers(0, 3)) for _ in lines]
    if style.startswith(">"):
        return f"k: {style}  # 注\n" + "\n".join(INDENT + line for line in typed) + "\n", folded(lines)
    quote = {"plain": "", "single": "'", "double": '"'}[style]
    if style == "plain":
        lines[0] = ["文", *lines[0]]  # a plain text cannot begin with %
        typed[0] = " ".join(lines[0])
    body = typed[0] + "".join("\n" + indent + line for indent, line in zip(indents[1:], typed[1:], strict=True))
    return f"k: {quote}{body}{quote}\n", folded(lines)


@given(sources())
def test_folding_keeps_a_space_only_between_latin_words(source: tuple[str, str]) -> None:
    node = scalar(source[0])
    assert node.text == source[1]
    points_right(source[0], node)


PIECES = st.sampled_from(["党", "的", "a", "7", "，", "'", '"', "\\", "\t", " ", "/", "🐉", "\n"])
ESCAPES = {'"': '\\"', "\\": "\\\\", "\t": "\\t", "\n": "\\n", " ": "\\ ", "/": "\\/", "党": "\\u515A", "a": "\\x61", "🐉": "\\U0001F409"}


@st.composite
def double_quoted(draw: st.DrawFn) -> str:
    """A double-quoted text with escapes and continued lines, cut anywhere."""
    out = "文"
    for piece in draw(st.lists(PIECES, max_size=24)):
        escape = piece in '"\\\t\n' or (piece in ESCAPES and draw(st.booleans()))
        out += ESCAPES[piece] if escape else piece
        out += draw(st.sampled_from(["", "", "", "\\\n  ", "\\\n\n\n\n  ", "\n  ", "\n\n  "]))
    return f'k: "{out}末"\n'


@given(double_quoted())
def test_escapes_and_continued_lines(source: str) -> None:
    node = scalar(source)
    points_right(source, node, escaped='"\\\t党a🐉/')
    stock = yaml.safe_load(source)["k"]
    assert re.sub(r"[ \n]", "", node.text) == re.sub(r"[ \n]", "", stock)
    assert node.place.at(len(node.text) - 1) == (source.count("\n"), len(source.split("\n")[-2]) - 1)


@st.composite
def single_quoted(draw: st.DrawFn) -> str:
    out = "文"
    for piece in draw(st.lists(st.sampled_from(["党", "a", "''", '"', "\\", "\\n", "，", " ", "\\\n  ", "\n  ", "\n\n  "]), max_size=24)):
        out += piece
    return f"k: '{out}末'\n"


@given(single_quoted())
def test_quotes_are_doubled_in_single_quotes_and_nothing_is_escaped(source: str) -> None:
    node = scalar(source)
    points_right(source, node)
    assert re.sub(r"[ \n]", "", node.text) == re.sub(r"[ \n]", "", yaml.safe_load(source)["k"])
    assert node.place.at(len(node.text) - 1) == (source.count("\n"), len(source.split("\n")[-2]) - 1)


@given(st.lists(st.lists(WORDS, max_size=3), min_size=1, max_size=6), st.sampled_from(["|", "|-", "|+"]))
def test_literal_blocks_are_paragraphs(lines: list[list[str]], style: str) -> None:
    typed = [" ".join(words) for words in lines]
    source = f"k: {style}\n" + "".join(f"{INDENT}{line}\n" if line else "\n" for line in typed)
    node = scalar(source)
    points_right(source, node)
    paragraphs = [line for line in typed if line]
    assert [line.text for line in node.lines()] == (paragraphs or [""])
    for line in node.lines() if paragraphs else ():
        points_right(source, line)


@pytest.mark.parametrize(
    ("source", "text", "places"),
    [
        ("k: >-\n  党的\n  二十大\n", "党的二十大", {0: (2, 3), 2: (3, 3), 4: (3, 5)}),
        ("k: >-\n  Smart\n  Town\n", "Smart Town", {0: (2, 3), 6: (3, 3)}),
        ("k: >-\n  一\n\n  二\n", "一\n二", {0: (2, 3), 2: (4, 3)}),
        ("k: |\n\n  一\n", "一", {0: (3, 3)}),
        ('k: "\\u4e00二"\n', "一二", {0: (1, 5), 1: (1, 11)}),
        ('k: "一\\\n   二"\n', "一二", {0: (1, 5), 1: (2, 4)}),
        ('k: "一\\\n\n\n\n   二三"\n', "一\n二三", {0: (1, 5), 2: (5, 4), 3: (5, 5)}),
        ("k: |\n  一\n\n  \t二\n", "一\n\t二", {0: (2, 3), 2: (4, 3), 3: (4, 4)}),
        ("k: '一''二'\n", "一'二", {1: (1, 6), 2: (1, 8)}),
        ("k: '一\\\n  二'\n", "一\\二", {1: (1, 6), 2: (2, 3)}),
        ("k: 一 二\n  三\n", "一 二三", {2: (1, 6), 3: (2, 3)}),
    ],
)
def test_places(source: str, text: str, places: dict[int, tuple[int, int]]) -> None:
    node = scalar(source)
    assert node.text == text
    assert {offset: node.place.at(offset) for offset in places} == places


def test_a_span_ends_where_its_source_line_ends() -> None:
    node = scalar("k: >-\n  一二\n  三四五\n")
    span = node.place.span(1, 5)
    assert (span.line, span.column, span.end) == (2, 4, 5)
