// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plancatalogue.h"

#include <QString>

#include <map>
#include <string>

namespace tidegate {

/// One thing that the catalogue says about the value of a field.
struct JobFact
{
    enum class Kind { Good, Careful, Neutral };
    Kind kind = Kind::Neutral;
    QString text;          ///< a few words: "412.8 M rows, est."
    QString proposal = {}; ///< what could stand in the empty field; `text` says why
};

/// By the field's path. Only what was really looked up is in it.
std::map<std::string, JobFact> jobFacts(const JobDefinition& job, const CataloguedInputs& known);

/// What could stand in the empty fields `key` and `watermark.column`, and why.
std::map<std::string, JobFact> jobProposals(const sql::TableInfo& source);

/// "412.8 M", "61 k", "950".
QString shortCount(std::int64_t count);

} // namespace tidegate
