// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartaccessible.h"

#include "widgets/chart/chartwidget.h"
#include "widgets/chart/timeaxis.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace tidegate {

namespace {

class ChartAccessible final : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    explicit ChartAccessible(ChartWidget* chart) : QAccessibleWidget(chart, QAccessible::Chart), m_chart(chart) {}

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Description)
            return m_chart->summary();
        return kind == QAccessible::Value ? m_chart->cursorSummary() : QAccessibleWidget::text(kind);
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::ValueInterface)
            return static_cast<QAccessibleValueInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    [[nodiscard]] QVariant currentValue() const override
    {
        return m_chart->axis()->cursor().value_or(m_chart->axis()->to());
    }
    void setCurrentValue(const QVariant& value) override { m_chart->axis()->setCursor(value.toLongLong()); }
    [[nodiscard]] QVariant maximumValue() const override { return m_chart->axis()->to(); }
    [[nodiscard]] QVariant minimumValue() const override { return m_chart->axis()->from(); }
    [[nodiscard]] QVariant minimumStepSize() const override { return m_chart->cursorStep(); }

private:
    ChartWidget* m_chart;
};

QAccessibleInterface* makeChartAccessible(const QString&, QObject* object)
{
    auto* chart = qobject_cast<ChartWidget*>(object);
    return chart ? new ChartAccessible(chart) : nullptr;
}

} // namespace

void installChartAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeChartAccessible);
        return true;
    }();
    Q_UNUSED(installed)
}

void announceCursor(ChartWidget* chart)
{
    QAccessibleValueChangeEvent event(chart, chart->cursorSummary());
    QAccessible::updateAccessibility(&event);
}

} // namespace tidegate
