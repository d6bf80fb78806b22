// SPDX-License-Identifier: Apache-2.0
#include "sync/processid.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <ctime>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace tidegate {

namespace {

/// The namespace in which a Linux host counts its own processes, the same on every boot of every machine.
constexpr std::string_view firstPidNamespace = "pid:[4026531836]";

std::string linkTarget(const char* path)
{
    std::array<char, 256> text{};
    const auto length = ::readlink(path, text.data(), text.size());
    return length > 0 ? std::string(text.data(), static_cast<std::size_t>(length)) : std::string();
}

std::string hostName()
{
    std::array<char, 256> name{};
    if (::gethostname(name.data(), name.size() - 1) != 0)
        return "unknown";
    const auto space = linkTarget("/proc/self/ns/pid");
    if (space.empty() || space == firstPidNamespace)
        return name.data();
    return fmt::format("{}/{}", name.data(), space);
}

long long bootTime()
{
    std::ifstream file("/proc/stat");
    std::string line;
    while (std::getline(file, line)) {
        if (line.starts_with("btime "))
            return std::stoll(line.substr(6));
    }
    return 0;
}

/// When a process began, to the second; 0 where it can't be read.
long long processStart(int pid)
{
    std::ifstream file(fmt::format("/proc/{}/stat", pid));
    std::string text;
    std::getline(file, text);
    const auto afterName = text.rfind(')');
    if (afterName == std::string::npos)
        return 0;
    std::istringstream fields(text.substr(afterName + 1));
    std::string value;
    for (int field = 3; field <= 22 && (fields >> value); ++field) {
    }
    const auto boot = bootTime();
    if (!fields || boot == 0)
        return 0;
    return boot + std::strtoll(value.c_str(), nullptr, 10) / ::sysconf(_SC_CLK_TCK);
}

/// Seconds since 1970 of "2026-01-31T08:00:00Z", also with a blank, a fraction or "+00"; 0 where it is something else.
long long secondsOf(const std::string& iso)
{
    std::tm time = {};
    char between = 0;
    if (std::sscanf(iso.c_str(), "%d-%d-%d%c%d:%d:%d", &time.tm_year, &time.tm_mon, &time.tm_mday, &between,
                    &time.tm_hour, &time.tm_min, &time.tm_sec) != 7)
        return 0;
    time.tm_year -= 1900;
    time.tm_mon -= 1;
    return ::timegm(&time);
}

} // namespace

sql::EpochOwner thisProcess()
{
    sql::EpochOwner owner;
    owner.host = hostName();
    owner.pid = static_cast<int>(::getpid());
    if (const auto started = processStart(owner.pid); started > 0)
        owner.pidStarted = fmt::format("{:%Y-%m-%dT%H:%M:%S}Z", fmt::gmtime(static_cast<std::time_t>(started)));
    return owner;
}

bool isKnownDead(const std::string& host, int pid, const std::string& pidStarted)
{
    if (pid <= 0 || host != hostName())
        return false;
    if (::kill(pid, 0) != 0 && errno == ESRCH)
        return true;
    const auto now = processStart(pid);
    const auto then = secondsOf(pidStarted);
    return now > 0 && then > 0 && std::abs(now - then) > 2; // btime may move by a second when the clock is corrected
}

} // namespace tidegate
