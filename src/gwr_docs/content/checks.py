"""What must hold between figures. A check is a plain function (report) -> diagnostics in one visible tuple."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from gwr_docs.content.bare_numbers import check_numbers
from gwr_docs.content.brackets import check_brackets
from gwr_docs.content.chart_checks import check_charts, unreadable
from gwr_docs.content.claims import HUNDRED, check_changes, check_kinds, check_labels, check_rates, rounding, sum_of_percentages
from gwr_docs.content.doubtful_values import check_values
from gwr_docs.content.groups import check_groups
from gwr_docs.content.joints import check_meeting, check_topic_titles
from gwr_docs.content.prose import Prose
from gwr_docs.content.slide_checks import check_points_alike
from gwr_docs.content.wording import check_names, check_pairs, check_patterns
from gwr_docs.diagnostics import Diagnostic, Related, fault
from gwr_docs.model import report as tree
from gwr_docs.model import storyboard
from gwr_docs.model.figures import Figure, Mention
from gwr_docs.model.glossary import terms_pattern
from gwr_docs.model.inline import Text
from gwr_docs.model.quantities import SCALES, Quantity
from gwr_docs.model.report import Report
from gwr_docs.model.storyboard import Layout
from gwr_docs.model.uses import used

Check = Callable[[Report], Iterable[Diagnostic]]
MOST_NAMED = 10  # figures of one circle


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
    twice = next((m for n, m in enumerate(mentions) if m.figure in [other.figure for other in mentions[:n]]), None)
    if twice:
        first = next(m for m in mentions if m.figure == twice.figure)
        yield fault("GWR218", twice.span, name=twice.figure, whole=whole.name, related=(Related(first.span, ""),))
        return
    are_shares = all(figure.quantity and figure.quantity.unit == "%" for figure in found)
    unfit = () if are_shares else tuple(_unfit(whole, found))
    if unfit:
        yield from unfit
        return
    rough = [figure for figure in (whole, *found) if figure.quantity and figure.quantity.is_rough]
    if rough:
        yield fault("GWR310", whole.span, name=whole.name, related=_places(rough))
        return
    if are_shares:
        yield from _check_percentages(whole, found, exact)
        return
    total = sum((f.quantity.value for f in found if f.quantity), Decimal(0))
    assert whole.quantity is not None and whole.value is not None
    excess = total - whole.quantity.value
    if (exact and excess) or excess > 0:
        terms = " + ".join(f.value.text for f in found if f.value)
        total_text, excess_text = _as_in(whole.quantity, total), _as_in(whole.quantity, abs(excess))
        yield fault("GWR301" if exact else "GWR305", whole.value.span, name=whole.name, value=whole.value.text,
                    terms=terms, total=total_text, excess=excess_text, related=_places(found))  # fmt: skip


def _check_percentages(whole: Figure, parts: list[Figure], exact: bool) -> Iterator[Diagnostic]:
    """Percentages make 100 % of an amount, or the percentage that the whole is, as far as they are rounded."""
    given = whole.quantity if whole.quantity and whole.quantity.unit == "%" else None
    wanted = given.value if given else HUNDRED
    total, off = sum_of_percentages(parts)
    if abs(total - wanted) > off + (rounding(given) if given else 0) and (exact or total > wanted):
        terms = " + ".join(f.value.text for f in parts if f.value)
        yield fault("GWR318", (whole.value or parts[0].value or whole).span, name=whole.name, terms=terms, total=f"{total:f}%",
                    wanted=f"{wanted:f}%", related=_places(parts))  # fmt: skip


def _unfit(whole: Figure, parts: list[Figure]) -> Iterator[Diagnostic]:
    """What cannot be added: values that are no numbers, and other units than the whole's."""
    units: dict[str, list[Figure]] = {}
    for figure in (whole, *parts):
        if figure.value is None:
            yield fault("GWR204", figure.span, figure=figure.name, key="value")
        elif figure.quantity is None:
            yield unreadable(figure, figure.value, figure.value.span)
        else:
            units.setdefault(figure.quantity.unit, []).append(figure)
    common = max(units.values(), key=len, default=[])  # where they are even, the whole's unit counts
    for figure in (figure for figures in units.values() if figures is not common for figure in figures):
        assert figure.value is not None and figure.quantity is not None and common[0].quantity is not None
        yield fault("GWR304", figure.value.span, name=figure.name, unit=figure.quantity.measure, whole=common[0].name,
                    other=common[0].quantity.measure, related=_places(common[:1]))  # fmt: skip


def _as_in(quantity: Quantity, value: Decimal) -> str:
    """A value in the scale and unit of `quantity`: 1.4亿元 for 140000000 beside 1.5亿元."""
    number = value.scaleb(-SCALES[quantity.scale]).normalize()
    return f"{number:f}{quantity.measure}"


