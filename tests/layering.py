#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Playhead authors
# SPDX-License-Identifier: MIT
"""Checks the arrows between rooms from the #include lines (architecture: ui -> model, app -> ui, model).

Linking alone does not: with only Qt6::Core linked, <QtWidgets/QWidget> still compiles on Debian.
"""
import pathlib
import re
import sys

ROOMS = {
    "core": set(),
    "storage": {"core"},
    "events": {"core"},
    "environments": {"core", "storage"},
    "api": {"core", "storage", "events", "environments"},
    "cursors": {"core", "storage", "environments", "events", "api"},
    "captures": {"core", "events"},
    "server": {"core", "events", "captures"},
    "replay": {"core", "storage", "environments", "events", "captures", "cursors"},
}
GUI = re.compile(
    r"^(QtWidgets/|QtGui/|QWidget$|QApplication$|QGuiApplication$|QPainter|QIcon$|QColor$|QPixmap$|QImage$|QFont|QPalette$"
    r"|QDialog|QLabel$|QAction|QStyle|QTableView$|QTreeView$|QMenu)"
)
# Doors to the outside: only these rooms may hold these headers.
DOORS = {
    "QNetworkAccessManager": {"model/api", "model/replay"},
    "sqlite3.h": {"model/storage"},
    "httplib.h": {"model/server"},
    "QFile": {"ui/shared", "model/core", "model/events", "model/captures", "model/storage"},
    "QSaveFile": {"model/events", "model/captures", "model/storage"},
}
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]')


def problems(root):
    for path in sorted(p for top in ("app", "ui", "model") for p in (root / top).rglob("*") if p.suffix in (".h", ".cpp")):
        name = path.relative_to(root).as_posix()
        top, room = name.split("/")[:2]
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found = INCLUDE.match(line)
            if not found:
                continue
            target = found.group(1)
            where = f"{name}:{number}: includes {target}"
            if top == "model":
                if GUI.match(target):
                    yield f"{where}: the model links no Gui or Widgets"
                if target.startswith(("ui/", "app/")):
                    yield f"{where}: an arrow out of the model"
                if target.startswith("model/"):
                    other = target.split("/")[1]
                    if other != room and other not in ROOMS.get(room, set()):
                        yield f"{where}: {room} may not use {other}"
            if top == "ui":
                if target.startswith("app/"):
                    yield f"{where}: ui may not use app"
                if target.startswith("model/storage/") or target.startswith("QNetwork") or target == "simdjson.h":
                    yield f"{where}: ui shows state; it has no network, database or JSON code"
            if target in DOORS and top != "app" and f"{top}/{room}" not in DOORS[target]:
                yield f"{where}: a door to the outside, kept in {', '.join(sorted(DOORS[target]))}"


def main():
    found = list(problems(pathlib.Path(sys.argv[1])))
    print("\n".join(found) if found else "layering holds")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
