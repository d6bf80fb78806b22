// SPDX-License-Identifier: Apache-2.0
#include "models/monitor/plantext.h"

#include "models/jsonread.h"
#include "models/monitor/humanize.h"

#include <QCoreApplication>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;
using nlohmann::json;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tidegate::PlanText)
};

/// "Index Scan order_item_updated_at, order_item": the server's own words.
QString stepText(const json& node)
{
    QString text = jsonText(node, "Node Type");
    for (const char* key : {"Index Name", "Relation Name"}) {
        const QString name = jsonText(node, key);
        if (!name.isEmpty())
            text += u" "_s + name;
    }
    return text;
}

void addStep(QString& text, const json& node, int depth)
{
    const auto rows = jsonNumber<double>(node, "Plan Rows");
    const auto cost = jsonNumber<double>(node, "Total Cost");
    text += QString(depth * 2, u' ') + stepText(node);
    if (rows && cost)
        text += u"  "_s + Words::tr("(%1 rows, cost %2)").arg(humanCount(*rows), humanCount(*cost));
    text += u'\n';
    for (const json& part : jsonList(node, "Plans"))
        addStep(text, part, depth + 1);
}

} // namespace

QString planText(const json& statements)
{
    QString text;
    if (!statements.is_array())
        return text;
    for (const json& statement : statements) {
        text += text.isEmpty() ? QString() : u"\n"_s;
        text += u"-- "_s + jsonText(statement, "title") + u'\n';
        for (const json& plan : jsonList(statement, "plan"))
            addStep(text, jsonMember(plan, "Plan"), 0);
    }
    return text.trimmed();
}

} // namespace tidegate
