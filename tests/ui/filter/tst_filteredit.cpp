// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/filter/fieldstand.h"
#include "ui/filter/candidatelist.h"
#include "ui/shared/theme.h"

#include <QAccessible>
#include <QListView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextLayout>

using namespace playhead;
using namespace Qt::StringLiterals;

class TestFilterEdit : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(ThemeChoice::Light); }
    void init() { QTest::failOnWarning(anyRealWarning()); }

    void fieldThenValuesAreCompletedByKeys()
    {
        FieldStand s;
        QVERIFY(s.isReady());
        s.type(u"ty"_s);
        QCOMPARE(s.offered(), QStringList{u"type:"_s});
        QVERIFY(s.edit->hasFocus());
        QTest::keyClick(s.edit, Qt::Key_Tab);
        QCOMPARE(s.edit->text(), u"type:"_s);
        QVERIFY(s.edit->hasFocus());
        QCOMPARE(s.offered().first(2),
                 (QStringList{u"dsync.*"_s, u"dsync.user.*"_s}).first(1)
                     + QStringList{u"dsync.user.updated"_s});
        QCOMPARE(s.edit->popup()->currentRow(), -1);
        QTest::keyClick(s.edit, Qt::Key_Down);
        QTest::keyClick(s.edit, Qt::Key_Down);
        QCOMPARE(s.edit->popup()->currentRow(), 1);
        QTest::keyClick(s.edit, Qt::Key_Return);
        QCOMPARE(s.edit->text(), u"type:dsync.user.updated"_s);
        QVERIFY(!s.edit->popup()->isOpen());
        QVERIFY(s.edit->hasFocus());
    }

    void upGoesToTheLastAndBackToNone()
    {
        FieldStand s;
        QVERIFY(s.isReady());
        s.type(u"type:"_s);
        QTest::keyClick(s.edit, Qt::Key_Up);
        QCOMPARE(s.edit->popup()->currentRow(), s.offered().size() - 1);
        QTest::keyClick(s.edit, Qt::Key_Down);
        QCOMPARE(s.edit->popup()->currentRow(), -1);
    }

    void enterWithoutAChoiceMeansTheFilter()
    {
        FieldStand s;
        QVERIFY(s.isReady());
        QSignalSpy entered(s.edit, &QLineEdit::returnPressed);
        s.type(u"ty"_s);
        QVERIFY(s.edit->popup()->isOpen());
        QTest::keyClick(s.edit, Qt::Key_Return);
        QCOMPARE(entered.size(), 1);
        QCOMPARE(s.edit->text(), u"ty"_s);
        QVERIFY(!s.edit->popup()->isOpen());
    }

    void escapeClosesThenClearsThenLeaves()
    {
        FieldStand s;
        QVERIFY(s.isReady());
        QSignalSpy left(s.edit, &FilterEdit::leaveRequested);
        s.type(u"ty"_s);
        QVERIFY(s.edit->popup()->isOpen());
        QTest::keyClick(s.edit, Qt::Key_Escape);
        QVERIFY(!s.edit->popup()->isOpen());
        QCOMPARE(s.edit->text(), u"ty"_s);
        QTest::keyClick(s.edit, Qt::Key_Escape);
        QVERIFY(s.edit->text().isEmpty());
        QCOMPARE(left.size(), 0);
        QTest::keyClick(s.edit, Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
    }

    void mouseChoosesWithoutTakingTheFocus()
    {
        FieldStand s;
        QVERIFY(s.isReady());
        s.type(u"org:"_s);
        auto *list = s.window.findChild<QListView *>();
        QVERIFY(list && list->isVisible());
        QTest::mouseClick(list->viewport(),
                          Qt::LeftButton,
                          {},
                          list->visualRect(list->model()->index(0, 0)).center());
        QCOMPARE(s.edit->text(), u"org:\"Foo Corp\""_s);
        QVERIFY(s.edit->hasFocus());
        QVERIFY(!s.edit->popup()->isOpen());
    }

    void isAskedForByKeyWhereItWouldBeInTheWay()
    {
        FieldStand s;
        QVERIFY(s.isReady());
        s.type(u"foo "_s);
        QVERIFY(!s.edit->popup()->isOpen());
        QTest::keyClick(s.edit, Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(s.offered().contains(u"type:"_s));
        QCOMPARE(s.edit->text(), u"foo "_s);
    }

    void emptyFieldOffersRecentFilters()
    {
        FieldStand s;
        QVERIFY(s.isReady());
        s.edit->setRecents({u"is:stale"_s, u"foo"_s});
        QVERIFY(!s.edit->popup()->isOpen());
        QTest::keyClick(s.edit, Qt::Key_Down);
        QCOMPARE(s.offered().first(3), (QStringList{u"is:stale"_s, u"foo"_s, u"type:"_s}));
        QTest::keyClick(s.edit, Qt::Key_Tab);
        QCOMPARE(s.edit->text(), u"is:stale"_s);
        s.edit->clear();
        QTest::mouseClick(s.edit, Qt::LeftButton);
        QCOMPARE(s.offered().front(), u"is:stale"_s);
    }

    void goesWithTheFocus()
    {
        FieldStand s;
        QVERIFY(s.isReady());
        s.type(u"ty"_s);
        QVERIFY(s.edit->popup()->isOpen());
        s.other->setFocus();
        QVERIFY(!s.edit->popup()->isOpen());
    }

    /// The count beside the field grows and shrinks while it filters.
    void staysOpenWhileTheFieldIsResized()
    {
        FieldStand s;
        QVERIFY(s.isReady());
        s.type(u"ty"_s);
        QVERIFY(s.edit->popup()->isOpen());
        const QRect place = s.edit->popup()->geometry();
        s.edit->resize(640, 30);
        QVERIFY(s.edit->popup()->isOpen());
        QCOMPARE(s.edit->popup()->geometry(), place);
    }

    void standsBelowTheWordAndStaysThere()
    {
        FieldStand s;
        QVERIFY(s.isReady());
        s.type(u"foo "_s);
        const QPoint begin =
            s.edit->mapTo(&s.window,
                          s.edit->inputMethodQuery(Qt::ImCursorRectangle).toRect().center());
        s.type(u"t"_s);
        QVERIFY(s.edit->popup()->isOpen());
        const int left = s.edit->popup()->x();
        QVERIFY2(std::abs(left + CandidateDelegate::textInset() - begin.x()) <= 2,
                 qPrintable(u"%1 %2"_s.arg(left).arg(begin.x())));
        s.type(u"yp"_s);
        QCOMPARE(s.edit->popup()->x(), left);
    }

    void isFilledOncePerKey()
    {
        FieldStand s;
        QVERIFY(s.isReady());
        int asked = 0;
        s.edit->setCompleter([&asked](const QString &text, int caret) {
            ++asked;
            return completeFilter(text, caret, vocabulary());
        });
        s.type(u"t"_s);
        QVERIFY(s.edit->popup()->isOpen());
        asked = 0;
        s.type(u"y"_s);
        QCOMPARE(asked, 1);
        QTest::keyClick(s.edit, Qt::Key_Left);
        QCOMPARE(asked, 2);
    }

    void staysScrolledWhileItsWordsAreTheSame()
    {
        FieldStand s;
        QVERIFY(s.isReady());
        QTest::keyClick(s.edit, Qt::Key_Down);
        QVERIFY(s.edit->popup()->isOpen());
        QScrollBar *bar = s.window.findChild<QListView *>()->verticalScrollBar();
        bar->setValue(bar->maximum());
        QVERIFY(bar->value() > 0);
        QSignalSpy wanted(s.edit, &FilterEdit::completionWanted);
        s.edit->refreshCompletion();
        QCOMPARE(bar->value(), bar->maximum());
        QCOMPARE(wanted.size(), 0); // What has just come is not asked for.
    }

    void staysInsideTheWindow()
    {
        FieldStand s;
        QVERIFY(s.isReady());
        s.edit->setText(QString(80, u'x') + u' ');
        s.type(u"ty"_s);
        QVERIFY(s.edit->popup()->isOpen());
        QCOMPARE(s.edit->popup()->parentWidget(), &s.window);
        QVERIFY(s.window.rect().contains(s.edit->popup()->geometry()));
    }

    void coloursLeaveCaretSelectionAndUndoAlone()
    {
        FieldStand s;
        QVERIFY(s.isReady());
        s.type(u"is:stale foo"_s);
        s.edit->setCursorPosition(3);
        QTest::keyClick(s.edit, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(s.edit, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(s.edit->selectedText(), u"st"_s);
        s.edit->setMistake(FilterError{3, 5, u"m"_s, {}}, u"m"_s);
        QCOMPARE(s.edit->selectedText(), u"st"_s);
        QCOMPARE(s.edit->cursorPosition(), 5);
        QCOMPARE(s.edit->text(), u"is:stale foo"_s);
        s.type(u"x"_s);
        QCOMPARE(s.edit->text(), u"is:xale foo"_s);
        s.edit->undo();
        QCOMPARE(s.edit->text(), u"is:stale foo"_s);
        QVERIFY(!s.edit->isModified() || s.edit->isUndoAvailable());
    }

    /// What an input method composes stays until it is committed.
    void composedTextStays()
    {
        FieldStand s;
        QVERIFY(s.isReady());
        s.type(u"is:"_s);
        QInputMethodEvent composing(u"sta"_s, {});
        QCoreApplication::sendEvent(s.edit, &composing);
        s.edit->setMistake(FilterError{0, 2, u"m"_s, {}}, u"m"_s);
        QCOMPARE(s.edit->text(), u"is:"_s);
        QInputMethodEvent committed({}, {});
        committed.setCommitString(u"stale"_s);
        QCoreApplication::sendEvent(s.edit, &committed);
        QCOMPARE(s.edit->text(), u"is:stale"_s);
    }

    void wordsHaveTheirColours()
    {
        FieldStand s;
        s.edit->setText(u"type:x"_s);
        s.other->setFocus();
        const QImage image = grab(*s.edit, u"filteredit-colours"_s);
        const auto has = [&image](const QColor &colour) {
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    const QColor at = image.pixelColor(x, y);
                    if (std::abs(at.red() - colour.red()) < 40
                        && std::abs(at.green() - colour.green()) < 40
                        && std::abs(at.blue() - colour.blue()) < 40) {
                        return true;
                    }
                }
            }
            return false;
        };
        QVERIFY(has(tokens().jsonKeyword));
        QVERIFY(has(tokens().jsonString));
        QVERIFY(!has(tokens().danger));
        s.edit->setMistake(FilterError{5, 1, u"m"_s, {}}, u"m"_s);
        const QImage marked = grab(*s.edit, u"filteredit-mistake"_s);
        QVERIFY(marked != image);
        s.edit->setMistake(std::nullopt);
        QCOMPARE(grab(*s.edit, u"filteredit-again"_s), image);
    }

    void screenReadersHearNameTextMistakeAndChoice()
    {
        FieldStand s;
        QVERIFY(s.isReady());
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(s.edit);
        QCOMPARE(spoken->text(QAccessible::Name), u"Filter"_s);
        QCOMPARE(spoken->role(), QAccessible::EditableText);
        QVERIFY(spoken->textInterface());
        s.edit->setHint(u"Type a filter"_s);
        QCOMPARE(spoken->text(QAccessible::Description), u"Type a filter"_s);
        s.type(u"is:du"_s);
        QCOMPARE(spoken->text(QAccessible::Value), u"is:du"_s);
        QTest::keyClick(s.edit, Qt::Key_Down);
        QVERIFY2(spoken->text(QAccessible::Description).startsWith(u"duplicate, "_s),
                 qPrintable(spoken->text(QAccessible::Description)));
        QVERIFY(spoken->text(QAccessible::Description).endsWith(u"1 of 1"_s));
        s.window.resize(880, 500); // The list closes by itself.
        QTRY_VERIFY(!s.edit->popup()->isOpen());
        QCOMPARE(spoken->text(QAccessible::Description), u"Type a filter"_s);
        QTest::keyClick(s.edit, Qt::Key_Down);
        QTest::keyClick(s.edit, Qt::Key_Escape);
        s.edit->setMistake(FilterError{3, 2, u"\"du\" is wrong"_s, {}}, u"\"du\" is wrong."_s);
        QCOMPARE(spoken->text(QAccessible::Description), u"\"du\" is wrong."_s);
        QVERIFY(unnamedInputs(s.window).isEmpty());
    }
};

QTEST_MAIN(TestFilterEdit)
#include "tst_filteredit.moc"
