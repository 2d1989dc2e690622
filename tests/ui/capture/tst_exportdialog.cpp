// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/cursors/storedevents.h"
#include "tests/ui/uisupport.h"
#include "ui/capture/exportdialog.h"
#include "ui/shared/theme.h"

#include <QDir>
#include <QFile>
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
    void endingFollowsTheFormat();
    void namesThatNobodyChoseReplaceNothing();
    void pathsAreJudged();
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
    QVERIFY(
        visibleTexts(dialog).join(u'\n').contains(u"{\"object\":\"event\",\"id\":\"event_0\""_s));

    ExportChoices none = choices();
    none.selected.clear();
    none.shown.clear();
    none.loaded.clear();
    ExportDialog empty(none);
    QVERIFY(!button(empty, u"export"_s)->isEnabled());
}

void TestExportDialog::writesTheChosenEvents_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<int>("count");
    QTest::newRow("selected") << u"Selected"_s << 1;
    QTest::newRow("shown") << u"Shown"_s << 20;
    QTest::newRow("loaded") << u"All loaded"_s << 50;
}

void TestExportDialog::writesTheChosenEvents()
{
    QFETCH(QString, source);
    QFETCH(int, count);
    ExportDialog dialog(choices());
    dialog.open();
    for (auto *radio : dialog.findChildren<QRadioButton *>()) {
        if (radio->text().startsWith(source)) {
            radio->click();
        }
    }
    const QString path = m_folder->filePath(u"out.ndjson"_s);
    dialog.setPath(path);
    QSignalSpy exported(&dialog, &ExportDialog::exported);
    button(dialog, u"export"_s)->click();
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

void TestExportDialog::endingFollowsTheFormat()
{
    ExportDialog dialog(choices());
    QVERIFY(dialog.path().endsWith(u".ndjson"_s));
    QVERIFY(QDir::fromNativeSeparators(dialog.path())
                .startsWith(m_folder->path() + u"/events-acme-eu-1-"_s));
    dialog.setFormat(CaptureFormat::Csv);
    QVERIFY(dialog.path().endsWith(u".csv"_s));
    dialog.setPath(m_folder->filePath(u"x.json"_s));
    dialog.setFormat(CaptureFormat::Ndjson);
    QVERIFY(dialog.path().endsWith(u"x.ndjson"_s));
    dialog.setPath(m_folder->filePath(u"x.log"_s));
    dialog.setFormat(CaptureFormat::Csv);
    QVERIFY(dialog.path().endsWith(u"x.log"_s));
}

void TestExportDialog::namesThatNobodyChoseReplaceNothing()
{
    QString first;
    {
        const ExportDialog dialog(choices());
        first = dialog.path();
    }
    QFile file(first);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    ExportDialog dialog(choices());
    QVERIFY(dialog.path() != first);
    dialog.open();
    dialog.setPath(first);
    QVERIFY(visibleTexts(dialog).contains(u"This file exists. Exporting replaces it."_s));
}

void TestExportDialog::pathsAreJudged()
{
    ExportDialog dialog(choices());
    dialog.setPath(m_folder->path());
    QVERIFY(!button(dialog, u"export"_s)->isEnabled());
    dialog.setPath(m_folder->filePath(u"absent/out.ndjson"_s));
    QVERIFY(!button(dialog, u"export"_s)->isEnabled());
    dialog.setPath({});
    QVERIFY(!button(dialog, u"export"_s)->isEnabled());
    dialog.setPath(m_folder->filePath(u"out.ndjson"_s));
    QVERIFY(button(dialog, u"export"_s)->isEnabled());
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
    dialog.setPath(path);
    QSignalSpy exported(&dialog, &ExportDialog::exported);
    button(dialog, u"export"_s)->click();
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
    dialog.setPath(m_folder->filePath(u"out.ndjson"_s));
    button(dialog, u"export"_s)->click();
    dialog.close();
    QTRY_VERIFY(!dialog.isVisible());
    QVERIFY(QDir(m_folder->path()).entryList(QDir::Files).isEmpty());
}

void TestExportDialog::destroyingWhileItWritesIsSafe()
{
    {
        ExportDialog dialog(manyEvents());
        dialog.open();
        dialog.setPath(m_folder->filePath(u"out.ndjson"_s));
        button(dialog, u"export"_s)->click();
    }
    QVERIFY(QDir(m_folder->path()).entryList(QDir::Files).isEmpty());
}

void TestExportDialog::anErrorStandsInPlace()
{
    ExportDialog dialog(choices());
    dialog.open();
    const QString folder = m_folder->filePath(u"soon-gone"_s);
    QVERIFY(QDir().mkpath(folder));
    dialog.setPath(folder + u"/out.ndjson"_s);
    QVERIFY(QDir().rmdir(folder));
    button(dialog, u"export"_s)->click();
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
        ExportDialog dialog(choices());
        dialog.open();
        dialog.setPath(QDir::homePath() + u"/events-staging-2026-11-23.ndjson"_s);
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
