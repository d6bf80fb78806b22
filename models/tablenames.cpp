// SPDX-License-Identifier: Apache-2.0
#include "models/tablenames.h"

#include "models/qtconvert.h"
#include "sql/identifier.h"

namespace tidegate {

namespace {
constexpr int pageSize = 1000;
constexpr int mostNames = 5000; // a list that nobody scrolls any more
} // namespace

TableNames::TableNames(AgentClient* agent, PoolModel* pool, QObject* parent)
    : QObject(parent), m_agent(agent), m_pool(pool)
{
    connect(pool, &PoolModel::environmentChanged, this, [this] { m_names.clear(); });
}

QStringList TableNames::of(const QString& connection)
{
    if (!connection.isEmpty() && !m_names.contains(connection) && m_agent->isReady()) {
        m_names.insert(connection, {});
        ask(connection, {});
    }
    return m_names.value(connection);
}

void TableNames::ask(const QString& connection, const std::string& after)
{
    m_agent->call("catalogue.tables",
                  {{"pool", m_pool->root().string()},
                   {"environment", toStd(m_pool->environment())},
                   {"connection", toStd(connection)},
                   {"after", after},
                   {"limit", pageSize}},
                  this, [this, connection](const auto& answer) { take(connection, answer); });
}

void TableNames::take(const QString& connection, const Result<nlohmann::json>& answer)
{
    if (!answer) {
        m_names.remove(connection); // asked again with the next look at the field
        return;
    }
    auto& names = m_names[connection];
    try {
        for (const auto& table : answer->at("tables"))
            if (const auto name = sql::joinQualifiedName({table.at("schema"), table.at("name")}))
                names << toQt(*name);
        const auto next = answer->value("next", std::string());
        if (!next.empty() && names.size() < mostNames)
            ask(connection, next);
    } catch (const nlohmann::json::exception&) {
        names.clear();
    }
    Q_EMIT changed(connection);
}

} // namespace tidegate

#include "moc_tablenames.cpp"
