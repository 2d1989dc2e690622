// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/aboutdialog.h"

#include "ui/shared/dialogparts.h"
#include "ui/shared/iconmark.h"
#include "ui/shared/icons.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSysInfo>
#include <QVBoxLayout>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 480;
constexpr int kInset = 20;

QString titleText()
{
    return AboutDialog::tr("Playhead %1").arg(QStringLiteral(PLAYHEAD_VERSION));
}

QList<std::pair<QString, QString>> facts()
{
    return {{AboutDialog::tr("Qt"),
             AboutDialog::tr("%1, built with %2")
                 .arg(QLatin1StringView(qVersion()), QStringLiteral(QT_VERSION_STR))},
            {AboutDialog::tr("System"),
             u"%1, %2"_s.arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture())},
            {AboutDialog::tr("Licence"), AboutDialog::tr("MIT; Qt is used under the LGPL 3")}};
}

QString copiedText()
{
    QStringList lines{titleText()};
    for (const auto &[name, value] : facts()) {
        lines << u"%1: %2"_s.arg(name, value);
    }
    return lines.join(u'\n');
}

} // namespace

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"aboutDialog"_s);
    setWindowTitle(tr("About Playhead"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(makeBody(), 1);
    auto *copy = new QPushButton(icon(u"copy"_s), tr("Copy"), this);
    copy->setObjectName(u"copy"_s);
    copy->setToolTip(tr("Copy the versions for a report"));
    copy->setAutoDefault(false);
    QPushButton *close = makeCloseFooter(this, column, copy);
    connect(copy, &QPushButton::clicked, this, [copy] {
        QGuiApplication::clipboard()->setText(copiedText());
        copy->setIcon(icon(u"check"_s, IconTint::Ok));
        copy->setText(tr("Copied"));
    });
    keepHighEnough(this, kWidth);
    close->setFocus();
}

QWidget *AboutDialog::makeBody()
{
    auto *body = new QWidget(this);
    auto *row = new QHBoxLayout(body);
    row->setContentsMargins(kInset, 22, kInset, 22);
    row->setSpacing(16);
    row->addWidget(new IconMark(icon(u"playhead-fill"_s, IconTint::Accent), 32, body),
                   0,
                   Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(4);
    texts->addWidget(
        new ToneLabel(titleText(), uiFont(21, QFont::DemiBold), ToneLabel::Tone::Text, body));
    auto *what = new ToneLabel(
        tr("A desktop inspector for the WorkOS Events API: look at events, keep your place with cursors, export what you need."),
        uiFont(13),
        ToneLabel::Tone::Secondary,
        body);
    what->setWordWrap(true);
    texts->addWidget(what);
    texts->addSpacing(12);
    texts->addLayout(makeFacts(body));
    row->addLayout(texts, 1);
    return body;
}

QGridLayout *AboutDialog::makeFacts(QWidget *parent) const
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    for (const auto &[name, value] : facts()) {
        const int line = grid->rowCount();
        auto *shown = new ToneLabel(value, uiFont(12), ToneLabel::Tone::Text, parent);
        shown->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(new ToneLabel(name, uiFont(12), ToneLabel::Tone::Secondary, parent),
                        line,
                        0,
                        Qt::AlignTop);
        grid->addWidget(shown, line, 1);
    }
    return grid;
}

} // namespace playhead
