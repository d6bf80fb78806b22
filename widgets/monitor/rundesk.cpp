// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/monitor/rundesk.h"

#include "models/qtconvert.h"
#include "widgets/components/banner.h"
#include "widgets/monitor/dryrunsheet.h"
#include "widgets/monitor/runsheet.h"
#include "widgets/monitor/runwords.h"

#include <QApplication>
#include <QPushButton>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

RunDesk::RunDesk(RunController* runs, AgentClient* agent, Banner* banner, QWidget* page)
    : QObject(page), m_runs(runs), m_dryRun(agent), m_banner(banner), m_page(page)
{
}

void RunDesk::setJob(const QString& pool, const QString& environment, const QString& job)
{
    m_pool = pool;
    m_environment = environment;
    m_job = job;
}

void RunDesk::want(RunWay way)
{
    if (m_job.isEmpty())
        return;
    if (way == RunWay::DryRun)
        return showDryRun();
    if (way == RunWay::Plain)
        return start(way);
    Sheet* sheet = makeRunSheet(way, m_runs->status(m_job), m_page);
    connect(sheet, &QDialog::accepted, this, [this, way] { start(way); });
    sheet->openOver();
}

void RunDesk::start(RunWay way)
{
    m_runs->start(m_job, optionsOf(way));
}

void RunDesk::showDryRun()
{
    m_dryRun.start(m_pool, m_environment, m_job);
    auto* sheet = new DryRunSheet(&m_dryRun, m_page);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &DryRunSheet::runWanted, this, [this] { start(RunWay::Plain); });
    sheet->openOver();
}

void RunDesk::showBanner(const RunStatus& status)
{
    const bool wasFocused = m_banner->isAncestorOf(QApplication::focusWidget());
    m_banner->clearActions();
    if (!showMessage(status))
        return m_banner->clear();
    for (const RunWay way : offersOf(status)) {
        QPushButton* button =
            m_banner->addAction(u"monitor.offer.%1"_s.arg(wayId(way)), [way] { return wayText(way); });
        connect(button, &QPushButton::clicked, this, [this, way] { want(way); });
        if (wasFocused)
            button->setFocus(Qt::OtherFocusReason);
    }
}

bool RunDesk::showMessage(const RunStatus& status)
{
    if (status.error && status.error->code != ErrorCode::Cancelled)
        m_banner->showMessage(stateOf(status), toQt(status.error->message), toQt(status.error->hint));
    else if (status.stage == RunStatus::Stage::Unknown)
        m_banner->showMessage(
            State::NoData, [] { return tr("The agent ended while this run was under way"); },
            [] { return tr("What was not committed is not applied; the last runs below come from the ledger."); });
    else if (!status.verified.value_or(true))
        m_banner->showMessage(
            State::Different, [] { return tr("Applied, but source and target differ"); },
            [] { return tr("The log says where. Reading the window again replaces rows that differ."); });
    else if (!status.heldBy.isEmpty())
        m_banner->showMessage(
            State::Late, [] { return tr("The window is held back"); }, status.heldBy);
    else if (!status.warnings.isEmpty())
        m_banner->showMessage(State::Late, status.warnings.first(), status.warnings.mid(1).join(u'\n'));
    else
        return false;
    return true;
}

} // namespace tidegate
