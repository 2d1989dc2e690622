#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Playhead authors
# SPDX-License-Identifier: MIT
"""Makes the table of a run of the benchmarks from what they reported (tests/bench/benchreport.h): bench_summary.py
REPORT SUMMARY. Says at the end how many bars were held, missed and skipped."""
import collections
import pathlib
import platform
import sys

HEADS = ("Bar", "What", "Events", "Figure", "Peer or limit", "Its figure", "Ratio", "Bar asks", "Outcome")


def bar_number(row):
    return int(row[0]) if row[0].isdigit() else 999


def table(rows):
    yield "| " + " | ".join(HEADS) + " |"
    yield "| " + " | ".join("---" for _ in HEADS) + " |"
    for row in rows:
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"


def main():
    report, summary = (pathlib.Path(name) for name in sys.argv[1:3])
    rows = [line.split("\t") for line in report.read_text(encoding="utf-8").splitlines()]
    if any(len(row) != len(HEADS) for row in rows):
        sys.exit(f"{report} holds a line that is no report")
    rows.sort(key=bar_number)
    outcomes = collections.Counter(row[-1].split(":")[0] for row in rows if row[-1])
    words = ", ".join(f"{outcomes[name]} {name.lower()}" for name in ("held", "MISSED", "skipped"))
    text = ["# Benchmarks", "", f"{platform.platform()}; each ratio from one run. Bars: {words}.", "", *table(rows)]
    summary.write_text("\n".join(text) + "\n", encoding="utf-8")
    print(f"{words}; the table is in {summary}")


if __name__ == "__main__":
    main()
