// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/tokens.h"

#include <QString>

class QPainter;
class QRectF;

namespace tidegate {

/// What a glyph says. Each is a shape, a word and a colour, in this order of trust.
enum class State { Ok, Failed, Late, Running, NoData, Paused, Edited, Drift, Different, Idle, Stale, Off, Info };

/// Draws the glyph of a state into a square. Sizes that look right: 11, 13, 16.
void paintState(QPainter& painter, const QRectF& square, State state);

/// Colour of the state's words, on canvas and on its tint.
Token textToken(State state);
Token tintToken(State state);
Token fillToken(State state);
/// "failed", "running" …, translated.
QString stateWord(State state);

} // namespace tidegate
