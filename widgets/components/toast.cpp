// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/components/toast.h"

#include "widgets/theme/statepainter.h"
#include "widgets/theme/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

#include <chrono>

namespace tidegate {

using namespace std::chrono_literals;

namespace {
constexpr int margin = 16;
constexpr int aboveStatusBar = 24;
constexpr int textLeft = 44;
} // namespace

Toast::Toast(QWidget* window) : QWidget(window)
{
    setObjectName(QStringLiteral("toast"));
    hide();
    m_timer.setSingleShot(true);
    m_timer.setInterval(6s);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    window->installEventFilter(this);
}

void Toast::showText(const QString& title, const QString& text)
{
    m_title = title;
    m_text = text;
    setAccessibleName(title);
    setAccessibleDescription(text);
    place();
    show();
    raise();
    m_timer.start();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Toast::place()
{
    const int wide = std::max(QFontMetrics(Theme::instance().sans(13, 600)).horizontalAdvance(m_title),
                              QFontMetrics(Theme::instance().sans(12)).horizontalAdvance(m_text));
    resize(std::clamp(wide + textLeft + margin, 280, 440), m_text.isEmpty() ? 44 : 56);
    const QWidget* window = parentWidget();
    move(window->width() - width() - margin, window->height() - height() - margin - aboveStatusBar);
}

void Toast::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.color(Token::LineStrong));
    painter.setBrush(theme.color(Token::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    paintState(painter, QRectF(16, (height() - 16) / 2.0, 16, 16), State::Ok);
    const int half = m_text.isEmpty() ? height() : height() / 2 + 2;
    painter.setFont(theme.sans(13, 600));
    painter.setPen(theme.color(Token::Text));
    painter.drawText(QRect(textLeft, 4, width() - textLeft - 8, half - 6), Qt::AlignVCenter, m_title);
    painter.setFont(theme.sans(12));
    painter.setPen(theme.color(Token::Text2));
    painter.drawText(QRect(textLeft, half - 4, width() - textLeft - 8, height() - half), Qt::AlignVCenter, m_text);
}

void Toast::mousePressEvent(QMouseEvent*)
{
    hide();
}

bool Toast::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace tidegate
