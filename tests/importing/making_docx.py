"""Makes .docx files for tests: from a few lines of XML, and then broken in every way."""

import io
import random
import zipfile
from collections.abc import Callable, Mapping

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_STRICT = {
    W: "http://purl.oclc.org/ooxml/wordprocessingml/main",
    f"{_OFFICE}/": "http://purl.oclc.org/ooxml/officeDocument/",
}
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{_OFFICE}/relationships" xmlns:m="{_OFFICE}/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData"'
)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ROOTS = {
    "styles": "w:styles",
    "numbering": "w:numbering",
    "footnotes": "w:footnotes",
    "endnotes": "w:endnotes",
    "comments": "w:comments",
    "header": "w:hdr",
    "footer": "w:ftr",
}
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

Parts = dict[str, bytes]


def docx(body: str, *, relations: str = "", strict: bool = False, **others: str) -> bytes:
    """A file with `body` between the tags of w:body; `others` are styles="…", numbering="…" …"""
    return packed(parts(body, relations=relations, strict=strict, **others))


def parts(body: str, *, relations: str = "", strict: bool = False, **others: str) -> Parts:
    """The parts of that file by name."""
    made = {
        "[Content_Types].xml": content_types(MAIN),
        "_rels/.rels": _relations(relation("officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(
            relations + "".join(relation(name, f"{name}.xml") for name in others)
        ),
    }
    for name, inner in others.items():
        root = _ROOTS[name]
        made[f"word/{name}.xml"] = f"<{root} {_NAMESPACES}>{inner}</{root}>"
    for usual, strict_one in _STRICT.items() if strict else ():
        made = {name: text.replace(usual, strict_one) for name, text in made.items()}
    return {name: (_DECLARATION + text).encode() for name, text in made.items()}


def packed(made: Mapping[str, bytes]) -> bytes:
    """`made` as a zip."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in made.items():
            archive.writestr(name, content)
    return file.getvalue()


def content_types(main: str, more: str = "") -> str:
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/>{more}</Types>'
    )


def relation(kind: str, target: str, mode: str = "") -> str:
    mode = f' TargetMode="{mode}"' if mode else ""
    return f'<Relationship Id="r1" Type="{_OFFICE}/relationships/{kind}" Target="{target}"{mode}/>'


def _relations(inner: str) -> str:
    uri = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{uri}">{inner}</Relationships>'


def p(*runs: str, style: str = "", number: str = "", level: str = "", mark: str = "") -> str:
    """A paragraph; each of `runs` is XML or text. `mark` is XML in the mark's w:rPr."""
    listed = (f'<w:ilvl w:val="{level}"/>' if level else "") + (
        f'<w:numId w:val="{number}"/>' if number else ""
    )
    properties = (
        (f'<w:pStyle w:val="{style}"/>' if style else "")
        + (f"<w:numPr>{listed}</w:numPr>" if listed else "")
        + (f"<w:rPr>{mark}</w:rPr>" if mark else "")
    )
    properties = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{properties}{''.join(one if '<' in one else r(one) for one in runs)}</w:p>"


def r(content: str, properties: str = "") -> str:
    """A run of text or of XML."""
    inner = content if content.startswith("<") else f'<w:t xml:space="preserve">{content}</w:t>'
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inner}</w:r>"


def field(instruction: str, result: str | None) -> str:
    """A field in the long form; without a result if that is None."""
    separated = "" if result is None else r('<w:fldChar w:fldCharType="separate"/>') + r(result)
    return (
        r('<w:fldChar w:fldCharType="begin"/>')
        + r(f"<w:instrText>{instruction}</w:instrText>")
        + separated
        + r('<w:fldChar w:fldCharType="end"/>')
    )


