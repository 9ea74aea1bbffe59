# The course by month: alone, against a variant, the same for any number of threads, whole or not at
# all.
source "$(dirname "${BASH_SOURCE[0]}")/check.sh"

druk=$repository/scenarios/hollands-midden/2015-zsm-drukte.toml
picture() {
    local out=$1
    shift
    expect 0 "$ketenplan" maandbeeld "$@" --uit "$out"
}
picture "$work/een" "$hollands_midden" "$druk" --replicaties 12 --draden 1
picture "$work/vier" "$hollands_midden" "$druk" --replicaties 12 --draden 4
for file in "$work/een"/*; do
    same_files "$file" "$work/vier/$(basename "$file")"
done
contains "$said" "vergeleken met" "samenvatting"
contains "$said" "Figuren en tabellen staan in" "waar het staat"
for file in maanden.csv jaren.csv samenvatting.txt scenario.toml variant.toml manifest.json \
    wachttijd-focus-regio.svg wachttijd-focus-gouda.svg contacten-te-laat-regio.svg \
    open-werk-procesregisseur-gouda.svg; do
    [ -s "$work/een/$file" ] || fail "$file ontbreekt"
    [ "$file" = manifest.json ] || grep -q "\"$file\"" "$work/een/manifest.json" ||
        fail "manifest noemt $file niet"
done
grep -qi 'nan\|inf"' "$work/een"/*.svg && fail "een figuur bevat iets dat geen getal is"
[ "$(grep -c '"vingerafdruk"' "$work/een/manifest.json")" -eq 2 ] || fail "manifest: twee varianten"
[ "$(cut -d, -f4 "$work/een/maanden.csv" | sort -u | grep -c '^2015-')" -eq 12 ] || fail "twaalf maanden"

# The scenarios as read give the same again.
picture "$work/weer" "$work/een/scenario.toml" "$work/een/variant.toml" --replicaties 12
same_files "$work/een/maanden.csv" "$work/weer/maanden.csv"

# A scenario against itself differs nowhere; alone it has no variant.
picture "$work/zelf" "$hollands_midden" "$hollands_midden" --replicaties 4
contains "$said" "precies even lang" "een scenario tegen zichzelf"
awk -F, 'NR > 1 && $9 != "" && $9 != 0 { exit 1 }' "$work/zelf/maanden.csv" || fail "verschil met zichzelf"
picture "$work/alleen" "$hollands_midden" --replicaties 4 --decimaal komma
[ ! -e "$work/alleen/jaren.csv" ] || fail "jaren.csv zonder variant"
head -n 1 "$work/alleen/maanden.csv" | grep -q 'maat;eenheid;cel;maand' || fail "kop met puntkomma"

printf 'basis = "%s"\n[looptijd]\neinde = 2016-07-01\n' "$hollands_midden" >"$work/langer.toml"
expect 65 "$ketenplan" maandbeeld "$hollands_midden" "$work/langer.toml" --uit "$work/niets"
contains "$complained" "dezelfde periode" "andere periode"
expect 65 "$ketenplan" maandbeeld "$hollands_midden" "$work/er-is-niets.toml" --uit "$work/niets"
[ ! -e "$work/niets" ] || fail "een fout laat een map achter"
expect 64 "$ketenplan" maandbeeld
contains "$complained" "BASIS" "zonder scenario"
expect 73 "$ketenplan" maandbeeld "$hollands_midden" --replicaties 2 --uit /proc/nergens

# No file may grow beyond 8 kB, as on a full disk.
expect 73 bash -c 'ulimit -f 8; trap "" XFSZ; "$@"' - \
    "$ketenplan" maandbeeld "$hollands_midden" --replicaties 2 --uit "$work/vol"
[ ! -e "$work/vol/manifest.json" ] || fail "er staat een manifest bij een mislukte run"

# Ctrl-C keeps whole pairs.
set -m
"$ketenplan" maandbeeld "$hollands_midden" "$druk" --replicaties 50000 --uit "$work/deel" \
    >"$work/said" 2>"$work/complained" &
job=$!
sleep 3
kill -INT "$job"
code=0
wait "$job" || code=$?
set +m
[ "$code" -eq 130 ] || fail "Ctrl-C eindigt met $code, niet met 130: $(cat "$work/complained")"
done_=$(sed -nE 's/^ *"replicaties": ([0-9]+),$/\1/p' "$work/deel/manifest.json")
contains "$(<"$work/said")" "Gestopt na" "de samenvatting zwijgt over het afbreken"
picture "$work/heel" "$hollands_midden" "$druk" --replicaties "$done_"
same_files "$work/deel/maanden.csv" "$work/heel/maanden.csv"
