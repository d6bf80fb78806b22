// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitorflowtest.h"

#include "widgets/chart/statrow.h"
#include "widgets/components/banner.h"
#include "widgets/monitor/monitorpage.h"

#include <QComboBox>
#include <QPushButton>
#include <QTableView>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

std::map<std::string, std::string> flowsPool(const GuiServer& source, const GuiServer& target)
{
    auto files = ordersPool(source, target);
    files["customers/acme/jobs/slow.yaml"] = R"(job: slow
source: { connection: shop, table: shop.orders }
target: { connection: warehouse, table: ods.slow, create: true }
key: [order_id]
mode: full
tuning: { frame: 64KiB, rate_limit: 32KiB/s }
)";
    files["customers/acme/jobs/broken.yaml"] = R"(job: broken
source: { connection: shop, table: shop.orders, where: "t.no_such_column = 1" }
target: { connection: warehouse, table: ods.broken, create: true }
key: [order_id]
mode: full
)";
    return files;
}

void MonitorFlowTest::order(Qt::Key key, Qt::KeyboardModifiers modifiers) const
{
    activate();
    auto* selector = find<QComboBox>(u"monitor.job"_s);
    selector->setFocus();
    press(selector, key, modifiers);
}

QString MonitorFlowTest::stat(const QString& id) const
{
    return find<StatRow>(u"monitor.stats"_s)->value(id);
}

QTableView* MonitorFlowTest::runs() const
{
    return find<QTableView>(u"monitor.runs"_s);
}

bool MonitorFlowTest::isActive() const
{
    return console()->runs()->status(find<MonitorPage>(u"monitor"_s)->job()).isActive();
}

QPushButton* MonitorFlowTest::offer(const QString& way) const
{
    return find<Banner>(u"monitor.banner"_s)->findChild<QPushButton*>(u"monitor.offer."_s + way);
}

QString MonitorFlowTest::listed() const
{
    QStringList rows;
    for (const KnownRun& run : static_cast<RunListModel*>(runs()->model())->runs())
        rows << u"%1 %2 %3 s %4 [%5, %6)"_s.arg(static_cast<int>(run.origin))
                    .arg(run.startedAt.toString(Qt::ISODateWithMs))
                    .arg(run.seconds)
                    .arg(run.outcome, run.lo, run.hi);
    return rows.join(u'\n');
}

int MonitorFlowTest::elsewhereRow() const
{
    for (int row = 0; row < runs()->model()->rowCount(); ++row) {
        if (runs()->model()->index(row, 0).data(RunListRole::Elsewhere).toBool())
            return row;
    }
    return -1;
}

} // namespace tidegate
