// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/model/api/stubserver.h"
#include "tests/model/api/stubstream.h"
#include "tests/ui/mainwindow/windowstand.h"
#include "ui/shared/theme.h"

#include <QImage>

#include <memory>

class QDialog;

namespace playhead {

/// How a picture is taken.
struct PictureLook
{
    ThemeChoice theme = ThemeChoice::Light;
    QSize size{1440, 900};
};

/// The window before a scripted server that holds the demo's events of the mocks' last 24 hours, at the mocks' moment: the
/// same picture each time. Clears the settings at its start.
class PictureStage
{
public:
    explicit PictureStage(const PictureLook &look);
    ~PictureStage();

    WindowStand &stand() { return *m_stand; }

    enum class Mark {
        Plain, ///< Its key comes from the variable.
        Production,
        KeyInMemory,
        NoKey
    };
    /// An environment as in the mocks, opened but not fetched.
    bool open(Mark mark = Mark::Plain);
    /// What the server says from the request after `pages` full pages on; it has no events with `pages` < 0.
    void answerAfter(int pages, const StubAnswer &answer);
    void serveNothing();
    /// The address of a server that does not speak TLS, asked by TLS; one that nobody listens at.
    bool moveToPlainServer();
    void moveToNobody();
    /// Types that the server does not know; the first of them is picked in the fetch row. Before open().
    void refuseTypes(const QByteArrayList &types);

    bool fetch(); ///< Presses Fetch; does not wait for its end.
    bool waitEnd(); ///< The read has ended.
    bool waitState(FetchState state);
    bool load(); ///< Fetches all.
    /// The three cursors of the mocks; billing-sync is the active one.
    bool addCursors();
    /// A cursor after an event that the server does not know.
    bool addLostCursor();
    /// On the timeline from 09:30 to the end, and in the table an event behind the active cursor.
    bool selectAsInTheMock();
    /// The event `back` places before the newest one in the table.
    EventRow fromEnd(int back);
    bool trigger(const QString &action);
    bool openDialog(const QString &action);
    /// Serves the shown events with some faults, and reads `pages` pages of them as a consumer would.
    bool serve(int pages);
    bool openAllFaults(); ///< In the open dialog; with some of them on.
    bool selectRequest(); ///< In the request log: one with a fault.

    /// The window as it stands once nothing moves any more, with its dialog over its middle; null when it never rests.
    QImage take();

private:
    bool addCursor(const QString &name, const CursorPosition &position);
    QImage grab();
    static QDialog *dialog();
    /// The window that is shown over the main window: a dialog, the request log, a popup; nullptr = none.
    static QWidget *front();

    PictureLook m_look;
    StubStream m_stream;
    StubServer m_server;
    std::unique_ptr<LocalEventsApi> m_plainServer;
    int m_pagesLeft = -1; ///< Below 0: without an end.
    StubAnswer m_afterwards;
    std::unique_ptr<WindowStand> m_stand;
};

} // namespace playhead
