// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/monitor/logroles.h"

#include <nlohmann/json_fwd.hpp>

#include <QAbstractListModel>
#include <QDateTime>
#include <QList>
#include <QTimer>

#include <deque>
#include <vector>

namespace tidegate {

/// The newest log lines of all runs. Lines are gathered and inserted ten times a second, the oldest fall out.
class LogModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogModel)

public:
    explicit LogModel(QObject* parent = nullptr, int capacity = 20'000);

    /// `lines` and `dropped` of log.lines.
    void take(const nlohmann::json& batch);
    /// Lines of the console about a run that no agent's log tells of; once for every run.
    struct Remark
    {
        QDateTime at;
        LogSeverity severity = LogSeverity::Info;
        QString text;
    };
    void remark(const QString& job, qint64 run, const QList<Remark>& remarks);
    /// Inserts what has been gathered now.
    void flush();
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Line
    {
        qint64 id = 0;
        QDateTime at;
        LogSeverity severity = LogSeverity::Info;
        qint64 run = 0;
        QString job;
        QString text;
    };
    [[nodiscard]] static Line lineFrom(const nlohmann::json& json);

    int m_capacity;
    std::deque<Line> m_lines;
    std::vector<Line> m_gathered;
    QTimer m_flush;
};

} // namespace tidegate
