// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/detail/jsontext.h"

#include <QWidget>

#include <atomic>
#include <memory>
#include <vector>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QToolButton;

namespace playhead {

class JsonTextEdit;

/// The JSON tab: the event's stored bytes, or their pretty form, with a find bar. Large events are made ready on another
/// thread; an answer for an event that is no longer shown is dropped.
class JsonPage : public QWidget
{
    Q_OBJECT

public:
    explicit JsonPage(QWidget *parent = nullptr);
    ~JsonPage() override;

    /// Empty = nothing. The text is made when the page is visible.
    void setBytes(const QByteArray &bytes);
    JsonTextEdit *edit() const { return m_edit; }
    JsonForm form() const { return m_form; }
    void setForm(JsonForm form);

public slots:
    void openFind();
    void closeFind();
    void findNext();
    void findPrevious();

signals:
    void copyJsonRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeFindBar();
    QWidget *makeFooter();
    QToolButton *makeFormButton(const QString &text, const QString &tip, JsonForm form);
    void makeText();
    void showText(const JsonText &text);
    /// Looks for the field's text, off the window's thread in a large event; then goes to the match at or after the
    /// selection, unless it only counts.
    void search(bool goesThere);
    void takeMatches(std::vector<qsizetype> matches, bool goesThere);
    void goToMatch(qsizetype index);
    void step(bool isBackward);
    void showResult(qsizetype number);

    QByteArray m_bytes;
    JsonForm m_form = JsonForm::Stored;
    bool m_isStale = false;
    quint64 m_request = 0;
    QString m_needle; ///< What m_matches are of.
    std::vector<qsizetype> m_matches; ///< Places in the text.
    std::shared_ptr<std::atomic_bool> m_stopsSearch;

    QWidget *m_findBar = nullptr;
    QLineEdit *m_findField = nullptr;
    QLabel *m_findResult = nullptr;
    JsonTextEdit *m_edit = nullptr;
    QLabel *m_size = nullptr;
    QLabel *m_leftOut = nullptr; ///< Tells of lines that are not shown.
    QButtonGroup *m_formButtons = nullptr; ///< Ids are those of JsonForm.
};

} // namespace playhead
