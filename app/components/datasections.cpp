// SPDX-License-Identifier: GPL-3.0-or-later
// Where data is: a table, charts, a heat strip, editors.
#include "app/components/sections.h"
#include "models/monitor/timeseries.h"
#include "widgets/chart/chartwidget.h"
#include "widgets/chart/timeaxis.h"
#include "widgets/components/tabledelegate.h"
#include "widgets/editor/sqleditor.h"
#include "widgets/editor/yamleditor.h"
#include "widgets/overview/heatstrip.h"
#include "widgets/theme/textline.h"
#include "widgets/theme/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <memory>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 second = 1000;
constexpr qint64 shownTime = 20 * 60 * second;
constexpr int chartHeight = 140;

struct Line
{
    QString table;
    QString note;
    QString rows;
    State state;
    QString result;
};

QStandardItemModel* makeTable(QObject* parent)
{
    auto* model = new QStandardItemModel(0, 3, parent);
    model->setHorizontalHeaderLabels({u"Table"_s, u"Rows"_s, u"Result"_s});
    model->horizontalHeaderItem(1)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    const Line lines[] = {{u"order_item"_s, u"订单明细"_s, u"41,204,118"_s, State::Failed, u"312 dup"_s},
                          {u"member"_s, u"会员"_s, u"1,920,001"_s, State::Different, u"different"_s},
                          {u"orders"_s, u"订单"_s, u"12,408,331"_s, State::Ok, u"equal"_s},
                          {u"order_discount"_s, u"订单折扣"_s, u"–"_s, State::NoData, u"no key"_s}};
    for (const Line& line : lines) {
        auto* name = new QStandardItem(line.table);
        name->setData(static_cast<int>(line.state), TableRole::State);
        name->setData(line.note, TableRole::Note);
        name->setData(true, TableRole::IsMono);
        auto* rows = new QStandardItem(line.rows);
        rows->setData(true, TableRole::IsMono);
        rows->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        auto* result = new QStandardItem(line.result);
        const bool bad = line.state == State::Failed || line.state == State::Different;
        if (bad)
            result->setData(static_cast<int>(line.state), TableRole::Chip);
        model->appendRow({name, rows, result});
    }
    return model;
}

/// A wave that ends, pauses or falls to zero at a place between 0 and 1.
std::shared_ptr<TimeSeries> wave(double from, double to, bool zero)
{
    auto series = std::make_shared<TimeSeries>();
    for (qint64 at = 0; at <= shownTime; at += 10 * second) {
        const double place = static_cast<double>(at) / shownTime;
        const bool inside = place >= from && place < to;
        if (inside && !zero)
            continue;
        series->append(at, inside ? 0 : 10'500 + 1200 * std::sin(place * 70) * std::cos(place * 17));
    }
    return series;
}

void addChart(QWidget* section, const QString& title, const std::shared_ptr<TimeSeries>& series, bool live)
{
    auto* axis = new TimeAxis(section);
    axis->setRange(0, shownTime, live);
    auto* chart = new ChartWidget(u"chart."_s + title, title, axis, section);
    chart->setExpectedStep(10 * second);
    chart->setSeries({ChartSeries{.name = u"written"_s, .color = Token::Series1, .data = series.get()}});
    chart->setFixedHeight(chartHeight);
    QObject::connect(chart, &QObject::destroyed, chart, [series] {}); // lives as long as its chart
    columnOf(section)->addWidget(chart);
}

using Cells = std::vector<OverviewCell>;

/// Half hours as the Overview shows them; with a word it is an entry of the legend.
class Strip final : public QWidget
{
public:
    explicit Strip(Cells cells, const QString& word = {}) : m_cells(std::move(cells)), m_word(word)
    {
        const int words = QFontMetrics(Theme::instance().sans(12)).horizontalAdvance(m_word);
        m_word.isEmpty() ? setFixedHeight(20) : setFixedSize(swatch + 8 + words, 20);
        setAccessibleName(m_word.isEmpty() ? u"Heat strip"_s : m_word);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        if (m_word.isEmpty())
            return paintHeatStrip(painter, rect(), m_cells);
        paintHeatStrip(painter, QRect(0, 5, swatch, 10), m_cells);
        painter.setFont(Theme::instance().sans(12));
        painter.setPen(themeColor(Token::Text2));
        drawTextLine(painter, rect().adjusted(swatch + 6, 0, 0, 0), m_word);
    }

private:
    static constexpr int swatch = 10;
    Cells m_cells;
    QString m_word;
};

Cells playedDay()
{
    Cells cells;
    for (int i = 0; i < 48; ++i)
        cells.push_back({CellState::Ran, static_cast<qint64>(700 + 300 * std::sin(i * 0.9))});
    const auto paintOver = [&cells](std::size_t from, std::size_t to, OverviewCell cell) {
        std::fill(cells.begin() + static_cast<std::ptrdiff_t>(from), cells.begin() + static_cast<std::ptrdiff_t>(to),
                  cell);
    };
    paintOver(14, 18, {CellState::Ran, 0});
    paintOver(21, 24, {CellState::Late, 0});
    paintOver(24, 27, {CellState::Failed, 0});
    paintOver(27, 32, {CellState::NoData, 0});
    paintOver(35, 41, {CellState::Unplanned, 0});
    paintOver(43, 45, {CellState::Running, 600});
    paintOver(45, 48, {CellState::Stale, 0});
    return cells;
}

} // namespace

