// SPDX-License-Identifier: Apache-2.0
#include "models/monitor/runlistmodel.h"

#include "models/monitor/humanize.h"
#include "models/qtconvert.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostRows = 50;

QString shortTime(const QDateTime& time)
{
    const QDateTime local = time.toLocalTime();
    const QDate today = QDate::currentDate();
    if (local.date() == today)
        return local.toString(u"HH:mm:ss"_s);
    return local.toString(u"yyyy-MM-dd HH:mm"_s);
}

QString noteOf(const RunStatus& status)
{
    if (status.stage == RunStatus::Stage::Unknown)
        return RunListModel::tr("agent lost");
    if (status.outcome == u"nothing_to_do")
        return RunListModel::tr("nothing to do");
    if (status.stage == RunStatus::Stage::Ended && !status.isWell())
        return status.outcome;
    return status.rows.quarantined > 0 ? RunListModel::tr("%1 bad rows").arg(status.rows.quarantined) : QString();
}

} // namespace

void RunListModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_sessionRows = 0;
    endResetModel();
}

void RunListModel::take(const RunStatus& status)
{
    if (status.stage == RunStatus::Stage::Never)
        return;
    const QString outcome = status.isActive() ? u"running"_s : status.outcome;
    const Row row{status.run, outcome, status.startedAt, status.seconds, status.rows.read, noteOf(status)};
    const bool known = m_sessionRows > 0 && m_rows.front().startedAt == status.startedAt;
    const bool named = m_sessionRows > 0 && m_rows.front().outcome == u"running" && m_rows.front().run == 0;
    if (known || named) {
        m_rows.front() = row;
        Q_EMIT dataChanged(index(0, 0), index(0, RunColumn::Count - 1));
        return;
    }
    beginInsertRows({}, 0, 0);
    m_rows.push_front(row);
    ++m_sessionRows;
    endInsertRows();
}

void RunListModel::takeLedger(const nlohmann::json& rows)
{
    const int first = m_sessionRows;
    if (first < static_cast<int>(m_rows.size())) {
        beginRemoveRows({}, first, static_cast<int>(m_rows.size()) - 1);
        m_rows.erase(m_rows.begin() + first, m_rows.end());
        endRemoveRows();
    }
    std::deque<Row> remembered;
    for (const auto& entry : rows) {
        Row row;
        row.outcome = u"applied"_s;
        row.startedAt = QDateTime::fromString(toQt(entry.value("applied_at", "")), Qt::ISODateWithMs);
        row.rowsRead = entry.value("rows_read", qint64{0});
        const QString kind = toQt(entry.value("kind", ""));
        row.note = kind == u"window" ? QString() : kind;
        // A run of this session has its own, fuller row.
        const auto sameRun = [&row](const Row& seen) {
            return seen.startedAt.isValid() && row.startedAt >= seen.startedAt &&
                   row.startedAt <= seen.startedAt.addMSecs(static_cast<qint64>(seen.seconds * 1000) + 1000);
        };
        if (std::none_of(m_rows.begin(), m_rows.end(), sameRun) && static_cast<int>(remembered.size()) < mostRows)
            remembered.push_back(std::move(row));
    }
    if (remembered.empty())
        return;
    beginInsertRows({}, first, first + static_cast<int>(remembered.size()) - 1);
    std::move(remembered.begin(), remembered.end(), std::back_inserter(m_rows));
    endInsertRows();
}

int RunListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RunListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : RunColumn::Count;
}

QVariant RunListModel::display(const Row& row, int column)
{
    switch (column) {
    case RunColumn::Started:
        return shortTime(row.startedAt);
    case RunColumn::Took:
        return row.seconds < 0 ? u"–"_s : humanDuration(row.seconds);
    case RunColumn::Rows:
        return humanCount(static_cast<double>(row.rowsRead));
    default:
        return {};
    }
}

QVariant RunListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return display(row, index.column());
    case Qt::TextAlignmentRole:
        return static_cast<int>(Qt::AlignVCenter |
                                (index.column() == RunColumn::Started ? Qt::AlignLeft : Qt::AlignRight));
    case RunListRole::Run:
        return row.run;
    case RunListRole::Outcome:
        return row.outcome;
    case RunListRole::StartedAt:
        return row.startedAt;
    case RunListRole::Seconds:
        return row.seconds;
    case RunListRole::RowsRead:
        return row.rowsRead;
    case RunListRole::Note:
        return row.note;
    default:
        return {};
    }
}

QVariant RunListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignVCenter | (section == RunColumn::Started ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case RunColumn::Started:
        return tr("Last runs");
    case RunColumn::Took:
        return tr("Took");
    case RunColumn::Rows:
        return tr("Rows");
    default:
        return {};
    }
}

} // namespace tidegate
