// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sql/jobplan.h"
#include "sql/statements.h"

#include <optional>
#include <string>
#include <vector>

namespace tidegate {

/// The statements of a verification: text only, from a plan and the settled bound.
///
/// Both ends give the same shape: the loaded columns as the target would print them, and `_tidegate_key`, the md5 of
/// the key's digest text (of the whole row's where the job has no key). Digest text v1 of a value is its length in
/// UTF-8 bytes, ':' and its text; NULL is '-'.
class VerifySql
{
public:
    /// `before`: literal of the watermark's type; rows are settled where their watermark is less. Absent: every row.
    /// `from`: the job brought nothing whose watermark is less.
    static Result<VerifySql> create(const sql::JobPlan& plan, std::optional<std::string> before,
                                    std::optional<std::string> from = {});

    /// `hi` minus the job's overlap in the watermark's own type. → one row: text
    static Result<sql::Statement> settledBound(const sql::JobPlan& plan, const std::string& hi);
    /// → one row: the transaction's own time, ISO 8601 UTC. Takes the snapshot of a repeatable read transaction.
    static sql::Statement clock();

    /// copy … to stdout: a key digest a line, of rows that are not settled, at most `limit`. Empty: nothing can be
    /// pending.
    [[nodiscard]] std::string copyPending(std::int64_t limit) const;
    [[nodiscard]] std::vector<sql::Statement> createPending() const;
    [[nodiscard]] std::string copyPendingIn() const;
    [[nodiscard]] sql::Statement analyzePending() const;

    /// copy … to stdout: key digest, tab, row digest; sorted by both as bytes.
    [[nodiscard]] std::string copyDigests(Side side) const;

    /// One figure of L1, by the name that a report shows.
    [[nodiscard]] const std::vector<std::string>& figureNames() const { return m_figureNames; }
    /// → one row: a text for each of figureNames()
    [[nodiscard]] sql::Statement figures(Side side) const;

    /// Values of the rows with these key digests. → rows: key digest, then every loaded column as text
    [[nodiscard]] sql::Statement examples(Side side, const std::vector<std::string>& keys) const;

private:
    VerifySql() = default;
    Result<void> readAll(const sql::JobPlan& plan);
    Result<void> readSettled(const sql::JobPlan& plan, const std::string& before,
                             const std::optional<std::string>& from);
    void readTarget(const sql::JobPlan& plan);
    void chooseFigures(const sql::JobPlan& plan);

    std::string m_before;     ///< typed literal; empty: every row is settled
    std::string m_pending;    ///< select of unsettled rows; empty: none
    std::string m_sourceRows; ///< select of what the target should hold
    std::string m_targetRows;
    std::vector<std::string> m_sourceTexts; ///< the loaded columns over alias q, as text
    std::vector<std::string> m_targetTexts;
    std::vector<std::string> m_figureNames;
    std::vector<std::string> m_sourceFigures;
    std::vector<std::string> m_targetFigures;
    bool m_greenplum = false;
};

} // namespace tidegate
