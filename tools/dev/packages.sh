# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Debian packages by group, from tools/packages.txt.

packages_of() { awk -v groups=" $* " '$1 !~ /^#/ && NF >= 2 && index(groups, " " $1 " ") { print $2 }' tools/packages.txt; }

missing_packages() {
    local package
    for package in $(packages_of "$@"); do
        [ "$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null)" = "install ok installed" ] || echo "$package"
    done
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

# The scripts of Debian's postgresql-15 make a cluster on 5432 and start every cluster of the machine. Neither is ours
# to do: the demo and the tests start private ones. Both files are taken back afterwards, and an admin's own are kept.
quiet_services() {
    local conf=/etc/postgresql-common/createcluster.conf policy=/usr/sbin/policy-rc.d mark='# placed by tidegate ./dev setup'
    if [ ! -e "$conf" ]; then
        as_root mkdir -p "${conf%/*}"
        printf '%s\ncreate_main_cluster = false\n' "$mark" | as_root tee "$conf" >/dev/null
    fi
    if [ ! -e "$policy" ]; then
        printf '#!/bin/sh\n%s\nexit 101\n' "$mark" | as_root tee "$policy" >/dev/null
        as_root chmod 755 "$policy"
    fi
}

unquiet_services() {
    local conf=/etc/postgresql-common/createcluster.conf policy=/usr/sbin/policy-rc.d mark='# placed by tidegate ./dev setup'
    local shipped=/usr/share/postgresql-common/createcluster.conf
    if grep -qsF "$mark" "$policy"; then as_root rm -f "$policy"; fi
    if grep -qsF "$mark" "$conf" && [ -e "$shipped" ]; then as_root cp "$shipped" "$conf" && as_root rm -f "$conf.ucf-dist"; fi
}

apt_run() { as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 apt-get -o DPkg::Lock::Timeout=300 -y "$@"; }

# Lists older than a day name files that the mirror may no longer have.
update_lists() {
    # A third-party repository that is down must not stop us; a missing package shows in the next step.
    logged apt "update the package lists" apt_run update ||
        say "  some package lists could not be updated; going on with what there is"
}

lists_are_fresh() {
    [ -n "$(find /var/lib/apt/lists -maxdepth 1 -name '*Packages*' -print -quit 2>/dev/null)" ] &&
        [ -n "$(find /var/lib/apt/lists -maxdepth 1 -newermt '-1 day' -print -quit 2>/dev/null)" ]
}

need_packages() {
    command -v apt-get >/dev/null || die "this script installs Debian 12 packages, and there is no apt-get here.
Install what tools/packages.txt lists for: $*"
    local missing
    mapfile -t missing < <(missing_packages "$@")
    [ ${#missing[@]} -eq 0 ] && return 0
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
        die "Debian packages are missing and there is neither root nor sudo. As root:
  apt-get install --no-install-recommends ${missing[*]}"
    fi
    if [ "$(id -u)" -ne 0 ]; then
        # Asked for here, where the question is seen, and not below the progress line.
        sudo -n true 2>/dev/null || sudo -v || die "sudo is needed to install: ${missing[*]}"
    fi
    say "Packages ($*): ${#missing[@]} to install"
    lists_are_fresh || update_lists
    trap unquiet_services EXIT
    quiet_services
    logged apt "install ${#missing[@]} packages" apt_run install --no-install-recommends "${missing[@]}" || {
        update_lists
        logged apt "install ${#missing[@]} packages, second try" apt_run install --no-install-recommends "${missing[@]}"
    }
    unquiet_services
    trap - EXIT
}
