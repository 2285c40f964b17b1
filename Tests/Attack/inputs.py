"""What the tool reads: hostile text, tables, definitions, pages and archives, all made here."""

import io
import random
import zipfile

MINUTES = """Protokoll 2015-05-07

§ 4

Tertialrapport 1 2015

Ärendet

Cirka 900 unga har sökt sommarjobb. Målet är minst 400 platser, och 420 platser har anmälts.
Underskottet 2015 blev 12 mnkr. Sjukfrånvaron var 7,4 procent.
"""
SCRAPS = [
    "\x1b[31m", "\x07", "\u009b2J", "\u202e", "\u200b", "\ufeff", "\ufffd", "9" * 40, "-9223372036854775808", "1e999", "½",
    "٣٤٥", "１２３", "12\u00a0345", "1,2,3,4", "1.2.3.4", "- - -", "|" * 50, "(" * 200, ")" * 200, "[" * 200, "{" * 200,
    "\r", "\x0c", "\t" * 100, "A\u0301" * 50, "😀", "\U000e0001", "procent " * 30, "tkr " * 30, "2015-13-45", "§" * 60,
    "i fjol " * 20, "år sedan " * 20, "femtontusen" * 10, "§ 9999999999999999999", "0" * 60, "'", '"', "<!--", "]]>",
    "och ", "av de ", "mer än ", "tre till fyra ", "20 000–", "1/0 ", "100 %%", "NaN", "Infinity", "=1+1", "@SUM(A1)",
]


def scrambled(draw, text):
    """A text with scraps put in, parts taken out, doubled and turned round."""
    parts = list(text)
    for _ in range(draw.randint(1, 12)):
        place = draw.randrange(len(parts) + 1)
        kind = draw.randrange(5)
        if kind == 0:
            parts[place:place] = draw.choice(SCRAPS)
        elif kind == 1:
            del parts[place:place + draw.randint(1, 40)]
        elif kind == 2:
            parts[place:place] = parts[place:place + draw.randint(1, 60)] * draw.randint(1, 8)
        elif kind == 3:
            parts[place:place + 20] = parts[place:place + 20][::-1]
        else:
            parts[place:place] = draw.choice(SCRAPS) * draw.randint(1, 40)
    return "".join(parts)


def broken(draw, data):
    """Bytes with some of them changed, taken out or cut off."""
    data = bytearray(data)
    for _ in range(draw.randint(1, 10)):
        if not data:
            break
        place = draw.randrange(len(data))
        kind = draw.randrange(4)
        if kind == 0:
            data[place] = draw.randrange(256)
        elif kind == 1:
            del data[place:place + draw.randint(1, 20)]
        elif kind == 2:
            data[place:place] = data[place:place + draw.randint(1, 200)] * draw.randint(1, 5)
        elif draw.randrange(8) == 0:
            del data[place:]
    return bytes(data)


LARGE_TEXTS = [
    ("latin1", ("åäö 12 procent i fjol. " * 220_000).encode("latin-1")),
    ("digits", b"5 " * 2_500_000), ("commas", b"1,2," * 1_250_000), ("line", b"antal 12 platser " * 300_000),
    ("brackets", b"(" * 2_000_000), ("words", b"".join(b"ord%x " % n for n in range(600_000))),
    ("newlines", b"\n" * 5_000_000), ("pipes", b"|" * 2_000_000), ("rows", b"| a | 1 | 2 |\n" * 200_000),
    ("headings", b"# 1\n" * 400_000), ("items", b"\xc2\xa7 1\n\nTitel\n\n" * 100_000), ("bullets", b"- 1 plats\n" * 150_000),
    ("feeds", b"\x0c\n" * 1_000_000), ("stars", b"**" * 1_500_000), ("wide", b"| 2015 " * 500_000 + b"\n" + b"| 12 " * 500_000),
    ("spaces", b" " * 5_000_000 + b"12 procent"), ("hyphens", b"a-\n" * 800_000), ("years", b"2015 2016 " * 300_000),
    ("months", "januari mars ".encode() * 200_000), ("quotes", "”".encode() * 1_000_000),
    ("prose", "Under 2015 fick 12 unga jobb och budget för mål blev klar ".encode() * 50_000),
    ("columns", "Utfall Budget Mål a ".encode() + b"123 " * 700_000), ("heads", ("Utfall Budget Mål " * 5 + "a " + "123 " * 40).encode() * 9_000),
    ("cells", "Hushåll\n12\n13\nPlatser\n".encode() * 100_000),
]


def archive(parts):
    """A ZIP archive as Word writes it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zip:
        for name, content in parts:
            zip.writestr(name, content)
    return file.getvalue()


def word(body):
    text = '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    return archive([
        ("[Content_Types].xml", '<?xml version="1.0"?><Types/>'), ("word/document.xml", f"{text}<w:body>{body}</w:body></w:document>"),
    ])


PARAGRAPH = "<w:p><w:r><w:t>Cirka 900 unga har sökt sommarjobb 2015.</w:t></w:r></w:p>"
CELL = "<w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc>"
WORDS = [
    PARAGRAPH, PARAGRAPH * 2000, f"<w:tbl><w:tr>{CELL * 3}</w:tr></w:tbl>", f"<w:tbl>{f'<w:tr>{CELL * 2}</w:tr>' * 3000}</w:tbl>",
    f"<w:tbl><w:tr>{CELL * 20000}</w:tr></w:tbl>", "<w:tbl><w:tr><w:tc>" * 200, "<w:p>" * 500, "<w:sdt><w:sdtContent>" * 300,
    "<w:p " + " ".join(f"a{n}='1'" for n in range(1_000_000)) + "/>" + PARAGRAPH,
    '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2147483647"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>',
    '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="-5"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>',
    "<w:p><w:r><w:t>&#0;</w:t></w:r></w:p>", "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", "<w:p><w:r><w:tab/></w:r></w:p>" * 5000,
]
PAGE = "<html><body><h1>Tertialrapport 1 2015</h1><p>Cirka 900 unga har sökt sommarjobb.</p>{}</body></html>"
PAGES = [
    "", "<table><tr><th>2015<th>Utfall<tr><td>Sommarjobb<td>900</table>", "<div>" * 100_000, "<table><tr><td>" * 5_000,
    "<td>1" * 100_000, "<table>" + "<tr><td>1<td>2" * 100_000, "<p " + " ".join(f"a{n}=1" for n in range(1_000_000)) + ">",
    "<td colspan=2147483647 rowspan=2147483647>1", "<table><tr><td colspan=1000 rowspan=65534>1" * 50, "<!--" * 50_000,
    "&#x110000;&#0;&amp" * 10_000, "<ol><li>" * 20_000, "<b>" * 100_000, "<sup>1</sup>" * 50_000, "<pre>" + " " * 3_000_000,
    "<script>" * 20_000, "<svg><math>" * 10_000, "<select><option>" * 20_000, "<a href='" + "x" * 1_000_000 + "'>",
]


def pdf(draw):
    """A small PDF with one page."""
    content = b"BT /F1 12 Tf 50 700 Td (Cirka 900 unga har sokt sommarjobb 2015.) Tj ET"
    return (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj "
        b"4 0 obj<</Length %d>>stream\n%s\nendstream endobj 5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj "
        b"trailer<</Root 1 0 R/Size 6>>\n%%%%EOF" % (len(content), content)
    )
