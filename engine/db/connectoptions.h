// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "pool/definitions.h"
#include "secret/secret.h"

#include <chrono>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace tidegate {

/// Keyword and value arrays for the driver's connect call. Holds a pointer to the secret, so the secret outlives it.
class ConnectOptions
{
public:
    void set(std::string keyword, std::string value);
    void setSecret(const Secret& secret) { m_secret = &secret; }
    /// Null-terminated; valid while this object is not changed.
    [[nodiscard]] std::vector<const char*> keywords() const;
    [[nodiscard]] std::vector<const char*> values() const;

private:
    std::vector<std::pair<std::string, std::string>> m_options;
    const Secret* m_secret = nullptr;
};

/// Everything a session needs comes from its connection file: the variables that the driver would read (PGPASSWORD,
/// PGTZ, PGSERVICE …) are removed from this process, once.
void forgetDriverEnvironment();

/// The numeric address of the connection's host, looked up in a thread of its own so that a slow name server can be
/// interrupted. Empty for a socket folder and for what is numeric already.
Result<std::string> resolvedAddress(const ConnectionDefinition& connection,
                                    std::chrono::steady_clock::time_point deadline, const std::stop_token& stop);

/// Invalid where the connection's own options would replace what is ours to set.
Result<ConnectOptions> connectOptions(const ConnectionDefinition& connection, const std::string& job,
                                      const std::string& address, const Secret& secret);

} // namespace tidegate