QWidget* stripSection()
{
    QWidget* section = emptySection(u"strip"_s, u"Heat strip"_s);
    columnOf(section)->addWidget(new Strip(playedDay()));
    const auto entry = [](CellState state, qint64 rows, const QString& word) {
        return new Strip({{state, rows}}, word);
    };
    columnOf(section)->addLayout(rowOf({entry(CellState::Ran, 1, u"ran"_s), entry(CellState::Ran, 0, u"ran, 0 rows"_s),
                                        entry(CellState::Late, 0, u"late"_s), entry(CellState::Failed, 0, u"failed"_s),
                                        entry(CellState::Running, 1, u"running"_s)}));
    columnOf(section)->addLayout(
        rowOf({entry(CellState::NoData, 0, u"no data"_s), entry(CellState::Unplanned, 0, u"not planned"_s),
               entry(CellState::Stale, 0, u"stale"_s)}));
    return section;
}

QWidget* tableSection()
{
    QWidget* section = emptySection(u"table"_s, u"Table: 30 comfortable, 26 compact"_s);
    auto* table = new QTreeView;
    table->setObjectName(u"table"_s);
    table->setAccessibleName(u"Tables"_s);
    prepareTable(table);
    table->setModel(makeTable(table));
    table->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->header()->setStretchLastSection(false);
    table->setCurrentIndex(table->model()->index(1, 0));
    table->setFixedHeight(30 + 4 * Theme::instance().rowHeight() + 4);
    columnOf(section)->addWidget(table);
    return section;
}

QWidget* chartsSection()
{
    QWidget* section = emptySection(u"charts"_s, u"Charts: zero, no data and stale look different"_s);
    addChart(section, u"Zero"_s, wave(0.5, 2, true), false);
    addChart(section, u"No data"_s, wave(0.45, 0.74, false), false);
    addChart(section, u"Stale"_s, wave(0.7, 2, false), true);
    return section;
}

QWidget* editorsSection()
{
    QWidget* section = emptySection(u"editors"_s, u"Editors"_s);
    auto* sql = new SqlEditor(u"sql"_s);
    sql->setText(u"select t.item_id, t.\"备注\" as remark\nfrom   sales.order_item t\nwhere  t.deleted = 0"_s);
    auto* yaml = new YamlEditor(u"yaml"_s);
    yaml->setText(u"# order_item follows its order\njob: order_item\nwatermark:\n  lag: 2m"_s);
    sql->setFixedHeight(76);
    yaml->setFixedHeight(92);
    columnOf(section)->addWidget(sql);
    columnOf(section)->addWidget(yaml);
    return section;
}

} // namespace tidegate
