"""Workbooks recalculated: what they say without a recalculation is what LibreOffice makes of it, and
what is changed in a table is followed by all that rests on it.

usage: recalculate.py TOOL DOCUMENTS FOLDER
Makes the reports of the example documents, takes away what the formulas have cached, has LibreOffice
work it out anew and compares; then sets an outcome to other values and looks at the status, the
share, the difference and the tile of the summary. Exits with 1 where something differs.
"""
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
FORMULA = re.compile(r'<c r="([A-Z]+\d+)"([^>]*)><f>(.*?)</f><v>(.*?)</v></c>', re.S)

KINDS = [
    ["tertial", "--year", "2015", "--tertial", "2"],
    ["year", "--year", "2015"],
    ["year", "--year", "2019"],
    ["compare", "--years", "2015", "2019"],
    ["compare", "--years", "2015", "2018", "2019"],
    ["topic", "--topic", "sommarjobb"],
    ["series", "--since", "2014"],
]


class Book:
    """A workbook's sheets: name -> {cell: value}, and their XML."""

    def __init__(self, file):
        with zipfile.ZipFile(file) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        targets = {
            relation.get("Id"): "xl/" + relation.get("Target").removeprefix("/xl/")
            for relation in ElementTree.fromstring(self.parts["xl/_rels/workbook.xml.rels"])
        }
        self.paths = {}
        for sheet in ElementTree.fromstring(self.parts["xl/workbook.xml"]).iter(MAIN + "sheet"):
            self.paths[sheet.get("name")] = targets[sheet.get(RELATIONS + "id")]
        self.strings = []
        if "xl/sharedStrings.xml" in self.parts:
            for item in ElementTree.fromstring(self.parts["xl/sharedStrings.xml"]):
                self.strings.append("".join(text.text or "" for text in item.iter(MAIN + "t")))

    def values(self, sheet):
        found = {}
        for cell in ElementTree.fromstring(self.parts[self.paths[sheet]]).iter(MAIN + "c"):
            value = cell.find(MAIN + "v")
            if value is None or value.text is None:
                continue
            kind = cell.get("t")
            if kind == "s":
                found[cell.get("r")] = self.strings[int(value.text)]
            elif kind in ("str", "e", "b"):
                found[cell.get("r")] = value.text
            else:
                found[cell.get("r")] = float(value.text)
        return found

    def formulas(self, sheet):
        text = self.parts[self.paths[sheet]].decode()
        return {match[1]: match[3] for match in FORMULA.finditer(text)}

    def save_without_cache(self, file, changes=()):
        """Saves it with formulas that have no values; changes are (sheet, cell, number)."""
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.parts.items():
                if name in self.paths.values():
                    text = data.decode()
                    for sheet, cell, number in changes:
                        if self.paths[sheet] == name:
                            pattern = rf'(<c r="{cell}"[^>]*?)( t="s")?><v>.*?</v></c>'
                            text, count = re.subn(pattern, rf"\1><v>{number}</v></c>", text)
                            assert count == 1, (sheet, cell)
                    text = FORMULA.sub(r'<c r="\1"\2><f>\3</f></c>', text)
                    data = text.encode()
                archive.writestr(name, data)


def recalculated(file, folder):
    out = folder / "out"
    shutil.rmtree(out, ignore_errors=True)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
         "--convert-to", "xlsx", "--outdir", str(out), str(file)],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
    return Book(out / file.name)


def same(left, right):
    if isinstance(left, float) and isinstance(right, float):
        return abs(left - right) <= 1e-9 * max(1, abs(left), abs(right))
    return left == right


def column(cell):
    return re.match("[A-Z]+", cell)[0]


def row(cell):
    return int(re.search(r"\d+", cell)[0])


def check_cache(file, folder, problems):
    book = Book(file)
    hard = folder / ("hard-" + file.name)
    book.save_without_cache(hard)
    new = recalculated(hard, folder)
    count = 0
    for sheet in book.paths:
        cached, fresh = book.values(sheet), new.values(sheet)
        for cell, formula in book.formulas(sheet).items():
            count += 1
            if not same(cached.get(cell), fresh.get(cell)):
                problems.append(f"{file.name} {sheet}!{cell} ={formula}: cached "
                                f"{cached.get(cell)!r}, worked out {fresh.get(cell)!r}")
    return count


def check_following(file, folder, problems):
    """Sets each outcome that a status follows from to what reaches its target, nearly, and not."""
    book = Book(file)
    sheet = "Uppföljning"
    values, formulas = book.values(sheet), book.formulas(sheet)
    heads = {value: column(cell) for cell, value in values.items() if value in ("Mål", "Utfall")}
    rules = book.parts[book.paths[sheet]].decode()
    count = 0
    for cell, formula in formulas.items():
        words = re.findall(r'"(● .*?)"', formula.replace("&quot;", '"'))
        if not words:
            continue
        at = row(cell)
        outcome, target = f"{heads['Utfall']}{at}", f"{heads['Mål']}{at}"
        if outcome in formulas or not isinstance(values.get(target), float):
            continue
        at_least = f"{outcome}&gt;={target}" in formula or f"{outcome}>={target}" in formula
        for share, word in zip((1.2, 0.97, 0.5) if at_least else (0.8, 1 / 0.97, 2), words):
            number = values[target] * share
            changed = folder / "changed.xlsx"
            book.save_without_cache(changed, [(sheet, outcome, number)])
            new = recalculated(changed, folder)
            count += 1
            said = new.values(sheet).get(cell)
            if said != word:
                problems.append(f"{sheet}!{outcome} = {number}: {cell} says {said}, not {word}")
            if word.removeprefix("● ") not in rules:
                problems.append(f"{sheet}: no colour for {word}")
            for other, text in formulas.items():
                if row(other) == at and other != cell and outcome in text:
                    if same(new.values(sheet).get(other), values.get(other)):
                        problems.append(f"{sheet}!{other} ={text} does not follow {outcome}")
            for other, text in book.formulas("Sammanfattning").items():
                if text.endswith(f"!{outcome}"):
                    tile = new.values("Sammanfattning").get(other)
                    if not same(tile, number):
                        problems.append(f"Sammanfattning!{other} is {tile}, not {number}")
        if count >= 9:
            break
    return count


def main():
    tool, documents, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    problems = []
    formulas = 0
    for kind in KINDS:
        file = folder / ("-".join(kind).replace("--", "") + ".xlsx")
        subprocess.run([tool, "report", *kind, "--from", documents, "--quiet", "--output", str(file)],
                       check=True)
        formulas += check_cache(file, folder, problems)
    followed = check_following(folder / "year-year-2015.xlsx", folder, problems)
    for problem in problems:
        print(problem)
    print(f"{formulas} formulas of {len(KINDS)} workbooks recalculated, {followed} changes followed, "
          f"{len(problems)} problems")
    sys.exit(1 if problems or formulas == 0 or followed == 0 else 0)


main()
