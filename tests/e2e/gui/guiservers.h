// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <map>
#include <string>

namespace tidegate {

/// One of the two servers of the test, asked with psql: a second opinion that shares no code with the engine.
class GuiServer
{
public:
    /// `prefix`: TIDEGATE_TEST_SOURCE or TIDEGATE_TEST_TARGET.
    explicit GuiServer(const char* prefix);

    [[nodiscard]] bool isThere() const { return !m_port.isEmpty(); }
    /// Output of psql -At; "error: …" where it failed.
    [[nodiscard]] QString ask(const QString& sql) const;
    /// Of psql, for a statement.
    [[nodiscard]] QStringList arguments(const QString& sql) const;
    [[nodiscard]] std::string connectionFile(const std::string& name) const;

private:
    QString m_host;
    QString m_port;
    QString m_user;
    QString m_database;
};

/// A pool with one job, `orders`, that reads shop.orders and writes ods.orders. The source has 20,000 rows, some with
/// awkward values, every tenth of the channel `test`.
std::map<std::string, std::string> ordersPool(const GuiServer& source, const GuiServer& target);
QString ordersTable();
/// shop.order_line with 500 rows and a key of two columns, for jobs that are made.
QString linesTable();

inline const std::string ordersPath = "customers/acme/jobs/orders.yaml";

} // namespace tidegate
