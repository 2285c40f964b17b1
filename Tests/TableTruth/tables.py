"""Tables with known truth: made, rendered, read by the tool and judged.

usage: tables.py TOOL FOLDER [--count N] [--seed S] [--formats html,docx,writer,browser] [--errors]
Writes documents with tables of every shape to FOLDER as web pages and Word documents, prints them
by LibreOffice (writer) and Chromium (browser), has the tool read all, and says for each format how
many figures were wrong or invented, and how many lost. Exits with 1 above the bars.
"""
import argparse
import json
import random
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from html import escape
from pathlib import Path

# wrong or invented, lost: per cent of the figures
BARS = {"html": (0.5, 1), "docx": (0.5, 1), "writer": (1.5, 6), "browser": (1.5, 6)}
NBSP = "\u00a0"

LABELS = [
    ("Feriejobb, antal platser", 1, ""),
    ("Hushåll med försörjningsstöd, antal", 1, ""),
    ("Kostnad försörjningsstöd, tkr", 1000, "big"),
    ("Andel deltagare som går till arbete eller studier efter avslutad insats", 1, "%"),
    ("Antal inskrivna vid jobbtorg", 1, ""),
    ("Antal deltagare i arbetsträning", 1, ""),
    ("Sjukfrånvaro, procent", 1, "decimal"),
    ("Antal elever i sfi", 1, ""),
    ("Visstidsanställda, antal", 1, ""),
    ("Antal unga i öppen arbetslöshet", 1, ""),
    ("Antal ungdomar mellan 16 och 24 år som har fått feriejobb inom kommunens verksamheter", 1, ""),
    ("Kostnad vuxenutbildning, tkr", 1000, "big"),
    ("Andel nöjda deltagare", 1, "%"),
    ("Antal personer med samhällsorientering", 1, ""),
]
KINDS = {"Mål": "target", "Årsmål": "target", "Målvärde": "target", "Utfall": "outcome",
         "Prognos": "forecast", "Budget": "budget"}


class Cell:
    def __init__(self, text="", cols=1, rows=1, head=False):
        self.text, self.cols, self.rows, self.head = text, cols, rows, head


