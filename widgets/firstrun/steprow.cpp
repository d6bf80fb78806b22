// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/firstrun/steprow.h"

#include "widgets/components/focusring.h"
#include "widgets/components/textlabel.h"
#include "widgets/theme/statepainter.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace tidegate {

namespace {
constexpr int textLeft = 42;
constexpr int circle = 26;
constexpr int headHeight = 76;
} // namespace

StepRow::StepRow(int number, const Phrase& title, const Phrase& text, QWidget* parent)
    : QWidget(parent), m_number(number), m_head(new QHBoxLayout), m_body(new QVBoxLayout)
{
    auto* words = new QVBoxLayout;
    words->setSpacing(3);
    words->addStretch(1);
    words->addWidget(new TextLabel({14, 650, Token::Text}, title, this));
    words->addWidget(new TextLabel(TextLabel::field, text, this));
    words->addStretch(1);
    auto* head = new QWidget(this);
    head->setFixedHeight(headHeight);
    head->setLayout(m_head);
    m_head->setContentsMargins(textLeft, 0, 0, 0);
    m_head->setSpacing(12);
    m_head->addLayout(words, 1);
    m_body->setContentsMargins(textLeft, 0, 0, 0);
    m_body->setSpacing(0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 1, 0, 1);
    column->setSpacing(0);
    column->addWidget(head);
    column->addLayout(m_body);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void StepRow::setProgress(Progress progress)
{
    m_progress = progress;
    update();
}

void StepRow::setLast(bool last)
{
    m_last = last;
    update();
}

void StepRow::addButton(QWidget* button)
{
    m_head->addWidget(button);
}

void StepRow::addPanel(QWidget* panel)
{
    m_body->addWidget(panel);
}

void StepRow::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    paintHairline(painter, 0, 0, width());
    if (m_last)
        paintHairline(painter, 0, height() - 1, width());
    const QRect round(1, (headHeight - circle) / 2 + 1, circle, circle);
    if (m_progress == Progress::Done)
        return paintState(painter, QRectF(round).adjusted(2, 2, -2, -2), State::Ok);
    const bool now = m_progress == Progress::Now;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(now ? Token::Accent : Token::Control), 1.5));
    painter.setBrush(now ? QBrush(theme.color(Token::RunTint)) : QBrush(Qt::NoBrush));
    painter.drawEllipse(QRectF(round).adjusted(1, 1, -1, -1));
    painter.setFont(theme.sans(13, 600));
    painter.setPen(theme.color(now ? Token::Accent : Token::Text2));
    painter.drawText(round, Qt::AlignCenter, QString::number(m_number));
}

} // namespace tidegate
