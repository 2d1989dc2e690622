// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/environments/environment.h"

#include <QList>
#include <QObject>
#include <QStringList>

#include <optional>

namespace playhead {

class CaptureFeed;
class EnvironmentBook;
struct Error;
struct KnownCapture;

/// Makes entries of files, one after the other: looks at each file, finds or makes its entry in the list of environments,
/// stores that. Window's thread.
class CaptureOpening : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this.
    CaptureOpening(CaptureFeed &captures, EnvironmentBook &environments, QObject *parent = nullptr);

    /// Each file becomes an entry; `showsFirst`: then the first one is to be shown. Relative paths count from the working
    /// folder.
    void open(const QStringList &paths, bool showsFirst);
    /// Takes an entry out of the list.
    void close(const Environment &capture);

signals:
    void entryStored(const playhead::Environment &capture); ///< That is to be shown.
    void refused(const playhead::Error &error); ///< This file is no capture; the others go on.

private:
    struct Order
    {
        QString path;
        bool isToBeShown = false;
    };

    void next();
    void identified(const KnownCapture &capture);
    void stored(const Environment &environment);
    void finish();

    CaptureFeed &m_captures;
    EnvironmentBook &m_environments;
    QList<Order> m_orders;
    std::optional<Order> m_current;
    bool m_isReady = false; ///< The known entries are loaded.
    bool m_isSaving = false;
};

} // namespace playhead
