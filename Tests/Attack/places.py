"""Where the tool writes: full disks, closed files, folders that may not be written, and kill -9."""

import os
import resource
import signal
import subprocess
import time

import inputs
from run import AS_NOBODY, fails

REPORT = ["report", "year", "--year", "2015"]
OUTPUTS = ["r.xlsx", "r.txt", "r.html", "r.csv", "r.eml"]
MAIL = ["--mail-from", "a@b.se", "--mail-to", "c@d.se", "--mail-date", "2015-05-07T12:00:00Z", "--mail-message-id", "t@b.se", "--mail-boundary", "t"]


def written(names=OUTPUTS):
    return [part for name in names for part in ("--output", name)]


def cases(draw):
    whole = {}

    def make(room, count=1):
        for number in range(count):
            room.write(f"m/{number}.txt", inputs.MINUTES.replace("900", str(900 + number)))

    def expected(room):
        if not whole:
            room.run(*REPORT, "--from", "m", *written(), *MAIL, statuses=(0,))
            for name in OUTPUTS:
                whole[name] = (room.path / name).read_bytes()
                os.remove(room.path / name)
        return whole

    def limits(room):
        make(room)
        expected(room)
        # enough for what is said on standard error, which is a file here
        size = draw.choice([1000, 2000, 4096, 5000, 9000])
        room.run(*REPORT, "--from", "m", *written(), *MAIL, before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)))
        clean(room)

    def clean(room):
        for name in room.names():
            name = os.fsdecode(name)
            fails(name.startswith("."), f"{name} is left over")
            if name in whole:
                fails((room.path / name).read_bytes() != whole[name], f"{name} is not whole")

    def descriptors(room):
        make(room)
        count = draw.randint(7, 16)
        room.run(*REPORT, "--from", "m", *written(), *MAIL, before=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (count, count)), statuses=tuple(range(65)))
        for name in room.names():
            fails(name.startswith(b"."), "something is left over")

    def full(room):
        make(room)
        with open("/dev/full", "wb") as device:
            command = draw.choice([("extract", "m"), ("quantities", "m/0.txt"), ("templates",), ("catalogue",), ("text", "m/0.txt"), ("rules",)])
            code, _, err = room.run(*command, stdout=device)
            fails(code != 1 or b"cannot be written" not in err, "a full output was taken for done")
            room.run("extract", "m", "missing", stderr=device, statuses=(3,))

    def closed(room):
        make(room)
        number = draw.choice([0, 1, 2])
        room.run(*draw.choice([("extract", "m"), ("import", "m", "--store", "s"), (*REPORT, "--from", "m", *written(), *MAIL)]), before=lambda: os.close(number))

    def over(room):
        make(room)
        room.write("d.yaml", "report: year\ntitle: x\nsheets:\n  - sheet: sources\n")
        room.run("import", "m", "--store", "s.xlsx", statuses=(0,))
        before = {name: (room.path / os.fsdecode(name)).read_bytes() for name in [b"s.xlsx", b"d.yaml", b"m/0.txt"]}
        os.link(room.path / "m/0.txt", room.path / "hard.txt")
        os.symlink("m/0.txt", room.path / "soft.txt")
        command = draw.choice([
            (*REPORT, "--store", "s.xlsx", "--output", "s.xlsx"), (*REPORT, "--store", "s.xlsx", "--output", "./s.xlsx"),
            (*REPORT, "--from", "m", "--output", "m/0.txt"), (*REPORT, "--from", "m", "--output", "hard.txt"), (*REPORT, "--from", "m", "--output", "soft.txt"),
            ("list", "--store", "s.xlsx", "--output", "s.xlsx"), (*REPORT, "--from", "m", "--output", "a.txt", "--output", "m/../a.txt"),
            (*REPORT, "--from", "m", "--output", "a.txt/"), (*REPORT, "--from", "m", "--output", "m"),
            ("mail", "--from", "a@b.se", "--to", "c@d.se", "--subject", "x", "--attach", "m/0.txt", "--output", "m/0.txt"),
        ])
        code, _, _ = room.run(*command, statuses=(1, 64))
        for name, content in before.items():
            fails((room.path / os.fsdecode(name)).read_bytes() != content, f"{name} was written over by {command}")

    def permissions(room):
        make(room)
        os.chmod(room.path, 0o777)
        room.write("r.txt", "before")
        os.chmod(room.path / "r.txt", draw.choice([0o600, 0o640, 0o666]))
        mode = os.stat(room.path / "r.txt").st_mode
        room.run(*REPORT, "--from", "m", *written(), *MAIL, statuses=(0,))
        fails(os.stat(room.path / "r.txt").st_mode != mode, "permissions were changed")
        fails(os.stat(room.path / "r.eml").st_mode & 0o077, "a message can be read by others")
        room.run("import", "m", "--store", "s", statuses=(0,))
        fails(os.stat(room.path / "s").st_mode & 0o077, "a store can be read by others")

    def read_only(room):
        make(room)
        room.run("import", "m", "--store", "s", statuses=(0,))
        os.chmod(room.path / "s", 0o444)
        os.chmod(room.path, 0o555)
        _, out, _ = room.run("list", "--store", "s", "--format", "jsonl", prefix=AS_NOBODY, statuses=(0,))
        fails(not out, "a store that can be read only gave nothing")
        room.run("correct", "x", "--reject", "--note", "x", "--store", "s", prefix=AS_NOBODY, statuses=(1,))
        os.chmod(room.path, 0o755)

    def name(room):
        make(room)
        output = draw.choice(["x" * 251 + ".txt", "å" * 125 + ".txt", "-.txt", " .txt", "a\nb.txt", "\u202e.txt", ".txt"])
        room.run(*REPORT, "--from", "m", "--output", output, statuses=(0, 1, 64))

    def killed(command, names, look):
        def run(room):
            make(room, 40)
            expected_files = look(room, None)
            time.sleep(0)
            process = subprocess.Popen([room.tool, *command], cwd=room.path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(draw.random() * 0.25)
            process.send_signal(draw.choice([signal.SIGKILL, signal.SIGKILL, signal.SIGINT, signal.SIGTERM]))
            process.wait()
            look(room, expected_files)
        return run

    reports = {}

    def look_at_reports(room, before):
        if before is None:
            if not reports:
                room.run(*REPORT, "--from", "m", *written(), *MAIL, statuses=(0,))
                for name in OUTPUTS:
                    reports[name] = (room.path / name).read_bytes()
                    os.remove(room.path / name)
            return reports
        for name in room.names():
            name = os.fsdecode(name)
            fails(name.startswith("."), f"{name} is left over")
            if name in reports:
                fails((room.path / name).read_bytes() != reports[name], f"{name} is not whole")

    def look_at_store(room, before):
        if before is None:
            return ()
        if (room.path / "s").exists():
            room.run("list", "--store", "s", statuses=(0, 1))
        _, out, _ = room.run("import", "m", "--store", "s", statuses=(0,))
        _, out, _ = room.run("list", "--store", "s", "--documents", "--format", "jsonl", statuses=(0,))
        fails(out.count(b"\n") != 40, "documents are missing")

    yield from [limits] * 30 + [descriptors] * 30 + [full] * 12 + [closed] * 24 + [over] * 30 + [permissions] * 6 + [read_only] * 4 + [name] * 14
    yield from [killed((*REPORT, "--from", "m", *written(), *MAIL), OUTPUTS, look_at_reports)] * 40
    yield from [killed(("import", "m", "--store", "s"), [], look_at_store)] * 60
