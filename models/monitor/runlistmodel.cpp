// SPDX-License-Identifier: Apache-2.0
#include "models/monitor/runlistmodel.h"

#include "models/monitor/humanize.h"

#include <nlohmann/json.hpp>

#include <QLocale>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostRows = 50;

QString shortTime(const QDateTime& time)
{
    const QDateTime local = time.toLocalTime();
    const qint64 days = local.date().daysTo(QDate::currentDate());
    if (days == 0)
        return local.toString(u"HH:mm:ss"_s);
    if (days == 1)
        return RunListModel::tr("yesterday %1").arg(local.toString(u"HH:mm"_s));
    return local.toString(u"yyyy-MM-dd HH:mm"_s);
}

/// What was asked for, where that is no ordinary window.
QString kindOf(const KnownRun& run)
{
    if (run.kind == u"full")
        return RunListModel::tr("full load");
    if (run.kind == u"reload")
        return RunListModel::tr("reload");
    return run.kind == u"again" ? RunListModel::tr("read again") : run.kind;
}

QString noteOf(const KnownRun& run)
{
    if (run.outcome == u"unknown")
        return RunListModel::tr("agent lost");
    if (run.outcome == u"nothing_to_do")
        return RunListModel::tr("nothing to do");
    if (run.outcome != u"applied" && run.outcome != u"running")
        return stateText(run.outcome);
    if (run.rows.quarantined > 0)
        return RunListModel::tr("%n bad rows", nullptr, static_cast<int>(run.rows.quarantined));
    const bool plain = run.kind.isEmpty() || run.kind == u"window";
    if (run.origin == KnownRun::Origin::Ledger)
        return plain ? RunListModel::tr("elsewhere") : RunListModel::tr("%1, elsewhere").arg(kindOf(run));
    return plain ? QString() : kindOf(run);
}

/// What was asked for gets its number and its time from the agent later, one after the other.
bool isSameRun(const KnownRun& known, const RunStatus& status)
{
    const bool goesOn = known.outcome == u"running" && (known.run == 0 || known.run == status.run);
    return goesOn || known.startedAt == status.startedAt;
}

/// The same run, whatever its numbers are by now.
bool isSameRow(const KnownRun& a, const KnownRun& b)
{
    if (a.origin != b.origin)
        return false;
    if (a.origin == KnownRun::Origin::Ledger)
        return a.epoch == b.epoch && a.startedAt == b.startedAt;
    return a.startedAt == b.startedAt;
}

} // namespace

void RunListModel::clear()
{
    beginResetModel();
    m_session.clear();
    m_history.clear();
    m_ledger.clear();
    m_rows.clear();
    endResetModel();
}

void RunListModel::take(const RunStatus& status)
{
    if (status.stage == RunStatus::Stage::Never)
        return;
    if (!m_session.isEmpty() && isSameRun(m_session.front(), status))
        m_session.front() = runFromStatus(status);
    else
        m_session.prepend(runFromStatus(status));
    refresh();
}

void RunListModel::takeHistory(const nlohmann::json& answer)
{
    m_history = runsFromHistory(answer);
    refresh();
}

void RunListModel::takeLedger(const nlohmann::json& rows)
{
    m_ledger = runsFromLedger(rows);
    refresh();
}

void RunListModel::refresh()
{
    const auto merged = mergeRuns(m_session, m_history, m_ledger, mostRows);
    int row = 0;
    for (const KnownRun& run : merged) {
        int found = row;
        while (found < m_rows.size() && !isSameRow(m_rows.at(found), run))
            ++found;
        if (found == m_rows.size()) {
            beginInsertRows({}, row, row);
            m_rows.insert(row, run);
            endInsertRows();
        } else {
            removeSome(row, found - row);
            if (!(m_rows.at(row) == run)) {
                m_rows[row] = run;
                Q_EMIT dataChanged(index(row, 0), index(row, RunColumn::Count - 1));
            }
        }
        ++row;
    }
    removeSome(row, static_cast<int>(m_rows.size()) - row);
}

void RunListModel::removeSome(int first, int count)
{
    if (count <= 0)
        return;
    beginRemoveRows({}, first, first + count - 1);
    m_rows.remove(first, count);
    endRemoveRows();
}

int RunListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RunListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : RunColumn::Count;
}

QVariant RunListModel::display(const KnownRun& run, int column) const
{
    switch (column) {
    case RunColumn::Started:
        return shortTime(run.startedAt);
    case RunColumn::Took:
        return run.seconds < 0 ? u"–"_s : humanDuration(run.seconds);
    case RunColumn::Rows:
        return humanCount(static_cast<double>(run.rows.read));
    default:
        return {};
    }
}

QVariant RunListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const KnownRun& run = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return display(run, index.column());
    case Qt::TextAlignmentRole:
        return static_cast<int>(Qt::AlignVCenter |
                                (index.column() == RunColumn::Started ? Qt::AlignLeft : Qt::AlignRight));
    case Qt::ToolTipRole:
        return run.error.isEmpty() ? QVariant() : QVariant(run.error);
    case RunListRole::Run:
        return run.run;
    case RunListRole::Outcome:
        return run.outcome;
    case RunListRole::StartedAt:
        return run.startedAt;
    case RunListRole::Seconds:
        return run.seconds;
    case RunListRole::RowsRead:
        return run.rows.read;
    case RunListRole::Note:
        return noteOf(run);
    case RunListRole::Elsewhere:
        return run.origin == KnownRun::Origin::Ledger;
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
