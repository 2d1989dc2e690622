// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/mainwindow/windowstand.h"
#include "tests/ui/uisupport.h"
#include "ui/detail/detailpane.h"
#include "ui/events/eventtable.h"
#include "ui/mainwindow/fetchbar.h"
#include "ui/mainwindow/filterbar.h"
#include "ui/mainwindow/statusparts.h"
#include "ui/mainwindow/tablepane.h"
#include "ui/mainwindow/windowframe.h"
#include "ui/shared/inlinemessage.h"
#include "ui/shared/settings.h"
#include "ui/sidebar/sidebarpane.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QSplitter>
#include <QStandardPaths>
#include <QToolButton>
#include <QTreeView>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

/// Children of a row that reach over its edge, over their neighbour, or are less wide than they need at the least.
QStringList crowdedParts(const QWidget &row)
{
    QStringList crowded;
    const QList<QWidget *> parts = row.findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    for (const QWidget *part : parts) {
        if (!part->isVisible()) {
            continue;
        }
        bool isCrowded = !row.rect().contains(part->geometry())
                         || part->width() < part->minimumSizeHint().width();
        for (const QWidget *other : parts) {
            isCrowded = isCrowded
                        || (other != part && other->isVisible()
                            && part->geometry().intersects(other->geometry()));
        }
        if (isCrowded) {
            crowded << QString::fromLatin1(part->metaObject()->className()) + u' '
                           + part->accessibleName();
        }
    }
    return crowded;
}

} // namespace

