// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/events/pathcolumndialog.h"

#include "model/events/filterpath.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kWidth = 460;
constexpr int kFieldHeight = 30;
} // namespace

PathColumnDialog::PathColumnDialog(const QStringList &seen, QWidget *parent)
    : QDialog(parent)
    , m_path(new QLineEdit(this))
    , m_problem(new FieldProblem(m_path, this))
    , m_add(new QPushButton(tr("Add Column"), this))
{
    setObjectName(u"pathColumnDialog"_s);
    setWindowTitle(tr("Add column from path"));
    auto *label =
        new ToneLabel(tr("&Path"), uiFont(12, QFont::Medium), ToneLabel::Tone::Text, this);
    nameField(label, m_path, tr("Path"));
    m_path->setFont(monoFont(12));
    m_path->setMinimumHeight(scaledPx(kFieldHeight));
    m_path->setPlaceholderText(u"data.email"_s);
    m_path->setClearButtonEnabled(true);
    padField(m_path);
    auto *completer = new QCompleter(seen, m_path);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_path->setCompleter(completer);
    auto *hint = smallText(tr("As in the filter: data.email, context.actor.id, prev.name. "
                              "data.groups[].name shows the names of all groups."),
                           this);

    const auto [rows, body] = makeDialogColumn(this);
    body->addWidget(label);
    body->addWidget(m_path);
    body->addWidget(m_problem);
    body->addWidget(hint);
    QHBoxLayout *footer = makeDialogFooter(this, rows);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    setRole(m_add, u"primary"_s);
    m_add->setDefault(true);
    footer->addWidget(cancel);
    footer->addWidget(m_add);
    connect(m_path, &QLineEdit::textEdited, this, [this] { m_problem->setProblem({}); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_add, &QPushButton::clicked, this, &PathColumnDialog::check);
    keepHighEnough(this, kWidth);
    m_path->setFocus(Qt::OtherFocusReason);
}

void PathColumnDialog::check()
{
    const QString path = m_path->text().trimmed();
    if (const PathResult read = parseFilterPath(path); !read.path) {
        m_problem->setProblem(read.error.line());
        m_path->setFocus(Qt::OtherFocusReason);
        return;
    }
    emit chosen(path);
    accept();
}

} // namespace playhead
