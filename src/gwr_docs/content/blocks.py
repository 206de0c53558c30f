"""Lines of a | or > block that would print something else than was meant."""

from collections.abc import Iterator

from gwr_docs.content.schema import KEYS
from gwr_docs.diagnostics import Diagnostic, Related, Span, fault
from gwr_docs.model.inline import Place


def block_slips(raw: str, start: Place) -> Iterator[Diagnostic]:
    """Comments, which a block prints as text, and lines indented further, which begin a paragraph of their own.

    `raw` is the block's source, its head (`>-`) at `start`.
    """
    indent: int | None = None
    for number, line in enumerate(raw.split("\n")[1:], start.line + 1):
        text = line.lstrip(" ")
        if not text:
            continue
        column = len(line) - len(text) + 1
        indent = column if indent is None else indent
        key, colon, _ = text.partition(": ")
        if colon and key in KEYS:
            yield fault("GWR036", Span(start.file, number, column, column + len(key) + 1), key=key, spaces=column - 1, head=start.line)
            continue
        comment = _comment(line, column - 1) if "#" in text else -1
        if comment >= 0:
            yield _printed_comment(Span(start.file, number, comment + 1, len(line) + 1), line[comment:], start)
        elif column > indent:
            yield fault("GWR020", Span(start.file, number, indent, column), spaces=column - indent)


def _comment(line: str, begin: int) -> int:
    """Where a writer's comment begins: at a # after a space, or at the line's own unless it counts something (#3机组); -1 if nowhere."""
    if line[begin] == "#" and not line[begin + 1 : begin + 2].isdigit():
        return begin
    found = [at for at in (line.find(space + "#", begin) for space in " \t\u3000") if at >= 0]
    return min(found) + 1 if found else -1


def _printed_comment(span: Span, comment: str, head: Place) -> Diagnostic:
    """A mark of silence is to stand at the key of its block: the hint names that line."""
    mark = comment.lstrip("# ").lower().startswith("gwr")
    place = (Related(head.span(0, 2), str(head.line)),) if mark else ()
    return fault("GWR019", span, text=comment[: 24 if mark else 12], guess=head.line if mark else "", related=place)
