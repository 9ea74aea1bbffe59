# The echo of the scenario reproduces the tables; the decimal mark changes only the mark; small
# counts stay in unless --intern.
source "$(dirname "${BASH_SOURCE[0]}")/check.sh"

simulate() {
    local out=$1
    shift
    expect 0 "$ketenplan" simuleer "$@" --replicaties "$(fewer 20)" --uit "$out"
}
simulate "$work/een" "$hollands_midden" --draden 1
simulate "$work/twee" "$work/een/scenario.toml" --draden 2
for table in gebied gemeente rol huis werklast; do
    same_files "$work/een/$table.csv" "$work/twee/$table.csv"
done
[ "$(grep vingerafdruk "$work/een/manifest.json")" = "$(grep vingerafdruk "$work/twee/manifest.json")" ] ||
    fail "andere vingerafdruk"

simulate "$work/zaad" "$hollands_midden" --zaad 2
cmp --silent "$work/een/gebied.csv" "$work/zaad/gebied.csv" && fail "het zaad verandert niets"

simulate "$work/komma" "$hollands_midden" --decimaal komma
head -n 1 "$work/komma/gebied.csv" | grep -q ';' || fail "geen puntkomma bij --decimaal komma"
tail -n +2 "$work/komma/gebied.csv" | tr ',;' '.,' >"$work/terug.csv"
tail -n +2 "$work/een/gebied.csv" >"$work/punt.csv"
same_files "$work/terug.csv" "$work/punt.csv"
same_files "$work/een/tabellen.xlsx" "$work/komma/tabellen.xlsx"

grep -q ',ja$' "$work/een/gemeente.csv" || fail "kleine aantallen zijn niet afgeschermd"
simulate "$work/intern" "$hollands_midden" --intern
grep -q ',ja$' "$work/intern/gemeente.csv" && fail "--intern schermt nog af"

# The template is a valid scenario, and its echo too.
"$ketenplan" sjabloon >"$work/sjabloon.toml"
expect 0 "$ketenplan" controleer "$work/sjabloon.toml"
contains "$said" "is geldig" "sjabloon"
same_files "$work/sjabloon.toml" "$repository/scenarios/test/voorbeeld.toml"

# Nothing but the tables and what deserves attention: no progress where nobody watches.
simulate "$work/stil" "$hollands_midden"
complained=$(grep -v '^let op: ' <<<"$complained" || true)
[ -z "$complained" ] || fail "er staat iets op standaardfout: $complained"
many=$(fewer 300)
expect 0 "$ketenplan" simuleer "$hollands_midden" --replicaties "$many" --uit "$work/stil" --voortgang
[[ "$complained" =~ van\ $many\ replicaties,\ [0-9]+\ per\ seconde,\ nog ]] ||
    fail "geen voortgang: $complained"

# Whether persons are followed after the year changes nothing in the year's tables but recidive itself.
expect 0 "$ketenplan" simuleer "$hollands_midden" --replicaties 3 --uit "$work/met-uitloop"
expect 0 "$ketenplan" simuleer "$(dirname "$hollands_midden")/2015-zonder-uitloop.toml" --replicaties 3 --uit "$work/zonder-uitloop"
for file in rol.csv gebied.csv gemeente.csv huis.csv; do
    diff <(grep -v '^recidive_' "$work/met-uitloop/$file") <(grep -v '^recidive_' "$work/zonder-uitloop/$file") ||
        fail "$file hangt af van de uitloop"
done
