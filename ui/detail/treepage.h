// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/clock.h"
#include "model/core/ids.h"

#include <QTimeZone>
#include <QWidget>

#include <functional>

class QModelIndex;
class QStackedWidget;

namespace playhead {

class Band;
class ElidedLabel;
class JsonTreeDelegate;
class JsonTreeModel;
class JsonTreeView;
class QuietHint;

/// The Tree tab: the event's values, and at its foot where the current one is and what it means. Large events are read on
/// another thread; an answer for an event that is no longer shown is dropped.
class TreePage : public QWidget
{
    Q_OBJECT

public:
    /// `clock` outlives the page.
    explicit TreePage(const Clock &clock, QWidget *parent = nullptr);

    /// `createdAt` is the event's, from which its other times are told.
    void setBytes(const QByteArray &bytes, Instant createdAt);
    void clear();
    void setTimeZone(const QTimeZone &zone);
    void setOrganizationNames(std::function<QString(const OrganizationId &)> nameOf);
    /// Zone or names differ: writes anew what is shown.
    void updateTexts();

signals:
    void valueFilterRequested(const QString &path, const QString &value, bool isExcluded);
    void columnRequested(const QString &path); ///< See JsonTreeView.

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void explain(const QModelIndex &index);
    void fitFoot();

    JsonTreeModel *m_model;
    JsonTreeDelegate *m_delegate;
    JsonTreeView *m_view = nullptr;
    QuietHint *m_reading = nullptr;
    QStackedWidget *m_pages;
    Band *m_foot = nullptr;
    ElidedLabel *m_path = nullptr;
    ElidedLabel *m_meaning = nullptr;
    quint64 m_request = 0;
};

} // namespace playhead
