// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/filter/fieldstand.h"
#include "ui/shared/theme.h"

#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>

using namespace playhead;

/// How text comes into the filter's field other than by typing.
class TestFilterInput : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(ThemeChoice::Light); }
    void init() { QTest::failOnWarning(anyRealWarning()); }

    void linesBecomeSpaces_data()
    {
        QTest::addColumn<bool>("byMenu");
        QTest::newRow("by key") << false;
        QTest::newRow("by menu") << true;
    }
    void linesBecomeSpaces()
    {
        QFETCH(bool, byMenu);
        FieldStand s;
        QVERIFY(s.isReady());
        s.type(u"a "_s);
        QGuiApplication::clipboard()->setText(u"is:stale\nfoo\r\nbar"_s);
        if (byMenu) {
            const std::unique_ptr<QMenu> menu(s.edit->createMenu());
            for (QAction *action : menu->actions()) {
                if (action->text().contains(u"Paste"_s)) {
                    action->trigger();
                }
            }
        } else {
            QTest::keySequence(s.edit, QKeySequence::Paste);
        }
        QCOMPARE(s.edit->text(), u"a is:stale foo  bar"_s);
        // As one step.
        s.edit->undo();
        QCOMPARE(s.edit->text(), u"a "_s);
    }

    void linesThatComeInOtherwiseBecomeSpacesToo()
    {
        FieldStand s;
        s.edit->insert(u"a\nb"_s);
        QCOMPARE(s.edit->text(), u"a b"_s);
    }

    void droppedLinesLeaveUndoAlone()
    {
        FieldStand s;
        QVERIFY(s.isReady());
        s.type(u"foo"_s);
        QMimeData lines;
        lines.setText(u"a\nb"_s);
        QDropEvent drop(QPointF(600, 15), Qt::CopyAction, &lines, Qt::LeftButton, Qt::NoModifier);
        static_cast<QObject *>(s.edit)->event(&drop); // Sent, it would need a drag that goes on.
        QCOMPARE(s.edit->text(), u"fooa b"_s);
        s.edit->undo();
        QCOMPARE(s.edit->text(), u"foo"_s);
        s.edit->undo();
        QCOMPARE(s.edit->text(), QString());
    }

    void aTextThatWasReplacedComesBack_data()
    {
        QTest::addColumn<QString>("other");
        QTest::newRow("text") << u"is:stale"_s;
        QTest::newRow("nothing") << QString();
    }
    void aTextThatWasReplacedComesBack()
    {
        QFETCH(QString, other);
        FieldStand s;
        QVERIFY(s.isReady());
        s.type(u"foo bar"_s);
        s.edit->replaceText(other);
        QCOMPARE(s.edit->text(), other);
        s.edit->undo();
        QCOMPARE(s.edit->text(), u"foo bar"_s);
    }
};

QTEST_MAIN(TestFilterInput)
#include "tst_filterinput.moc"
