// SPDX-License-Identifier: Apache-2.0
// What the cells of OverviewModel say.
#include "models/overview/overviewmodel.h"
#include "models/overview/overviewwords.h"
#include "models/stagewords.h"

#include <algorithm>
#include <array>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 day = 24 * 3600;

Qt::Alignment alignment(int column)
{
    const bool number =
        column == OverviewColumn::Rows || column == OverviewColumn::Delay || column == OverviewColumn::Next;
    return Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft);
}

/// Which of two states a cell shows that stands for several jobs.
int weight(CellState state)
{
    static constexpr std::array order{CellState::NoData, CellState::Unplanned, CellState::Ran,  CellState::Running,
                                      CellState::Late,   CellState::Failed,    CellState::Stale};
    return static_cast<int>(std::ranges::find(order, state) - order.begin());
}

void addCells(std::vector<OverviewCell>& sum, const std::vector<OverviewCell>& cells)
{
    sum.resize(std::max(sum.size(), cells.size()));
    for (std::size_t i = 0; i < cells.size(); ++i) {
        sum[i].rows += cells[i].rows;
        if (weight(cells[i].state) > weight(sum[i].state))
            sum[i].state = cells[i].state;
    }
}

} // namespace

ProofLook proofLook(const std::optional<OverviewProof>& proof, const QDateTime& now)
{
    if (!proof)
        return ProofLook::Never;
    if (proof->result == OverviewProof::Result::Different)
        return ProofLook::Different;
    if (proof->result == OverviewProof::Result::NotComparable)
        return ProofLook::NotComparable;
    return proof->at.secsTo(now) >= day ? ProofLook::Old : ProofLook::Equal;
}

QString proofText(const std::optional<OverviewProof>& proof, const QDateTime& now)
{
    switch (proofLook(proof, now)) {
    case ProofLook::Never:
        return OverviewModel::tr("not run");
    case ProofLook::NotComparable:
        return OverviewModel::tr("not comparable");
    case ProofLook::Different:
        return proof->differences == 1  ? OverviewModel::tr("1 row")
               : proof->differences > 1 ? OverviewModel::tr("%1 rows").arg(rowsText(proof->differences))
                                        : OverviewModel::tr("different");
    case ProofLook::Old:
    case ProofLook::Equal:
        break;
    }
    return momentText(proof->at, now);
}

QString stripSentence(const std::vector<OverviewCell>& cells, int secondsPerCell)
{
    const auto count = [&cells](CellState state) { return std::ranges::count(cells, state, &OverviewCell::state); };
    if (count(CellState::NoData) == static_cast<qsizetype>(cells.size()))
        return OverviewModel::tr("no data of the last 24 h");
    return OverviewModel::tr("last 24 h in cells of %1 min: ran %2, failed %3, late %4, no data %5")
        .arg(secondsPerCell / 60)
        .arg(count(CellState::Ran) + count(CellState::Running))
        .arg(count(CellState::Failed))
        .arg(count(CellState::Late))
        .arg(count(CellState::NoData) + count(CellState::Stale));
}

std::vector<OverviewCell> OverviewModel::cellsOf(const OverviewRow& row) const
{
    std::vector<OverviewCell> cells;
    for (const int job : row.jobs)
        addCells(cells, m_snapshot.jobs[static_cast<std::size_t>(job)].cells);
    if (cells.empty())
        cells.resize(static_cast<std::size_t>(day / std::max(60, m_snapshot.secondsPerCell)));
    const qint64 behind = m_snapshot.asOf.isValid() ? m_snapshot.asOf.secsTo(m_now) : 0;
    if (!m_stale || behind <= 0)
        return cells;
    // The strip ends now: what was not seen since takes the place of what is older than 24 h.
    const qint64 unseen = (behind + m_snapshot.secondsPerCell - 1) / m_snapshot.secondsPerCell;
    const auto shift = std::min(cells.size(), static_cast<std::size_t>(unseen));
    cells.erase(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(shift));
    cells.insert(cells.end(), shift, {CellState::Stale, 0});
    return cells;
}

