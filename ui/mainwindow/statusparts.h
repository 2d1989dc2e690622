// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/fetchprogress.h"
#include "model/events/eventtablemodel.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace playhead {

/// The status bar: what is loaded, shown and selected at the left; connection and requests at the right. Nothing
/// important lives only here.
class StatusParts : public QWidget
{
    Q_OBJECT

public:
    explicit StatusParts(QWidget *parent = nullptr);

    /// `isComplete`: the whole range of the fetch row is covered.
    void setLoaded(quint32 loaded, bool isComplete, bool hasEnvironment);
    void setShown(quint32 shown);
    void setSelected(qint64 selected);
    void setConnection(const QString &text);
    void setRequests(const FetchProgress &progress);
    /// `sortedBy` empty: by time, the playhead line is there.
    void setSortedBy(const QString &columnName);
    /// A word on what was just done; gone after some seconds.
    void announce(const QString &text);
    /// Short texts below 1200 px.
    void setNarrow(bool isNarrow);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *addPart(const QString &name);
    void showLoaded();

    QLabel *m_loaded;
    QLabel *m_shown;
    QLabel *m_selected;
    QLabel *m_word;
    QLabel *m_connection;
    QLabel *m_requests;
    QList<QWidget *> m_separators;
    QTimer m_wordEnds;
    QString m_sortedBy;
    quint32 m_loadedCount = 0;
    bool m_isComplete = false;
    bool m_hasEnvironment = false;
    bool m_isNarrow = false;
};

} // namespace playhead
