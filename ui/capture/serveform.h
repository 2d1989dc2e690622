// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/sliceserver.h"

#include <QWidget>

class QButtonGroup;
class QGridLayout;
class QLayout;
class QSpinBox;
class QVBoxLayout;

namespace playhead {

class ArrivalField;
class FaultsForm;
class Notice;
class SourceColumn;
class SwitchesForm;

/// What can be served, and the plan that was used last.
struct ServeChoices
{
    EventSnapshot events;
    std::vector<EventRow> selected;
    std::vector<EventRow> shown;
    std::vector<EventRow> loaded;
    QString environmentName; ///< Empty: none is open.
    ServePlan plan;
};

/// The questions of ServeDialog: which events, at which port, how they arrive, and what goes wrong.
class ServeForm : public QWidget
{
    Q_OBJECT

public:
    /// `choices` outlives the form.
    explicit ServeForm(const ServeChoices &choices, QWidget *parent = nullptr);

    ServePlan plan() const;
    /// The chosen events; empty = the demo stream.
    std::optional<Slice> slice() const;
    quint64 eventCount() const;

    void showNotice(const QString &lead, const QString &text);
    /// Shown until the next change.
    void showProblem(const QString &lead, const QString &text);

signals:
    void edited();
    void copied(const QString &text); ///< For the clipboard.

private:
    QLayout *makeSources();
    void checkFirst();
    QLayout *makeAddress();
    QSpinBox *addNumber(QGridLayout *grid, const QString &label, const QString &name);
    void changed();
    const std::vector<EventRow> &rows() const;
    QString label() const;

    const ServeChoices &m_choices;
    SourceColumn *m_sources = nullptr;
    QSpinBox *m_port = nullptr;
    QSpinBox *m_holdBack = nullptr;
    ArrivalField *m_arrival = nullptr;
    FaultsForm *m_faults = nullptr;
    SwitchesForm *m_switches = nullptr;
    Notice *m_notice;
};

} // namespace playhead
