// SPDX-License-Identifier: Apache-2.0
#include "cli/commandline.h"

#include <csignal>
#include <iostream>

#include <sys/stat.h>
#include <unistd.h>

namespace {

/// A reader that went away or a closed stdout was somebody's wish; a full disk was not.
bool lostOutput()
{
    struct stat where = {};
    return !std::cout.flush() && ::fstat(STDOUT_FILENO, &where) == 0 && !S_ISFIFO(where.st_mode) &&
           !S_ISSOCK(where.st_mode);
}

} // namespace

int main(int argc, char** argv)
{
    // A reader that goes away (`| head`) must not kill a run; the write fails instead.
    std::signal(SIGPIPE, SIG_IGN);
    const int code = tidegate::cli::runCommandLine({argv + 1, argv + argc}, std::cout, std::cerr);
    if (!lostOutput())
        return code;
    std::cerr << "error: the output could not be written completely\n";
    return code == 0 ? 1 : code;
}
