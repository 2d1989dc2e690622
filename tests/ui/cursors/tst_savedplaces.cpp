// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/uisupport.h"
#include "ui/cursors/savedplacesdialog.h"
#include "ui/cursors/savedplacesmodel.h"
#include "ui/cursors/saveplacedialog.h"
#include "ui/shared/theme.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

Instant at(const char *text)
{
    return *tryParseIsoInstant(text);
}

const Instant kNow = at("2026-11-23T14:06:00Z");

SavedPlace place(qint64 id, const QString &name, const char *time)
{
    SavedPlace saved;
    saved.id = id;
    saved.name = name;
    saved.position = AfterEvent{EventId("event_01KD9F14TB0000000000AQKZ5C"), at(time)};
    saved.cursorName = u"billing-sync"_s;
    saved.savedAt = at("2026-11-22T10:00:00Z");
    return saved;
}

QList<SavedPlace> somePlaces()
{
    return {place(2, u"After the migration"_s, "2026-11-22T09:00:00Z"),
            place(1, u"Before release 4.12"_s, "2026-11-20T16:02:11Z")};
}

QString visibleText(const QWidget &widget)
{
    QStringList texts;
    for (const auto *label : widget.findChildren<QLabel *>()) {
        if (label->isVisible()) {
            texts.append(label->text());
        }
    }
    return texts.join(u'\n');
}

QPushButton *button(const QWidget &widget, const QString &text)
{
    for (auto *one : widget.findChildren<QPushButton *>()) {
        if (one->text() == text) {
            return one;
        }
    }
    return nullptr;
}

} // namespace

