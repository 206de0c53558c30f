"""Where the program puts its own words, or nothing, between what was typed: the meeting's ——在……上, a topic's title before its text."""

from collections.abc import Iterator

from gwr_docs.diagnostics import Diagnostic, fault
from gwr_docs.model.inline import Paragraph, Reference, Text
from gwr_docs.model.report import Report

DASHES = "—-－–―─ "
ENDS = tuple("。！？；：，、…—.!?;:,")  # all but the full-width ones are faults of other rules
CLOSING = "”’》〉）)」』"


def check_meeting(report: Report) -> Iterator[Diagnostic]:
    """The line under the title is printed as ——在……上."""
    meeting = report.cover.meeting
    first, last = (meeting[0], meeting[-1]) if meeting else (None, None)
    if isinstance(first, Text):
        length = len(first.text) - len(first.text.lstrip(DASHES).removeprefix("在"))
        if 0 < length < len(first.text):
            yield fault("GWR324", first.place.span(0, length), text=first.text[:length])
    if isinstance(last, Text) and last.text.endswith("上") and len(last.text) > 1:
        yield fault("GWR324", last.place.span(len(last.text) - 1, len(last.text)), text="上")


def check_topic_titles(report: Report) -> Iterator[Diagnostic]:
    """A title that opens its paragraph ends with a mark: else it runs into the text."""
    for part in (part for section in report.sections for part in section.parts if not part.numbered):
        for topic in part.topics:
            if topic.paragraphs and _is_open(topic.title):
                yield _open_title(topic.title[-1])


def _is_open(title: Paragraph) -> bool:
    last = title[-1] if title else None
    return isinstance(last, Reference) or (isinstance(last, Text) and not last.text.rstrip(CLOSING).endswith(ENDS))


def _open_title(last: Text | Reference) -> Diagnostic:
    if isinstance(last, Reference):
        return fault("GWR325", last.span, text=f"【{last.figure}】")
    size = len(last.text)
    return fault("GWR325", last.place.span(size - 1, size), text=last.text[-8:])
