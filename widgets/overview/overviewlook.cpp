// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/overview/overviewlook.h"

namespace tidegate {

State stateOf(Standing standing)
{
    switch (standing) {
    case Standing::Failed:
    case Standing::Invalid:
        return State::Failed;
    case Standing::Different:
        return State::Different;
    case Standing::Waiting:
    case Standing::Late:
        return State::Late;
    case Standing::Running:
        return State::Running;
    case Standing::Good:
        return State::Ok;
    case Standing::Paused:
        return State::Paused;
    case Standing::Unrun:
        break;
    }
    return State::Idle;
}

State stateOf(ProofLook look)
{
    switch (look) {
    case ProofLook::Equal:
        return State::Ok;
    case ProofLook::Old:
        return State::Stale;
    case ProofLook::Different:
        return State::Different;
    case ProofLook::NotComparable:
    case ProofLook::Never:
        break;
    }
    return State::NoData;
}

} // namespace tidegate
