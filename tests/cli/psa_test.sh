# The choice of nazorg over all that is not known, from the model to what knowing more is worth.
source "$(dirname "${BASH_SOURCE[0]}")/check.sh"

expect 0 "$ketenplan" psa "$hollands_midden" --trekkingen 4 --per-trekking 2 --draden 1 --uit "$work/een"
contains "$said" "4 trekkingen van" "psa"
contains "$said" "zoals nu tegenover zonder nazorg" "de vergelijking"
contains "$said" "toeval binnen een trekking" "hoeveel ruis er is"
contains "$said" "ketenplan waarde psa.csv" "wat de volgende stap is"
for file in psa.csv parameters.csv samenvatting.txt scenario.toml manifest.json; do
    [ -s "$work/een/$file" ] || fail "$file ontbreekt"
done
head -1 "$work/een/psa.csv" | grep -q \
    '^trekking,kosten_zonder_nazorg,effect_zonder_nazorg,kosten_zoals_nu,effect_zoals_nu,nazorg.effect.odds_ratio,' ||
    fail "kop van psa.csv"
# Every draw has its own numbers, and so has the effect.
[ "$(tail -n +2 "$work/een/psa.csv" | cut -d, -f6 | sort -u | wc -l)" -eq 4 ] || fail "het effect is niet getrokken"
[ "$(tail -n +2 "$work/een/psa.csv" | cut -d, -f7- | sort -u | wc -l)" -eq 4 ] || fail "de aannames zijn niet getrokken"

# The same bytes for any number of threads; more draws change no earlier one.
expect 0 "$ketenplan" psa "$hollands_midden" --trekkingen 4 --per-trekking 2 --draden 2 --uit "$work/twee"
expect 0 "$ketenplan" psa "$hollands_midden" --trekkingen 5 --per-trekking 2 --uit "$work/vijf"
for file in psa.csv manifest.json; do
    same_files "$work/een/$file" "$work/twee/$file"
done
head -n 5 "$work/vijf/psa.csv" | cmp - "$work/een/psa.csv" || fail "een trekking meer verandert eerdere"

# From the calibrated ensemble: its numbers are no longer drawn from their ranges.
ensemble=$(dirname "$hollands_midden")/ensemble.csv
expect 0 "$ketenplan" psa "$hollands_midden" --trekkingen 3 --per-trekking 2 --ensemble "$ensemble" \
    --odds-ratio 1 --intensiteit 0,5 --prijzen gemiddeld --decimaal komma --uit "$work/gekalibreerd"
contains "$said" "tegen gemiddelde prijzen" "--prijzen"
contains "$said" "intensiteit 0,5 tegenover zonder nazorg" "--intensiteit"
head -1 "$work/gekalibreerd/psa.csv" | grep -q 'odds_ratio' && fail "een vast effect is geen trekking"
head -1 "$work/gekalibreerd/psa.csv" | grep -q ';kosten_intensiteit_0.5;' || fail "kolom van de extra arm"
[ "$(head -1 "$work/gekalibreerd/psa.csv" | tr ';' '\n' | wc -l)" -lt "$(head -1 "$work/een/psa.csv" | tr ',' '\n' | wc -l)" ] ||
    fail "wat gekalibreerd is wordt nog eens getrokken"
grep -q '"ensemble.csv"\|ensemble.csv' "$work/gekalibreerd/manifest.json" || fail "het manifest noemt het ensemble niet"

expect 65 "$ketenplan" psa "$repository/scenarios/test/voorbeeld.toml"
contains "$complained" "geen" "een scenario zonder nazorg of recidive"
printf 'lid,ronde,rondes,toestand,misfit,geen.getal\n0,1,1,meegeteld,1,"3"\n' >"$work/vreemd.csv"
expect 65 "$ketenplan" psa "$hollands_midden" --ensemble "$work/vreemd.csv" --uit "$work/niets"
contains "$complained" "geen.getal" "een ensemble van iets anders"
expect 64 "$ketenplan" psa "$hollands_midden" --trekkingen 1
expect 64 "$ketenplan" psa "$hollands_midden" --prijzen laag

# What it writes is what `waarde` reads.
expect 0 "$ketenplan" psa "$hollands_midden" --trekkingen 40 --per-trekking 2 --uit "$work/veertig"
expect 0 "$ketenplan" waarde "$work/veertig/psa.csv" --eenheid "voorkomen delict" --uit "$work/waarde"
contains "$said" "2 strategieën" "waarde van de psa"
contains "$said" "zoals_nu" "de strategie in waarde"
