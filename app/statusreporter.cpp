// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/statusreporter.h"

#include "app/console.h"
#include "app/gitbranch.h"
#include "models/language.h"
#include "widgets/navigation/statusstrip.h"
#include "widgets/theme/theme.h"

#include <QDateTime>
#include <QLocale>

#include <cmath>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Seconds; clocks that are kept by NTP differ by less.
constexpr double noticeableOffset = 2;

QString zoneText()
{
    const int minutes = QDateTime::currentDateTime().offsetFromUtc() / 60;
    if (minutes == 0)
        return u"UTC"_s;
    const QString hours = u"UTC%1%2"_s.arg(minutes < 0 ? u"−"_s : u"+"_s).arg(std::abs(minutes) / 60);
    return minutes % 60 == 0 ? hours : hours + u":%1"_s.arg(std::abs(minutes) % 60, 2, 10, QChar(u'0'));
}

} // namespace

StatusReporter::StatusReporter(Console* console, StatusStrip* strip, QObject* parent)
    : QObject(parent), m_console(console), m_branch(strip->addLeft(u"status.branch"_s, u"branch"_s)),
      m_unsaved(strip->addLeft(u"status.unsaved"_s, u"edit"_s)), m_runs(strip->addLeft(u"status.runs"_s, u"tasks"_s)),
      m_agent(strip->addRight(u"status.agent"_s)), m_clock(strip->addRight(u"status.clock"_s)),
      m_zone(strip->addRight(u"status.zone"_s)), m_theme(strip->addRight(u"status.theme"_s, u"theme"_s))
{
    connect(console->pool(), &PoolModel::poolChanged, this, &StatusReporter::showPool);
    connect(console->workspace(), &JobWorkspace::unsavedChanged, this, &StatusReporter::showUnsaved);
    connect(console->runs(), &RunController::changed, this, &StatusReporter::showRuns);
    connect(console->agent(), &AgentClient::stateChanged, this, &StatusReporter::showAgent);
    connect(console->clocks(), &SourceClocks::changed, this, &StatusReporter::showClock);
    connect(m_clock, &StatusItem::clicked, this, [this] { Q_EMIT pageWanted(u"monitor"_s); });
    connect(&Theme::instance(), &Theme::changed, this, &StatusReporter::showTheme);
    connect(m_branch, &StatusItem::clicked, console->pool(), &PoolModel::reload);
    connect(m_unsaved, &StatusItem::clicked, this, [this] { Q_EMIT pageWanted(u"jobs"_s); });
    connect(m_runs, &StatusItem::clicked, this, [this] { Q_EMIT pageWanted(u"monitor"_s); });
    connect(m_agent, &StatusItem::clicked, this, [this] {
        if (m_console->agent()->isReady())
            Q_EMIT pageWanted(u"monitor"_s);
        else
            m_console->agent()->start();
    });
    connect(m_theme, &StatusItem::clicked, this, &StatusReporter::themeWanted);
    m_zone->setEnabled(false); // nothing to choose: times are those of the desktop
    translated(this, [this] {
        m_zone->setFact(zoneText(), {}, tr("Times are shown in this zone"));
        showPool();
        showUnsaved();
        showRuns();
        showAgent();
        showClock();
        showTheme();
    });
}

void StatusReporter::showPool()
{
    if (m_console->poolFolder().isEmpty())
        return m_branch->setFact(tr("no pool"), State::Idle, tr("No pool is open"));
    const QString branch = gitBranch(m_console->poolFolder());
    m_branch->setFact(branch.isEmpty() ? tr("no repository") : branch, {},
                      tr("Branch of the pool; press to read the pool again"));
}

void StatusReporter::showUnsaved()
{
    m_unsaved->setFact(tr("%n unsaved", nullptr, m_console->workspace()->unsavedCount()), {},
                       tr("Jobs with changes that are not in their files"));
}

void StatusReporter::showRuns()
{
    const int active = m_console->runs()->activeCount();
    m_runs->setFact(tr("%n running", nullptr, active), active > 0 ? std::optional(State::Running) : std::nullopt,
                    tr("Runs under way"));
}

void StatusReporter::showAgent()
{
    const AgentClient* agent = m_console->agent();
    switch (agent->state()) {
    case AgentClient::State::Ready:
        return m_agent->setFact(tr("agent %1").arg(agent->agentVersion()), State::Ok,
                                tr("The agent answers; press for its log"));
    case AgentClient::State::Starting:
    case AgentClient::State::Restarting:
        return m_agent->setFact(tr("agent starting"), State::Idle, tr("The agent is being started"));
    case AgentClient::State::Lost:
        return m_agent->setFact(tr("agent lost"), State::Failed, agent->lostReason());
    case AgentClient::State::Stopped:
        break;
    }
    m_agent->setFact(tr("agent –"), State::Off, tr("No agent; press to start it"));
}

void StatusReporter::showClock()
{
    const auto clock = m_console->clocks()->newest();
    if (!clock)
        return m_clock->setFact(tr("source clock –"), {}, tr("No source was asked for its clock yet"));
    const double offset = clock->offsetSeconds;
    const bool wrong = std::abs(offset) >= noticeableOffset;
    const QString amount = QLocale::c().toString(std::abs(offset), 'f', std::abs(offset) < 99.95 ? 1 : 0);
    const QString at = clock->askedAt.toLocalTime().toString(u"HH:mm:ss"_s);
    m_clock->setFact(offset < 0 ? tr("source clock −%1 s").arg(amount) : tr("source clock +%1 s").arg(amount),
                     wrong ? std::optional(State::Late) : std::nullopt,
                     offset < 0
                         ? tr("The clock of %1 was %2 s behind ours at %3").arg(clock->connection, amount, at)
                         : tr("The clock of %1 was %2 s ahead of ours at %3").arg(clock->connection, amount, at));
}

void StatusReporter::showTheme()
{
    const Theme& theme = Theme::instance();
    const QString name = theme.choice() == Theme::Choice::System ? tr("system colours")
                         : theme.isDark()                        ? tr("dark")
                                                                 : tr("light");
    m_theme->setFact(name, {}, tr("Colours; press for the next"));
}

} // namespace tidegate
