// SPDX-License-Identifier: Apache-2.0
#include "cli/commandline.h"

#include <csignal>
#include <iostream>

int main(int argc, char** argv)
{
    // A reader that goes away (`| head`) must not kill a run; the write fails instead.
    std::signal(SIGPIPE, SIG_IGN);
    return tidegate::cli::runCommandLine({argv + 1, argv + argc}, std::cout, std::cerr);
}
