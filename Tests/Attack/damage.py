"""Stores with flipped bits and hostile updates: an error or the right answer."""

import json
import sqlite3

import inputs
from run import Room, fails

REPORT = ["report", "year", "--year", "2015"]


class Store:
    """A store that was made once; each attack damages a copy."""

    def __init__(self, room):
        for number in range(8):
            room.write(f"{number}.txt", inputs.MINUTES.replace("900", str(900 + number)))
        room.run("import", *[f"{n}.txt" for n in range(8)], "--store", "s", statuses=(0,))
        _, self.listed, _ = room.run("list", "--format", "jsonl", "--store", "s", statuses=(0,))
        self.ids = [json.loads(line)["id"] for line in self.listed.splitlines()]
        room.run("correct", self.ids[0], "--value", "6900", "--note", "se bilagan", "--store", "s", statuses=(0,))
        _, self.listed, _ = room.run("list", "--format", "jsonl", "--store", "s", statuses=(0,))
        self.bytes = (room.path / "s").read_bytes()
        database = sqlite3.connect(room.path / "s")
        self.columns = [(table, column[1]) for (table,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
                        for column in database.execute(f"PRAGMA table_info({table})") if not table.startswith("sqlite_")]


def stores(draw, tool):
    """Bit flips and hostile updates: an error or the right answer."""
    with Room(tool) as first:
        store = Store(first)

    def use(room, number):
        commands = [
            ("list", "--format", "jsonl", "--store", "s"), (*REPORT, "--store", "s", "--output", "r.txt"),
            ("correct", store.ids[1], "--value", "7", "--note", "x", "--store", "s"), ("import", "a.txt", "--store", "s"),
        ]
        room.write("a.txt", inputs.MINUTES)
        code, out, _ = room.run(*commands[0])
        fails(code == 0 and out != store.listed, "a damaged store gave another answer")
        for command in commands[1:]:
            room.run(*command)

    def flips(room):
        data = bytearray(store.bytes)
        for _ in range(draw.choice([1, 1, 1, 5, 50])):
            place = draw.randrange(len(data) * 8)
            data[place // 8] ^= 1 << place % 8
        room.write("s", bytes(data))
        use(room, 0)

    values = ["NULL", "'abc'", "-1", "9223372036854775807", "2147483648", "1e999", "x'00ff'", "zeroblob(1000000)", "''", "'2015-99'", "0", "1.5"]
    others = ["DROP TABLE grdb_migrations", "DROP TABLE document", "DROP TABLE passage", "DELETE FROM ruleList", "DELETE FROM passage",
              "INSERT INTO grdb_migrations VALUES ('99 future')", "PRAGMA user_version = 99", "PRAGMA application_id = 7", "DELETE FROM documentName",
              "DELETE FROM grdb_migrations", "ALTER TABLE observation RENAME COLUMN value TO wert", "UPDATE observation SET key = key * 3", "VACUUM",
              "CREATE TRIGGER t AFTER INSERT ON observation BEGIN SELECT raise(ABORT, 'x'); END"]

    def updates(room):
        room.write("s", store.bytes)
        database = sqlite3.connect(room.path / "s")
        try:
            if draw.random() < 0.08:
                database.execute(draw.choice(others))
            else:
                table, column = draw.choice(store.columns)
                where = draw.choice(["", " WHERE rowid % 2 = 0"]) if table not in ("documentName", "passage") else ""
                database.execute(f"UPDATE {table} SET {column} = {draw.choice(values)}{where}")
            database.commit()
        except sqlite3.Error:
            database.rollback()
        database.close()
        room.write("a.txt", inputs.MINUTES)
        code, out, _ = room.run("list", "--format", "jsonl", "--store", "s")
        for command in [(*REPORT, "--store", "s", "--output", "r.txt"), ("correct", store.ids[1], "--value", "7", "--note", "x", "--store", "s"),
                        ("import", "a.txt", "--store", "s")]:
            room.run(*command)

    yield from [flips] * 500 + [updates] * 2000
