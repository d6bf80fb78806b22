# SPDX-License-Identifier: Apache-2.0
# The schemas as text inside the engine, so that the published files and what validation does are one thing.
function(tidegate_embed_schemas out)
    set(code "// Generated from resources/schema.\n#include \"job/embeddedschemas.h\"\n\nnamespace tidegate {\n\n")
    string(APPEND code "std::string_view embeddedSchema(std::string_view name)\n{\n")
    foreach(name ${ARGN})
        set(file ${CMAKE_SOURCE_DIR}/resources/schema/${name}.schema.json)
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
        file(READ ${file} text)
        string(APPEND code "    if (name == \"${name}\")\n        return R\"schema(${text})schema\";\n")
    endforeach()
    string(APPEND code "    return {};\n}\n\n} // namespace tidegate\n")
    file(GENERATE OUTPUT ${out} CONTENT "${code}")
endfunction()
