"""What must hold between figures. A check is a plain function (report) -> diagnostics in one visible tuple."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from gwr_docs.diagnostics import Diagnostic, Related, fault
from gwr_docs.model import report as tree
from gwr_docs.model import storyboard
from gwr_docs.model.figures import Entry, Figure, Mention
from gwr_docs.model.inline import Text, references
from gwr_docs.model.quantities import SCALES, Quantity
from gwr_docs.model.report import Report
from gwr_docs.model.storyboard import Layout


def check_parts_add_up(report: Report) -> Iterator[Diagnostic]:
    """`parts` are the whole: their sum is the figure's value, exactly."""
    for figure in report.figures.values():
        yield from _check_sum(report, figure, figure.parts, exact=True)


def check_included_fit(report: Report) -> Iterator[Diagnostic]:
    """`includes` are some of the whole: their sum does not exceed the figure's value."""
    for figure in report.figures.values():
        yield from _check_sum(report, figure, figure.includes, exact=False)


def _check_sum(report: Report, whole: Figure, mentions: tuple[Mention, ...], exact: bool) -> Iterator[Diagnostic]:
    if not mentions:
        return
    found = [report.figures[m.figure] for m in mentions if m.figure in report.figures]
    if len(found) < len(mentions):
        return  # resolve_references has named it
    unfit = tuple(_unfit(whole, found))
    if unfit:
        yield from unfit
        return
    if any(figure.quantity and figure.quantity.is_rough for figure in (whole, *found)):
        yield fault("GWR310", whole.span, name=whole.name)
        return
    total = sum((f.quantity.value for f in found if f.quantity), Decimal(0))
    assert whole.quantity is not None and whole.value is not None
    excess = total - whole.quantity.value
    if (exact and excess) or excess > 0:
        terms = " + ".join(f.value.text for f in found if f.value)
        total_text, excess_text = _as_in(whole.quantity, total), _as_in(whole.quantity, abs(excess))
        yield fault("GWR301" if exact else "GWR305", whole.value.span, name=whole.name, value=whole.value.text,
                    terms=terms, total=total_text, excess=excess_text, related=_places(found))  # fmt: skip


def _unfit(whole: Figure, parts: list[Figure]) -> Iterator[Diagnostic]:
    """What cannot be added: values that are no numbers, and other units than the whole's."""
    for figure in (whole, *parts):
        if figure.quantity is None:
            yield fault("GWR303", figure.span, name=figure.name, value=figure.value.text if figure.value else "—")
        elif whole.quantity and figure.quantity.unit != whole.quantity.unit:
            yield fault("GWR304", figure.span, name=figure.name, unit=figure.quantity.measure, whole=whole.name,
                        other=whole.quantity.measure, related=_places((whole,)))  # fmt: skip


def _as_in(quantity: Quantity, value: Decimal) -> str:
    """A value in the scale and unit of `quantity`: 1.4亿元 for 140000000 beside 1.5亿元."""
    number = value.scaleb(-SCALES[quantity.scale]).normalize()
    return f"{number:f}{quantity.measure}"


def _places(figures: "list[Figure] | tuple[Figure, ...]") -> tuple[Related, ...]:
    return tuple(Related(f.value.span, f"{f.name} {f.value.text}") for f in figures if f.value)


def check_no_cycles(report: Report) -> Iterator[Diagnostic]:
    """No figure is, over its parts, a part of itself."""
    figures, done = report.figures, set[str]()
    for start in figures:
        way: dict[str, Iterator[Mention]] = {}  # from `start` down, each with the parts that are still to be seen
        name: str | None = start
        while name or way:
            if name and name in way:
                circle = [*list(way)[list(way).index(name) :], name]
                yield fault("GWR302", figures[name].span, name=name, path=" → ".join(circle))
            elif name and name in figures and name not in done:
                way[name] = iter((*figures[name].parts, *figures[name].includes))
            mention = next(way[next(reversed(way))], None) if way else None
            name = mention.figure if mention else None
            if mention is None and way:
                done.add(way.popitem()[0])


def check_all_used(report: Report) -> Iterator[Diagnostic]:
    """A figure that neither the text nor a slide nor another figure mentions is probably left over."""
    used = {r.figure for p in tree.paragraphs(report) for r in references(p)}
    for slide in report.slides:
        used |= {m.figure for m in storyboard.mentions(slide)}
        used |= {r.figure for p in storyboard.paragraphs(slide) for r in references(p)}
    used |= {m.figure for f in report.figures.values() for m in (*f.parts, *f.includes)}
    for figure in report.figures.values():
        if figure.name not in used:
            yield fault("GWR205", figure.span, name=figure.name)


