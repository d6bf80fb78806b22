// SPDX-License-Identifier: Apache-2.0
#include "models/monitor/logmodel.h"

#include "models/qtconvert.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>

namespace tidegate {

using namespace std::chrono_literals;

namespace {

LogSeverity severityFrom(const std::string& level)
{
    if (level == "error" || level == "critical")
        return LogSeverity::Error;
    if (level == "warning" || level == "warn")
        return LogSeverity::Warning;
    return level == "debug" || level == "trace" ? LogSeverity::Debug : LogSeverity::Info;
}

} // namespace

LogModel::LogModel(QObject* parent, int capacity) : QAbstractListModel(parent), m_capacity(std::max(capacity, 1))
{
    m_flush.setSingleShot(true);
    m_flush.setInterval(100ms);
    connect(&m_flush, &QTimer::timeout, this, &LogModel::flush);
}

LogModel::Line LogModel::lineFrom(const nlohmann::json& json)
{
    Line line;
    line.id = json.value("id", qint64{0});
    line.at = QDateTime::fromString(toQt(json.value("at", "")), Qt::ISODateWithMs);
    line.severity = severityFrom(json.value("level", "info"));
    line.run = json.value("run", qint64{0});
    line.job = toQt(json.value("job", ""));
    line.text = toQt(json.value("text", ""));
    if (!line.job.isEmpty() && line.text.startsWith(line.job + QStringLiteral(": ")))
        line.text.remove(0, line.job.size() + 2);
    line.text.replace(u'\n', u' ');
    return line;
}

void LogModel::take(const nlohmann::json& batch)
{
    if (const auto dropped = batch.find("dropped"); dropped != batch.end() && dropped->is_object()) {
        Line remark;
        remark.at = QDateTime::currentDateTimeUtc();
        remark.severity = LogSeverity::Warning;
        remark.text = tr("lines %1 to %2 were dropped: they came faster than they could be sent")
                          .arg(dropped->value("from", qint64{0}))
                          .arg(dropped->value("to", qint64{0}));
        m_gathered.push_back(std::move(remark));
    }
    if (const auto lines = batch.find("lines"); lines != batch.end()) {
        for (const auto& line : *lines)
            m_gathered.push_back(lineFrom(line));
    }
    if (!m_gathered.empty() && !m_flush.isActive())
        m_flush.start();
}

void LogModel::remark(const QString& job, qint64 run, const QList<Remark>& remarks)
{
    flush();
    const auto isKnown = [run](const Line& line) { return line.run == run; };
    if (std::any_of(m_lines.begin(), m_lines.end(), isKnown))
        return;
    for (const Remark& remark : remarks) {
        Line line;
        line.at = remark.at;
        line.severity = remark.severity;
        line.run = run;
        line.job = job;
        line.text = remark.text;
        m_gathered.push_back(std::move(line));
    }
    flush();
}

void LogModel::flush()
{
    m_flush.stop();
    if (m_gathered.empty())
        return;
    if (m_gathered.size() > static_cast<std::size_t>(m_capacity))
        m_gathered.erase(m_gathered.begin(), m_gathered.end() - m_capacity);
    const int surplus = static_cast<int>(m_lines.size() + m_gathered.size()) - m_capacity;
    if (surplus > 0) {
        beginRemoveRows({}, 0, surplus - 1);
        m_lines.erase(m_lines.begin(), m_lines.begin() + surplus);
        endRemoveRows();
    }
    const int first = static_cast<int>(m_lines.size());
    beginInsertRows({}, first, first + static_cast<int>(m_gathered.size()) - 1);
    m_lines.insert(m_lines.end(), std::make_move_iterator(m_gathered.begin()),
                   std::make_move_iterator(m_gathered.end()));
    endInsertRows();
    m_gathered.clear();
}

void LogModel::clear()
{
    beginResetModel();
    m_lines.clear();
    m_gathered.clear();
    endResetModel();
}

int LogModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant LogModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Line& line = m_lines[static_cast<std::size_t>(index.row())];
    switch (role) {
    case LogRole::Id:
        return line.id;
    case LogRole::At:
        return line.at;
    case LogRole::Severity:
        return static_cast<int>(line.severity);
    case LogRole::Run:
        return line.run;
    case LogRole::Job:
        return line.job;
    case Qt::DisplayRole:
    case LogRole::Text:
        return line.text;
    default:
        return {};
    }
}

} // namespace tidegate
