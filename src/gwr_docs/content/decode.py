"""Shapes to the model: texts are parsed for references, quantities read, dates understood."""

import collections.abc
import datetime
import re
import sys
import unicodedata
from collections.abc import Iterable

from gwr_docs.content import schema
from gwr_docs.content.markup import parse_markup
from gwr_docs.content.nodes import Mapping, Node, Scalar, Sequence
from gwr_docs.content.silencing import codes_off
from gwr_docs.diagnostics import Diagnostic, Span, fault
from gwr_docs.model.figures import Entry, Figure, Mention
from gwr_docs.model.glossary import Term
from gwr_docs.model.inline import Paragraph, Text
from gwr_docs.model.quantities import MOST_DIGITS, parse_change, parse_quantity
from gwr_docs.model.report import Cover, Kind, Look, Options, Part, Problems, Section, Template, Topic
from gwr_docs.model.storyboard import Chart, Layout, Point, Slide

_DATE = re.compile(r"(\d{4})(?:-|年)(\d{1,2})(?:-|月)(\d{1,2})日?")
EARLIEST, LATEST = 1980, 2099  # years that the entries of an office file can hold
_TYPED_NUMBER = re.compile(r"第?[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.、．](?!\d)")
_GROUPED = re.compile(r"(?P<before>\d)(?:,\d{3}|，\d{3}(?!\d))")
_WIDE_DIGIT = re.compile(r"(?P<before>)(?![0-9])\d")
_NO_NUMBER = re.compile(rf"^[+-]?\.(?:inf|nan)$|[0-9]{{{MOST_DIGITS + 1}}}", re.IGNORECASE)  # YAML's own infinity, and beyond any count
_TEMPLATE = re.compile(r"(?!\.)[^/\\:*?\"<>|]+\.pptx", re.IGNORECASE)
_ADDRESS = r"(?i)https?://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?(?:[/?#][!-~]*)?"
LONGEST_NAME = 200  # bytes of a file name; systems end at 255
ON_SLIDES, IN_CHARTS = ("title", "number"), ("kind", "unit")  # values whose places are kept
JOINTS = "，、；"  # what runs two names or amounts together
LONGEST_ADDRESS = 200  # characters: more make a code too fine for telephones
Files = collections.abc.Mapping[str, bytes]


