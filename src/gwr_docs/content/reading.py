"""The one way in: the bytes of the content files to a checked Report."""

import hashlib
from codecs import BOM_UTF8
from collections.abc import Collection, Mapping
from typing import cast

from gwr_docs.content import schema
from gwr_docs.content.checks import CHECKS
from gwr_docs.content.decode import Decoder, entries, is_template, items
from gwr_docs.content.nodes import Mapping as MappingNode
from gwr_docs.content.nodes import Node, Scalar
from gwr_docs.content.reader import read_nodes
from gwr_docs.content.resolve import resolve_references
from gwr_docs.content.shapes import Shaped, check_shape, stand_in
from gwr_docs.content.source import decode, line_slips
from gwr_docs.diagnostics import Diagnostic, Span, fault, in_order
from gwr_docs.model.report import Report

FILES = tuple(schema.FILES)
STAMP_LENGTH = 8
ELSEWHERE = ("GWR205", "GWR311", "GWR313")  # what is missing may stand in a file that was not read whole
INCOMPLETE = ("GWR107", "GWR307")


def read_report(files: Mapping[str, bytes]) -> tuple[Report | None, tuple[Diagnostic, ...]]:
    """Read the content files (name -> bytes), all faults at once.

    Returns the report, or None if any error was found, and the diagnostics in the order of file names. Never raises for
    anything a file can hold. A file with faults is read as far as it goes, so that those of the others come too.
    """
    faults: list[Diagnostic] = []
    shapes: dict[str, tuple[Shaped, Node]] = {}
    for name, shape in schema.FILES.items():
        if name not in files:
            if name not in schema.OPTIONAL:
                faults.append(fault("GWR108", Span(name, 1, 1, 2), name=name))
            continue
        root, found = _read_file(name, files[name])
        value, misfits = check_shape(shape, root) if root is not None else (None, ())
        faults += (*found, *misfits)
        if root is not None and value is not None:
            shapes[name] = (value, root)
    damaged = {d.span.file for d in faults}
    report, late = _decode(shapes, damaged, files)
    ordered = in_order((*faults, *late))
    return (None if any(d.is_error for d in ordered) else report), ordered


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


def _decode(
    shapes: Mapping[str, tuple[Shaped, Node]], damaged: Collection[str], files: Mapping[str, bytes]
) -> tuple[Report, tuple[Diagnostic, ...]]:
    """The report, with empty files for those that could not be read, and the faults of its texts, figures and slides."""
    decoder = Decoder()
    head, review, plan, figures, board, words = (shapes[name][0] if name in shapes else stand_in(schema.FILES[name]) for name in FILES)
    nodes = {name: node for name, (_, node) in shapes.items()}
    head, table = cast(schema.ReportShape, head), cast(schema.FiguresShape, figures).root
    meanings = cast(schema.GlossaryShape, words).root
    keys = [key for key, _ in entries(nodes.get("figures.yaml"))]
    read = {key.text: decoder.figure(key, table[key.text]) for key in keys if key.text in table}
    report = Report(
        cover=decoder.cover(head),
        review=decoder.review(cast(schema.ReviewShape, review)),
        plan=decoder.plan(cast(schema.PlanShape, plan)),
        figures={name: figure for name, figure in read.items() if name not in decoder.lost},
        slides=tuple(decoder.slide(n, s) for n, s in zip(items(nodes.get("deck.yaml")), cast(schema.DeckShape, board).root, strict=False)),
        options=decoder.options(head.options),
        stamp=_stamp(files),
        glossary=decoder.terms((key, meanings[key.text]) for key, _ in entries(nodes.get("glossary.yaml")) if key.text in meanings),
        look=decoder.look(head.deck, files),
    )
    faults = [*decoder.faults]
    if "figures.yaml" in shapes:
        faults += resolve_references(report, decoder.lost | {key.text for key in keys if key.text not in table})
        for check in CHECKS:
            faults += check(report)
    return report, tuple(d for d in faults if d.span.file and not _follows(d, damaged))


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
