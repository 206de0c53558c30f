"""Slips planted into the shipped content at several places each: every one is named, alone, at its exact line and column."""

import os
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gwr_docs.content.reading import FILES, read_report
from gwr_docs.diagnostics.rendering import render
from tests.content.fixtures import planted as planted_files
from tests.content.fixtures import shipped

# What is planted, the file, what is found there, what it becomes with ⟦ where the fault must be shown, and its code.
Slip = tuple[str, str, str, str, str]
FIGURE = r"(?m)^(\S+: \{value: [^,\n]+)(, (?:label|group): .*)\}$"
POINT = r"(?m)^(    - \{title: )([^,\n]+)(, text: )([^，\n]+)，(.*)\}$"
SLIPS: tuple[Slip, ...] = (
    ("a } is lost", "figures.yaml", FIGURE, r"\1\2⟦", "GWR025"),
    ("a } is lost", "deck.yaml", POINT, r"\1\2\3\4，\5⟦", "GWR025"),
    ("a { is lost", "figures.yaml", r"(?m)^(\S+: )\{(value: .*\})$", r"\1⟦\2", "GWR025"),
    ("a ] is lost", "deck.yaml", r"(?m)^(  figures: \[.*)\]$", r"\1⟦", "GWR025"),
    ("a ] is lost in a figure", "figures.yaml", r"(?m)^(  (?:parts|includes): \[.*)\]$", r"\1⟦", "GWR025"),
    ("a [ is lost", "deck.yaml", r"(?m)^(  figures: )\[(.*\])$", r"\1⟦\2", "GWR025"),
    ("a } too many", "figures.yaml", FIGURE, r"\1\2}⟦}", "GWR026"),
    ("a } too many", "deck.yaml", POINT, r"\1\2\3\4，\5}⟦}", "GWR026"),
    ("a ] too many", "deck.yaml", r"(?m)^(  figures: \[.*)\]$", r"\1]⟦]", "GWR026"),
    ("a { too many", "figures.yaml", r"(?m)^(\S+: )\{(value: .*\})$", r"\1{⟦{\2", "GWR026"),
    ("( ) closes", "figures.yaml", FIGURE, r"\1\2⟦)", "GWR021"),
    ("full-width ) closes", "figures.yaml", FIGURE, r"\1\2⟦）", "GWR021"),
    ("] closes", "figures.yaml", FIGURE, r"\1\2⟦]", "GWR021"),
    ("full-width braces", "figures.yaml", r"(?m)^(\S+: )\{(value: .*)\}$", r"\1⟦｛\2｝", "GWR021"),
    ("full-width brackets", "deck.yaml", r"(?m)^(  figures: )\[(.*)\]$", r"\1⟦［\2］", "GWR021"),
    ("full-width comma", "figures.yaml", FIGURE.replace(", (?:", ", ((?:").replace(".*)", ".*))"), r"\1⟦，\3}", "GWR021"),
    ("full-width comma", "deck.yaml", POINT, r"\1\2⟦，text: \4，\5}", "GWR021"),
    ("semicolon", "figures.yaml", r"(?m)^(\S+: \{value: [^,\n]+), (.*\})$", r"\1⟦; \2", "GWR021"),
    ("full-width semicolon", "figures.yaml", r"(?m)^(\S+: \{value: [^,\n]+), (.*\})$", r"\1⟦；\2", "GWR021"),
    ("、 between fields", "figures.yaml", r"(?m)^(\S+: \{value: [^,\n]+), (.*\})$", r"\1⟦、\2", "GWR021"),
    ("comma is lost", "figures.yaml", r"(?m)^(\S+: \{value: [^,\n]+),( .*\})$", r"\1⟦\2", "GWR024"),
    ("comma is lost", "deck.yaml", POINT, r"\1\2⟦ text: \4，\5}", "GWR024"),
    ("plain comma in a text", "deck.yaml", POINT, r"\1\2\3\4⟦, \5}", "GWR032"),
    ("value： in braces", "figures.yaml", r"\{value: ", "{value⟦：", "GWR008"),
    ("value:12 in braces", "figures.yaml", r"\{value: ", "{value⟦:", "GWR009"),
    ("value=12 in braces", "figures.yaml", r"\{value: ", "{value⟦=", "GWR030"),
    ("value 12 in braces", "figures.yaml", r"\{value: ", "{value⟦ ", "GWR030"),
    ("title： in braces", "deck.yaml", r"    - \{title: ", "    - {title⟦：", "GWR008"),
    ("colon lost before braces", "figures.yaml", r"(?m)^([^\s:]+): (\{value.*)$", r"\1⟦ \2", "GWR030"),
    ("a quote never closed", "deck.yaml", r"unit: '%'", "unit: ⟦'%", "GWR022"),
    ("a quote closed by another", "deck.yaml", r"unit: '%'", "unit: ⟦'%\"", "GWR022"),
    ("a quote closed by a curly one", "deck.yaml", r"unit: '%'", "unit: ⟦'%’", "GWR022"),
    ("a title's quote never closed", "review.yaml", r"      - title: (?=[^“])", "      - title: ⟦\"", "GWR022"),
    ("a text's quote never closed", "deck.yaml", POINT, r"""\1⟦'\2\3\4，\5}""", "GWR022"),
    ("a quote never opened", "deck.yaml", r"unit: '%'", "unit: ⟦%'", "GWR005"),
    ("straight quotes in a title", "review.yaml", r"(?m)title: ([^“\n]{2})([^“\n]{2,})$", r'title: ⟦"\1"\2', "GWR023"),
    ("straight quotes in a point", "deck.yaml", r"- \{title: (\w\w)(\w\w)", r'- {title: ⟦"\1"\2', "GWR023"),
    ("straight single quotes in a slide's title", "deck.yaml", r"(?m)^  title: ([^【\n]{2})([^“\n]+)$", r"  title: ⟦'\1'\2", "GWR023"),
    ("note: 注: …", "deck.yaml", r"(?m)^  note: ", "  note: 注⟦: ", "GWR031"),
    ("gist: 提要: …", "review.yaml", r"gist: ", "gist: 提要⟦: ", "GWR031"),
    ("text: 注: … in braces", "deck.yaml", r"(- \{title: \S+, text: )", r"\1注⟦: ", "GWR031"),
    ("text beside >-", "review.yaml", r"text: >-\n +(\S+)\n", r"text: >- ⟦\1\n", "GWR029"),
    ("text beside >-, more below", "plan.yaml", r"text: >-\n +(\S+)\n(?= +\S+\n)", r"text: >- ⟦\1\n", "GWR029"),
    ("gist one further in", "review.yaml", r"(?m)^        gist: ", "⟦         gist: ", "GWR027"),
    ("gist one further out", "review.yaml", r"(?m)^        gist: ", "⟦       gist: ", "GWR027"),
    ("text one further in", "plan.yaml", r"(?m)^        text: ", "⟦         text: ", "GWR027"),
    ("topics one further in", "review.yaml", r"(?m)^    topics:", "⟦     topics:", "GWR027"),
    ("topics one further out", "review.yaml", r"(?m)^    topics:", "⟦   topics:", "GWR027"),
    ("an item one further in", "review.yaml", r"(?m)(?<=。\n\n)      - title: ", "⟦       - title: ", "GWR027"),
    ("an item one further out", "review.yaml", r"(?m)(?<=。\n\n)      - title: ", "⟦     - title: ", "GWR027"),
    ("a slide's field one further in", "deck.yaml", r"(?m)^  (?=figures|chart|points|note)", "⟦   ", "GWR027"),
    ("a slide's field one further out", "deck.yaml", r"(?m)^  (?=title|figures|chart|points|note)", "⟦ ", "GWR027"),
    ("a slide's field at the margin", "deck.yaml", r"(?m)^  (?=title|figures|chart|points|note)", "⟦", "GWR027"),
    ("a chart's field one further in", "deck.yaml", r"(?m)^    (?=caption|figures|unit)", "⟦     ", "GWR027"),
    ("a point one further out", "deck.yaml", r"(?m)(?<=\}\n)    - (?=\{)", "⟦   - ", "GWR027"),
    ("a figure one further in", "figures.yaml", r"(?m)(?<=\}\n)(?=\S+: \{value)", "⟦ ", "GWR027"),
    ("a figure two further in", "figures.yaml", r"(?m)(?<=\}\n)(?=\S+: \{value)", "⟦  ", "GWR027"),
    ("a figure's field one further in", "figures.yaml", r"(?m)^  (?=group|parts|note|includes)", "⟦   ", "GWR027"),
    ("a line of a text too far out", "review.yaml", r"(?m)(?<=；\n)          (?=\S+$)", "⟦    ", "GWR027"),
    ("a line of a text at the margin", "review.yaml", r"(?m)(?<=；\n)          (?=\S+$)", "⟦", "GWR027"),
    ("a text no further in than its key", "review.yaml", r"(?m)(?<=text: >-\n)          (?=\S+$)", "⟦        ", "GWR027"),
    ("the first item two further in", "review.yaml", r"(?m)(?<=topics:\n)      (?=- title)", "⟦        ", "GWR027"),
    ("an option at the margin", "report.yaml", r"(?m)^  (?=contents|annexes|charts)", "⟦", "GWR027"),
    ("the date one further in", "report.yaml", r"(?m)^(?=date:)", "⟦ ", "GWR027"),
    ("gist as far out as a part's keys", "review.yaml", r"(?m)^        (?=gist: .*\n\n      - )", "⟦    ", "GWR027"),
    ("the first part one further out", "plan.yaml", r"(?m)(?<=parts:\n)  (?=- title)", "⟦ ", "GWR027"),
    ("a dash is a blank", "review.yaml", r"(?m)(?<=。\n\n)      - title: ", "        ⟦title: ", "GWR028"),
    ("a dash is gone", "review.yaml", r"(?m)(?<=。\n\n)      - title: ", "      ⟦title: ", "GWR028"),
    ("a part's dash is gone", "plan.yaml", r"(?m)(?<=。\n\n)  - title: ", "  ⟦title: ", "GWR028"),
    ("a slide's dash is a blank", "deck.yaml", r"(?m)(?<=\n\n)- layout: (?!cover|section)", "  ⟦layout: ", "GWR028"),
    ("a slide's dash is gone", "deck.yaml", r"(?m)(?<=\n\n)- layout: (?!cover)", "⟦layout: ", "GWR028"),
    ("a point's dash is a blank", "deck.yaml", r"(?m)(?<=\}\n)    - (?=\{)", "      ⟦", "GWR028"),
    ("a point's dash is gone", "deck.yaml", r"(?m)(?<=\}\n)    - (?=\{)", "    ⟦", "GWR028"),
    ("a long dash for a dash", "deck.yaml", r"(?m)^    - (?=\{)", "    ⟦— ", "GWR033"),
    ("a bullet for a dash", "review.yaml", r"(?m)^      - (?=title)", "      ⟦• ", "GWR033"),
    ("a full-width dash", "deck.yaml", r"(?m)^- (?=layout)", "⟦－ ", "GWR033"),
    ("a term's full-width colon", "glossary.yaml", r"(?m)^([^\s#:“]+): ", r"\1⟦：", "GWR008"),
    ("a term's colon without a space", "glossary.yaml", r"(?m)^([^\s#:“]+): ", r"\1⟦:", "GWR009"),
    ("gist without a colon", "review.yaml", r"gist: ", "gist⟦ ", "GWR030"),
    ("text without a colon", "plan.yaml", r"text: >-", "text⟦ >-", "GWR030"),
    ("a comma after }", "figures.yaml", FIGURE, r"\1\2}⟦,", "GWR026"),
    ("a full stop after }", "deck.yaml", POINT, r"\1\2\3\4，\5}⟦。", "GWR026"),
    ("a comma after ]", "figures.yaml", r"(?m)^(  (?:parts|includes): \[.*\])$", r"\1⟦,", "GWR026"),
    ("a mark before a dash", "deck.yaml", r"(?m)^    - (?=\{)", "    ⟦。- ", "GWR026"),
    ("two figures on a line", "figures.yaml", r"(?m)(?<=\})\n(?=\S+: \{value)", "⟦", "GWR034"),
    ("two terms on a line", "glossary.yaml", r"(?m)(?<=。)\n(?=[^#\n])", "⟦", "GWR034"),
    ("two fields on a line", "review.yaml", r"(?m)\n( +)(?=text: )", r"\1⟦", "GWR034"),
    ("two fields of a slide on a line", "deck.yaml", r"(?m)\n  (?=title: |caption: |figures: )", " ⟦", "GWR034"),
    ("two points on a line", "deck.yaml", r"(?m)(?<=\})\n(    )(?=- \{)", r"\1⟦", "GWR034"),
    ("an item on its key's line", "review.yaml", r"(?m)(?<=topics:)\n      (?=- )", " ⟦", "GWR034"),
    ("a break in a gist", "review.yaml", r"(?m)(?<=gist: )(\S{3})(\S{4,})$", r"\1\n⟦\2", "GWR035"),
    ("a break before a figure's braces", "figures.yaml", r"(?m)(?<=\S:) (?=\{value)", "\n⟦", "GWR035"),
    ("a break in a figure's braces", "figures.yaml", r"(?m)(?<=, group)(?=: [^,}]+\}$)", "\n⟦", "GWR035"),
    ("a break before >-", "review.yaml", r"text: >-", "text:\n⟦>-", "GWR035"),
    ("a remark without #", "figures.yaml", r"(?m)(?<=\}\n\n)# (?=[一二]（)", "⟦", "GWR018"),
    ("a field without its colon, in slides", "deck.yaml", r"(?m)^  (title|note): ", r"  \1⟦ ", "GWR030"),
    ("a long dash after >", "plan.yaml", r"text: >-", "text: ⟦>—", "GWR021"),
    ("a text's > is lost", "plan.yaml", r"text: >-", "text: ⟦-", "GWR021"),
    ("gist with a semicolon", "review.yaml", r"gist: ", "gist⟦；", "GWR030"),
)  # fmt: skip
MOST = 5  # places of each slip


