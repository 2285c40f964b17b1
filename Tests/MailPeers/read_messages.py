"""Reads messages as a mail program does and says what it found, as JSON.

usage: read_messages.py FOLDER     (every *.eml in it, in the order of their names)
"""

import base64
import json
import pathlib
import sys
from email import policy
from email.parser import BytesParser


def addresses(header):
    return [[address.display_name, address.addr_spec] for address in header.addresses]


def part(message):
    return {
        "type": message.get_content_type(),
        "charset": message.get_content_charset(),
        "disposition": message.get_content_disposition(),
        "fileName": message.get_filename(),
        "name": message.get_param("name") and str(message["content-type"].params["name"]),
        "content": base64.b64encode(message.get_payload(decode=True)).decode(),
    }


def read(path):
    message = BytesParser(policy=policy.default).parsebytes(path.read_bytes())
    defects = []
    for inner in message.walk():
        defects += [repr(defect) for defect in inner.defects]
        for name in inner.keys():
            defects += [f"{name}: {defect!r}" for defect in inner[name].defects]
    return {
        "file": path.name,
        "defects": defects,
        "headers": message.keys(),
        "subject": str(message["subject"]),
        "date": message["date"].datetime.isoformat(),
        "messageID": str(message["message-id"]),
        "people": {
            name: addresses(message[name]) if message[name] else []
            for name in ("from", "to", "cc", "bcc", "reply-to")
        },
        "types": [inner.get_content_type() for inner in message.walk()],
        "parts": [part(inner) for inner in message.walk() if not inner.is_multipart()],
    }


print(json.dumps([read(path) for path in sorted(pathlib.Path(sys.argv[1]).glob("*.eml"))]))