class Maker:
    def __init__(self, random):
        self.random = random
        self.used = set()

    def number(self, style):
        while True:
            if style == "big":
                value = self.random.randint(1000, 99999)
            elif style == "%":
                value = self.random.randint(11, 98)
            elif style == "decimal":
                value = self.random.randint(11, 140) / 10
            elif self.random.random() < 0.2:
                value = self.random.randint(1000, 12000)
            else:
                value = self.random.randint(20, 999)
            # years are no figures
            if value not in self.used and not 1900 <= value < 2100:
                self.used.add(value)
                return value

    def written(self, value, style):
        text = str(value).replace(".", ",")
        if value >= 1000:
            text = text[:-3] + self.random.choice([NBSP, " "]) + text[-3:]
        return text + (self.random.choice([" %", NBSP + "%", "%"]) if style == "%" else "")

    def columns(self):
        """Pairs of year and word, and the shape that shows them."""
        r = self.random
        shape = r.choice(["one", "one", "years", "years", "words", "unit", "plain"])
        if shape in ("years", "unit"):
            years = r.choice([[2022, 2023], [2021, 2022, 2023], [2023, 2024]])
            words = r.choice([["Mål", "Utfall"], ["Utfall", "Prognos"], ["Budget", "Utfall"]])
            if len(years) == 2 and r.random() < 0.3:
                words = ["Mål", "Utfall", "Prognos"]
            return shape, [(y, w) for y in years for w in words], (years, words)
        if shape == "words":
            years = r.choice([[2022, 2023], [2021, 2022, 2023]])
            words = r.choice([["Utfall", "Mål"], ["Mål", "Utfall"], ["Budget", "Utfall"]])
            return shape, [(y, w) for w in words for y in years], (words, years)
        pairs = r.choice([
            [(2023, "Mål"), (2023, "Utfall"), (2023, "Prognos")],
            [(2022, "Utfall"), (2023, "Utfall"), (2023, "Mål")],
            [(2022, "Utfall"), (2023, "Mål"), (2023, "Utfall"), (2023, "Prognos")],
            [(2021, "Utfall"), (2022, "Utfall"), (2023, "Målvärde"), (2023, "Prognos")],
            [(2023, "Budget"), (2023, "Utfall"), (2023, "Prognos")],
            [(2022, "Utfall"), (2023, "Årsmål")],
        ])
        if shape == "plain":
            pairs = [p for p in pairs if p[0] == 2023]
            if len(pairs) < 2:
                pairs = [(2023, "Mål"), (2023, "Utfall")]
        return shape, pairs, None

    def head(self, shape, pairs, groups, label):
        """The rows of headings; labels that span both, or stand on one line."""
        r = self.random
        if shape == "one":
            order = r.random() < 0.8
            return [[Cell(label, head=True)] + [
                Cell(f"{w} {y}" if order else f"{y} {w}", head=True) for y, w in pairs]]
        if shape == "plain":
            return [[Cell(label, head=True)] + [Cell(w, head=True) for _, w in pairs]]
        upper, lower = groups
        place = r.choice(["span", "span", "top", "bottom"])
        first = [Cell(label if place in ("span", "top") else "", rows=2 if place == "span" else 1, head=True)]
        first += [Cell(str(u), cols=len(lower), head=True) for u in upper]
        second = [] if place == "span" else [Cell(label if place == "bottom" else "", head=True)]
        second += [Cell(str(l), head=True) for _ in upper for l in lower]
        rows = [first, second]
        if shape == "unit":
            if place == "span":
                first[0].rows = 3
                rows.insert(0, [first.pop(0), Cell("Verksamhetens nyckeltal", cols=len(pairs), head=True)])
            else:
                rows.insert(0, [Cell("", head=True), Cell("Verksamhetens nyckeltal", cols=len(pairs), head=True)])
        return rows

    def table(self, document):
        r = self.random
        shape, pairs, groups = self.columns()
        label = r.choice(["Nyckeltal", "Indikator", "Mått", "Verksamhet", ""])
        comment = r.random() < 0.15 and len(pairs) < 5
        rows = self.head(shape, pairs, groups, label)
        heads = len(rows)
        if comment:
            rows[0].append(Cell("Kommentar", rows=heads, head=True))
        width = 1 + len(pairs) + comment
        truth = []
        count = r.choice([1, 2, 4, 6, 6, 9, 12])
        section = r.random() < 0.2
        for number in range(count):
            if section and number % 4 == 0:
                title = r.choice(["Arbete", "Ekonomi", "Utbildning", "Stöd till unga"])
                rows.append([Cell(title, cols=width)] if r.random() < 0.7 else [Cell(title)] + [Cell() for _ in range(width - 1)])
            name, scale, style = LABELS[(document * 5 + number) % len(LABELS)]
            row = [Cell(name)]
            for year, word in pairs:
                if r.random() < 0.12:
                    row.append(Cell(r.choice(["", "", "-", "–"])))
                    continue
                value = self.number(style)
                text = self.written(value, style)
                row.append(Cell(text))
                truth.append((round(value * scale, 3), KINDS[word], None if shape == "plain" else str(year)))
            if comment:
                row.append(Cell(r.choice(["", "Arbetet fortgår enligt plan.", "Utvecklingen följs noga av förvaltningen under hösten."])))
            rows.append(row)
        look = dict(
            align=r.choice(["left", "right", "right", "center"]),
            valign=r.choice(["top", "middle", "middle", "bottom"]),
            border=r.random() < 0.6, size=r.choice([9, 10, 11]), narrow=r.random() < 0.4,
            pad=r.choice([1, 2, 4, 6]), heads=heads, full=r.random() < 0.5)
        return rows, truth, look


