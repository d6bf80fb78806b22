// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/overview/overviewdata.h"

#include <QString>

namespace tidegate {

/// The last snapshot of a pool's environment on this desktop, so that a window has something true to show before
/// anybody was asked. A file that can't be understood is as good as none. Functions of no thread: call them in a
/// worker.
class OverviewCache
{
public:
    /// `folder` empty: the user's own cache.
    explicit OverviewCache(const QString& folder = {});

    [[nodiscard]] QString file(const QString& pool, const QString& environment) const;
    [[nodiscard]] std::optional<OverviewSnapshot> read(const QString& pool, const QString& environment) const;
    /// Whole or not at all; a disk that is full only means no cache.
    void write(const QString& pool, const QString& environment, const OverviewSnapshot& snapshot) const;

private:
    QString m_folder;
};

} // namespace tidegate
