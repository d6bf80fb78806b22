// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/sqleditor.h"

#include "widgets/theme/theme.h"

#include <Qsci/qscilexersql.h>

namespace tidegate {

namespace {

/// The words that our own statements are made of; the stock list misses half of PostgreSQL's.
class SqlLexer final : public QsciLexerSQL
{
public:
    using QsciLexerSQL::QsciLexerSQL;

    [[nodiscard]] const char* keywords(int set) const override
    {
        if (set != 1)
            return nullptr;
        return "add all alter analyze and any array as asc begin between bigint boolean by bytea cascade case cast "
               "check "
               "collate column comment commit constraint copy create cross current date default delete desc distinct "
               "distributed do double drop else end except exists explain external false following for foreign format "
               "from full function grant group having if in index inner insert integer intersect interval into is join "
               "key last lateral left like limit lock materialized mode not nowait null nulls numeric on only or order "
               "outer over owner partition precision preceding primary privileges randomly read real references rename "
               "replace replicated restrict revoke right rollback row rows schema select sequence serializable set "
               "share smallint stdin stdout storage table tablespace text then time timestamp timestamptz to "
               "transaction true truncate union unique unlogged update using uuid values varchar view when where "
               "window "
               "with without work write zone";
    }
};

} // namespace

SqlEditor::SqlEditor(const QString& name, QWidget* parent) : CodeEditor(name, parent)
{
    useLexer(new SqlLexer);
}

void SqlEditor::colorLexer(QsciLexer& lexer) const
{
    const auto set = [&lexer](Token token, std::initializer_list<int> styles) {
        for (const int style : styles)
            lexer.setColor(themeColor(token), style);
    };
    set(Token::Accent, {QsciLexerSQL::Keyword});
    set(Token::Ok, {QsciLexerSQL::SingleQuotedString});
    set(Token::Warn, {QsciLexerSQL::Number});
    set(Token::Text3, {QsciLexerSQL::Comment, QsciLexerSQL::CommentLine, QsciLexerSQL::CommentDoc});
    set(Token::Text, {QsciLexerSQL::DoubleQuotedString, QsciLexerSQL::QuotedIdentifier});
}

} // namespace tidegate