def html(title, tables, page):
    css = f"@page{{size:{page[0]}mm {page[1]}mm;margin:15mm}}body{{font-family:'Liberation Sans'}}"
    out = [f"<!DOCTYPE html><html lang=sv><head><meta charset=utf-8><style>{css}</style></head><body><h1>{title}</h1>"]
    for rows, _, look in tables:
        out.append("<p>Tabellen visar nämndens nyckeltal. Värdena följs upp varje tertial av förvaltningen.</p>")
        border = "1px solid black" if look["border"] else "none"
        width = "width:100%;" if look["full"] else ""
        out.append(f"<table style='border-collapse:collapse;{width}font-size:{look['size']}pt'>")
        for number, row in enumerate(rows):
            if number == 0:
                out.append("<thead>")
            if number == look["heads"]:
                out.append("</thead><tbody>")
            cells = []
            for index, cell in enumerate(row):
                tag = "th" if cell.head else "td"
                align = "left" if index == 0 and (not cell.head or number == 0) else look["align"]
                narrow = "width:14mm;" if look["narrow"] and index else ""
                span = (f" colspan={cell.cols}" if cell.cols > 1 else "") + (f" rowspan={cell.rows}" if cell.rows > 1 else "")
                cells.append(f"<{tag}{span} style='border:{border};padding:{look['pad']}px;text-align:{align};vertical-align:{look['valign']};{narrow}'>{escape(cell.text)}</{tag}>")
            out.append("<tr>" + "".join(cells) + "</tr>")
        out.append("</tbody></table>")
    return "".join(out) + "<p>Förvaltningen återkommer med en samlad bedömning.</p></body></html>"


