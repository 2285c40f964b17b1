"""The ten classes of attacks: each gives cases, functions that fall by an exception and hold otherwise."""

import json
import os

import inputs
import peers
from damage import stores
from run import AS_NOBODY, fails

REPORT = ["report", "year", "--year", "2015"]
ALL_OUTPUTS = [part for suffix in ("xlsx", "txt", "html", "csv", "jsonl") for part in ("--output", f"r.{suffix}")]


def named(case, what, data):
    """The case with a name by which it is found again."""
    text = data if isinstance(data, bytes) else data.encode("utf-8", "replace")
    case.__name__ = f"{what} {text[:24]!r}…{text[-24:]!r} ({len(text)} bytes)"
    return case


def files(draw):
    """Names, trees, kinds and encodings of files."""
    names = [b"a.txt", b"\xe5.txt", b"\xff\xfe", "å.txt".encode(), "a\u030a.txt".encode(), b"-", b"--help", b" .txt", b"a\nb.txt",
             b"\x1b[2J.txt", b"x" * 251 + b".txt", "\u202etxt.exe".encode(), b".hidden.txt", b"a.", b"a.pdf", b"a.docx", b"a.html", b"*.txt"]

    def names_of_files(room):
        chosen = draw.sample(names, 5)
        for name in chosen:
            room.write(name, inputs.MINUTES)
        room.write("z.txt", inputs.MINUTES)
        code, out, err = room.run("extract", ".")
        found = out.count(b"sommarjobb.sokande")
        visible = [name for name in {*chosen, b"z.txt"} if not name.startswith(b".")]
        named = err.count(b"the file's name is no text") + err.count(b"is damaged") + err.count(b"neither")
        fails(found + named + err.count(b"passed over") < len(visible) - 3, "files were lost without a word")
        undecodable = sum(1 for name in visible if not decodes(name))
        fails(undecodable and code != 3, f"an unreadable name gave status {code}")
        fails(err.count(b"is no text (UTF-8)") != undecodable, "a name that is no text was not named")

    def kinds(room):
        os.mkfifo(room.path / "pipe.txt")
        os.symlink("nowhere", room.path / "dead.txt")
        os.symlink(".", room.path / "loop")
        os.symlink("/dev/zero", room.path / "zero.txt")
        room.write("a.txt", inputs.MINUTES)
        depth = draw.choice([1, 20, 100])
        room.write("/".join(["d"] * depth) + "/b.txt", inputs.MINUTES)
        code, out, _ = room.run("extract", ".")
        fails(out.count(b"sommarjobb.sokande") != 2, "a file was lost")

    def locked(room):
        room.write("a.txt", inputs.MINUTES)
        room.write("locked/b.txt", inputs.MINUTES)
        os.chmod(room.path, 0o777)
        os.chmod(room.path / "locked", 0)
        code, _, err = room.run(*REPORT, "--from", ".", "--output", "r.txt", "--output", "r.eml", "--mail-from", "a@b.se",
                                "--mail-to", "c@d.se", "--smtp", "smtp://127.0.0.1:1", prefix=AS_NOBODY)
        fails(code != 3 or b"locked" not in err or b"not sent" not in err, f"an unreadable folder: {code} {err!r}")

    def bytes_of_files(room):
        text = inputs.scrambled(draw, inputs.MINUTES)
        data = text.encode(draw.choice(["utf-8", "utf-16", "latin-1", "cp1252", "utf-32"]), "replace")
        room.write("a.txt", inputs.broken(draw, data) if draw.random() < 0.7 else data)
        room.run(draw.choice(["extract", "quantities", "text"]), "a.txt", raw=True)

    def stray(room):
        data = inputs.MINUTES.encode()
        _, whole, _ = room.run("extract", "-", input=data)
        line = data.index(b"Protokoll")
        _, found, err = room.run("extract", "-", input=data[:line + 9] + bytes([draw.choice([0xE5, 0xFF, 0x80])]) + data[line + 9:])
        fails(found.count(b"\n") != whole.count(b"\n"), "one stray byte changed what was read")
        fails(b"no UTF-8" not in err, "a stray byte was not told")

    def large(room):
        with open(room.path / "a.pdf", "wb") as file:
            file.write(b"%PDF-1.4\n" + b"x" * 5000)
            file.truncate(3 << 30)
        room.run("extract", "a.pdf", statuses=(1,))

    def endless(room):
        room.run(draw.choice(["quantities", "extract", "text"]), "/dev/zero", statuses=(1,))

    def data(room):
        value = draw.choice([[{"antal": 900}], {"antal": 900}, [1, 2], [[1], "x"]])
        name = draw.choice(["a.txt", "a.json", "a.md", "-"])
        content = json.dumps(value).encode()
        room.write("a" if name == "-" else name, content)
        room.run("extract", name, input=content, statuses=(1,))

    def own(room):
        room.write("a.txt", inputs.MINUTES)
        counts = []
        for _ in range(3):
            _, _, err = room.run(*REPORT, "--from", ".", *ALL_OUTPUTS)
            counts.append((room.path / "r.jsonl").read_text().count("\n"))
        fails(len(set(counts)) != 1, f"own reports were read: {counts}")

    yield from [names_of_files] * 80 + [kinds] * 12 + [locked] * 4 + [bytes_of_files] * 180 + [stray] * 20
    yield from [large] * 2 + [endless] * 3 + [data] * 12 + [own] * 2


