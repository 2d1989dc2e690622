// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/environments/keyfield.h"

#include "ui/shared/dialogparts.h"
#include "ui/shared/iconmark.h"
#include "ui/shared/icons.h"
#include "ui/shared/theme.h"

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kIcon = 16;
constexpr int kIconInset = 9;
} // namespace

KeyField::KeyField(QWidget *parent)
    : QLineEdit(parent)
    , m_mark(new IconMark(icon(u"key"_s), kIcon, this))
{
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    setFont(monoFont(12));
    padField(this);
    QMargins margins = textMargins();
    margins.setRight(kIcon + kIconInset);
    setTextMargins(margins);
    m_mark->setAttribute(Qt::WA_TransparentForMouseEvents);
}

void KeyField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    m_mark->move(width() - m_mark->width() - kIconInset, (height() - m_mark->height()) / 2);
}

} // namespace playhead
