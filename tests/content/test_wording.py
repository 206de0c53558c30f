"""Slips of wording and punctuation: what each rule finds, to the character, and what it leaves alone."""

import time

import pytest

from gwr_docs.content.reading import read_report
from gwr_docs.content.wording import MOST_FOUND
from gwr_docs.diagnostics import Diagnostic, catalogue
from tests.content.fixtures import minimal, planted, shipped

WRONG = {  # ⟦…⟧ is what must be found, all of it and nothing else
    "GWR701": ["⟦截止⟧目前，项目落地19个。", "⟦截止到⟧12月底，", "⟦截止⟧2022年，", "⟦截止⟧十二月三十一日，", "⟦截止⟧去年底，"],
    "GWR702": [
        "建筑面积⟦约79万余⟧平方米。",
        "⟦近一千多⟧人参加。",
        "⟦大约30人左右⟧。",
        "⟦超过3万余⟧册",
        "⟦逾百余⟧家",
        "⟦约有200多⟧家",
        "⟦大约有三百余⟧户",
        "⟦约有30人左右⟧。",
    ],
    "GWR703": ["落实市、区、镇⟦十二⟧次党代会部署。", "⟦12⟧次党代表大会精神", "镇⟦三⟧次妇代会"],
    "GWR710": ["让群众“方便办”⟦、⟧“就近办”⟦、⟧“零跑腿”。", "修订《办法》⟦、⟧《细则》。", "‘一’⟦、⟧‘二’"],
    "GWR711": ["明显改善⟦,⟧为全区⟦;⟧好⟦.⟧", "GDP⟦,⟧税收", "目标⟦:⟧稳", "好⟦!⟧", "“好”⟦,⟧"],
    "GWR712": ["欧尚元⟦(⟧天津⟦)⟧有限公司。", "⟦(⟧2022年12月28日）", "⟦[⟧注⟦]⟧", "税收⟦(⟧VAT)"],
    "GWR713": ['开展⟦"⟧敲门行动⟦"⟧。', "开展⟦'⟧敲门⟦'⟧"],
    "GWR714": ["坚持“人民至上⟦）⟧”，修订⟦《⟧办法。", "⟦“⟧一", "一⟦》⟧", "（一⟦“⟧二）"],
    "GWR715": ["26⟦-⟧29号楼", "60⟦~⟧79周岁", "3⟦–⟧5月", "5%⟦-⟧8%", "1月⟦-⟧8月", "3亿元⟦-⟧5亿元", "第3⟦－⟧5条"],
    "GWR716": ["工业、农业⟦...⟧都有增长。", "等等⟦。。。⟧", "等等⟦…⟧", "等等⟦．．．⟧"],
    "GWR717": ["新征程⟦--⟧新作为。", "新征程⟦---⟧新作为。", "新征程⟦――⟧新作为。", "新征程⟦──⟧新作为。"],
    "GWR718": ["高质量⟦ ⟧发展", "高质量⟦\u3000⟧发展", "一，⟦ ⟧二", "Smart⟦  ⟧City", "一：⟦ ⟧“二”"],
    "GWR719": ["整治工作⟦ ⟧2300人次。", "18%⟦ ⟧左右", "2022⟦ ⟧年", "工作⟦  ⟧3次"],
    "GWR720": ["增长⟦１８％⟧。", "⟦ＶＯＣ⟧企业"],
    "GWR722": ["事故⟦减少了3倍⟧。", "同比⟦下降两倍⟧", "能耗⟦降低1.5倍⟧", "⟦减少了一倍⟧"],
    "GWR723": ["投入⟦5，000⟧万元。", "共⟦18，049⟧人", "⟦1，234，567⟧元"],
    "GWR721": ["稳中求进⟦，，⟧迎难而上。", "一⟦、，⟧二", "一⟦。，⟧二", "一⟦。。⟧二", "一⟦：：⟧二"],
}
RIGHT = [
    "截至目前，项目落地19个；报名已于5月截止，截止日期不变。",
    "面积79万余平方米；签约40余家；节约3万余元；最近三十余天；近三十余年；预约3000余人次；约30人；超额完成。",
    "第十二次党代会；召开了两次党代会；党的二十大；十九届六中全会；开展了12次活动。",
    "“低碳”“绿色”意识；《办法》（试行）、《细则》；全国“两会”、市党代会。",
    "8:30开始；R&D经费1,000元；增长3.5%；见 www.gov.cn ；1.夯实责任；A,B",
    "欧尚元（天津）有限公司；f(x)；GDP(PPP)",
    "坚持“人民至上（‘生命至上’）”；1）一；2）二；“一《二》三”。",
    "26—29号楼；60～79周岁；3-2-11室；2022-12-28；GB/T 9704-2012标准；COVID-19疫情；电话022-88888888转；-3.5%；10-3",
    "工业、农业……都有增长；3.14；……",
    "新征程——新作为；北京—天津；A-B",
    "VOC 企业；Smart City；第一　",
    "约有200家；有200多家；增长2倍，减少三成；下降60%，提高3倍；减少2个；降低成本3倍以上的",
    "2022，300人参加；分别为12%，300人参加；2022，2023年；投入5000万元，300人受益；1，2，3",
    "好！？；（一），二；“一。”，二；一；二",
]


