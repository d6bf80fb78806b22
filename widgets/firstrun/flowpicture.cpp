// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/firstrun/flowpicture.h"

#include "models/language.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <array>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int box = 50;
constexpr int top = 8;
constexpr int streams = 5;
constexpr int inset = 36; ///< of the outer boxes, so that their words find room

struct Place
{
    QString icon;
    QString name;
};

void paintBox(QPainter& painter, const QRect& area, const Place& place, bool ours)
{
    const Theme& theme = Theme::instance();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(ours ? Token::Accent : Token::LineStrong), 1.5));
    painter.setBrush(theme.color(ours ? Token::RunTint : Token::Canvas));
    painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), 8, 8);
    const Token color = ours ? Token::Accent : Token::Text;
    icon(place.icon, color).paint(&painter, QRect(area.center() - QPoint(8, 8), QSize(18, 18)));
    painter.setFont(theme.sans(12));
    painter.setPen(theme.color(Token::Text));
    painter.drawText(QRect(area.center().x() - 90, area.bottom() + 8, 180, 20), Qt::AlignHCenter | Qt::AlignTop,
                     place.name);
}

/// From many heights on the left to one on the right.
void paintGathering(QPainter& painter, const QPointF& from, const QPointF& to)
{
    painter.setPen(QPen(themeColor(Token::RunSoft), 1.5));
    painter.setBrush(Qt::NoBrush);
    for (int i = 0; i < streams; ++i) {
        const double y = from.y() + (i - streams / 2) * 7.0;
        QPainterPath path(QPointF(from.x(), y));
        path.cubicTo(QPointF(from.x() + 60, y), QPointF(to.x() - 60, to.y()), to);
        painter.drawPath(path);
    }
}

} // namespace

FlowPicture::FlowPicture(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"firstrun.flow"_s);
    setFixedHeight(top + box + 32);
    translated(this, [this] {
        setAccessibleName(tr("Rows go from the customer's database through Tidegate into the warehouse."));
    });
}

void FlowPicture::paintEvent(QPaintEvent*)
{
    const std::array<Place, 3> places{
        {{u"database"_s, tr("customer database")}, {u"agent"_s, tr("tidegate")}, {u"table"_s, tr("warehouse")}}};
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int step = (width() - 2 * inset - box) / 2;
    const auto boxAt = [step](int i) { return QRect(inset + i * step, top, box, box); };
    const double middle = top + box / 2.0;
    paintGathering(painter, {boxAt(0).right() + 1.0, middle}, {boxAt(1).left() - 70.0, middle});
    painter.setPen(QPen(themeColor(Token::Accent), 1.5));
    painter.drawLine(QPointF(boxAt(1).left() - 70, middle), QPointF(boxAt(1).left(), middle));
    painter.setPen(QPen(themeColor(Token::OkFill), 1.5));
    for (int i = 0; i < streams; ++i) {
        const double y = middle + (i - streams / 2) * 7.0;
        painter.drawLine(QPointF(boxAt(1).right() + 1, y), QPointF(boxAt(2).left(), y));
    }
    for (int i = 0; i < 3; ++i)
        paintBox(painter, boxAt(i), places.at(static_cast<std::size_t>(i)), i == 1);
}

} // namespace tidegate
