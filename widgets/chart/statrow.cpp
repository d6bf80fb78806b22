// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/statrow.h"

#include "widgets/theme/theme.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int valuePixels = 17;
constexpr int padding = 12;
constexpr int unitGap = 6;
} // namespace

class StatCell final : public QWidget
{
public:
    StatCell(QString label, const QString& widest, const QString& widestUnit, bool isFirst, QWidget* parent)
        : QWidget(parent), m_label(std::move(label)), m_left(isFirst ? 0 : padding)
    {
        const QFontMetrics small(Theme::instance().sans(12));
        int content = QFontMetrics(Theme::instance().sans(valuePixels, 600)).horizontalAdvance(widest);
        if (!widestUnit.isEmpty())
            content += unitGap + small.horizontalAdvance(widestUnit);
        setFixedSize(m_left + std::max(content, small.horizontalAdvance(m_label)) + padding, 44);
    }

    void setContent(const QString& value, const QString& unit, std::optional<State> state)
    {
        m_value = value;
        m_unit = unit;
        m_state = state;
        setAccessibleName(u"%1: %2 %3"_s.arg(m_label, value, unit).trimmed());
        update();
    }

    [[nodiscard]] QString value() const { return m_value; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = Theme::instance();
        QPainter painter(this);
        if (m_left > 0)
            painter.fillRect(0, 4, 1, height() - 8, theme.color(Token::Line));
        painter.setFont(theme.sans(12));
        painter.setPen(theme.color(Token::Text2));
        painter.drawText(QRect(m_left, 2, width(), 16), Qt::AlignVCenter, m_label);
        painter.setFont(theme.sans(valuePixels, 600));
        painter.setPen(theme.color(Token::Text));
        const QRect line(m_left, 19, width() - m_left, 24);
        painter.drawText(line, Qt::AlignVCenter, m_value);
        int end = m_left + painter.fontMetrics().horizontalAdvance(m_value) + unitGap;
        if (m_state) {
            paintState(painter, QRectF(end, 25, 13, 13), *m_state);
            end += 13 + unitGap;
        }
        painter.setFont(theme.sans(12));
        painter.setPen(theme.color(Token::Text2));
        painter.drawText(line.adjusted(end - m_left, 2, 0, 0), Qt::AlignVCenter, m_unit);
    }

private:
    QString m_label;
    QString m_value = u"–"_s;
    QString m_unit;
    std::optional<State> m_state;
    int m_left;
};

StatRow::StatRow(const QString& name, QWidget* parent) : QWidget(parent), m_row(new QHBoxLayout(this))
{
    setObjectName(name);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    m_row->addStretch(1);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void StatRow::addStat(const QString& id, const QString& label, const QString& widest, const QString& widestUnit)
{
    auto* cell = new StatCell(label, widest, widestUnit, m_cells.isEmpty(), this);
    cell->setObjectName(id);
    cell->setContent(u"–"_s, {}, {});
    m_row->insertWidget(m_row->count() - 1, cell);
    m_cells.insert(id, cell);
}

void StatRow::setStat(const QString& id, const QString& value, const QString& unit, std::optional<State> state)
{
    if (StatCell* cell = m_cells.value(id))
        cell->setContent(value, unit, state);
}

QString StatRow::value(const QString& id) const
{
    const StatCell* cell = m_cells.value(id);
    return cell ? cell->value() : QString();
}

} // namespace tidegate
