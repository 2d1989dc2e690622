// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/rangedialog.h"

#include "model/api/fetchquery.h"
#include "ui/shared/theme.h"
#include "ui/shared/timetext.h"

#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

// The edits hold bare date and time; the zone is added when they are read. QDateTimeEdit knows no other zones before 6.7.
QDateTime shownIn(Instant instant, const QTimeZone &zone)
{
    const auto ms =
        std::chrono::floor<std::chrono::milliseconds>(instant).time_since_epoch().count();
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(ms, zone);
    return {at.date(), at.time()};
}

Instant readIn(const QDateTime &shown, const QTimeZone &zone)
{
    return Instant(
        std::chrono::milliseconds(QDateTime(shown.date(), shown.time(), zone).toMSecsSinceEpoch()));
}

QDateTimeEdit *makeEdit(Instant instant,
                        const QTimeZone &zone,
                        const QString &name,
                        QWidget *parent)
{
    auto *edit = new QDateTimeEdit(shownIn(instant, zone), parent);
    edit->setDisplayFormat(u"d MMM yyyy  HH:mm:ss"_s);
    edit->setCalendarPopup(true);
    edit->setAccessibleName(name);
    edit->setMinimumWidth(220);
    return edit;
}

} // namespace

RangeDialog::RangeDialog(const TimeRange &range,
                         Instant now,
                         const QTimeZone &zone,
                         QWidget *parent)
    : QDialog(parent)
    , m_zone(zone)
    , m_now(now)
    , m_since(makeEdit(range.since, zone, tr("From"), this))
    , m_until(makeEdit(range.until, zone, tr("To"), this))
    , m_problem(new QLabel(this))
{
    setWindowTitle(tr("Custom range"));
    auto *hint = new QLabel(
        tr("Times are %1. The range holds its start and not its end; ranges over 30 days are read in parts.")
            .arg(zoneName(zone, now)),
        this);
    hint->setWordWrap(true);
    hint->setFont(uiFont(12));
    m_problem->setWordWrap(true);
    m_problem->setFont(uiFont(12));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_ok = buttons->addButton(tr("Use range"), QDialogButtonBox::AcceptRole);
    m_ok->setProperty("role", u"primary"_s);
    m_ok->setDefault(true);
    auto *form = new QFormLayout;
    form->addRow(tr("&From"), m_since);
    form->addRow(tr("&To"), m_until);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(20, 20, 20, 20);
    rows->setSpacing(12);
    rows->addLayout(form);
    rows->addWidget(hint);
    rows->addWidget(m_problem);
    rows->addWidget(buttons);
    connect(m_since, &QDateTimeEdit::dateTimeChanged, this, &RangeDialog::check);
    connect(m_until, &QDateTimeEdit::dateTimeChanged, this, &RangeDialog::check);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit chosen(this->range());
        accept();
    });
    check();
}

TimeRange RangeDialog::range() const
{
    return {readIn(m_since->dateTime(), m_zone), readIn(m_until->dateTime(), m_zone)};
}

void RangeDialog::check()
{
    const TimeRange asked = range();
    QString problem;
    QString note;
    if (asked.isEmpty()) {
        problem = tr("The end must come after the start.");
    } else if (asked.until <= horizonAt(m_now)) {
        problem =
            tr("WorkOS keeps 90 days of events, so nothing of this range can be read. Choose an end after %1.")
                .arg(fullTimeText(horizonAt(m_now), m_zone));
    } else if (asked.since >= m_now) {
        problem = tr("The start lies in the future.");
    } else if (asked.since < horizonAt(m_now)) {
        note = tr("WorkOS keeps 90 days of events: reading starts at %1.")
                   .arg(fullTimeText(horizonAt(m_now), m_zone));
    }
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, problem.isEmpty() ? tokens().text2 : tokens().danger);
    m_problem->setPalette(colours);
    m_problem->setText(problem.isEmpty() ? note : problem);
    m_problem->setVisible(!m_problem->text().isEmpty());
    m_ok->setEnabled(problem.isEmpty());
}

} // namespace playhead
