// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/window/demowindow.h"
#include "ui/detail/detailpane.h"
#include "ui/events/eventtable.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/sidebar/facetview.h"

#include <QDialog>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

/// A person names an organization in the real window, sees the name everywhere, and has it again after a restart.
class TestAliases : public QObject
{
    Q_OBJECT

private slots:
    void aNameShowsEverywhereAndStays();
};

namespace {

constexpr auto kName = "Zebra, our first";

struct Shown
{
    QString inList;
    QString inTable;
    QString inDetail;
};

FacetView *organizations(DemoWindow &demo)
{
    return demo.window().findChild<FacetView *>(u"organizations"_s);
}

QModelIndex rowOf(DemoWindow &demo, const OrganizationId &id)
{
    const QAbstractItemModel *model = organizations(demo)->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, 0).data(Qt::ToolTipRole).toString().contains(id.toString())) {
            return model->index(row, 0);
        }
    }
    return {};
}

/// What three places call the organization of `row`.
Shown shownNames(DemoWindow &demo, EventRow row)
{
    const EventTableModel &events = demo.session().events();
    const OrganizationId id = events.snapshot().organizationId(events.snapshot().organization(row));
    Shown shown;
    shown.inList = rowOf(demo, id).data().toString();
    shown.inTable = events.index(events.tableRowOf(row), int(EventTableModel::Column::Organization))
                        .data()
                        .toString();
    for (const auto *label : demo.window().findChild<DetailPane *>()->findChildren<QWidget *>()) {
        if (label->isVisible() && label->accessibleName().contains(u" · "_s)) {
            shown.inDetail = label->accessibleName().section(u" · "_s, 0, 0);
        }
    }
    return shown;
}

bool giveName(DemoWindow &demo, const OrganizationId &id, const QString &name)
{
    FacetView *view = organizations(demo);
    view->setFocus();
    view->setCurrentIndex(rowOf(demo, id));
    QTest::keyClick(view, Qt::Key_F2);
    if (!demo.waitDialog()) {
        return false;
    }
    auto *field = demo.dialog()->findChild<QLineEdit *>();
    field->setText(name);
    QTest::keyClick(field, Qt::Key_Return);
    return demo.waitNoDialog();
}

} // namespace

void TestAliases::aNameShowsEverywhereAndStays()
{
    const QString name = QString::fromUtf8(kName);
    QTemporaryDir folder;
    QVERIFY(DemoWindow::prepare(folder.path(),
                                std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)));
    EventRow row = 0;
    OrganizationId id;
    QString before;
    {
        DemoWindow demo(folder.path());
        QVERIFY(demo.waitOpened(u"Demo"_s) && demo.fetch());
        const EventSnapshot &events = demo.session().events().snapshot();
        row = demo.loadedFromEnd(0);
        for (size_t back = 1; events.organization(row) == 0; ++back) {
            row = demo.loadedFromEnd(back);
        }
        id = events.organizationId(events.organization(row));
        demo.select(row);
        before = shownNames(demo, row).inTable;
        QVERIFY(!before.isEmpty() && before != name);
        QVERIFY(giveName(demo, id, name));
        QTRY_COMPARE(shownNames(demo, row).inTable, name);
        QTRY_COMPARE(shownNames(demo, row).inList, name);
        QTRY_COMPARE(shownNames(demo, row).inDetail, name);
    }
    DemoWindow demo(folder.path());
    QVERIFY(demo.waitOpened(u"Demo"_s));
    QTRY_VERIFY(demo.session().events().shownCount() > 0);
    demo.select(row);
    QTRY_COMPARE(shownNames(demo, row).inTable, name);
    QTRY_COMPARE(shownNames(demo, row).inDetail, name);
    QVERIFY(giveName(demo, id, QString()));
    QTRY_COMPARE(shownNames(demo, row).inTable, before);
    QTRY_COMPARE(shownNames(demo, row).inList, before);
    QTRY_COMPARE(shownNames(demo, row).inDetail, before);
}

QTEST_MAIN(TestAliases)
#include "tst_aliases.moc"
