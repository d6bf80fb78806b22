// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/overview/answerheader.h"

#include "widgets/components/buttons.h"
#include "widgets/components/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr TextRole answerRole{24, 650, Token::Text};
constexpr TextRole scopeRole{14, QFont::Normal, Token::Text2};
} // namespace

AnswerHeader::AnswerHeader(QWidget* parent)
    : QWidget(parent), m_answer(new TextLabel(answerRole, this)), m_scope(new TextLabel(scopeRole, this)),
      m_age(new TextLabel(TextLabel::age, this)),
      m_refresh(makeIconButton(
          u"overview.refresh"_s, u"reload"_s, [] { return tr("Read pool and history again (F5)"); }, this))
{
    setObjectName(u"overview.header"_s);
    m_answer->setObjectName(u"overview.answer"_s);
    m_scope->setObjectName(u"overview.scope"_s);
    m_age->setObjectName(u"overview.age"_s);
    setFixedHeight(36);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_answer->setContentsMargins(0, 0, 12, 0);
    row->addWidget(m_answer);
    m_scope->setElided(true);
    row->addWidget(m_scope, 1);
    row->addSpacing(16);
    row->addWidget(m_age);
    row->addSpacing(12);
    row->addWidget(m_refresh);
}

void AnswerHeader::setAnswer(const QString& answer, const QString& scope)
{
    m_answer->setText(answer);
    m_answer->setVisible(!answer.isEmpty());
    m_scope->setText(scope);
    setAccessibleName(answer);
    setAccessibleDescription(scope);
}

void AnswerHeader::setAge(const QString& age)
{
    if (m_age->text() != age)
        m_age->setText(age);
}

QString AnswerHeader::answer() const
{
    return m_answer->text();
}

QString AnswerHeader::scope() const
{
    return m_scope->text();
}

QString AnswerHeader::age() const
{
    return m_age->text();
}

} // namespace tidegate