def decodes(name):
    try:
        name.decode()
        return True
    except UnicodeDecodeError:
        return False



def yaml(draw):
    """Catalogues and report definitions."""
    laughs = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
    keys = "? &a [x]\n: 1\n" + "".join(f"? &b{n} [*a, *a, *a, *a, *a, *a, *a]\n: 1\n" for n in range(8))
    special = [
        laughs, keys, "[" * 100_000, "{" * 100_000, "- " * 100_000, "? " * 50_000, "a: " * 10_000, "!!binary x", "%YAML 9.9\n---\n",
        "\x00", "\t- a", "a: b: c", "&a *a", "<<: *x", "!<tag> a", "--- \n--- \n", "'" * 9999, '"\\x', "a: |\n" + " x\n" * 200_000,
        "topics:\n  sfi: [" + ", ".join(f"w{n}" for n in range(1_000_000)) + "]",
        "indicators:\n" + "".join(f"  - {{id: a.b{n}, topic: sfi, sv: x, en: x, unit: persons, cues: [w{n}]}}\n" for n in range(30_000)),
        "topics: {sfi: ['*']}", "topics: {sfi: [a*b*c]}", "topics: {sfi: ['" + "a_" * 5000 + "b']}", "indicators: [[]]", "topics: 1",
        "report: year\ntitle: x\nsheets: []", "report: year\nsheets: [{sheet: x}]", "report: [year]", "sheets: {a: b}",
    ]
    definition = "report: year\ntitle: Året {{year}}\nsheets:\n  - sheet: summary\n    blocks:\n      - keyFigures: 4\n  - sheet: sources\n"
    catalogue = "topics:\n  sfi: [språkcafé*, ~kurs]\nindicators:\n  - id: sfi.prov\n    topic: sfi\n    sv: Prov\n    en: Test\n    unit: persons\n    cues: [\"@ prov*|test\"]\n"

    def one(text):
        def catalogues(room):
            room.write("a.txt", inputs.MINUTES)
            room.write("c.yaml", text)
            room.run("catalogue", "check", "c.yaml")
            room.run("extract", "a.txt", "--catalogue", "c.yaml", raw=True)

        def definitions(room):
            room.write("a.txt", inputs.MINUTES)
            room.write("d.yaml", text)
            room.run(*REPORT, "--from", "a.txt", "--template", "d.yaml", "--output", "r.txt", "--output", "r.xlsx")

        return [catalogues, definitions]

    for text in special:
        yield from one(text)
    for number in range(170):
        yield one(inputs.scrambled(draw, catalogue))[0]
        yield one(inputs.scrambled(draw, definition))[1]


