// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/components/statelabel.h"

#include "models/language.h"
#include "widgets/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace tidegate {

StateLabel::StateLabel(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&Language::instance(), &Language::changed, this, &StateLabel::describe);
}

void StateLabel::setMessage(std::optional<State> state, const QString& text, bool quiet)
{
    if (m_state == state && m_text == text && m_quiet == quiet)
        return;
    m_state = state;
    m_text = text;
    m_quiet = quiet;
    describe();
    updateGeometry();
    update();
}

void StateLabel::describe()
{
    setAccessibleName(m_state ? tr("%1: %2").arg(stateWord(*m_state), m_text) : m_text);
    setToolTip(shownText() == m_text ? QString() : m_text);
}

QString StateLabel::shownText() const
{
    return QFontMetrics(Theme::instance().sans(12)).elidedText(m_text, Qt::ElideRight, width() - textLeft());
}

void StateLabel::resizeEvent(QResizeEvent*)
{
    describe();
}

QSize StateLabel::sizeHint() const
{
    const QFontMetrics metrics(Theme::instance().sans(12));
    return {textLeft() + metrics.horizontalAdvance(m_text) + 2, 20};
}

QSize StateLabel::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), 60), 20};
}

void StateLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (m_state)
        paintState(painter, QRectF(0, (height() - 13) / 2.0, 13, 13), *m_state);
    painter.setFont(Theme::instance().sans(12));
    painter.setPen(themeColor(m_state && !m_quiet ? textToken(*m_state) : Token::Text2));
    const QRect area = rect().adjusted(textLeft(), 0, 0, 0);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, shownText());
}

} // namespace tidegate
