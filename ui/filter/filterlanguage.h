// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

class QVBoxLayout;

namespace playhead {

/// The filter language on one page: fields, operators, how terms are joined, times, and examples that a click puts into the
/// filter's field. Stays open beside the window.
class FilterLanguage : public QDialog
{
    Q_OBJECT

public:
    explicit FilterLanguage(QWidget *parent = nullptr);

    /// Every example that can be run, in the order of the page.
    static QStringList examples();

signals:
    void exampleChosen(const QString &filter);

private:
    QWidget *makePage();
    void addFields(QVBoxLayout *page);
    void addOperators(QVBoxLayout *page);
    void addTimes(QVBoxLayout *page);
    void addExamples(QVBoxLayout *page);
};

} // namespace playhead
