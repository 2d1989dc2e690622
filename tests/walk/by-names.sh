#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Playhead authors
# SPDX-License-Identifier: MIT
# The main job by accessible names alone, as a screen reader's user does it: by-names.sh PROGRAM OUTDIR
. "$(dirname "${BASH_SOURCE[0]}")/walk.bash"
out=$(mkdir -p "$2/by-names" && cd "$2/by-names" && pwd)
file=$out/shown.ndjson
rm -f "$file"
walk by-names "$1" "$out" \
    "click:push button/Start demo" "expect:Loaded=2,000 loaded" \
    "check:Types=dsync.user.updated" "lacks:Shown=2,000 shown" \
    "type:Filter=foo-corp" "lacks:Shown=1," "text:Shown" \
    "row:Events=20" "expect:Selected=1 selected" \
    "click:push button/New cursor here" "wait:dialog/New cursor" \
    "type:text/Name=billing-sync" "click:push button/Create cursor" "gone:dialog/New cursor" \
    "rows:Cursors" \
    "menu:Cursor>Rewind…" "wait:dialog/Rewind cursor" "type:spin button/Events back=10" \
    "click:push button/Rewind 10 events" "gone:dialog/Rewind cursor" "rows:Cursors" \
    "menu:Edit>Undo Rewind of billing-sync" "sleep:1" "rows:Cursors" \
    "menu:File>Export…" "wait:dialog/Export events" "click:push button/Export…" \
    "type:text/File name:=$file" "click:push button/Save" "wait:push button/Open folder" \
    "shot:end.png" "click:push button/Close" "gone:dialog/Export events"
checkMainJob by-names "$file"