/// The layout classes of the design's section 2. Sizes are multiples of the font's, so that it holds with large text too.
class TestLayout : public QObject
{
    Q_OBJECT

private:
    template<typename T>
    static T &part(WindowStand &stand)
    {
        return *stand.window().findChild<T *>();
    }
    static bool resize(WindowStand &stand, int width, int height)
    {
        const QSize size(scaledPx(width), scaledPx(height));
        stand.window().resize(size);
        WindowFrame &frame = part<WindowFrame>(stand);
        return QTest::qWaitFor(
            [&] { return stand.window().size() == size && frame.width() == size.width(); });
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"Playhead"_s);
        const int px = qEnvironmentVariableIntValue("PLAYHEAD_TEST_FONT_PX");
        // Two runs at once keep their settings apart.
        QCoreApplication::setApplicationName(u"tst_layout%1"_s.arg(px));
        if (px > 0) {
            QFont font = QApplication::font();
            font.setPixelSize(px);
            QApplication::setFont(font);
        }
        applyTheme(ThemeChoice::Light);
        QVERIFY(px == 0 || fontScale() > 1.9);
    }
    void init()
    {
        QTest::failOnWarning(anyRealWarning());
        QSettings().clear();
    }

    void everySizeHasItsPlaces_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<bool>("hasSidebar");
        QTest::addColumn<bool>("isDetailBelow");
        QTest::addColumn<int>("detailWidth");
        QTest::newRow("960x600") << 960 << 600 << false << true << 0;
        QTest::newRow("1199x700") << 1199 << 700 << false << true << 0;
        QTest::newRow("1200x700") << 1200 << 700 << true << false << 388;
        QTest::newRow("1440x900") << 1440 << 900 << true << false << 388;
        QTest::newRow("1899x1000") << 1899 << 1000 << true << false << 388;
        QTest::newRow("1920x1080") << 1920 << 1080 << true << false << 480;
        QTest::newRow("2560x1440") << 2560 << 1440 << true << false << 480;
    }
    void everySizeHasItsPlaces()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(bool, hasSidebar);
        QFETCH(bool, isDetailBelow);
        QFETCH(int, detailWidth);
        WindowStand stand;
        QVERIFY(stand.openDemo());
        QVERIFY(resize(stand, width, height));
        WindowFrame &frame = part<WindowFrame>(stand);
        stand.table().selectEvent(stand.events().eventRowAt(1200));
        QTRY_COMPARE(frame.isSidebarShown(), hasSidebar);
        QTRY_COMPARE(frame.isDetailAtBottom(), isDetailBelow);
        QCOMPARE(frame.isLow(), height < 720);
        const auto &detail = part<DetailPane>(stand);
        QVERIFY(detail.isVisible());
        if (isDetailBelow) {
            QTRY_COMPARE(detail.width(), frame.width());
        } else {
            // One pixel belongs to the line between.
            QTRY_VERIFY2(std::abs(detail.width() - scaledPx(detailWidth)) <= 1,
                         qPrintable(QString::number(detail.width())));
            QTRY_COMPARE(stand.table().mapTo(&frame, QPoint()).x(), scaledPx(231) + 1);
        }
        for (const QWidget *row : {static_cast<const QWidget *>(&part<FetchBar>(stand)),
                                   static_cast<const QWidget *>(&part<FilterBar>(stand)),
                                   static_cast<const QWidget *>(&part<StatusParts>(stand))}) {
            const auto isRoomy = [row] { return crowdedParts(*row).isEmpty(); };
            QVERIFY2(QTest::qWaitFor(isRoomy), qPrintable(crowdedParts(*row).join(u", "_s)));
        }
        grab(stand.window(), u"layout-%1x%2"_s.arg(width).arg(height));
    }

    void rowsHaveTheDesignsHeights()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        QCOMPARE(part<FetchBar>(stand).height(), scaledPx(46));
        QCOMPARE(part<FilterBar>(stand).height(), scaledPx(42));
        QCOMPARE(part<StatusParts>(stand).height(), scaledPx(26));
        QCOMPARE(stand.window().findChild<QWidget *>(u"environmentSwitcher"_s)->height(),
                 scaledPx(32));
        QCOMPARE(stand.window().findChild<QWidget *>(u"fetchButton"_s)->height(), scaledPx(30));
        QCOMPARE(stand.window().findChild<QWidget *>(u"filterField"_s)->height(), scaledPx(30));
    }

    void messageIsNeverCut()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        QVERIFY(resize(stand, 960, 600));
        const int before = part<TablePane>(stand).height();
        InlineMessage &strip = part<TablePane>(stand).strip();
        Message message;
        message.kind = MessageKind::Warning;
        message.iconName = u"clock"_s;
        message.title = u"Slowed down by WorkOS, going on in 18 s"_s;
        message.text = u"The server answered 429 and asked for a pause. 1,300 events are loaded."_s;
        message.choices = {{u"stop"_s, u"Stop here"_s, u"stop"_s}};
        strip.setMessage(message);
        const auto *button = strip.findChild<QPushButton *>(u"message-stop"_s);
        QVERIFY(button);
        QTRY_VERIFY(button->isVisible() && strip.height() >= strip.heightForWidth(strip.width()));
        QTRY_VERIFY(button->mapTo(&strip, button->rect().bottomLeft()).y() < strip.height());
        QVERIFY(stand.table().height() > 0);
        // What it took from the detail pane goes back with it.
        strip.clear();
        QTRY_COMPARE(part<TablePane>(stand).height(), before);
    }

    void checksOfTheSidebarGrowWithTheFont()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        QVERIFY(resize(stand, 1440, 900));
        part<WindowFrame>(stand).setSidebarShown(true);
        auto *types = stand.window().findChild<QTreeView *>(u"types"_s);
        QTRY_VERIFY(types && types->isVisible() && types->model()->rowCount() > 0);
        const QRect row = types->visualRect(types->model()->index(0, 0));
        const QImage image = types->viewport()->grab(row).toImage();
        int high = 0;
        for (int y = 0; y < image.height(); ++y) {
            bool isChecked = false;
            for (int x = 0; x < image.width() / 3; ++x) {
                isChecked |= image.pixelColor(x, y) == tokens().accentFill;
            }
            high += isChecked;
        }
        QCOMPARE(high, scaledPx(14));
    }

    void placeholderLeavesTheShortcutFree()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        auto *field = stand.window().findChild<QLineEdit *>(u"filterField"_s);
        const int shortcut = QFontMetrics(uiFont(11, QFont::Medium)).horizontalAdvance(u"Ctrl+F"_s);
        QVERIFY(field->textMargins().right() > shortcut + 14);
        field->setText(u"foo"_s);
        QCOMPARE(field->textMargins().right(), scaledPx(24));
        field->clear();
        QVERIFY(field->textMargins().right() > shortcut + 14);
    }

    void narrowWindowHasShortWordsAndMore()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        const auto tool = [&stand](const QString &name) -> QToolButton * {
            for (QToolButton *button : part<FetchBar>(stand).findChildren<QToolButton *>()) {
                if (button->accessibleName() == name) {
                    return button;
                }
            }
            return nullptr;
        };
        QVERIFY(resize(stand, 1440, 900));
        QVERIFY(tool(u"Export"_s) && tool(u"Sidebar"_s) && tool(u"More"_s));
        QTRY_COMPARE(tool(u"Export"_s)->toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
        QVERIFY(!tool(u"Sidebar"_s)->isVisible());
        QVERIFY(!tool(u"More"_s)->isVisible());
        const int wide = tool(u"Last 90 days"_s)->sizeHint().width();
        QVERIFY(resize(stand, 960, 600));
        QTRY_VERIFY(tool(u"More"_s)->isVisible());
        QVERIFY(tool(u"Sidebar"_s)->isVisible());
        QCOMPARE(tool(u"Export"_s)->toolButtonStyle(), Qt::ToolButtonIconOnly);
        QVERIFY(tool(u"Last 90 days"_s)->sizeHint().width() < wide);
        QVERIFY(!tool(u"More"_s)->menu()->actions().isEmpty());
        // The field takes what the number leaves.
        const auto *field = stand.window().findChild<QWidget *>(u"filterField"_s);
        const auto *counts = stand.window().findChild<QWidget *>(u"filterCounts"_s);
        QTRY_COMPARE(counts->x() - field->geometry().right() - 1, 9);
        QVERIFY(stand.window().findChild<QToolButton *>(u"statusLoaded"_s)->text()
                == u"2,000 loaded"_s);
    }

    void dialogsFitTheScreen_data()
    {
        QTest::addColumn<QString>("action");
        QTest::newRow("environment") << u"newEnvironment"_s;
        QTest::newRow("export") << u"export"_s;
        QTest::newRow("about") << u"about"_s;
    }
    void dialogsFitTheScreen()
    {
        QFETCH(const QString, action);
        WindowStand stand;
        QVERIFY(stand.openDemo());
        stand.action(action)->trigger();
        auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        const int needed = dialog->layout()->totalMinimumSize().width();
        const int room = dialog->screen()->availableGeometry().width();
        QVERIFY2(dialog->minimumWidth() <= std::max(needed, room),
                 qPrintable(u"%1, needed %2, room %3"_s.arg(dialog->minimumWidth())
                                .arg(needed)
                                .arg(room)));
        dialog->reject();
    }

    void eachClassKeepsItsOwnSplitters()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        auto *body = stand.window().findChild<QSplitter *>(u"body"_s);
        const auto drag = [body](int sidebar) {
            body->setSizes({sidebar, body->width() - sidebar - 1});
            emit body->splitterMoved(sidebar, 1);
        };
        QVERIFY(resize(stand, 1440, 900));
        drag(scaledPx(300));
        QVERIFY(resize(stand, 1920, 1080));
        QTRY_COMPARE(body->sizes().first(), scaledPx(231));
        drag(scaledPx(340));
        QVERIFY(resize(stand, 1440, 900));
        QTRY_COMPARE(body->sizes().first(), scaledPx(300));
        QVERIFY(resize(stand, 1920, 1080));
        QTRY_COMPARE(body->sizes().first(), scaledPx(340));
    }
};

QTEST_MAIN(TestLayout)
#include "tst_layout.moc"