def found(text: str) -> list[Diagnostic]:
    """What is found in a paragraph that begins in column 3 of line 3."""
    report, faults = read_report(planted(plan=f"title: 思路\nopening: |\n  {text}\n"))
    assert report is not None, faults
    return list(faults)


def unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without ⟦ ⟧, and the columns that they stood around."""
    plain, spans = "", []
    for piece in text.split("⟦"):
        marked, bracket, rest = piece.partition("⟧")
        if bracket:
            spans.append((len(plain) + 3, len(plain) + len(marked) + 3))
        plain += marked + rest
    return plain, spans


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in WRONG.items() for text in texts])
def test_a_slip_is_found_where_it_stands(code: str, text: str) -> None:
    plain, spans = unmarked(text)
    assert [(d.code, d.span.line, d.span.column, d.span.end) for d in found(plain)] == [(code, 3, *span) for span in spans]
    for diagnostic in found(plain):
        assert not diagnostic.is_error
        for lang in ("zh", "en"):
            assert catalogue()[code]["clause"] in diagnostic.hint(lang)
            assert diagnostic.message(lang)


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert [(d.code, text[d.span.column - 3 : d.span.end - 3]) for d in found(text)] == []


def test_every_rule_is_tried() -> None:
    assert {code for code, entry in catalogue().items() if "clause" in entry} == {*WRONG, "GWR730"}


@pytest.mark.parametrize(
    ("text", "plain"),
    [("截止到目前", "截至"), ("市十二次党代会", "第十二"), ("改善,为", "，"), ("１８％", "18%"), ("(三）", "（"), ("3-5个", "—")],
)
def test_the_hint_says_what_to_write(text: str, plain: str) -> None:
    (diagnostic,) = found(text)
    assert dict(diagnostic.values)["plain"] == plain
    assert plain in diagnostic.hint("zh")
    assert plain in diagnostic.hint("en")


def test_what_a_figure_prints_is_read_with_the_text_around_it() -> None:
    figures = "人口: {value: 79万余人}\n户数: {value: 约3余户}\n"
    report, faults = read_report(planted(figures=figures, plan="title: 思路\nopening: 共约【人口】，【户数】，工作 【人口】\n"))
    assert report is not None
    assert [(d.code, str(d.span)) for d in faults] == [
        ("GWR702", "figures.yaml:2:13"),  # once, where it was typed
        ("GWR702", "plan.yaml:2:11"),
        ("GWR719", "plan.yaml:2:24"),
    ]


def test_slides_labels_and_notes_are_read_too() -> None:
    figures = "人口: {value: 12人, label: 常住 人口, note: 截止年底}\n"
    _, faults = read_report(planted(figures=figures, deck='- layout: cover\n- layout: cards\n  title: "人口..."\n  figures: [人口]\n'))
    assert [(d.code, str(d.span)) for d in faults] == [
        ("GWR716", "deck.yaml:3:13"),
        ("GWR718", "figures.yaml:1:27"),
        ("GWR701", "figures.yaml:1:38"),
    ]


def test_a_speakers_name_may_be_spaced_out() -> None:
    assert read_report(planted(report="title: 报告\nissuer: 某镇\ndate: 2024-12-20\nspeaker: {name: 张 三}\n"))[1] == ()


NAMES = "title: 报告\nissuer: 某镇\ndate: 2024-12-20\nnames: {稳经济一揽子政策: [稳住经济一揽子政策, 一揽子政策], 老年食堂: 老人家食堂}\n"


def test_other_names_for_one_thing() -> None:
    text = "推进稳经济一揽子政策、稳住经济一揽子政策和一揽子政策，老人家食堂、老年食堂"
    _, faults = read_report(planted(report=NAMES, plan=f"title: 思路\nopening: {text}\n"))
    assert [(d.code, d.span.column, dict(d.values)["text"], dict(d.values)["plain"]) for d in faults] == [
        ("GWR730", 21, "稳住经济一揽子政策", "稳经济一揽子政策"),
        ("GWR730", 31, "一揽子政策", "稳经济一揽子政策"),
        ("GWR730", 37, "老人家食堂", "老年食堂"),
    ]


SHIPPED = {  # row of the report's slips that were found when it was taken over: what is marked there
    ("GWR703", "十二", "市、区、镇十二次"),
    ("GWR701", "截止", "发展大局，截止目前"),
    ("GWR701", "截止", "截止目前，还迁房"),
    ("GWR702", "约79万余", "约79万余平米"),
    ("GWR715", "-", "26-29号楼"),
    ("GWR710", "、", "“立卷制”、“挂"),
    ("GWR710", "、", "“挂牌督办制”、“三"),
    ("GWR710", "、", "“方便办”、“就"),
    ("GWR710", "、", "“就近办”、“零"),
    ("GWR730", "稳住经济一揽子政策", "津南区稳住经济一揽子政策"),
    ("GWR730", "扎实稳住经济一揽子政策", "宣传扎实稳住经济一揽子政策"),
}
FURTHER = {("GWR703", "十二", "市十二次党代会、")}  # true, too, though not on that list


def marked(files: dict[str, bytes]) -> list[tuple[str, str, str]]:
    _, faults = read_report(files)
    out = []
    for d in faults:
        line = files[d.span.file].decode().split("\n")[d.span.line - 1]
        out.append((d.code, line[d.span.column - 1 : d.span.end - 1], line[max(0, d.span.column - 12) : d.span.end + 12]))
    return out


def test_the_shipped_report_has_the_slips_that_are_known_and_no_others() -> None:
    files = shipped()
    del files["deck.yaml"]  # which quotes two of them
    rows = marked(files)
    for code, text, around in SHIPPED | FURTHER:
        assert [row for row in rows if row[:2] == (code, text) and around in row[2]], around
    assert len(rows) == len(SHIPPED | FURTHER)
    assert [(code, text) for code, text, _ in marked(shipped()) if code != "GWR205"][:2] == [("GWR701", "截止"), ("GWR715", "-")]


def test_of_very_many_only_the_first_are_named() -> None:
    text = "一，，" * 6000
    assert len(found(text)) == MOST_FOUND


ENDLESS = [
    "（" * 19_000,
    "（" * 9000 + "》" * 9000,
    "“）" * 9000,
    "截止" * 9000,
    "约" + "一" * 19_000,
    "约" + "万" * 19_000,
    "约1" + "万" * 19_000,
    "约万" * 9000,
    "1-" * 9000,
    "1" * 19_000,
    "1." * 9000,
    "1，" * 9000,
    "1，111" * 3000,
    "减少" + "1" * 18_000,
    "约有" * 9000,
    "十" * 19_000,
    " " * 19_000 + "一",
    "a" + " " * 19_000,
    '"' * 19_000,
]


@pytest.mark.parametrize("text", ENDLESS, ids=range(len(ENDLESS)))
def test_marks_without_end_take_no_time(text: str) -> None:
    start = time.process_time()
    found("一" + text)
    assert time.process_time() - start < 1


def test_the_minimal_content_has_none() -> None:
    assert read_report(minimal())[1] == ()


def test_what_may_only_follow_from_an_error_on_its_line_is_not_told() -> None:
    _, faults = read_report(planted(plan="title: 思路\nopening: |\n  一，【人口·环比】；二\n  三，，四\n"))
    assert [(d.code, str(d.span)) for d in faults] == [("GWR202", "plan.yaml:3:9"), ("GWR721", "plan.yaml:4:4")]
