// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commands/servehelp.h"

#include "model/server/apiswitches.h"
#include "model/server/faultplan.h"
#include "model/server/serveplantext.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ServeHelp)
};

constexpr qsizetype kWidth = 100;
constexpr qsizetype kTextColumn = 29;
constexpr qsizetype kSwitchColumn = 6;

/// The words of `text` from `column` on, in as many lines as they need, behind what `head` says.
QString wrapped(const QString &head, qsizetype column, const QString &text)
{
    QString lines;
    QString line = head.leftJustified(column);
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const bool isFirst = line.size() <= column;
        if (!isFirst && line.size() + 1 + word.size() > kWidth) {
            lines += line + u'\n';
            line = QString(column, u' ');
        } else if (!isFirst) {
            line += u' ';
        }
        line += word;
    }
    return lines + line + u'\n';
}

QString faultLines(const FaultSpec &spec)
{
    const QString amount = QString::fromLatin1(amountName(spec.measure)).toUpper();
    QString lines = wrapped(u"  %1=%2"_s.arg(QString::fromLatin1(spec.name), amount),
                            kTextColumn,
                            spec.meaning);
    for (const FaultParameter &parameter : spec.parameters) {
        lines += wrapped(u"    ,%1=%2"_s.arg(QString::fromLatin1(parameter.name),
                                             QString::number(parameter.usual)),
                         kTextColumn,
                         Text::tr("%1 (%2 to %3)")
                             .arg(parameter.meaning,
                                  QString::number(parameter.least),
                                  QString::number(parameter.most)));
    }
    return lines;
}

QString faultTable()
{
    QStringList ofEvents;
    for (const FaultSpec &spec : faultSpecs()) {
        if (spec.measure == FaultMeasure::ShareOfEvents) {
            ofEvents.append(QString::fromLatin1(spec.name));
        }
    }
    QString lines =
        wrapped({},
                0,
                Text::tr("Faults: --fault NAME=AMOUNT[,PARAMETER=N...]. RATE is a share from 0 to "
                         "1: of the requests, or of the events for %1. A parameter that is not "
                         "given has the value shown here. The same seed makes the same faults for "
                         "the same requests. Of the faults from rate-limit to out-of-order, delay "
                         "aside, a request gets one at most: the first here that hits it.")
                    .arg(ofEvents.join(u", "_s)));
    for (const FaultSpec &spec : faultSpecs()) {
        lines += faultLines(spec);
    }
    return lines;
}

QString switchTable()
{
    QString lines = wrapped({},
                            0,
                            Text::tr("Switches: --switch NAME=VALUE. They decide what WorkOS does "
                                     "not document; the first value is the usual one."));
    for (const SwitchSpec &spec : switchSpecs()) {
        QStringList values;
        for (const QByteArray &value : spec.values) {
            values.append(QString::fromLatin1(value));
        }
        const QString words = values.isEmpty()
                                  ? Text::tr("SECONDS (0; at most %1)").arg(kLongestHoldBack)
                                  : values.join(u'|');
        lines += u"  %1=%2\n"_s.arg(QString::fromLatin1(spec.name), words);
        lines += wrapped({}, kSwitchColumn, spec.meaning + u'.');
        lines += wrapped({}, kSwitchColumn, spec.reason);
    }
    return lines;
}

} // namespace

QString serveHelp(const QString &options)
{
    return Text::tr(
               "usage: playhead serve [OPTIONS]\n"
               "\n"
               "Answers GET /events on 127.0.0.1 as WorkOS does, with demo events or the events of captures, and\n"
               "with faults on demand. When it is ready it prints one line of JSON with its url, its api_key and\n"
               "the number of events. SIGTERM or Ctrl+C ends it.\n"
               "\n")
           + options + u'\n' + faultTable() + u'\n' + switchTable()
           + Text::tr(
               "\n"
               "A file of --config holds the same by the options' names, and faults and switches by theirs:\n"
               "  {\"data\":[\"events.ndjson\"],\"seed\":7,\"arrive\":\"1h\",\"speed\":60,\n"
               "   \"faults\":{\"rate-limit\":0.05,\"delay\":{\"rate\":1,\"ms\":200}},\"switches\":{\"order\":\"ignore\"}}\n"
               "\n"
               "Exit codes: 0 ended by a signal, 1 failed (a file or the port), 2 wrong usage.\n");
}

} // namespace playhead
