# SPDX-FileCopyrightText: 2026 The Playhead authors
# SPDX-License-Identifier: MIT
# Shared by the walks: `walk NAME PROGRAM OUTDIR STEP...` plays the steps on the program with a folder of its own; `walked`
# then holds what they printed, in the order of the steps. checkMainJob looks at what the main job must have left behind.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

walk() {
    local name=$1 program=$2 out=$3
    shift 3
    rm -rf "$out/data"
    mkdir -p "$out"
    if ! GUI_TIMEOUT=${GUI_TIMEOUT:-30} bash "$root/packaging/tools/gui_run.sh" -o "$out" -s 1480x940 \
        "$program" --data-dir "$out/data" -- "$@" >"$out/steps.txt" 2>"$out/steps.log"; then
        grep -v dbus-daemon "$out/steps.log" | tail -5 >&2
        echo "$name: broke off; everything is in $out" >&2
        exit 1
    fi
    walked=$(cat "$out/steps.txt")
}

# $1: the walk's name, $2: the exported file.
checkMainJob() {
    local shown lags lines
    shown=$(sed -n 's/^Shown: \([0-9,]*\) shown$/\1/p' <<<"$walked" | tail -1 | tr -d ,)
    lags=$(sed -n 's/^billing-sync, active, \([0-9,]*\) behind$/\1/p' <<<"$walked" | tr -d , | tr '\n' ' ')
    read -r made rewound undone <<<"$lags"
    if [ "$rewound" != $((made + 10)) ] || [ "$undone" != "$made" ]; then
        echo "$1: the cursor was $made, then $rewound, then $undone behind; wanted 10 more, then as before" >&2
        exit 1
    fi
    lines=$(wc -l <"$2")
    if [ "$lines" != "$shown" ] || [ "$lines" = 0 ]; then
        echo "$1: $shown events were shown, $lines were exported" >&2
        exit 1
    fi
    if grep -vqi foo-corp "$2" || grep -q '"event":"dsync.user.updated"' "$2"; then
        echo "$1: the file holds events that were not shown" >&2
        exit 1
    fi
    echo "$1: $shown events exported, the cursor rewound by 10 and put back"
}
