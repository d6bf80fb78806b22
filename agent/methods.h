// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/history/history.h"
#include "agent/runhub.h"
#include "rpc/peer.h"

namespace tidegate::agent {

struct Services;

// Each adds its methods of docs/PROTOCOL.md to a peer that has not started.
void addCatalogueMethods(rpc::Peer& peer);
void addProbeMethods(rpc::Peer& peer); ///< job.explain, job.preview
void addRunMethods(rpc::Peer& peer, RunHub& runs);
void addHistoryMethods(rpc::Peer& peer, History& history);
void addScheduleMethods(rpc::Peer& peer, const Services& services);
void addStateMethods(rpc::Peer& peer, History& history); ///< job.clock, ledger.read, verify.run

} // namespace tidegate::agent
