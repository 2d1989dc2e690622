// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/logtable.h"

namespace playhead {

class RequestLogModel;

/// The table of a local Events API's requests.
class RequestLogView : public LogTable
{
    Q_OBJECT

public:
    /// `model` outlives the view.
    explicit RequestLogView(RequestLogModel &model, QWidget *parent = nullptr);
};

} // namespace playhead
