// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/commandline.h"
#include "app/commands/eventoutput.h"
#include "app/commands/fetchorder.h"
#include "app/commands/fetchoutput.h"
#include "app/commands/fetchsource.h"
#include "app/commands/fetchstatusline.h"
#include "model/environments/keyring.h"
#include "model/storage/database.h"

#include <QElapsedTimer>
#include <QObject>

#include <memory>

namespace playhead {

class Clock;
class EventFeed;
class FetchFollow;

/// `playhead fetch`: reads events into a store, then writes those of the query in stream order. The store is what makes
/// a read that broke off go on.
class FetchCommand : public QObject
{
    Q_OBJECT

public:
    /// Takes the key out of the program's environment.
    FetchCommand(FetchArguments arguments,
                 const TypeCatalogue &catalogue,
                 QObject *parent = nullptr);
    ~FetchCommand() override;

    void start();

signals:
    void finished(int exitCode);

private:
    Status prepare();
    void openStore(const QByteArray &streamId, std::optional<Instant> serverTime);
    Status beginRead(const QString &storeKey);
    void tellWhatIsRead() const;
    void read();
    void follow();
    void keepOrigin(quint64 events);
    void takeInterrupt();
    void conclude();
    void succeed();
    void breakOff();
    void followOn();
    void readOn();
    void endFollowing(const Error &error);
    void forgetRead();
    void leaveNothing();
    std::vector<EventRow> rows(Instant completeUntil) const;
    Instant wholeUntil() const;
    EventId lastEventId(const std::vector<EventRow> &rows) const;
    void summarize(const std::vector<EventRow> &rows) const;
    FetchProgress totals() const;
    void endWith(int exitCode);
    void refuse(const Error &error);

    FetchArguments m_arguments;
    const TypeCatalogue &m_catalogue;
    KeyRing m_keys;
    QElapsedTimer m_elapsed;
    QString m_dataFolder;
    std::unique_ptr<Database> m_database;
    EventOutput m_output;
    FetchSource m_source;
    std::unique_ptr<Clock> m_clock;
    Instant m_startedAt{};
    FetchOrder m_order;
    FetchStatusLine m_statusLine;
    Instant
        m_wantedUntil{}; ///< Where the read would end that began now; a resumed one ends before.
    bool m_isResumed = false;
    bool m_isRemembered = false; ///< The same command would go on with this read.
    bool m_hasReadOn = false; ///< From a resumed read's end to m_wantedUntil.
    FetchProgress m_readBefore; ///< Of the resumed read, then.
    bool m_hasOrigin = false; ///< The environment's origin is remembered.
    bool m_isEnded = false;
    std::unique_ptr<EventFeed> m_feed;
    FetchFollow *m_follow =
        nullptr; ///< The child that goes on after the read; none before its end.
};

} // namespace playhead
