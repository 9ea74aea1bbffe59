# Sourced by the tests of the command line: where to work, and how to complain.
set -euo pipefail

ketenplan=$1
repository=$PWD
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
hollands_midden=$repository/scenarios/hollands-midden/2015.toml

fail() {
    echo "NIET GOED: $1" >&2
    exit 1
}

# expect CODE COMMAND...: runs it; what it says is in $said and $complained.
expect() {
    local wanted=$1 code=0
    shift
    "$@" >"$work/said" 2>"$work/complained" </dev/null || code=$?
    said=$(<"$work/said")
    complained=$(<"$work/complained")
    [ "$code" -eq "$wanted" ] || fail "\`$*\` eindigt met $code, niet met $wanted: $said $complained"
}

# contains TEXT PART WHY
contains() {
    [[ "$1" == *"$2"* ]] || fail "$3: \"$2\" staat niet in: $1"
}

same_files() {
    cmp "$1" "$2" || fail "$1 en $2 verschillen"
}
