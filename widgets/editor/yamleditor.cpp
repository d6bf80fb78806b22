// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/yamleditor.h"

#include "widgets/theme/theme.h"

#include <Qsci/qscilexeryaml.h>

#include <QGuiApplication>
#include <QKeyEvent>

namespace tidegate {

YamlEditor::YamlEditor(const QString& name, QWidget* parent) : CodeEditor(name, parent)
{
    useLexer(new QsciLexerYAML);
    SendScintilla(SCI_AUTOCSETSEPARATOR, static_cast<unsigned long>('\n'));
    SendScintilla(SCI_AUTOCSETORDER, static_cast<unsigned long>(SC_ORDER_CUSTOM));
    SendScintilla(SCI_AUTOCSETIGNORECASE, 1UL);
    SendScintilla(SCI_AUTOCSETMAXHEIGHT, 10UL);
    connect(this, &QsciScintillaBase::SCN_CHARADDED, this, [this](int character) {
        const bool letter =
            character == '_' || character > 0x7F || QChar::isLetterOrNumber(static_cast<uint>(character));
        if (letter)
            Q_EMIT offersWanted(false);
    });
}

void YamlEditor::offer(const QStringList& words, qsizetype typed)
{
    // QScintilla crashes where its list would open beside every screen.
    const auto caret = SendScintilla(SCI_GETCURRENTPOS);
    const QPoint place(static_cast<int>(SendScintilla(SCI_POINTXFROMPOSITION, 0UL, caret)),
                       static_cast<int>(SendScintilla(SCI_POINTYFROMPOSITION, 0UL, caret)));
    if (words.isEmpty() || !QGuiApplication::screenAt(viewport()->mapToGlobal(place))) {
        SendScintilla(SCI_AUTOCCANCEL);
        return;
    }
    const QByteArray list = words.join(QLatin1Char('\n')).toUtf8();
    SendScintilla(SCI_AUTOCSHOW, static_cast<unsigned long>(typed), list.constData());
}

void YamlEditor::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        event->accept();
        Q_EMIT offersWanted(true);
        return;
    }
    CodeEditor::keyPressEvent(event);
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
