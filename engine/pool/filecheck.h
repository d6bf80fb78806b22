// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "job/finding.h"
#include "job/schema.h"
#include "job/times.h"
#include "pool/yamldocument.h"

#include <optional>
#include <string>
#include <string_view>

namespace tidegate {

/// One file under validation: its document and what was found so far. Knows schemas, but not what the files mean.
class FileCheck
{
public:
    /// Parses; a text that is no YAML becomes the only finding.
    FileCheck(std::string_view text, std::string file);

    [[nodiscard]] const YamlDocument* document() const { return m_document ? &*m_document : nullptr; }
    /// The node at a path; null if it is not there. Aliases are followed.
    [[nodiscard]] const YamlNode* node(std::string_view path) const;
    /// The text at a path; empty if there is none.
    [[nodiscard]] std::string textAt(std::string_view path) const;

    /// Shape and types by the schema; then duplicate keys and secrets anywhere in the file.
    void check(const Schema& schema);

    /// Something about the value at `path`, or about the nearest parent that is there.
    void add(Severity severity, std::string code, std::string_view path, std::string message, std::string hint = {},
             std::string fix = {});
    void addAt(Severity severity, std::string code, const YamlNode& node, std::string_view path, std::string message,
               std::string hint = {}, std::string fix = {});

    /// The newest finding is about a part of the node's text, in bytes; does nothing where the file writes that text
    /// in another way, with escapes.
    void narrow(const YamlNode& node, std::size_t offset, std::size_t length);

    /// Whether an error was found at a path or below it: rules about it would only repeat that.
    [[nodiscard]] bool isBroken(std::string_view path) const;
    [[nodiscard]] bool hasErrors() const;
    [[nodiscard]] const Findings& findings() const { return m_findings; }
    /// In the order of the text.
    Findings takeFindings();

private:
    void checkSecrets(const YamlNode& node, const std::string& path, bool options);
    void checkDuplicates(const YamlNode& node, const std::string& path);

    std::string m_file;
    std::optional<YamlDocument> m_document;
    Findings m_findings;
};

} // namespace tidegate
