// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/timetext.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QMenu;
class QSpacerItem;
class QToolButton;

namespace playhead {

class FilterEdit;

/// The row that filters loaded events: free text, what is shown of what is loaded, how times are written, which columns.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text); ///< Without textEdited().
    /// Something was typed that textEdited() has not told yet.
    bool hasUntoldText() const { return m_typing.isActive(); }
    void focusField();
    void setCounts(quint32 shown, quint32 loaded, bool isSearching);
    void setHasEnvironment(bool hasEnvironment);
    void setTimeMode(TimeMode mode);
    /// Called each time the columns menu opens, to fill it.
    void setColumnsMenu(std::function<void(QMenu *)> fill);
    /// The zone's name depends on the season.
    void setNow(Instant now);
    /// Below 1200 px texts are short; the label column goes with the sidebar, so that the field keeps its room.
    void setNarrow(bool isNarrow, bool hasLabel);
    /// The width of the sidebar: the field begins where the table does.
    void setLabelWidth(int width);

signals:
    void textEdited(const QString &text); ///< 150 ms after the last key.
    void leaveRequested();
    void timeModeChosen(playhead::TimeMode mode);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showTimeMode();
    void showCounts();

    QWidget *m_label;
    FilterEdit *m_field;
    QLabel *m_counts;
    QWidget *m_separator;
    QToolButton *m_timeMode;
    QToolButton *m_columns;
    QSpacerItem *m_beforeField;
    QSpacerItem *m_beforeCounts;
    QSpacerItem *m_beforeTime;
    std::function<void(QMenu *)> m_fillColumns;
    QTimer m_typing;
    quint32 m_shownCount = 0;
    quint32 m_loadedCount = 0;
    bool m_isSearching = false;
    TimeMode m_mode = TimeMode::Local;
    Instant m_zoneAt{};
    bool m_isNarrow = false;
};

} // namespace playhead
