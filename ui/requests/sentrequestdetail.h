// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/requestlog.h"
#include "model/api/sdkcall.h"

#include <QTimeZone>
#include <QWidget>

class QMenu;
class QPushButton;
class QToolButton;

namespace playhead {

class ElidedLabel;
class FactGrid;
class MonoCard;
class Notice;
class ToneLabel;

/// One request that Playhead sent in full: its whole address, what came back, what speaks against the server, the server's own
/// words; and what can be done with it.
class SentRequestDetail : public QWidget
{
    Q_OBJECT

public:
    explicit SentRequestDetail(QWidget *parent = nullptr);

    /// nullptr: none is selected. What setRepeat() said stays until clearRepeat().
    void setRequest(const LoggedRequestPtr &request);
    void setSelectedCount(qsizetype count); ///< So many rows are copied.
    void setTimeZone(const QTimeZone &zone);
    /// How running it again goes or went: `lead` is bold.
    void setRepeat(bool isProblem, const QString &lead, const QString &text);
    void clearRepeat(); ///< Nothing is to be said of running it again.
    /// One was sent once more and is not answered: none again meanwhile.
    void setRepeating(bool isRepeating);
    QMenu *sdkMenu() { return m_sdkMenu; }

signals:
    void copyRowsRequested();
    void copyCurlRequested();
    void copySdkRequested(playhead::SdkLanguage language);
    void repeatRequested();

private:
    QWidget *makeBody();
    void makeButtons();
    void showRequest();
    void showFacts(const RequestRecord &record);

    LoggedRequestPtr m_request;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    bool m_isRepeating = false;
    ElidedLabel *m_title;
    QPushButton *m_copyRow;
    QPushButton *m_copyCurl;
    QToolButton *m_copySdk;
    QPushButton *m_repeat;
    QMenu *m_sdkMenu;
    MonoCard *m_url = nullptr;
    Notice *m_repeated = nullptr;
    Notice *m_problem = nullptr;
    Notice *m_notes = nullptr;
    ToneLabel *m_wordsTitle = nullptr;
    MonoCard *m_words = nullptr;
    FactGrid *m_facts = nullptr;
    ToneLabel *m_sent = nullptr;
    ToneLabel *m_why = nullptr;
    ToneLabel *m_after = nullptr;
    ToneLabel *m_next = nullptr;
    ToneLabel *m_requestId = nullptr;
    ToneLabel *m_retryAfter = nullptr;
    ToneLabel *m_size = nullptr;
    ToneLabel *m_took = nullptr;
};

} // namespace playhead
