"""The deck of a report: storyboard to slides, each with its eyebrow, source line and notes."""

from collections.abc import Callable, Sequence

from gwr_docs.documents import deck
from gwr_docs.documents.blocks import Block
from gwr_docs.documents.chart_plan import plan_chart
from gwr_docs.documents.clauses import last_sentence, split_clause, split_problem
from gwr_docs.documents.deck_heads import Heads, settled
from gwr_docs.documents.numbers import goal_heads, print_goal, print_number
from gwr_docs.documents.printing import print_date
from gwr_docs.documents.runs import made, without_stop
from gwr_docs.documents.storyboard import derive_slides
from gwr_docs.model import storyboard
from gwr_docs.model.report import Report
from gwr_docs.model.storyboard import Layout

# Sections of the file and a title that the report has no words for
OPENING, AGENDA, PROBLEMS, CLOSING = "封面与概览", "目录", "存在的问题", "结束语"
TABLE_HEADS = ("指标", "数值", "单位", "增减", "说明")


def plan_deck(report: Report, blocks: Sequence[Block] = ()) -> deck.Deck:
    """The deck as deck.yaml tells it, or as the report suggests when there is none; its notes quote the briefing's `blocks`."""
    planner = _Planner(report, blocks)
    return deck.Deck(
        title=planner.text(report.cover.title),
        issuer=planner.text(report.cover.issuer),
        date=report.cover.date,
        slides=settled([planner.slide(slide) for slide in report.slides or derive_slides(report)]),
        stamp=report.stamp if report.options.edition_stamp else "",
    )


class _Planner(Heads):
    def slide(self, slide: storyboard.Slide) -> deck.Slide:
        makers: dict[Layout, Callable[[storyboard.Slide], deck.Slide]] = {
            Layout.COVER: self.cover,
            Layout.AGENDA: self.agenda,
            Layout.SECTION: self.divider,
            Layout.CARDS: self.cards,
            Layout.CHART: self.charted,
            Layout.TARGET: self.goals,
            Layout.TABLE: self.table,
            Layout.POINTS: self.points,
            Layout.STEPS: self.steps,
            Layout.PROBLEMS: self.problems,
            Layout.TASKS: self.tasks,
            Layout.CLOSING: self.closing,
        }
        return makers[slide.layout](slide)

    def cover(self, slide: storyboard.Slide) -> deck.Cover:
        cover = self.report.cover
        post, name = self.text(cover.post), self.text(cover.speaker)
        return deck.Cover(
            head=self.head(slide, title=self.runs(cover.title), section=OPENING),
            year=str(cover.date.year),
            meeting=self.text(cover.meeting),
            speaker="\u3000".join(word for word in (post, name) if word),
            issuer=self.text(cover.issuer),
            date=print_date(cover.date),
            sections=tuple(self.runs(section.title) for section in self.report.sections),
        )

    def agenda(self, slide: storyboard.Slide) -> deck.Agenda:
        chapters = tuple(
            deck.Chapter(number, self.runs(section.title), tuple(self.runs(part.title) for part in section.parts))
            for number, section in enumerate(self.report.sections, 1)
        )
        title = self.runs(slide.title) or made(AGENDA)
        return deck.Agenda(self.head(slide, title=title, eyebrow=self.runs(self.report.cover.title)), chapters)

    def divider(self, slide: storyboard.Slide) -> deck.Divider:
        number, section = self.section(slide.part)
        return deck.Divider(
            head=self.head(slide, title=self.runs(section.title), section=self.text(section.title)),
            number=number,
            parts=tuple(self.runs(part.title) for part in section.parts),
        )

    def cards(self, slide: storyboard.Slide) -> deck.Cards:
        figures = self.report.figures
        return deck.Cards(self.head(slide), tuple(print_number(figures[m.figure]) for m in slide.figures))

    def table(self, slide: storyboard.Slide) -> deck.Table:
        return deck.Table(self.head(slide), tuple(print_number(self.report.figures[m.figure]) for m in slide.figures), TABLE_HEADS)

    def charted(self, slide: storyboard.Slide) -> deck.Charted:
        assert slide.chart is not None, "content/decode.py demands it"
        chart = plan_chart(slide.chart, self.runs(slide.title), self.report)
        whole = print_number(self.report.figures[chart.whole]) if chart.whole else None
        return deck.Charted(self.head(slide), chart, tuple(self.item(point) for point in slide.points), whole)

    def goals(self, slide: storyboard.Slide) -> deck.Goals:
        figures = self.report.figures
        goals = tuple(print_goal(figures[m.figure]) for m in slide.figures if figures[m.figure].target)
        return deck.Goals(self.head(slide, eyebrow=self.runs(self.report.plan.title)), goals, goal_heads(self.report))

    def points(self, slide: storyboard.Slide) -> deck.Points:
        return deck.Points(self.head(slide), tuple(self.item(point) for point in slide.points))

    def steps(self, slide: storyboard.Slide) -> deck.Steps:
        return deck.Steps(self.head(slide), tuple(self.item(point) for point in slide.points))

    def item(self, point: storyboard.Point) -> deck.Item:
        number = print_number(self.report.figures[point.figure.figure]) if point.figure else None
        return deck.Item(without_stop(self.runs(point.title)), self.runs(point.text), number)

    def problems(self, slide: storyboard.Slide) -> deck.Points:
        problems = self.report.review.problems
        items = tuple(split_problem(self.runs(item)) for item in problems.items) if problems else ()
        return deck.Points(self.head(slide, eyebrow=self.runs(self.report.review.title), section=PROBLEMS), items, numbered=True)

    def tasks(self, slide: storyboard.Slide) -> deck.Tasks:
        _, section = self.section(slide.part)
        focuses = []
        for part in section.parts:
            item = split_clause(self.runs(part.title))
            focuses.append(deck.Focus(item.title, item.text, tuple(without_stop(self.runs(topic.title)) for topic in part.topics)))
        return deck.Tasks(self.head(slide, eyebrow=self.runs(section.title)), tuple(focuses))

    def closing(self, slide: storyboard.Slide) -> deck.Closing:
        """The report's own last sentence; without one, who reported."""
        closing = self.report.plan.closing or self.report.review.closing
        runs = self.runs(closing[-1] if closing else self.report.cover.issuer)
        head = self.head(slide, title=last_sentence(runs), eyebrow=self.runs(self.report.cover.title), section=CLOSING)
        foot = (self.text(self.report.cover.issuer), print_date(self.report.cover.date))
        return deck.Closing(head, "\u3000".join(words for words in foot if words))
