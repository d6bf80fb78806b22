// SPDX-License-Identifier: GPL-3.0-or-later
// The colours and the words of states.
#include "widgets/theme/statepainter.h"

#include <QCoreApplication>

namespace tidegate {

Token textToken(State state)
{
    switch (state) {
    case State::Ok:
        return Token::Ok;
    case State::Failed:
        return Token::Fail;
    case State::Late:
    case State::Different:
        return Token::Warn;
    case State::Running:
    case State::Info:
        return Token::Accent;
    case State::Edited:
    case State::Drift:
        return Token::Changed;
    default:
        return Token::Text2;
    }
}

Token tintToken(State state)
{
    switch (textToken(state)) {
    case Token::Ok:
        return Token::OkTint;
    case Token::Fail:
        return Token::FailTint;
    case Token::Warn:
        return Token::WarnTint;
    case Token::Accent:
        return Token::RunTint;
    case Token::Changed:
        return Token::ChangedTint;
    default:
        return Token::OffTint;
    }
}

Token fillToken(State state)
{
    switch (textToken(state)) {
    case Token::Ok:
        return Token::OkFill;
    case Token::Fail:
        return Token::FailFill;
    case Token::Warn:
        return Token::WarnFill;
    case Token::Accent:
        return Token::RunFill;
    case Token::Changed:
        return Token::ChangedFill;
    default:
        return Token::OffFill;
    }
}

QString stateWord(State state)
{
    const auto word = [](const char* text) { return QCoreApplication::translate("tidegate::State", text); };
    switch (state) {
    case State::Ok:
        return word(QT_TRANSLATE_NOOP("tidegate::State", "ok"));
    case State::Failed:
        return word(QT_TRANSLATE_NOOP("tidegate::State", "failed"));
    case State::Late:
        return word(QT_TRANSLATE_NOOP("tidegate::State", "late"));
    case State::Running:
        return word(QT_TRANSLATE_NOOP("tidegate::State", "running"));
    case State::NoData:
        return word(QT_TRANSLATE_NOOP("tidegate::State", "no data"));
    case State::Paused:
        return word(QT_TRANSLATE_NOOP("tidegate::State", "paused"));
    case State::Edited:
        return word(QT_TRANSLATE_NOOP("tidegate::State", "edited"));
    case State::Drift:
        return word(QT_TRANSLATE_NOOP("tidegate::State", "drift"));
    case State::Different:
        return word(QT_TRANSLATE_NOOP("tidegate::State", "different"));
    case State::Idle:
        return word(QT_TRANSLATE_NOOP("tidegate::State", "idle"));
    case State::Stale:
        return word(QT_TRANSLATE_NOOP("tidegate::State", "stale"));
    case State::Off:
        return word(QT_TRANSLATE_NOOP("tidegate::State", "off"));
    case State::Info:
        return word(QT_TRANSLATE_NOOP("tidegate::State", "note"));
    }
    return {};
}

} // namespace tidegate
