// SPDX-License-Identifier: Apache-2.0
#include "models/jobprobe.h"

#include "models/qtconvert.h"

namespace tidegate {

namespace {

nlohmann::json paramsOf(PoolModel* pool, JobBuffer* buffer)
{
    return {{"pool", pool->root().string()},
            {"environment", toStd(pool->environment())},
            {"job", toStd(buffer->name())},
            {"text", buffer->text()}};
}

Error notUnderstood(const nlohmann::json::exception& problem)
{
    return {ErrorCode::Internal, std::string("The agent's answer was not understood: ") + problem.what()};
}

} // namespace

JobExplain::JobExplain(AgentClient* agent, PoolModel* pool, QObject* parent)
    : QObject(parent), m_agent(agent), m_pool(pool)
{
}

void JobExplain::ask(JobBuffer* buffer, const sql::ReadRange& range)
{
    if (m_call != 0)
        m_agent->cancel(m_call);
    auto params = paramsOf(m_pool, buffer);
    auto& window = params["window"] = nlohmann::json::object();
    if (range.lo)
        window["lo"] = *range.lo;
    if (range.hi)
        window["hi"] = *range.hi;
    m_call = m_agent->call("job.explain", params, this, [this](const auto& answer) { take(answer); });
    Q_EMIT changed();
}

void JobExplain::clear()
{
    if (m_call != 0)
        m_agent->cancel(std::exchange(m_call, 0));
    for (auto* end : {&m_source, &m_target}) {
        end->plan.clear();
        end->error.reset();
    }
    m_at = {};
    Q_EMIT changed();
}

void JobExplain::take(End& end, const nlohmann::json& answer)
{
    end.error.reset();
    if (!answer.at("error").is_null())
        end.error = errorFromJson(answer.at("error"));
    end.plan.setStatements(answer.at("statements"));
}

void JobExplain::take(const Result<nlohmann::json>& answer)
{
    m_call = 0;
    m_at = QDateTime::currentDateTime();
    try {
        if (answer) {
            take(m_source, answer->at("source"));
            take(m_target, answer->at("target"));
        } else {
            m_source.error = m_target.error = answer.error();
        }
    } catch (const nlohmann::json::exception& problem) {
        m_source.error = m_target.error = notUnderstood(problem);
    }
    Q_EMIT changed();
}

WatermarkRows::WatermarkRows(AgentClient* agent, PoolModel* pool, QObject* parent)
    : QAbstractTableModel(parent), m_agent(agent), m_pool(pool)
{
}

void WatermarkRows::ask(JobBuffer* buffer)
{
    if (m_call != 0)
        m_agent->cancel(m_call);
    m_error.reset();
    m_call = m_agent->call("job.preview", paramsOf(m_pool, buffer), this, [this](const auto& answer) { take(answer); });
    Q_EMIT stateChanged();
}

void WatermarkRows::clear()
{
    if (m_call != 0)
        m_agent->cancel(std::exchange(m_call, 0));
    beginResetModel();
    m_columns.clear();
    m_rows.clear();
    endResetModel();
    m_error.reset();
    Q_EMIT stateChanged();
}

void WatermarkRows::take(const Result<nlohmann::json>& answer)
{
    m_call = 0;
    beginResetModel();
    m_columns.clear();
    m_rows.clear();
    try {
        if (answer) {
            for (const auto& column : answer->at("columns"))
                m_columns << toQt(column.get<std::string>());
            for (const auto& row : answer->at("rows")) {
                auto& cells = m_rows.emplace_back();
                for (const auto& cell : row)
                    cells.push_back(cell.is_null() ? std::nullopt : std::optional(toQt(cell.get<std::string>())));
                cells.resize(static_cast<std::size_t>(m_columns.size()));
            }
        } else {
            m_error = answer.error();
        }
    } catch (const nlohmann::json::exception& problem) {
        m_rows.clear();
        m_error = notUnderstood(problem);
    }
    endResetModel();
    Q_EMIT stateChanged();
}

int WatermarkRows::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int WatermarkRows::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant WatermarkRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    return m_columns.value(section);
}

QVariant WatermarkRows::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& cell = m_rows[static_cast<std::size_t>(index.row())][static_cast<std::size_t>(index.column())];
    if (role == Qt::DisplayRole)
        return cell ? *cell : QStringLiteral("NULL");
    return role == Qt::ToolTipRole && cell ? QVariant(*cell) : QVariant();
}

} // namespace tidegate

#include "moc_jobprobe.cpp"
