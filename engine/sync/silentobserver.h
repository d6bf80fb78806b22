// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/run.h"

namespace tidegate {

/// For what uses a run's steps without anybody watching.
class SilentObserver final : public RunObserver
{
public:
    void onWindow(const WindowBounds&) override {}
    void onProgress(const RunProgress&) override {}
    void onLog(LogLevel, std::string_view) override {}
    void onStatement(Side, std::string_view, std::string_view) override {}
};

} // namespace tidegate
