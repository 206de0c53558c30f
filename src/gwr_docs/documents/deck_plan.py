"""The deck of a report: storyboard to slides, each with its eyebrow, source line and notes."""

import re
from collections.abc import Callable, Iterable

from gwr_docs.documents import deck
from gwr_docs.documents.charts import plan_chart
from gwr_docs.documents.numbers import goal_heads, print_goal, print_number
from gwr_docs.documents.places import Where, find_places, part_heading, source_line
from gwr_docs.documents.printing import print_date
from gwr_docs.documents.runs import Run, Runs, plain, print_runs, without_stop
from gwr_docs.documents.storyboard import derive_slides
from gwr_docs.model import storyboard
from gwr_docs.model.inline import Paragraph, references
from gwr_docs.model.numerals import write_numeral
from gwr_docs.model.report import Report, Section
from gwr_docs.model.storyboard import Layout

_SENTENCE = re.compile(r"[^。！？]+[。！？]+[”’]?")


def plan_deck(report: Report) -> deck.Deck:
    """The deck as deck.yaml tells it, or as the report suggests when there is none."""
    planner = _Planner(report)
    return deck.Deck(
        title=planner.text(report.cover.title),
        issuer=planner.text(report.cover.issuer),
        date=report.cover.date,
        slides=tuple(planner.slide(slide) for slide in report.slides or derive_slides(report)),
        stamp=report.stamp if report.options.edition_stamp else "",
    )


