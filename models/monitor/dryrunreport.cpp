// SPDX-License-Identifier: Apache-2.0
#include "models/monitor/dryrunreport.h"

#include "models/jsonread.h"

#include <algorithm>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;
using nlohmann::json;

namespace {

QStringList textsOf(const json& list)
{
    QStringList texts;
    for (const json& text : list) {
        if (text.is_string())
            texts << toQt(text.get_ref<const std::string&>());
    }
    return texts;
}

} // namespace

DryRunReport::DryRunReport(AgentClient* agent, QObject* parent) : QObject(parent), m_agent(agent)
{
    connect(agent, &AgentClient::runEvent, this, &DryRunReport::onEvent);
    connect(agent, &AgentClient::stateChanged, this, [this](AgentClient::State state) {
        if (state == AgentClient::State::Lost && m_stage == Stage::Asking)
            fail({ErrorCode::ConnectionLost, toStd(tr("the agent ended during the dry run")),
                  toStd(tr("nothing was written; try again when it is back"))});
    });
}

void DryRunReport::forget()
{
    ++m_question;
    m_run = 0;
    m_planned = false;
    m_hasWindow = false;
    m_lo.clear();
    m_hi.clear();
    m_heldBy.clear();
    m_rowsExpected = -1;
    m_source.clear();
    m_target.clear();
    m_sourcePlan = nullptr;
    m_targetPlan = nullptr;
    m_planRemark.clear();
    m_warnings.clear();
    m_locks.clear();
    m_readingPlan.clear();
    m_error.reset();
}

void DryRunReport::start(const QString& pool, const QString& environment, const QString& job)
{
    forget();
    m_pool = pool;
    m_environment = environment;
    m_job = job;
    m_stage = Stage::Asking;
    Q_EMIT changed();
    m_agent->call("run.start",
                  {{"pool", toStd(pool)},
                   {"environment", toStd(environment)},
                   {"job", toStd(job)},
                   {"options", {{"dryRun", true}}}},
                  this, [this, question = m_question](const Result<json>& answer) {
                      if (question != m_question)
                          return;
                      if (!answer)
                          fail(answer.error());
                      else
                          m_run = jsonNumber<qint64>(*answer, "run").value_or(0);
                  });
}

void DryRunReport::cancel()
{
    if (m_stage == Stage::Asking && m_run != 0)
        m_agent->call("run.cancel", {{"run", m_run}}, this, [](const Result<json>&) {});
    forget();
    m_stage = Stage::Idle;
}

void DryRunReport::fail(const Error& error)
{
    m_error = error;
    m_stage = Stage::Failed;
    Q_EMIT changed();
}

void DryRunReport::onEvent(const json& event)
{
    if (m_stage != Stage::Asking || jsonText(event, "job") != m_job)
        return;
    const QString kind = jsonText(event, "event");
    const auto run = jsonNumber<qint64>(event, "run").value_or(0);
    // Events may overtake the answer that says the number.
    if (m_run == 0 && kind == u"run.started" && jsonFlag(event, "dryRun"))
        m_run = run;
    if (run != m_run || run == 0)
        return;
    if (kind == u"run.window") {
        m_hasWindow = true;
        m_lo = jsonText(event, "lo");
        m_hi = jsonText(event, "hi");
        m_heldBy = jsonText(event, "heldBy");
    } else if (kind == u"run.progress") {
        m_planned = m_planned || jsonText(event, "phase") == u"read";
        m_rowsExpected = std::max(m_rowsExpected, jsonNumber<qint64>(event, "rowsExpected").value_or(-1));
    } else if (kind == u"run.statement") {
        takeStatement(event);
    } else if (kind == u"run.finished") {
        takeEnd(event);
    }
}

void DryRunReport::takeStatement(const json& event)
{
    const Statement statement{jsonText(event, "title"), jsonText(event, "sql")};
    // Before the phase `read` the run only looks around; what has no title it asks for itself.
    if (!m_planned || statement.title.isEmpty() || statement.title == u"commit" || statement.title == u"rollback")
        return;
    (jsonText(event, "side") == u"source" ? m_source : m_target) << statement;
}

void DryRunReport::takeEnd(const json& event)
{
    const json& found = jsonMember(event, "dry_run");
    m_warnings = textsOf(jsonList(event, "warnings"));
    m_locks = textsOf(jsonList(found, "locks"));
    m_readingPlan = textsOf(jsonList(found, "reading_plan"));
    m_rowsExpected = std::max(m_rowsExpected, jsonNumber<qint64>(found, "rows_expected").value_or(-1));
    const json& error = jsonMember(event, "error");
    if (error.is_object())
        return fail(errorFromJson(error));
    m_stage = Stage::Planning;
    Q_EMIT changed();
    askPlans();
}

void DryRunReport::askPlans()
{
    json params = {{"pool", toStd(m_pool)}, {"environment", toStd(m_environment)}, {"job", toStd(m_job)}};
    if (m_hasWindow && !isSwap())
        params["window"] = {{"lo", m_lo.isEmpty() ? json(nullptr) : json(toStd(m_lo))}, {"hi", toStd(m_hi)}};
    m_agent->call("job.explain", params, this, [this, question = m_question](const Result<json>& answer) {
        if (question == m_question)
            takePlans(answer);
    });
}

void DryRunReport::takePlans(const Result<json>& answer)
{
    m_stage = Stage::Done;
    if (answer) {
        m_sourcePlan = jsonMember(jsonMember(*answer, "source"), "statements");
        m_targetPlan = jsonMember(jsonMember(*answer, "target"), "statements");
        m_planRemark = jsonText(jsonMember(jsonMember(*answer, "target"), "error"), "message");
        const QString ofSource = jsonText(jsonMember(jsonMember(*answer, "source"), "error"), "message");
        if (!ofSource.isEmpty())
            m_planRemark = ofSource;
    } else {
        m_planRemark = toQt(answer.error().message);
    }
    Q_EMIT changed();
}

bool DryRunReport::isSwap() const
{
    return std::any_of(m_target.begin(), m_target.end(),
                       [](const Statement& statement) { return statement.title.contains(u"beside"); });
}

QString DryRunReport::script(const QList<Statement>& statements)
{
    QString text;
    for (const Statement& statement : statements)
        text += u"-- %1\n%2;\n\n"_s.arg(statement.title, statement.sql);
    return text.trimmed();
}

} // namespace tidegate
