// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/logtable.h"

namespace playhead {

class SentRequestModel;

/// The table of the requests that Playhead sent.
class SentRequestView : public LogTable
{
    Q_OBJECT

public:
    /// `model` outlives the view.
    explicit SentRequestView(SentRequestModel &model, QWidget *parent = nullptr);

    /// Numbers of the selected requests, oldest first.
    std::vector<quint64> selectedNumbers() const;
    void selectNumbers(const std::vector<quint64> &numbers); ///< Those that are shown.

private:
    const SentRequestModel &m_model;
};

} // namespace playhead
