#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Playhead authors
# SPDX-License-Identifier: MIT
"""Makes a compile database for clang-tidy out of GCC's: clang cannot read GCC's precompiled headers.

usage: tidy_database.py FROM TO
"""
import json
import pathlib
import re
import sys

PRECOMPILED = re.compile(r" (-Winvalid-pch|-fpch-preprocess|-include \S*cmake_pch\.hxx)(?= )")


def main():
    source, target = map(pathlib.Path, sys.argv[1:3])
    entries = json.loads(source.read_text(encoding="utf-8"))
    for entry in entries:
        entry["command"] = PRECOMPILED.sub("", entry["command"])
    target.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(entries, indent=1)
    if not target.exists() or target.read_text(encoding="utf-8") != text:
        target.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
