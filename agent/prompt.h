// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rpc/peer.h"

#include <string>

namespace tidegate::agent {

enum class PromptKind {
    Text,
    Secret,  ///< not echoed, not logged, not kept
    Confirm, ///< the answer is "yes" or "no"
};

/// A question that only a person can answer.
struct Prompt
{
    std::string title; ///< who asks: "acme-erp: password of sync"
    std::string text;
    PromptKind kind = PromptKind::Text;
};

/// Asks the console at the other end and waits for the person, at most ten minutes. Cancelled if nobody wants to
/// answer. Not on the peer's reading thread.
Result<std::string> ask(rpc::Peer& console, const Prompt& prompt, std::stop_token stop);

} // namespace tidegate::agent
