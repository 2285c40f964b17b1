"""Renders the text and Markdown documents of Examples as flat ODT, for LibreOffice to convert.

usage: render.py OUTPUT-FOLDER FILE...
Running head, footer with page numbers, automatic hyphenation, small pages (so that pages break
inside sentences and numbers), one document in two columns, tables with empty cells, real lists.
"""
import re
import sys
from pathlib import Path
from xml.sax.saxutils import escape

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="{font}"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.2cm" fo:hyphenation-ladder-count="no-limit" fo:orphans="1" fo:widows="1"/>
<style:text-properties style:font-name="F" fo:font-size="{size}pt" fo:language="sv" fo:country="SE" fo:hyphenate="true" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Heading" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:keep-with-next="always"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Heading" style:default-outline-level="1"><style:text-properties fo:font-size="16pt" fo:font-weight="bold" fo:hyphenate="false"/></style:style>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:parent-style-name="Heading" style:default-outline-level="2"><style:text-properties fo:font-size="13pt" fo:font-weight="bold" fo:hyphenate="false"/></style:style>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="1.2cm"/></style:list-level-properties></text:list-level-style-number></text:list-style>
<text:list-style style:name="L3"><text:list-level-style-number text:level="1" style:num-suffix=")" style:num-format="1"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="1.2cm"/></style:list-level-properties></text:list-level-style-number></text:list-style>
<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="1.2cm"/></style:list-level-properties></text:list-level-style-bullet></text:list-style>
</office:styles>
<office:automatic-styles>
<style:style style:name="P" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="{align}"/></style:style>
<style:style style:name="C" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-bottom="0cm"/></style:style>
<style:style style:name="R" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-bottom="0cm" fo:text-align="end"/></style:style>
<style:style style:name="T" style:family="table"><style:table-properties table:align="margins"/></style:style>
<style:style style:name="K0" style:family="table-column"><style:table-column-properties style:rel-column-width="34*"/></style:style>
<style:style style:name="K1" style:family="table-column"><style:table-column-properties style:rel-column-width="14*"/></style:style>
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" fo:border="{border}"/></style:style>
<style:style style:name="S" style:family="section"><style:section-properties><style:columns fo:column-count="2" fo:column-gap="0.8cm"/></style:section-properties></style:style>
<style:page-layout style:name="pm"><style:page-layout-properties fo:page-width="{width}cm" fo:page-height="{height}cm" fo:margin-top="1.2cm" fo:margin-bottom="1.2cm" fo:margin-left="2cm" fo:margin-right="2cm"/>
<style:header-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-bottom="0.5cm"/></style:header-style>
<style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.5cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm">
<style:header><text:p text:style-name="C">{head}</text:p></style:header>
<style:footer><text:p text:style-name="C">Justerandes sign<text:tab/>Sida <text:page-number/> (<text:page-count/>)</text:p></style:footer>
</style:master-page></office:master-styles>
<office:body><office:text>
"""


def inline(text):
    text = re.sub(r"\*+", "", text)
    text = escape(text)
    return re.sub(r"  +", lambda m: " <text:s text:c=\"%d\"/>" % (len(m.group()) - 1), text)


def rows_of(lines):
    rows = []
    for line in lines:
        if re.fullmatch(r"[|\-: =]+", line):
            continue
        rows.append([c.strip() for c in line.strip().strip("|").split("|")] if not line.strip().startswith("| |") else [c.strip() for c in line.strip()[1:-1].split("|")])
    return rows


def table(rows):
    columns = max(len(r) for r in rows)
    out = ['<table:table table:style-name="T"><table:table-column table:style-name="K0"/>']
    out.append(f'<table:table-column table:style-name="K1" table:number-columns-repeated="{columns - 1}"/>')
    for number, row in enumerate(rows):
        if number == 0:
            out.append("<table:table-header-rows>")
        out.append("<table:table-row>")
        for index, cell in enumerate(row + [""] * (columns - len(row))):
            style = "R" if number and re.match(r"^[\d\-–−]", cell) and index else "C"
            out.append(f'<table:table-cell table:style-name="Cell"><text:p text:style-name="{style}">{inline(cell)}</text:p></table:table-cell>')
        out.append("</table:table-row>")
        if number == 0:
            out.append("</table:table-header-rows>")
    out.append("</table:table>")
    return "".join(out)


def aligned(lines):
    """Rows of cells set apart by spaces, told by where they stand."""
    pieces = [[(m.start(), m.end(), m.group()) for m in re.finditer(r"\S+(?: \S+)*", l)] for l in lines]
    figures = [p for p in pieces if any(re.match(r"-?\d", t) and not re.fullmatch(r"[12]\d{3}", t) for _, _, t in p[1:])]
    spans = sorted((a, b) for p in (figures if len(figures) >= 2 else pieces) if len(p) >= 2 for a, b, _ in p)
    columns = []
    for a, b in spans:
        if columns and a < columns[-1][1]:
            columns[-1][1] = max(columns[-1][1], b)
        else:
            columns.append([a, b])
    rows = []
    for p in pieces:
        row = [""] * len(columns)
        for n, (a, b, t) in enumerate(p):
            best = n if len(p) == len(columns) else max(range(len(columns)), key=lambda k: min(columns[k][1], b) - max(columns[k][0], a))
            row[best] = (row[best] + " " + t).strip()
        rows.append(row)
    return rows


FURNITURE = re.compile(
    r"Stockholms stad +Protokoll|Arbetsmarknadsnämnden +Protokoll nr \d+/\d+|.*Sid(a|an)? \d+ ?(\(\d+\)|av \d+)?|Justerandes sign.*|Utdragsbestyrk.*|\d+ \(\d+\)")


def cleaned(text):
    """Without the furniture of pages, the sentences that it breaks made whole, wrapped items too."""
    lines = text.replace("\f", "\n").replace("****", "\n\n").split("\n")
    out = []
    gap = False
    for number, line in enumerate(lines):
        if number > 6 and FURNITURE.fullmatch(line.strip()):
            while out and not out[-1].strip():
                out.pop()
            gap = True
            continue
        if gap and not line.strip():
            continue
        if gap:
            # a new paragraph after a full stop, else the sentence goes on
            if out and re.search(r"[.:?!]$|sign$", out[-1].strip()):
                out.append("")
            elif out:
                out[-1] += " " + line.strip()
                gap = False
                continue
            gap = False
        if out and line.startswith("   ") and line.strip() and re.match(r" *(\d+[.)]|[-•]) ", out[-1]):
            hyphen = out[-1].endswith("-") and line.strip()[0].islower()
            out[-1] = out[-1][:-1] + line.strip() if hyphen else out[-1] + " " + line.strip()
            continue
        out.append(line)
    return "\n".join(out)


def body(text, two):
    out = []
    text = cleaned(text)
    blocks = [b.split("\n") for b in re.split(r"\n\s*\n", text.strip("\n"))]
    opened = False
    for number, lines in enumerate(blocks):
        lines = [l.rstrip() for l in lines if l.strip()]
        if not lines:
            continue
        if two and number == 6:
            out.append('<text:section text:style-name="S" text:name="s">')
            opened = True
        if all(l.lstrip().startswith("|") for l in lines):
            out.append(table(rows_of(lines)))
            continue
        wide = [l for l in lines if re.search(r"\S {3,}\S", l)]
        if len(wide) >= 2 and len(wide) * 2 >= len(lines):
            out.append(table(aligned(lines)))
            continue
        items = [re.match(r"^(\d+)[.)] (.*)|^[-•] (.*)", l) for l in lines]
        if all(items):
            numbered = items[0].group(1) is not None
            start = f' text:start-value="{items[0].group(1)}"' if numbered else ""
            out.append(f'<text:list text:style-name="{("L3" if lines[0].split()[0].endswith(")") else "L1") if numbered else "L2"}">')
            for i, item in enumerate(items):
                first = start if i == 0 and numbered else ""
                out.append(f'<text:list-item{first}><text:p text:style-name="P">{inline(item.group(2) or item.group(3))}</text:p></text:list-item>')
            out.append("</text:list>")
            continue
        whole = [lines[0]]
        for line in lines[1:]:
            # lines that were wrapped are one paragraph
            if len(re.split("\v", whole[-1])[-1]) >= 56 and not re.match(r"#|§|[-•] |\d{1,2}\. ", line):
                hyphen = whole[-1].endswith("-") and line[0].islower() and not line.startswith(("och ", "eller "))
                whole[-1] = whole[-1][:-1] + line if hyphen else whole[-1] + "\v" + line
            else:
                whole.append(line)
        for line in whole:
            line = line.replace("\v", " ")
            heading = re.match(r"^(#+) (.*)", line)
            if heading:
                level = 1 if len(heading.group(1)) <= 3 else 2
                out.append(f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{inline(heading.group(2))}</text:h>')
            elif re.fullmatch(r"§ ?\d+.*", line) and len(line) < 90:
                out.append(f'<text:h text:style-name="Heading_20_1" text:outline-level="1">{inline(line)}</text:h>')
            else:
                out.append(f'<text:p text:style-name="P">{inline(line)}</text:p>')
    if opened:
        out.append("</text:section>")
    return "\n".join(out)


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    fonts = ["Liberation Serif", "Liberation Sans", "DejaVu Sans"]
    for number, name in enumerate(sys.argv[2:]):
        path = Path(name)
        text = path.read_text("utf-8")
        two = path.stem == "2019-11-28-svar-pa-skrivelse"
        head = HEAD.format(
            font=fonts[number % 3], size=[11, 10, 9][number % 3],
            align=["start", "justify"][number % 2],
            border=["none", "0.5pt solid #000000"][number % 2],
            width=[21, 17.6][number % 4 == 1], height=[14.8, 25][number % 4 == 1],
            head=f"Arbetsmarknadsnämnden<text:tab/>Handlingar till sammanträde")
        (folder / (path.stem + ".fodt")).write_text(
            head + body(text, two) + "</office:text></office:body></office:document>\n", "utf-8")


main()
