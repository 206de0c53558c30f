"""The one way in: the bytes of the content files to a checked Report."""

import hashlib
from codecs import BOM_UTF8
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from gwr_docs.content import schema
from gwr_docs.content.checks import CHECKS, PROSE_CHECKS, Check
from gwr_docs.content.decode import Decoder, entries, is_template, items
from gwr_docs.content.held_back import causes
from gwr_docs.content.nodes import Mapping as MappingNode
from gwr_docs.content.nodes import Node, Scalar
from gwr_docs.content.prose import gather
from gwr_docs.content.reader import read_nodes
from gwr_docs.content.resolve import resolve_references
from gwr_docs.content.shapes import Shaped, check_shape, stand_in
from gwr_docs.content.silencing import unsilenced
from gwr_docs.content.source import decode, line_slips
from gwr_docs.content.unread import Unread
from gwr_docs.diagnostics import Diagnostic, Span, fault, in_order, merged
from gwr_docs.model.report import Report

FILES = tuple(schema.FILES)
STAMP_LENGTH = 8
SYNTAX = frozenset({"GWR005", "GWR008", "GWR009", "GWR011", "GWR018", *(f"GWR{number:03}" for number in range(21, 36))})
CAUSES = {
    "GWR204": ("figure", "key"),
    "GWR206": ("figure",),
    "GWR303": ("name", "value"),
    "GWR304": ("name", "unit", "other"),
}  # told once, with all places


def read_report(files: Mapping[str, bytes], further: Iterable[Check] = ()) -> tuple[Report | None, tuple[Diagnostic, ...]]:
    """Read the content files (name -> bytes), all faults at once, also those that `further` checks find in what could be read.

    Returns the report, or None if any error was found, and the diagnostics in the order of file names. Never raises for
    anything a file can hold. A file with faults is read as far as it goes, so that those of the others come too.
    """
    decoder, faults = Decoder(), list[Diagnostic]()
    parts: dict[str, Any] = {"stamp": _stamp(files)}
    # The file with the most keys first: its nodes, several times its text, are gone before the rest of the report takes room.
    for name in sorted(schema.FILES, key=lambda name: -files.get(name, b"").count(b":")):
        part, found = _read_part(name, files, decoder)
        parts |= part
        faults += found
    report = Report(**parts)
    missing, strays = _named(files)
    faults += missing
    late = [*strays, *decoder.faults]
    unread = Unread(files, faults, decoder.slides)
    if decoder.knows_figures:
        late += _resolved(report, decoder.lost, unread)
        late += _checked(report)
    told = {d.span for d in faults}
    late += (d for check in further for d in check(report) if d.span not in told)
    found = in_order(merged((*faults, *unread.rest(late)), CAUSES))
    ordered = in_order(unsilenced(causes(found), marked_texts(files), report.off))
    return (None if any(d.is_error for d in ordered) else report), ordered


def _named(files: Mapping[str, bytes]) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """What the names of the files say: which are missing, and which are read by nobody."""
    if schema.FILES.keys() >= files.keys() >= schema.FILES.keys() - schema.OPTIONAL:
        return [], []
    from gwr_docs.content.neighbours import check_names

    found = list(check_names(files))
    return [d for d in found if d.is_error], [d for d in found if not d.is_error]


def _resolved(report: Report, lost: Collection[str], unread: Unread) -> Iterator[Diagnostic]:
    faults, unknown = resolve_references(report, lost)
    yield from faults
    if unknown:
        from gwr_docs.content.unknown import unknown_figures

        yield from unknown_figures(unknown, report, lost, unread.may_name)


def _checked(report: Report) -> Iterator[Diagnostic]:
    for check in CHECKS:
        yield from check(report)
    prose = gather(report)
    for check_text in PROSE_CHECKS:
        yield from check_text(prose)


def marked_texts(files: Mapping[str, bytes]) -> dict[str, str]:
    """The texts of the content files that may hold marks of silence."""
    return {name: decode(name, files[name])[0] for name in FILES if b"gwr" in files.get(name, b"").lower()}


def _read_part(name: str, files: Mapping[str, bytes], decoder: Decoder) -> tuple[Mapping[str, Any], tuple[Diagnostic, ...]]:
    """What one file gives of the report, as if it were empty when it cannot be read, and what keeps it from being read whole."""
    shape = schema.FILES[name]
    if name in files:
        root, found = _read_file(name, files[name])
    else:
        root, found = None, ()
    value, misfits = check_shape(shape, root) if root is not None else (None, ())
    if misfits and root is not None:
        from gwr_docs.content.misplaced import holds  # needed only once a file does not fit

        if other := holds(name, root, files, len(misfits)):
            value, misfits = None, (fault("GWR144", Span(name, 1, 1, 2), name=name, other=other),)
    faults = (*found, *misfits)
    if faults and root is not None:
        from gwr_docs.content.slips.misfits import recast  # needed only once a file is broken

        faults = recast(decode(name, files[name])[0], faults)
    return _decode(decoder, value or stand_in(shape), root if value else None, files), faults


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
        near = {d.span.line + step for d in slips for step in (-1, 0, 1)}
        first = min(d.span.line for d in slips)
        found = tuple(d for d in found if d.code not in SYNTAX or (d.span.line not in near and (d.code != "GWR011" or d.span.line < first)))
        return None, (*slips, *found)
    if root is None and not found:
        return None, (fault("GWR109", Span(name, 1, 1, 2), name=name),)
    return root, found


def _decode(decoder: Decoder, shape: Shaped, root: Node | None, files: Mapping[str, bytes]) -> Mapping[str, Any]:
    """Fields of Report; `root` is None for an empty file that stands in for one."""
    match shape:
        case schema.ReportShape():
            checks = {"names": decoder.names(shape), "off": decoder.off(shape)}
            return {
                "cover": decoder.cover(shape),
                "options": decoder.options(shape.options),
                "look": decoder.look(shape.deck, files),
            } | checks
        case schema.ReviewShape():
            return {"review": decoder.review(shape)}
        case schema.PlanShape():
            return {"plan": decoder.plan(shape)}
        case schema.FiguresShape():
            return {"figures": decoder.figures(root, shape.root)}
        case schema.DeckShape():
            decoder.slides = [node.span for node in items(root)]
            return {"slides": tuple(decoder.slide(n, s) for n, s in zip(items(root), shape.root, strict=False))}
        case schema.GlossaryShape():
            return {"glossary": decoder.terms((key, shape.root[key.text]) for key, _ in entries(root) if key.text in shape.root)}
    raise TypeError(shape)


def _stamp(files: Mapping[str, bytes]) -> str:
    """A short hash of what was read, whatever the line ends, so that a paper copy can be told from a later one."""
    digest = hashlib.sha256()
    for name in sorted(set(files) & set(schema.FILES)):
        data = files[name].removeprefix(BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        digest.update(name.encode() + b"\0" + data + b"\0")
    return digest.hexdigest()[:STAMP_LENGTH]