def templates(draw):
    """Mustache in report definitions."""
    lists = ["targets", "figures", "trends", "conflicts", "comparisons", "requests", "states", "topics", "overall", "notMet", "met", "corrections"]
    names = lists + ["name", "year", "sources", "remark", "count", "one", "x", ".", "capitalized(name)", "> summary", "> missing", "!x", "%x", "&name", "=<% %>=", "$x", "<x"]

    def template(text):
        def run(room):
            room.write("a.txt", inputs.MINUTES)
            room.write("t.mustache", text)
            room.write("d.yaml", "report: year\ntitle: x\nsheets:\n  - sheet: summary\n    blocks:\n      - text: {file: t.mustache}\n")
            room.run(*REPORT, "--from", "a.txt", "--template", "d.yaml", "--output", "r.txt", "--output", "r.html")
        return run

    for depth in (3, 8, 12, 100, 10_000):
        for chosen in (lists, ["figures"], ["name"]):
            opened = [chosen[n % len(chosen)] for n in range(depth)]
            yield template("".join(f"{{{{#{n}}}}}" for n in opened) + "x" + "".join(f"{{{{/{n}}}}}" for n in reversed(opened)))
            yield template("".join(f"{{{{#{n}}}}}" for n in opened))
    for text in ["{{" * 100_000, "{{#a}}" * 100_000, "{{> summary}}\n" * 4000, "{{name" * 9999, "x" * 10_000_000, "}}" * 9999, "{{{name}}", "{{=<% %>=}}<%name%>"]:
        yield template(text)
    for _ in range(320):
        tags = []
        for _ in range(draw.randint(1, 30)):
            name = draw.choice(names)
            tags.append(draw.choice(["{{%s}}", "{{#%s}}", "{{/%s}}", "{{^%s}}", "{{{%s}}}", "%s "]) % name)
        yield template("".join(tags))


def documents(draw):
    """PDF, Word and web pages."""
    def read(name, data):
        def run(room):
            room.write(name, data)
            room.run("extract", name, raw=True, seconds=40 if name.endswith("pdf") else 10)
        return named(run, name, data)

    for body in inputs.WORDS:
        yield read("a.docx", inputs.word(body))
    for body in inputs.PAGES:
        yield read("a.html", inputs.PAGE.format(body))
    bomb = inputs.archive([("word/document.xml", b" " * 300_000_000)])
    for data in (bomb, inputs.archive([(f"p{n}", "") for n in range(20_000)]), b"PK\x03\x04" + b"\xff" * 9999):
        yield read("a.docx", data)
    good = [("a.docx", inputs.word(inputs.WORDS[2])), ("a.html", inputs.PAGE.format(inputs.PAGES[1]).encode()), ("a.pdf", inputs.pdf(draw))]
    for number in range(320):
        name, data = good[number % 3]
        yield read(name, inputs.broken(draw, data))


def text(draw):
    """Text for every command that reads it."""
    def read(data, *command):
        def run(room):
            room.write("a.txt", data)
            room.run(*command, raw="--format" not in command and command[0] != "report")
        return named(run, command[0], data)

    commands = [("extract", "a.txt"), ("quantities", "a.txt"), (*REPORT, "--from", "a.txt", "--output", "r.txt", "--output", "r.html", "--output", "r.xlsx"),
                ("extract", "a.txt", "--format", "table", "--explain"), ("import", "a.txt", "--store", "s")]
    for name, data in inputs.LARGE_TEXTS:
        for command in commands[:3]:
            yield read(data, *command)
    for scrap in inputs.SCRAPS:
        yield read(f"§ 4\n\nSommarjobb {scrap} 2015: {scrap} 12 {scrap} platser. Målet är {scrap}.", *commands[3])
    for number in range(260):
        yield read(inputs.scrambled(draw, inputs.MINUTES), *commands[number % len(commands)])


def tables(draw):
    """Tables of figures and exported observations."""
    header = "kind,indicator,value,period,source,note".split(",")[:5]
    cells = ["outcome", "target", "sommarjobb.sokande", "sommarjobb.platser", "12", "-1e308", "9223372036854775808", "1e999", "2015", "2015-T9", "=1+1", "",
             '"', '""', "\x00", "\x1b[2J", "x" * 100_000, "å;ä", "NaN", "'", "0x10", "1,5"]

    def imported(name, data, *more):
        def run(room):
            room.write(name, data)
            room.run("import", name, "--store", "s", *more)
            if (room.path / "s").exists():
                room.run("list", "--store", "s")
                room.run(*REPORT, "--store", "s", *ALL_OUTPUTS)
        return named(run, name, data)

    # more rows than a table may have, and as many equal ones as a report is asked for
    for count in (200_000, 20_000):
        yield imported("a.csv", "kind,indicator,value,period\n" + "outcome,sommarjobb.sokande,12,2015\n" * count)
    yield imported("a.csv", "kind,indicator,value," + ",".join("x" * 3 + str(n) for n in range(500_000)))
    yield imported("a.csv", 'kind,indicator,value\noutcome,sommarjobb.sokande,"' + "1\n" * 1_000_000)
    line = '{"id":"%s","kind":"outcome","topic":"sfi","indicator":null,"value":%s,"qualifier":"exact","unit":"persons","period":"2015","confidence":1,"rules":[],"source":{"document":"a","speakers":[],"quote":"q","range":[0,1],"line":1}}\n'
    for value in ["1", "1e308", "-9223372036854775808", "1e999", "null", '"x"', "[]", "0.1", "true"]:
        yield imported("a.jsonl", line % ("a", value) + line % ("b", "2"))
    # all of one year, in five outputs at once; time grows with their number and no faster
    yield imported("a.jsonl", "".join(line % (n, n) for n in range(12_000)))
    yield linear(lambda count: "".join(line % (n, n) for n in range(count * 1_500)))
    yield linear(lambda count: "kind,indicator,value,period\n" + "outcome,sommarjobb.sokande,12,2015\n" * (count * 2_500), "a.csv")
    yield imported("a.jsonl", "{" + '"id":[' * 100_000)
    for _ in range(300):
        table = [draw.choice([",", ";"]).join(header)] if draw.random() < 0.8 else []
        table += [",".join(draw.choice(cells) for _ in range(draw.choice([4, 5, 5, 6]))) for _ in range(draw.randint(1, 6))]
        yield imported("a.csv", "\n".join(table), *draw.choice([[], ["--decimal-comma"]]))


