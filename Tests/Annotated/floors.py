#!/usr/bin/env python3
"""Compares what `nyckeltal train` prints with the floors that stand beside this file.

usage: floors.py < EVALUATION

Prints the evaluation as it is. Exit status 1 where a score or a field's share is below its floor,
or is not printed at all.
"""
import pathlib
import re
import sys


def shares(text):
    """Each score and each field's share of right ones, by its name."""
    found = {}
    for line in text.splitlines():
        score = re.match(r"(matched|exact) +F1 ([\d.]+)", line)
        field = re.match(r"  (\w+) (\d+)/(\d+)$", line)
        if score:
            found[score[1]] = float(score[2])
        elif field and int(field[3]):
            found[field[1]] = int(field[2]) / int(field[3])
    return found


def main():
    text = sys.stdin.read()
    print(text, end="")
    found = shares(text)
    lines = pathlib.Path(__file__).with_name("floors.txt").read_text(encoding="utf-8").splitlines()
    floors = [line.split() for line in lines if line and not line.startswith("#")]
    low = [
        f"{name}: {found.get(name, 0):.3f} is below {floor}"
        for name, floor in floors
        if found.get(name, 0) < float(floor)
    ]
    print("\n".join(low) or f"all of {len(floors)} floors hold")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
