// SPDX-License-Identifier: Apache-2.0
#include "job/jobproposal.h"

#include "pool/pool.h"

#include <doctest/doctest.h>

using namespace tidegate;

namespace {

sql::ColumnInfo column(const char* name, const char* type, const char* baseType, bool notNull = true)
{
    sql::ColumnInfo info;
    info.name = name;
    info.type = type;
    info.baseType = baseType;
    info.notNull = notNull;
    return info;
}

sql::TableInfo orders()
{
    sql::TableInfo table;
    table.schema = "sales";
    table.name = "订单";
    table.estimatedRows = 1200;
    table.columns = {column("id", "bigint", "int8"), column("Total", "numeric(18,2)", "numeric", false),
                     column("created_at", "timestamp with time zone", "timestamptz"),
                     column("updated_at", "timestamp without time zone", "timestamp", false),
                     column("is_deleted", "boolean", "bool")};
    table.primaryKey = {"id"};
    table.indexes = {{"id"}, {"updated_at"}};
    return table;
}

const ProposalRequest request{"orders", "acme-erp", "warehouse", ""};

} // namespace

TEST_CASE("a table with a key and a time of change becomes an incremental job")
{
    const auto text = proposeJob(orders(), request);
    REQUIRE(text.has_value());
    CHECK(*text == "job: orders\n"
                   "source:\n"
                   "  connection: acme-erp\n"
                   "  table: sales.\"订单\"  # about 1200 rows\n"
                   "# delete_when: t.is_deleted  # looks like a soft delete: rows for which this is true would be "
                   "deleted in the target\n"
                   "columns:\n"
                   "  - id  # bigint, not null, key\n"
                   "  - Total  # numeric(18,2)\n"
                   "  - created_at  # timestamp with time zone, not null\n"
                   "  - updated_at  # timestamp without time zone\n"
                   "  - is_deleted  # boolean, not null\n"
                   "target:\n"
                   "  connection: warehouse\n"
                   "  table: ods.orders\n"
                   "  create: true  # made by the first run if it does not exist\n"
                   "key: [id]  # the primary key\n"
                   "mode: incremental\n"
                   "watermark:\n"
                   "  column: t.updated_at  # timestamp without time zone; its name says that it is set with every "
                   "change: make sure that it is\n"
                   "  lag: 2m  # how far behind the source's clock a window ends\n"
                   "  overlap: 10m  # read again, for rows that were committed late\n"
                   "  # zone: Asia/Shanghai  # the column has no zone; without this it is meant in the server's\n"
                   "  nulls: include  # the column may be NULL: such rows are read in every window\n"
                   "apply: merge\n");
}

TEST_CASE("what is proposed is valid, whatever the names are")
{
    for (const char* awkward : {"plain", "Upper", "with space", "a\"b", "select", "yes", "12", "# x", "订 单", "a: b",
                                "line\nbreak", "[x]"}) {
        CAPTURE(awkward);
        sql::TableInfo table = orders();
        table.schema = table.name = awkward;
        table.columns.push_back(column(awkward, "text", "text"));
        table.columns[3].name = std::string("updated ") + awkward;
        table.primaryKey = {awkward};
        const auto text = proposeJob(table, request);
        REQUIRE(text.has_value());
        const auto file = parseJob(*text, "orders", "orders.yaml", nullptr);
        for (const Finding& finding : file.findings)
            CHECK_MESSAGE(finding.severity != Severity::Error, toString(finding), "\n", *text);
        REQUIRE(file.definition);
        CHECK(file.definition->key == std::vector<std::string>{awkward});
        CHECK(file.definition->columns.back().name == awkward);
    }
}

TEST_CASE("without a key or a time of change it is a full load that says why")
{
    sql::TableInfo table = orders();
    table.primaryKey.clear();
    CHECK(proposeJob(table, request)->find("mode: full  # no key was found") != std::string::npos);
    table.uniqueKeys = {{"Total"}, {"id"}};
    CHECK(proposeJob(table, request)->find("key: [id]  # a unique index") != std::string::npos);
    table.columns.erase(table.columns.begin() + 3);
    CHECK(proposeJob(table, request)->find("mode: full  # no column says when a row was changed") != std::string::npos);
    CHECK(proposeJob(table, {"a b", "c", "d", ""}).error().code == ErrorCode::Usage);
}

TEST_CASE("the column that says most clearly when a row changed is taken")
{
    struct Row
    {
        const char* sentence;
        std::vector<sql::ColumnInfo> columns;
        const char* expected;
    };
    const Row rows[] = {
        {"a time of creation is none", {column("created_at", "timestamptz", "timestamptz")}, nullptr},
        {"text is none", {column("updated_at", "text", "text")}, nullptr},
        {"a time wins over a date",
         {column("update_date", "date", "date"), column("gmt_modified", "timestamp", "timestamp")},
         "gmt_modified"},
        {"one that is never NULL wins",
         {column("changed", "timestamptz", "timestamptz", false), column("modified", "timestamptz", "timestamptz")},
         "modified"},
        {"Chinese names are understood", {column("更新时间", "timestamp", "timestamp")}, "更新时间"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.sentence);
        sql::TableInfo table;
        table.columns = row.columns;
        const sql::ColumnInfo* found = watermarkCandidate(table);
        REQUIRE((found != nullptr) == (row.expected != nullptr));
        if (found)
            CHECK(found->name == row.expected);
    }
}
