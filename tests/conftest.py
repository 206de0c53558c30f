"""Shared: the shipped report and the small one, read once; fonts; and the tools that some tests need."""

import os
import shutil
from pathlib import Path

import pytest

from gwr_docs.builder.checking import read_files
from gwr_docs.content.reading import read_report
from gwr_docs.model.report import Report
from gwr_docs.theme.faces import FontBook, load_fonts

ROOT = Path(__file__).parent.parent
SHIPPED = ROOT / "content"
SMALL = ROOT / "tests" / "data" / "small"
STARTER = ROOT / "src" / "gwr_docs" / "starter"
TOOLS = {"office": ("soffice",), "poppler": ("pdftotext", "pdffonts"), "outloud": ("outloud",), "node": ("node", "yaml-language-server")}


def read(folder: Path) -> Report:
    report, found = read_report(read_files(folder))
    assert report is not None, found
    return report


@pytest.fixture(scope="session")
def shipped() -> Report:
    return read(SHIPPED)


@pytest.fixture(scope="session")
def small() -> Report:
    return read(SMALL)


@pytest.fixture(scope="session")
def book() -> FontBook:
    return load_fonts()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip with the reason where a tool is missing, before any fixture needs it; fail in CI, where every tool must be there."""
    for marker, commands in TOOLS.items():
        missing = [command for command in commands if not shutil.which(command)]
        if missing and item.get_closest_marker(marker):
            reason = f"needs {', '.join(missing)} ({marker})"
            if os.environ.get("CI"):
                pytest.fail(reason)
            pytest.skip(reason)
