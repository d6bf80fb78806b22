// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pool/pool.h"

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

namespace tidegate::agent {

/// Reads pools for requests that come at the same time: a console that starts sends ten, and a pool may have a thousand
/// files. Who asks gets a read that began after the question, so nobody sees an old file; who asks meanwhile shares the
/// next one. May be called by any thread.
class PoolReads
{
public:
    using Shared = Result<std::shared_ptr<const Pool>>;
    using Reader = std::function<Result<Pool>(const std::filesystem::path& root)>;

    explicit PoolReads(Reader reader = readPool) : m_reader(std::move(reader)) {}

    [[nodiscard]] Shared read(const std::filesystem::path& root);

private:
    [[nodiscard]] Shared readNow(const std::filesystem::path& root) const;

    using Read = std::optional<Shared>; ///< empty: not done
    struct Place
    {
        bool isReading = false;
        std::shared_ptr<Read> next; ///< wanted, not begun; null: nobody waits
    };

    Reader m_reader;
    std::mutex m_mutex;
    std::condition_variable m_done;
    std::map<std::filesystem::path, Place> m_places;
};

} // namespace tidegate::agent