class Decoder:
    """Turns shapes into model values; what is wrong on the way is gathered in `faults`."""

    def __init__(self) -> None:
        self.faults: list[Diagnostic] = []
        self.lost: set[str] = set()  # figures with a fault: what is said of them later would only repeat it
        self.slides: list[Span] = []  # where each begins
        self.knows_figures = False  # whether figures.yaml could be read at all

    def text(self, scalar: Scalar | None) -> Paragraph:
        if scalar is None:
            return ()
        if "\n" in scalar.text:
            self.faults.append(fault("GWR110", scalar.span))
        paragraph, faults = parse_markup(scalar)
        self.faults += faults
        return paragraph

    def title(self, scalar: Scalar) -> Paragraph:
        """A title stands on one line; over several it has swallowed the text whose `text:` is missing."""
        if "\n" not in scalar.text and any(line != scalar.place.line for _, line, _ in scalar.place.later):
            self.faults.append(fault("GWR111", scalar.span))
        elif typed := _TYPED_NUMBER.match(scalar.text):
            self.faults.append(fault("GWR308", scalar.place.span(0, typed.end()), number=typed[0]))
        return self.text(scalar)

    def texts(self, scalars: Iterable[Scalar]) -> tuple[Paragraph, ...]:
        return tuple(self.text(line) for scalar in scalars for line in scalar.lines())

    def cover(self, shape: schema.ReportShape) -> Cover:
        speaker = shape.speaker
        return Cover(
            title=self.text(shape.title),
            meeting=self.text(shape.meeting),
            issuer=self.text(shape.issuer),
            post=self.text(speaker.post) if speaker else (),
            speaker=self.text(speaker.name) if speaker else (),
            date=self.date(shape.date),
            salutation=self.text(shape.salutation),
            number=self.text(shape.number),
            mark=self.text(shape.mark),
            address=self.address(shape.address),
        )

    def address(self, scalar: Scalar | None) -> str:
        """Where the report stands on the web; it is printed and scanned, so it is plain ASCII."""
        if scalar is None:
            return ""
        if len(scalar.text) > LONGEST_ADDRESS or not re.fullmatch(_ADDRESS, scalar.text):
            self.faults.append(fault("GWR120", scalar.span, value=scalar.text[:40]))
            return ""
        return scalar.text

    def options(self, shape: schema.OptionsShape) -> Options:
        return Options(**{name: getattr(shape, name) for name in schema.OptionsShape.model_fields})

    def names(self, shape: schema.ReportShape) -> dict[str, tuple[str, ...]]:
        for other in (other for others in shape.names.values() for other in others):
            if (at := _joint(other.text)) is not None:
                from gwr_docs.content.rewriting import pieces  # needed only for the fault

                guess = ", ".join(pieces(other.text))
                self.faults.append(fault("GWR142", other.place.span(at, at + 1), name=other.text, guess=guess))
        return {name: tuple(other.text for other in others) for name, others in shape.names.items()}

    def off(self, shape: schema.ReportShape) -> frozenset[str]:
        codes, faults = codes_off(shape)
        self.faults += faults
        return codes

    def look(self, shape: schema.LookShape, files: Files) -> Look:
        theme = "dark" if shape.theme in ("深色", "dark") else "light"
        if shape.template is None:
            return Look(theme)
        name, span = shape.template.text, shape.template.span
        if not is_template(name):
            self.faults.append(fault("GWR114", span, name=name))
        elif name not in files:
            self.faults.append(fault("GWR115", span, name=name))
        return Look(theme, Template(name, span, files.get(name, b"")))

    def date(self, scalar: Scalar) -> datetime.date:
        match = _DATE.fullmatch(scalar.text)
        try:
            if match and EARLIEST <= int(match[1]) <= LATEST:
                return datetime.date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            pass
        self.faults.append(fault("GWR106", scalar.span, value=scalar.text))
        return datetime.date(1980, 1, 1)

    def review(self, shape: schema.ReviewShape) -> Section:
        problems = shape.problems
        return Section(
            kind=Kind.REVIEW,
            title=self.title(shape.title),
            opening=self.texts(shape.opening),
            parts=tuple(self.part(part) for part in shape.parts),
            thanks=self.texts(shape.thanks),
            problems=Problems(self.text(problems.lead), self.texts(problems.items), self.text(problems.close)) if problems else None,
            closing=self.texts(shape.closing),
        )

    def plan(self, shape: schema.PlanShape) -> Section:
        return Section(
            kind=Kind.PLAN,
            title=self.title(shape.title),
            opening=self.texts(shape.opening),
            requirement=self.texts(shape.requirement),
            targets=self.texts(shape.targets),
            lead=self.texts(shape.lead),
            parts=tuple(self.part(part) for part in shape.parts),
            closing=self.texts(shape.closing),
        )

    def part(self, shape: schema.PartShape) -> Part:
        return Part(
            title=self.title(shape.title),
            topics=tuple(Topic(self.title(t.title), self.texts(t.text), self.text(t.gist)) for t in shape.topics),
            opening=self.texts(shape.opening),
            numbered=shape.numbered,
        )

    def figures(self, root: Node | None, shapes: dict[str, schema.FigureShape]) -> dict[str, Figure]:
        """All figures without a fault, by name."""
        keys = [key for key, _ in entries(root)]
        groups = [node for _, node in entries(root) if isinstance(node, Mapping)]
        self.knows_figures = root is not None and bool(shapes or groups or not keys)
        read = {key.text: self.figure(key, shapes[key.text]) for key in keys if key.text in shapes}
        self.lost |= {key.text for key in keys} - set(shapes)
        self.lost |= {key.text for group in groups for key, node in group.entries if isinstance(node, Mapping)} - {"history"}  # GWR146
        return {name: figure for name, figure in read.items() if name not in self.lost}

    def figure(self, key: Scalar, shape: schema.FigureShape) -> Figure:
        name, before = sys.intern(key.text), len(self.faults)
        if not name or set(name) & set("【】·"):
            self.faults.append(fault("GWR208", key.span, name=name))
        if not (shape.value or shape.change or shape.target):
            self.faults.append(fault("GWR209", key.span, name=name))
        figure = Figure(
            name=name,
            span=key.span,
            value=self.entry(shape.value),
            change=self.entry(shape.change),
            target=self.entry(shape.target),
            previous=self.entry(shape.previous),
            history=tuple((year, entry) for year, scalar in shape.history.items() if (entry := self.entry(scalar))),
            label=self.word(shape.label),
            label_span=shape.label.span if shape.label and shape.label.text else None,
            group=self.word(shape.group),
            group_span=shape.group.span if shape.group else None,
            parts=mentions(shape.parts),
            includes=mentions(shape.includes),
            note=self.word(shape.note),
            source=self.word(shape.source),
            words=tuple(Text(word.text, word.place) for word in (shape.label, shape.note, shape.source) if word),
        )
        if figure.value and figure.quantity is None:
            self.check_apart(name, figure.value)
        if len(self.faults) > before:
            self.lost.add(name)
        return figure

    def check_apart(self, name: str, value: Entry) -> None:
        """36亿元，同比上涨18%: the change belongs into a field of its own."""
        if (at := _joint(value.text)) is None:
            return
        number, change = value.text[:at], value.text[at + 1 :]
        if parse_quantity(number) and parse_change(change):
            span = value.place.span(at, len(value.text))
            self.faults.append(fault("GWR147", span, name=name, value=number, change=change))

    def terms(self, entries: Iterable[tuple[Scalar, tuple[Scalar, ...]]]) -> tuple[Term, ...]:
        """The glossary; a term without a name or a meaning is a fault."""
        out = []
        for key, lines in entries:
            meaning = self.texts(lines)
            if key.text and meaning:
                out.append(Term(self.word(key), key.span, meaning))
            else:
                self.faults.append(fault("GWR104", key.span, key=key.text))
        return tuple(out)

    def entry(self, scalar: Scalar | None) -> Entry | None:
        if scalar is None:
            return None
        self.check_digits(scalar)
        self.word(scalar)
        change = parse_change(scalar.text)
        return Entry(scalar.text, scalar.place, None if change else parse_quantity(scalar.text), change)

    def word(self, scalar: Scalar | None) -> str:
        """A name or note of one line."""
        if scalar is None:
            return ""
        if "\n" in scalar.text:
            self.faults.append(fault("GWR110", scalar.span))
        return scalar.text

    def check_digits(self, scalar: Scalar) -> None:
        """Full-width digits and grouping commas look right in print and are no number to any program."""
        wrong = _GROUPED.search(scalar.text) or _WIDE_DIGIT.search(scalar.text)
        if wrong:
            at = wrong.end("before")
            plain = unicodedata.normalize("NFKC", scalar.text).replace(",", "")
            self.faults.append(fault("GWR207", scalar.place.span(at, at + 1), value=scalar.text, plain=plain))
        elif _NO_NUMBER.search(scalar.text):
            self.faults.append(fault("GWR211", scalar.span, value=scalar.text[:12], most=MOST_DIGITS))

    def slide(self, node: Node, shape: schema.SlideShape) -> Slide:
        layout = node.get("layout") if isinstance(node, Mapping) else None
        span = layout.span if layout is not None else node.span
        self.require(span, shape)
        return Slide(
            layout=Layout(shape.layout),
            span=span,
            title=self.text(shape.title),
            part=shape.part or "",
            number=int(shape.number or 0),
            figures=mentions(shape.figures),
            chart=self.chart(shape.chart) if shape.chart else None,
            points=tuple(self.point(point) for point in shape.points),
            note=self.text(shape.note),
            places=_places(node),
        )

    def require(self, span: Span, shape: schema.SlideShape) -> None:
        """The fields that a layout cannot do without."""
        for name in schema.NEEDED_BY_LAYOUT.get(shape.layout, ()):
            if not getattr(shape, name):
                self.faults.append(fault("GWR107", span, layout=shape.layout, key=name))
        if shape.number and not shape.part:
            self.faults.append(fault("GWR107", span, layout=shape.layout, key="part"))

    def chart(self, shape: schema.ChartShape) -> Chart:
        return Chart(
            kind=shape.kind,
            show=shape.show,
            unit=self.word(shape.unit),
            figures=mentions(shape.figures),
            categories=tuple(self.word(scalar) for scalar in shape.categories),
            series=tuple((name, mentions(row)) for name, row in shape.series.items()),
            ranked=shape.sort,
            caption=self.text(shape.caption),
        )

    def point(self, shape: schema.PointShape) -> Point:
        figure = mentions((shape.figure,))[0] if shape.figure else None
        return Point(self.text(shape.title), self.text(shape.text), figure)


def _joint(text: str) -> int | None:
    return next((index for index, character in enumerate(text) if character in JOINTS), None)


def _places(slide: Node) -> dict[str, Span]:
    """Where those values of a slide stand of which faults are told."""
    chart = slide.get("chart") if isinstance(slide, Mapping) else None
    found = (
        (name, group.get(name)) for group, names in ((slide, ON_SLIDES), (chart, IN_CHARTS)) if isinstance(group, Mapping) for name in names
    )
    return {name: value.span for name, value in found if isinstance(value, Scalar) and not value.empty}


def is_template(name: str) -> bool:
    """Whether this can only be a presentation in the content folder itself, on every system."""
    return _TEMPLATE.fullmatch(name) is not None and len(name.encode(errors="replace")) <= LONGEST_NAME


def mentions(scalars: Iterable[Scalar]) -> tuple[Mention, ...]:
    return tuple(Mention(sys.intern(scalar.text), scalar.span) for scalar in scalars)


def items(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, Sequence) else ()


def entries(node: Node | None) -> tuple[tuple[Scalar, Node], ...]:
    return node.entries if isinstance(node, Mapping) else ()
