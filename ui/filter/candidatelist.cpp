// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/filter/candidatelist.h"

#include "ui/shared/tabulartext.h"
#include "ui/shared/theme.h"

#include <QLocale>
#include <QPainter>
#include <QtMath>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

// Design, section 2: lists have rows of 24.
constexpr int kRow = 24;
constexpr int kInset = 12;
constexpr int kBar = 3;
constexpr int kGap = 16;
constexpr int kScrollBar = 20; ///< And the frame.
constexpr int kWidestLabel = 320;

QFont labelFont()
{
    return monoFont(12);
}

QFont noteFont()
{
    return uiFont(12);
}

} // namespace

void CandidateModel::setCandidates(const QList<FilterCandidate> &candidates)
{
    beginResetModel();
    m_candidates = candidates;
    const QFontMetrics labels(labelFont());
    const QFontMetrics notes(noteFont());
    m_labelWidth = m_noteWidth = m_countWidth = 0;
    for (const FilterCandidate &candidate : candidates) {
        m_labelWidth = qMax(m_labelWidth, labels.horizontalAdvance(candidate.label));
        m_noteWidth = qMax(m_noteWidth, notes.horizontalAdvance(candidate.note));
        if (candidate.count) {
            const QString count = QLocale().toString(*candidate.count);
            m_countWidth = qMax(m_countWidth, qCeil(tabularWidth(count, noteFont())));
        }
    }
    m_labelWidth = qMin(m_labelWidth, scaledPx(kWidestLabel));
    endResetModel();
}

int CandidateModel::contentWidth() const
{
    const auto withGap = [](int width) { return width > 0 ? width + kGap : 0; };
    return 2 * kInset + kScrollBar + m_labelWidth + withGap(m_noteWidth) + withGap(m_countWidth);
}

int CandidateModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_candidates.size());
}

QVariant CandidateModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_candidates.size()) {
        return {};
    }
    const FilterCandidate &candidate = m_candidates[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return candidate.label;
    case NoteRole:
        return candidate.note;
    case CountRole:
        return candidate.count ? QVariant(*candidate.count) : QVariant();
    case LabelWidthRole:
        return m_labelWidth;
    case Qt::AccessibleTextRole: {
        QStringList parts{candidate.label};
        if (!candidate.note.isEmpty()) {
            parts << candidate.note;
        }
        if (candidate.count) {
            parts << tr("%1 events").arg(QLocale().toString(*candidate.count));
        }
        return parts.join(u", "_s);
    }
    default:
        return {};
    }
}

int CandidateDelegate::textInset()
{
    return kInset + 1;
}

void CandidateDelegate::paint(QPainter *painter,
                              const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const Tokens &t = tokens();
    const QRect rect = option.rect;
    const bool isCurrent = option.state & QStyle::State_Selected;
    painter->save();
    if (isCurrent) {
        painter->fillRect(rect, t.selection);
        painter->fillRect(QRect(rect.left(), rect.top(), kBar, rect.height()), t.accent);
    } else if (option.state & QStyle::State_MouseOver) {
        painter->fillRect(rect, t.hover);
    }
    int right = rect.right() - kInset;
    if (const QVariant count = index.data(CandidateModel::CountRole); count.isValid()) {
        const QString text = QLocale().toString(count.toUInt());
        painter->setPen(t.text2);
        drawTabular(painter,
                    QRect(rect.left(), rect.top(), right - rect.left(), rect.height()),
                    Qt::AlignRight,
                    text,
                    noteFont());
        right -= qCeil(tabularWidth(text, noteFont())) + kGap;
    }
    const int left = rect.left() + kInset;
    painter->setFont(labelFont());
    painter->setPen(t.text);
    const QString label = painter->fontMetrics().elidedText(index.data().toString(),
                                                            Qt::ElideRight,
                                                            right - left);
    painter->drawText(QRect(left, rect.top(), right - left, rect.height()),
                      Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                      label);
    const int noteLeft = left + kGap
                         + qMax(painter->fontMetrics().horizontalAdvance(label),
                                index.data(CandidateModel::LabelWidthRole).toInt());
    painter->setFont(noteFont());
    painter->setPen(t.text2);
    if (noteLeft < right) {
        painter->drawText(QRect(noteLeft, rect.top(), right - noteLeft, rect.height()),
                          Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                          painter->fontMetrics()
                              .elidedText(index.data(CandidateModel::NoteRole).toString(),
                                          Qt::ElideRight,
                                          right - noteLeft));
    }
    painter->restore();
}

QSize CandidateDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, qMax(scaledPx(kRow), QFontMetrics(uiFont()).height() + 6)};
}

} // namespace playhead
