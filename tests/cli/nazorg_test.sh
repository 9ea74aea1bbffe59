# The study of nazorg and the calibration of recidive, as a user starts them.
source "$(dirname "${BASH_SOURCE[0]}")/check.sh"

expect 0 "$ketenplan" nazorg --intensiteit 0,5 "$hollands_midden" --replicaties 6 --draden 1 --uit "$work/een"
contains "$said" "zoals nu tegenover zonder nazorg" "nazorg"
contains "$said" "intensiteit 0,5 tegenover zonder nazorg" "--intensiteit"
contains "$said" "geen effect (1) ligt daarbinnen" "het interval van het effect"
contains "$said" "marginale prijzen" "prijzen"
for file in nazorg.csv trekkingen.csv samenvatting.txt parameters.csv scenario.toml manifest.json; do
    [ -s "$work/een/$file" ] || fail "$file ontbreekt"
done
[ "$(wc -l <"$work/een/trekkingen.csv")" -eq 19 ] || fail "niet 6 replicaties van 3 armen"

# The same bytes for any number of threads; every draw of the effect once per replication.
expect 0 "$ketenplan" nazorg "$hollands_midden" --replicaties 6 --draden 2 --uit "$work/twee" --intensiteit 0,5
for file in nazorg.csv trekkingen.csv samenvatting.txt manifest.json; do
    same_files "$work/een/$file" "$work/twee/$file"
done
[ "$(tail -n +2 "$work/een/trekkingen.csv" | grep -v intensiteit | cut -d, -f1,3 | sort -u | wc -l)" -eq 6 ] ||
    fail "het effect verschilt tussen armen van een replicatie"

# No effect of any kind: the same offences with and without nazorg, in every replication.
cat >"$work/zonder-effect.toml" <<EOF
basis = "$hollands_midden"
naam = "zonder effect"
EOF
for need in identiteitsbewijs huisvesting inkomen_en_werk; do
    printf '[nazorg.leefgebieden.%s]\nrecidive = 1\n' "$need" >>"$work/zonder-effect.toml"
done
expect 0 "$ketenplan" nazorg "$work/zonder-effect.toml" --replicaties 6 --odds-ratio 1 --uit "$work/geen"
contains "$said" "vast effect: odds ratio 1,00" "--odds-ratio"
[ "$(tail -n +2 "$work/geen/trekkingen.csv" | cut -d, -f1,6,7 | sort -u | wc -l)" -eq 6 ] ||
    fail "recidive verschilt, terwijl nazorg niets doet"
[ "$(tail -n +2 "$work/een/trekkingen.csv" | grep -v intensiteit | cut -d, -f1,6,7 | sort -u | wc -l)" -gt 6 ] ||
    fail "recidive verschilt ook niet als nazorg wel iets doet"

expect 65 "$ketenplan" nazorg "$repository/scenarios/test/voorbeeld.toml"
contains "$complained" "recidive.vervolg" "een scenario zonder recidive"
expect 64 "$ketenplan" nazorg "$hollands_midden" --intensiteit veel
contains "$complained" "geen getal" "--intensiteit veel"

expect 0 "$ketenplan" kalibreer "$hollands_midden" --replicaties 6
contains "$said" "[recidive] schaal = " "kalibreer"
contains "$said" "recidive binnen 2 jaar                              47,0%" "kalibreer"
contains "$said" "extra vrijlatingen per persoon, hetzelfde jaar      17,3%" "kalibreer"
expect 65 "$ketenplan" kalibreer "$repository/scenarios/test/voorbeeld.toml"
contains "$complained" "recidive.gepubliceerd" "kalibreer zonder gepubliceerd cijfer"
