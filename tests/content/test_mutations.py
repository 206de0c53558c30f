"""The shipped content, spoiled at random: reading never raises and never takes long."""

import os
import time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gwr_docs.content.reading import FILES, read_report
from gwr_docs.diagnostics.rendering import render, to_json
from tests.content.fixtures import shipped

EXAMPLES = int(os.environ.get("GWR_FUZZ", "150"))
WORDS = ("# gwr: ok GWR701", "（", "”", "- ", ": ", "\n  ", "<<: ", "---\n", "\\x", "\\ud800")
KINDS = ("insert", "delete", "replace", "cut line", "double line", "move line", "bytes")
SPOILING = (*"：:-－#&*!@%`'\"[]{}|>?,【】·\t\r\n\\0９", *"\u3000\u00a0\u200b\ufeff\0\ud800\U0001f600a一", *WORDS)
SPOILERS = st.sampled_from(SPOILING) | st.text(max_size=3)
PLACES = st.floats(0, 1, exclude_max=True)
EDITS = st.lists(st.tuples(st.sampled_from(FILES), st.sampled_from(KINDS), PLACES, PLACES, SPOILERS), min_size=1, max_size=5)


def spoil(data: bytes, kind: str, first: float, second: float, spoiler: str) -> bytes:
    text = data.decode("utf-8", "surrogateescape")
    lines = text.split("\n")
    at, line, other = int(first * len(text)), int(first * len(lines)), int(second * len(lines))
    if kind == "bytes":
        cut = int(first * len(data))
        return data[:cut] + spoiler.encode("gb18030", "replace") + data[cut + 1 :]
    if kind == "insert":
        text = text[:at] + spoiler + text[at:]
    elif kind == "delete":
        text = text[:at] + text[at + 1 + int(second * 20) :]
    elif kind == "replace":
        text = text[:at] + spoiler + text[at + 1 :]
    else:
        taken = lines[line] if kind == "double line" else lines.pop(line)
        if kind != "cut line":
            lines.insert(other, taken)
        text = "\n".join(lines)
    return text.encode("utf-8", "surrogatepass" if "\ud800" in text else "surrogateescape")


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(EDITS)
def test_no_spoiled_content_breaks_the_reader(edits: list[tuple[str, str, float, float, str]]) -> None:
    files = shipped()
    for name, kind, first, second, spoiler in edits:
        try:
            files[name] = spoil(files[name], kind, first, second, spoiler)
        except UnicodeEncodeError:  # a half pair beside broken bytes
            continue
    start = time.perf_counter()
    report, found = read_report(files)
    assert time.perf_counter() - start < 2
    assert (report is None) == any(d.is_error for d in found)
    sources = {name: data.decode("utf-8", "replace") for name, data in files.items()}
    for lang in ("zh", "en"):
        assert render(found, sources, lang) or not found
        assert to_json(found, lang)
    for diagnostic in found:
        lines = sources.get(diagnostic.span.file, "").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert 1 <= diagnostic.span.line <= len(lines)
        assert 1 <= diagnostic.span.column < diagnostic.span.end
