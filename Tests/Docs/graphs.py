"""Shows the modules that Nyckeltal brings with it as one, and counts what is public.

usage: graphs.py FOLDER

FOLDER has a folder of symbol graphs for each product. A symbol without a comment is an error.
"""

import json
import pathlib
import sys

folder = pathlib.Path(sys.argv[1])
total, bare = 0, []
for product in sorted(path for path in folder.iterdir() if path.is_dir()):
    count = 0
    for path in product.glob("*.symbols.json"):
        graph = json.loads(path.read_text(encoding="utf-8"))
        graph["module"]["name"] = product.name
        count += len(graph["symbols"])
        for symbol in graph["symbols"]:
            if "docComment" not in symbol:
                bare.append(f"{path.stem}: {'.'.join(symbol['pathComponents'])}")
        path.write_text(json.dumps(graph), encoding="utf-8")
    print(f"{product.name}: {count} public symbols")
    total += count
print(f"{total} public symbols, {len(bare)} without a comment")
if bare and "--strict" in sys.argv:
    sys.exit("\n".join(bare))
