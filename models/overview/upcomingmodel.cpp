// SPDX-License-Identifier: Apache-2.0
#include "models/overview/upcomingmodel.h"

#include "models/overview/overviewwords.h"

#include <algorithm>
#include <tuple>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 ahead = 2 * 3600;
} // namespace

void UpcomingModel::setSnapshot(const OverviewSnapshot& snapshot, const QDateTime& now)
{
    std::vector<Row> rows;
    for (const JobOverview& job : snapshot.jobs) {
        if (!snapshot.scheduleEnabled || job.paused)
            continue;
        const auto soonest = std::ranges::find_if(job.next, [&now](const QDateTime& at) { return at >= now; });
        if (soonest == job.next.end() || now.secsTo(*soonest) > ahead)
            continue;
        const QString words = cadenceText(cadence(job));
        rows.push_back({*soonest, job.job, words.isEmpty() ? job.cron : words});
    }
    std::ranges::sort(rows, [](const Row& a, const Row& b) { return std::tie(a.at, a.job) < std::tie(b.at, b.job); });
    m_more = std::max(0, static_cast<int>(rows.size()) - most);
    rows.resize(std::min(rows.size(), static_cast<std::size_t>(most)));
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int UpcomingModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant UpcomingModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const QString time = row.at.toLocalTime().toString(u"HH:mm"_s);
    switch (role) {
    case Qt::DisplayRole:
    case UpcomingRole::JobName:
        return row.job;
    case UpcomingRole::Time:
        return time;
    case UpcomingRole::Cadence:
        return row.cadence;
    case Qt::AccessibleTextRole:
        return tr("%1 at %2, %3", "job, time, how often").arg(row.job, time, row.cadence);
    default:
        return {};
    }
}

} // namespace tidegate

#include "moc_upcomingmodel.cpp"
