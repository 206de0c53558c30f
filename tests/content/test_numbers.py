"""Numbers typed in the text of the shipped report: which are left alone, and which are held against the figures."""

import pytest

from gwr_docs.content.reading import read_report
from tests.content.fixtures import shipped

SOUND = shipped()
ANCHOR = {"review": "全年共投入疫情防控资金【防疫资金】。", "plan": "挖掘镇域特色文艺项目，", "deck": "解决资金需求、货物运输、"}


def marked(files: dict[str, bytes]) -> list[tuple[str, str]]:
    """Code and words marked of all that is found."""
    report, found = read_report(files)
    assert report is not None, [(str(d.span), d.message("zh")) for d in found if d.is_error]
    lines = {name: data.decode().split("\n") for name, data in files.items()}
    return [(d.code, lines[d.span.file][d.span.line - 1][d.span.column - 1 : d.span.end - 1]) for d in found]


KNOWN = frozenset(marked(SOUND))


def told(text: str, file: str = "review") -> list[tuple[str, str]]:
    """What is found in `text`, put into the report or a slide."""
    name, anchor = f"{file}.yaml", ANCHOR[file]
    source = SOUND[name].decode()
    assert anchor in source
    files = SOUND | {name: source.replace(anchor, text if file == "deck" else anchor + text, 1).encode()}
    return [each for each in marked(files) if each not in KNOWN]


RIGHT = [
    "智能制造企业净增9家，规模不断扩大。",
    "群众诉求响应率100%，满意率98%。",
    "新引进高层次人才15名、产业带头人3名。",
    "改造老旧小区38个，38个小区面貌一新。",
    "集中力量办好3件事，开展5场文艺演出。",
    "新建12个充电站，培训村居干部51名。",
    "组织24家企业参加展会，签约5家。",
    "全年走访困难家庭540户，慰问450人次。",
    "农业人口12万人，户籍人口和常住人口3万人。",
    "民间固定资产投资增长12%，工业固定资产投资20亿元。",
    "2021年固定资产投资32.5亿元，去年规模以上工业总产值30亿元。",
    "密接和次密接2591人，密接、次密接2591人。",
    "在谈项目增加5个，在谈项目中有20个来自北京。",
    "引进注册企业近600家，便民采样点每个配备3人。",
    "十五分钟生活圈覆盖率提高3个百分点，增长10%左右。",
    "【在施项目】个体工商户参加，【保供企业】家庭农场受益。",
    "【在谈项目】在谈项目，其中【在谈项目·数】个有序推进。",
    "规模以上工业总产值增速同比提高2个百分点。",
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert told(text) == []


BARE = {  # what is typed: what is marked
    "全镇共转运隔离人员3163人。": "3163人",
    "共报备26.77万人，情况良好。": "26.77万人",
    "一年来还迁房办证20683套。": "20683套",
    "发放防疫应急物资147.4万件。": "147.4万件",
    "安置就业8833人。": "8833人",
    "引进注册企业540家。": "540家",
    "智能制造新兴企业9家。": "9家",
    "督查件办结率100%。": "100%",
    "七大街便道等十项民心工程如期完成。": "十项",
    "规模以上工业总产值完成【规模以上工业总产值】，同比上涨18%。": "同比上涨18%",
    "固定资产投资同比下降40%。": "同比下降40%",
    "2023年固定资产投资增长10%。": "增长10%",
    "一般公共预算收入力争增长7%以上。": "增长7%",
}


@pytest.mark.parametrize("text", BARE)
def test_numbers_that_a_figure_has(text: str) -> None:
    assert told(text) == [("GWR321", BARE[text])]


STALE = {
    "规模以上工业总产值完成38亿元。": "38亿元",
    "规上工业总产值达到38.5亿元，": "38.5亿元",
    "固定资产投资增长12%。": "增长12%",
    "其中密接1400人，次密接1100人。": "1400人|1100人",
    "密接（1400人）、次密接：1100人。": "1400人|1100人",
    "全年累计报备27万人；累计报备人数27万人。": "27万人",
    "引进注册企业共计560家。": "560家",
    "坚守一线人员900余名。": "900余名",
    "规模以上工业总产值完成【规模以上工业总产值】，同比上涨19%。": "同比上涨19%",
    "规模以上工业总产值完成【规模以上工业总产值】，同比下降18%。": "同比下降18%",
    "督查件办结率98%。": "98%",
}


@pytest.mark.parametrize("text", STALE)
def test_numbers_behind_the_name_of_a_figure_that_says_another(text: str) -> None:
    assert told(text) == [("GWR323", words) for words in STALE[text].split("|")]


TWICE = {
    "规模以上工业总产值【规模以上工业总产值】亿元，【规模以上工业总产值·同比】。": "亿元",
    "规模以上工业总产值【规模以上工业总产值】元。": "元",
    "全镇【在施项目】个。": "个",
    "全镇【在施项目】个左右。": "个",
    "参与【防疫志愿服务】人次。": "人次",
    "转运【密接】人次。": "人次",
    "投入【防疫资金】万元。": "万元",
    "投入【防疫资金】余万元。": "余万元",
    "减免【减免商户租金】元。": "元",
    "接种率【八十岁以上首针】%。": "%",
    "接种率【八十岁以上首针】%以上。": "%",
    "总产值36亿元亿元。": "亿元",
    "同比【规模以上工业总产值·同比】。": "同比",
    "总产值增长【规模以上工业总产值·同比】。": "增长",
    "总产值增长【固定资产投资·目标】。": "增长",
    "总产值同比同比上涨3%。": "同比",
}


@pytest.mark.parametrize("text", TWICE)
def test_words_that_a_reference_prints_are_not_typed_again(text: str) -> None:
    assert [each for each in told(text) if each[0] != "GWR321"] == [("GWR217", TWICE[text])]


def test_in_the_plan_only_targets_count() -> None:
    assert told("固定资产投资增长12%，在施项目12个，", "plan") == [("GWR323", "增长12%")]
    assert told("固定资产投资增长10%，", "plan") == [("GWR321", "增长10%")]
    assert told("规模以上工业总产值增长5%，", "plan") == []


def test_slides_are_read_too() -> None:
    assert told("密接1400人，【在施项目】个，", "deck") == [("GWR323", "1400人"), ("GWR217", "个")]
