"""Asks a ReportServer on this machine for 1 000 reports, 8 at once. usage: load.py [PORT]"""

import concurrent.futures
import sys
import time
import urllib.request

port = sys.argv[1] if len(sys.argv) > 1 else "8080"
base = f"http://127.0.0.1:{port}"


def report(number):
    url = f"{base}/report.xlsx?year=2015&tertial={number % 3 + 1}"
    with urllib.request.urlopen(url, timeout=60) as answer:
        body = answer.read()
    assert body[:2] == b"PK", body[:80]
    return len(body)


start = time.time()
with concurrent.futures.ThreadPoolExecutor(8) as pool:
    sizes = list(pool.map(report, range(1000)))
took = time.time() - start
late = urllib.request.urlopen(f"{base}/delay").read().decode().strip()
print(f"{len(sizes)} reports in {took:.1f} s; a timer of 5 ms was late by {late} ms at most")
