# SPDX-FileCopyrightText: 2026 The Playhead authors
# SPDX-License-Identifier: MIT
"""`playhead serve` as a process of its own, on any free port."""
import contextlib
import json
import subprocess


@contextlib.contextmanager
def served(program, *options):
    """Gives the ready line: url, api_key, events. The server ends with the block; it must end cleanly."""
    command = [program, "serve", "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
        try:
            yield json.loads(process.stdout.readline())
            process.terminate()
            if process.wait(timeout=30) != 0:
                raise RuntimeError(f"the server ended with {process.returncode}")
        finally:
            process.kill()
