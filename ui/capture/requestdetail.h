// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/servedrequest.h"

#include <QWidget>

#include <optional>

class QPushButton;

namespace playhead {

class FactGrid;
class MonoCard;
class Notice;
class ToneLabel;

/// One request of the log in full: its whole target, what came back, what was done wrong on purpose.
class RequestDetail : public QWidget
{
    Q_OBJECT

public:
    explicit RequestDetail(QWidget *parent = nullptr);

    void setRequest(const std::optional<ServedRequest> &request);

signals:
    void copyCurlRequested();
    void copyRowRequested();

private:
    // In the order of the keyboard: it goes by what was made first.
    ToneLabel *m_title;
    QPushButton *m_copyRow;
    QPushButton *m_copyCurl;
    MonoCard *m_target;
    FactGrid *m_facts;
    ToneLabel *m_cursor;
    ToneLabel *m_next;
    ToneLabel *m_requestId;
    ToneLabel *m_client;
    Notice *m_refusal;
    Notice *m_fault;
};

} // namespace playhead
