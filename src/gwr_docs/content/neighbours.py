"""Files beside the content files that the program does not read, though their names say that they were meant to be read."""

from collections.abc import Collection, Iterator

from gwr_docs.content.schema import FILES, OPTIONAL
from gwr_docs.diagnostics import Diagnostic, Span, fault
from gwr_docs.diagnostics.guessing import nearest

YAML = (".yaml", ".yml", ".yaml.txt", ".yml.txt")
STEMS = {name.removesuffix(".yaml"): name for name in FILES}


def is_neighbour(name: str) -> bool:
    """Whether a file of that name holds YAML, or was meant to: figures.yml, Figures.YAML, figures.yaml.txt, deck (2).yaml."""
    low = name.lower()
    return name not in FILES and not name.startswith((".", "~")) and (low.endswith(YAML) or low.removesuffix(".txt") in STEMS)


def meant(name: str) -> str:
    """The content file whose name it resembles, or nothing."""
    stem = name.lower().partition(".")[0]
    return next((file for own, file in STEMS.items() if own in stem), "") or STEMS.get(nearest(stem, list(STEMS), 0.75), "")


def check_names(names: Collection[str]) -> Iterator[Diagnostic]:
    """Of the files `names`: content files that are not there, with what may be one, and those that are not read."""
    strays = sorted(filter(is_neighbour, names))
    for name in FILES:
        if name not in names and name not in OPTIONAL:
            guess = next((stray for stray in strays if meant(stray) == name), "")
            strays = [stray for stray in strays if stray != guess]
            yield fault("GWR108", Span(name, 1, 1, 2), name=name, guess=guess)
    for stray in strays:
        yield fault("GWR132", Span(stray, 1, 1, 2), name=stray, guess=meant(stray), names="、".join(FILES))
