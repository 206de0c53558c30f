"""What the file says of itself: document information, the same as XMP, and the colours that its numbers mean."""

import datetime
from xml.sax.saxutils import escape

from gwr_docs.records import record
from gwr_docs.writers.pdf.objects import Name, Objects, Ref, Value

CREATOR = "gwr-docs"
SRGB = "sRGB IEC61966-2.1"


@record
class Properties:
    """`issued` is the date of issue in seconds since 1970."""

    title: str
    author: str
    subject: str
    keywords: str
    issued: int
    language: str = "zh-CN"

    @property
    def moment(self) -> datetime.datetime:
        return datetime.datetime.fromtimestamp(self.issued, datetime.UTC)

    @property
    def date(self) -> str:
        """As a PDF date."""
        return f"D:{self.moment:%Y%m%d%H%M%S}Z"


def add_information(objects: Objects, about: Properties) -> Ref:
    """The information dictionary. What is empty is left out, here and in XMP, which must say the same (ISO 19005-1 6.7.3)."""
    texts = {"Title": about.title, "Author": about.author, "Subject": about.subject, "Keywords": about.keywords}
    rest = {"Creator": CREATOR, "Producer": CREATOR, "CreationDate": about.date, "ModDate": about.date}
    return objects.add({key: text for key, text in (texts | rest).items() if text})


def add_xmp(objects: Objects, about: Properties, part: int) -> Ref:
    """`part` is the one of ISO 19005 that the file follows."""
    date = f"{about.moment:%Y-%m-%dT%H:%M:%SZ}"
    rows = [
        "<dc:format>application/pdf</dc:format>",
        _plain("dc:title", about.title, "Alt", ' xml:lang="x-default"'),
        _plain("dc:creator", about.author, "Seq"),
        _plain("dc:description", about.subject, "Alt", ' xml:lang="x-default"'),
        _plain("dc:language", about.language, "Bag"),
        _plain("dc:date", date, "Seq"),
        _plain("pdf:Keywords", about.keywords),
        _plain("pdf:Producer", CREATOR),
        _plain("xmp:CreatorTool", CREATOR),
        _plain("xmp:CreateDate", date),
        _plain("xmp:ModifyDate", date),
        _plain("xmp:MetadataDate", date),
        _plain("pdfaid:part", str(part)),
    ]
    xmp = XMP.replace("PROPERTIES", "\n".join(filter(None, rows)))
    return objects.add_stream(xmp.encode("utf-8"), {"Type": Name("Metadata"), "Subtype": Name("XML")}, compress=False)


def _plain(name: str, text: str, container: str = "", attributes: str = "") -> str:
    if not text:
        return ""
    value = escape(text)
    if container:
        value = f"<rdf:{container}><rdf:li{attributes}>{value}</rdf:li></rdf:{container}>"
    return f"<{name}>{value}</{name}>"


def add_output_intent(objects: Objects, profile: bytes) -> Ref:
    """The device colours of the pages are sRGB (ISO 19005-2 6.2.3)."""
    intent: dict[str, Value] = {
        "Type": Name("OutputIntent"),
        "S": Name("GTS_PDFA1"),
        "OutputConditionIdentifier": SRGB,
        "Info": SRGB,
        "DestOutputProfile": objects.add_stream(profile, {"N": 3}),
    }
    return objects.add(intent)


# PDF/A-2 wants every schema that it does not know itself described in the file: PDF/UA's identification (ISO 19005-2 6.6.2.3.3).
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"\
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"\
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"\
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
PROPERTIES
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>\
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
