// SPDX-License-Identifier: Apache-2.0
#include "models/planmodel.h"

#include "models/jobfacts.h"
#include "models/qtconvert.h"

#include <nlohmann/json.hpp>

#include <map>

namespace tidegate {

namespace {

constexpr double largeScan = 10'000; ///< in the planner's units: some ten thousand pages

QString textOf(const nlohmann::json& plan, const char* key)
{
    const auto found = plan.find(key);
    return found != plan.end() && found->is_string() ? toQt(found->get<std::string>()) : QString();
}

double numberOf(const nlohmann::json& plan, const char* key)
{
    const auto found = plan.find(key);
    return found != plan.end() && found->is_number() ? found->get<double>() : 0;
}

} // namespace

void PlanModel::setStatements(const nlohmann::json& statements)
{
    beginResetModel();
    m_lines.clear();
    for (const auto& statement : statements) {
        if (statements.size() > 1)
            m_lines.push_back({{}, {}, textOf(statement, "title"), 0, 0, 0, false});
        const auto plan = statement.find("plan");
        if (plan != statement.end() && plan->is_array() && !plan->empty() && plan->front().contains("Plan"))
            add(plan->front().at("Plan"), 0);
    }
    endResetModel();
}

void PlanModel::clear()
{
    setStatements(nlohmann::json::array());
}

void PlanModel::add(const nlohmann::json& plan, int depth)
{
    Line line;
    line.node = textOf(plan, "Node Type");
    line.join = textOf(plan, "Join Type").toLower();
    const auto index = textOf(plan, "Index Name");
    line.what = index.isEmpty() ? textOf(plan, "Relation Name") : index;
    line.rows = static_cast<qint64>(numberOf(plan, "Plan Rows"));
    line.cost = numberOf(plan, "Total Cost");
    line.depth = depth;
    line.careful = line.node == QStringLiteral("Seq Scan") && line.cost >= largeScan;
    m_lines.push_back(line);
    if (const auto below = plan.find("Plans"); below != plan.end() && below->is_array())
        for (const auto& child : *below)
            add(child, depth + 1);
}

QStringList PlanModel::scannedTables() const
{
    QStringList tables;
    for (const auto& line : m_lines)
        if (line.careful && !tables.contains(line.what))
            tables << line.what;
    return tables;
}

QString PlanModel::stepText(const Line& line)
{
    if (line.node.isEmpty())
        return line.what;
    static const std::map<QString, const char*> words{
        {QStringLiteral("Seq Scan"), QT_TR_NOOP("full scan %1")},
        {QStringLiteral("Index Scan"), QT_TR_NOOP("range scan %1")},
        {QStringLiteral("Index Only Scan"), QT_TR_NOOP("index alone %1")},
        {QStringLiteral("Bitmap Index Scan"), QT_TR_NOOP("range scan %1")},
        {QStringLiteral("Bitmap Heap Scan"), QT_TR_NOOP("rows by bitmap %1")}};
    if (const auto known = words.find(line.node); known != words.end())
        return tr(known->second).arg(line.what);
    auto text = line.node.toLower();
    if (!line.join.isEmpty() && line.join != QStringLiteral("inner"))
        text += QLatin1Char(' ') + line.join;
    return line.what.isEmpty() ? text : text + QLatin1Char(' ') + line.what;
}

int PlanModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int PlanModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section == Step ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Step:
        return tr("Step");
    case Rows:
        return tr("Rows");
    case Cost:
        return tr("Cost");
    default:
        return {};
    }
}

QVariant PlanModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& line = m_lines[static_cast<std::size_t>(index.row())];
    const bool title = line.node.isEmpty();
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Step)
            return stepText(line);
        if (title)
            return QString();
        return shortCount(index.column() == Rows ? line.rows : static_cast<std::int64_t>(line.cost));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (index.column() == Step ? Qt::AlignLeft : Qt::AlignRight));
    case Qt::AccessibleTextRole:
        return title
                   ? line.what
                   : tr("%1, rows %2, cost %3")
                         .arg(stepText(line), shortCount(line.rows), shortCount(static_cast<std::int64_t>(line.cost)));
    case PlanRole::Depth:
        return line.depth;
    case PlanRole::IsTitle:
        return title;
    case PlanRole::IsCareful:
        return line.careful;
    default:
        return {};
    }
}

} // namespace tidegate

#include "moc_planmodel.cpp"
