// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/capture/exportdialog.h"

#include <QWidget>

class QButtonGroup;
class QLayout;
class QLineEdit;

namespace playhead {

class FieldProblem;
class Notice;
class ToneLabel;

/// The questions of ExportDialog: which events, which format, which file.
class ExportForm : public QWidget
{
    Q_OBJECT

public:
    /// `choices` outlives the form.
    explicit ExportForm(const ExportChoices &choices, QWidget *parent = nullptr);

    const std::vector<EventRow> &rows() const;
    CaptureFormat format() const;
    void setFormat(CaptureFormat format);
    QString path() const;
    void setPath(const QString &path);
    bool isReady() const { return m_isReady; } ///< There are events and a place for them.
    const QString &sizeText() const
    {
        return m_sizeText;
    } ///< "About 1.9 MB"; empty when it cannot be told.

    /// Shown until the next change.
    void showProblem(const Error &error);

signals:
    void edited();

private:
    QLayout *makeSources(QWidget *parent);
    QLayout *makeFormats(QWidget *parent);
    QLayout *makePath(QWidget *parent);
    QWidget *makeFirstLine(QWidget *parent);
    QString defaultPath() const;
    void followFormat() const;
    void showChoice();
    void browse();

    const ExportChoices &m_choices;
    QString m_sizeText;
    bool m_isReady = false;
    QButtonGroup *m_sources = nullptr;
    QButtonGroup *m_formats = nullptr;
    QLineEdit *m_path = nullptr;
    FieldProblem *m_pathProblem = nullptr;
    ToneLabel *m_replaces = nullptr;
    ToneLabel *m_firstLine = nullptr;
    Notice *m_problem = nullptr;
};

} // namespace playhead
