// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/detail/detailpane.h"
#include "ui/shared/band.h"

class QBoxLayout;
class QFormLayout;
class QLabel;

namespace playhead {

class CommonFieldsView;
class ToneLabel;

/// What several selected events have in common, in place of the detail of one.
class SelectionSummaryView : public Band
{
    Q_OBJECT

public:
    /// `clock` outlives the view.
    explicit SelectionSummaryView(const Clock &clock, QWidget *parent = nullptr);

    /// `organization` and `span` are texts for people.
    void setSummary(const SelectionSummary &summary,
                    const QString &organization,
                    const QString &span);
    /// Until the answer for a new selection comes; then setCommonFields().
    void showComparing();
    void setCommonFields(const CommonFields &common);
    CommonFieldsView &commonFields() { return *m_common; }
    /// Under the table the facts and the fields stand side by side.
    void setPlacement(DetailPane::Placement placement);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeFacts();
    QWidget *makeCommon();
    QLabel *addFact(const QString &name);
    void applyColours();

    QBoxLayout *m_layout;
    QLabel *m_title;
    QFormLayout *m_facts;
    QLabel *m_type;
    QLabel *m_organization;
    QLabel *m_span;
    ToneLabel *m_commonTitle;
    CommonFieldsView *m_common;
    quint64 m_events = 0;
};

/// A quiet sentence in the middle of an empty pane.
class QuietHint : public Band
{
    Q_OBJECT

public:
    explicit QuietHint(QString text, QWidget *parent = nullptr);
    void setText(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

} // namespace playhead
