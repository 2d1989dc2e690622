// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/filterexpression.h"
#include "ui/shared/timetext.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

class QLabel;
class QMenu;
class QSpacerItem;
class QToolButton;

namespace playhead {

class FilterEdit;
class MistakeStrip;

/// The row that filters loaded events: a filter in the filter language, what is shown of what is loaded, how times are
/// written, which columns. Below it, what is wrong in the filter; at its lower edge, how far a search is.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);

    QString text() const;
    void setText(
        const QString &text); ///< Without textEdited(), and what was there before cannot come back.
    /// A person's order elsewhere puts another text there: without textEdited(), as one step that undo takes back.
    void replaceText(const QString &text);
    /// Something was typed that textEdited() has not told yet.
    bool hasUntoldText() const { return m_typing.isActive(); }
    void focusField();
    FilterEdit &field() { return *m_field; }
    /// Names what is wrong with the text that is in the field, until it changes; the line below the field stays until
    /// the next call, so that nothing moves while somebody types. `kept` says what is shown meanwhile.
    void setMistake(const std::optional<FilterError> &mistake, const QString &kept = {});
    bool hasMistake() const { return m_hasMistake; }
    void setCounts(quint32 shown, quint32 loaded);
    /// How much of the events was searched, 0 to 1; empty = nothing is searched. Told only when it takes longer than a blink.
    void setSearchShare(std::optional<double> share);
    std::optional<double> shownSearchShare() const;
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
    void textEntered(const QString &text); ///< By Enter.
    void
    caretLeft(); ///< The caret is at another place, or the keyboard elsewhere, and the text as it was.
    void leaveRequested();
    void timeModeChosen(playhead::TimeMode mode);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showTimeMode();
    void showCounts();
    void makeRoomForCounts();
    QWidget *makeRow();
    void makeMenus();
    void wireField();

    QWidget *m_band = nullptr; ///< The row, without the line below it.
    QWidget *m_label;
    FilterEdit *m_field;
    MistakeStrip *m_mistake;
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
    QTimer m_searchDelay;
    std::optional<double> m_searchShare;
    bool m_hasMistake = false;
    TimeMode m_mode = TimeMode::Local;
    Instant m_zoneAt{};
    bool m_isNarrow = false;
};

} // namespace playhead
