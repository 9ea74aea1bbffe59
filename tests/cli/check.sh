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

# fewer NUMBER: of so many replications, what a program takes that a sanitizer slows down; at least two.
fewer() {
    local number=$(($1 / ${KETENPLAN_TRAGER:-1}))
    echo $((number > 2 ? number : 2))
}

# contains TEXT PART WHY
contains() {
    [[ "$1" == *"$2"* ]] || fail "$3: \"$2\" staat niet in: $1"
}

same_files() {
    cmp "$1" "$2" || fail "$1 en $2 verschillen"
}

# assumed_house FILE: the small example, with two numbers that are assumed within a range.
assumed_house() {
    cat >"$1" <<END
basis = "$repository/scenarios/test/voorbeeld.toml"
naam = "met aannames"
[weging]
sluitingstermijn = { waarde = "1 dag", laag = "0,5 dag", hoog = "3 dagen", aanname = "proef" }
[taken.intake]
minuten = { waarde = "60 minuten", laag = "30 minuten", hoog = "240 minuten", aanname = "proef" }
END
}

# formatie_question BASIS POST: a study of one post and one norm.
formatie_question() {
    cat <<END
formaat = 1
naam = "Hoeveel is genoeg?"
basis = "$1"
[formatie]
onverschillig = "10%"
replicaties_hoogstens = 200
bewijs = 50
[formatie.posten.$2]
minimum = "0,5 fte"
maximum = "3 fte"
[[formatie.normen]]
maat = "doorlooptijd_weging_gemiddeld"
hoogstens = "40 dagen"
kans = "80%"
END
}