class _Planner:
    def __init__(self, report: Report) -> None:
        self.report = report
        self.places = find_places(report)

    def runs(self, paragraph: Paragraph) -> Runs:
        return print_runs(paragraph, self.report.figures)

    def text(self, paragraph: Paragraph) -> str:
        return plain(self.runs(paragraph))

    def section(self, name: str) -> tuple[int, Section]:
        return (2, self.report.plan) if name == "plan" else (1, self.report.review)

    def slide(self, slide: storyboard.Slide) -> deck.Slide:
        makers: dict[Layout, Callable[[storyboard.Slide], deck.Slide]] = {
            Layout.COVER: self.cover,
            Layout.SECTION: self.divider,
            Layout.CARDS: self.cards,
            Layout.CHART: self.charted,
            Layout.TARGET: self.goals,
            Layout.POINTS: self.points,
            Layout.PROBLEMS: self.problems,
            Layout.TASKS: self.tasks,
            Layout.CLOSING: self.closing,
        }
        return makers[slide.layout](slide)

    def head(self, slide: storyboard.Slide, title: Runs | None = None, eyebrow: Runs = ()) -> deck.Head:
        title = self.runs(slide.title) if title is None else title
        where = self.where(slide)
        if not eyebrow and where:
            eyebrow = part_heading(self.report, where[0]) if len(where) == 1 else self.common(where)
        if slide.part and (not eyebrow or plain(title) in plain(eyebrow)):
            eyebrow = self.runs(self.section(slide.part)[1].title)
        return deck.Head(
            title=title,
            eyebrow=eyebrow,
            source=source_line(where, self.runs(self.report.cover.title)),
            notes=self.text(slide.note),
            span=slide.span,
        )

    def where(self, slide: storyboard.Slide) -> list[Where]:
        """The places of the figures that a slide cites; of points without figures only their section is known."""
        used = [r.figure for p in storyboard.paragraphs(slide) for r in references(p)]
        used += [mention.figure for mention in storyboard.mentions(slide)]
        found = sorted({self.places[name] for name in used if name in self.places})
        if not found and (slide.part or slide.layout is Layout.PROBLEMS):
            return [Where(self.section(slide.part)[0], 0)]
        silent = slide.layout is Layout.POINTS and any(not p.figure and not references(p.title + p.text) for p in slide.points)
        return sorted({Where(place.section, 0) for place in found}) if silent else found

    def common(self, where: Iterable[Where]) -> Runs:
        """The title of the section that all places share."""
        sections = {place.section for place in where}
        titles = [self.runs(section.title) for number, section in enumerate(self.report.sections, 1) if number in sections]
        return titles[0] if len(titles) == 1 else ()

    def cover(self, slide: storyboard.Slide) -> deck.Cover:
        cover = self.report.cover
        post, name = self.text(cover.post), self.text(cover.speaker)
        return deck.Cover(
            head=self.head(slide, title=self.runs(cover.title)),
            year=str(cover.date.year),
            meeting=self.text(cover.meeting),
            speaker="\u3000".join(word for word in (post, name) if word),
            issuer=self.text(cover.issuer),
            date=print_date(cover.date),
        )

    def divider(self, slide: storyboard.Slide) -> deck.Divider:
        number, section = self.section(slide.part)
        return deck.Divider(
            head=self.head(slide, title=self.runs(section.title)),
            numeral=write_numeral(number),
            parts=tuple(self.runs(part.title) for part in section.parts),
        )

    def cards(self, slide: storyboard.Slide) -> deck.Cards:
        figures = self.report.figures
        return deck.Cards(self.head(slide), tuple(print_number(figures[m.figure]) for m in slide.figures))

    def charted(self, slide: storyboard.Slide) -> deck.Charted:
        assert slide.chart is not None, "content/decode.py demands it"
        chart = plan_chart(slide.chart, self.runs(slide.title), self.report.figures)
        whole = print_number(self.report.figures[chart.whole]) if chart.whole else None
        return deck.Charted(self.head(slide), chart, tuple(self.item(point) for point in slide.points), whole)

    def goals(self, slide: storyboard.Slide) -> deck.Goals:
        figures = self.report.figures
        goals = tuple(print_goal(figures[m.figure]) for m in slide.figures if figures[m.figure].target)
        return deck.Goals(self.head(slide, eyebrow=self.runs(self.report.plan.title)), goals, goal_heads(self.report))

    def points(self, slide: storyboard.Slide) -> deck.Points:
        return deck.Points(self.head(slide), tuple(self.item(point) for point in slide.points))

    def item(self, point: storyboard.Point) -> deck.Item:
        number = print_number(self.report.figures[point.figure.figure]) if point.figure else None
        return deck.Item(without_stop(self.runs(point.title)), self.runs(point.text), number)

    def problems(self, slide: storyboard.Slide) -> deck.Points:
        problems = self.report.review.problems
        items = tuple(split_problem(self.runs(item)) for item in problems.items) if problems else ()
        return deck.Points(self.head(slide, eyebrow=self.runs(self.report.review.title)), items, numbered=True)

    def tasks(self, slide: storyboard.Slide) -> deck.Points:
        _, section = self.section(slide.part)
        items = []
        for part in section.parts:
            topics = [without_stop(self.runs(topic.title)) for topic in part.topics]
            items.append(deck.Item(self.runs(part.title), join_runs(topics, "；")))
        return deck.Points(self.head(slide, eyebrow=self.runs(section.title)), tuple(items), numbered=True)

    def closing(self, slide: storyboard.Slide) -> deck.Closing:
        """The report's own last sentence; without one, who reported."""
        closing = self.report.plan.closing or self.report.review.closing
        runs = self.runs(closing[-1] if closing else self.report.cover.issuer)
        text = plain(runs)
        *_, last = _SENTENCE.finditer(text) if _SENTENCE.search(text) else [None]
        sentence = cut(runs, last.start() if last else 0, len(text))
        return deck.Closing(self.head(slide, title=sentence, eyebrow=self.runs(self.report.cover.title)))


def join_runs(groups: Iterable[Runs], between: str) -> Runs:
    out: list[Run] = []
    for group in groups:
        if out:
            out.append(Run(between))
        out += group
    return tuple(out)


_COUNTED = re.compile(r"[一二三四五六七八九十]+是")


def split_problem(runs: Runs) -> deck.Item:
    """一是经济转型增长压力较大，税收… -> the clause up to the first comma as title, the rest as text."""
    text = plain(runs)
    start = match.end() if (match := _COUNTED.match(text)) else 0
    comma = text.find("，", start)
    if comma < 0:
        return deck.Item(without_stop(cut(runs, start, len(text))))
    return deck.Item(cut(runs, start, comma), cut(runs, comma + 1, len(text)))


def cut(runs: Runs, start: int, end: int) -> Runs:
    """Characters start to end of the runs, each run keeping its figure."""
    out, at = [], 0
    for run in runs:
        piece = run.text[max(0, start - at) : max(0, end - at)]
        if piece:
            out.append(Run(piece, run.figure, run.emphasis, run.place))
        at += len(run.text)
    return tuple(out)
