// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "job/schema.h"

#include <QString>
#include <QStringList>

#include <string>
#include <string_view>
#include <vector>

namespace tidegate {

/// A part of the form. What is seldom needed is folded and shows its summary.
struct JobSection
{
    const char* id;
    const char* title; ///< source text for translation in context "tidegate::JobField"
    bool seldom = false;
};

/// What kind of control edits a field.
enum class FieldKind {
    Name,        ///< one of the pool's connections
    Table,       ///< SQL of a table, completed from the catalogue
    Sql,         ///< an expression of the source
    Query,       ///< a select, several lines
    Columns,     ///< literal names, written with commas between
    Expressions, ///< qualified columns, written with commas between
    Rows,        ///< a list whose items may be maps: only a table can edit it
    Text,
    Short, ///< a duration, a size, a number: a word of a few letters
    Choice,
    Switch,
};

/// A value of the job file that the form edits. Fields are made from the schema, so a key that is new there is here by
/// itself; `words` only says it better.
struct JobField
{
    struct Words;

    std::string path; ///< where it stands in the file
    const SchemaNode* schema;
    const JobSection* section;
    FieldKind kind;
    const Words* words; ///< null: the schema's own words
};

/// In the order of the page.
const std::vector<JobSection>& jobSections();
const std::vector<JobField>& jobFields();
const JobField* jobField(std::string_view path);

/// The key for which a scalar stands where a map may be: `schedule: "0 2 * * *"` means `schedule.cron`. Empty: none.
std::string shorthandKey(std::string_view mapPath);

QString title(const JobSection& section);
QString label(const JobField& field);
/// One line beside the control; may be empty.
QString help(const JobField& field);
/// All that the schema says: for a tooltip.
QString description(const JobField& field);
QString placeholder(const JobField& field);
QStringList choices(const JobField& field);
/// What absence means, where that is a value; else empty.
QString defaultChoice(const JobField& field);
/// What a person calls a value of a choice: `replace_partition` is "Replace partition".
QString choiceLabel(const QString& value);
/// A few words for a summary: "overlap 10m", or what the value's absence means; may be empty.
QString phrase(const JobField& field, const QString& value);

} // namespace tidegate
