"""Write a content folder N times as large as another: N times the parts, topics, figures and slides, no sentence twice.

Use: `python benchmarks/content.py 10 content build/content-10`
"""

import random
import shutil
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

# As a script this file finds only its own folder, as a module only the one above.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import yamltext
from benchmarks.slides import grow_slides
from benchmarks.wording import Wording, figure_name, number_of, town, vary_quantity

Data = dict[str, Any]
QUANTITIES = ("value", "change", "target")
NAMES = ("layout", "part", "figure", "figures", "chart")  # what these hold is no text
LISTS = ("opening", "requirement", "targets", "lead", "thanks", "closing")
GROWING = ("opening", "requirement", "targets", "thanks", "closing")  # the lead stands once


def grow(source: Path, copies: int, target: Path) -> None:
    """Write `copies` times the content of `source` to `target`; once is the content itself, to the byte."""
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted(source.glob("*.yaml")):
        shutil.copyfile(path, target / path.name)
    if copies == 1:
        return
    names = ("review", "plan", "figures", "deck")
    review, plan, figures, deck = (yamltext.load(source / f"{name}.yaml") for name in names)
    words = Wording(_texts((review, plan, deck)))
    new_figures = _figures(figures, copies)
    grown: Data = {
        "figures": new_figures,
        "review": _section(review, copies, words),
        "plan": _section(plan, copies, words),
    }
    grown["deck"] = grow_slides(deck, (review, plan), copies, words, new_figures)
    for name in names:
        (target / f"{name}.yaml").write_text(yamltext.dump(grown[name]), encoding="utf-8", newline="\n")


def _texts(value: Any) -> Iterator[str]:
    """Running text: not the names of figures and layouts."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in NAMES:
                yield from _texts(item)
    else:
        for item in value:
            yield from _texts(item)


def _section(section: Data, copies: int, words: Wording) -> Data:
    """Parts one copy after the other; of the paragraphs outside the parts, the first copy stands last (slides quote it)."""
    grown: Data = {}
    for key, value in section.items():
        if key == "parts":
            grown[key] = value + [_part(part, copy, words, f"part{i}") for copy in range(1, copies) for i, part in enumerate(value)]
        elif key in LISTS:
            paragraphs = [value] if isinstance(value, str) else value
            more = range(1, copies if key in GROWING else 1)
            varied = [words.vary(text, copy, random.Random(f"{key}{copy}")) for copy in more for text in paragraphs]
            grown[key] = varied + paragraphs
        else:
            grown[key] = value
    return grown


def _part(part: Data, copy: int, words: Wording, seed: str) -> Data:
    rng = random.Random(f"{seed}-{copy}")
    return {
        "title": words.title(part["title"], copy, rng),
        "topics": [_topic(topic, copy, words, rng) for topic in part["topics"]],
    }


def _topic(topic: Data, copy: int, words: Wording, rng: random.Random) -> Data:
    text = topic["text"]
    return {
        "title": words.title(topic["title"], copy, rng),
        "text": words.vary(text, copy, rng) if isinstance(text, str) else [words.vary(line, copy, rng) for line in text],
        "gist": words.vary(topic["gist"], copy, rng),
    }


def _figures(figures: Data, copies: int) -> Data:
    """All figures, copy after copy; what adds up in the first copy adds up in each."""
    grown = dict(figures)
    for copy in range(1, copies):
        rng = random.Random(f"figures{copy}")
        for name, figure in figures.items():
            grown[figure_name(name, copy)] = _figure(name, figure, copy, rng)
        for name, figure in figures.items():
            _mend_sum(grown, figure_name(name, copy), "parts" in figure, rng)
    return grown


def _figure(name: str, figure: Data, copy: int, rng: random.Random) -> Data:
    other: Data = {key: vary_quantity(figure[key], rng) for key in QUANTITIES if key in figure}
    other["label"] = figure.get("label", name)
    other["group"] = town(copy) + figure["group"]
    if "note" in figure:
        other["note"] = figure["note"]
    for key in ("parts", "includes"):
        if key in figure:
            other[key] = [figure_name(part, copy) for part in figure[key]]
    return other


def _mend_sum(figures: Data, name: str, exact: bool, rng: random.Random) -> None:
    whole = figures[name]
    parts = whole.get("parts") or whole.get("includes")
    if not parts:
        return
    terms = [number_of(figures[part]["value"]) for part in parts]
    units = {unit for _, unit in terms}
    if len(units) != 1 or number_of(whole["value"])[1] not in units:
        raise ValueError(f"{name}: parts in different units")
    total = sum((number for number, _ in terms), Decimal(0 if exact else rng.randint(10, 200)))
    whole["value"] = f"{total}{units.pop()}"


if __name__ == "__main__":
    grow(Path(sys.argv[2]), int(sys.argv[1]), Path(sys.argv[3]))
