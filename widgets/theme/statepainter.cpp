// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/statepainter.h"

#include "widgets/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numbers>

namespace tidegate {

namespace {

// All shapes are drawn on a grid of 16 units.
constexpr QRectF ring(2.25, 2.25, 11.5, 11.5);

QPen line(const QColor& color, double width = 1.5)
{
    return {color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

/// Amber is bright in every scheme but the one with dark marks on white.
QColor inkOnFill()
{
    const bool deep = Theme::instance().scheme() == Scheme::ContrastLight;
    return tokenColor(deep ? Token::Canvas : Token::Text, deep ? Scheme::ContrastLight : Scheme::Light);
}

void paintRing(QPainter& p, const QColor& color, Qt::PenStyle style = Qt::SolidLine)
{
    QPen pen = line(color);
    if (style == Qt::DashLine)
        pen.setDashPattern({1.6, 2.0});
    p.setPen(pen);
    p.setBrush(Qt::NoBrush);
    p.drawEllipse(ring);
}

void paintMark(QPainter& p, const QColor& color, double top, double bottom)
{
    p.setPen(line(color, 1.7));
    p.drawLine(QPointF(8, top), QPointF(8, bottom - 2.9));
    p.setPen(Qt::NoPen);
    p.setBrush(color);
    p.drawEllipse(QPointF(8, bottom), 1.0, 1.0);
}

void paintCheck(QPainter& p)
{
    const QColor color = themeColor(Token::Ok);
    paintRing(p, color);
    p.setPen(line(color, 1.6));
    p.drawPolyline(QPolygonF{{5.3, 8.2}, {7.2, 10.1}, {10.7, 6.2}});
}

void paintOctagon(QPainter& p)
{
    QPolygonF octagon;
    for (int corner = 0; corner < 8; ++corner) {
        const double angle = (corner + 0.5) * std::numbers::pi / 4;
        octagon << QPointF(8 + 7 * std::cos(angle), 8 + 7 * std::sin(angle));
    }
    p.setPen(line(themeColor(Token::FailFill), 0.8));
    p.setBrush(themeColor(Token::FailFill));
    p.drawPolygon(octagon);
    p.setPen(line(themeColor(Token::Canvas), 1.7));
    p.drawLine(QPointF(5.7, 5.7), QPointF(10.3, 10.3));
    p.drawLine(QPointF(10.3, 5.7), QPointF(5.7, 10.3));
}

void paintTriangle(QPainter& p)
{
    p.setPen(line(themeColor(Token::WarnFill), 1.6));
    p.setBrush(themeColor(Token::WarnFill));
    p.drawPolygon(QPolygonF{{8, 2.3}, {14.2, 13.2}, {1.8, 13.2}});
    paintMark(p, inkOnFill(), 5.6, 11.7);
}

void paintRunning(QPainter& p)
{
    const QColor color = themeColor(Token::Accent);
    paintRing(p, themeColor(Token::RunSoft));
    p.setPen(line(color, 1.8));
    p.drawArc(ring, 90 * 16, -200 * 16);
    p.setPen(line(color, 0.8));
    p.setBrush(color);
    p.drawPolygon(QPolygonF{{6.7, 5.7}, {10.5, 8}, {6.7, 10.3}});
}

void paintDifferent(QPainter& p)
{
    p.setPen(Qt::NoPen);
    p.setBrush(themeColor(Token::WarnFill));
    p.drawRoundedRect(QRectF(1.8, 1.8, 12.4, 12.4), 2, 2);
    p.setPen(line(inkOnFill(), 1.5));
    p.drawLine(QPointF(5, 6.5), QPointF(11, 6.5));
    p.drawLine(QPointF(5, 9.5), QPointF(11, 9.5));
    p.drawLine(QPointF(9.8, 4.4), QPointF(6.2, 11.6));
}

void paintDiamond(QPainter& p)
{
    p.setPen(line(themeColor(Token::Changed)));
    p.setBrush(Qt::NoBrush);
    p.drawPolygon(QPolygonF{{8, 1.6}, {14.4, 8}, {8, 14.4}, {1.6, 8}});
    paintMark(p, themeColor(Token::Changed), 5.0, 11.0);
}

void paintStale(QPainter& p)
{
    const QColor color = themeColor(Token::Text2);
    QPainterPath disc;
    disc.addEllipse(ring);
    p.save();
    p.setClipPath(disc, Qt::IntersectClip);
    p.setPen(line(color, 1.2));
    for (double x = -12; x < 16; x += 3.2)
        p.drawLine(QPointF(x, 16), QPointF(x + 16, 0));
    p.restore();
    paintRing(p, color);
}

void paintUnknown(QPainter& p)
{
    const QColor color = themeColor(Token::Text2);
    paintRing(p, color, Qt::DashLine);
    p.setPen(line(color, 1.3));
    QPainterPath hook(QPointF(6.3, 6.7));
    hook.cubicTo(6.3, 4.3, 9.9, 4.4, 9.6, 6.8);
    hook.cubicTo(9.4, 7.9, 8.0, 7.8, 8.0, 9.2);
    p.drawPath(hook);
    p.setPen(Qt::NoPen);
    p.setBrush(color);
    p.drawEllipse(QPointF(8, 11.2), 0.85, 0.85);
}

void paintBars(QPainter& p, bool two)
{
    const QColor color = themeColor(Token::Text2);
    p.setPen(line(color, 1.8));
    if (two) {
        p.drawLine(QPointF(5.6, 4), QPointF(5.6, 12));
        p.drawLine(QPointF(10.4, 4), QPointF(10.4, 12));
    } else {
        p.drawLine(QPointF(3.5, 8), QPointF(12.5, 8));
    }
}

void paintInfo(QPainter& p)
{
    const QColor color = themeColor(Token::Accent);
    paintRing(p, color);
    p.setPen(line(color, 1.6));
    p.drawLine(QPointF(8, 7.6), QPointF(8, 11));
    p.setPen(Qt::NoPen);
    p.setBrush(color);
    p.drawEllipse(QPointF(8, 5.1), 0.95, 0.95);
}

void paintShape(QPainter& p, State state)
{
    switch (state) {
    case State::Ok:
        return paintCheck(p);
    case State::Failed:
        return paintOctagon(p);
    case State::Late:
        return paintTriangle(p);
    case State::Running:
        return paintRunning(p);
    case State::NoData:
        return paintUnknown(p);
    case State::Paused:
        return paintBars(p, true);
    case State::Off:
        return paintBars(p, false);
    case State::Drift:
        return paintDiamond(p);
    case State::Different:
        return paintDifferent(p);
    case State::Idle:
        return paintRing(p, themeColor(Token::Text3));
    case State::Stale:
        return paintStale(p);
    case State::Info:
        return paintInfo(p);
    case State::Edited:
        p.setPen(Qt::NoPen);
        p.setBrush(themeColor(Token::ChangedFill));
        p.drawEllipse(QPointF(8, 8), 3.2, 3.2);
        return;
    }
}

} // namespace

void paintState(QPainter& painter, const QRectF& square, State state)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(square.topLeft());
    painter.scale(square.width() / 16, square.height() / 16);
    paintShape(painter, state);
    painter.restore();
}

} // namespace tidegate
