"""Where the placeholders and the decoration of each layout stand: what slides inherit."""

from collections.abc import Callable, Mapping

from gwr_docs.documents.deck import Head
from gwr_docs.typeset.fitting import Fitter, Part
from gwr_docs.typeset.shapes import Cell, Panel, Shape, SlidePage
from gwr_docs.typeset.slide_grid import Grid


def layout_places(layout: str, grid: Grid) -> Mapping[str, Cell]:
    """The places of a layout by name, the title first: it leads the reading order."""
    return _LAYOUTS[layout][0](grid)


def layout_panels(layout: str, grid: Grid) -> tuple[Panel, ...]:
    """The decoration of a layout, under everything else."""
    return _LAYOUTS[layout][1](grid)


def body_page(head: Head, body: tuple[Shape, ...], fitter: Fitter, grid: Grid) -> SlidePage:
    """A slide with the common head and foot around `body`."""
    places = layout_places("content", grid)
    texts = {
        name: fitter.box([Part(runs, name)], places[name], head.span)
        for name, runs in (("eyebrow", head.eyebrow), ("source", head.source))
        if runs
    }
    title = fitter.box([Part(head.title, "title")], places["title"], head.span, anchor="ctr")
    return SlidePage("content", title, body, texts, head.notes)


def _content_places(grid: Grid) -> dict[str, Cell]:
    page, number = grid.page, grid.width * grid.share("number_share")
    foot, height = page["foot"], page["foot_height"]
    return {
        "title": Cell(grid.left, page["head"] + page["eyebrow"], grid.width, page["title"]),
        "eyebrow": Cell(grid.left, page["head"], grid.width, page["eyebrow"]),
        "source": Cell(grid.left, foot, grid.width * grid.share("source_share"), height),
        "number": Cell(grid.left + grid.width - number, foot, number, height),
    }


def _cover_places(grid: Grid) -> dict[str, Cell]:
    edge, x = grid.page["cover_panel"], grid.page["cover_panel"] + grid.left
    width = grid.page["width"] - x - grid.left
    right = {name: grid.band(f"cover_{name}", x, width) for name in ("title", "meeting", "speaker")}
    return {**right, "year": grid.band("cover_year", grid.left, edge - grid.left)}


def _cover_panels(grid: Grid) -> tuple[Panel, ...]:
    edge = grid.page["cover_panel"]
    rule = grid.band("cover_rule", edge + grid.left, grid.page["mark_rule"])
    return (Panel(0, 0, edge, grid.page["height"], "red"), Panel(rule.x, rule.y, rule.width, rule.height, "red"))


def _section_places(grid: Grid) -> dict[str, Cell]:
    count = grid.numbers["section_columns"]
    width, rest = grid.columns(count), grid.columns(grid.numbers["columns"] - count)
    right = {name: grid.band(f"section_{name}", grid.left + rest + grid.gutter, width) for name in ("title", "label", "parts")}
    return {**right, "numeral": grid.band("section_numeral", grid.left, rest - grid.gutter)}


def _section_panels(grid: Grid) -> tuple[Panel, ...]:
    rule = grid.band("section_rule", _section_places(grid)["title"].x, grid.page["mark_rule"])
    return (Panel(rule.x, rule.y, rule.width, rule.height, "pale_red"),)


def _closing_places(grid: Grid) -> dict[str, Cell]:
    x = grid.page["closing_panel"] + grid.left
    width = grid.page["width"] - x - grid.page["closing_right"]
    return {"title": grid.band("closing_title", x, width), "name": grid.band("closing_name", x, width)}


def _closing_panels(grid: Grid) -> tuple[Panel, ...]:
    return (Panel(0, 0, grid.page["closing_panel"], grid.page["height"], "red"),)


def _no_panels(_: Grid) -> tuple[Panel, ...]:
    return ()


_LAYOUTS: Mapping[str, tuple[Callable[[Grid], dict[str, Cell]], Callable[[Grid], tuple[Panel, ...]]]] = {
    "cover": (_cover_places, _cover_panels),
    "section": (_section_places, _section_panels),
    "content": (_content_places, _no_panels),
    "closing": (_closing_places, _closing_panels),
}
