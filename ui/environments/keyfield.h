// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLineEdit>

namespace playhead {

class IconMark;

/// A field for an API key: masked, without the input method's memory, with a key at its right end.
class KeyField : public QLineEdit
{
    Q_OBJECT

public:
    explicit KeyField(QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    IconMark *m_mark;
};

} // namespace playhead