QVariant OverviewModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const OverviewRow& row = m_rows[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::TextAlignmentRole:
        return static_cast<int>(alignment(column));
    case OverviewRole::Kind:
        return static_cast<int>(row.kind);
    case OverviewRole::Standing:
        return static_cast<int>(row.standing);
    case OverviewRole::IsOpen:
        return row.open;
    case OverviewRole::IsKnown:
        return m_known || needsPerson(row.standing);
    case OverviewRole::Cells:
        return QVariant::fromValue(cellsOf(row));
    case Qt::AccessibleTextRole:
        return spoken(row, column);
    default:
        break;
    }
    switch (row.kind) {
    case OverviewRow::Kind::Section:
        return sectionData(column, role);
    case OverviewRow::Kind::Fold:
        return foldData(row, column, role);
    case OverviewRow::Kind::Job:
        return jobData(row, column, role);
    }
    return {};
}

QVariant OverviewModel::sectionData(int column, int role) const
{
    if (column != OverviewColumn::Job)
        return {};
    if (role == Qt::DisplayRole)
        return m_stage.isEmpty() ? m_name : tr("%1 · %2", "customer, stage").arg(m_name, stageWord(m_stage));
    if (role != OverviewRole::Label)
        return {};
    if (!m_known)
        return m_snapshot.jobs.size() == 1 ? tr("1 job") : tr("%1 jobs").arg(m_snapshot.jobs.size());
    return m_snapshot.jobs.size() == 1 ? tr("1 job")
                                       : tr("%1 jobs, those that need you first").arg(m_snapshot.jobs.size());
}

QVariant OverviewModel::jobData(const OverviewRow& row, int column, int role) const
{
    const JobOverview& job = jobOf(row);
    switch (role) {
    case Qt::DisplayRole:
        return jobText(row, column);
    case Qt::ToolTipRole:
        if (needsPerson(row.standing) && column == OverviewColumn::Job)
            return needOf(job, row.standing, m_snapshot).reason;
        return column == OverviewColumn::Strip ? stripSentence(cellsOf(row), m_snapshot.secondsPerCell) : QString();
    case OverviewRole::JobName:
        return job.job;
    case OverviewRole::Label:
        return job.label;
    case OverviewRole::Trend:
        return m_trends.value(job.job);
    case OverviewRole::Proof:
        return static_cast<int>(proofLook(job.proof, m_now));
    default:
        return {};
    }
}

QString OverviewModel::jobText(const OverviewRow& row, int column) const
{
    const JobOverview& job = jobOf(row);
    if (!m_known && column != OverviewColumn::Job)
        return column == OverviewColumn::Strip ? QString() : u"–"_s;
    switch (column) {
    case OverviewColumn::Job:
        return job.job;
    case OverviewColumn::Rows:
        return job.lastRun || job.rows24h > 0 ? rowsText(job.rows24h) : u"–"_s;
    case OverviewColumn::Delay:
        return job.delaySeconds ? ageText(static_cast<qint64>(*job.delaySeconds)) : u"–"_s;
    case OverviewColumn::Verified:
        return proofText(job.proof, m_now);
    case OverviewColumn::Next:
        return nextText(job, row.standing);
    default:
        return {};
    }
}

QString OverviewModel::nextText(const JobOverview& job, Standing standing) const
{
    if (standing == Standing::Running)
        return tr("now");
    if (standing == Standing::Waiting)
        return tr("waits");
    if (job.paused)
        return tr("paused");
    if (job.cron.isEmpty() && job.next.empty())
        return u"–"_s;
    if (!m_snapshot.scheduleEnabled)
        return tr("off");
    if (job.next.empty())
        return u"–"_s;
    // Within a day the time alone is clear.
    const QDateTime& next = job.next.front();
    return m_now.secsTo(next) < day ? next.toLocalTime().toString(u"HH:mm"_s) : momentText(next, m_now);
}

