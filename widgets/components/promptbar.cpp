// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/components/promptbar.h"

#include "models/language.h"
#include "models/qtconvert.h"
#include "widgets/components/buttons.h"
#include "widgets/components/textlabel.h"
#include "widgets/theme/statepainter.h"
#include "widgets/theme/theme.h"

#include <nlohmann/json.hpp>

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

PromptBar::PromptBar(QWidget* parent)
    : QFrame(parent), m_title(new TextLabel({13, 600, Token::Text}, this)),
      m_text(new TextLabel(TextLabel::note, this)), m_answer(new QLineEdit(this)),
      m_cancel(makeButton(
          ButtonRole::Plain, u"prompt.cancel"_s, [] { return tr("Cancel"); }, this)),
      m_send(makeButton(ButtonRole::Plain, u"prompt.send"_s, {}, this))
{
    setObjectName(u"prompt"_s);
    m_answer->setObjectName(u"prompt.answer"_s);
    m_answer->setMinimumWidth(240);
    m_text->setWordWrap(true);
    auto* words = new QVBoxLayout;
    words->setSpacing(3);
    words->addWidget(m_title);
    words->addWidget(m_text);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(40, 10, 16, 10);
    row->setSpacing(8);
    row->addLayout(words, 1);
    row->addWidget(m_answer);
    row->addWidget(m_cancel);
    row->addWidget(m_send);
    connect(m_cancel, &QPushButton::clicked, this, [this] { finish(false); });
    connect(m_send, &QPushButton::clicked, this, [this] { finish(true); });
    connect(m_answer, &QLineEdit::returnPressed, this, [this] { finish(true); });
    hide();
    translated(this, [this] { showWords(); });
}

void PromptBar::ask(qint64 id, const nlohmann::json& params)
{
    m_questions << Question{id, toQt(params.value("title", "")), toQt(params.value("text", "")),
                            toQt(params.value("kind", "text"))};
    if (m_questions.size() == 1)
        showNext();
}

void PromptBar::showNext()
{
    m_answer->clear();
    setVisible(!m_questions.isEmpty());
    if (m_questions.isEmpty())
        return;
    const Question& question = m_questions.first();
    m_title->setText(question.title);
    m_text->setText(question.text);
    m_text->setVisible(!question.text.isEmpty());
    m_answer->setVisible(question.kind != u"confirm");
    m_answer->setEchoMode(question.kind == u"secret" ? QLineEdit::Password : QLineEdit::Normal);
    m_answer->setAccessibleName(question.title);
    showWords();
    setAccessibleName(question.title);
    setAccessibleDescription(question.text);
}

void PromptBar::showWords()
{
    const bool confirm = !m_questions.isEmpty() && m_questions.first().kind == u"confirm";
    m_send->setText(confirm ? tr("Confirm") : tr("Answer"));
    m_send->setAccessibleName(m_send->text());
}

void PromptBar::finish(bool answer)
{
    const Question question = m_questions.takeFirst();
    if (answer)
        Q_EMIT answered(question.id, question.kind == u"confirm" ? u"yes"_s : m_answer->text());
    else
        Q_EMIT declined(question.id);
    showNext();
}

void PromptBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeColor(Token::WarnTint));
    paintState(painter, QRectF(14, m_title->geometry().center().y() - 7.5, 16, 16), State::Late);
}

} // namespace tidegate
