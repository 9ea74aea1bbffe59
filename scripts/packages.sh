# Sourced by the other scripts: the Debian packages they need, and only those that are missing; and
# the build of the program alone.

build_packages=(g++ cmake ninja-build libboost-dev libcli11-dev
    libeigen3-dev libfmt-dev libtomlplusplus-dev nlohmann-json3-dev librandom123-dev
    libpugixml-dev libzip-dev libxlsxwriter-dev pkg-config)
test_packages=(catch2 librapidcheck-dev libbenchmark-dev)
strict_packages=(ccache clang-19 clang-format-19 clang-tidy-19 clang-tools-19 libclang-rt-19-dev)

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        echo "Hiervoor zijn beheerdersrechten nodig; voer eerst als beheerder uit: $*" >&2
        return 1
    fi
}

installed() {
    [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# need_packages NAME...: installs what is missing, saying so.
need_packages() {
    if ! command -v apt-get >/dev/null; then
        echo "Geen apt-get gevonden: installeer zelf $* en zet KETENPLAN_GEEN_PAKKETTEN=1." >&2
        [ -n "${KETENPLAN_GEEN_PAKKETTEN:-}" ]
        return
    fi
    local missing=() name
    for name in "$@"; do
        installed "$name" || missing+=("$name")
    done
    [ "${#missing[@]}" -eq 0 ] && return
    echo "Nog te installeren: ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    local install=(apt-get install --yes --quiet --no-install-recommends "${missing[@]}")
    local log
    log=$(mktemp)
    # The lists of a new machine are empty or old.
    if ! as_root "${install[@]}" >"$log" 2>&1; then
        if ! { as_root apt-get update --quiet && as_root "${install[@]}"; } >"$log" 2>&1; then
            tail -n 20 "$log" >&2
            echo "Installeren is niet gelukt (zie hierboven)." >&2
            rm -f "$log"
            return 1
        fi
    fi
    rm -f "$log"
}

# build_program ROOT: the program in build/study, with what it needs.
build_program() {
    need_packages "${build_packages[@]}"
    local log=$1/build/study/bouw.log
    mkdir -p "$1/build/study"
    [ -x "$1/build/study/ketenplan" ] ||
        echo "Bouwen in build/study/ (de eerste keer ongeveer twee minuten) ..."
    if ! (cd "$1" && cmake --preset study && cmake --build --preset study) >"$log" 2>&1; then
        tail -n 40 "$log" >&2
        echo "Het bouwen is niet gelukt; alles staat in $log." >&2
        return 70
    fi
}