def word(title, tables, page, path):
    def paragraph(text, size=11, align=None, bold=False):
        properties = f"<w:pPr><w:spacing w:after='0'/><w:jc w:val='{align}'/></w:pPr>" if align else ""
        strong = "<w:b/>" if bold else ""
        return f"<w:p>{properties}<w:r><w:rPr>{strong}<w:rFonts w:ascii='Liberation Sans' w:hAnsi='Liberation Sans'/><w:sz w:val='{2 * size}'/></w:rPr><w:t xml:space='preserve'>{escape(text)}</w:t></w:r></w:p>"
    room = int((page[0] - 30) * 56.7)
    out = [f"<w:p><w:pPr><w:outlineLvl w:val='0'/></w:pPr><w:r><w:rPr><w:sz w:val='32'/></w:rPr><w:t>{escape(title)}</w:t></w:r></w:p>"]
    for rows, _, look in tables:
        out.append(paragraph("Tabellen visar nämndens nyckeltal. Värdena följs upp varje tertial av förvaltningen."))
        columns = max(sum(c.cols for c in row) for row in rows)
        other = 900 if look["narrow"] else max(1000, int(room * 0.6 / (columns - 1)))
        first = max(2200, room - other * (columns - 1)) if look["full"] else 3000
        widths = [first] + [min(other, (room - 2000) // (columns - 1))] * (columns - 1)
        edge = "".join(f"<w:{e} w:val='single' w:sz='4'/>" for e in ("top", "left", "bottom", "right", "insideH", "insideV")) if look["border"] else ""
        out.append(f"<w:tbl><w:tblPr><w:tblW w:w='{sum(widths)}' w:type='dxa'/><w:tblBorders>{edge}</w:tblBorders><w:tblLayout w:type='fixed'/></w:tblPr><w:tblGrid>" + "".join(f"<w:gridCol w:w='{w}'/>" for w in widths) + "</w:tblGrid>")
        open_spans = {}
        for number, row in enumerate(rows):
            head = "<w:trPr><w:tblHeader/></w:trPr>" if number < look["heads"] and look["full"] else ""
            out.append(f"<w:tr>{head}")
            column = 0
            cells = list(row)
            while column < columns:
                if open_spans.get(column, 0) > 0:
                    open_spans[column] -= 1
                    out.append(f"<w:tc><w:tcPr><w:tcW w:w='{widths[column]}' w:type='dxa'/><w:vMerge/></w:tcPr><w:p/></w:tc>")
                    column += 1
                    continue
                if not cells:
                    break
                cell = cells.pop(0)
                merge = ""
                if cell.rows > 1:
                    merge = "<w:vMerge w:val='restart'/>"
                    open_spans[column] = cell.rows - 1
                span = f"<w:gridSpan w:val='{cell.cols}'/>" if cell.cols > 1 else ""
                vertical = {"top": "top", "middle": "center", "bottom": "bottom"}[look["valign"]]
                align = "left" if column == 0 else look["align"]
                out.append(f"<w:tc><w:tcPr><w:tcW w:w='{sum(widths[column:column + cell.cols])}' w:type='dxa'/>{span}{merge}<w:vAlign w:val='{vertical}'/></w:tcPr>{paragraph(cell.text, look['size'], align, cell.head)}</w:tc>")
                column += cell.cols
            out.append("</w:tr>")
        out.append("</w:tbl>")
    out.append(paragraph("Förvaltningen återkommer med en samlad bedömning."))
    section = f"<w:sectPr><w:pgSz w:w='{int(page[0] * 56.7)}' w:h='{int(page[1] * 56.7)}'/><w:pgMar w:top='850' w:right='850' w:bottom='850' w:left='850'/></w:sectPr>"
    body = f"<?xml version='1.0' encoding='UTF-8'?><w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>{''.join(out)}{section}</w:body></w:document>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
        z.writestr("_rels/.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')
        z.writestr("word/document.xml", body)


def make(folder, count, seed):
    truths = {}
    for number in range(count):
        r = random.Random(seed * 100_003 + number)
        maker = Maker(r)
        tables = [maker.table(number * 2 + i) for i in range(r.choice([1, 1, 2]))]
        page = r.choice([(210, 297), (210, 297), (210, 148), (297, 210)])
        name = f"{number:04}"
        title = "Tertialrapport 2 2023 för arbetsmarknadsnämnden"
        (folder / "html" / f"{name}.html").write_text(html(title, tables, page), "utf-8")
        word(title, tables, page, folder / "docx" / f"{name}.docx")
        truths[name] = [t for _, truth, _ in tables for t in truth]
    return truths


def render(folder, formats):
    if "writer" in formats:
        files = sorted(str(p) for p in (folder / "docx").iterdir())
        for start in range(0, len(files), 50):
            subprocess.run(["soffice", f"-env:UserInstallation=file://{folder.resolve()}/office", "--headless",
                            "--convert-to", "pdf", "--outdir", str(folder / "writer")] + files[start:start + 50],
                           check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if "browser" in formats:
        for page in sorted((folder / "html").iterdir()):
            subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                            f"--user-data-dir={folder.resolve()}/chromium",
                            f"--print-to-pdf={folder / 'browser' / (page.stem + '.pdf')}", f"file://{page.resolve()}"],
                           check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def judge(tool, folder, kind, truths, show):
    run = subprocess.run([tool, "extract", "--all", "--format", "jsonl", "--quiet", str(folder / kind)],
                         stdout=subprocess.PIPE, text=True)
    found = {}
    for line in run.stdout.splitlines():
        o = json.loads(line)
        if o["value"] is not None:
            found.setdefault(o["source"]["document"].split(".")[0], []).append(o)
    total = wrong = lost = 0
    for name, truth in truths.items():
        rest = Counter(truth)
        errors = []
        for o in found.get(name, []):
            value = round(o["value"], 3)
            options = [(value, o["kind"], o["period"]), (value, o["kind"], None)]
            match = next((t for t in options if rest[t] > 0), None)
            if match:
                rest[match] -= 1
            else:
                wrong += 1
                errors.append(f"wrong {value:g} {o['kind']} {o['period']}")
        total += len(truth)
        missing = [t for t, n in rest.items() if n > 0]
        lost += sum(rest[t] for t in missing)
        errors += [f"lost {t[0]:g} {t[1]} {t[2]}" for t in missing]
        if errors and show:
            print(f"  {kind}/{name}: {len(errors)} of {len(truth)}: " + "; ".join(errors[:6]))
    return total, wrong, lost


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tool")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--formats", default="html,docx,writer,browser")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--again", action="store_true", help="judge what was made before")
    options = parser.parse_args()
    formats = options.formats.split(",")
    if not options.again:
        for name in BARS:
            shutil.rmtree(options.folder / name, ignore_errors=True)
            (options.folder / name).mkdir(parents=True)
        truths = make(options.folder, options.count, options.seed)
        render(options.folder, formats)
        (options.folder / "truth.json").write_text(json.dumps(truths))
    truths = {n: [tuple(t) for t in ts] for n, ts in json.loads((options.folder / "truth.json").read_text()).items()}
    failed = False
    for kind in formats:
        total, wrong, lost = judge(options.tool, options.folder, kind, truths, options.errors)
        bad, gone = 100 * wrong / total, 100 * lost / total
        failed = failed or bad > BARS[kind][0] or gone > BARS[kind][1]
        print(f"{kind:8} {total} figures: wrong or invented {bad:.2f} % (bar {BARS[kind][0]}), lost {gone:.2f} % (bar {BARS[kind][1]})")
    sys.exit(failed)


main()
