"""Cover and contents of the briefing, each in a section of its own without page numbers."""

from gwr_docs.documents.blocks import Block, Role
from gwr_docs.documents.briefing import CONTENTS_TITLE, Briefing
from gwr_docs.documents.runs import plain
from gwr_docs.theme.faces import FontBook
from gwr_docs.theme.styles import Theme
from gwr_docs.typeset.briefing_pages import TITLES, PageMap, block_lines
from gwr_docs.typeset.cover import cover_spaces
from gwr_docs.units import Length
from gwr_docs.writers.docx.base import front_section
from gwr_docs.writers.docx.xml import field, field_begin, field_end, lines, paragraph, run, runs

INSTRUCTION = r'TOC \o "1-2" \h \z \u'


def toc_name(index: int) -> str:
    """The bookmark of the heading in block `index`, named as Word names its own."""
    return f"_Toc{index + 1:08d}"


def front_matter(briefing: Briefing, pages: PageMap, theme: Theme, book: FontBook) -> str:
    return _cover(briefing.cover, theme, book) + _contents(briefing, pages, theme)


def _cover(blocks: tuple[Block, ...], theme: Theme, book: FontBook) -> str:
    """The blanks between are space before, not empty lines."""
    out, last = [], len(blocks) - 1
    for index, (block, before) in enumerate(zip(blocks, cover_spaces(blocks, theme, book), strict=True)):
        end = f"<w:sectPr>{_inner(theme)}</w:sectPr>" if index == last else ""
        content = lines(block_lines(block, theme, book)) if block.role in TITLES else runs(plain(block.runs))
        out.append(paragraph(block.role.value, content, _before(before) + end))
    return "".join(out)


def _inner(theme: Theme) -> str:
    return front_section(theme).removeprefix("<w:sectPr>").removesuffix("</w:sectPr>")


def _before(space: Length) -> str:
    return f'<w:spacing w:before="{max(0, space.twips)}"/>'


def _contents(briefing: Briefing, pages: PageMap, theme: Theme) -> str:
    """A real TOC field whose entries are filled in: Word can refresh it, nobody has to."""
    if not briefing.contents:
        return ""
    out = [paragraph(Role.CONTENTS_TITLE.value, run(CONTENTS_TITLE))]
    last = len(briefing.contents) - 1
    for number, entry in enumerate(briefing.contents):
        name = toc_name(entry.index)
        page = field(f"PAGEREF {name} \\h", str(pages.pages[entry.index]))
        link = f'<w:hyperlink w:anchor="{name}" w:history="1">{runs(entry.text)}<w:r><w:tab/></w:r>{page}</w:hyperlink>'
        content = (field_begin(INSTRUCTION) if not number else "") + link + (field_end() if number == last else "")
        end = f"<w:sectPr>{_inner(theme)}</w:sectPr>" if number == last else ""
        out.append(paragraph(entry.role.value, content, end))
    return "".join(out)
