// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rpc/fdtransport.h"

#include <filesystem>
#include <string>

namespace tidegate::agent {

/// Says that this process lives: a locked file that the system lets go when the process ends, however that happens.
/// Process ids would not do: they are used again, and containers count from 1.
class OwnerLock
{
public:
    /// In `folder`; an empty one, or one that can't be written, makes a name without a file.
    explicit OwnerLock(std::filesystem::path folder);
    ~OwnerLock();

    OwnerLock(const OwnerLock&) = delete;
    OwnerLock& operator=(const OwnerLock&) = delete;

    /// Never used twice.
    [[nodiscard]] const std::string& name() const { return m_name; }
    /// Whether another owner of this folder has ended. Its file goes.
    [[nodiscard]] bool hasEnded(const std::string& owner) const;

private:
    [[nodiscard]] std::filesystem::path fileOf(const std::string& owner) const;

    std::filesystem::path m_folder;
    std::string m_name;
    rpc::UniqueFd m_file;
};

} // namespace tidegate::agent
