"""Checks what the tool exports against the schemas that it prints.

usage: check_exports.py [--with-libraries] TOOL MINUTES

Lines of JSON against the JSON Schema, with wrong lines that must be refused; the table against the
data package, column by column; the views of a store against what the tool lists. With
--with-libraries the files are read with polars, DuckDB, pandas and frictionless too, and the store
with pandas, DuckDB and datasette.
"""

import csv
import datetime
import io
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile


def run(*arguments):
    done = subprocess.run(arguments, check=True, capture_output=True)
    return done.stdout.decode()


def check_lines(tool, lines):
    import jsonschema

    schema = json.loads(run(tool, "schema"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for line in lines:
        validator.validate(line)
    wrong = [
        lambda o: o.pop("id"),
        lambda o: o.update(kind="utfall"),
        lambda o: o.update(value="7"),
        lambda o: o.update(period="2015-T4"),
        lambda o: o.update(more=1),
        lambda o: o["source"].pop("quote"),
        lambda o: o["source"].update(range=[1]),
        lambda o: o["source"].update(speakers=[{"name": "A"}]),
    ]
    for change in wrong:
        line = json.loads(json.dumps(lines[0]))
        change(line)
        assert not validator.is_valid(line), line


def check_cell(text, field):
    constraints = field.get("constraints", {})
    if text == "":
        assert not constraints.get("required"), field
        return
    kind = field["type"]
    if kind == "number":
        float(text.replace(",", ".") if field.get("decimalChar") == "," else text)
    elif kind == "integer":
        assert int(text) >= constraints.get("minimum", 0), field
    elif kind == "boolean":
        assert text in ("true", "false"), field
    elif kind == "date":
        datetime.date.fromisoformat(text)
    if "enum" in constraints:
        assert text in constraints["enum"], (text, field)
    if "pattern" in constraints:
        assert re.fullmatch(constraints["pattern"], text), (text, field)


def check_table(package, folder):
    resource = package["resources"][0]
    fields = resource["schema"]["fields"]
    with open(os.path.join(folder, resource["path"]), newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file, delimiter=resource["dialect"]["delimiter"]))
    assert rows[0] == [field["name"] for field in fields], rows[0]
    for row in rows[1:]:
        assert len(row) == len(fields), row
        for text, field in zip(row, fields):
            check_cell(text, field)
    return len(rows) - 1


def alike(text, value):
    """Whether a cell of a table says what a column of a view holds."""
    if value is None or text == "":
        return text == "" and value in (None, "")
    return float(text) == value if isinstance(value, (int, float)) else text == value


def check_store(tool, minutes, folder):
    """The views of a store against what the tool lists, after corrections."""
    store = f"{folder}/n.sqlite"
    run(tool, "import", minutes, "--quiet", "--store", store)
    listed = [
        json.loads(line)
        for line in run(tool, "list", "--store", store, "--format", "jsonl").split("\n")
        if line
    ]
    first, second, third = [line["id"] for line in listed if line["value"] is not None][:3]
    run(tool, "correct", first, "--value", "12.5", "--note", "bilagan", "--store", store)
    run(tool, "correct", second, "--reject", "--note", "sidnummer", "--store", store)
    run(tool, "correct", third, "--field", "group=kvinnor", "--note", "rubrik", "--store", store)
    text = run(tool, "list", "--store", store, "--format", "csv")
    table = list(csv.DictReader(io.StringIO(text, newline="")))
    with sqlite3.connect(f"file:{store}?mode=ro", uri=True) as database:
        database.row_factory = sqlite3.Row
        rows = {row["id"]: row for row in database.execute("SELECT * FROM observations")}
        assert len(rows) == len(table) == len(listed) - 1, (len(rows), len(table), len(listed))
        for cells in table:
            cells.pop("rejected")
            for name, text in cells.items():
                value = rows[cells["id"]]["population" if name == "group" else name]
                assert alike(text, value), (name, text, value)
        names = {row[0] for row in database.execute("SELECT name FROM documents")}
        assert names == {cells["document"] for cells in table}
        assert database.execute("SELECT count(*) FROM corrections").fetchone()[0] == 3
    return store, len(rows)


def check_store_with_libraries(store, count):
    import duckdb
    import pandas

    with sqlite3.connect(store) as database:
        frame = pandas.read_sql_query("SELECT * FROM observations", database)
    assert len(frame) == count
    total = duckdb.sql("SELECT sum(value) FROM frame").fetchall()[0][0]
    datasette = os.path.join(os.path.dirname(sys.executable), "datasette")
    page = json.loads(run(datasette, store, "--get", "/n/observations.json?_size=1&_labels=on"))
    assert page["is_view"] and page["columns"] == list(frame.columns), page
    print(f"pandas, DuckDB and datasette read {count} observations of a store alike")
    try:
        duckdb.sql(f"INSTALL sqlite; LOAD sqlite; ATTACH '{store}' AS store (TYPE sqlite)")
    except duckdb.Error as error:
        print(f"DuckDB has no extension for SQLite here: {error}".splitlines()[0])
        return
    found = duckdb.sql("SELECT count(*), sum(value) FROM store.observations").fetchall()[0]
    assert found[0] == count and abs(found[1] - total) < 1, (found, total)
    print("DuckDB's own extension for SQLite reads them too")


def check_with_libraries(folder, count):
    import duckdb
    import frictionless
    import pandas
    import polars

    lines, table = f"{folder}/observations.jsonl", f"{folder}/observations.csv"
    total = duckdb.sql(f"select sum(value) from read_json_auto('{lines}')").fetchall()[0][0]
    for name, rows in [
        ("polars jsonl", polars.read_ndjson(lines, infer_schema_length=None).height),
        ("polars csv", polars.read_csv(table, infer_schema_length=None).height),
        ("pandas jsonl", len(pandas.read_json(lines, lines=True))),
        ("pandas csv", len(pandas.read_csv(table))),
        ("duckdb jsonl", len(duckdb.sql(f"select * from read_json_auto('{lines}')").fetchall())),
        ("duckdb csv", len(duckdb.sql(f"select * from read_csv('{table}')").fetchall())),
    ]:
        assert rows == count, (name, rows, count)
    assert abs(polars.read_csv(table, infer_schema_length=None)["value"].sum() - total) < 1
    report = frictionless.validate(f"{folder}/datapackage.json")
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "note"])[:5]
    print(f"polars, DuckDB, pandas and frictionless read {count} observations alike")


def main():
    tool, minutes = sys.argv[-2:]
    with tempfile.TemporaryDirectory() as folder:
        for name in ["observations.jsonl", "observations.csv"]:
            run(tool, "extract", minutes, "--quiet", "--output", f"{folder}/{name}")
        with open(f"{folder}/observations.jsonl", encoding="utf-8") as file:
            lines = [json.loads(line) for line in file]
        check_lines(tool, lines)
        text = run(tool, "schema", "--format", "frictionless")
        with open(f"{folder}/datapackage.json", "w", encoding="utf-8") as file:
            file.write(text)
        assert check_table(json.loads(text), folder) == len(lines)
        if "--with-libraries" in sys.argv:
            check_with_libraries(folder, len(lines))
        store, count = check_store(tool, minutes, folder)
        if "--with-libraries" in sys.argv:
            check_store_with_libraries(store, count)
    print(f"{len(lines)} observations are as the schemas say")


main()
