// SPDX-License-Identifier: Apache-2.0
#include "models/sqldiff.h"

#include "diff/linediff.h"
#include "job/jobdiff.h"
#include "models/qtconvert.h"

#include <chrono>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

SqlDiff::SqlDiff(SqlPreview* preview, HeadText* head, AgentClient* agent, PoolModel* pool, QObject* parent)
    : QObject(parent), m_preview(preview), m_head(head), m_catalogue(agent, pool)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(200ms);
    connect(&m_pause, &QTimer::timeout, this, [this] { count(m_head->text()); });
    const auto soon = [this] { m_pause.start(); };
    connect(preview, &SqlPreview::changed, this, soon);
    connect(head, &HeadText::changed, this, soon);
    connect(&m_catalogue, &PlanCatalogue::changed, this, soon);
}

void SqlDiff::setBuffer(JobBuffer* buffer)
{
    m_buffer = buffer;
    m_count = -1;
    Q_EMIT changed();
    m_pause.start();
}

void SqlDiff::count(const std::string& head)
{
    m_count = -1;
    if (m_buffer && m_head->state() == HeadText::State::Known)
        if (const auto changes = diffJobs(head, m_buffer->text()))
            m_count = static_cast<int>(changes->size());
    Q_EMIT changed();
}

QString SqlDiff::changesText() const
{
    const auto changes = diffJobs(m_head->text(), m_buffer->text());
    if (!changes)
        return u"-- "_s + toQt(changes.error().message) + u'\n';
    QString text;
    for (const auto& change : *changes) {
        const auto value = [](const std::string& written) { return written.empty() ? u"–"_s : toQt(written); };
        text += u"-- %1: %2 → %3\n"_s.arg(toQt(change.path), value(change.before), value(change.after));
        if (!change.risk.empty())
            text += u"--   %1\n"_s.arg(toQt(change.risk));
    }
    return text;
}

QString SqlDiff::sqlText()
{
    const auto committed = parseJob(m_head->text(), toStd(m_buffer->name()), m_buffer->path(), m_buffer->pool().get());
    if (!committed.definition || !m_preview->plan())
        return {};
    const auto* known = m_preview->known(*committed.definition);
    if (!known)
        known = m_catalogue.find(*committed.definition);
    if (!known) {
        m_catalogue.want(*committed.definition, m_head->text());
        return u"-- "_s + tr("Reading the catalogue of what the committed job reads") + u'\n';
    }
    auto inputs = known->inputs;
    inputs.job = *committed.definition;
    const auto plan = sql::planJob(std::move(inputs));
    if (!plan)
        return u"-- "_s + toQt(plan.error().message) + u'\n';
    auto range = m_preview->range();
    if (plan->inputs.job.mode == Mode::Full)
        range = {};
    return toQt(unifiedDiff(toStd(wholeScript(*plan, range)),
                            toStd(wholeScript(*m_preview->plan(), m_preview->range())), "HEAD", toStd(tr("now"))));
}

QString SqlDiff::text()
{
    if (!m_buffer)
        return {};
    switch (m_head->state()) {
    case HeadText::State::Unknown:
        return u"-- "_s + tr("Asking git") + u'\n';
    case HeadText::State::None:
        return u"-- "_s + tr("This pool has no commit to compare with.") + u'\n';
    case HeadText::State::NewFile:
        return u"-- "_s + tr("The last commit does not have this job.") + u'\n';
    case HeadText::State::Known:
        break;
    }
    const auto changes = changesText();
    const auto sql = sqlText();
    if (changes.isEmpty() && sql.isEmpty())
        return u"-- "_s + tr("The same as in the last commit.") + u'\n';
    return sql.isEmpty() ? changes : changes + u'\n' + sql;
}

} // namespace tidegate

#include "moc_sqldiff.cpp"
