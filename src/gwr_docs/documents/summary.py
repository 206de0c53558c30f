"""The summary that delegates hold in their hands: key figures, gists by part, problems, targets and tasks."""

import datetime
from dataclasses import dataclass

from gwr_docs.documents.briefing import print_date
from gwr_docs.documents.deck import Goal, Item, Number
from gwr_docs.documents.deck_plan import split_problem
from gwr_docs.documents.numbers import print_goal, print_number
from gwr_docs.documents.runs import Runs, plain, print_runs, without_stop
from gwr_docs.model.inline import Paragraph
from gwr_docs.model.numerals import write_numeral
from gwr_docs.model.report import Part, Report, Section

MOST_HEROES = 5
OTHER = "其他"


@dataclass(frozen=True, slots=True)
class Gist:
    title: Runs
    text: Runs


@dataclass(frozen=True, slots=True)
class GistPart:
    number: str
    title: Runs
    gists: tuple[Gist, ...]


@dataclass(frozen=True, slots=True)
class GistSection:
    number: str
    title: Runs
    parts: tuple[GistPart, ...]


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Figures of one theme, for the table of key figures."""

    name: str
    numbers: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """A part of the plan and what it asks for."""

    number: str
    title: Runs
    topics: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    title: str
    meeting: str
    issuer: str
    speaker: str
    date: datetime.date
    date_text: str
    overview: Runs
    heroes: tuple[Number, ...]
    review: GistSection
    problems: tuple[Item, ...]
    plan: GistSection
    goals: tuple[Goal, ...]
    tasks: tuple[Task, ...]
    groups: tuple[FigureGroup, ...]
    stamp: str = ""


def plan_summary(report: Report) -> Summary:
    """The summary of a report."""
    figures = report.figures

    def runs(paragraph: Paragraph) -> Runs:
        return print_runs(paragraph, figures)

    cover, problems = report.cover, report.review.problems
    numbers = [print_number(figure) for figure in figures.values() if figure.quantity]
    return Summary(
        title=plain(runs(cover.title)),
        meeting=plain(runs(cover.meeting)),
        issuer=plain(runs(cover.issuer)),
        speaker="\u3000".join(word for word in (plain(runs(cover.post)), plain(runs(cover.speaker))) if word),
        date=cover.date,
        date_text=print_date(cover.date),
        overview=runs(report.review.opening[-1]) if report.review.opening else (),
        heroes=tuple(sorted(numbers, key=lambda number: number.chip is None)[:MOST_HEROES]),
        review=_gists(report, report.review, 1),
        problems=tuple(split_problem(runs(item)) for item in problems.items) if problems else (),
        plan=_gists(report, report.plan, 2),
        goals=tuple(print_goal(figure) for figure in figures.values() if figure.target),
        tasks=tuple(_task(report, part, number) for number, part in enumerate(report.plan.parts, 1)),
        groups=_groups(report),
        stamp=report.stamp if report.options.edition_stamp else "",
    )


def _gists(report: Report, section: Section, number: int) -> GistSection:
    """Gists by part; a topic without one is represented by its title alone."""
    parts = []
    for index, part in enumerate(section.parts, 1):
        gists = tuple(
            Gist(without_stop(print_runs(topic.title, report.figures)), print_runs(topic.gist, report.figures)) for topic in part.topics
        )
        parts.append(GistPart(f"（{write_numeral(index)}）", print_runs(part.title, report.figures), gists))
    return GistSection(f"{write_numeral(number)}、", print_runs(section.title, report.figures), tuple(parts))


def _task(report: Report, part: Part, number: int) -> Task:
    topics = tuple(without_stop(print_runs(topic.title, report.figures)) for topic in part.topics)
    return Task(write_numeral(number), print_runs(part.title, report.figures), topics)


def _groups(report: Report) -> tuple[FigureGroup, ...]:
    """Figures with a value, by their group, in the order of figures.yaml."""
    groups: dict[str, list[Number]] = {}
    for figure in report.figures.values():
        if figure.value:
            groups.setdefault(figure.group or OTHER, []).append(print_number(figure))
    return tuple(FigureGroup(name, tuple(numbers)) for name, numbers in groups.items())
