// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/editor/codeeditor.h"

namespace tidegate {

/// An editor or preview of YAML.
class YamlEditor final : public CodeEditor
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(YamlEditor)

public:
    explicit YamlEditor(const QString& name, QWidget* parent = nullptr);

    /// Opens a list of words for the one before the caret, of which `typed` bytes are there. Empty: closes it.
    void offer(const QStringList& words, qsizetype typed);

Q_SIGNALS:
    /// A person typed a letter, or asked with Ctrl+Space.
    void offersWanted(bool asked);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void colorLexer(QsciLexer& lexer) const override;
};

} // namespace tidegate
