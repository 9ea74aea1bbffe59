# As many replications as the precision asks for.
source "$(dirname "${BASH_SOURCE[0]}")/check.sh"

example=$repository/scenarios/test/voorbeeld.toml
expect 0 "$ketenplan" simuleer "$example" --precisie 5% --maat meldingen --uit "$work/grof"
contains "$said" "De gevraagde precisie van 5,00% is bereikt na" "--precisie"
count=$(sed -n 's/.*bereikt na \([0-9.]*\) replicaties.*/\1/p' "$work/grof/samenvatting.txt" | tr -d .)
[ "$count" -ge 100 ] && [ "$count" -lt 20000 ] || fail "bereikt na $count replicaties"

# The results are those of a run with as many replications, whatever the number of threads.
expect 0 "$ketenplan" simuleer "$example" --replicaties "$count" --uit "$work/vast"
same_files "$work/grof/gebied.csv" "$work/vast/gebied.csv"
expect 0 "$ketenplan" simuleer "$example" --precisie 5% --maat meldingen --draden 2 --uit "$work/draden"
same_files "$work/grof/samenvatting.txt" "$work/draden/samenvatting.txt"

expect 0 "$ketenplan" simuleer "$example" --precisie 0,1% --replicaties 120 --uit "$work/fijn"
contains "$said" "De gevraagde precisie van 0,10% is na 120 replicaties niet bereikt" "niet bereikt"
expect 64 "$ketenplan" simuleer "$example" --precisie 2% --maat meldngen
contains "$complained" 'bedoelde u "meldingen"' "een onbekende maat"
expect 64 "$ketenplan" simuleer "$example" --precisie veel
contains "$complained" "geen percentage" "--precisie veel"
expect 64 "$ketenplan" simuleer "$example" --maat meldingen
contains "$complained" "--maat kan alleen samen met --precisie" "--maat zonder --precisie"
