// SPDX-License-Identifier: GPL-3.0-or-later
#include "guiservers.h"

#include <QProcess>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

GuiServer::GuiServer(const char* prefix)
{
    const auto value = [prefix](const char* what) {
        return qEnvironmentVariable((std::string(prefix) + what).c_str());
    };
    m_host = value("_HOST");
    m_port = value("_PORT");
    m_user = value("_USER");
    m_database = value("_DB");
}

QStringList GuiServer::arguments(const QString& sql) const
{
    return {u"-X"_s, u"-At"_s, u"-q"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-h"_s, m_host, u"-p"_s,
            m_port,  u"-U"_s,  m_user,  u"-d"_s, m_database,           u"-c"_s, sql};
}

QString GuiServer::ask(const QString& sql) const
{
    QProcess psql;
    psql.start(u"psql"_s, arguments(sql));
    psql.waitForFinished();
    if (psql.exitCode() != 0)
        return u"error: "_s + QString::fromUtf8(psql.readAllStandardError());
    return QString::fromUtf8(psql.readAllStandardOutput()).trimmed();
}

std::string GuiServer::connectionFile(const std::string& name) const
{
    return "connection: " + name + "\ntype: postgres\nhost: " + m_host.toStdString() +
           "\nport: " + m_port.toStdString() + "\ndatabase: " + m_database.toStdString() +
           "\nuser: " + m_user.toStdString() + "\n";
}

std::map<std::string, std::string> ordersPool(const GuiServer& source, const GuiServer& target)
{
    return {{"pool.yaml", "pool: gui-test\nformat: 1\n"},
            {"connections/shop.yaml", source.connectionFile("shop")},
            {"connections/warehouse.yaml", target.connectionFile("warehouse")},
            {ordersPath, R"(# 订单: every order of the shop
job: orders
source:
  connection: shop
  table: shop.orders
target: { connection: warehouse, table: ods.orders, create: true }
key: [order_id]
mode: incremental
watermark:
  column: t.updated_at
  lag: 0s
  overlap: 10m   # late writers
apply: merge
)"}};
}

QString linesTable()
{
    return u"create table shop.order_line(order_id bigint not null, line_no int not null, sku text, qty int, "
           "\"备注\" text, changed_at timestamptz not null, primary key (order_id, line_no)); "
           "insert into shop.order_line select i, 1, 'sku ' || i % 7, i % 5, null, now() - interval '2 h' "
           "from generate_series(1, 500) i; analyze shop.order_line"_s;
}

QString ordersTable()
{
    return u"create schema shop; create table shop.orders(order_id bigint primary key, channel text not null, remark "
           u"text, "
           "amount numeric(18,4), updated_at timestamptz not null); "
           "insert into shop.orders select i, case when i % 10 = 0 then 'test' else 'web' end, "
           "case i % 7 when 0 then null when 1 then '' when 2 then E'tab\\there' when 3 then E'back\\\\slash \\\\N' "
           "when 4 then '订单 😀' when 5 then E'two\\nlines' else 'plain' end, i / 3.0, "
           "now() - interval '1 day' + i * interval '1 s' from generate_series(1, 20000) i; "
           "create index on shop.orders(updated_at); analyze shop.orders"_s;
}

} // namespace tidegate
