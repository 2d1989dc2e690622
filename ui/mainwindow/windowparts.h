// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

namespace playhead {

class CaptureFeed;
class Clock;
class CursorBook;
class EnvironmentBook;
class EventFeed;
class EventTableModel;
class RequestLog;
class SliceServer;
class TypeCatalogue;

/// The model objects that the window shows and gives orders to. Made by the composition root; all outlive the window.
struct WindowParts
{
    const TypeCatalogue &catalogue;
    const Clock &clock;
    EnvironmentBook &environments;
    CursorBook &cursors;
    EventFeed &feed;
    EventTableModel &events;
    SliceServer &sliceServer;
    CaptureFeed &captures;
    RequestLog &requests;
};

} // namespace playhead
