// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/monitor/runstatus.h"

#include <QWidget>

class QAction;
class QComboBox;
class QPushButton;

namespace tidegate {

class ActionRegistry;
class PageHeader;
class SegmentSwitch;

/// The top of the Monitor page: which job, in which state, over which time, and what one can do.
class MonitorHeader final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MonitorHeader)

public:
    explicit MonitorHeader(QWidget* parent = nullptr);

    void registerActions(ActionRegistry& registry, QWidget* page);
    void setJobs(const QStringList& jobs);
    void setJob(const QString& job);
    [[nodiscard]] QString job() const;
    void showRun(const RunStatus& status);
    [[nodiscard]] qint64 rangeMilliseconds() const;
    [[nodiscard]] QWidget* selector() const;

Q_SIGNALS:
    void jobChosen(const QString& job);
    void rangeChosen();
    void runWanted();
    void dryRunWanted();
    void againWanted();
    void reloadWanted();
    void acceptChangeWanted();
    void takeOverWanted();
    void stopWanted();

private:
    PageHeader* m_header;
    QComboBox* m_jobs;
    SegmentSwitch* m_range;
    QAction* m_run = nullptr;
    QAction* m_stop = nullptr;
    QPushButton* m_more;
};

} // namespace tidegate
