"""Other words and numbers of the same length: what makes copy 2, 3, … of a report distinct from the first.

A clause is exchanged for another of as many characters from anywhere in the report, lists are put in another order, names of
towns, districts and firms are swapped. So each copy sets like the first and no sentence stands twice.
"""

import random
import re
from collections.abc import Iterable
from decimal import Decimal

_CLAUSE = re.compile(r"([，。；：！？])")
_SENTENCE = re.compile(r"[^。；：！？]*[。；：！？]?[”’）]*")
_REFERENCE = re.compile(r"【([^【】·]+)(·[^【】]+)?】")
_SPLIT = re.compile(r"(【[^【】]+】)")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_NUMERAL = re.compile(r"(?<=^第)[一二三四五六七八九]|^[两三四五六七八九十](?=[项栋])")
_COUNTED = re.compile(r"[一二三四五六七八九]是")
_PAIRS = ("“”", "（）", "《》", "‘’")
_TOWNS = [first + second for second in "河溪桥湾泉岭林滩坡原" for first in "柳青杨梅桃松竹兰荷枫"]
_SWAPS = {
    "津南": ("河东", "河西", "南开", "河北", "红桥", "东丽", "西青", "北辰", "武清", "宝坻", "静海", "宁河", "蓟州"),
    "肯拓": ("恒远", "华泰", "瑞丰", "金源", "宏达", "天成", "永兴"),
    "凯尔": ("中科", "博达", "海通", "精工", "新泰"),
    "智能制造": ("海洋装备", "信息安全", "新型材料", "现代物流", "精密仪器", "轨道交通", "绿色能源"),
    "生物医药": ("电子信息", "航空航天", "节能环保", "数字经济", "高端装备"),
    "社区": ("村庄", "街区", "小区", "片区"),
}
MOST_TRIES = 20


def town(copy: int) -> str:
    """A name of two characters, another for each of a thousand copies."""
    turn, index = divmod(copy - 1, len(_TOWNS))
    return _TOWNS[index] if not turn else "上下东西南北前后新"[turn - 1] + _TOWNS[index][1]


def is_free(clause: str) -> bool:
    """A clause that may stand anywhere: no figure, no digits, no half of a pair, not the 一是 of a list."""
    paired = all(clause.count(pair[0]) == clause.count(pair[1]) for pair in _PAIRS)
    return len(clause) > 2 and paired and not re.search(r"[【\d]", clause) and not _COUNTED.match(clause)


class Wording:
    """The clauses of a report by length; `seen` are the sentences given out so far."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.seen: set[str] = set()
        self.pool: dict[int, list[str]] = {}
        for text in texts:
            self.seen.update(map(_wording, _SENTENCE.findall(text)))
            for clause in _CLAUSE.split(text):
                if is_free(clause):
                    self.pool.setdefault(len(clause), []).append(clause)

    def vary(self, text: str, copy: int, rng: random.Random) -> str:
        """`text` as copy `copy` says it: as long, its figures those of the copy, no sentence seen before."""
        return "".join(self._sentence(sentence, copy, rng) for sentence in _SENTENCE.findall(text) if sentence)

    def title(self, text: str, copy: int, rng: random.Random) -> str:
        """The same for a title, with the name of the copy's town before it."""
        return self._sentence(text, copy, rng, town(copy))

    def _sentence(self, sentence: str, copy: int, rng: random.Random, lead: str = "") -> str:
        for _ in range(MOST_TRIES):
            said = lead + "".join(self._clause(clause, copy, rng) for clause in _CLAUSE.split(sentence))
            if _wording(said) not in self.seen:
                break
        else:  # hardly a word could be changed
            said = f"{town(copy)}镇{said}"
        self.seen.add(_wording(said))
        return said

    def _clause(self, clause: str, copy: int, rng: random.Random) -> str:
        if is_free(clause):
            clause = _reordered(rng.choice(self.pool.get(len(clause), [clause])), rng)
        pieces = _SPLIT.split(clause)  # every other piece is a reference
        for index, piece in enumerate(pieces):
            pieces[index] = rename(piece, copy) if index % 2 else _swapped(piece, copy, rng)
        return "".join(pieces)


def _swapped(text: str, copy: int, rng: random.Random) -> str:
    for name, others in _SWAPS.items():
        text = text.replace(name, rng.choice(others))
    return text.replace("双港", town(copy))


def _wording(sentence: str) -> str:
    """The words alone: another figure with the same digits does not make another sentence."""
    return _REFERENCE.sub("【】", sentence).strip("。；：！？")


def _reordered(clause: str, rng: random.Random) -> str:
    items = clause.split("、")
    if len(items) > 2 and all(item.count(pair[0]) == item.count(pair[1]) for item in items for pair in _PAIRS):
        rng.shuffle(items)
    return "、".join(items)


def rename(text: str, copy: int) -> str:
    """References to the figures of a copy."""
    return _REFERENCE.sub(lambda match: f"【{figure_name(match[1], copy)}{match[2] or ''}】", text)


def figure_name(name: str, copy: int) -> str:
    return f"{name}{copy + 1}"


def vary_quantity(text: str, rng: random.Random) -> str:
    """A quantity or change with another number of as many digits: 3000余册 -> 7000余册, 11.24亿元 -> 38.91亿元."""
    if text.endswith("100%"):
        return text.replace("100%", f"{rng.randint(90, 99)}%")
    text = _NUMERAL.sub(lambda match: rng.choice("二三四五六七八九" if match.start() else "三四五六七八九"), text)
    return _NUMBER.sub(lambda match: _other_number(match[0], rng), text)


def _other_number(digits: str, rng: random.Random) -> str:
    whole, point, rest = digits.partition(".")
    zeros = 0 if point else len(whole) - len(whole.rstrip("0"))
    figures = max(1, len(whole) - zeros)
    first = str(rng.randint(10 ** (figures - 1), 10**figures - 1)) + "0" * (len(whole) - figures)
    return first + point + "".join(rng.choice("123456789") for _ in rest)


def number_of(text: str) -> tuple[Decimal, str]:
    """The number and what stands after it; ValueError if there is none at the start."""
    match = _NUMBER.match(text)
    if match is None:
        raise ValueError(f"{text}: no number to sum")
    return Decimal(match[0]), text[match.end() :]
