// SPDX-License-Identifier: Apache-2.0
#include "models/overview/overviewrows.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Paused ones among those that ran: both are as a person wants them.
Standing foldOf(Standing standing)
{
    return standing == Standing::Unrun ? Standing::Unrun : Standing::Good;
}

bool isQuiet(Standing standing)
{
    return standing >= Standing::Good;
}

struct Placed
{
    Standing standing;
    int job;
};

std::vector<Placed> placeJobs(const OverviewSnapshot& snapshot, const QSet<QString>& running)
{
    std::vector<Placed> placed;
    placed.reserve(snapshot.jobs.size());
    for (int i = 0; i < static_cast<int>(snapshot.jobs.size()); ++i) {
        const JobOverview& job = snapshot.jobs[static_cast<std::size_t>(i)];
        placed.push_back({standingOf(job, running.contains(job.job)), i});
    }
    std::ranges::stable_sort(placed, [&snapshot](const Placed& a, const Placed& b) {
        const JobOverview& left = snapshot.jobs[static_cast<std::size_t>(a.job)];
        const JobOverview& right = snapshot.jobs[static_cast<std::size_t>(b.job)];
        const auto weight = [](const Placed& each) {
            return isQuiet(each.standing) ? foldOf(each.standing) : each.standing;
        };
        return std::tuple(weight(a), right.rows24h, left.job) < std::tuple(weight(b), left.rows24h, right.job);
    });
    return placed;
}

void addFold(std::vector<OverviewRow>& rows, const std::vector<Placed>& placed, std::size_t first, std::size_t end,
             bool open)
{
    OverviewRow fold;
    fold.kind = OverviewRow::Kind::Fold;
    fold.standing = foldOf(placed[first].standing);
    fold.open = open;
    for (std::size_t i = first; i < end; ++i)
        fold.jobs.push_back(placed[i].job);
    rows.push_back(std::move(fold));
    for (std::size_t i = first; open && i < end; ++i)
        rows.push_back({OverviewRow::Kind::Job, placed[i].standing, false, {placed[i].job}});
}

} // namespace

QString OverviewRow::key(const OverviewSnapshot& snapshot) const
{
    switch (kind) {
    case Kind::Section:
        return u"section"_s;
    case Kind::Fold:
        return u"fold/%1"_s.arg(static_cast<int>(standing));
    case Kind::Job:
        break;
    }
    return u"job/"_s + snapshot.jobs[static_cast<std::size_t>(jobs.front())].job;
}

std::vector<OverviewRow> arrangeOverview(const OverviewSnapshot& snapshot, const QSet<QString>& running,
                                         const QSet<int>& open, int shown)
{
    std::vector<OverviewRow> rows;
    if (snapshot.jobs.empty())
        return rows;
    rows.push_back({OverviewRow::Kind::Section, Standing::Good, false, {}});
    const std::vector<Placed> placed = placeJobs(snapshot, running);
    std::size_t i = 0;
    const auto standsOut = [&] { return !isQuiet(placed[i].standing) || static_cast<int>(i) < shown; };
    for (; i < placed.size() && standsOut(); ++i)
        rows.push_back({OverviewRow::Kind::Job, placed[i].standing, false, {placed[i].job}});
    while (i < placed.size()) {
        const Standing kind = foldOf(placed[i].standing);
        std::size_t end = i;
        while (end < placed.size() && foldOf(placed[end].standing) == kind)
            ++end;
        // A fold of one would hide a row behind a row.
        if (end - i == 1)
            rows.push_back({OverviewRow::Kind::Job, placed[i].standing, false, {placed[i].job}});
        else
            addFold(rows, placed, i, end, open.contains(static_cast<int>(kind)));
        i = end;
    }
    return rows;
}

} // namespace tidegate