def planted(slip: Slip, most: int) -> Iterator[tuple[dict[str, bytes], str]]:
    """The content with the slip at one place, and the fault that must be told."""
    _, name, pattern, becomes, code = slip
    text = shipped()[name].decode()
    places = list(re.finditer(pattern, text))
    assert places, "the slip has no place in the file"
    step = max(1, len(places) // most)
    for place in places[::step][:most]:
        new = place.expand(becomes)
        at = place.start() + new.index("⟦")
        spoiled = text[: place.start()] + new.replace("⟦", "") + text[place.end() :]
        line, column = spoiled.count("\n", 0, at) + 1, at - spoiled.rfind("\n", 0, at)
        yield shipped() | {name: spoiled.encode()}, f"{name}:{line}:{column} {code}"


@pytest.mark.parametrize("slip", SLIPS, ids=[f"{slip[0]} {slip[1]}" for slip in SLIPS])
def test_a_slip_is_named_at_its_place(slip: Slip) -> None:
    for files, wanted in planted(slip, MOST):
        report, found = read_report(files)
        assert report is None
        assert [f"{d.span} {d.code}" for d in found if d.is_error] == [wanted]


def test_two_dashes_that_begin_a_text_are_no_bullet() -> None:
    assert read_report(planted_files(plan="title: 思路\nopening: 一是\n  ——继续努力。\n"))[1] == ()


SIGNS = st.sampled_from([*"：:，,；;、{}[]'\"“”（）()-—#。=|>｛｝!*&@% \n", "  ", "- ", ": ", "\n\n", ""])
PLACES = st.floats(0, 1, exclude_max=True)
SPOILT = st.lists(st.tuples(PLACES, SIGNS, st.integers(0, 3)), min_size=1, max_size=3)
LIBYAML = re.compile(r"did not find|expected|not allowed|while (?:pars|scann)ing|could not")


@settings(max_examples=int(os.environ.get("GWR_FUZZ", "150")), deadline=None)
@given(st.sampled_from(FILES), SPOILT)
def test_slips_anywhere_are_told_within_the_file_and_in_chinese(name: str, slips: list[tuple[float, str, int]]) -> None:
    text = shipped()[name].decode()
    for first, sign, gone in slips:
        places = [match.start() for match in re.finditer(r"[:,{}\[\]'\"\-\n>]", text)] or [0]
        at = places[int(first * len(places))]
        text = text[:at] + sign + text[at + gone :]
    sources = {file: data.decode() for file, data in shipped().items()} | {name: text}
    _, found = read_report({file: source.encode() for file, source in sources.items()})
    for d in found:
        for span in (d.span, *(place.span for place in d.related)):
            lines = sources[span.file].split("\n")
            assert 1 <= span.line <= len(lines)
            assert 1 <= span.column <= len(lines[span.line - 1]) + 1
            assert span.column < span.end
    assert not LIBYAML.search(render([d for d in found if d.is_error], {}, "zh"))
