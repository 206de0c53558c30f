"""What every slide of the deck carries: eyebrow, source line, notes, and its place in the report."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from gwr_docs.documents.blocks import Block
from gwr_docs.documents.deck import Divider, Head, Slide
from gwr_docs.documents.notes import Speaker
from gwr_docs.documents.places import Where, find_places, part_heading, source_line
from gwr_docs.documents.runs import Runs, plain, print_runs
from gwr_docs.model import storyboard
from gwr_docs.model.inline import Paragraph, references
from gwr_docs.model.report import Report, Section
from gwr_docs.model.storyboard import Layout


class Heads:
    """Prints the texts of a report for its slides."""

    def __init__(self, report: Report, blocks: Sequence[Block]) -> None:
        self.report = report
        self.speaker = Speaker(report, blocks)
        self.places = find_places(report)

    def runs(self, paragraph: Paragraph) -> Runs:
        return print_runs(paragraph, self.report.figures)

    def text(self, paragraph: Paragraph) -> str:
        return plain(self.runs(paragraph))

    def section(self, name: str) -> tuple[int, Section]:
        return (2, self.report.plan) if name == "plan" else (1, self.report.review)

    def head(self, slide: storyboard.Slide, title: Runs | None = None, eyebrow: Runs = (), section: str = "") -> Head:
        title = self.runs(slide.title) if title is None else title
        where = self.where(slide)
        if not eyebrow and where:
            eyebrow = part_heading(self.report, where[0]) if len(where) == 1 else self.common(where)
        if slide.part and (not eyebrow or plain(title) in plain(eyebrow)):
            eyebrow = self.runs(self.section(slide.part)[1].title)
        place = where[0] if len(where) == 1 and where[0].part else None
        return Head(
            title=title,
            eyebrow=eyebrow,
            source=source_line(where, self.runs(self.report.cover.title)),
            notes=self.speaker.notes(slide),
            span=slide.span,
            place=place,
            parts=len(self.report.sections[place.section - 1].parts) if place else 0,
            section=section or (plain(part_heading(self.report, place)) if place else ""),
        )

    def where(self, slide: storyboard.Slide) -> list[Where]:
        """The part that a slide names, or the places of the figures that it cites; of other points only the section is known."""
        if slide.part and slide.number:
            return [Where(self.section(slide.part)[0], slide.number)]
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


def settled(slides: list[Slide]) -> tuple[Slide, ...]:
    """A slide before the page of the section it draws on belongs to no part yet: it is an overview."""
    dividers: dict[int, int] = {}
    for index, slide in enumerate(slides):
        if isinstance(slide, Divider):
            dividers.setdefault(slide.number, index)
    out: list[Slide] = []
    for index, slide in enumerate(slides):
        place = slide.head.place
        early = place is not None and index < dividers.get(place.section, 0)
        out.append(replace(slide, head=replace(slide.head, place=None, parts=0, section="")) if early else slide)
    return tuple(out)
