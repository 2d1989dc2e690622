// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/captures/capturestore.h"
#include "model/captures/knowncaptures.h"

#include <QObject>

#include <memory>

namespace playhead {

/// The window's side of an open capture. Owns the thread on which files are looked at, indexed and followed. All functions
/// return at once; results come as signals in the caller's thread.
class CaptureFeed : public QObject
{
    Q_OBJECT

public:
    /// `cacheFolder` holds a folder for each capture's index.
    CaptureFeed(const TypeCatalogue &catalogue,
                const QString &cacheFolder,
                QObject *parent = nullptr);
    ~CaptureFeed() override; ///< Breaks off what is under way.

    /// Asks which capture a file is, without opening it: identified() or refused().
    void identify(const QString &path, const QList<KnownCapture> &known);
    /// Opens a capture, closing the one before: progressChanged() while it is read for the first time, then opened() or
    /// openFailed(). From then on it is followed.
    void open(const QString &path);
    void close();

    const QString &path() const; ///< Of what is open or being opened; empty = nothing.
    EventSnapshot snapshot() const;
    const CaptureFacts &facts() const;

signals:
    void identified(const playhead::KnownCapture &capture);
    void refused(const QString &path, const playhead::Error &error);
    void opening(const QString &path); ///< By open().
    void progressChanged(qint64 done, qint64 all); ///< Bytes. At most ten times a second.
    void opened();
    void openFailed(const playhead::Error &error);
    void grown(); ///< snapshot() has more rows.
    void marksChanged(); ///< Events that it held before came again.
    void factsChanged();
    void followingStopped(const playhead::Error &error); ///< snapshot() stays as it is now.
    void lost(const playhead::Error &error); ///< Cut or written anew: snapshot() is empty.
    void closed(); ///< By close().

private:
    void connectWorker();
    void forget();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace playhead
