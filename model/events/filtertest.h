// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventsnapshot.h"
#include "model/events/filtercontext.h"

#include <algorithm>
#include <memory>
#include <vector>

namespace playhead {

/// One term of a compiled filter. One thread at a time.
class FilterTest
{
public:
    virtual ~FilterTest() = default;
    /// Takes the rows out that the term does not match; the others stay in their order. The snapshots of all calls are of
    /// the same store, each at least as long as the one before.
    virtual void keepMatching(const EventSnapshot &events, std::vector<EventRow> &rows) = 0;
    /// The store has grown to this snapshot: adds the rows that were there before, of which the term may say something
    /// else now.
    virtual void grow(const EventSnapshot &events, std::vector<EventRow> &changed)
    {
        Q_UNUSED(events)
        Q_UNUSED(changed)
    }
};

/// Terms that columns answer.
std::unique_ptr<FilterTest> makeColumnTest(const FilterTerm &term, const FilterContext &context);
/// Free text, from the bytes.
std::unique_ptr<FilterTest> makeTextTest(const FilterTerm &term, const FilterContext &context);
/// What only the event's JSON tells: paths, `actor`, `has:`.
std::unique_ptr<FilterTest> makePathTest(const FilterTerm &term, const FilterContext &context);

/// A test that asks the same of each row by itself.
template<typename Ask>
class RowTest : public FilterTest
{
public:
    explicit RowTest(Ask ask)
        : m_ask(std::move(ask))
    {}
    void keepMatching(const EventSnapshot &events, std::vector<EventRow> &rows) override
    {
        std::erase_if(rows, [this, &events](EventRow row) { return !m_ask(events, row); });
    }

private:
    Ask m_ask;
};

template<typename Ask>
std::unique_ptr<FilterTest> makeRowTest(Ask ask)
{
    return std::make_unique<RowTest<Ask>>(std::move(ask));
}

/// A test of what the columns say: asks with the columns that hold the row, and the row's place in them. Without a branch
/// that has to be guessed.
template<typename Ask>
class ColumnTest : public FilterTest
{
public:
    explicit ColumnTest(Ask ask)
        : m_ask(std::move(ask))
    {}
    void keepMatching(const EventSnapshot &events, std::vector<EventRow> &rows) override
    {
        m_ask.learn(events);
        ColumnRun run;
        size_t kept = 0;
        for (const EventRow row : rows) {
            if (row - run.first >= run.count) {
                run = events.columnsFrom(row);
            }
            rows[kept] = row;
            kept += m_ask.isMet(run, row - run.first) ? 1 : 0;
        }
        rows.resize(kept);
    }

private:
    Ask m_ask;
};

template<typename Ask>
std::unique_ptr<FilterTest> makeColumnTestOf(Ask ask)
{
    return std::make_unique<ColumnTest<Ask>>(std::move(ask));
}

/// Answers by the number of a dictionary, each worked out when it is first asked for.
class NumberedAnswers
{
public:
    template<typename Ask>
    bool of(quint32 number, Ask ask)
    {
        if (number >= m_answers.size()) {
            m_answers.resize(std::max<size_t>(number + 1, m_answers.size() * 2), kUnknown);
        }
        if (m_answers[number] == kUnknown) {
            m_answers[number] = ask() ? kYes : kNo;
        }
        return m_answers[number] == kYes;
    }

private:
    static constexpr quint8 kUnknown = 0;
    static constexpr quint8 kNo = 1;
    static constexpr quint8 kYes = 2;
    std::vector<quint8> m_answers;
};

} // namespace playhead
