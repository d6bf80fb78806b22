// SPDX-License-Identifier: Apache-2.0
#include "models/sqlpreview.h"

#include "models/language.h"
#include "models/qtconvert.h"

#include <QTimeZone>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

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
    connect(&Language::instance(), &Language::changed, this, &SqlPreview::update);
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
    m_texts.fill(std::nullopt);
    m_windowText.clear();
    if (m_plan) {
        m_range = nextRange();
        if (const auto extract = jobScript(*m_plan, What::Extract, m_range, {}))
            m_texts[static_cast<std::size_t>(What::Extract)] = *extract;
        else if (!m_problem)
            m_problem = extract.error();
        if (m_range.hi)
            m_windowText = inputs() && !inputs()->lastHi.isEmpty() ? tr("Values of the next window")
                                                                   : tr("Values of the first window");
        else
            m_windowText = tr("Every row, in one snapshot");
    }
    Q_EMIT changed();
}

JobUsers SqlPreview::users() const
{
    const auto pool = m_catalogue->pool()->pool();
    if (!pool || !m_plan)
        return {};
    const auto environment = chooseEnvironment(*pool, toStd(m_catalogue->pool()->environment()));
    const auto user = [&](const std::string& name) {
        const auto connection = resolveConnection(*pool, environment ? *environment : nullptr, name);
        return connection ? connection->user : std::string();
    };
    return {user(m_plan->inputs.job.source.connection), user(m_plan->inputs.job.target.connection)};
}

QString SqlPreview::text(What what) const
{
    auto& text = m_texts[static_cast<std::size_t>(what)];
    if (!text && m_plan) {
        const auto script = jobScript(*m_plan, what, m_range, users());
        text = script ? *script : u"-- "_s + toQt(script.error().message) + u'\n';
    }
    return text.value_or(QString());
}

} // namespace tidegate

#include "moc_sqlpreview.cpp"
