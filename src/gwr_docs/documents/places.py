"""Where in the report a figure stands first: for source lines, eyebrows and notes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gwr_docs.documents.runs import plain, print_runs
from gwr_docs.model.inline import Paragraph, references
from gwr_docs.model.numerals import write_numeral
from gwr_docs.model.report import Report

SECTION_NAMES = ("第一部分", "第二部分")


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """Section (1 or 2) and part (from 1; 0 outside the numbered parts)."""

    section: int
    part: int

    @property
    def label(self) -> str:
        name = SECTION_NAMES[self.section - 1]
        return f"{name}（{write_numeral(self.part)}）" if self.part else name


def find_places(report: Report) -> Mapping[str, Where]:
    """Figure -> the place of its first reference in the report's own text."""
    found: dict[str, Where] = {}

    def note(paragraphs: Iterable[Paragraph], where: Where) -> None:
        for paragraph in paragraphs:
            for reference in references(paragraph):
                found.setdefault(reference.figure, where)

    for number, section in enumerate(report.sections, 1):
        problems = section.problems
        note((*section.opening, *section.requirement, *section.targets, *section.lead), Where(number, 0))
        for index, part in enumerate(section.parts, 1):
            where = Where(number, index)
            note((part.title, *part.opening), where)
            for topic in part.topics:
                note((topic.title, *topic.paragraphs), where)
        note((*section.thanks, *(problems.items if problems else ()), *section.closing), Where(number, 0))
    return found


def source_line(places: Iterable[Where], title: str) -> str:
    """来源：政府工作报告第一部分（二）; several places are listed once each, in order."""
    labels = list(dict.fromkeys(where.label for where in sorted(places)))
    return f"来源：{title}{'、'.join(labels)}" if labels else ""


def part_heading(report: Report, where: Where) -> str:
    """（二）稳中求进，经济发展迎难而上, or the section's title outside its parts."""
    section = report.sections[where.section - 1]
    if not where.part:
        return plain(print_runs(section.title, report.figures))
    title = plain(print_runs(section.parts[where.part - 1].title, report.figures))
    return f"（{write_numeral(where.part)}）{title}"
