# The warm-up: what is written, the same for any number of threads, and what cannot be done.
source "$(dirname "${BASH_SOURCE[0]}")/check.sh"

huis=$repository/scenarios/test/voorbeeld.toml
look() {
    local out=$1
    shift
    expect 0 "$ketenplan" opwarming "$@" --uit "$out"
}
look "$work/een" "$huis" --replicaties 6 --draden 1
look "$work/vier" "$huis" --replicaties 6 --draden 4
for file in "$work/een"/*; do
    same_files "$file" "$work/vier/$(basename "$file")"
done
contains "$said" "De opwarming is 24 maanden" "de gekozen opwarming"
contains "$said" "6 keer nagespeeld, 120 maanden" "hoe lang"
for file in opwarming.csv verloop.csv samenvatting.txt scenario.toml manifest.json \
    opwarming-wachttijd-focus-regio.svg; do
    [ -s "$work/een/$file" ] || fail "$file ontbreekt"
    [ "$file" = manifest.json ] || grep -q "\"$file\"" "$work/een/manifest.json" ||
        fail "manifest noemt $file niet"
done
grep -qi 'nan\|inf"' "$work/een"/*.svg && fail "een figuur bevat iets dat geen getal is"
[ "$(grep -c '^nieuw_focus,casussen,regio,.*,ja,' "$work/een/verloop.csv")" -eq 24 ] ||
    fail "24 maanden opwarming"

# A house that starts empty has few cases to keep an eye on at first: the warm-up shows.
awk -F, '$1 == "contacten_maand" && $3 == "regio" { n++; if (n == 1) first = $6; if (n > 24) { s += $6; m++ } }
    END { exit !(first < 0.7 * s / m) }' "$work/een/verloop.csv" || fail "het huis begint niet leeg"

# Without a warm-up it says so; a longer run is a longer table.
sed 's/^opwarming = .*/opwarming = "0 maanden"/; s/^gebruiken = false/gebruiken = true/' "$huis" \
    >"$work/zonder.toml"
look "$work/zonder" "$work/zonder.toml" --replicaties 2 --jaren 12
contains "$said" "geen opwarming" "zonder opwarming"
contains "$said" "144 maanden" "--jaren"

expect 64 "$ketenplan" opwarming
contains "$complained" "SCENARIO" "zonder scenario"
expect 64 "$ketenplan" opwarming "$huis" --jaren 51
expect 65 "$ketenplan" opwarming "$work/er-is-niets.toml" --uit "$work/niets"
[ ! -e "$work/niets" ] || fail "een fout laat een map achter"
expect 73 "$ketenplan" opwarming "$huis" --replicaties 2 --uit /proc/nergens

# Of a study: every option, and the options side by side.
cat >"$work/opties.studie.toml" <<END
formaat = 1
basis = "$huis"
[varianten.langer.wijzigingen.taken.intake]
minuten = "90 minuten"
[[maten]]
maat = "meldingen"
END
look "$work/opties" "$work/opties.studie.toml" --replicaties 6
contains "$said" "langer (langer)" "de optie"
contains "$said" 'Met looptijd.opwarming = "' "wat genoeg is"
for file in opties.csv samenvatting.txt manifest.json langer/opwarming.csv langer/manifest.json; do
    [ -s "$work/opties/$file" ] || fail "$file ontbreekt"
done
[ "$(wc -l <"$work/opties/opties.csv")" -eq 3 ] || fail "niet een regel per optie"
same_files "$work/opties/basis/opwarming.csv" "$work/een/opwarming.csv"
