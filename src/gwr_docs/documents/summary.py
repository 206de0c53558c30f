"""The summary that delegates hold in their hands: key figures, gists by part, problems, targets and tasks."""

import datetime
from collections.abc import Mapping
from dataclasses import replace

from gwr_docs.documents.charts import ChartSpec
from gwr_docs.documents.clauses import first_sentences, split_problem
from gwr_docs.documents.deck import Goal, Item, Number
from gwr_docs.documents.explained import Explainer, Explanation
from gwr_docs.documents.numbers import goal_heads, goals_in_order, plan_year, print_number
from gwr_docs.documents.places import find_places
from gwr_docs.documents.printing import print_date
from gwr_docs.documents.runs import Runs, plain, print_runs, without_stop
from gwr_docs.documents.summary_charts import rank_charts
from gwr_docs.model.figures import Figure
from gwr_docs.model.inline import Paragraph
from gwr_docs.model.numerals import write_numeral
from gwr_docs.model.report import Report, Section
from gwr_docs.records import record

MOST_HEROES = 5
MOST_OVERVIEW = 320  # characters: seven lines
OTHER = "其他"


@record
class Gist:
    title: Runs
    text: Runs


@record
class GistPart:
    number: str
    title: Runs
    gists: tuple[Gist, ...]


@record
class GistSection:
    number: str
    title: Runs
    parts: tuple[GistPart, ...]


@record
class FigureGroup:
    """Figures of one theme, for the table of key figures; `planned`: they are cited in the plan, not in the review."""

    name: str
    numbers: tuple[Number, ...]
    planned: bool = False


@record
class Summary:
    """`overview`: the whole sentences with which the review opens, or nothing. Of `charts` the first are wanted most."""

    title: str
    meeting: str
    issuer: str
    speaker: str
    date: datetime.date
    date_text: str
    heroes: tuple[Number, ...]
    review: GistSection
    problems: tuple[Item, ...]
    plan: GistSection
    requirement: tuple[Runs, ...]
    goals: tuple[Goal, ...]
    goal_heads: tuple[str, ...]
    groups: tuple[FigureGroup, ...]
    plan_year: str = ""
    stamp: str = ""
    overview: Runs = ()
    explanations: tuple[Explanation, ...] = ()
    charts: tuple[ChartSpec, ...] = ()
    address: str = ""


def plan_summary(report: Report) -> Summary:
    """The summary of a report."""
    figures, explainer = report.figures, Explainer(report.glossary, report.figures)

    def runs(paragraph: Paragraph) -> Runs:
        return print_runs(paragraph, figures)

    cover, named = report.cover, report.review.problems
    # In the order of print, for so the marks of terms are numbered.
    overview = explainer.mark(first_sentences(runs(report.review.opening[0]), MOST_OVERVIEW) if report.review.opening else ())
    review = _gists(report, report.review, 1, explainer)
    problems = tuple(split_problem(explainer.mark(runs(item))) for item in named.items) if named else ()
    requirement = tuple(explainer.mark(runs(paragraph)) for paragraph in report.plan.requirement)
    plan = _gists(report, report.plan, 2, explainer)
    numbers = [print_number(figure) for figure in figures.values() if figure.quantity]
    heroes = tuple(sorted(numbers, key=lambda number: number.chip is None)[:MOST_HEROES])
    return Summary(
        title=plain(runs(cover.title)),
        meeting=plain(runs(cover.meeting)),
        issuer=plain(runs(cover.issuer)),
        speaker="\u3000".join(word for word in (plain(runs(cover.post)), plain(runs(cover.speaker))) if word),
        date=cover.date,
        date_text=print_date(cover.date),
        heroes=heroes,
        review=review,
        problems=problems,
        plan=plan,
        requirement=requirement,
        goals=goals_in_order(report),
        goal_heads=goal_heads(report),
        groups=_groups(report),
        plan_year=plan_year(report),
        stamp=report.stamp if report.options.edition_stamp else "",
        overview=overview,
        explanations=explainer.explanations,
        address=cover.address,
        charts=rank_charts(report, heroes),
    )


def _gists(report: Report, section: Section, number: int, explainer: Explainer) -> GistSection:
    """Gists by part; a topic without one is represented by its title alone."""
    parts, figures = [], report.figures
    for index, part in enumerate(section.parts, 1):
        gists = tuple(
            Gist(without_stop(print_runs(topic.title, figures)), explainer.mark(print_runs(topic.gist, figures))) for topic in part.topics
        )
        parts.append(GistPart(f"（{write_numeral(index)}）", print_runs(part.title, figures), gists))
    return GistSection(f"{write_numeral(number)}、", print_runs(section.title, figures), tuple(parts))


def _groups(report: Report) -> tuple[FigureGroup, ...]:
    """Figures with a value by section and group, in the order of figures.yaml, but parts follow their whole, indented."""
    places, figures = find_places(report), report.figures
    wholes = {part.figure: name for name, figure in figures.items() for part in figure.parts}
    groups: dict[tuple[bool, str], list[Number]] = {}
    for name in _whole_first(figures, wholes):
        if figures[name].value:
            planned = name in places and places[name].section == len(report.sections)
            number = replace(print_number(figures[name]), inner=name in wholes)
            groups.setdefault((planned, figures[name].group or OTHER), []).append(number)
    ordered = sorted(groups.items(), key=lambda item: item[0][0])
    return tuple(FigureGroup(name, tuple(numbers), planned) for (planned, name), numbers in ordered)


def _whole_first(figures: Mapping[str, Figure], wholes: Mapping[str, str]) -> list[str]:
    """Names in order, each whole at the place of the first of it or its parts, and its parts right after it."""
    out: dict[str, None] = {}

    def add(name: str) -> None:
        if name not in out:
            out[name] = None
            for part in figures[name].parts:
                add(part.figure)

    for name in figures:
        top, seen = name, {name}
        while top in wholes and wholes[top] not in seen:
            top = wholes[top]
            seen.add(top)
        add(top)
        add(name)
    return list(out)
