// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/handovermenu.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(HandOverMenu)
};

QString nameOf(HandOver form, const Cursor &cursor)
{
    const bool isAfter = std::holds_alternative<AfterEvent>(cursor.position);
    switch (form) {
    case HandOver::Place:
        return isAfter ? u"after=…"_s : u"range_start=…"_s;
    case HandOver::Parameters:
        return Text::tr("Request Parameters");
    case HandOver::Curl:
        return u"cURL"_s;
    case HandOver::JavaScript:
        return u"JavaScript"_s;
    case HandOver::Ruby:
        return u"Ruby"_s;
    case HandOver::Python:
        return u"Python"_s;
    case HandOver::Go:
        return u"Go"_s;
    case HandOver::Json:
        return u"JSON"_s;
    }
    return {};
}

/// Whether the form names the address that is asked.
bool asksSomebody(HandOver form)
{
    return form != HandOver::Place && form != HandOver::Parameters && form != HandOver::Json;
}

} // namespace

void fillHandOverMenu(QMenu *menu,
                      const Cursor &cursor,
                      const HandOverFrom &from,
                      const std::function<void(const QString &said)> &copied)
{
    menu->clear();
    for (const HandOver form : kHandOvers) {
        const QString name = nameOf(form, cursor);
        const QString text = handOver(cursor, form, from);
        QAction *action = menu->addAction(name);
        const bool isServed = !from.baseUrl.isEmpty() || !asksSomebody(form);
        action->setEnabled(isServed);
        action->setStatusTip(
            isServed ? text.section(u'\n', 0, 0)
                     : Text::tr("Nothing serves these events: start the local Events API first"));
        QObject::connect(action, &QAction::triggered, menu, [cursor, name, text, copied] {
            QGuiApplication::clipboard()->setText(text);
            copied(Text::tr("Copied %1 as %2.").arg(cursor.name, name));
        });
        if (form == HandOver::Parameters || form == HandOver::Go) {
            menu->addSeparator();
        }
    }
}

} // namespace playhead
