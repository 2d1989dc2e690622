#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Playhead authors
# SPDX-License-Identifier: MIT
"""Checks that every source starts with the two SPDX lines and that no C++ file grows too long: 400 lines, or 800 for a
test, whose cases are read one by one."""
import pathlib
import sys

CODE = {".cpp", ".h"}
HEADED = CODE | {".py", ".sh", ".cmake"}
FOLDERS = ("app", "ui", "model", "tests", "cmake", "packaging")
MOST_LINES = 400
MOST_TEST_LINES = 800
HEAD = ("SPDX-FileCopyrightText: 2026 The Playhead authors", "SPDX-License-Identifier: MIT")


def problems(root):
    files = [p for folder in FOLDERS for p in (root / folder).rglob("*") if p.is_file()]
    for path in sorted(files):
        name = path.relative_to(root).as_posix()
        if path.suffix not in HEADED and path.name != "CMakeLists.txt":
            continue
        lines = path.read_text(encoding="utf-8").splitlines()
        start = 1 if lines and lines[0].startswith("#!") else 0
        if not all(words in line for words, line in zip(HEAD, lines[start : start + 2] + ["", ""])):
            yield f"{name}:1: lacks the two SPDX lines"
        most = MOST_TEST_LINES if name.startswith("tests/") else MOST_LINES
        if path.suffix in CODE and len(lines) > most:
            yield f"{name}: has {len(lines)} lines, at most {most} are allowed"


def main():
    found = list(problems(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")))
    print("\n".join(found) if found else "file heads and sizes hold")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
