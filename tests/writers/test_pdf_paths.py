"""Paths in the content stream (ISO 32000-1 8.5)."""

import pikepdf

from gwr_docs.theme.faces import FontBook
from gwr_docs.typeset.ink import Path
from gwr_docs.typeset.tags import Tag
from tests.writers.test_pdf_structure import attributes, document


def stream(pdf: pikepdf.Pdf) -> list[str]:
    return pdf.pages[0].Contents.read_bytes().decode().split("\n")


def test_paths_are_filled_or_stroked_and_nothing_is_set_twice(book: FontBook) -> None:
    figure = Tag("Figure", alt="图")
    square, triangle = ((0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (0.0, 9.0)), ((20.0, 0.0), (29.0, 0.0), (20.0, 9.0))
    line, closed = ((0.0, 50.0), (10.0, 60.0), (20.0, 50.0)), ((0.0, 80.0), (10.0, 80.0), (10.0, 90.0), (0.0, 80.0))
    ink = [
        Path((square, triangle), "red", tag=figure),
        Path((line,), "ink", 2.0, (4.0, 2.0), figure),
        Path((closed,), "ink", 2.0, tag=figure),
        Path((line,), "ink", 2.0, tag=figure),
    ]
    assert stream(document(book, ink))[1:] == [
        "0.62 0.106 0.118 rg",
        "0 600 m 9 600 l 9 591 l 0 591 l",
        "20 600 m 29 600 l 20 591 l",
        "f",
        "0.129 0.11 0.102 RG",
        "2 w",
        "[4 2] 0 d",
        "1 j",
        "0 550 m 10 540 l 20 550 l",
        "S",
        "[] 0 d",
        "0 520 m 10 520 l 10 510 l h",
        "S",
        "0 550 m 10 540 l 20 550 l",
        "S",
        "EMC",
    ]
    assert attributes(document(book, ink), "Figure")["/BBox"] == "pikepdf.Array([ -1, 509, 29, 600 ])"
