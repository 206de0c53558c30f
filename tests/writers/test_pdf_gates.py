"""The archive and accessibility gates: good files pass, planted faults are caught."""

import io
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from tools.make_profile import FILE, make
from tools.pdfa_check import problems

from gwr_docs.documents.summary import plan_summary
from gwr_docs.model.report import Report
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import load_theme
from gwr_docs.typeset.flow import Page
from gwr_docs.typeset.ink import Rect
from gwr_docs.typeset.tags import Kind, Tag
from gwr_docs.writers.pdf.attachments import Attachment
from gwr_docs.writers.pdf.document import write_pages
from gwr_docs.writers.pdf.summary import write_summary
from tests.writers.test_pdf_structure import ABOUT, LOOK, text, write

ISSUED = 1_672_185_600
# False alarms: "empty" heads of tables in Chinese, and alt text that is called too short because Chinese has no word spaces.
KNOWN = {"TBL-014", "FIG-012"}


@pytest.fixture(scope="module")
def shipped_data(shipped: Report, book: FontBook) -> bytes:
    return write_summary(plan_summary(shipped), load_theme("summary"), book, ISSUED)[0]


@pytest.fixture(scope="module")
def small_data(small: Report, book: FontBook) -> bytes:
    return write_summary(plan_summary(small), load_theme("summary"), book, ISSUED)[0]


def heard(data: bytes, folder: Path) -> set[str]:
    """The rules of PDF/UA that outloud finds broken, warnings included."""
    path = folder / "heard.pdf"
    path.write_bytes(data)
    command = ["outloud", "--skip", ",".join(sorted(KNOWN)), "--fail-on", "never", "--json", "-", str(path)]
    said = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    (result,) = said["results"]
    assert not result["error"]
    return {found["rule"] for found in result["findings"] if found["severity"] != "info"}


def changed(data: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def test_the_summary_is_archival(shipped_data: bytes) -> None:
    assert list(problems(shipped_data)) == []


@pytest.mark.outloud
def test_the_summary_is_accessible(shipped_data: bytes, tmp_path: Path) -> None:
    assert heard(shipped_data, tmp_path) == set()


def test_the_small_summary_is_archival(small_data: bytes) -> None:
    assert list(problems(small_data)) == []


@pytest.mark.outloud
def test_the_small_summary_is_accessible(small_data: bytes, tmp_path: Path) -> None:
    assert heard(small_data, tmp_path) == set()


def test_the_syntax_is_clean(shipped_data: bytes, tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(shipped_data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.pdf_version == "1.7"
    if shutil.which("qpdf"):
        path = tmp_path / "summary.pdf"
        path.write_bytes(shipped_data)
        subprocess.run(["qpdf", "--check", str(path)], capture_output=True, check=True)


def good(book: FontBook, alt: str = "产值三年连增的柱形图", kinds: tuple[Kind, Kind, Kind] = ("H1", "H2", "H3")) -> bytes:
    """A document with all that can be spoilt."""
    figure = Tag("Figure", alt=alt)
    heads = [text(f"第{word}级标题", Tag(kind), y=40 + 30 * i) for i, (word, kind) in enumerate(zip("一二三", kinds, strict=True))]
    return write(book, [*heads, text("一段正文。", Tag("P"), y=150), Rect(100, 200, 50, 80, "red", figure), text("36亿元", figure, y=300)])


def test_the_good_document_is_archival(book: FontBook) -> None:
    assert list(problems(good(book))) == []


@pytest.mark.outloud
def test_the_good_document_is_accessible(book: FontBook, tmp_path: Path) -> None:
    assert heard(good(book), tmp_path) == set()


@pytest.mark.outloud
def test_a_figure_without_words_is_caught(book: FontBook, tmp_path: Path) -> None:
    assert any(rule.startswith("FIG") for rule in heard(good(book, alt=""), tmp_path))


@pytest.mark.outloud
def test_a_skipped_heading_is_caught(book: FontBook, tmp_path: Path) -> None:
    assert any(rule.startswith("HDG") for rule in heard(good(book, kinds=("H1", "H3", "H3")), tmp_path))


@pytest.mark.outloud
def test_untagged_text_is_caught(book: FontBook, tmp_path: Path) -> None:
    def strip(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.Contents = pdf.make_stream(re.sub(rb"/P <<[^>]*>> BDC\n(.*?)EMC\n", rb"\1", page.Contents.read_bytes(), flags=re.DOTALL))

    assert heard(changed(good(book), strip), tmp_path)


def mute(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang
    del pdf.Root.StructTreeRoot.K[0].Lang


def remove_fonts(pdf: pikepdf.Pdf) -> None:
    for found in pdf.objects:
        if isinstance(found, pikepdf.Dictionary) and "/FontFile2" in found:
            del found.FontFile2


def test_a_missing_language_is_caught(book: FontBook) -> None:
    assert any("/Lang" in problem for problem in problems(changed(good(book), mute)))


@pytest.mark.outloud
def test_a_missing_language_is_heard(book: FontBook, tmp_path: Path) -> None:
    assert heard(changed(good(book), mute), tmp_path)


def test_a_removed_font_is_caught(book: FontBook) -> None:
    assert list(problems(changed(good(book), remove_fonts)))


@pytest.mark.outloud
def test_a_removed_font_is_heard(book: FontBook, tmp_path: Path) -> None:
    assert heard(changed(good(book), remove_fonts), tmp_path)


@pytest.mark.parametrize("key", ["/StructTreeRoot", "/MarkInfo", "/ViewerPreferences", "/Metadata", "/OutputIntents"])
def test_a_missing_part_of_the_catalog_is_caught(book: FontBook, key: str) -> None:
    def remove(pdf: pikepdf.Pdf) -> None:
        del pdf.Root[key]

    assert list(problems(changed(good(book), remove)))


def test_a_missing_end_of_line_is_caught(book: FontBook) -> None:
    assert any("endstream" in problem for problem in problems(good(book).replace(b"\nendstream", b"endstream", 1)))


def test_the_colour_profile_is_the_one_on_record() -> None:
    assert FILE.read_bytes() == make()
    size, version, kind = int.from_bytes(make()[:4], "big"), make()[8], make()[12:24]
    assert (size, version, kind) == (len(make()), 2, b"mntrRGB XYZ ")


FILES = (
    Attachment("report.yaml", "报告的源文件", "application/yaml", "标题: 政府工作报告\n".encode()),
    Attachment("figures.csv", "报告中的指标", "text/csv", "指标,数值\n".encode(), "Data"),
)


def attached(book: FontBook) -> bytes:
    return write_pages([Page((text("一段正文。", Tag("P")),), ())], LOOK, book, ABOUT, FILES)


def test_attached_files_make_it_part_3(book: FontBook) -> None:
    data = attached(book)
    assert list(problems(data)) == []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert {name: bytes(pdf.attachments[name].get_file().read_bytes()) for name in pdf.attachments} == {
            file.name: file.data for file in FILES
        }
        assert pdf.open_metadata()["pdfaid:part"] == "3"
        assert [str(file.AFRelationship) for file in pdf.Root.AF] == ["/Data", "/Source"]
        embedded = pdf.Root.AF[1].EF.F
        assert embedded.Subtype == "/application/yaml"


@pytest.mark.outloud
def test_attached_files_leave_it_accessible(book: FontBook, tmp_path: Path) -> None:
    assert heard(attached(book), tmp_path) == set()