class TestSavedPlaces : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        applyTheme(ThemeChoice::Light);
    }
    void init() { QTest::failOnWarning(anyRealWarning()); }

    void aPlaceNeedsAFreeName()
    {
        SavePlaceDialog dialog(place(0, {}, "2026-11-20T16:02:11Z"),
                               {u"Before release 4.12"_s},
                               QTimeZone::utc(),
                               kNow);
        dialog.open();
        QSignalSpy saved(&dialog, &SavePlaceDialog::saved);
        auto *name = dialog.findChild<QLineEdit *>();
        auto *save = dialog.findChild<QPushButton *>(u"save"_s);
        QCOMPARE(name->accessibleName(), u"Name"_s);
        QCOMPARE(dialog.focusWidget(), name);
        QVERIFY(!save->isEnabled());
        name->setText(u" Before release 4.12 "_s);
        QVERIFY(!save->isEnabled());
        QCOMPARE(name->accessibleDescription(), u"Another saved place has this name."_s);
        name->setText(u"  Before 4.13 "_s);
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(saved.size(), 1);
        QCOMPARE(saved.first().first().value<SavedPlace>().name, u"Before 4.13"_s);
        // It waits for the store, and a refusal keeps what was typed.
        QVERIFY(dialog.isVisible() && !save->isEnabled());
        dialog.showRefusal(Error{ErrorCode::AlreadyExists, u"taken"_s, {}});
        QVERIFY(name->property("invalid").toBool());
        name->setText(u"Before 4.14"_s);
        save->click();
        dialog.showRefusal(Error{ErrorCode::DiskFull, u"The disk is full."_s, {}});
        QVERIFY(visibleText(dialog).contains(u"The disk is full."_s));
        QVERIFY(save->isEnabled());
        QCOMPARE(unnamedInputs(dialog), QStringList());
    }

    void placesAreListedAndOrdered()
    {
        SavedPlacesModel model(QTimeZone::utc(), kNow);
        const QAbstractItemModelTester tester(&model);
        model.setPlaces(somePlaces());
        QStringList texts;
        for (int column = 0; column < model.columnCount(); ++column) {
            texts << model.index(1, column).data().toString();
        }
        QCOMPARE(texts,
                 (QStringList{u"Before release 4.12"_s,
                              u"20 Nov 16:02 · …QKZ5C"_s,
                              u"billing-sync"_s,
                              u"22 Nov 10:00"_s}));
        QSignalSpy renamed(&model, &SavedPlacesModel::renameRequested);
        QVERIFY(!model.setData(model.index(1, 0), u" "_s, Qt::EditRole));
        QVERIFY(!model.setData(model.index(1, 0), u"Before release 4.12"_s, Qt::EditRole));
        QCOMPARE(renamed.size(), 0);
        model.setData(model.index(1, 0), u" Release "_s, Qt::EditRole);
        QCOMPARE(renamed.first().last().toString(), u"Release"_s);
        QCOMPARE(renamed.first().first().value<SavedPlace>().id, 1);
    }

    void aRemovedPlaceCanBeBroughtBack()
    {
        SavedPlacesDialog dialog(QTimeZone::utc(), kNow, u"billing-sync"_s);
        dialog.setPlaces(somePlaces());
        dialog.open();
        QSignalSpy removed(&dialog, &SavedPlacesDialog::removeRequested);
        QSignalSpy restored(&dialog, &SavedPlacesDialog::restoreRequested);
        auto *view = dialog.findChild<QTableView *>(u"savedPlaces"_s);
        QCOMPARE(view->accessibleName(), u"Saved places"_s);
        QVERIFY(!button(dialog, u"Undo remove"_s)->isVisible());
        view->selectRow(1);
        button(dialog, u"Remove"_s)->click();
        QCOMPARE(removed.first().first().value<SavedPlace>().id, 1);
        QVERIFY(!button(dialog, u"Undo remove"_s)->isVisible()); // It is not done yet.
        dialog.setPlaces({somePlaces().first()});
        dialog.placeRemoved(somePlaces().last());
        QVERIFY(button(dialog, u"Undo remove"_s)->isVisible());
        button(dialog, u"Undo remove"_s)->click();
        QVERIFY(restored.first().first().value<SavedPlace>() == somePlaces().last());
        // A refusal keeps the way back.
        dialog.showProblem(u"The disk is full."_s);
        QVERIFY(button(dialog, u"Undo remove"_s)->isVisible());
        dialog.placeRestored(somePlaces().last());
        QVERIFY(!button(dialog, u"Undo remove"_s)->isVisible());
        QCOMPARE(unnamedInputs(dialog), QStringList());
    }

    void allRemovedPlacesCanBeBroughtBack()
    {
        SavedPlacesDialog dialog(QTimeZone::utc(), kNow, u"billing-sync"_s);
        dialog.setPlaces(somePlaces());
        dialog.open();
        QSignalSpy restored(&dialog, &SavedPlacesDialog::restoreRequested);
        QList<SavedPlace> places = somePlaces();
        while (!places.isEmpty()) {
            const SavedPlace first = places.takeFirst();
            button(dialog, u"Remove"_s)->click();
            dialog.setPlaces(places);
            dialog.placeRemoved(first);
        }
        for (const qint64 id : {1, 2}) {
            button(dialog, u"Undo remove"_s)->click();
            const auto back = restored.takeFirst().first().value<SavedPlace>();
            QCOMPARE(back.id, id);
            places.prepend(back);
            dialog.setPlaces(places);
            dialog.placeRestored(back);
        }
        QVERIFY(!button(dialog, u"Undo remove"_s)->isVisible());
    }

    void theChoiceStaysWithItsPlace()
    {
        SavedPlacesDialog dialog(QTimeZone::utc(), kNow, u"billing-sync"_s);
        dialog.setPlaces(somePlaces());
        dialog.open();
        auto *view = dialog.findChild<QTableView *>(u"savedPlaces"_s);
        view->selectRow(1);
        QList<SavedPlace> places = somePlaces();
        places.prepend(place(3, u"By another"_s, "2026-11-23T09:00:00Z"));
        dialog.setPlaces(places);
        QSignalSpy removed(&dialog, &SavedPlacesDialog::removeRequested);
        button(dialog, u"Remove"_s)->click();
        QCOMPARE(removed.size(), 1);
        QCOMPARE(removed.first().first().value<SavedPlace>().id, 1);
        // Another one removes what is chosen: no other place takes its part.
        SavedPlacesDialog other(QTimeZone::utc(), kNow, u"billing-sync"_s);
        other.setPlaces(somePlaces());
        other.open();
        other.setPlaces({somePlaces().last()});
        QVERIFY(!button(other, u"Remove"_s)->isEnabled());
        QVERIFY(!button(other, u"Move billing-sync there…"_s)->isEnabled());
    }

    void aCursorIsMovedToTheChosenOne()
    {
        SavedPlacesDialog dialog(QTimeZone::utc(), kNow, u"billing-sync"_s);
        dialog.open();
        QVERIFY(visibleText(dialog).contains(u"No saved places yet."_s));
        QVERIFY(!button(dialog, u"Move billing-sync there…"_s)->isEnabled());
        QVERIFY(!button(dialog, u"Remove"_s)->isEnabled());
        dialog.setPlaces(somePlaces());
        QSignalSpy moved(&dialog, &SavedPlacesDialog::moveRequested);
        button(dialog, u"Move billing-sync there…"_s)->click();
        QCOMPARE(moved.first().first().value<SavedPlace>().id, 2);
        QVERIFY(!dialog.isVisible());
        SavedPlacesDialog without(QTimeZone::utc(), kNow, {});
        without.setPlaces(somePlaces());
        QVERIFY(!button(without, u"Move cursor…"_s)->isEnabled());
    }

    void looks()
    {
        for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
            applyTheme(theme);
            const QString suffix = theme == ThemeChoice::Dark ? u"dark"_s : u"light"_s;
            SavedPlacesDialog places(QTimeZone::utc(), kNow, u"billing-sync"_s);
            places.setPlaces(somePlaces());
            places.open();
            QCOMPARE(grab(places, u"saved-places-"_s + suffix).pixelColor(3, 3), tokens().window);
            SavePlaceDialog save(place(0, {}, "2026-11-20T16:02:11Z"), {}, QTimeZone::utc(), kNow);
            save.open();
            QCOMPARE(grab(save, u"save-place-"_s + suffix).pixelColor(3, 3), tokens().window);
        }
        applyTheme(ThemeChoice::Light);
    }
};

} // namespace playhead

QTEST_MAIN(playhead::TestSavedPlaces)
#include "tst_savedplaces.moc"
