"""The two parts that every office package has: content types and relationships."""

from collections.abc import Mapping

HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"


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
    rows = "".join(f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{to}"/>' for key, (kind, to) in targets.items())
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'
