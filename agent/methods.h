// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/runhub.h"
#include "rpc/peer.h"

namespace tidegate::agent {

// Each adds its methods of docs/PROTOCOL.md to a peer that has not started.
void addCatalogueMethods(rpc::Peer& peer);
void addRunMethods(rpc::Peer& peer, RunHub& runs);
void addStateMethods(rpc::Peer& peer); ///< job.clock, ledger.read, verify.run

} // namespace tidegate::agent
