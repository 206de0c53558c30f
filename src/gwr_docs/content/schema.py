"""The shape of each content file. Leaves are Scalars, so that every value keeps its place."""

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, RootModel
from pydantic_core import PydanticCustomError

from gwr_docs.content.nodes import Scalar

YES = ("true", "yes", "on", "是")
NO = ("false", "no", "off", "否")


def _as_list(value: object) -> object:
    """One text where a list of paragraphs may stand; a block of several lines is several paragraphs."""
    return value.lines() if isinstance(value, Scalar) else value


def _as_flag(value: object) -> object:
    if isinstance(value, Scalar):
        if value.text.lower() in YES:
            return True
        if value.text.lower() in NO:
            return False
    raise PydanticCustomError("choice", "yes or no", {"expected": "是, 否"})


def _as_word(value: object) -> object:
    return value.text if isinstance(value, Scalar) else value


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


Lines = Annotated[tuple[Scalar, ...], BeforeValidator(_as_list)]
Flag = Annotated[bool, BeforeValidator(_as_flag)]
PartName = Annotated[Literal["review", "plan"], BeforeValidator(_as_word)]


class SpeakerShape(Shape):
    post: Scalar | None = None
    name: Scalar


class OptionsShape(Shape):
    edition_stamp: Flag = False


class ReportShape(Shape):
    title: Scalar
    meeting: Scalar | None = None
    issuer: Scalar
    speaker: SpeakerShape | None = None
    date: Scalar
    salutation: Scalar | None = None
    options: OptionsShape = OptionsShape()


class TopicShape(Shape):
    title: Scalar
    text: Lines = ()
    gist: Scalar | None = None


class PartShape(Shape):
    title: Scalar
    opening: Lines = ()
    numbered: Flag = False
    topics: tuple[TopicShape, ...] = ()


class ProblemsShape(Shape):
    lead: Scalar
    items: tuple[Scalar, ...]
    close: Scalar | None = None


class ReviewShape(Shape):
    title: Scalar
    opening: Lines = ()
    parts: tuple[PartShape, ...] = ()
    thanks: Lines = ()
    problems: ProblemsShape | None = None
    closing: Lines = ()


class PlanShape(Shape):
    title: Scalar
    opening: Lines = ()
    requirement: Lines = ()
    targets: Lines = ()
    lead: Lines = ()
    parts: tuple[PartShape, ...] = ()
    closing: Lines = ()


class FigureShape(Shape):
    value: Scalar | None = None
    change: Scalar | None = None
    target: Scalar | None = None
    previous: Scalar | None = None
    history: dict[str, Scalar] = {}
    label: Scalar | None = None
    group: Scalar | None = None
    parts: tuple[Scalar, ...] = ()
    includes: tuple[Scalar, ...] = ()
    note: Scalar | None = None
    source: Scalar | None = None


class FiguresShape(RootModel[dict[str, FigureShape]]):
    model_config = ConfigDict(arbitrary_types_allowed=True)


class ChartShape(Shape):
    kind: Annotated[Literal["column", "bar", "doughnut", "clustered"], BeforeValidator(_as_word)]
    figures: tuple[Scalar, ...] = ()
    categories: tuple[Scalar, ...] = ()
    series: dict[str, tuple[Scalar, ...]] = {}
    show: Annotated[Literal["value", "change"], BeforeValidator(_as_word)] = "value"
    unit: Scalar | None = None


class PointShape(Shape):
    title: Scalar
    text: Scalar | None = None
    figure: Scalar | None = None


class SlideShape(Shape):
    layout: Annotated[
        Literal["cover", "section", "cards", "chart", "target", "points", "problems", "tasks", "closing"],
        BeforeValidator(_as_word),
    ]
    title: Scalar | None = None
    part: PartName | None = None
    figures: tuple[Scalar, ...] = ()
    chart: ChartShape | None = None
    points: tuple[PointShape, ...] = ()
    note: Scalar | None = None


class DeckShape(RootModel[tuple[SlideShape, ...]]):
    model_config = ConfigDict(arbitrary_types_allowed=True)


FILES: dict[str, type[BaseModel]] = {
    "report.yaml": ReportShape,
    "review.yaml": ReviewShape,
    "plan.yaml": PlanShape,
    "figures.yaml": FiguresShape,
    "deck.yaml": DeckShape,
}
OPTIONAL = frozenset({"deck.yaml"})
SHAPES: tuple[type[BaseModel], ...] = (
    ReportShape, SpeakerShape, OptionsShape, ReviewShape, PlanShape, PartShape, TopicShape, ProblemsShape,
    FigureShape, SlideShape, ChartShape, PointShape,
)  # fmt: skip
KEYS = frozenset(name for shape in SHAPES for name in shape.model_fields)
