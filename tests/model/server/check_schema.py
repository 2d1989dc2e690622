#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Playhead authors
# SPDX-License-Identifier: MIT
"""Checks every event of the demo stream against the event schema of the API description.

    check_schema.py PROGRAM API_FOLDER

PROGRAM prints events, one a line. Each is checked against the general part and against the variant of its own type.
Ends with 77 (ctest: skipped) when the description or a Python module is missing, with 1 when an event is invalid or a
type of the description is never seen. The environment variable PLAYHEAD_SHARED_API names another API_FOLDER.
"""
import json
import os
import subprocess
import sys

SKIPPED = 77


def main(program, folder):
    try:
        import jsonschema
        import yaml
    except ImportError as missing:
        print(f"skipped: {missing}; install python3-jsonschema and python3-yaml")
        return SKIPPED
    description = os.path.join(folder, "events.openapi.yaml")
    if not os.path.isfile(description):
        print(f"skipped: no API description in {folder or 'PLAYHEAD_SHARED_API'}")
        return SKIPPED
    with open(description, encoding="utf-8") as text:
        document = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    general, variants = document["components"]["schemas"]["EventSchema"]["allOf"]
    root = {"components": document["components"]}

    def validator(schema):
        return jsonschema.Draft202012Validator(
            {**root, **schema}, format_checker=jsonschema.FormatChecker()
        )

    every = validator(general)
    by_type = {}
    for variant in variants["oneOf"]:
        if "$ref" in variant:
            variant = document["components"]["schemas"][variant["$ref"].rsplit("/", 1)[1]]
        by_type[variant["properties"]["event"]["const"]] = validator(variant)

    bad, seen, count = 0, set(), 0
    printed = subprocess.run([program], check=True, capture_output=True, encoding="utf-8").stdout
    for number, line in enumerate(printed.splitlines(), 1):
        event = json.loads(line)
        count += 1
        seen.add(event["event"])
        own = by_type.get(event["event"])
        errors = list(every.iter_errors(event))
        errors += own.iter_errors(event) if own else ["the type is not in the description"]
        for error in errors:
            bad += 1
            where = getattr(error, "json_path", "")
            print(f"line {number}, {event['event']}: {where} {getattr(error, 'message', error)}")
    never = sorted(set(by_type) - seen)
    if never:
        print("never seen:", ", ".join(never))
    print(f"{count} events, {len(seen)} of {len(by_type)} types, {bad} errors")
    return 1 if bad or never or not count else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], os.environ.get("PLAYHEAD_SHARED_API") or sys.argv[2]))
