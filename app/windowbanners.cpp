// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowbanners.h"

#include "app/console.h"
#include "models/qtconvert.h"
#include "widgets/components/banner.h"
#include "widgets/components/promptbar.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

WindowBanners::WindowBanners(Console* console, QWidget* parent)
    : QWidget(parent), m_console(console), m_agent(new Banner(u"window.banner"_s, this)),
      m_pool(new Banner(u"window.poolBanner"_s, this)), m_unsaved(new Banner(u"window.unsavedBanner"_s, this)),
      m_prompt(new PromptBar(this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1);
    for (auto* banner : {m_agent, m_pool, m_unsaved}) {
        banner->setFlush(true);
        column->addWidget(banner);
    }
    column->addWidget(m_prompt);
    const auto offer = [](Banner* banner, const QString& name, const Phrase& text, auto* receiver, auto does) {
        connect(banner->addAction(name, text), &QPushButton::clicked, receiver, does);
    };
    offer(
        m_agent, u"window.restart"_s, [] { return tr("Restart"); }, console->agent(), &AgentClient::start);
    offer(
        m_pool, u"window.reload"_s, [] { return tr("Read again"); }, console->pool(), &PoolModel::reload);
    offer(
        m_unsaved, u"window.stay"_s, [] { return tr("Stay"); }, m_unsaved, &Banner::clear);
    offer(
        m_unsaved, u"window.closeAnyway"_s, [] { return tr("Close and lose them"); }, this,
        [this] {
            m_givenUp = true;
            Q_EMIT closeWanted();
        });
    connect(console->agent(), &AgentClient::stateChanged, this, &WindowBanners::showAgent);
    connect(console->pool(), &PoolModel::poolChanged, this, &WindowBanners::showPool);
    connect(console->pool(), &PoolModel::readFailed, this, &WindowBanners::showPool);
    connect(console->workspace(), &JobWorkspace::unsavedChanged, this, &WindowBanners::showUnsaved);
    connectPrompt();
    showPool();
}

void WindowBanners::connectPrompt()
{
    auto* agent = m_console->agent();
    connect(agent, &AgentClient::promptAsked, m_prompt, &PromptBar::ask);
    connect(m_prompt, &PromptBar::answered, agent, &AgentClient::answerPrompt);
    connect(m_prompt, &PromptBar::declined, agent, &AgentClient::declinePrompt);
}

void WindowBanners::showAgent()
{
    const auto* agent = m_console->agent();
    if (agent->state() == AgentClient::State::Lost)
        m_agent->showMessage(
            State::Failed, [] { return tr("The agent has ended. Nothing that was not committed is applied."); },
            [reason = agent->lostReason()] {
                const auto still =
                    tr("Jobs can be edited and saved; catalogue, SQL and runs come back with the agent.");
                return QStringList{reason, still}.join(u'\n');
            });
    else if (agent->isReady())
        m_agent->clear();
}

void WindowBanners::showPool()
{
    if (const auto error = m_console->pool()->error())
        m_pool->showMessage(State::Failed, toQt(error->message), toQt(error->hint));
    else
        m_pool->clear();
}

/// Jobs that were saved meanwhile need no answer any more.
void WindowBanners::showUnsaved()
{
    if (m_console->workspace()->unsavedCount() == 0)
        m_unsaved->clear();
}

bool WindowBanners::mayClose()
{
    const int unsaved = m_console->workspace()->unsavedCount();
    if (unsaved == 0 || m_givenUp)
        return true;
    m_unsaved->showMessage(
        State::Late, [unsaved] { return tr("Jobs with changes that are not saved: %1").arg(unsaved); },
        [] { return tr("Closing now would lose them."); });
    m_unsaved->findChild<QPushButton*>(u"window.stay"_s)->setFocus(Qt::OtherFocusReason);
    return false;
}

} // namespace tidegate
