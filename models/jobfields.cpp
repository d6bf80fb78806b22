// SPDX-License-Identifier: Apache-2.0
#include "models/jobfields.h"

#include <QCoreApplication>

#include <algorithm>

namespace tidegate {

namespace {

QString translated(const char* text)
{
    return *text ? QCoreApplication::translate("JobField", text) : QString();
}

constexpr auto noText = "";

} // namespace

const std::vector<JobField>& jobFields()
{
    using enum JobSection;
    using enum FieldKind;
    static const std::vector<JobField> fields{
        {"source.connection", Source, Name, QT_TRANSLATE_NOOP("JobField", "Connection"), noText},
        {"source.table", Source, FieldKind::Table, QT_TRANSLATE_NOOP("JobField", "Table"), noText, "sales.order_item"},
        {"source.query", Source, Query, QT_TRANSLATE_NOOP("JobField", "Query"),
         QT_TRANSLATE_NOOP("JobField", "instead of a table; its alias is t"), "select …"},
        {"source.where", Source, Sql, QT_TRANSLATE_NOOP("JobField", "Only rows where"), noText,
         QT_TRANSLATE_NOOP("JobField", "every row")},
        {"delete_when", Source, Sql, QT_TRANSLATE_NOOP("JobField", "Deleted when"),
         QT_TRANSLATE_NOOP("JobField", "these rows are deleted in the target"), QT_TRANSLATE_NOOP("JobField", "never")},
        {"target.connection", Target, Name, QT_TRANSLATE_NOOP("JobField", "Connection"), noText},
        {"target.table", Target, FieldKind::Table, QT_TRANSLATE_NOOP("JobField", "Table"), noText, "ods.order_item"},
        {"target.create", Target, Switch, QT_TRANSLATE_NOOP("JobField", "Create it"),
         QT_TRANSLATE_NOOP("JobField", "if it does not exist"), noText, "false true"},
        {"target.distributed_by", Target, Columns, QT_TRANSLATE_NOOP("JobField", "Distributed by"), noText,
         QT_TRANSLATE_NOOP("JobField", "the key")},
        {"key", JobSection::Key, Columns, QT_TRANSLATE_NOOP("JobField", "Columns"), noText,
         QT_TRANSLATE_NOOP("JobField", "none")},
        {"mode", JobSection::Watermark, Choice, QT_TRANSLATE_NOOP("JobField", "Mode"), noText, noText,
         "full incremental"},
        {"watermark.column", JobSection::Watermark, Expressions, QT_TRANSLATE_NOOP("JobField", "Watermark"), noText,
         "t.updated_at"},
        {"watermark.join.table", JobSection::Watermark, FieldKind::Table, QT_TRANSLATE_NOOP("JobField", "Joined from"),
         noText, QT_TRANSLATE_NOOP("JobField", "no other table")},
        {"watermark.join.alias", JobSection::Watermark, Text, QT_TRANSLATE_NOOP("JobField", "as"), noText, "o"},
        {"watermark.join.on", JobSection::Watermark, Sql, QT_TRANSLATE_NOOP("JobField", "On"), noText,
         "o.order_id = t.order_id"},
        {"watermark.lag", JobSection::Watermark, Duration, QT_TRANSLATE_NOOP("JobField", "Lag"),
         QT_TRANSLATE_NOOP("JobField", "how far the window stays behind the source's clock"), "0s"},
        {"watermark.overlap", JobSection::Watermark, Duration, QT_TRANSLATE_NOOP("JobField", "Overlap"),
         QT_TRANSLATE_NOOP("JobField", "read again below the last window"), "0s"},
        {"watermark.zone", JobSection::Watermark, Text, QT_TRANSLATE_NOOP("JobField", "Zone"),
         QT_TRANSLATE_NOOP("JobField", "of columns without one"), QT_TRANSLATE_NOOP("JobField", "the server's")},
        {"watermark.nulls", JobSection::Watermark, Choice, QT_TRANSLATE_NOOP("JobField", "NULL watermark"), noText,
         noText, "include sweep reject"},
        {"watermark.start", JobSection::Watermark, Text, QT_TRANSLATE_NOOP("JobField", "Start"),
         QT_TRANSLATE_NOOP("JobField", "of the first window"), QT_TRANSLATE_NOOP("JobField", "everything")},
        {"apply", JobSection::Apply, Choice, QT_TRANSLATE_NOOP("JobField", "Write by"), noText, noText,
         "merge append replace_partition"},
        {"on_duplicate_key", JobSection::Apply, Choice, QT_TRANSLATE_NOOP("JobField", "Repeated key"), noText, noText,
         "stop newest"},
    };
    return fields;
}

const JobField* jobField(std::string_view path)
{
    const auto& fields = jobFields();
    const auto found = std::ranges::find_if(fields, [&](const auto& field) { return field.path == path; });
    return found == fields.end() ? nullptr : &*found;
}

QString title(JobSection section)
{
    switch (section) {
    case JobSection::Source:
        return QCoreApplication::translate("JobField", "Source");
    case JobSection::Target:
        return QCoreApplication::translate("JobField", "Target");
    case JobSection::Key:
        return QCoreApplication::translate("JobField", "Key");
    case JobSection::Watermark:
        return QCoreApplication::translate("JobField", "Mode and watermark");
    case JobSection::Apply:
        return QCoreApplication::translate("JobField", "Apply");
    }
    return {};
}

QString label(const JobField& field)
{
    return translated(field.label);
}

QString help(const JobField& field)
{
    return translated(field.help);
}

QStringList choices(const JobField& field)
{
    return QString::fromLatin1(field.choices).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QString choiceLabel(const QString& value)
{
    auto words = value;
    words.replace(QLatin1Char('_'), QLatin1Char(' '));
    return words.isEmpty() ? words : words.left(1).toUpper() + words.mid(1);
}

} // namespace tidegate
