// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/listfieldmodel.h"
#include "models/plancatalogue.h"

#include <QStringList>

#include <map>
#include <string>

namespace tidegate {

/// What the catalogues let fields choose from or complete, by the field's path. Names for lists of names are literal,
/// those for SQL are qualified and quoted.
std::map<std::string, QStringList> jobOffers(const JobDefinition& job, const sql::PlanInputs& inputs);

/// What the empty cells of `columns` mean: expression and type in the target.
ListFieldModel::Implied impliedColumns(const sql::JobPlan& plan);

} // namespace tidegate
