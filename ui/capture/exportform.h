// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/capture/exportdialog.h"

#include <QWidget>

class QButtonGroup;
class QComboBox;
class QLayout;

namespace playhead {

class Notice;
class SourceColumn;
class ToneLabel;

/// The questions of ExportDialog: which events, in which format.
class ExportForm : public QWidget
{
    Q_OBJECT

public:
    /// `choices` outlives the form.
    explicit ExportForm(const ExportChoices &choices, QWidget *parent = nullptr);

    const std::vector<EventRow> &rows() const;
    CaptureFormat format() const;
    void setFormat(CaptureFormat format);
    void setAfterCursor(std::vector<EventRow> rows, bool isAtLeast);
    void setBetween(const CursorSpan &span, std::vector<EventRow> rows, bool isAtLeast);
    bool isReady() const { return !rows().empty(); }
    /// "About 1.9 MB"; empty without events.
    const QString &sizeText() const { return m_sizeText; }

    /// Shown until the next change.
    void showProblem(const Error &error);

signals:
    void edited();
    void spanWanted(const playhead::CursorSpan &span);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QLayout *makeSources();
    void addBetween();
    void showSpan();
    const CursorSpan &span() const;
    QLayout *makeFormats();
    QLayout *makeFirstLine();
    void showChoice();
    QString shownText() const;
    void elideFirstLine();

    const ExportChoices &m_choices;
    std::vector<EventRow> m_afterCursor;
    std::optional<std::vector<EventRow>> m_between; ///< Of span(); empty while it is counted.
    bool m_isBetweenAtLeast = false; ///< There may be more than m_between.
    QString m_sizeText;
    QString m_beginning;
    SourceColumn *m_sources = nullptr;
    QComboBox *m_spans = nullptr; ///< Only where there is a choice.
    QButtonGroup *m_formats = nullptr;
    ToneLabel *m_shown = nullptr;
    ToneLabel *m_firstLine = nullptr;
    Notice *m_problem;
};

} // namespace playhead
