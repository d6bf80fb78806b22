# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
cat <<'TEXT'
usage: ./dev VERB …

  setup [GROUP…]            install Debian packages: engine, console, test, lint; when named also clazy, package
  build [PRESET]            build a preset (dev, dev-asan, dev-tsan, dev-clazy, release); --no-console: without Qt
  demo [--headless]         the console on two private databases; without a display a killed engine and a proof
  test [--full] [-- ARGS]   every test; --full: also sanitizers and the long drills; ARGS go to ctest
  bench [NAME…]             measure against a baseline of the same minute; exit 1 when a bar is missed
  lint [--fix]              format, tidy, shellcheck, licences, sizes; --fix lays out the code first
  screenshots DIR           a picture of every page, light and dark
  tour [DIR]                a day with real keys on the demo's servers, a picture per step; DIR: docs/tour
  package                   Debian packages of the console and of agent with command line

Each verb installs and builds what it needs. Logs are in .dev/log.
TEXT
