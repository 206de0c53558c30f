"""The one way in: the bytes of the content files to a checked Report."""

import hashlib
from collections.abc import Mapping
from typing import cast

from gwr_docs.content import schema
from gwr_docs.content.checks import CHECKS
from gwr_docs.content.decode import Decoder, items
from gwr_docs.content.nodes import Mapping as MappingNode
from gwr_docs.content.nodes import Node
from gwr_docs.content.reader import read_nodes
from gwr_docs.content.resolve import resolve_references
from gwr_docs.content.shapes import Shaped, check_shape
from gwr_docs.content.source import decode, line_slips
from gwr_docs.diagnostics import Diagnostic, Span, fault, in_order
from gwr_docs.model.report import Report

FILES = tuple(schema.FILES)
STAMP_LENGTH = 8


def read_report(files: Mapping[str, bytes]) -> tuple[Report | None, tuple[Diagnostic, ...]]:
    """Read the content files (name -> bytes), all faults at once.

    Returns the report, or None if any error was found, and the diagnostics in the order of the files. Never raises for
    anything a file can hold.
    """
    faults: list[Diagnostic] = []
    shapes: dict[str, tuple[Shaped, Node]] = {}
    for name, shape in schema.FILES.items():
        if name not in files:
            if name not in schema.OPTIONAL:
                faults.append(fault("GWR108", Span(name, 1, 1, 2), name=name))
            continue
        root, found = _read_file(name, files[name])
        faults += found
        if root is not None and not any(d.is_error and d.code != "GWR004" for d in found):
            value, misfits = check_shape(shape, root)
            faults += misfits
            if value is not None:
                shapes[name] = (value, root)
    report = None
    if not [name for name in schema.FILES if name not in shapes and (name in files or name not in schema.OPTIONAL)]:
        report, late = _decode(shapes, _stamp(files))
        faults += late
    ordered = in_order(faults)
    return (None if any(d.is_error for d in ordered) else report), ordered


def _read_file(name: str, data: bytes) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    text, faults = decode(name, data)
    if faults:
        return None, faults
    slips = line_slips(name, text, schema.KEYS)
    root, found = read_nodes(name, text)
    if slips:  # YAML's own words for the same slip would only confuse
        near = {d.span.line + step for d in slips for step in (0, 1)}
        found = tuple(d for d in found if d.code not in ("GWR011", "GWR018") or d.span.line not in near)
        return None, (*slips, *found)
    if root is None and not found:
        return None, (fault("GWR109", Span(name, 1, 1, 2), name=name),)
    return root, found


def _decode(shapes: Mapping[str, tuple[Shaped, Node]], stamp: str) -> tuple[Report, list[Diagnostic]]:
    decoder = Decoder()
    head = cast(schema.ReportShape, shapes["report.yaml"][0])
    figures, node = shapes["figures.yaml"]
    keys = dict.fromkeys(key for key, _ in node.entries) if isinstance(node, MappingNode) else {}
    table = cast(schema.FiguresShape, figures).root
    board, board_node = shapes.get("deck.yaml", (schema.DeckShape(()), None))
    report = Report(
        cover=decoder.cover(head),
        review=decoder.review(cast(schema.ReviewShape, shapes["review.yaml"][0])),
        plan=decoder.plan(cast(schema.PlanShape, shapes["plan.yaml"][0])),
        figures={key.text: decoder.figure(key, table[key.text]) for key in keys},
        slides=tuple(decoder.slide(n, s) for n, s in zip(items(board_node), cast(schema.DeckShape, board).root, strict=False)),
        options=decoder.options(head.options),
        stamp=stamp,
    )
    faults = [*decoder.faults, *resolve_references(report)]
    for check in CHECKS:
        faults += check(report)
    return report, faults


def _stamp(files: Mapping[str, bytes]) -> str:
    """A short hash of what was read, whatever the line ends, so that a paper copy can be told from a later one."""
    digest = hashlib.sha256()
    for name in sorted(set(files) & set(schema.FILES)):
        digest.update(name.encode() + b"\0" + files[name].replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()[:STAMP_LENGTH]
