// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/monitor/runstatus.h"
#include "models/phrase.h"
#include "models/monitor/runway.h"

#include <QWidget>

class QAction;
class QComboBox;
class QMenu;
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
    /// `before`: it ended before this session.
    void showRun(const RunStatus& status, bool before);
    /// The charts stand still; a link says so and lets them go on.
    void setFrozen(bool frozen);
    /// 1 to 4: from the shortest to the longest.
    void chooseRange(int number);
    [[nodiscard]] qint64 rangeMilliseconds() const;
    [[nodiscard]] QWidget* selector() const;

Q_SIGNALS:
    void jobChosen(const QString& job);
    void rangeChosen();
    void freezeWanted();
    void runWanted(RunWay way);
    void stopWanted();

private:
    void addRanges();
    void addWay(ActionRegistry& registry, QWidget* page, QMenu* menu, RunWay way, const QString& id, const Phrase& text,
                const Phrase& tip);

    PageHeader* m_header;
    QComboBox* m_jobs;
    QPushButton* m_frozen;
    SegmentSwitch* m_range;
    QAction* m_run = nullptr;
    QAction* m_stop = nullptr;
    QAction* m_dryRun = nullptr;
    QPushButton* m_more;
};

} // namespace tidegate
