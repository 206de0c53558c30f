"""The one way in: the bytes of the content files to a checked Report."""

import hashlib
from codecs import BOM_UTF8
from collections.abc import Collection, Mapping
from typing import TypeVar, cast

from pydantic import BaseModel

from gwr_docs.content import schema
from gwr_docs.content.checks import CHECKS, PROSE_CHECKS
from gwr_docs.content.decode import Decoder, entries, is_template, items
from gwr_docs.content.nodes import Mapping as MappingNode
from gwr_docs.content.nodes import Node, Scalar
from gwr_docs.content.prose import gather
from gwr_docs.content.reader import read_nodes
from gwr_docs.content.resolve import resolve_references
from gwr_docs.content.shapes import check_shape, stand_in
from gwr_docs.content.silencing import unsilenced
from gwr_docs.content.source import decode, line_slips
from gwr_docs.diagnostics import Diagnostic, Span, fault, in_order
from gwr_docs.model.figures import Figure
from gwr_docs.model.glossary import Term
from gwr_docs.model.report import Report
from gwr_docs.model.storyboard import Slide

FILES = tuple(schema.FILES)
STAMP_LENGTH = 8
ELSEWHERE = ("GWR205", "GWR311", "GWR313")  # what is missing may stand in a file that was not read whole
INCOMPLETE = ("GWR107", "GWR307")
Shape = TypeVar("Shape", bound=BaseModel)


def read_report(files: Mapping[str, bytes]) -> tuple[Report | None, tuple[Diagnostic, ...]]:
    """Read the content files (name -> bytes), all faults at once.

    Returns the report, or None if any error was found, and the diagnostics in the order of file names. Never raises for
    anything a file can hold. A file with faults is read as far as it goes, so that those of the others come too.
    """
    folder, decoder = _Folder(files), Decoder()
    report = _decode(folder, decoder)
    damaged = {d.span.file for d in folder.faults}
    late = [*decoder.faults]
    if "figures.yaml" in folder.read:
        late += resolve_references(report, decoder.lost)
        for check in CHECKS:
            late += check(report)
        prose = gather(report)
        for check_text in PROSE_CHECKS:
            late += check_text(prose)
    found = (*folder.faults, *(d for d in late if d.span.file and not _follows(d, damaged)))
    ordered = in_order(unsilenced(in_order(found), _marked(files), report.off))
    return (None if any(d.is_error for d in ordered) else report), ordered


def _marked(files: Mapping[str, bytes]) -> dict[str, str]:
    """The texts of the content files that may hold marks of silence."""
    return {name: decode(name, files[name])[0] for name in FILES if b"gwr" in files.get(name, b"").lower()}


class _Folder:
    """The content files, read one at a time, since nodes and shapes are many times as large as what is made of them."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files, self.faults, self.read = files, list[Diagnostic](), set[str]()

    def shape(self, name: str, shape: type[Shape]) -> tuple[Shape, Node | None]:
        """A file as its shape, and its nodes; an empty one for a file that could not be read."""
        if name not in self.files:
            if name not in schema.OPTIONAL:
                self.faults.append(fault("GWR108", Span(name, 1, 1, 2), name=name))
            return cast(Shape, stand_in(shape)), None
        root, found = _read_file(name, self.files[name])
        value, misfits = check_shape(shape, root) if root is not None else (None, ())
        self.faults += (*found, *misfits)
        if value is None:
            return cast(Shape, stand_in(shape)), None
        self.read.add(name)
        return cast(Shape, value), root


def template_name(files: Mapping[str, bytes]) -> str:
    """The presentation that report.yaml names, a file like the content files; empty if it names none that could be one."""
    name = "report.yaml"
    text, faults = decode(name, files.get(name, b""))
    root = None if faults else read_nodes(name, text)[0]
    deck = root.get("deck") if isinstance(root, MappingNode) else None
    found = deck.get("template") if isinstance(deck, MappingNode) else None
    return found.text if isinstance(found, Scalar) and is_template(found.text) else ""


def _read_file(name: str, data: bytes) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    text, faults = decode(name, data)
    if faults:
        return None, faults
    slips = line_slips(name, text, schema.KEYS)
    root, found = read_nodes(name, text)
    if slips:  # YAML's own words for the same slip would only confuse
        near = {d.span.line + step for d in slips for step in (0, 1)}
        found = tuple(d for d in found if d.code not in ("GWR005", "GWR008", "GWR011", "GWR018") or d.span.line not in near)
        return None, (*slips, *found)
    if root is None and not found:
        return None, (fault("GWR109", Span(name, 1, 1, 2), name=name),)
    return root, found


def _decode(folder: _Folder, decoder: Decoder) -> Report:
    """The report, as far as its files could be read. Each file is let go before the next is read."""
    head, _ = folder.shape("report.yaml", schema.ReportShape)
    return Report(
        cover=decoder.cover(head),
        names={name: tuple(other.text for other in others) for name, others in head.names.items()},
        off=decoder.off(head),
        options=decoder.options(head.options),
        look=decoder.look(head.deck, folder.files),
        review=decoder.review(folder.shape("review.yaml", schema.ReviewShape)[0]),
        plan=decoder.plan(folder.shape("plan.yaml", schema.PlanShape)[0]),
        figures=_figures(decoder, *folder.shape("figures.yaml", schema.FiguresShape)),
        slides=_slides(decoder, *folder.shape("deck.yaml", schema.DeckShape)),
        glossary=_terms(decoder, *folder.shape("glossary.yaml", schema.GlossaryShape)),
        stamp=_stamp(folder.files),
    )


def _figures(decoder: Decoder, shape: schema.FiguresShape, root: Node | None) -> dict[str, Figure]:
    """The figures without fault, in the order of the file; the others are lost."""
    keys = [key for key, _ in entries(root)]
    read = {key.text: decoder.figure(key, shape.root[key.text]) for key in keys if key.text in shape.root}
    decoder.lost |= {key.text for key in keys if key.text not in shape.root}
    return {name: figure for name, figure in read.items() if name not in decoder.lost}


def _slides(decoder: Decoder, shape: schema.DeckShape, root: Node | None) -> tuple[Slide, ...]:
    return tuple(decoder.slide(node, slide) for node, slide in zip(items(root), shape.root, strict=False))


def _terms(decoder: Decoder, shape: schema.GlossaryShape, root: Node | None) -> tuple[Term, ...]:
    return decoder.terms((key, shape.root[key.text]) for key, _ in entries(root) if key.text in shape.root)


def _follows(diagnostic: Diagnostic, damaged: Collection[str]) -> bool:
    """Whether a fault may only follow from another: nothing is known to be missing where a file was not read whole."""
    if diagnostic.code in ELSEWHERE:
        return bool(damaged)
    return diagnostic.code in INCOMPLETE and diagnostic.span.file in damaged


def _stamp(files: Mapping[str, bytes]) -> str:
    """A short hash of what was read, whatever the line ends, so that a paper copy can be told from a later one."""
    digest = hashlib.sha256()
    for name in sorted(set(files) & set(schema.FILES)):
        data = files[name].removeprefix(BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        digest.update(name.encode() + b"\0" + data + b"\0")
    return digest.hexdigest()[:STAMP_LENGTH]
