#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Playhead authors
# SPDX-License-Identifier: MIT
"""Checks every event of the demo stream against the event schema of the API description.

    check_schema.py PROGRAM API_FOLDER

PROGRAM prints events, one a line. Each is checked against the general part and against the variant of its own type.
Ends with 77 (ctest: skipped) when the description or a Python module is missing, with 1 when an event is invalid or a
type of the description is never seen.
"""
import json
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "support"))
import apidescription


def main(program, folder):
    description = apidescription.load_or_skip(folder)
    bad, seen, count = 0, set(), 0
    printed = subprocess.run([program], check=True, capture_output=True, encoding="utf-8").stdout
    for number, line in enumerate(printed.splitlines(), 1):
        event = json.loads(line)
        count += 1
        seen.add(event["event"])
        for error in description.event_errors(event):
            bad += 1
            print(f"line {number}, {event['event']}: {error}")
    never = sorted(description.types - seen)
    if never:
        print("never seen:", ", ".join(never))
    print(f"{count} events, {len(seen)} of {len(description.types)} types, {bad} errors")
    return 1 if bad or never or not count else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
