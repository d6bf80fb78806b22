// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/navigation/statusstrip.h"

#include "models/language.h"
#include "widgets/components/focusring.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QPainter>

namespace tidegate {

namespace {
constexpr int padding = 8;
constexpr int glyph = 12;
constexpr int glyphGap = 6;
} // namespace

StatusItem::StatusItem(const QString& name, const QString& icon, QWidget* parent)
    : QAbstractButton(parent), m_icon(icon)
{
    setObjectName(name);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void StatusItem::setFact(const QString& text, std::optional<State> state, const QString& explanation)
{
    m_state = state;
    setText(text);
    setAccessibleName(text);
    setAccessibleDescription(explanation);
    setToolTip(explanation);
    setVisible(!text.isEmpty());
    updateGeometry();
    update();
}

QSize StatusItem::sizeHint() const
{
    const QFontMetrics metrics(Theme::instance().sans(11, 450));
    return {2 * padding + (hasGlyph() ? glyph + glyphGap : 0) + metrics.horizontalAdvance(text()) + 1, 23};
}

void StatusItem::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    if (underMouse() && isEnabled())
        painter.fillRect(rect(), theme.color(Token::Hover));
    const QRect square(padding, (height() - glyph) / 2, glyph, glyph);
    if (m_state)
        paintState(painter, square, *m_state);
    else if (!m_icon.isEmpty())
        tidegate::icon(m_icon).paint(&painter, square.adjusted(-1, -1, 1, 1));
    painter.setFont(theme.sans(11, 450));
    painter.setPen(theme.color(Token::Text2));
    const int left = hasGlyph() ? padding + glyph + glyphGap : padding;
    painter.drawText(rect().adjusted(left, 0, 0, 0), Qt::AlignVCenter, text());
    if (hasFocus())
        paintFocusRing(painter, rect(), 3);
}

StatusStrip::StatusStrip(QWidget* parent) : QWidget(parent), m_left(new QHBoxLayout), m_right(new QHBoxLayout)
{
    setObjectName(QStringLiteral("statusStrip"));
    translated(this, [this] { setAccessibleName(tr("Status")); });
    setFixedHeight(24);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 1, 8, 0);
    row->setSpacing(0);
    row->addLayout(m_left);
    row->addStretch(1);
    row->addLayout(m_right);
}

StatusItem* StatusStrip::addLeft(const QString& name, const QString& icon)
{
    auto* item = new StatusItem(name, icon, this);
    m_left->addWidget(item);
    return item;
}

StatusItem* StatusStrip::addRight(const QString& name, const QString& icon)
{
    auto* item = new StatusItem(name, icon, this);
    m_right->addWidget(item);
    return item;
}

void StatusStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeColor(Token::Chrome));
    paintHairline(painter, 0, 0, width());
}

} // namespace tidegate
