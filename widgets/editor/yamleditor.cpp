// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/yamleditor.h"

#include "widgets/theme/theme.h"

#include <Qsci/qscilexeryaml.h>

namespace tidegate {

YamlEditor::YamlEditor(const QString& name, QWidget* parent) : CodeEditor(name, parent)
{
    useLexer(new QsciLexerYAML);
}

void YamlEditor::colorLexer(QsciLexer& lexer) const
{
    const auto set = [&lexer](Token token, std::initializer_list<int> styles) {
        for (const int style : styles)
            lexer.setColor(themeColor(token), style);
    };
    set(Token::Accent, {QsciLexerYAML::Identifier});
    set(Token::Changed, {QsciLexerYAML::Keyword, QsciLexerYAML::Reference});
    set(Token::Warn, {QsciLexerYAML::Number});
    set(Token::Text3, {QsciLexerYAML::Comment, QsciLexerYAML::DocumentDelimiter});
    set(Token::Fail, {QsciLexerYAML::SyntaxErrorMarker});
}

} // namespace tidegate