def _places(figures: "list[Figure] | tuple[Figure, ...]") -> tuple[Related, ...]:
    return tuple(Related(f.value.span, f"{f.name} {f.value.text}") for f in figures if f.value)


def check_no_cycles(report: Report) -> Iterator[Diagnostic]:
    """No figure is, over its parts, a part of itself. Circles that share a figure are told once."""
    figures, done, told = report.figures, set[str](), set[str]()
    for start in figures:
        way: dict[str, Iterator[Mention]] = {}  # from `start` down, each with the parts that are still to be seen
        name: str | None = start
        while name or way:
            if name and name in way:
                circle = [] if name in told else [*list(way)[list(way).index(name) :], name]
                if circle and told.isdisjoint(circle):
                    yield _circle(circle, figures)
                told.update(circle)
            elif name and name in figures and name not in done:
                way[name] = iter((*figures[name].parts, *figures[name].includes))
            mention = next(way[next(reversed(way))], None) if way else None
            name = mention.figure if mention else None
            if mention is None and way:
                done.add(way.popitem()[0])


def _circle(names: Sequence[str], figures: Mapping[str, Figure]) -> Diagnostic:
    shown = names if len(names) <= MOST_NAMED else [*names[: MOST_NAMED - 1], "…", names[-1]]
    others = [Related(figures[part].span, part) for part in names[1:-1][:MOST_NAMED]]
    return fault("GWR302", figures[names[0]].span, name=names[0], path=" → ".join(shown), related=others)


def check_all_used(report: Report) -> Iterator[Diagnostic]:
    """A figure that neither the text nor a slide nor another figure mentions is probably left over."""
    named = used(report)
    for figure in report.figures.values():
        if figure.name not in named:
            yield fault("GWR205", figure.span, name=figure.name)


def check_slide_titles(report: Report) -> Iterator[Diagnostic]:
    """No two slides have one title: it is how a slide is found again."""
    seen: dict[str, storyboard.Slide] = {}
    for slide in report.slides:
        title = "".join(inline.text if isinstance(inline, Text) else f"【{inline.figure}·{inline.field.value}】" for inline in slide.title)
        if title and title in seen:
            first = seen[title].place("title")
            yield fault("GWR309", slide.place("title"), title=title[:20], line=first.line, related=(Related(first, title[:20]),))
        seen.setdefault(title, slide)


def check_slides_say_something(report: Report) -> Iterator[Diagnostic]:
    """What a slide takes from the report is there: targets, problems, parts."""
    for slide in report.slides:
        if slide.layout is Layout.TARGET:
            for mention in slide.figures:
                if mention.figure in report.figures and report.figures[mention.figure].target is None:
                    given = Related(report.figures[mention.figure].span, mention.figure)
                    yield fault("GWR204", mention.span, figure=mention.figure, key="target", related=(given,))
        lacking = {
            Layout.PROBLEMS: "" if report.review.problems else "problems",
            Layout.TASKS: "" if (report.plan if slide.part == "plan" else report.review).parts else "parts",
        }.get(slide.layout)
        count = len((report.plan if slide.part == "plan" else report.review).parts)
        if slide.part and slide.number > count:
            yield fault("GWR143", slide.place("number"), file=f"{slide.part}.yaml", number=slide.number, count=count, guess=count or "")
        if lacking:
            yield fault("GWR311", slide.span, layout=slide.layout.value, key=lacking)


def check_terms_stand_in_the_text(report: Report) -> Iterator[Diagnostic]:
    """A term is marked where it first stands in the running text; one that never does explains nothing."""
    texts = [inline.text for paragraph in tree.running_text(report) for inline in paragraph if isinstance(inline, Text)]
    pattern = terms_pattern(report.glossary)
    found = {name for text in texts for name in pattern.findall(text)} if report.glossary else set[str]()
    for term in report.glossary:
        if term.name not in found:
            yield fault("GWR313", term.span, term=term.name)


CHECKS: tuple[Check, ...] = (
    check_meeting,
    check_topic_titles,
    check_parts_add_up,
    check_included_fit,
    check_no_cycles,
    check_all_used,
    check_values,
    check_changes,
    check_kinds,
    check_rates,
    check_labels,
    check_groups,
    check_charts,
    check_points_alike,
    check_slide_titles,
    check_slides_say_something,
    check_terms_stand_in_the_text,
)

# What is said of the text as printed; it is gathered once for all.
PROSE_CHECKS: tuple[Callable[[Prose], Iterator[Diagnostic]], ...] = (
    check_numbers,
    check_brackets,
    check_patterns,
    check_pairs,
    check_names,
)
