"""Where the placeholders and the decoration of each layout stand: what slides inherit."""

from collections.abc import Callable, Mapping

from gwr_docs.documents.deck import Head
from gwr_docs.typeset.fitting import Fitter, Part
from gwr_docs.typeset.shapes import Cell, Panel, Shape, SlidePage
from gwr_docs.typeset.slide_grid import Grid

BODIES = ("figures", "chart", "chart_points", "table", "points")  # the layouts with head and foot, alike in ours


def layout_places(layout: str, grid: Grid) -> Mapping[str, Cell]:
    """The places of a layout by name, the title first: it leads the reading order; those of a user's template if there is one."""
    return grid.places.get(layout) or _LAYOUTS[layout][0](grid)


def layout_panels(layout: str, grid: Grid) -> tuple[Panel, ...]:
    """The decoration of a layout, under everything else."""
    return _LAYOUTS[layout][1](grid)


def body_page(head: Head, body: tuple[Shape, ...], fitter: Fitter, grid: Grid) -> SlidePage:
    """A slide on the grid's layout: head and foot around `body`."""
    places = layout_places(grid.layout, grid)
    texts = {
        name: fitter.box([Part(runs, name)], places[name], head.span)
        for name, runs in (("eyebrow", head.eyebrow), ("source", head.source))
        if runs
    }
    title = fitter.box([Part(head.title, "title", figures="red")], places["title"], head.span, anchor="ctr")
    track = _track(head, grid) if grid.decorated else ()
    return SlidePage(grid.layout, title, (*track, *body), texts, head.notes)


def _track(head: Head, grid: Grid) -> tuple[Panel, ...]:
    """A bar for each part of the section, the slide's own in red, level with the eyebrow at the right."""
    if head.place is None or not 1 < head.parts <= grid.numbers["track_most"]:
        return ()
    width, height, step = grid.page["track_width"], grid.page["track_height"], grid.page["track_width"] + grid.page["track_gap"]
    left = grid.left + grid.width + grid.page["track_gap"] - head.parts * step
    top = grid.page["head"] + (grid.page["eyebrow"] - height) / 2
    return tuple(
        Panel(left + index * step, top, width, height, "red" if index + 1 == head.place.part else "rule") for index in range(head.parts)
    )


def _body_places(grid: Grid) -> dict[str, Cell]:
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
    label = grid.band("cover_label", grid.left, edge - 1.5 * grid.left)
    return {**right, "year": grid.band("cover_year", grid.left, edge - grid.left), "label": label}


def _cover_panels(grid: Grid) -> tuple[Panel, ...]:
    edge = grid.page["cover_panel"]
    rule = grid.band("cover_rule", edge + grid.left, grid.page["mark_rule"])
    heights, gap = grid.widths["cover_bars"], grid.page["cover_bar_gap"]
    width = (edge - gap * (len(heights) - 1)) / len(heights)
    bars = (Panel(index * (width + gap), grid.page["height"] - height, width, height, "light_red") for index, height in enumerate(heights))
    line = grid.page["cover_line_top"]
    return (
        Panel(0, 0, edge, grid.page["height"], "ground"),
        *bars,
        Panel(rule.x, rule.y, rule.width, rule.height, "red"),
        Panel(rule.x, line, grid.page["width"] - rule.x - grid.left, grid.page["rule"], "rule"),
    )


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
    return {name: grid.band(f"closing_{name}", x, width) for name in ("title", "name", "foot")}


def _closing_panels(grid: Grid) -> tuple[Panel, ...]:
    rule = grid.band("closing_rule", _closing_places(grid)["title"].x, grid.page["mark_rule"])
    side = Panel(0, 0, grid.page["closing_panel"], grid.page["height"], "ground")
    return (side, Panel(rule.x, rule.y, rule.width, rule.height, "red"))


def _body_panels(grid: Grid) -> tuple[Panel, ...]:
    return (Panel(grid.left, grid.page["foot_rule"], grid.width, grid.page["rule"], "rule"),)


_LAYOUTS: Mapping[str, tuple[Callable[[Grid], dict[str, Cell]], Callable[[Grid], tuple[Panel, ...]]]] = {
    "cover": (_cover_places, _cover_panels),
    "section": (_section_places, _section_panels),
    **dict.fromkeys(BODIES, (_body_places, _body_panels)),
    "closing": (_closing_places, _closing_panels),
}
