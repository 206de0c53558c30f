"""The file's root: what holds for the document as a whole (ISO 32000-1 7.7.2)."""

from collections.abc import Mapping

from gwr_docs.writers.pdf.metadata import Properties, add_output_intent, add_xmp
from gwr_docs.writers.pdf.objects import Name, Objects, Ref, Value

ARCHIVE, ARCHIVE_WITH_FILES = 2, 3  # parts of ISO 19005


def add_catalog(
    objects: Objects,
    pages: Ref,
    structure: Ref,
    profile: bytes,
    about: Properties,
    front: int,
    folded: bool,
    more: Mapping[str, Value],
) -> Ref:
    """The first `front` pages have Roman numbers; sheets that are `folded` are turned over their short edge.

    `more` are the entries that not every file has: outline, attached files.
    """
    catalog: dict[str, Value] = {
        "Type": Name("Catalog"),
        "Pages": pages,
        "Lang": about.language,
        "MarkInfo": {"Marked": True},
        "StructTreeRoot": structure,
        "ViewerPreferences": _preferences(folded),
        "PageLabels": {"Nums": [0, {"S": Name("r")}, front, {"S": Name("D")}] if front else [0, {"S": Name("D")}]},
        "Metadata": add_xmp(objects, about, ARCHIVE_WITH_FILES if "AF" in more else ARCHIVE),
        "OutputIntents": [add_output_intent(objects, profile)],
    }
    return objects.add({**catalog, **more})


def _preferences(folded: bool) -> dict[str, Value]:
    """How the file is shown, and printed: on both sides, and in its own size, since margins are measured (ISO 32000-1 12.2)."""
    turned = Name("DuplexFlipShortEdge") if folded else Name("DuplexFlipLongEdge")
    return {"DisplayDocTitle": True, "Duplex": turned, "PrintScaling": Name("None")}
