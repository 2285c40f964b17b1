"""Runs README as it is printed: its commands with the tool, and with --compile its snippets.

usage: check.py [--compile SWIFT] TOOL

The commands run one after the other in a folder that has what they speak of: minutes/, text.txt,
gold.jsonl, mine.yaml (README's own), corrections.jsonl and kolada.csv. ID stands for an id of the
store. Commands of make are looked up in the Makefile. With --compile a package outside of this one
takes the products by URL and version tag from a bare clone, and compiles the snippets.
"""

import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
VERSION = "0.1.0"


def blocks(language):
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)


def commands():
    """The commands with their continuation lines joined and their comments taken off."""
    for block in blocks("sh"):
        for line in block.replace("\\\n", " ").splitlines():
            command = re.sub(r"\s+#\s.*$", "", line).strip()
            if command:
                yield command


def make_target(command):
    target = command.split()[1]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{re.escape(target)}:", makefile, re.M), f"make knows no {target}"


def prepare(folder):
    shutil.copytree(ROOT / "Examples" / "minutes", folder / "minutes")
    (folder / "text.txt").write_text("Cirka 15 900 unga sökte 2015.\n", encoding="utf-8")
    (folder / "mine.yaml").write_text(blocks("yaml")[0], encoding="utf-8")
    (folder / "mapping.json").write_text(blocks("json")[0], encoding="utf-8")
    (folder / "kolada.csv").write_text(
        "kpi,municipality,year,gender,value\nN02280,0180,2019,T,6.1\n", encoding="utf-8"
    )
    (folder / "scb.json").write_text(
        json.dumps({
            "class": "dataset", "id": ["Region", "ContentsCode", "Tid"], "size": [1, 1, 1],
            "dimension": {
                "Region": {"category": {"index": {"0180": 0}}},
                "ContentsCode": {"category": {"index": {"000001": 0}}},
                "Tid": {"category": {"index": ["2018"]}},
            },
            "value": [6.4],
        }),
        encoding="utf-8",
    )
    (folder / "figures-of-ours.csv").write_text(
        "source;indicator;kind;period;value\nKolada;arbetsloshet.andel;outcome;2019;7,4\n",
        encoding="utf-8",
    )
    document = "2015-05-21-tertialrapport-1.txt"
    record = {"document": document, "kind": "outcome", "quote": "", "range": [0, 1], "value": 1}
    (folder / "gold.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")


def first_id(environment, folder):
    """An id of the store, and decisions about another one as a review page saves them."""
    listed = subprocess.run(
        ["nyckeltal", "list", "--store", "n.sqlite", "--kind", "outcome", "--format", "jsonl"]
        + ["--limit", "2"],
        cwd=folder, env=environment, check=True, capture_output=True,
    )
    first, second = [json.loads(line)["id"] for line in listed.stdout.splitlines()]
    correction = {"id": second, "state": "accepted"}
    (folder / "corrections.jsonl").write_text(json.dumps(correction) + "\n", encoding="utf-8")
    return first


def run_commands(tool):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        prepare(folder)
        (folder / "bin").mkdir()
        (folder / "bin" / "nyckeltal").symlink_to(pathlib.Path(tool).resolve())
        environment = {
            "PATH": f"{folder}/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": name,
        }
        count = 0
        known = None
        for command in commands():
            if command.startswith("make "):
                make_target(command)
                continue
            if command.startswith("export "):
                key, value = command.removeprefix("export ").split("=", 1)
                environment[key] = value
                continue
            if re.search(r"\bID\b", command):
                known = known or first_id(environment, folder)
                command = re.sub(r"\bID\b", known, command)
            done = subprocess.run(
                ["bash", "-euo", "pipefail", "-c", command],
                cwd=folder, env=environment, capture_output=True, text=True, errors="replace",
            )
            if done.returncode != 0:
                sys.exit(f"{command}\nends with {done.returncode}\n{done.stderr}")
            count += 1
        for query in blocks("sql"):
            with sqlite3.connect(folder / "n.sqlite") as store:
                assert store.execute(query).fetchall(), f"{query} finds nothing"
            count += 1
        print(f"{count} commands of README did what they say")


def snippets():
    """The snippets as the parts of one program: imports first, the rest in the order of README."""
    imports, body = [], []
    for block in blocks("swift"):
        if block.startswith(".package"):
            continue
        for line in block.splitlines():
            (imports if line.startswith("import ") else body).append(line)
    return imports, body


