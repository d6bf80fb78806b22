// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/statrow.h"

#include "models/language.h"
#include "widgets/theme/textline.h"
#include "widgets/theme/theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int padding = 10;
constexpr int unitGap = 6;
constexpr int cellHeight = 44;
constexpr int lineGap = 8;
} // namespace

class StatCell final : public QWidget
{
public:
    StatCell(const Phrase& label, const QString& widest, const QString& widestUnit, int valuePixels, QWidget* parent)
        : QWidget(parent), m_valuePixels(valuePixels)
    {
        const QFontMetrics small(Theme::instance().sans(12));
        int content = QFontMetrics(Theme::instance().sans(m_valuePixels, 600)).horizontalAdvance(widest);
        if (!widestUnit.isEmpty())
            content += unitGap + small.horizontalAdvance(widestUnit);
        translated(this, label, [this, content](const QString& words) {
            m_label = words;
            m_content = std::max(content, QFontMetrics(Theme::instance().sans(12)).horizontalAdvance(words)) + padding;
            describe();
        });
    }

    /// The first of a line has no line before it.
    void setFirst(bool first) { m_left = first ? 0 : padding; }
    [[nodiscard]] int wantedWidth(bool first) const { return m_content + (first ? 0 : padding); }

    void setContent(const QString& value, const QString& unit, std::optional<State> state)
    {
        m_value = value;
        m_unit = unit;
        m_state = state;
        describe();
    }

    void setHint(const Phrase& hint) { m_hint = hint; }

    [[nodiscard]] QString value() const { return m_value; }
    [[nodiscard]] QString unit() const { return m_unit; }

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
        painter.setFont(theme.sans(m_valuePixels, 600));
        painter.setPen(theme.color(Token::Text));
        const QRect line(m_left, 19, width() - m_left, 24);
        drawTextLine(painter, line, m_value);
        int end = m_left + painter.fontMetrics().horizontalAdvance(m_value) + unitGap;
        if (m_state) {
            paintState(painter, QRectF(end, 25, 13, 13), *m_state);
            end += 13 + unitGap;
        }
        painter.setFont(theme.sans(12));
        painter.setPen(theme.color(Token::Text2));
        drawTextLine(painter, line.adjusted(end - m_left, 2, 0, 0), m_unit);
    }

    bool event(QEvent* event) override
    {
        if (event->type() == QEvent::ToolTip)
            setToolTip(m_hint.text());
        return QWidget::event(event);
    }

private:
    void describe()
    {
        setAccessibleName(u"%1: %2 %3"_s.arg(m_label, m_value, m_unit).trimmed());
        setAccessibleDescription(m_hint.text());
        update();
    }

    Phrase m_hint;
    QString m_label;
    QString m_value = u"–"_s;
    QString m_unit;
    std::optional<State> m_state;
    int m_left = 0;
    int m_content = 0;
    int m_valuePixels;
};

StatRow::StatRow(const QString& name, QWidget* parent, int valuePixels) : QWidget(parent), m_valuePixels(valuePixels)
{
    setObjectName(name);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setFixedHeight(cellHeight);
    connect(&Language::instance(), &Language::changed, this, &StatRow::place);
}

void StatRow::addStat(const QString& id, const Phrase& label, const QString& widest, const QString& widestUnit)
{
    auto* cell = new StatCell(label, widest, widestUnit, m_valuePixels, this);
    cell->setObjectName(id);
    cell->setContent(u"–"_s, {}, {});
    cell->show();
    m_order << cell;
    m_cells.insert(id, cell);
    place();
}

void StatRow::resizeEvent(QResizeEvent*)
{
    place();
}

int StatRow::placeAtMost(qsizetype mostInLine)
{
    int x = 0;
    int lines = 1;
    qsizetype inLine = 0;
    for (StatCell* cell : std::as_const(m_order)) {
        if (x > 0 && (inLine == mostInLine || x + cell->wantedWidth(false) > width())) {
            x = 0;
            inLine = 0;
            ++lines;
        }
        cell->setFirst(x == 0);
        cell->setGeometry(x, (lines - 1) * (cellHeight + lineGap), cell->wantedWidth(x == 0), cellHeight);
        x += cell->width();
        ++inLine;
    }
    return lines;
}

void StatRow::place()
{
    int lines = placeAtMost(m_order.size());
    if (lines > 1) // as many in each line: none stands alone in the last
        lines = placeAtMost((m_order.size() + lines - 1) / lines);
    setFixedHeight(lines * cellHeight + (lines - 1) * lineGap);
}

void StatRow::setStat(const QString& id, const QString& value, const QString& unit, std::optional<State> state)
{
    if (StatCell* cell = m_cells.value(id))
        cell->setContent(value, unit, state);
}

void StatRow::setHint(const QString& id, const Phrase& hint)
{
    if (StatCell* cell = m_cells.value(id))
        cell->setHint(hint);
}

QString StatRow::value(const QString& id) const
{
    const StatCell* cell = m_cells.value(id);
    return cell ? cell->value() : QString();
}

QString StatRow::unit(const QString& id) const
{
    const StatCell* cell = m_cells.value(id);
    return cell ? cell->unit() : QString();
}

} // namespace tidegate