def lvl(at: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(identifier: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{identifier}">{"".join(levels)}</w:abstractNum>'


def num(identifier: int, definition: int, *overrides: str) -> str:
    inner = f'<w:abstractNumId w:val="{definition}"/>{"".join(overrides)}'
    return f'<w:num w:numId="{identifier}">{inner}</w:num>'


def start_over(at: int, value: int) -> str:
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{value}"/></w:lvlOverride>'


def everything() -> Parts:
    """A file that has one of each thing the reader knows, for the mutations."""
    levels = (
        lvl(0, "chineseCounting", "%1、", '<w:suff w:val="nothing"/>'),
        lvl(1, "japaneseCounting", "（%2）", '<w:pStyle w:val="h2"/>'),
        lvl(2, "decimal", "%1.%3", '<w:isLgl/><w:lvlRestart w:val="1"/>'),
    )
    box = f"<wps:wsp><wps:txbx><w:txbxContent>{p('框里')}</w:txbxContent></wps:txbx></wps:wsp>"
    return parts(
        "".join(
            (
                p("关于全市排水工作的讲话", style="h1"),
                p("市排水局局长 顾 某"),
                p("摸清底数", number="1"),
                p("查清管网", number="1", level="1"),
                p("分片包干", style="h2"),
                p(r("软回车") + r("<w:br/>") + r("<w:tab/>") + r("后面"), level="2", number="2"),
                p('<w:ins w:author="甲"><w:r><w:t>添上</w:t></w:r></w:ins>')
                + p('<w:del w:author="甲"><w:r><w:delText>删去</w:delText></w:r></w:del>'),
                p("前半", mark='<w:del w:author="甲"/>') + p("后半"),
                p(field("PAGE", "3") + field("REF a", "域") + field("EQ a", None)),
                p('<w:fldSimple w:instr="DATE"><w:r><w:t>今天</w:t></w:r></w:fldSimple>'),
                p('<w:hyperlink r:id="r9"><w:r><w:t>链接</w:t></w:r></w:hyperlink>'),
                f"<w:sdt><w:sdtContent>{p('控件')}</w:sdtContent></w:sdt>",
                p(
                    "<w:r><w:ruby><w:rt><w:r><w:t>yin</w:t></w:r></w:rt><w:rubyBase>"
                    "<w:r><w:t>音</w:t></w:r></w:rubyBase></w:ruby></w:r>"
                ),
                p(r('<w:sym w:font="Wingdings" w:char="F0A7"/>') + r("隐藏", "<w:vanish/>")),
                p(
                    f'<mc:AlternateContent><mc:Choice Requires="wps">{box}</mc:Choice>'
                    f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
                ),
                f"<w:tbl><w:tr><w:tc>{p('格')}</w:tc><w:tc>{p('子')}</w:tc></w:tr></w:tbl>",
                p(r('<w:footnoteReference w:id="2"/>') + r('<w:commentReference w:id="1"/>')),
            )
        ),
        styles='<w:style w:type="paragraph" w:default="1" w:styleId="a"/>'
        '<w:style w:type="paragraph" w:styleId="h1"><w:basedOn w:val="a"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="h2"><w:basedOn w:val="h1"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
        numbering=abstract(0, *levels) + num(1, 0) + num(2, 0, start_over(2, 4)),
        footnotes=f'<w:footnote w:id="2">{p("脚注")}</w:footnote>',
        comments=f'<w:comment w:id="1">{p("批注")}</w:comment>',
        header=p("内部资料"),
        footer=p(field("PAGE", "3")),
    )


def mutated(seed: int) -> bytes:
    """`everything` with one to four things broken; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, and nothing secret
    made = everything()
    for _ in range(chance.randint(1, 4)):
        chance.choice(_WAYS)(made, chance)
    content = packed(made)
    return _flipped(content, chance) if chance.random() < 0.2 else content


def _flipped(content: bytes, chance: random.Random) -> bytes:
    """Bytes changed, or the end cut off."""
    broken = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        broken[chance.randrange(len(broken))] = chance.randrange(256)
    return bytes(broken[: chance.randrange(len(broken))] if chance.random() < 0.2 else broken)


def _of_a_part(way: Callable[[etree._Element, random.Random], None]) -> "Way":
    """`way`, done to some element of some part that can still be parsed."""

    def change(made: Parts, chance: random.Random) -> None:
        name = chance.choice(list(made))
        try:
            root = etree.fromstring(made[name])
        except etree.XMLSyntaxError:
            return
        inside = [one for one in root.iter() if one is not root]
        if inside:
            way(chance.choice(inside), chance)
            made[name] = etree.tostring(root, encoding="UTF-8", xml_declaration=True)

    return change


def _doubled(one: etree._Element, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 2, 50))):
        one.addnext(etree.fromstring(etree.tostring(one)))


def _dropped(one: etree._Element, _: random.Random) -> None:
    one.getparent().remove(one)


def _moved(one: etree._Element, chance: random.Random) -> None:
    """Under another element, or its children out of it."""
    places = [place for place in one.getroottree().iter() if one not in place.iterancestors()]
    if chance.random() < 0.5:
        chance.choice([place for place in places if place is not one]).append(one)
    else:
        for inner in list(one):
            one.addnext(inner)


def _nested(one: etree._Element, chance: random.Random) -> None:
    """In itself, up to what libxml2 lets pass and beyond."""
    for _ in range(chance.choice((1, 20, 100, 300))):
        outer = etree.SubElement(one.getparent(), one.tag, one.attrib)
        outer.append(one)


def _renamed(one: etree._Element, chance: random.Random) -> None:
    others = [other.tag for other in one.getroottree().iter()]
    one.tag = chance.choice([*others, f"{{{W}}}unheard", "bare"])


def _attributed(one: etree._Element, chance: random.Random) -> None:
    values = ["", "0", "-1", "9" * 9, "9" * 5000, "x", "１", "off", "%9%9", "../../a", "NULL"]
    for name in one.attrib:
        one.set(name, chance.choice(values))
    one.set(f"{{{W}}}val", chance.choice(values))


def _texted(one: etree._Element, chance: random.Random) -> None:
    one.text = chance.choice(["", "\n", "\u2028", "甲" * 10_000, "]]>", "\U0001f600", "\t\u200b"])


def _without(made: Parts, chance: random.Random) -> None:
    if made:
        del made[chance.choice(list(made))]


def _exchanged(made: Parts, chance: random.Random) -> None:
    """One part's content under another's name, nothing, or no XML."""
    if made:
        name = chance.choice(list(made))
        made[name] = chance.choice([*made.values(), b"", b"\0", b"\xff\xfe<", b"<a>", b"<w:p/>"])


def _related_in_circles(made: Parts, chance: random.Random) -> None:
    name = chance.choice(["_rels/.rels", "word/_rels/document.xml.rels"])
    targets = ["document.xml", "../word/document.xml", "/_rels/.rels", "..", "", "NULL", "#a"]
    kinds = ["styles", "numbering", "officeDocument", "footnotes", "header"]
    more = relation(chance.choice(kinds), chance.choice(targets), chance.choice(["", "Internal"]))
    end = b"</Relationships>"
    made[name] = made.get(name, b"").replace(end, more.encode() + end)


def _torn(made: Parts, chance: random.Random) -> None:
    """The text of a part changed without looking at the XML."""
    if made:
        name = chance.choice(list(made))
        made[name] = _flipped(made[name] or b" ", chance)


Way = Callable[[Parts, random.Random], None]
_WAYS: tuple[Way, ...] = (
    *map(_of_a_part, (_doubled, _dropped, _moved, _nested, _renamed, _attributed, _texted)),
    *map(_of_a_part, (_doubled, _dropped, _moved, _nested, _renamed, _attributed, _texted)),
    _without,
    _exchanged,
    _related_in_circles,
    _torn,
)
