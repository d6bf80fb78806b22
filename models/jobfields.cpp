// SPDX-License-Identifier: Apache-2.0
#include "models/jobfields.h"

#include "models/jobfieldwords.h"
#include "models/qtconvert.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <map>

namespace tidegate {

namespace {

using Words = JobField::Words;

QString translated(const char* text)
{
    return text && *text ? QCoreApplication::translate("tidegate::JobField", text) : QString();
}

/// Titles and descriptions of the schema; the translations take them from its file.
QString ofSchema(const std::string& text)
{
    return text.empty() ? QString() : QCoreApplication::translate("tidegate::JobSchema", text.c_str());
}

const Words* wordsOf(const std::string& path)
{
    const auto& all = jobFieldWords();
    const auto found = std::ranges::find_if(all, [&](const Words& words) { return path == words.path; });
    return found == all.end() ? nullptr : &*found;
}

const JobSection* sectionNamed(std::string_view id)
{
    const auto& all = jobSections();
    const auto found = std::ranges::find_if(all, [&](const JobSection& section) { return id == section.id; });
    return found == all.end() ? &all.back() : &*found;
}

/// A key that nobody has put anywhere goes to the folded part of its own map.
const JobSection* sectionOf(const std::string& path, const Words* words)
{
    if (words)
        return sectionNamed(words->section);
    const auto top = path.substr(0, path.find('.'));
    if (top == "watermark")
        return sectionNamed("window");
    const auto* section = sectionNamed(top);
    return section->seldom ? section : sectionNamed("more");
}

FieldKind textKind(const SchemaNode& text)
{
    static const std::map<std::string, FieldKind, std::less<>> kinds{
        {"connection", FieldKind::Name}, {"table", FieldKind::Table}, {"query", FieldKind::Query},
        {"sql", FieldKind::Sql},         {"column", FieldKind::Sql},  {"duration", FieldKind::Short},
        {"size", FieldKind::Short},      {"rate", FieldKind::Short}};
    const auto found = kinds.find(text.kind);
    return found == kinds.end() ? FieldKind::Text : found->second;
}

FieldKind kindOf(const SchemaNode& node)
{
    if (const auto* list = node.forType(SchemaType::List)) {
        if (list->items && list->items->forType(SchemaType::Map))
            return FieldKind::Rows;
        return node.forType(SchemaType::Text) ? FieldKind::Expressions : FieldKind::Columns;
    }
    if (node.forType(SchemaType::Boolean))
        return FieldKind::Switch;
    const auto* text = node.forType(SchemaType::Text);
    if (!text)
        return FieldKind::Short; // a number
    return text->choices.empty() ? textKind(*text) : FieldKind::Choice;
}

void collect(const SchemaNode& map, const std::string& parent, std::vector<JobField>& fields)
{
    for (const auto& [name, node] : map.properties) {
        const auto path = parent.empty() ? name : parent + "." + name;
        if (const auto* inner = node->forType(SchemaType::Map)) {
            collect(*inner, path, fields);
            continue;
        }
        const auto* words = wordsOf(path);
        fields.push_back({path, node, sectionOf(path, words), kindOf(*node), words});
    }
}

std::vector<JobField> makeFields()
{
    std::vector<JobField> fields;
    collect(Schema::job().root(), {}, fields);
    // Words stand in one table, so their addresses are the page's order; what has none comes after them.
    std::ranges::stable_sort(fields, [](const JobField& a, const JobField& b) {
        if (a.section != b.section)
            return a.section < b.section;
        return a.words && (!b.words || a.words < b.words);
    });
    return fields;
}

} // namespace

const std::vector<JobField>& jobFields()
{
    static const auto fields = makeFields();
    return fields;
}

const JobField* jobField(std::string_view path)
{
    const auto& fields = jobFields();
    const auto found = std::ranges::find_if(fields, [&](const auto& field) { return field.path == path; });
    return found == fields.end() ? nullptr : &*found;
}

std::string shorthandKey(std::string_view mapPath)
{
    const auto* node = Schema::job().root().property(mapPath);
    const auto* map = node ? node->forType(SchemaType::Map) : nullptr;
    return map && node->forType(SchemaType::Text) && !map->required.empty() ? map->required.front() : std::string();
}

QString title(const JobSection& section)
{
    return translated(section.title);
}

QString label(const JobField& field)
{
    if (field.words)
        return translated(field.words->label);
    const auto title = ofSchema(field.schema->title);
    return title.isEmpty() ? choiceLabel(toQt(field.path.substr(field.path.rfind('.') + 1))) : title;
}

QString help(const JobField& field)
{
    if (field.words)
        return translated(field.words->help);
    static const QRegularExpression stop(QStringLiteral("[.。]"));
    const auto text = ofSchema(field.schema->description);
    return text.left(text.indexOf(stop));
}

QString description(const JobField& field)
{
    return QStringLiteral("%1\n%2").arg(toQt(field.path), ofSchema(field.schema->description));
}

QString placeholder(const JobField& field)
{
    if (field.words && *field.words->placeholder)
        return translated(field.words->placeholder);
    return field.schema->choices.empty() ? toQt(field.schema->defaultText) : QString();
}

QStringList choices(const JobField& field)
{
    if (field.kind == FieldKind::Switch)
        return {QStringLiteral("false"), QStringLiteral("true")};
    QStringList values;
    if (const auto* text = field.schema->forType(SchemaType::Text))
        for (const auto& choice : text->choices)
            values << toQt(choice);
    return values;
}

QString defaultChoice(const JobField& field)
{
    return field.schema->hasDefault ? toQt(field.schema->defaultText) : QString();
}

QString choiceLabel(const QString& value)
{
    static const std::map<QString, const char*> known{
        {QStringLiteral("full"), QT_TRANSLATE_NOOP("tidegate::JobField", "Full")},
        {QStringLiteral("incremental"), QT_TRANSLATE_NOOP("tidegate::JobField", "Incremental")},
        {QStringLiteral("include"), QT_TRANSLATE_NOOP("tidegate::JobField", "Include")},
        {QStringLiteral("sweep"), QT_TRANSLATE_NOOP("tidegate::JobField", "Sweep")},
        {QStringLiteral("reject"), QT_TRANSLATE_NOOP("tidegate::JobField", "Reject")},
        {QStringLiteral("merge"), QT_TRANSLATE_NOOP("tidegate::JobField", "Merge")},
        {QStringLiteral("append"), QT_TRANSLATE_NOOP("tidegate::JobField", "Append")},
        {QStringLiteral("replace_partition"), QT_TRANSLATE_NOOP("tidegate::JobField", "Replace partition")},
        {QStringLiteral("stop"), QT_TRANSLATE_NOOP("tidegate::JobField", "Stop")},
        {QStringLiteral("newest"), QT_TRANSLATE_NOOP("tidegate::JobField", "Newest")},
        {QStringLiteral("quarantine"), QT_TRANSLATE_NOOP("tidegate::JobField", "Quarantine")},
        {QStringLiteral("direct"), QT_TRANSLATE_NOOP("tidegate::JobField", "Direct")},
        {QStringLiteral("kafka"), QT_TRANSLATE_NOOP("tidegate::JobField", "Kafka")},
        {QStringLiteral("run_once"), QT_TRANSLATE_NOOP("tidegate::JobField", "Run once")},
        {QStringLiteral("skip"), QT_TRANSLATE_NOOP("tidegate::JobField", "Skip")},
        {QStringLiteral("none"), QT_TRANSLATE_NOOP("tidegate::JobField", "None")},
        {QStringLiteral("day"), QT_TRANSLATE_NOOP("tidegate::JobField", "Day")},
        {QStringLiteral("month"), QT_TRANSLATE_NOOP("tidegate::JobField", "Month")}};
    if (const auto found = known.find(value); found != known.end())
        return translated(found->second);
    auto words = value;
    words.replace(QLatin1Char('_'), QLatin1Char(' '));
    return words.isEmpty() ? words : words.left(1).toUpper() + words.mid(1);
}

QString phrase(const JobField& field, const QString& value)
{
    if (field.words && value.isEmpty())
        return translated(field.words->absent);
    if (field.words)
        return *field.words->phrase ? translated(field.words->phrase).arg(value) : QString();
    return value.isEmpty() ? QString() : QStringLiteral("%1 %2").arg(label(field), value);
}

} // namespace tidegate
