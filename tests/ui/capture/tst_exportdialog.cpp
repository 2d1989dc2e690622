// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/cursors/storedevents.h"
#include "tests/ui/uisupport.h"
#include "ui/capture/exportdialog.h"
#include "ui/shared/theme.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

std::vector<MadeEvent> someEvents()
{
    std::vector<MadeEvent> events;
    for (int i = 0; i < 50; ++i) {
        events.push_back({"event_" + QByteArray::number(i),
                          *tryParseIsoInstant("2026-11-23T12:00:00Z") + std::chrono::seconds(i),
                          "dsync.user.updated",
                          "org_1"});
    }
    return events;
}

QStringList visibleTexts(const QWidget &widget)
{
    QStringList texts;
    for (const auto *label : widget.findChildren<QLabel *>()) {
        if (label->isVisible()) {
            texts.append(label->text());
        }
    }
    return texts;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QPushButton *button(const QWidget &dialog, const QString &name)
{
    return dialog.findChild<QPushButton *>(name);
}

/// The choice whose text begins so; nullptr when there is none.
QRadioButton *source(const QWidget &dialog, const QString &text)
{
    for (auto *radio : dialog.findChildren<QRadioButton *>()) {
        if (radio->text().startsWith(text)) {
            return radio;
        }
    }
    return nullptr;
}

} // namespace

class TestExportDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void countsStandBesideTheChoices();
    void writesTheChosenEvents_data();
    void writesTheChosenEvents();
    void theFilterOfTheShownOnesIsSaid();
    void suggestsANameThatReplacesNothing();
    void asksForAPlaceThenWrites();
    void firstLineIsWhatWillBeWritten_data();
    void firstLineIsWhatWillBeWritten();
    void sizeIsNearTheRealOne_data();
    void sizeIsNearTheRealOne();
    void eventsAfterTheCursorComeLater();
    void eventsBetweenTwoCursorsComeLater();
    void whichTwoCursorsCanBeChosen();
    void enterExportsAndEscapeLeaves();
    void cancelLeavesWhatWasThere();
    void closingWhileItWritesStopsIt();
    void destroyingWhileItWritesIsSafe();
    void anErrorStandsInPlace();
    void everyInputHasAName();
    void looks();

private:
    ExportChoices choices() const;
    ExportChoices manyEvents() const;

    std::unique_ptr<StoredEvents> m_events;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestExportDialog::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    applyTheme(ThemeChoice::Light);
    m_events = std::make_unique<StoredEvents>(someEvents());
    QVERIFY(m_events->isValid());
}

