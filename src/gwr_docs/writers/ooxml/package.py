"""The parts that every office package has: content types, relationships, properties."""

import datetime
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"


def content_types(kinds: Mapping[str, str]) -> str:
    """[Content_Types].xml for parts (name with leading slash -> content type)."""
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def relationships(targets: Mapping[str, tuple[str, str]]) -> str:
    """A .rels part: id -> (kind, target)."""
    rows = "".join(f'<Relationship Id="{key}" Type="{relation_type(kind)}" Target={quoteattr(to)}/>' for key, (kind, to) in targets.items())
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def relation_type(kind: str) -> str:
    """The full name of a kind of relationship; one that is none of the office format's own stands as it is."""
    return kind if "://" in kind else f"{OFFICE}/{kind}"


def core_properties(title: str, author: str, keywords: str, issued: int) -> str:
    """docProps/core.xml; `issued` is seconds since 1970."""
    moment = datetime.datetime.fromtimestamp(issued, datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    dates = "".join(f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>' for name in ("created", "modified"))
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator><cp:keywords>{escape(keywords)}</cp:keywords>"
        f"<cp:lastModifiedBy>{escape(author)}</cp:lastModifiedBy><cp:revision>1</cp:revision>{dates}<dc:language>zh-CN</dc:language>"
        "</cp:coreProperties>"
    )
