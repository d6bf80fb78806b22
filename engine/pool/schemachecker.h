// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "job/schema.h"
#include "pool/yamldocument.h"

#include <string>
#include <string_view>

namespace tidegate {

class FileCheck;

/// Compares a document with a schema and reports everything that does not fit, with a proposal where there is one.
class SchemaChecker
{
public:
    SchemaChecker(FileCheck& file, const SchemaNode& root) : m_file(file), m_root(root) {}

    void check();

private:
    void checkValue(const YamlNode& written, const SchemaNode& schema, const std::string& path);
    void checkMap(const YamlNode& node, const SchemaNode& schema, const std::string& path);
    void checkList(const YamlNode& node, const SchemaNode& schema, const std::string& path);
    void checkText(const YamlNode& node, const SchemaNode& schema, const std::string& path);
    void checkInteger(const YamlNode& node, const SchemaNode& schema, const std::string& path);
    void wrongType(const YamlNode& node, const SchemaNode& schema, const std::string& path);
    void unknownKey(const YamlNode& key, const SchemaNode& schema, const std::string& path);
    void noteLater(const YamlNode& node, const SchemaNode& schema, const std::string& value, const std::string& path);

    FileCheck& m_file;
    const SchemaNode& m_root;
};

} // namespace tidegate
