"""One attack: the tool in a folder of its own, with a time and a memory that it must keep."""

import os
import pathlib
import resource
import shutil
import signal
import subprocess
import tempfile
import time

SECONDS = 10
MEMORY = 1 << 30
# what a terminal carries out: all controls but line ends and tabs, and C1 as UTF-8
RAW = set(range(32)) - {9, 10} | {127}
# a user to whom permissions apply
AS_NOBODY = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"] if os.getuid() == 0 else []


def waited(pid):
    """The seconds that a process stood ready and got no processor, which are others' work and not its own."""
    delays = [0]
    try:
        for task in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{task}/schedstat") as file:
                delays.append(int(file.read().split()[1]) / 1e9)
    except (OSError, ValueError, IndexError):
        pass
    return min(max(delays), 6 * SECONDS)


class Fell(Exception):
    pass


class Room:
    """A folder with files, in which the tool is run."""

    def __init__(self, tool):
        self.tool = tool
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="attack-"))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for folder, folders, _ in os.walk(self.path):
            for name in folders:
                inner = os.path.join(os.fsencode(folder), os.fsencode(name))
                if not os.path.islink(inner):
                    os.chmod(inner, 0o700)
        shutil.rmtree(os.fsencode(self.path), ignore_errors=True)

    def write(self, name, content):
        path = os.path.join(os.fsencode(self.path), os.fsencode(name))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))

    def names(self):
        return sorted(os.listdir(os.fsencode(self.path)))

    def run(self, *arguments, input=b"", statuses=(0, 1, 3, 64), raw=False, env=None, seconds=SECONDS, before=None,
            stdout=None, stderr=None, prefix=(), timed=False):
        """Runs the tool; falls when it crashes, hangs, takes too much or writes raw controls."""
        outputs = [tempfile.TemporaryFile(), tempfile.TemporaryFile()]
        source = tempfile.TemporaryFile()
        source.write(input)
        source.seek(0)
        start = time.monotonic()

        def prepare():
            os.setsid()
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            if before:
                before()

        process = subprocess.Popen(
            [*prefix, self.tool, *arguments], cwd=self.path, stdin=source,
            stdout=stdout if stdout is not None else outputs[0], stderr=stderr if stderr is not None else outputs[1],
            preexec_fn=prepare, env={"PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no", **(env or {})},
        )
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            if time.monotonic() - start > seconds + waited(process.pid):
                os.killpg(process.pid, signal.SIGKILL)
                os.wait4(process.pid, 0)
                process.returncode = -9
                raise Fell(f"hang: over {seconds} s")
            time.sleep(0.002)
        process.returncode = code = os.waitstatus_to_exitcode(status)
        for output in outputs:
            output.seek(0)
        out, err = outputs[0].read(), outputs[1].read()
        if code < 0 or code > 64:
            raise Fell(f"crash: status {code}: {err[-200:]!r}")
        if usage.ru_maxrss * 1024 > MEMORY:
            raise Fell(f"memory: {usage.ru_maxrss >> 10} MB")
        if code not in statuses:
            raise Fell(f"status {code}: {err[-300:]!r}")
        if code in (1, 3) and stderr is None and not err:
            raise Fell("failed without a word")
        for text in [err] if raw else [err, out]:
            if any(byte in RAW for byte in text) or any(b"\xc2" + bytes([c]) in text for c in range(0x80, 0xA0)):
                raise Fell("raw controls in what is printed")
        if timed:
            return usage.ru_utime
        return code, out, err


def fails(condition, reason):
    if condition:
        raise Fell(reason)
