"""A mail server on the loopback address, which does what a test asks for.

usage: smtp_server.py FOLDER OPTIONS     (a JSON object)

It prints its port, and stops when its standard input ends. Each message goes to FOLDER/N.eml, its
envelope to FOLDER/N.json, and everything that a client put on the wire to FOLDER/wire.

Options: certificate and key (files; STARTTLS is offered), implicit (TLS at once), user and password
(AUTH), limit (bytes), refuse ({address: reply}), notNow ([step, times]), stall (a step, or
"greeting"). Steps are MAIL, RCPT and DATA.
"""

import asyncio
import json
import os
import pathlib
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

folder = pathlib.Path(sys.argv[1])
options = json.loads(sys.argv[2])


class Handler:
    def __init__(self):
        self.messages = 0
        self.not_now_step, self.not_now_times = options.get("notNow") or (None, 0)

    async def answer(self, step, accepted="250 OK"):
        if options.get("stall") == step:
            await asyncio.sleep(3600)
        if self.not_now_step == step and self.not_now_times > 0:
            self.not_now_times -= 1
            return f"451 4.3.0 {step} not now"
        return accepted

    async def handle_MAIL(self, server, session, envelope, address, mail_options):
        reply = await self.answer("MAIL")
        if reply.startswith("2"):
            envelope.mail_from = address
            envelope.mail_options.extend(mail_options)
        return reply

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        reply = options.get("refuse", {}).get(address) or await self.answer("RCPT")
        if reply.startswith("2"):
            envelope.rcpt_tos.append(address)
        return reply

    async def handle_DATA(self, server, session, envelope):
        reply = await self.answer("DATA")
        if reply.startswith("2"):
            self.messages += 1
            (folder / f"{self.messages}.eml").write_bytes(envelope.original_content)
            people = {"sender": envelope.mail_from, "recipients": envelope.rcpt_tos}
            (folder / f"{self.messages}.json").write_text(json.dumps(people))
        return reply


def authenticate(server, session, envelope, mechanism, login):
    wanted = (options["user"].encode(), options["password"].encode())
    return AuthResult(success=(login.login, login.password) == wanted, handled=False)


def make(handler, tls):
    arguments = {"hostname": "server.example", "data_size_limit": options.get("limit", 33554432)}
    if tls and not options.get("implicit"):
        arguments.update(tls_context=tls, require_starttls=True)
    if "user" in options:
        arguments.update(authenticator=authenticate, auth_required=True)
        arguments.update(auth_require_tls=bool(tls) and not options.get("implicit"))
    return SMTP(handler, **arguments)


async def pipe(reader, writer, record=None):
    try:
        while piece := await reader.read(65536):
            if record:
                record.write(piece)
                record.flush()
            writer.write(piece)
            await writer.drain()
    except ConnectionError:
        pass
    finally:
        writer.close()


async def main():
    tls = None
    if "certificate" in options:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(options["certificate"], options["key"])
    loop = asyncio.get_running_loop()
    handler = Handler()
    inner = await loop.create_server(
        lambda: make(handler, tls),
        "127.0.0.1",
        0,
        ssl=tls if options.get("implicit") else None,
    )
    wire = open(folder / "wire", "wb")

    async def listen(reader, writer):
        if options.get("stall") == "greeting":
            await asyncio.sleep(3600)
        port = inner.sockets[0].getsockname()[1]
        their_reader, their_writer = await asyncio.open_connection("127.0.0.1", port)
        await asyncio.gather(pipe(reader, their_writer, wire), pipe(their_reader, writer))

    outer = await asyncio.start_server(listen, "127.0.0.1", 0)
    print(outer.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


try:
    asyncio.run(asyncio.wait_for(main(), 120))
finally:
    # Connections that a test left open are not waited for.
    sys.stdout.flush()
    os._exit(0)
