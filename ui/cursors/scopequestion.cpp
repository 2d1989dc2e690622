// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/scopequestion.h"

#include "ui/shared/dialogparts.h"
#include "ui/shared/playheadstyle.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

constexpr int kWidth = 540;

} // namespace

ScopeQuestion::ScopeQuestion(const QString &cursorName,
                             const ScopeDifference &difference,
                             Use use,
                             QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"scopeQuestion"_s);
    const bool isTail = use == Use::Tail;
    setWindowTitle(isTail ? tr("Live tail from cursor") : tr("Fetch from cursor"));
    const DialogColumn column = makeDialogColumn(this);
    column.body->setSpacing(10);
    auto *title =
        groupTitle(tr("%1 counts other events than the fetch row asks for").arg(cursorName), this);
    title->setWordWrap(true);
    column.body->addWidget(title);
    for (const QString &sentence : difference.sentences()) {
        column.body->addWidget(smallText(sentence, this));
    }
    QHBoxLayout *buttons = makeDialogFooter(this, column.whole);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *picked = new QPushButton(isTail ? tr("Follow as chosen") : tr("Fetch as chosen"), this);
    auto *own = new QPushButton(isTail ? tr("Follow with the cursor’s own")
                                       : tr("Fetch with the cursor’s own"),
                                this);
    picked->setObjectName(u"fetchAsChosen"_s);
    own->setObjectName(u"fetchWithOwn"_s);
    setRole(own, u"primary"_s);
    own->setDefault(true);
    for (QPushButton *button : {cancel, picked, own}) {
        buttons->addWidget(button);
    }
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(picked, &QPushButton::clicked, this, [this] {
        accept();
        emit pickedChosen();
    });
    connect(own, &QPushButton::clicked, this, [this] {
        accept();
        emit ownChosen();
    });
    keepHighEnough(this, kWidth);
    own->setFocus();
}

} // namespace playhead
