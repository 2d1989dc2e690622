// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT

int main()
{
    return 0;
}
