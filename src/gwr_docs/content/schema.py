"""The shape of each content file. Leaves are Scalars, so that every value keeps its place."""

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, InstanceOf, RootModel
from pydantic_core import PydanticCustomError

from gwr_docs.content.nodes import Scalar

YES = ("true", "yes", "on", "是")
NO = ("false", "no", "off", "否")


def as_list(value: object) -> object:
    """One text where a list of paragraphs may stand; a block of several lines is several paragraphs."""
    return value.lines() if isinstance(value, Scalar) else value


def as_flag(value: object) -> object:
    if isinstance(value, Scalar):
        if value.text.lower() in YES:
            return True
        if value.text.lower() in NO:
            return False
    raise PydanticCustomError("choice", "yes or no", {"expected": "是, 否"})


def _as_count(value: object) -> object:
    """To an editor +3 and 3.0 are the number 3."""
    return value.text.removeprefix("+").removesuffix(".0") if isinstance(value, Scalar) else value


def _as_word(value: object) -> object:
    return value.text if isinstance(value, Scalar) else value


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True)


# A dataclass would let pydantic build one of its own from a group of keys.
Leaf = InstanceOf[Scalar]
Lines = Annotated[tuple[Leaf, ...], BeforeValidator(as_list)]
Flag = Annotated[bool, BeforeValidator(as_flag)]
Count = Annotated[Literal["1", "2", "3", "4", "5", "6", "7", "8", "9"], BeforeValidator(_as_count)]
PartName = Annotated[Literal["review", "plan"], BeforeValidator(_as_word)]


class SpeakerShape(Shape):
    post: Leaf | None = None
    name: Leaf


class OptionsShape(Shape):
    edition_stamp: Flag = False
    cover: Flag = True
    contents: Flag = True
    annexes: Flag = True
    embed_fonts: Flag = False
    charts_in_text: Flag = False
    attach_source: Flag = False


class LookShape(Shape):
    template: Leaf | None = None
    theme: Annotated[Literal["浅色", "深色", "light", "dark"], BeforeValidator(_as_word)] = "浅色"


class ChecksShape(Shape):
    off: tuple[Leaf, ...] = ()


class ReportShape(Shape):
    title: Leaf
    meeting: Leaf | None = None
    issuer: Leaf
    speaker: SpeakerShape | None = None
    date: Leaf
    salutation: Leaf | None = None
    number: Leaf | None = None
    mark: Leaf | None = None
    address: Leaf | None = None
    options: OptionsShape = Field(default_factory=OptionsShape)
    deck: LookShape = Field(default_factory=LookShape)
    names: dict[str, Lines] = {}
    checks: ChecksShape = Field(default_factory=ChecksShape)


class TopicShape(Shape):
    title: Leaf
    text: Lines = ()
    gist: Leaf | None = None


class PartShape(Shape):
    title: Leaf
    opening: Lines = ()
    numbered: Flag = False
    topics: tuple[TopicShape, ...] = ()


class ProblemsShape(Shape):
    lead: Leaf
    items: tuple[Leaf, ...]
    close: Leaf | None = None


class ReviewShape(Shape):
    title: Leaf
    opening: Lines = ()
    parts: tuple[PartShape, ...] = ()
    thanks: Lines = ()
    problems: ProblemsShape | None = None
    closing: Lines = ()


class PlanShape(Shape):
    title: Leaf
    opening: Lines = ()
    requirement: Lines = ()
    targets: Lines = ()
    lead: Lines = ()
    parts: tuple[PartShape, ...] = ()
    closing: Lines = ()


class FigureShape(Shape):
    value: Leaf | None = None
    change: Leaf | None = None
    target: Leaf | None = None
    previous: Leaf | None = None
    history: dict[str, Leaf] = Field(default_factory=dict)
    label: Leaf | None = None
    group: Leaf | None = None
    parts: tuple[Leaf, ...] = ()
    includes: tuple[Leaf, ...] = ()
    note: Leaf | None = None
    source: Leaf | None = None


class FiguresShape(RootModel[dict[str, FigureShape]]):
    model_config = ConfigDict(arbitrary_types_allowed=True, defer_build=True)


class ChartShape(Shape):
    kind: Annotated[
        Literal["column", "bar", "doughnut", "clustered", "stacked", "line", "target"],
        BeforeValidator(_as_word),
    ]
    figures: tuple[Leaf, ...] = ()
    categories: tuple[Leaf, ...] = ()
    series: dict[str, tuple[Leaf, ...]] = Field(default_factory=dict)
    show: Annotated[Literal["value", "change"], BeforeValidator(_as_word)] = "value"
    unit: Leaf | None = None
    sort: Flag | None = None
    caption: Leaf | None = None


class PointShape(Shape):
    title: Leaf
    text: Leaf | None = None
    figure: Leaf | None = None


class SlideShape(Shape):
    layout: Annotated[
        Literal["cover", "agenda", "section", "cards", "chart", "target", "table", "points", "steps", "problems", "tasks", "closing"],
        BeforeValidator(_as_word),
    ]
    title: Leaf | None = None
    part: PartName | None = None
    number: Count | None = None
    figures: tuple[Leaf, ...] = ()
    chart: ChartShape | None = None
    points: tuple[PointShape, ...] = ()
    note: Leaf | None = None


class DeckShape(RootModel[tuple[SlideShape, ...]]):
    model_config = ConfigDict(arbitrary_types_allowed=True, defer_build=True)


class GlossaryShape(RootModel[dict[str, Lines]]):
    model_config = ConfigDict(arbitrary_types_allowed=True, defer_build=True)


FILES: dict[str, type[BaseModel]] = {
    "report.yaml": ReportShape,
    "review.yaml": ReviewShape,
    "plan.yaml": PlanShape,
    "figures.yaml": FiguresShape,
    "deck.yaml": DeckShape,
    "glossary.yaml": GlossaryShape,
}
GROUP_KINDS = ("model_type", "model_attributes_type", "dict_type")  # what pydantic says of what is no group of keys
NEEDED_BY_LAYOUT: dict[str, tuple[str, ...]] = {  # the fields that a slide of this layout cannot do without
    "section": ("part",),
    "cards": ("title", "figures"),
    "chart": ("title", "chart"),
    "target": ("title", "figures"),
    "table": ("title", "figures"),
    "points": ("title", "points"),
    "steps": ("title", "points"),
    "problems": ("title",),
    "tasks": ("title", "part"),
}
NEEDED_BY_KIND = {"stacked": "series", "line": "figures", "target": "figures"}  # what these charts draw; the others take either
OPTIONAL = frozenset({"deck.yaml", "glossary.yaml"})
SHAPES: tuple[type[BaseModel], ...] = (
    ReportShape, SpeakerShape, OptionsShape, LookShape, ChecksShape, ReviewShape, PlanShape, PartShape, TopicShape, ProblemsShape,
    FigureShape, SlideShape, ChartShape, PointShape,
)  # fmt: skip
KEYS = frozenset(name for shape in SHAPES for name in shape.model_fields)
