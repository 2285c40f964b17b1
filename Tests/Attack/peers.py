"""Mail servers on the loopback address that lie, stall, break off or ask for what they must not get."""

import random
import socket
import threading

SECRET = "hemligt-7"


class Liar:
    """Answers each command with what a script says; everything that it hears is kept in `heard`."""

    def __init__(self, script):
        self.script = script
        self.heard = b""
        self.socket = socket.socket()
        self.socket.bind(("127.0.0.1", 0))
        self.socket.listen(8)
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            try:
                peer, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self.talk, args=(peer,), daemon=True).start()

    def talk(self, peer):
        peer.settimeout(20)
        try:
            if not self.answer(peer, "greeting", "220 mail.example ESMTP"):
                return
            buffer, in_data = b"", False
            while True:
                piece = peer.recv(65536)
                if not piece:
                    return
                self.heard += piece
                buffer += piece
                while b"\n" in buffer:
                    line, buffer = buffer.split(b"\n", 1)
                    if in_data:
                        if line.strip() == b".":
                            in_data = False
                            if not self.answer(peer, "message", "250 taken"):
                                return
                        continue
                    verb = line[:4].upper().decode("latin-1").strip()
                    usual = {"EHLO": "250 mail.example", "DATA": "354 go on"}.get(verb, "250 fine")
                    if not self.answer(peer, verb, usual):
                        return
                    in_data = verb == "DATA" and self.script.get("DATA", "354").startswith("354")
                    if verb == "QUIT":
                        return
        except OSError:
            pass
        finally:
            peer.close()

    def answer(self, peer, step, usual):
        reply = self.script.get(step, usual)
        if reply == "(close)":
            return False
        if reply == "(stall)":
            threading.Event().wait(20)
            return False
        if reply == "(endless)":
            peer.sendall(b"250-" + b"x" * 70 + b"\r\n")
            for _ in range(20000):
                peer.sendall(b"250-" + b"x" * 70 + b"\r\n")
            return False
        peer.sendall(reply.encode("utf-8", "surrogateescape") + b"\r\n")
        return True

    def close(self):
        self.socket.close()


STEPS = ["greeting", "EHLO", "MAIL", "RCPT", "DATA", "message", "QUIT", "AUTH", "STAR"]
REPLIES = [
    "(close)", "(stall)", "(endless)", "", "250", "999 what", "abc", "-1 no", "250-", "250 \x1b[2J", "550 no",
    "451 not now", "354 go on", "421 bye", "334 VXNlcm5hbWU6", "235 welcome", "220 again", "\x00\x00", "250 " + "y" * 9000,
    f"535 wrong password {SECRET}", "552 too large", "503 \u202eesrever", "250 ok\r\n250 twice", "2500 long", "5",
]


def scripts(count):
    draw = random.Random(19)
    for step in STEPS:
        for reply in REPLIES:
            yield {step: reply}
    while True:
        yield {step: draw.choice(REPLIES) for step in draw.sample(STEPS, 2)}
