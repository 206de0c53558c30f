"""Lines of a | or > block that would print something else than was meant."""

from collections.abc import Iterator

from gwr_docs.diagnostics import Diagnostic, Span, fault


def block_slips(file: str, raw: str, first_line: int) -> Iterator[Diagnostic]:
    """Comments, which a block prints as text, and lines indented further, which begin a paragraph of their own.

    `raw` is the block's source with its head (`>-`) on line `first_line`.
    """
    indent: int | None = None
    for number, line in enumerate(raw.split("\n")[1:], first_line + 1):
        text = line.lstrip(" ")
        if not text:
            continue
        column = len(line) - len(text) + 1
        indent = column if indent is None else indent
        if text.startswith(("# ", "#\t")):
            yield fault("GWR019", Span(file, number, column, column + len(text)), text=text[:12])
        elif column > indent:
            yield fault("GWR020", Span(file, number, indent, column), spaces=column - indent)
