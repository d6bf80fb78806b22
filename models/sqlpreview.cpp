// SPDX-License-Identifier: Apache-2.0
#include "models/sqlpreview.h"

#include "models/qtconvert.h"

#include <QTimeZone>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

QString joined(const std::vector<sql::Statement>& statements)
{
    QString text;
    for (const auto& statement : statements) {
        if (!text.isEmpty())
            text += u'\n';
        text += u"-- "_s + toQt(statement.title) + u'\n' + toQt(statement.sql) + u";\n"_s;
    }
    return text;
}

Result<QString> applyText(const sql::JobPlan& plan)
{
    const auto full = plan.inputs.job.mode == Mode::Full;
    const auto beside = plan.inputs.job.name + "_beside";
    auto statements = full ? sql::createBesideSql(plan, beside) : sql::applySql(plan, {});
    if (!statements)
        return statements.error();
    if (full) {
        auto swap = sql::swapSql(plan, beside);
        if (!swap)
            return swap.error();
        statements->insert(statements->end(), swap->begin(), swap->end());
    }
    return joined(*statements);
}

Result<QString> ddlText(const sql::JobPlan& plan)
{
    auto statements = sql::createTargetSql(plan);
    if (!statements)
        return statements.error();
    if (plan.inputs.job.mode == Mode::Incremental) {
        auto staging = sql::createStagingSql(plan);
        if (!staging)
            return staging.error();
        statements->insert(statements->end(), staging->begin(), staging->end());
    }
    return joined(*statements);
}

} // namespace

std::string watermarkLiteral(const sql::JobPlan& plan, const QDateTime& moment)
{
    const bool zoned = plan.watermarkType == sql::WatermarkType::Timestamptz;
    const QTimeZone zone(toQt(plan.watermarkZone).toLatin1());
    const auto shown = zoned || !zone.isValid() ? moment.toUTC() : moment.toTimeZone(zone);
    if (plan.watermarkType == sql::WatermarkType::Date)
        return toStd(shown.toString(u"yyyy-MM-dd"_s));
    return toStd(shown.toString(u"yyyy-MM-dd HH:mm:ss"_s) + (zoned ? u"+00"_s : QString()));
}

SqlPreview::SqlPreview(PlanCatalogue* catalogue, QObject* parent) : QObject(parent), m_catalogue(catalogue)
{
    connect(catalogue, &PlanCatalogue::changed, this, &SqlPreview::update);
}

void SqlPreview::setBuffer(JobBuffer* buffer)
{
    if (m_buffer)
        m_buffer->disconnect(this);
    m_buffer = buffer;
    if (buffer)
        connect(buffer, &JobBuffer::textChanged, this, &SqlPreview::update);
    update();
}

const CataloguedInputs* SqlPreview::inputs() const
{
    if (!m_buffer || !m_buffer->parsed().definition)
        return nullptr;
    return m_catalogue->find(*m_buffer->parsed().definition);
}

QDateTime SqlPreview::catalogueAt() const
{
    const auto* known = inputs();
    return known ? known->at : QDateTime();
}

void SqlPreview::refresh()
{
    if (m_buffer && m_buffer->parsed().definition)
        m_catalogue->refresh(*m_buffer->parsed().definition, m_buffer->text());
}

void SqlPreview::update()
{
    m_problem.reset();
    if (!m_buffer) {
        m_plan.reset();
        render();
        return;
    }
    const auto& definition = m_buffer->parsed().definition;
    if (!definition) {
        // The last SQL stays: a half-typed value must not blank the page.
        m_problem = Error{ErrorCode::Invalid, toStd(tr("The file has problems; this is the SQL before them.")),
                          toStd(tr("Mend the marked fields and the SQL follows."))};
        Q_EMIT changed();
        return;
    }
    m_catalogue->want(*definition, m_buffer->text());
    const auto* known = m_catalogue->find(*definition);
    if (!known) {
        m_problem = m_catalogue->error();
        if (m_plan && m_plan->inputs.job.name != definition->name)
            m_plan.reset();
        render();
        return;
    }
    auto inputs = known->inputs;
    inputs.job = *definition;
    auto plan = sql::planJob(std::move(inputs));
    if (plan) {
        m_plan = std::move(*plan);
    } else {
        m_plan.reset();
        m_problem = plan.error();
    }
    render();
}

sql::ReadRange SqlPreview::nextRange() const
{
    sql::ReadRange range;
    if (!m_plan->watermarkType)
        return range;
    const auto* known = inputs();
    const auto& watermark = *m_plan->inputs.job.watermark;
    if (known && !known->lastHi.isEmpty())
        range.lo = toStd(known->lastHi);
    else if (const auto start = QDateTime::fromString(toQt(watermark.start), Qt::ISODate); start.isValid())
        range.lo = watermarkLiteral(*m_plan, start);
    const auto now = known ? known->at : QDateTime::currentDateTime();
    range.hi = watermarkLiteral(*m_plan, now.addMSecs(-watermark.lag.count()));
    return range;
}

void SqlPreview::render()
{
    m_extract.clear();
    m_apply.clear();
    m_ddl.clear();
    m_windowText.clear();
    if (m_plan) {
        const auto range = nextRange();
        const auto extract = sql::extractSql(*m_plan, range, 0, 0);
        const auto apply = applyText(*m_plan);
        const auto ddl = ddlText(*m_plan);
        m_extract = extract ? toQt(*extract) + u'\n' : QString();
        m_apply = apply ? *apply : QString();
        m_ddl = ddl ? *ddl : QString();
        for (const auto* failed :
             {extract ? nullptr : &extract.error(), apply ? nullptr : &apply.error(), ddl ? nullptr : &ddl.error()})
            if (failed && !m_problem)
                m_problem = *failed;
        if (range.hi)
            m_windowText = inputs() && !inputs()->lastHi.isEmpty()
                               ? tr("From the ledger's last bound; a run takes the upper one from the source's clock")
                               : tr("First window; a run takes the upper bound from the source's clock");
        else
            m_windowText = tr("Every row, in one snapshot");
    }
    Q_EMIT changed();
}

QString SqlPreview::text(What what) const
{
    switch (what) {
    case What::Extract:
        return m_extract;
    case What::Apply:
        return m_apply;
    case What::Ddl:
        return m_ddl;
    }
    return {};
}

} // namespace tidegate

#include "moc_sqlpreview.cpp"
