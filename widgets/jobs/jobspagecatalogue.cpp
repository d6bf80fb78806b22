// SPDX-License-Identifier: GPL-3.0-or-later
// What the pool and the catalogues say about the job that is shown.
#include "widgets/jobs/jobspage.h"

#include "models/joboffers.h"
#include "models/qtconvert.h"
#include "widgets/components/emptystate.h"
#include "widgets/components/segmentswitch.h"
#include "widgets/jobs/jobform.h"
#include "widgets/jobs/sqlpane.h"
#include "widgets/jobs/yamlpane.h"

#include <QStackedWidget>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

void JobsPage::refreshEmpty()
{
    const auto* pool = m_workspace->pool();
    offerConnections();
    if (m_buffer) {
        m_stack->setCurrentIndex(0);
        return;
    }
    m_stack->setCurrentWidget(m_empty);
    if (pool->error() && !pool->pool())
        m_empty->setContent([] { return tr("The pool can't be read"); },
                            toQt(pool->error()->message + " " + pool->error()->hint));
    else if (!pool->pool())
        m_empty->setContent([] { return tr("Reading the pool"); }, toQt(pool->root().string()));
    else if (pool->pool()->jobs.empty())
        m_empty->setContent([] { return tr("No job yet"); },
                            [] { return tr("A job brings one table of a source into the warehouse."); },
                            [] { return tr("New job from a table…"); });
    else
        m_empty->setContent([] { return tr("No job is chosen"); },
                            [] { return tr("Choose one in the list, or press Ctrl+P and type its name."); });
}

void JobsPage::explain()
{
    if (!m_buffer || !m_buffer->parsed().definition)
        return;
    if (m_mode->current() == u"both" || (m_narrow && m_mode->current() != u"sql"))
        m_mode->setCurrent(m_narrow ? u"sql"_s : u"form"_s);
    m_explain.ask(m_buffer, m_preview.range());
    m_sql->explain();
}

void JobsPage::offerConnections()
{
    const auto pool = m_workspace->pool()->pool();
    QStringList names;
    if (pool)
        for (const auto& connection : pool->connections)
            names << toQt(connection.name);
    offer("source.connection", names);
    offer("target.connection", names);
}

void JobsPage::offer(const std::string& path, const QStringList& names)
{
    m_form->setOffers(path, names);
    m_yaml->setOffers(path, names);
}

void JobsPage::offerTables()
{
    if (!m_buffer)
        return;
    const auto sources = m_tables.of(m_draft.value("source.connection").text);
    offer("source.table", sources);
    offer("watermark.join.table", sources);
    offer("target.table", m_tables.of(m_draft.value("target.connection").text));
}

void JobsPage::showCatalogue()
{
    m_draft.setPlanFindings(m_preview.plan() ? m_preview.plan()->notes : Findings());
    const auto* known = m_preview.inputs();
    if (known) {
        const auto& job = *m_buffer->parsed().definition;
        m_source = known->inputs.source;
        m_facts = jobFacts(job, *known);
        for (const auto& [path, names] : jobOffers(job, known->inputs))
            offer(path, names);
    }
    showFacts();
    if (m_preview.plan())
        m_form->setImplied("columns", impliedColumns(*m_preview.plan()));
}

void JobsPage::showFacts()
{
    auto facts = m_facts; // a file that is wrong somewhere says nothing new
    if (m_source)
        for (auto& [path, proposal] : jobProposals(*m_source))
            if (!m_draft.value(path).present)
                facts[path] = std::move(proposal);
    m_form->setFacts(std::move(facts));
}

} // namespace tidegate
