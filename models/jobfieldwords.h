// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/jobfields.h"

namespace tidegate {

/// What the form says of a key that it knows by name; source texts for translation in context "tidegate::JobField". The
/// order of the table is the order of the page.
struct JobField::Words
{
    const char* path;
    const char* section;
    const char* label;
    const char* help = "";
    const char* placeholder = "";
    const char* phrase = ""; ///< with %1 for the value
    const char* absent = ""; ///< phrase for a value that is not there
};

const std::vector<JobField::Words>& jobFieldWords();

} // namespace tidegate
