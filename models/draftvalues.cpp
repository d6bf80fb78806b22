// SPDX-License-Identifier: Apache-2.0
#include "models/draftvalues.h"

#include "models/qtconvert.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QStringList>

#include <charconv>

namespace tidegate {

namespace {

std::string flowList(const std::vector<QString>& parts)
{
    std::string text = "[";
    for (const auto& part : parts)
        text += (text.size() > 1 ? ", " : "") + yamlQuoted(toStd(part));
    return text + "]";
}

/// A name with a comma in it is shown in quotes, so that the list can be taken apart again.
QString listItem(const YamlNode& item)
{
    const auto text = fieldText(item);
    return text.contains(QLatin1Char(',')) ? QLatin1Char('"') + text + QLatin1Char('"') : text;
}

const YamlNode* childOf(const YamlNode& node, std::string_view key)
{
    const auto* entry = node.entry(key);
    return entry ? &entry->value->resolved() : nullptr;
}

} // namespace

std::string yamlQuoted(std::string_view text)
{
    return nlohmann::json(text).dump(); // JSON's string form is a subset of YAML's
}

QString fieldText(const YamlNode& node)
{
    if (node.kind == YamlKind::Scalar)
        return toQt(node.text);
    QStringList parts;
    for (const auto* item : node.items)
        parts << listItem(item->resolved());
    for (const auto& entry : node.entries)
        parts << toQt(entry.key->text) + QLatin1Char(' ') + fieldText(entry.value->resolved());
    return parts.join(QStringLiteral(", "));
}

QString summaryText(const YamlNode& node)
{
    constexpr int mostNames = 6;
    if (node.kind != YamlKind::Sequence)
        return fieldText(node).simplified();
    if (node.items.size() > mostNames)
        return QCoreApplication::translate("tidegate::JobField", "%n entries", nullptr,
                                           static_cast<int>(node.items.size()));
    QStringList names;
    for (const auto* item : node.items) {
        const auto* name = childOf(item->resolved(), "name");
        names << fieldText(name ? *name : item->resolved());
    }
    return names.join(QStringLiteral(", "));
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

const YamlNode* nodeAt(const YamlNode* root, std::string_view path)
{
    const auto* node = root ? &root->resolved() : nullptr;
    while (node && !path.empty()) {
        if (path.front() == '.')
            path.remove_prefix(1);
        if (path.front() == '[') {
            std::size_t index = 0;
            const auto close = path.find(']');
            std::from_chars(path.data() + 1, path.data() + path.size(), index);
            node = close != std::string_view::npos && index < node->items.size() ? &node->items[index]->resolved()
                                                                                 : nullptr;
            path = close == std::string_view::npos ? std::string_view() : path.substr(close + 1);
        } else {
            const auto end = path.find_first_of(".[");
            node = childOf(*node, path.substr(0, end));
            path = end == std::string_view::npos ? std::string_view() : path.substr(end);
        }
    }
    return node;
}

} // namespace tidegate
