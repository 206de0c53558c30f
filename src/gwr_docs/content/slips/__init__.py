"""What a person would say of a file that YAML cannot read: which slip it is, and where.

A slip is a plain function from the trouble to the changes that would mend it. The first change with which the parser reads on
tells what the slip was, so that the hint, if obeyed, is right. Nothing here runs on a sound file.
"""

from collections.abc import Callable, Iterator
from itertools import islice

import yaml

from gwr_docs.content.slips.braces import (
    doubled_opener,
    lost_closer,
    lost_commas,
    lost_opener,
    spare_closer,
    spare_sign,
    wide_marks,
    wrong_closer,
)
from gwr_docs.content.slips.breaks import block_head, broken_braces, broken_line, lost_break, odd_block_head, stray_line
from gwr_docs.content.slips.colons import colon_in_text, glued_colon, lost_colon
from gwr_docs.content.slips.indents import indent, lost_dash
from gwr_docs.content.slips.known import bad_escape, no_key, other, too_deep, unquoted
from gwr_docs.content.slips.quotes import straight, unclosed
from gwr_docs.content.slips.trouble import END, Mend, Trouble, reach, trouble
from gwr_docs.diagnostics import Diagnostic

SLIPS: tuple[Callable[[Trouble], Iterator[Mend]], ...] = (
    unclosed,
    straight,
    block_head,
    odd_block_head,
    wide_marks,
    lost_commas,
    wrong_closer,
    doubled_opener,
    broken_braces,
    lost_closer,
    lost_opener,
    spare_closer,
    spare_sign,
    lost_dash,
    lost_colon,
    indent,
    glued_colon,
    broken_line,
    lost_break,
    colon_in_text,
    stray_line,
)
MOST_TRIED = 80  # changes
LONGEST = 500_000  # characters up to the trouble; a longer file is read too slowly to try


def explain(file: str, text: str, error: yaml.MarkedYAMLError) -> Diagnostic:
    """libyaml's complaint, as the slip that a writer made, at the characters that he would blame."""
    found = trouble(file, text, error)
    told = too_deep(found) or bad_escape(found)
    if told is None and sum(map(len, found.lines[: found.at.line])) < LONGEST:
        told = _slip(found)
    return told or unquoted(found) or no_key(found) or other(found)


def _slip(found: Trouble) -> Diagnostic | None:
    """The first slip that explains all, or else the first that explains this line: another may follow below."""
    first = None
    for mend in islice((mend for slip in SLIPS for mend in slip(found)), MOST_TRIED):
        reached = reach(found, mend)
        if reached == END:
            return mend.diagnostic
        first = first or (mend.diagnostic if reached else None)
    return first
