"""Shared by the tests of the summary: the shipped report's, and a setter in its looks."""

import pytest

from gwr_docs.documents.summary import Summary, plan_summary
from gwr_docs.model.report import Report
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import load_theme
from gwr_docs.typeset.setter import Setter


@pytest.fixture(scope="session")
def summary(shipped: Report) -> Summary:
    return plan_summary(shipped)


@pytest.fixture(scope="session")
def setter(book: FontBook) -> Setter:
    return Setter(load_theme("summary"), book)
