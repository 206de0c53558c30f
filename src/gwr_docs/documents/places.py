"""Where in the report a figure stands first: for source lines, eyebrows and notes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gwr_docs.documents.runs import Runs, made, print_runs
from gwr_docs.model.inline import Paragraph, references
from gwr_docs.model.numerals import write_numeral
from gwr_docs.model.report import Report

SECTION_NAMES = ("第一部分", "第二部分")


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """Section (1 or 2) and part (from 1; 0 outside the numbered parts)."""

    section: int
    part: int


def find_places(report: Report) -> Mapping[str, Where]:
    """Figure -> the place of its first reference in the report's own text."""
    found: dict[str, Where] = {}

    def note(paragraphs: Iterable[Paragraph], where: Where) -> None:
        for paragraph in paragraphs:
            for reference in references(paragraph):
                found.setdefault(reference.figure, where)

    for number, section in enumerate(report.sections, 1):
        problems = section.problems
        note((section.title, *section.opening, *section.requirement, *section.targets, *section.lead), Where(number, 0))
        for index, part in enumerate(section.parts, 1):
            where = Where(number, index)
            note((part.title, *part.opening), where)
            for topic in part.topics:
                note((topic.title, *topic.paragraphs), where)
        named = (problems.lead, *problems.items, problems.close) if problems else ()
        note((*section.thanks, *named, *section.closing), Where(number, 0))
    return found


def place_name(where: Where) -> str:
    """第一部分（二）, or the section alone outside its parts."""
    return SECTION_NAMES[where.section - 1] + (f"（{write_numeral(where.part)}）" if where.part else "")


def source_line(places: Iterable[Where], title: Runs) -> Runs:
    """来源：政府工作报告第一部分（一）（二）、第二部分（三）; each place once, in order."""
    sections: dict[str, str] = {}
    for where in sorted(set(places)):
        name = SECTION_NAMES[where.section - 1]
        sections[name] = sections.get(name, "") + (f"（{write_numeral(where.part)}）" if where.part else "")
    return (*made("来源："), *title, *made("、".join(name + parts for name, parts in sections.items()))) if sections else ()


def part_heading(report: Report, where: Where) -> Runs:
    """（二）稳中求进，经济发展迎难而上, or the section's title outside its parts."""
    section = report.sections[where.section - 1]
    if not where.part:
        return print_runs(section.title, report.figures)
    return (*made(f"（{write_numeral(where.part)}）"), *print_runs(section.parts[where.part - 1].title, report.figures))
