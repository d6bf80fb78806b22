// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "cli/texttable.h"
#include "job/finding.h"

#include <nlohmann/json.hpp>

#include <iosfwd>
#include <mutex>
#include <string_view>

namespace tidegate::cli {

/// The two streams of a command. For people: text on the first, diagnostics on the second. For programs (--json): one
/// JSON object a line on the first; people who watch still get diagnostics on the second.
class Output
{
public:
    Output(std::ostream& out, std::ostream& err, bool json) : m_out(out), m_err(err), m_json(json) {}

    [[nodiscard]] bool isJson() const { return m_json; }

    /// To people only. Control characters of what comes from outside are made visible.
    void line(std::string_view text);
    void text(std::string_view text); ///< as it is, for files and SQL
    void table(const TextTable& table);
    /// To programs only: `{"event": name, …fields}`.
    void event(std::string_view name, nlohmann::json fields = nlohmann::json::object());
    /// A whole object that carries its event itself.
    void object(const nlohmann::json& object);
    /// To people, on the second stream, also with --json.
    void note(std::string_view text);
    /// A part of a progress bar: as it is, on the second stream.
    void progress(std::string_view text);
    /// `error: what`, where, what to do; returns the exit code.
    int fail(const Error& error);
    /// The same without the JSON object, where the last object carries the error itself.
    void explain(const Error& error);
    /// As the result of a check: on the first stream.
    void finding(const Finding& finding);
    /// As a diagnostic of another verb: on the second stream, and as an object with --json.
    void diagnostic(const Finding& finding);

private:
    void write(std::ostream& stream, std::string_view text);

    std::ostream& m_out;
    std::ostream& m_err;
    bool m_json;
    std::mutex m_writing; ///< a run and the watcher of signals both speak
};

nlohmann::json toJson(const Finding& finding);

} // namespace tidegate::cli
