// SPDX-License-Identifier: Apache-2.0
#include "sync/ledgerrow.h"

#include "sql/statesql.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace tidegate {

namespace {

using Text = std::optional<std::string>;

/// A column of the ledger and the member that holds it.
struct Field
{
    std::string_view column;
    Text (*get)(const LedgerRow&);
    void (*set)(LedgerRow&, const Text&);
};

std::int64_t toInteger(const Text& text)
{
    std::int64_t value = 0;
    if (text)
        std::from_chars(text->data(), text->data() + text->size(), value);
    return value;
}

template <auto Member>
constexpr Field integerField(std::string_view column)
{
    return {column, [](const LedgerRow& row) -> Text { return std::to_string(row.*Member); },
            [](LedgerRow& row, const Text& text) {
                row.*Member = static_cast<std::remove_reference_t<decltype(row.*Member)>>(toInteger(text));
            }};
}

template <auto Member>
constexpr Field textField(std::string_view column)
{
    return {column, [](const LedgerRow& row) -> Text { return row.*Member; },
            [](LedgerRow& row, const Text& text) { row.*Member = text.value_or(std::string()); }};
}

template <auto Member>
constexpr Field nullableField(std::string_view column)
{
    return {column, [](const LedgerRow& row) -> Text { return row.*Member; },
            [](LedgerRow& row, const Text& text) { row.*Member = text; }};
}

constexpr std::array fields{
    textField<&LedgerRow::jobId>("job_id"),
    integerField<&LedgerRow::seq>("seq"),
    textField<&LedgerRow::kind>("kind"),
    textField<&LedgerRow::batchId>("batch_id"),
    integerField<&LedgerRow::epoch>("epoch"),
    nullableField<&LedgerRow::lo>("lo"),
    nullableField<&LedgerRow::hi>("hi"),
    nullableField<&LedgerRow::readLo>("read_lo"),
    nullableField<&LedgerRow::readHi>("read_hi"),
    integerField<&LedgerRow::rowsRead>("rows_read"),
    integerField<&LedgerRow::rowsInserted>("rows_inserted"),
    integerField<&LedgerRow::rowsDeleted>("rows_deleted"),
    integerField<&LedgerRow::rowsUnchanged>("rows_unchanged"),
    integerField<&LedgerRow::rowsSuperseded>("rows_superseded"),
    integerField<&LedgerRow::rowsQuarantined>("rows_quarantined"),
    nullableField<&LedgerRow::digest>("digest"),
    textField<&LedgerRow::heldBy>("held_by"),
    textField<&LedgerRow::configHash>("config_hash"),
    textField<&LedgerRow::configRev>("config_rev"),
    textField<&LedgerRow::pool>("pool"),
    textField<&LedgerRow::environment>("environment"),
    integerField<&LedgerRow::targetOid>("target_oid"),
    textField<&LedgerRow::appliedAt>("applied_at"),
};

const Field* fieldOf(std::string_view column)
{
    const auto* found = std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.column == column; });
    return found == fields.end() ? nullptr : found;
}

nlohmann::json orNull(const Text& text)
{
    return text ? nlohmann::json(*text) : nlohmann::json(nullptr);
}

} // namespace

LedgerRow ledgerRowFrom(const Rows& rows, int row)
{
    LedgerRow out;
    const auto& columns = sql::StateSql::ledgerColumns();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (const auto* field = fieldOf(columns[i]))
            field->set(out, rows.value(row, static_cast<int>(i)));
    }
    const auto next = static_cast<int>(columns.size());
    if (rows.columns() >= next + 3) {
        out.takenAt = rows.text(row, next);
        out.owner = rows.text(row, next + 1);
        out.host = rows.text(row, next + 2);
    }
    return out;
}

std::vector<std::optional<std::string>> ledgerValues(const LedgerRow& row)
{
    std::vector<std::optional<std::string>> values;
    const auto& columns = sql::StateSql::ledgerColumns();
    for (std::size_t i = 0; i + 1 < columns.size(); ++i) {
        const auto* field = fieldOf(columns[i]);
        values.push_back(field ? field->get(row) : std::nullopt); // topic, part, next_offset: of jobs through Kafka
    }
    return values;
}

nlohmann::json toJson(const LedgerRow& row)
{
    return {{"job_id", row.jobId},
            {"seq", row.seq},
            {"kind", row.kind},
            {"batch_id", row.batchId},
            {"epoch", row.epoch},
            {"lo", orNull(row.lo)},
            {"hi", orNull(row.hi)},
            {"read_lo", orNull(row.readLo)},
            {"read_hi", orNull(row.readHi)},
            {"rows",
             {{"read", row.rowsRead},
              {"inserted", row.rowsInserted},
              {"deleted", row.rowsDeleted},
              {"unchanged", row.rowsUnchanged},
              {"superseded", row.rowsSuperseded},
              {"quarantined", row.rowsQuarantined}}},
            {"digest", orNull(row.digest)},
            {"held_by", row.heldBy},
            {"config_hash", row.configHash},
            {"config_rev", row.configRev},
            {"pool", row.pool},
            {"environment", row.environment},
            {"target_oid", row.targetOid},
            {"applied_at", row.appliedAt},
            {"taken_at", row.takenAt},
            {"owner", row.owner},
            {"host", row.host}};
}

} // namespace tidegate
