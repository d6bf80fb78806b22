// SPDX-License-Identifier: Apache-2.0
#include "models/draftvalues.h"

#include "models/qtconvert.h"

#include <QStringList>

namespace tidegate {

namespace {

/// A double-quoted YAML scalar: JSON's string form is a subset of it.
std::string quoted(const QString& text)
{
    return nlohmann::json(toStd(text)).dump();
}

std::string flowList(const std::vector<QString>& parts)
{
    std::string text = "[";
    for (const auto& part : parts)
        text += (text.size() > 1 ? ", " : "") + quoted(part);
    return text + "]";
}

/// A name with a comma in it is shown in quotes, so that the list can be taken apart again.
QString listItem(const nlohmann::ordered_json& item)
{
    const auto text = fieldText(item);
    return text.contains(QLatin1Char(',')) ? QLatin1Char('"') + text + QLatin1Char('"') : text;
}

} // namespace

QString fieldText(const nlohmann::ordered_json& value)
{
    if (value.is_string())
        return toQt(value.get<std::string>());
    if (value.is_null())
        return {};
    if (value.is_array()) {
        QStringList items;
        for (const auto& item : value)
            items << listItem(item);
        return items.join(QStringLiteral(", "));
    }
    return toQt(value.dump());
}

std::vector<QString> splitList(const QString& text)
{
    std::vector<QString> parts;
    QString part;
    QChar quote;
    int depth = 0;
    const auto finish = [&] {
        if (const auto trimmed = part.trimmed(); !trimmed.isEmpty())
            parts.push_back(trimmed);
        part.clear();
    };
    for (const auto character : text) {
        if (!quote.isNull()) {
            if (character == quote)
                quote = QChar();
        } else if (character == QLatin1Char('"') || character == QLatin1Char('\'')) {
            quote = character;
        } else if (character == QLatin1Char('(')) {
            ++depth;
        } else if (character == QLatin1Char(')')) {
            --depth;
        } else if (character == QLatin1Char(',') && depth == 0) {
            finish();
            continue;
        }
        part += character;
    }
    finish();
    return parts;
}

std::string yamlText(const JobField& field, const QString& text)
{
    if (field.kind == FieldKind::Columns) {
        auto names = splitList(text);
        for (auto& name : names)
            if (name.size() > 1 && name.startsWith(QLatin1Char('"')) && name.endsWith(QLatin1Char('"')))
                name = name.mid(1, name.size() - 2);
        return flowList(names);
    }
    if (field.kind == FieldKind::Expressions) {
        const auto parts = splitList(text);
        return parts.size() > 1 ? flowList(parts) : toStd(text);
    }
    return toStd(text);
}

const nlohmann::ordered_json* valueAt(const nlohmann::ordered_json& tree, std::string_view path)
{
    const auto* node = &tree;
    while (!path.empty()) {
        const auto dot = path.find('.');
        const std::string key(path.substr(0, dot));
        if (!node->is_object() || !node->contains(key))
            return nullptr;
        node = &node->at(key);
        path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
    }
    return node;
}

} // namespace tidegate
