// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/jobbuffer.h"
#include "models/jobfields.h"
#include "pool/yamldocument.h"

#include <QObject>
#include <QString>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tidegate {

/// A field of the form as it stands now.
struct DraftValue
{
    QString text;                   ///< as a person writes it: lists with commas, no YAML quotes
    bool present = false;           ///< false: not in the file, `text` is empty
    std::optional<Finding> finding; ///< the worst one
    TextRange range;                ///< of the value in the file; length 0: not in the file

    bool operator==(const DraftValue& other) const;
};

/// The job as typed fields over a JobBuffer. Widgets only bind to it: they show value() and call set().
class JobDraft final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobDraft)

public:
    explicit JobDraft(QObject* parent = nullptr);

    /// Null: no job. Not owned: set another one before it goes.
    void setBuffer(JobBuffer* buffer);
    [[nodiscard]] JobBuffer* buffer() const { return m_buffer; }

    [[nodiscard]] const DraftValue& value(const std::string& path) const;
    /// Empty text removes the value from the file. What the file can't hold stays in the field with its reason.
    void set(const std::string& path, const QString& text);
    /// YAML flow text for any path of the schema, as a step of its own.
    void setYaml(const std::string& path, const std::string& yaml);
    /// Reads a query instead of a table, or the other way round; one step.
    void useQuery(bool query);
    /// Puts what the finding proposes.
    void applyFix(const std::string& path);
    void applyFix(const Finding& finding);

    /// The text is no YAML: fields keep their last values and can't be edited until the text is mended.
    [[nodiscard]] bool isReadOnly() const { return m_unreadable.has_value(); }
    [[nodiscard]] std::optional<Finding> unreadable() const { return m_unreadable; }
    /// Nothing is wrong with the job.
    [[nodiscard]] bool isReady() const { return m_buffer && !hasErrors(findings()); }
    /// Everything there is to say, errors first; also what no field shows.
    [[nodiscard]] const Findings& findings() const { return m_findings; }
    /// The field that a finding belongs to; empty: none of the form.
    [[nodiscard]] static std::string fieldOf(const std::string& findingPath);
    /// The field whose value (or line) holds this byte of the text; empty: none.
    [[nodiscard]] std::string fieldAt(std::size_t offset) const;
    /// What a section says, in one line: "no lag · overlap 10m".
    [[nodiscard]] QString summary(const JobSection& section) const;
    /// What stands at a path of the file; null: nothing, or the text is no YAML. A scalar that stands for a map is
    /// found at the key that it means. Valid until the text changes.
    [[nodiscard]] const YamlNode* node(std::string_view path) const;
    /// Byte range of the value at a path of the file; length 0: it is not there.
    [[nodiscard]] TextRange rangeOf(const std::string& path) const;

    /// What the plan says beyond the file: losses, missing columns. They join findings().
    void setPlanFindings(Findings findings);

Q_SIGNALS:
    /// Values, findings or both.
    void changed();
    void bufferChanged();

private:
    void refresh();
    void refreshFindings();
    void removeValue(const std::string& path);
    [[nodiscard]] Result<void> write(const std::string& path, const std::string& yaml);
    void reject(const std::string& path, const Result<void>& done);

    JobBuffer* m_buffer = nullptr;
    std::map<std::string, DraftValue> m_values;
    std::map<std::string, Finding> m_rejected; ///< what the file can't hold, by field
    std::optional<YamlDocument> m_document;    ///< the newest that could be parsed
    std::optional<Finding> m_unreadable;
    Findings m_planFindings;
    Findings m_findings;
};

} // namespace tidegate
