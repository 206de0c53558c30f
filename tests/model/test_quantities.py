"""Quantities: what is read prints back to the letter, and the number is the one a reader would say."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gwr_docs.model.numerals import read_numeral, write_numeral
from gwr_docs.model.quantities import Change, Quantity, parse_change, parse_quantity


@pytest.mark.parametrize(
    ("text", "number", "value", "measure"),
    [
        ("36亿元", "36", "3600000000", "亿元"),
        ("11.20亿元", "11.20", "1120000000", "亿元"),
        ("900余万元", "900", "9000000", "万元"),
        ("147.4万余件", "147.4", "1474000", "万件"),
        ("10余万人", "10", "100000", "万人"),
        ("26.77万人", "26.77", "267700", "万人"),
        ("100%", "100", "100", "%"),
        ("约79万余平米", "79", "790000", "万平米"),
        ("2520余人次", "2520", "2520", "人次"),
        ("8000元", "8000", "8000", "元"),
        ("5个百分点", "5", "5", "个百分点"),
        ("3倍", "3", "3", "倍"),
        ("十项", "10", "10", "项"),
        ("两栋", "2", "2", "栋"),
        ("第十五届", "15", "15", "届"),
        ("第一", "1", "1", ""),
        ("1.2万亿元", "1.2", "1200000000000", "万亿元"),
        ("十几人", "10", "10", "人"),
        ("-3.5%", "-3.5", "-3.5", "%"),
        ("3千克", "3", "3", "千克"),
        ("3千元", "3", "3000", "千元"),
        ("012", "12", "12", ""),
    ],
)
def test_reads_what_reports_print(text: str, number: str, value: str, measure: str) -> None:
    quantity = parse_quantity(text)
    assert quantity is not None
    assert str(quantity) == text
    assert quantity.number == Decimal(number)
    assert quantity.value == Decimal(value)
    assert quantity.measure == measure


@pytest.mark.parametrize("text", ["", "全部", "完成目标进度", "1,215", "３６亿元", "60—79", "1.2.3", "二二年", "9" * 31])
def test_other_text_is_no_quantity(text: str) -> None:
    assert parse_quantity(text) is None


ARABIC = st.from_regex(r"[0-9]{1,9}(\.[0-9]{1,4})?", fullmatch=True)
UNITS = st.sampled_from(["", "元", "人", "人次", "个百分点", "%", "倍", "平米", "公斤", "吨", "次/年", "号"])
QUANTITIES = st.builds(
    Quantity,
    digits=ARABIC,
    unit=UNITS,
    prefix=st.sampled_from(["", "约", "近", "超", "达", "第"]),
    sign=st.sampled_from(["", "+", "-", "−", "±"]),
    about=st.sampled_from(["", "余", "多", "几"]),
    scale=st.sampled_from(["千", "百", "万", "亿", "万亿"]),
    more=st.sampled_from(["", "余", "多"]),
)
NUMERALS = st.builds(
    lambda n, about, unit: Quantity(digits=write_numeral(n), about=about, unit=unit),
    st.integers(1, 9999),
    st.sampled_from(["", "余", "多"]),
    st.sampled_from(["项", "人", "栋", "%"]),
)


@given(QUANTITIES | NUMERALS)
def test_parse_after_print_is_the_identity(quantity: Quantity) -> None:
    assert parse_quantity(str(quantity)) == quantity


@given(
    st.from_regex(
        r"[约近超第]?[+\-−]?([0-9]{1,6}(\.[0-9]{1,3})?|[一二三十百千万两]{1,6})[余多几]?(万亿|[千百万亿])?[余多]?[件人元%]{0,2}",
        fullmatch=True,
    )
)
def test_print_after_parse_is_the_identity(text: str) -> None:
    quantity = parse_quantity(text)
    assert quantity is None or str(quantity) == text


CHANGES = st.builds(
    Change,
    verb=st.sampled_from(["增长", "上涨", "提高", "上升", "下降", "减少", "回落"]),
    amount=QUANTITIES,
    basis=st.sampled_from(["", "同比", "较上年", "比上年"]),
) | st.builds(Change, verb=st.sampled_from(["持平", "同步", "翻番"]), basis=st.sampled_from(["", "同比"]))


@given(CHANGES)
def test_changes_print_as_they_were_read(change: Change) -> None:
    assert parse_change(str(change)) == change


@pytest.mark.parametrize(
    ("text", "direction", "signed"),
    [
        ("同比上涨18%", 1, "18"),
        ("同比下降16%", -1, "-16"),
        ("增长10%", 1, "10"),
        ("同比持平", 0, "0"),
        ("较上年提高2.50个百分点", 1, "2.50"),
    ],
)
def test_a_change_has_a_direction_and_a_signed_amount(text: str, direction: int, signed: str) -> None:
    change = parse_change(text)
    assert change is not None
    assert (change.direction, change.signed) == (direction, Decimal(signed))


def test_words_are_no_change() -> None:
    assert parse_change("增速与生产总值增速同步") is None
    assert parse_change("完成目标进度") is None


@given(st.integers(1, 9999))
def test_numerals_read_back(number: int) -> None:
    assert read_numeral(write_numeral(number)) == number


@pytest.mark.parametrize(("number", "text"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (105, "一百零五"), (110, "一百一十")])
def test_headings_are_numbered_as_usual(number: int, text: str) -> None:
    assert write_numeral(number) == text
