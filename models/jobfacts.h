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
    QString text; ///< a few words: "412.8 M rows, est."
};

/// By the field's path. Only what was really looked up is in it.
std::map<std::string, JobFact> jobFacts(const JobDefinition& job, const CataloguedInputs& known);

/// "412.8 M", "61 k", "950".
QString shortCount(std::int64_t count);

} // namespace tidegate
