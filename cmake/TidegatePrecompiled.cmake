# SPDX-License-Identifier: Apache-2.0
# tidegate_precompile(TARGET std|data|cli|qtcore|widgets), tidegate_precompile_doctest(TARGET)
#     The headers that nearly every source of a target reads, compiled once. They halve a build from nothing. `release`
#     and `./dev lint` build without them: there a source that lives on another's include fails.
option(TIDEGATE_PCH "Precompiled headers" OFF)

set(TIDEGATE_PCH_std
    <algorithm> <array> <chrono> <cstdint> <functional> <map> <memory> <mutex> <optional> <stop_token> <string>
    <string_view> <utility> <vector> <fmt/format.h>)
set(TIDEGATE_PCH_data ${TIDEGATE_PCH_std} <nlohmann/json.hpp>)
set(TIDEGATE_PCH_cli ${TIDEGATE_PCH_data} <CLI/CLI.hpp>)
set(TIDEGATE_PCH_qtcore
    ${TIDEGATE_PCH_std} <QAbstractItemModel> <QCoreApplication> <QDateTime> <QHash> <QList> <QObject> <QString>
    <QStringList> <QTimer> <QVariant>)
set(TIDEGATE_PCH_widgets
    ${TIDEGATE_PCH_qtcore} <QAbstractButton> <QBoxLayout> <QKeyEvent> <QLabel> <QPainter> <QWidget>)

function(tidegate_precompile target kind)
    if(TIDEGATE_PCH)
        target_precompile_headers(${target} PRIVATE ${TIDEGATE_PCH_${kind}})
    endif()
endfunction()

# Tests of the engine are many small programs: they share one set. (Qt's tests can't: each knows its own folder.)
function(tidegate_precompile_doctest target)
    if(NOT TIDEGATE_PCH)
        return()
    endif()
    if(NOT TARGET precompiled_doctest)
        # A program, because its code must be position independent in the same way as theirs.
        file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/precompiled_doctest.cpp CONTENT "int main() {}\n")
        add_executable(precompiled_doctest EXCLUDE_FROM_ALL ${CMAKE_BINARY_DIR}/precompiled_doctest.cpp)
        target_link_libraries(precompiled_doctest
            PRIVATE tidegate_options tidegate_warnings fmt::fmt nlohmann_json::nlohmann_json)
        target_precompile_headers(precompiled_doctest PRIVATE ${TIDEGATE_PCH_data})
    endif()
    target_precompile_headers(${target} REUSE_FROM precompiled_doctest)
endfunction()