QVariant OverviewModel::foldData(const OverviewRow& row, int column, int role) const
{
    if (role == Qt::DisplayRole)
        return foldText(row, column);
    if (role != OverviewRole::Proof)
        return {};
    const bool equal = std::ranges::all_of(row.jobs, [this](int each) {
        const auto look = proofLook(m_snapshot.jobs[static_cast<std::size_t>(each)].proof, m_now);
        return look == ProofLook::Equal || look == ProofLook::Old;
    });
    return static_cast<int>(equal ? ProofLook::Equal : ProofLook::Never);
}

QString OverviewModel::foldTitle(const OverviewRow& row) const
{
    const auto count = row.jobs.size();
    if (!m_known)
        return tr("%1 more").arg(count);
    if (row.standing == Standing::Unrun)
        return tr("%1 more have not run yet").arg(count);
    const bool paused = std::ranges::any_of(row.jobs, [this](int each) {
        const JobOverview& job = m_snapshot.jobs[static_cast<std::size_t>(each)];
        return standingOf(job, m_running.contains(job.job)) == Standing::Paused;
    });
    return paused ? tr("%1 more ran as planned or are paused").arg(count) : tr("%1 more ran as planned").arg(count);
}

QString OverviewModel::foldText(const OverviewRow& row, int column) const
{
    qint64 rows = 0;
    std::optional<double> delay;
    int equal = 0;
    for (const int each : row.jobs) {
        const JobOverview& job = m_snapshot.jobs[static_cast<std::size_t>(each)];
        rows += job.rows24h;
        delay = std::max(delay, job.delaySeconds);
        const auto look = proofLook(job.proof, m_now);
        equal += look == ProofLook::Equal || look == ProofLook::Old ? 1 : 0;
    }
    if (column == OverviewColumn::Job)
        return foldTitle(row);
    if (!m_known)
        return column == OverviewColumn::Strip || column == OverviewColumn::Next ? QString() : u"–"_s;
    switch (column) {
    case OverviewColumn::Rows:
        return row.standing == Standing::Unrun ? u"–"_s : rowsText(rows);
    case OverviewColumn::Delay:
        return delay ? tr("≤ %1", "delay").arg(ageText(static_cast<qint64>(*delay))) : u"–"_s;
    case OverviewColumn::Verified:
        return equal == 0 ? tr("not run") : tr("%1 of %2").arg(equal).arg(row.jobs.size());
    default:
        return {};
    }
}

QString OverviewModel::spoken(const OverviewRow& row, int column) const
{
    if (column == OverviewColumn::Strip)
        return row.kind == OverviewRow::Kind::Section ? QString()
                                                      : stripSentence(cellsOf(row), m_snapshot.secondsPerCell);
    if (row.kind == OverviewRow::Kind::Section)
        return column == OverviewColumn::Job ? tr("%1, %2").arg(sectionData(column, Qt::DisplayRole).toString(),
                                                                sectionData(column, OverviewRole::Label).toString())
                                             : QString();
    if (row.kind == OverviewRow::Kind::Fold)
        return column == OverviewColumn::Job && !row.open ? tr("%1, folded").arg(foldTitle(row))
                                                          : foldText(row, column);
    if (column != OverviewColumn::Job)
        return jobText(row, column);
    const JobOverview& job = jobOf(row);
    const QString name = job.label.isEmpty() ? job.job : tr("%1, %2").arg(job.job, job.label);
    if (!needsPerson(row.standing))
        return name;
    const JobNeed need = needOf(job, row.standing, m_snapshot);
    return tr("%1, %2: %3").arg(name, needHeadline(need, job.attempts, m_now), need.reason);
}

} // namespace tidegate
