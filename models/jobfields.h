// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <string_view>
#include <vector>

namespace tidegate {

/// A part of the form, in the order of the page.
enum class JobSection { Source, Target, Key, Watermark, Apply };

/// What kind of control edits a field.
enum class FieldKind {
    Name,        ///< one of the pool's connections
    Table,       ///< SQL of a table, completed from the catalogue
    Sql,         ///< an expression of the source
    Query,       ///< a select, several lines
    Columns,     ///< names, written with commas between
    Expressions, ///< qualified columns, written with commas between
    Text,
    Duration,
    Choice,
    Switch,
};

/// A value of the job file that the form edits. The table of them is the only list of fields there is.
struct JobField
{
    const char* path; ///< where it stands in the file
    JobSection section;
    FieldKind kind;
    const char* label; ///< source text for translation in context "JobField"
    const char* help;  ///< one line beside or under the control; may be empty
    const char* placeholder = "";
    const char* choices = ""; ///< values, separated by spaces; the first is what absence means
};

const std::vector<JobField>& jobFields();
const JobField* jobField(std::string_view path);

QString title(JobSection section);
QString label(const JobField& field);
QString help(const JobField& field);
QStringList choices(const JobField& field);
/// What a person calls a value of a choice: `replace_partition` is "Replace partition".
QString choiceLabel(const QString& value);

} // namespace tidegate
