#!/usr/bin/env python3
"""Turns annotated sources (*.src) into documents (*.txt) and gold.jsonl, in the folder of each.

usage: annotate.py FOLDER
A figure is written [[text||kind; indicator; unit; period; key=value; ...]]; a line "@@ key=value ..." sets
defaults for what follows (item, section, parties, date) and is left out of the document.
"""
import json, pathlib, re, sys

KINDS = "outcome target forecast budget change trend assessment request".split()
UNITS = "persons households places employments percent percentagePoints SEK years months days other".split()
TOPICS = "arbetstraning sommarjobb budget forsorjningsstod vuxenutbildning sfi visstidsanstallning unga arbetsloshet jobbtorg samhallsorientering personal kvalitet maluppfyllelse ovrigt".split()
QUAL = "exact about almost moreThan lessThan atLeast atMost".split()
SECTIONS = "decision matter proposal procedure reservation specialStatement deputyStatement letter".split()
PERIOD = re.compile(r"^\d{4}(-(T[123]|Q[1-4]|H[12]|\d\d(-\d\d)?))?(/\d{4}(-(T[123]|Q[1-4]|H[12]|\d\d(-\d\d)?))?)?$")
KEYS = "v lo hi q topic dir cmp as group parties section item about optional hard".split()

def indicators():
    text = (pathlib.Path(__file__).resolve().parent.parent.parent / "Sources/NyckeltalExtraction/catalogue.yaml").read_text()
    return {m.group(1): m.group(2) for m in re.finditer(r"- id: (\S+)\n\s+topic: (\S+)", text)}

def many(text):
    values = [None if v.strip() in ("-", "") else v.strip() for v in text.split(",")]
    return values[0] if len(values) == 1 else values

def check(values, allowed, what, where):
    for v in values if isinstance(values, list) else [values]:
        if v is not None and v not in allowed: sys.exit(f"{where}: {what} {v!r} is not one of {sorted(allowed)}")

def convert(path, ids):
    out, records, defaults = [], [], {"item": None, "section": None, "parties": []}
    size = 0
    def put(text):
        nonlocal size
        out.append(text); size += len(text.encode())
    for number, line in enumerate(path.read_text().split("\n"), 1):
        where = f"{path.name}:{number}"
        if line.startswith("@@"):
            for part in line[2:].split():
                k, _, v = part.partition("=")
                if k not in defaults: sys.exit(f"{where}: unknown default {k}")
                defaults[k] = [p for p in v.split(",") if p != "-" and p] if k == "parties" else many(v)
            if defaults["section"] is not None: check(defaults["section"], SECTIONS, "section", where)
            continue
        rest = line
        while True:
            m = re.search(r"\[\[(.*?)\|\|(.*?)\]\]", rest)
            if not m: break
            put(rest[:m.start()])
            start = size; put(m.group(1))
            parts = [p.strip() for p in m.group(2).split(";")]
            pos = [p for p in parts if "=" not in p and p not in ("optional", "hard")]
            keys = dict(p.split("=", 1) for p in parts if "=" in p)
            for k in keys:
                if k not in KEYS: sys.exit(f"{where}: unknown key {k}")
            r = {"document": path.stem + ".txt", "quote": m.group(1), "range": [start, size]}
            if "optional" in parts: r["optional"] = True
            if "hard" in parts: r["hard"] = True
            if not pos:
                if "optional" not in parts: sys.exit(f"{where}: no kind")
            else:
                r["kind"] = many(pos[0]); check(r["kind"], KINDS, "kind", where)
                kinds = r["kind"] if isinstance(r["kind"], list) else [r["kind"]]
                figure = any(k in KINDS[:5] for k in kinds)
                r["indicator"] = many(pos[1]) if len(pos) > 1 else None
                check(r["indicator"], ids, "indicator", where)
                topic = keys.get("topic")
                first = r["indicator"][0] if isinstance(r["indicator"], list) else r["indicator"]
                if topic is None and first is None: sys.exit(f"{where}: no indicator and no topic=")
                r["topic"] = many(topic) if topic else ids[first]
                if isinstance(r["indicator"], list) and not topic:
                    r["topic"] = sorted({ids[i] for i in r["indicator"] if i})
                    if len(r["topic"]) == 1: r["topic"] = r["topic"][0]
                check(r["topic"], TOPICS, "topic", where)
                if figure:
                    if "v" not in keys and "lo" not in keys and "hi" not in keys: sys.exit(f"{where}: v= is missing: {m.group(1)}")
                    r["unit"] = many(pos[2]); check(r["unit"], UNITS, "unit", where)
                    r["value"] = float(keys["v"]) if "v" in keys else None
                    for k, n in (("lo", "lower"), ("hi", "upper")):
                        if k in keys: r[n] = float(keys[k])
                    r["qualifier"] = many(keys.get("q", "exact")); check(r["qualifier"], QUAL, "qualifier", where)
                r["period"] = many(pos[3]) if len(pos) > 3 else None
                for p in r["period"] if isinstance(r["period"], list) else [r["period"]]:
                    if p is not None and not PERIOD.match(p): sys.exit(f"{where}: period {p!r}")
                if "dir" in keys: r["direction"] = many(keys["dir"])
                elif any(k in ("change", "trend") for k in kinds) and len(kinds) == 1: sys.exit(f"{where}: dir= is missing")
                if "as" in keys: r["assessment"] = many(keys["as"])
                if "cmp" in keys: r["comparedWith"] = many(keys["cmp"])
                if "group" in keys: r["group"] = keys["group"]
                if "about" in keys: r["about"] = keys["about"]
                r["item"] = many(keys["item"]) if "item" in keys else defaults["item"]
                r["section"] = many(keys["section"]) if "section" in keys else defaults["section"]
                r["parties"] = [p for p in keys["parties"].split(",") if p and p != "-"] if "parties" in keys else defaults["parties"]
            records.append(r)
            rest = rest[m.end():]
        if "[[" in rest or "||" in rest: sys.exit(f"{where}: unclosed mark")
        put(rest + "\n")
    text = "".join(out).rstrip("\n") + "\n"
    path.with_suffix(".txt").write_text(text)
    data = text.encode()
    for r in records:
        assert data[r["range"][0]:r["range"][1]].decode() == r["quote"], (path, r)
    return records

if len(sys.argv) != 2 or not sorted(pathlib.Path(sys.argv[1]).glob("*.src")):
    sys.exit("usage: annotate.py FOLDER, with *.src files in it")
folder = pathlib.Path(sys.argv[1])
ids = indicators()
with open(folder / "gold.jsonl", "w") as f:
    total = 0
    for path in sorted(folder.glob("*.src")):
        for r in convert(path, ids):
            f.write(json.dumps(r, ensure_ascii=False) + "\n"); total += 1
print(f"{len(list(folder.glob('*.src')))} documents, {total} records")
