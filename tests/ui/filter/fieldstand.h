// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/ui/uisupport.h"
#include "ui/filter/completionpopup.h"
#include "ui/filter/filteredit.h"

#include <QMainWindow>

namespace playhead {

using namespace Qt::StringLiterals;

inline FilterVocabulary vocabulary()
{
    FilterVocabulary words;
    words.types = {{u"dsync.user.updated"_s, Family::DirectorySync, 626},
                   {u"dsync.user.created"_s, Family::DirectorySync, 114}};
    words.organizations = {{OrganizationId("org_1"), u"Foo Corp"_s, 783}};
    return words;
}

/// A window with the field and something else that can have the focus.
struct FieldStand
{
    FieldStand()
    {
        window.resize(900, 500);
        auto *middle = new QWidget(&window);
        window.setCentralWidget(middle);
        edit = new FilterEdit(middle);
        edit->setGeometry(20, 20, 700, 30);
        edit->setCompleter([](const QString &text, int caret) {
            return completeFilter(text, caret, vocabulary());
        });
        other = new QPushButton(u"Other"_s, middle);
        other->setGeometry(20, 400, 100, 30);
        window.show();
        window.activateWindow();
        edit->setFocus();
    }
    bool isReady() { return QTest::qWaitForWindowActive(&window) && edit->hasFocus(); }
    void type(const QString &text) { QTest::keyClicks(edit, text); }
    QStringList offered()
    {
        QStringList texts;
        for (const FilterCandidate &candidate : edit->popup()->completion().candidates) {
            texts << candidate.text;
        }
        return edit->popup()->isOpen() ? texts : QStringList();
    }

    QMainWindow window;
    FilterEdit *edit = nullptr;
    QPushButton *other = nullptr;
};

} // namespace playhead
