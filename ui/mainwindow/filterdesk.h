// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/environments/environment.h"
#include "model/events/eventfilter.h"
#include "model/events/filtercompletion.h"
#include "ui/mainwindow/fetchchoice.h"
#include "ui/mainwindow/loadedvocabulary.h"
#include "ui/mainwindow/windowparts.h"

#include <QHash>
#include <QObject>
#include <QTimeZone>

#include <optional>

namespace playhead {

class Actions;
class WindowFrame;

/// What people do with the filter's text: it is applied while they type, its mistakes are named, its words completed,
/// filters that were entered are remembered. A mistake leaves the last working filter in force. Owned by the main window.
class FilterDesk : public QObject
{
    Q_OBJECT

public:
    /// `frame`, `actions` and all of `parts` outlive the desk.
    FilterDesk(const WindowParts &parts,
               WindowFrame &frame,
               const Actions &actions,
               QObject *parent);

    /// Restores the environment's own filter, and what was being typed there; none = no filter.
    void setEnvironment(const std::optional<Environment> &environment);
    void setTimeZone(const QTimeZone &zone);
    /// The whole filter; its text goes into the field.
    void apply(const EventFilter &filter);
    /// Another part of the filter than what stands in the field was edited: what is being typed meanwhile stays.
    void edit(EventFilter filter);
    /// Puts a text into the field, as if it was typed and entered there. Nothing without an environment.
    void run(const QString &text);
    /// What a cursor's name means may have changed. Until `areKnown` a name that is none may be one that is still read.
    void cursorsChanged(bool areKnown);
    /// Whether Fetch with the filter's parts can do anything may have changed.
    void enableFetch();

signals:
    void applied(); ///< A filter is in force.
    void entered(); ///< By Enter, without a mistake: the keyboard goes on.
    void fetchRequested(const playhead::FetchChoice &choice); ///< With what the filter asks for.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void wireField();
    void keepFieldText();
    bool isWorking() const;
    bool awaitsCursors(const QString &text) const;
    void textEdited(const QString &text);
    void textEntered(const QString &text);
    void checkAgain();
    void tell(const FilterError &mistake);
    void refused(const FilterError &mistake);
    void setInForce(const EventFilter &filter);
    void showParts();
    void showSearch();
    void setSurroundings();
    FilterCompletion complete(const QString &text, int caret) const;
    std::optional<FetchChoice> askedChoice() const;

    const WindowParts m_parts;
    WindowFrame &m_frame;
    const Actions &m_actions;
    std::optional<Environment> m_environment;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    LoadedVocabulary m_vocabulary;
    QHash<qint64, QString> m_fieldTexts; ///< By environment, where it is not the filter in force.
    bool m_areCursorsKnown = false;
};

} // namespace playhead
