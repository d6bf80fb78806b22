// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/tokens.h"

#include <QIcon>
#include <QString>

namespace tidegate {

/// A line icon of resources/icons. Its colour is looked up when it is painted, so it follows the theme.
QIcon icon(const QString& name, Token color = Token::Text2);

/// Names of all icons there are.
QStringList iconNames();

} // namespace tidegate