def linear(make, name="a.jsonl"):
    """Four times as much takes little more than four times as long, by the processor's time."""
    def grows(room):
        took = []
        for count in (1, 4):
            room.write(name, make(count))
            room.run("import", name, "--store", f"s{count}", statuses=(0,))
            took.append(room.run(*REPORT, "--store", f"s{count}", *ALL_OUTPUTS, statuses=(0,), timed=True))
        fails(took[1] > 8 * took[0] + 0.5, f"4 times as much took {took[1] / took[0]:.1f} times as long")
    return grows


def surroundings(draw):
    """Disks, permissions, closed files, and programs that are ended."""
    import places
    yield from places.cases(draw)


def mail(draw):
    """Servers that lie."""
    def send(script, user):
        def run(room):
            server = peers.Liar(script)
            try:
                room.write("a.txt", "Hej")
                command = ["mail", "--from", "a@b.se", "--to", "c@d.se", "--subject", "x", "--attach", "a.txt", "--timeout", "2", "--retries", "0",
                           "--smtp", f"smtp://{'rapport@' if user else ''}127.0.0.1:{server.port}"]
                env = {"NYCKELTAL_SMTP_PASSWORD": peers.SECRET}
                code, out, err = room.run(*command, *(["--smtp-clear-login"] if user and draw.random() < 0.5 else []), env=env, seconds=25)
                # without a user name no password is used, and none can be known to the server
                fails(user and peers.SECRET.encode() in out + err, "the password was shown")
                fails(user and b"Subject:" in server.heard and b"AUTH" not in server.heard, "it was sent without login")
                fails(user and code == 0 and b"AUTH" not in server.heard, "taken for sent without login")
            finally:
                server.close()
        return run

    for number, script in zip(range(300), peers.scripts(300)):
        yield send(script, number % 2 == 1)


def determinism(draw):
    """The same input gives the same bytes, whatever surrounds it."""
    environments = [{}, {"LC_ALL": "sv_SE.UTF-8"}, {"LC_ALL": "tr_TR.UTF-8"}, {"TZ": "Pacific/Apia"}, {"LC_NUMERIC": "de_DE.UTF-8"}, {"NO_COLOR": "1"}, {"COLUMNS": "1"}]

    def same(room):
        for number in range(6):
            room.write(f"m/{number}.txt", inputs.scrambled(draw, inputs.MINUTES))
        one = draw.choice(environments)
        results = []
        for number, env in enumerate([{}, one]):
            _, out, _ = room.run("extract", "m", env=env, raw=True)
            room.run(*REPORT, "--from", "m", *[part.replace("r.", f"r{number}.") for part in ALL_OUTPUTS], env=env)
            results.append([out] + [(room.path / f"r{number}.{suffix}").read_bytes() if (room.path / f"r{number}.{suffix}").exists() else None
                                    for suffix in ("xlsx", "txt", "html", "csv", "jsonl")])
        fails(results[0] != results[1], f"other bytes with {one}")

    yield from [same] * 100


CLASSES = {
    "files": files, "yaml": yaml, "templates": templates, "documents": documents, "text": text, "tables": tables, "stores": stores,
    "surroundings": surroundings, "mail": mail, "determinism": determinism,
}
