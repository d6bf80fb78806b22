// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/components/banner.h"

#include "models/language.h"
#include "widgets/components/buttons.h"
#include "widgets/components/textlabel.h"
#include "widgets/theme/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace tidegate {

Banner::Banner(const QString& name, QWidget* parent)
    : QFrame(parent), m_text(new TextLabel({13, 600, Token::Text}, this)),
      m_detail(new TextLabel(TextLabel::note, this)), m_row(new QHBoxLayout(this))
{
    setObjectName(name);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    for (TextLabel* label : {m_text, m_detail}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto* words = new QVBoxLayout;
    words->setSpacing(3);
    words->addWidget(m_text);
    words->addWidget(m_detail);
    m_row->setContentsMargins(40, 11, 16, 11);
    m_row->setSpacing(16);
    m_row->addLayout(words, 1);
    hide();
    connect(&Language::instance(), &Language::changed, this, &Banner::describe);
}

void Banner::describe()
{
    m_detail->setVisible(!m_detail->text().isEmpty());
    setAccessibleName(tr("%1: %2").arg(stateWord(m_state), m_words.text()));
    setAccessibleDescription(m_more.text());
}

void Banner::showMessage(State state, const Phrase& text, const Phrase& detail)
{
    m_state = state;
    m_words = text;
    m_more = detail;
    m_text->setText(text);
    m_detail->setText(detail);
    describe();
    show();
    update();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Banner::clear()
{
    m_text->clear();
    hide();
}

QString Banner::text() const
{
    return m_text->text();
}

QPushButton* Banner::addAction(const QString& name, const Phrase& text)
{
    QPushButton* button = makeButton(ButtonRole::Link, name, text, this);
    m_row->addWidget(button);
    m_actions << button;
    return button;
}

void Banner::clearActions()
{
    for (QPushButton* button : std::as_const(m_actions))
        button->deleteLater();
    m_actions.clear();
}

void Banner::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(themeColor(tintToken(m_state)));
    painter.drawRoundedRect(rect(), m_flush ? 0 : 6, m_flush ? 0 : 6);
    paintState(painter, QRectF(14, m_text->geometry().center().y() - 7.5, 16, 16), m_state);
}

} // namespace tidegate
