"""The storyboard of a larger report: every slide of the body again for each copy.

Slides that list all parts of the report (section, tasks) would not hold those of ten copies; points take their place, so that
the number of slides is the same.
"""

import random
import re
from typing import Any

from benchmarks.wording import Wording, figure_name, rename

Slide = dict[str, Any]
MOST_TITLE = 24  # characters of a slide's title, numbers included
MOST_POINT = 10  # characters of a point's title
MOST_TEXT = 28  # characters of a point's text
FIELDS = {"": "value", "数": "value", "同比": "change", "目标": "target"}
_REFERENCE = re.compile(r"【([^【】·]+)·?([^【】]*)】")


def grow_slides(deck: list[Slide], sections: tuple[Any, Any], copies: int, words: Wording, figures: dict[str, Any]) -> list[Slide]:
    """Cover, the body once for each copy, closing."""
    cover, *body, closing = deck
    slides = [cover]
    for copy in range(copies):
        rng = random.Random(f"deck{copy}")
        for slide in body:
            single = _points(slide, sections) if _lists_parts(slide, copy) else slide
            slides.append(_slide(single, copy, words, figures, rng) if copy else single)
    return [*slides, closing]


def _lists_parts(slide: Slide, copy: int) -> bool:
    return slide["layout"] in ("agenda", "section", "tasks") or (copy > 0 and slide["layout"] == "problems")


def _points(slide: Slide, sections: tuple[Any, Any]) -> Slide:
    """A slide of points in place of one that lists the parts, tasks or problems."""
    section = sections[1] if slide.get("part") == "plan" else sections[0]
    if slide["layout"] == "problems":
        texts = section["problems"]["items"]
    elif slide["layout"] == "tasks":
        texts = [f"{part['title'].split('，')[0]}，{part['topics'][0]['title']}" for part in section["parts"]]
    else:
        texts = [part["title"] for part in section["parts"]]
    points = []
    for text in texts:
        head, _, rest = text.partition("，")
        points.append({"title": re.sub("^.是", "", head)[:MOST_POINT], "text": rest.split("。")[0][:MOST_TEXT] or head})
    names = {
        "agenda": "报告各部分概览",
        "section": section["title"] + "概览",
        "tasks": "聚焦重点领域，推动主要目标落地",
        "problems": "制约可持续发展的问题依然存在",
    }
    return {"layout": "points", "title": names[slide["layout"]], "points": points}


def _slide(slide: Slide, copy: int, words: Wording, figures: dict[str, Any], rng: random.Random) -> Slide:
    other: Slide = {"layout": slide["layout"]}
    other["title"] = _title(slide["title"], copy, words, figures, rng)
    if "figures" in slide:
        other["figures"] = [figure_name(name, copy) for name in slide["figures"]]
    if "chart" in slide:
        other["chart"] = _chart(slide["chart"], copy)
    if "points" in slide:
        other["points"] = [_point(point, copy, words, rng) for point in slide["points"]]
    if "note" in slide:
        other["note"] = words.vary(slide["note"], copy, rng)
    return other


def _title(title: str, copy: int, words: Wording, figures: dict[str, Any], rng: random.Random) -> str:
    varied = words.title(title, copy, rng)
    if len(_REFERENCE.sub(lambda m: figures[m[1]][FIELDS[m[2]]], varied)) > MOST_TITLE:
        varied = varied.split("，")[0]
    return varied


def _chart(chart: Slide, copy: int) -> Slide:
    other = dict(chart)
    if "figures" in chart:
        other["figures"] = [figure_name(name, copy) for name in chart["figures"]]
    if "series" in chart:
        other["series"] = {name: [figure_name(item, copy) for item in row] for name, row in chart["series"].items()}
    return other


def _point(point: Slide, copy: int, words: Wording, rng: random.Random) -> Slide:
    other = {"title": rename(point["title"], copy), "text": words.vary(point["text"], copy, rng)}
    if "figure" in point:
        other["figure"] = figure_name(point["figure"], copy)
    return other
