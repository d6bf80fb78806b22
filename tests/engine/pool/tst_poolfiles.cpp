// SPDX-License-Identifier: Apache-2.0
#include "pool/poolfiles.h"

#include <doctest/doctest.h>

using namespace tidegate;

namespace {

template <typename Definition>
std::string reportOf(const PoolFile<Definition>& file)
{
    std::string report;
    for (const Finding& finding : file.findings)
        report += toString(finding) + (finding.fix.empty() ? "" : " fix: " + finding.fix) + "\n";
    CHECK(file.definition.has_value() != hasErrors(file.findings));
    return report;
}

struct Row
{
    const char* sentence;
    const char* lines;
    const char* report; ///< a part of what is said; empty: nothing is
};

void check(const Row& row, const std::string& report)
{
    CAPTURE(row.sentence);
    CAPTURE(report);
    CHECK((*row.report ? report.find(row.report) != std::string::npos : report.empty()));
}

} // namespace

TEST_CASE("a connection names its secret and never holds it")
{
    const Row rows[] = {
        {"a secret in the environment", "secret: env:DW_PASSWORD\n", ""},
        {"a secret in a file", "secret: file:/run/secrets/dw\n", ""},
        {"the keyring is for later", "secret: keyring:dw\n", "3:9: note: this version can't read the keyring"},
        {"a secret that is written out", "secret: hunter2\n",
         "3:9: error: secret: `secret` holds a secret instead of naming one"},
        {"a number as secret", "secret: 123456\n", "error: secret: `secret` holds a secret"},
        {"a password", "password: hunter2\n", "3:1: error: `password` holds a secret; a file of a pool must not"},
        {"a password among the options", "options: { PASSWORD: hunter2 }\n", "3:12: error: `PASSWORD` holds a secret"},
        {"a password inside an option", "options: { conninfo: \"host=x password=hunter2\" }\n",
         "there is a password in this text"},
        {"a URL with a password as host", "host: postgres://me:hunter2@db\n", "there is a password in this text"},
        {"options of every simple type", "options: { sslmode: prefer, connect_timeout: 5, keepalives: true }\n", ""},
        {"an option that is ours to set", "options: { passfile: /etc/pw }\n",
         "3:22: error: `passfile` can't stand here"},
        {"a port as text", "port: \"5432\"\n", "`port` must be a whole number, but it is text"},
        {"a port out of range", "port: 70000\n", "`port` can't be 70000 (1 to 65535)"},
        {"a slip in a key", "databse: x\n", "unknown key `databse` (did you mean `database`?) fix: database"},
    };
    for (const Row& row : rows) {
        const std::string report = reportOf(
            parseConnection(std::string("connection: c\ntype: postgres\n") + row.lines, "c", "connections/c.yaml"));
        check(row, report);
        CHECK(report.find("hunter2") == std::string::npos);
        CHECK(report.find("123456") == std::string::npos);
    }
    const auto report = reportOf(parseConnection("connection: d\ntype: postgre\n", "c", "connections/c.yaml"));
    CHECK(report ==
          "connections/c.yaml:1:13: error: the connection calls itself `d`, but its file is `c.yaml` (rename the "
          "file, or change the name) fix: c\n"
          "connections/c.yaml:2:7: error: `postgre` is not one of `postgres`, `greenplum`, `mysql`, `sqlserver`, "
          "`oracle`, `sqlite` (did you mean `postgres`?) fix: postgres\n");
}

TEST_CASE("an environment of the sample's shape is read")
{
    const auto file = parseEnvironment(
        "environment: acme-prod\n"
        "customer: acme\n"
        "stage: prod                    # prod | test | dev\n"
        "route: [ops@jump.acme.example, sync@app01]\n"
        "access: probe\n"
        "connections: { acme-erp: acme-erp-prod }\n"
        "remote: { repository: /srv/acme/pool, branch: main, identity: abc }\n"
        "services:\n"
        "  - { name: producer, restart: docker restart acme-producer, health: docker, logs: docker }\n"
        "  - { name: consumer, route: [dw@etl02], restart: docker restart x, health: docker, logs: docker }\n"
        "safe_mode: typed\n"
        "colour: red\n"
        "trigger: agent\n"
        "rights: { propose: true, ship: true }\n",
        "acme-prod", "environments/acme-prod.yaml");
    CHECK(reportOf(file) == "");
    REQUIRE(file.definition);
    CHECK(file.definition->route == std::vector<std::string>{"ops@jump.acme.example", "sync@app01"});
    CHECK(file.definition->connections.at("acme-erp") == "acme-erp-prod");
    CHECK(file.definition->access == Access::Probe);
}

TEST_CASE("what is wrong in an environment is said")
{
    const Row rows[] = {
        {"a hop that would be an option of ssh", "route: [-oProxyCommand=evil]\n", "this is no ssh destination"},
        {"a route that is no list", "route: jump\n", "`route` must be a list, but it is text"},
        {"a trigger by HTTP", "trigger: { method: POST, url: \"https://x/y\", success: ok }\n", ""},
        {"a trigger with a password", "trigger: { method: POST, url: \"https://me:geheim@x/y\" }\n",
         "there is a password in this text"},
        {"a colour", "colour: \"#b3261e\"\n", ""},
        {"a service without a name", "services: [{ restart: x }]\n", "`services[0]` lacks `name`"},
        {"a slip in a mode", "safe_mode: typd\n", "did you mean `typed`?"},
    };
    for (const Row& row : rows)
        check(row, reportOf(parseEnvironment(std::string("environment: e\ncustomer: acme\nstage: test\n") + row.lines,
                                             "e", "environments/e.yaml")));
}

TEST_CASE("production is typed and red unless told")
{
    const auto modeOf = [](const std::string& lines) {
        const auto file = parseEnvironment("environment: e\ncustomer: acme\n" + lines, "e", "e.yaml");
        REQUIRE(file.definition);
        return file.definition->safeMode;
    };
    CHECK(modeOf("stage: prod\n") == SafeMode::Typed);
    CHECK(modeOf("stage: test\n") == SafeMode::Ask);
    CHECK(modeOf("stage: prod\nsafe_mode: off\n") == SafeMode::Off);
}