def manifest(url, targets):
    products = {
        name: f'.product(name: "{name}", package: "nyckeltal")'
        for name in [
            "Nyckeltal", "NyckeltalDocuments", "NyckeltalMail", "NyckeltalReading",
            "NyckeltalReporting",
        ]
    }
    listed = ",\n".join(
        f'    .executableTarget(name: "{target}", dependencies: ['
        + ", ".join(products[used] for used in uses) + "])"
        for target, uses in targets.items()
    )
    return f"""// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "readme", platforms: [.macOS(.v14)],
  dependencies: [.package(url: "{url}", from: "{VERSION}")],
  targets: [
{listed}
  ])
"""


def compile_snippets(swift):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        bare = folder / "nyckeltal.git"
        run = lambda *words, **more: subprocess.run(words, check=True, **more)
        run("git", "clone", "--quiet", "--bare", str(ROOT), str(bare))
        run("git", "-C", str(bare), "tag", "--force", VERSION, stdout=subprocess.DEVNULL)
        targets = {
            "Whole": ["Nyckeltal", "NyckeltalDocuments", "NyckeltalMail"],
            "Alone": ["Nyckeltal"], "Documents": ["NyckeltalDocuments"], "Mail": ["NyckeltalMail"],
            "Reading": ["NyckeltalReading"], "Reporting": ["NyckeltalReporting"],
        }
        package = folder / "readme"
        for target in targets:
            (package / "Sources" / target).mkdir(parents=True)
        (package / "Package.swift").write_text(manifest(bare.as_uri(), targets))
        imports, body = snippets()
        sources = package / "Sources"
        (sources / "Whole" / "main.swift").write_text("\n".join(imports + [""] + body) + "\n")
        # names that SwiftUI has too are free for a program's own
        (sources / "Alone" / "main.swift").write_text(
            "import Nyckeltal\n\nlet catalogue = try Catalogue.builtIn()\n"
            "print(catalogue.indicators.count)\n"
        )
        (sources / "Documents" / "main.swift").write_text(
            "import NyckeltalDocuments\n\nlet reader = DocumentReader()\n"
            'print(DocumentFormat.recognizes("a.pdf"))\n'
        )
        (sources / "Reading" / "main.swift").write_text(
            "import NyckeltalExtraction\nimport NyckeltalMinutes\nimport NyckeltalModel\n"
            "import NyckeltalText\n\n"
            "let extractor = ObservationExtractor(catalogue: try .builtIn())\n"
            'let bytes = Array("Cirka 900 unga har sökt sommarjobb.".utf8)\n'
            'let minutes = Minutes(try SourceText(name: "a.txt", bytes: bytes))\n'
            "for observation in extractor.read(minutes).observations { print(observation.jsonLine) }\n"
        )
        (sources / "Reporting" / "main.swift").write_text(
            "import NyckeltalModel\nimport NyckeltalReports\nimport NyckeltalSpreadsheet\n\n"
            "let builder = ReportBuilder(definition: try .builtIn(.year), catalogue: [])\n"
            "let report = try builder.report(.year(2015), from: [], documents: 0)\n"
            "print(try SpreadsheetRenderer().bytes(report).count)\n"
        )
        (sources / "Mail" / "main.swift").write_text(
            'import NyckeltalMail\n\nprint(try Mailbox("a@example.se"))\n'
        )
        done = subprocess.run(
            [swift, "build", "--package-path", str(package)], capture_output=True, text=True
        )
        own = [line for line in done.stdout.splitlines() if str(sources) in line]
        warned = [line for line in own if "warning:" in line or "error:" in line]
        if done.returncode != 0 or warned:
            sys.exit(done.stdout[-4000:] + done.stderr[-4000:])
        for target in targets:
            if target == "Whole":
                continue
            binary = package / ".build" / "debug" / target
            linked = subprocess.run(["ldd", binary], capture_output=True, text=True).stdout
            assert target == "Alone" or "sqlite" not in linked, f"{target} links SQLite"
            run(binary, cwd=folder, stdout=subprocess.DEVNULL)
        print(f"a package by URL and tag compiled {len(body)} lines of README, without warnings")


def main():
    run_commands(sys.argv[-1])
    if "--compile" in sys.argv:
        compile_snippets(sys.argv[sys.argv.index("--compile") + 1])


main()