void TestExportDialog::init()
{
    QTest::failOnWarning(anyRealWarning());
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

ExportChoices TestExportDialog::choices() const
{
    ExportChoices all;
    all.events = m_events->snapshot();
    all.loaded = m_events->order();
    all.shown.assign(all.loaded.begin(), all.loaded.begin() + 20);
    all.selected = {all.loaded[3]};
    all.environmentName = u"Acme EU/1"_s;
    all.folder = m_folder->path();
    return all;
}

ExportChoices TestExportDialog::manyEvents() const
{
    ExportChoices all = choices();
    all.shown.clear();
    for (int i = 0; i < 40'000; ++i) {
        all.shown.insert(all.shown.end(), all.loaded.begin(), all.loaded.end());
    }
    return all;
}

void TestExportDialog::theFilterOfTheShownOnesIsSaid()
{
    ExportChoices all = choices();
    const auto said = [this, &all] {
        ExportDialog dialog(all);
        dialog.show();
        const auto *label = dialog.findChild<QLabel *>(u"shownFilter"_s);
        // Only what is shown has been filtered.
        source(dialog, u"All loaded"_s)->click();
        const bool isQuiet = !label->isVisible();
        source(dialog, u"Shown"_s)->click();
        return isQuiet && label->isVisible() ? label->text() : QString();
    };
    QCOMPARE(said(), QString());
    all.filterText = u" type:dsync.*  <b>"_s;
    QCOMPARE(said(), u"Shown is what matches type:dsync.* <b>."_s);
    all.isNarrowed = true;
    QVERIFY(said().contains(u"type:dsync.* <b>, as far as the sidebar"_s));
    all.isSearching = true;
    QVERIFY(said().endsWith(u"these are the events found so far."_s));
    all.isSearching = false;
    all.filterText.clear();
    QCOMPARE(said(), u"Shown is what the sidebar and the timeline leave."_s);
}

void TestExportDialog::countsStandBesideTheChoices()
{
    ExportDialog dialog(choices());
    dialog.open();
    QStringList texts;
    for (const auto *radio : dialog.findChildren<QRadioButton *>()) {
        texts.append(radio->text());
    }
    QVERIFY(texts.contains(u"Selected, 1"_s));
    QVERIFY(texts.contains(u"Shown, 20"_s));
    QVERIFY(texts.contains(u"All loaded, 50"_s));
    ExportChoices none = choices();
    none.selected.clear();
    none.shown.clear();
    none.loaded.clear();
    ExportDialog empty(none);
    QVERIFY(!button(empty, u"export"_s)->isEnabled());
}

void TestExportDialog::writesTheChosenEvents_data()
{
    QTest::addColumn<QString>("events");
    QTest::addColumn<int>("count");
    QTest::newRow("selected") << u"Selected"_s << 1;
    QTest::newRow("shown") << u"Shown"_s << 20;
    QTest::newRow("loaded") << u"All loaded"_s << 50;
}

void TestExportDialog::writesTheChosenEvents()
{
    QFETCH(QString, events);
    QFETCH(int, count);
    ExportDialog dialog(choices());
    dialog.open();
    source(dialog, events)->click();
    const QString path = m_folder->filePath(u"out.ndjson"_s);
    QSignalSpy exported(&dialog, &ExportDialog::exported);
    dialog.exportTo(path);
    QTRY_COMPARE(exported.size(), 1);
    QCOMPARE(exported.first().first().toString(), path);
    QCOMPARE(exported.first().last().toULongLong(), quint64(count));
    const QByteArrayList lines = contentOf(path).trimmed().split('\n');
    QCOMPARE(lines.size(), count);
    if (count == 50) {
        for (int i = 0; i < count; ++i) {
            QCOMPARE(lines[i],
                     m_events->snapshot().raw(m_events->order()[size_t(i)]).toByteArray());
        }
    }
    const QString end = count == 1 ? u"1 event written"_s : u"%1 events written"_s.arg(count);
    QVERIFY(visibleTexts(dialog).contains(end));
    QVERIFY(visibleTexts(dialog).join(u'\n').contains(QDir::toNativeSeparators(path)));
    QCOMPARE(button(dialog, u"cancel"_s)->text(), u"Close"_s);
    grab(dialog, u"export-done"_s);
    button(dialog, u"cancel"_s)->click();
    QVERIFY(!dialog.isVisible());
}

void TestExportDialog::suggestsANameThatReplacesNothing()
{
    ExportDialog dialog(choices());
    const QString first = dialog.suggestedPath();
    QVERIFY(first.startsWith(m_folder->path() + u"/events-acme-eu-1-"_s));
    QVERIFY(first.endsWith(u".ndjson"_s));
    QFile file(first);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(dialog.suggestedPath() != first);
    dialog.setFormat(CaptureFormat::Csv);
    QVERIFY(dialog.suggestedPath().endsWith(u".csv"_s));
    dialog.setFormat(CaptureFormat::Json);
    QVERIFY(dialog.suggestedPath().endsWith(u".json"_s));
}

void TestExportDialog::asksForAPlaceThenWrites()
{
    ExportDialog dialog(choices());
    dialog.open();
    dialog.setFormat(CaptureFormat::Json);
    QSignalSpy exported(&dialog, &ExportDialog::exported);
    button(dialog, u"export"_s)->click();
    auto *place = dialog.findChild<QFileDialog *>();
    QVERIFY(place && place->isVisible());
    QCOMPARE(place->directory().absolutePath(), m_folder->path());
    QVERIFY(place->selectedFiles().first().endsWith(u".json"_s));
    QCOMPARE(exported.size(), 0);
    place->reject();
    QVERIFY(button(dialog, u"export"_s)->isVisible()); // Back at the choices.
    QTRY_VERIFY(!dialog.findChild<QFileDialog *>());
    button(dialog, u"export"_s)->click();
    place = dialog.findChild<QFileDialog *>();
    place->selectFile(u"mine.csv"_s);
    place->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
    QTRY_COMPARE(exported.size(), 1);
    // The ending decides.
    QCOMPARE(exported.first().first().toString(), m_folder->filePath(u"mine.csv"_s));
    QVERIFY(contentOf(m_folder->filePath(u"mine.csv"_s)).startsWith("id,type,created_at,"));
}

void TestExportDialog::firstLineIsWhatWillBeWritten_data()
{
    QTest::addColumn<CaptureFormat>("format");
    QTest::newRow("NDJSON") << CaptureFormat::Ndjson;
    QTest::newRow("JSON") << CaptureFormat::Json;
    QTest::newRow("CSV") << CaptureFormat::Csv;
}

void TestExportDialog::firstLineIsWhatWillBeWritten()
{
    QFETCH(const CaptureFormat, format);
    ExportDialog dialog(choices());
    dialog.open();
    dialog.setFormat(format);
    source(dialog, u"Selected"_s)->click();
    auto *shown = dialog.findChild<QLabel *>(u"firstLine"_s);
    const QString beginning = shown->accessibleDescription();
    QVERIFY(!beginning.isEmpty());
    QVERIFY(beginning.startsWith(shown->text().chopped(1)) || beginning == shown->text());
    QVERIFY(shown->fontMetrics().horizontalAdvance(shown->text()) <= shown->width());
    QSignalSpy exported(&dialog, &ExportDialog::exported);
    const QString path = m_folder->filePath(u"out.data"_s);
    dialog.exportTo(path);
    QTRY_COMPARE(exported.size(), 1);
    const QByteArray line = contentOf(path).split('\n').first();
    QVERIFY2(line.startsWith(beginning.toUtf8()), line.constData());
}

void TestExportDialog::sizeIsNearTheRealOne_data()
{
    firstLineIsWhatWillBeWritten_data();
}

void TestExportDialog::sizeIsNearTheRealOne()
{
    QFETCH(const CaptureFormat, format);
    ExportDialog dialog(choices());
    dialog.open();
    dialog.setFormat(format);
    source(dialog, u"All loaded"_s)->click();
    const QString about = dialog.findChild<QLabel *>(u"size"_s)->text();
    QSignalSpy exported(&dialog, &ExportDialog::exported);
    const QString path = m_folder->filePath(u"out.data"_s);
    dialog.exportTo(path);
    QTRY_COMPARE(exported.size(), 1);
    const double real = double(QFileInfo(path).size()) / 1000;
    const double told = about.section(u' ', 1, 1).toDouble();
    QVERIFY2(about.endsWith(u" kB"_s) && told > real * 0.8 && told < real * 1.2,
             qPrintable(u"%1, %2 kB"_s.arg(about).arg(real)));
}

void TestExportDialog::eventsAfterTheCursorComeLater()
{
    ExportDialog without(choices());
    QVERIFY(!source(without, u"After"_s));
    ExportChoices some = choices();
    some.cursorName = u"billing & sync"_s;
    ExportDialog dialog(some);
    dialog.open();
    QRadioButton *after = source(dialog, u"After"_s);
    QCOMPARE(after->text(), u"After billing && sync, counting…"_s);
    QVERIFY(!after->isEnabled());
    dialog.setAfterCursor({some.loaded.end() - 15, some.loaded.end()}, true);
    QCOMPARE(after->text(), u"After billing && sync, at least 15"_s);
    dialog.setAfterCursor({some.loaded.end() - 15, some.loaded.end()}, false);
    QCOMPARE(after->text(), u"After billing && sync, 15"_s);
    after->click();
    const QString path = m_folder->filePath(u"out.ndjson"_s);
    QSignalSpy exported(&dialog, &ExportDialog::exported);
    dialog.exportTo(path);
    QTRY_COMPARE(exported.size(), 1);
    QCOMPARE(contentOf(path).count('\n'), 15);
    ExportDialog none(some);
    none.setAfterCursor({}, false);
    QVERIFY(!source(none, u"After"_s)->isEnabled());
}

void TestExportDialog::eventsBetweenTwoCursorsComeLater()
{
    ExportChoices some = choices();
    some.cursorName = u"crm & mirror"_s;
    some.spans = {{u"billing-sync"_s, u"crm & mirror"_s}};
    ExportDialog dialog(some);
    dialog.open();
    QRadioButton *radio = source(dialog, u"Between"_s);
    QVERIFY(radio);
    QCOMPARE(radio->text(), u"Between billing-sync and crm && mirror, counting…"_s);
    QVERIFY(!radio->isEnabled());
    // Another stretch than the one in the form.
    dialog.setBetween({u"crm & mirror"_s, u"billing-sync"_s}, {some.loaded.front()}, false);
    QVERIFY(!radio->isEnabled());
    dialog.setBetween(some.spans.first(),
                      {some.loaded.begin() + 5, some.loaded.begin() + 12},
                      true);
    QCOMPARE(radio->text(), u"Between billing-sync and crm && mirror, at least 7"_s);
    dialog.setBetween(some.spans.first(),
                      {some.loaded.begin() + 5, some.loaded.begin() + 12},
                      false);
    QCOMPARE(radio->text(), u"Between billing-sync and crm && mirror, 7"_s);
    radio->click();
    const QString path = m_folder->filePath(u"between.ndjson"_s);
    QSignalSpy exported(&dialog, &ExportDialog::exported);
    dialog.exportTo(path);
    QTRY_COMPARE(exported.size(), 1);
    const QByteArrayList lines = contentOf(path).trimmed().split('\n');
    QCOMPARE(lines.size(), 7);
    QVERIFY(lines.first().contains("event_5\""));
    QVERIFY(lines.last().contains("event_11\""));
}

void TestExportDialog::whichTwoCursorsCanBeChosen()
{
    ExportChoices some = choices();
    some.cursorName = u"billing-sync"_s;
    some.spans = {{u"crm-mirror"_s, u"billing-sync"_s}, {u"billing-sync"_s, u"audit-archive"_s}};
    ExportDialog dialog(some);
    dialog.open();
    auto *spans = dialog.findChild<QComboBox *>();
    QVERIFY(spans);
    QCOMPARE(spans->itemText(1), u"billing-sync and audit-archive"_s);
    dialog.setBetween(some.spans[0], {}, true);
    QCOMPARE(source(dialog, u"Between"_s)->text(), u"Between two cursors, none loaded"_s);
    dialog.setBetween(some.spans[0], {}, false);
    QCOMPARE(source(dialog, u"Between"_s)->text(), u"Between two cursors, 0"_s);
    QSignalSpy wanted(&dialog, &ExportDialog::spanWanted);
    spans->setCurrentIndex(1);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().value<CursorSpan>(), some.spans[1]);
    QVERIFY(source(dialog, u"Between"_s)->isChecked());
    QVERIFY(!button(dialog, u"export"_s)->isEnabled());
    dialog.setBetween(some.spans[0], {some.loaded.front()}, false); // too late
    QVERIFY(!button(dialog, u"export"_s)->isEnabled());
    dialog.setBetween(some.spans[1], {some.loaded.begin(), some.loaded.begin() + 3}, false);
    QCOMPARE(source(dialog, u"Between"_s)->text(), u"Between two cursors, 3"_s);
    QVERIFY(button(dialog, u"export"_s)->isEnabled());
    QCOMPARE(unnamedInputs(dialog), QStringList());
    grab(dialog, u"export-between"_s);
}

