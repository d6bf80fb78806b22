// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/editor/codeeditor.h"

namespace tidegate {

/// An editor or preview of SQL.
class SqlEditor final : public CodeEditor
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SqlEditor)

public:
    explicit SqlEditor(const QString& name, QWidget* parent = nullptr);

protected:
    void colorLexer(QsciLexer& lexer) const override;
};

} // namespace tidegate