def check_charts(report: Report) -> Iterator[Diagnostic]:
    """A chart draws numbers, all of one unit, and as many in a series as there are categories; a ring draws shares."""
    for slide in report.slides:
        chart = slide.chart
        if chart is None:
            continue
        rows: tuple[tuple[str, tuple[Mention, ...]], ...] = (("", chart.figures),) if chart.figures else chart.series
        if not any(row for _, row in rows):
            yield fault("GWR107", slide.span, layout="chart", key="figures")
            continue
        units: dict[str, Mention] = {}  # the first is the one that all points must have
        for name, row in rows:
            if (chart.series or chart.categories) and len(row) != len(chart.categories):
                yield fault("GWR307", row[0].span if row else slide.span, series=name, count=len(row), categories=len(chart.categories))
            for mention in row:
                if mention.figure in report.figures:
                    yield from _check_point(report.figures[mention.figure], mention, chart.show, units)
        if chart.kind == "doughnut":
            yield from _check_ring(report, slide, rows)
        if chart.unit and units and chart.unit not in units:
            unit, mention = next(iter(units.items()))
            yield fault("GWR306", slide.span, unit=chart.unit, name=mention.figure, other=unit or "—")


def _check_ring(report: Report, slide: storyboard.Slide, rows: tuple[tuple[str, tuple[Mention, ...]], ...]) -> Iterator[Diagnostic]:
    """Shares are one series of positive values; changes are no shares."""
    assert slide.chart is not None
    quantities = [report.figures[m.figure].quantity for _, row in rows for m in row if m.figure in report.figures]
    if slide.chart.show == "change" or len(rows) > 1 or any(q is not None and q.value <= 0 for q in quantities):
        yield fault("GWR312", slide.span)


def check_slide_titles(report: Report) -> Iterator[Diagnostic]:
    """No two slides have one title: it is how a slide is found again."""
    seen: dict[str, storyboard.Slide] = {}
    for slide in report.slides:
        title = "".join(inline.text if isinstance(inline, Text) else f"【{inline.figure}·{inline.field.value}】" for inline in slide.title)
        if title and title in seen:
            first = seen[title].span
            yield fault("GWR309", slide.span, title=title[:20], line=first.line, related=(Related(first, title[:20]),))
        seen.setdefault(title, slide)


def check_slides_say_something(report: Report) -> Iterator[Diagnostic]:
    """What a slide takes from the report is there: targets, problems, parts."""
    for slide in report.slides:
        if slide.layout is Layout.TARGET:
            for mention in slide.figures:
                if mention.figure in report.figures and report.figures[mention.figure].target is None:
                    yield fault("GWR204", mention.span, figure=mention.figure, key="target")
        lacking = {
            Layout.PROBLEMS: "" if report.review.problems else "problems",
            Layout.TASKS: "" if (report.plan if slide.part == "plan" else report.review).parts else "parts",
        }.get(slide.layout)
        if lacking:
            yield fault("GWR311", slide.span, layout=slide.layout.value, key=lacking)


def _check_point(figure: Figure, mention: Mention, show: str, units: dict[str, Mention]) -> Iterator[Diagnostic]:
    entry: Entry | None = figure.change if show == "change" else figure.value
    change = entry.change if entry else None
    quantity = (change.amount if change else None) if show == "change" else (entry.quantity if entry else None)
    if quantity is None:
        yield fault("GWR303", mention.span, name=figure.name, value=entry.text if entry else "—")
        return
    first = next(iter(units), None)
    units.setdefault(quantity.measure, mention)
    if first is not None and quantity.measure != first:
        yield fault("GWR304", mention.span, name=figure.name, unit=quantity.measure, whole=units[first].figure, other=first)


def check_terms_stand_in_the_text(report: Report) -> Iterator[Diagnostic]:
    """A term is marked where it first stands in the running text; one that never does explains nothing."""
    texts = [inline.text for paragraph in tree.running_text(report) for inline in paragraph if isinstance(inline, Text)]
    pattern = tree.terms_pattern(report.glossary)
    found = {name for text in texts for name in pattern.findall(text)} if report.glossary else set[str]()
    for term in report.glossary:
        if term.name not in found:
            yield fault("GWR313", term.span, term=term.name)


CHECKS: tuple[Callable[[Report], Iterator[Diagnostic]], ...] = (
    check_parts_add_up,
    check_included_fit,
    check_no_cycles,
    check_all_used,
    check_charts,
    check_slide_titles,
    check_slides_say_something,
    check_terms_stand_in_the_text,
)