void TestExportDialog::enterExportsAndEscapeLeaves()
{
    ExportDialog dialog(choices());
    dialog.open();
    QVERIFY(button(dialog, u"export"_s)->isDefault());
    QVERIFY(button(dialog, u"export"_s)->hasFocus() || dialog.focusWidget());
    QTest::keyClick(source(dialog, u"Shown"_s), Qt::Key_Return);
    QVERIFY(dialog.findChild<QFileDialog *>());
    dialog.findChild<QFileDialog *>()->reject();
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
}

void TestExportDialog::cancelLeavesWhatWasThere()
{
    const QString path = m_folder->filePath(u"out.ndjson"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("before");
    file.close();
    ExportDialog dialog(manyEvents());
    dialog.open();
    QSignalSpy exported(&dialog, &ExportDialog::exported);
    dialog.exportTo(path);
    QVERIFY(visibleTexts(dialog).contains(u"Writing 2,000,000 events"_s));
    button(dialog, u"cancel"_s)->click();
    QTRY_VERIFY(button(dialog, u"export"_s)->isVisible());
    QCOMPARE(exported.size(), 0);
    QCOMPARE(contentOf(path), QByteArray("before"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1);
    QVERIFY(dialog.isVisible());
}

void TestExportDialog::closingWhileItWritesStopsIt()
{
    ExportDialog dialog(manyEvents());
    dialog.open();
    dialog.exportTo(m_folder->filePath(u"out.ndjson"_s));
    dialog.close();
    QTRY_VERIFY(!dialog.isVisible());
    QVERIFY(QDir(m_folder->path()).entryList(QDir::Files).isEmpty());
}

void TestExportDialog::destroyingWhileItWritesIsSafe()
{
    {
        ExportDialog dialog(manyEvents());
        dialog.open();
        dialog.exportTo(m_folder->filePath(u"out.ndjson"_s));
    }
    QVERIFY(QDir(m_folder->path()).entryList(QDir::Files).isEmpty());
}

void TestExportDialog::anErrorStandsInPlace()
{
    ExportDialog dialog(choices());
    dialog.open();
    dialog.exportTo(m_folder->filePath(u"absent/out.ndjson"_s));
    QTRY_VERIFY(visibleTexts(dialog).join(u'\n').contains(u"Nothing was exported."_s));
    QVERIFY(button(dialog, u"export"_s)->isVisible());
    grab(dialog, u"export-error"_s);
}

void TestExportDialog::everyInputHasAName()
{
    ExportDialog dialog(choices());
    QCOMPARE(unnamedInputs(dialog), QStringList());
}

void TestExportDialog::looks()
{
    for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
        applyTheme(theme);
        ExportChoices some = choices();
        some.cursorName = u"billing-sync"_s;
        ExportDialog dialog(some);
        dialog.open();
        dialog.setAfterCursor({some.loaded.end() - 15, some.loaded.end()}, false);
        const QImage picture = grab(dialog,
                                    theme == ThemeChoice::Dark ? u"export-dark"_s
                                                               : u"export-light"_s);
        QCOMPARE(picture.pixelColor(3, picture.height() - 4), tokens().chrome);
    }
    applyTheme(ThemeChoice::Light);
}

} // namespace playhead

QTEST_MAIN(playhead::TestExportDialog)
#include "tst_exportdialog.moc"
