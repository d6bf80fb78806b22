// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pool/pool.h"

#include <QTemporaryDir>

#include <map>
#include <memory>
#include <string>

namespace tidegate {

/// A pool in a temporary folder: file paths and their texts.
class PoolFolder
{
public:
    explicit PoolFolder(const std::map<std::string, std::string>& files);

    [[nodiscard]] std::filesystem::path root() const { return m_folder.path().toStdString(); }
    void write(const std::string& path, const std::string& text) const;
    void remove(const std::string& path) const;
    [[nodiscard]] std::string read(const std::string& path) const;
    [[nodiscard]] std::shared_ptr<const Pool> pool() const;

private:
    QTemporaryDir m_folder;
};

/// pool.yaml, two connections and one incremental job with comments, Chinese text and a joined watermark.
std::map<std::string, std::string> smallPool();
/// The small pool with more jobs like its one: order_item_1, order_item_2 …, `jobs` in all.
std::map<std::string, std::string> manyJobs(int jobs);
inline const std::string orderItemPath = "customers/acme/jobs/order_item.yaml";

} // namespace tidegate
