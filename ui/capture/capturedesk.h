// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/captures/capturestore.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace playhead {

class CaptureFeed;
class InlineMessage;
class LeftOutDialog;

/// Tells in place how reading the open capture goes, which lines of it are no events, and when it was changed under it.
/// Owned by the main window.
class CaptureDesk : public QObject
{
    Q_OBJECT

public:
    /// All references outlive the desk; `window` is its parent and that of its dialog.
    CaptureDesk(CaptureFeed &captures, InlineMessage &strip, QWidget *window);

signals:
    void openRequested(const QString &path); ///< The capture is to be opened again.

private:
    void showProgress(qint64 done, qint64 all);
    void showFacts();
    void showFailure(const QString &title, const Error &error);
    void choose(const QString &id);
    void openLines();
    QString fileName() const;

    CaptureFeed &m_captures;
    InlineMessage &m_strip;
    QWidget *m_window;
    QPointer<LeftOutDialog> m_lines; ///< The open one.
    quint64 m_closedLeftOut = 0; ///< What the message said when a person closed it.
    quint64 m_closedDoubles = 0;
};

} // namespace playhead
