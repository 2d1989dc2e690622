#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Playhead authors
# SPDX-License-Identifier: MIT
# The main job by keys alone; names are only looked at, never pressed: by-keys.sh PROGRAM OUTDIR
. "$(dirname "${BASH_SOURCE[0]}")/walk.bash"
out=$(mkdir -p "$2/by-keys" && cd "$2/by-keys" && pwd)
file=$out/shown.ndjson
rm -f "$file"
walk by-keys "$1" "$out" \
    "wait:push button/Start demo" "key:alt+t" "sleep:0.3" "key:d" "expect:Loaded=2,000 loaded" \
    "until:Types=Tab" "key:Home" "key:Down" "key:space" "lacks:Shown=2,000 shown" \
    "key:ctrl+f" "keytext:foo-corp" "lacks:Shown=1," "text:Shown" \
    "until:Events=F6" "key:Home" "key:Next" "expect:Selected=1 selected" \
    "key:ctrl+shift+n" "wait:dialog/New cursor" "keytext:billing-sync" "key:Return" "gone:dialog/New cursor" \
    "rows:Cursors" \
    "key:ctrl+shift+b" "wait:dialog/Rewind cursor" "key:ctrl+a" "keytext:10" \
    "wait:push button/Rewind 10 events" "key:Return" "gone:dialog/Rewind cursor" "rows:Cursors" \
    "key:ctrl+z" "sleep:1" "rows:Cursors" \
    "key:ctrl+e" "wait:dialog/Export events" "key:Return" "wait:text/File name:" \
    "key:ctrl+a" "keytext:$file" "key:Return" "wait:push button/Open folder" \
    "shot:end.png" "key:Escape" "gone:dialog/Export events"
checkMainJob by-keys "$file"
