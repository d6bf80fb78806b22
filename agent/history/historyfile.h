// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/history/sqlite.h"

#include <filesystem>

namespace tidegate::agent {

/// An open history, and what had to be said about opening it.
struct HistoryFile
{
    std::unique_ptr<Database> database;
    bool kept = false;   ///< false: in memory, gone with the process
    std::string trouble; ///< a sentence for the log; empty: none
};

/// Opens `history.sqlite` in a folder. A file that is damaged is set aside under another name, never deleted, and a new
/// one begins. Where a file can't be had, the history is kept in memory. An empty folder means: in memory, no trouble.
HistoryFile openHistory(const std::filesystem::path& folder);

} // namespace tidegate::agent
