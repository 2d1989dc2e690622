// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/mainwindow/statusdetails.h"

#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace playhead {

class ElidedLabel;
class StatusPart;

/// The status bar: what is loaded, shown and selected at the left; connection, requests and cache at the right. Each part is
/// a flat button that opens its detail, where there is one. Nothing important lives only here.
class StatusParts : public QWidget
{
    Q_OBJECT

public:
    explicit StatusParts(QWidget *parent = nullptr);

    /// `isComplete`: the whole range of the fetch row is covered.
    void setLoaded(quint32 loaded, bool isComplete, bool hasEnvironment);
    void setLoadedFacts(const QList<StatusFact> &facts); ///< What is complete, what is open.
    void setShown(quint32 shown);
    void setSelected(qint64 selected);
    /// `shortText` is for narrow windows.
    void setConnection(const QString &text, const QString &shortText);
    /// The last read, the connection's detail; empty = there was none.
    void setReadFacts(const QList<StatusFact> &facts);
    /// Of this run, to the open environment's server.
    void setRequests(quint64 requests, quint64 retries);
    /// What the local Events API of the window serves; empty = it does not run.
    void setServing(const QString &text, const QString &shortText);
    /// What the live tail does; empty = it is off.
    void setLive(const QString &text,
                 const QString &shortText,
                 bool isFailing,
                 const QList<StatusFact> &facts);
    QWidget &servingPart(); ///< For its popup to stand over.
    /// Raw bytes of the environment's stored events, whatever is loaded of them.
    void setCacheBytes(qint64 bytes);
    /// `sortedBy` empty: by time, the playhead line is there.
    void setSortedBy(const QString &columnName);
    /// A word on what was just done; gone after some seconds.
    void announce(const QString &text);
    /// Short texts below 1200 px.
    void setNarrow(bool isNarrow);

signals:
    void shownPressed(); ///< What narrows the table is wanted.
    void selectedPressed(); ///< The selection is wanted.
    void servingPressed(); ///< What is served is wanted.
    void requestsPressed(); ///< The request log is wanted.

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addParts(QHBoxLayout *row);
    QWidget *addSeparator(QHBoxLayout *row);
    void showTexts();
    QString loadedText() const;
    QString requestsText() const;
    QString cacheText() const;

    StatusPart *m_loaded;
    StatusPart *m_shown;
    StatusPart *m_selected;
    ElidedLabel *m_word;
    StatusPart *m_serving;
    StatusPart *m_live;
    StatusPart *m_connection;
    StatusPart *m_requests;
    QLabel *m_cache;
    QWidget *m_beforeShown;
    QWidget *m_beforeSelected;
    QWidget *m_beforeLive;
    QWidget *m_beforeConnection;
    QWidget *m_beforeRequests;
    QWidget *m_beforeCache;
    QTimer m_wordEnds;
    QString m_sortedBy;
    QString m_connectionText;
    QString m_shortConnection;
    QString m_liveText;
    QString m_shortLive;
    QString m_servingText;
    QString m_shortServing;
    quint64 m_requestCount = 0;
    quint64 m_retryCount = 0;
    qint64 m_cacheBytes = 0;
    qint64 m_selectedCount = 0;
    quint32 m_loadedCount = 0;
    quint32 m_shownCount = 0;
    bool m_isComplete = false;
    bool m_hasEnvironment = false;
    bool m_isNarrow = false;
};

} // namespace playhead
