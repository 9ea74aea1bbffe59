# The report of a begroting: where it is written, in which language, and with what beside it.
source "$(dirname "${BASH_SOURCE[0]}")/check.sh"

study=$repository/tests/report/studie.toml
few=(--replicaties 2 --trekkingen 0)

expect 0 "$ketenplan" begroting "$study" "${few[@]}" --uit "$work/nl"
contains "$(head -n 2 "$work/nl/rapport.html")" '<html lang="nl">' "Nederlands is gewoon"
for table in soorten spreiding volgorde; do
    [ -s "$work/nl/$table.csv" ] || fail "$table.csv ontbreekt naast het rapport"
done
contains "$(<"$work/nl/manifest.json")" '"rapport.html"' "het manifest noemt het rapport"

expect 0 "$ketenplan" begroting "$study" "${few[@]}" --taal en --uit "$work/en"
contains "$(head -n 2 "$work/en/rapport.html")" '<html lang="en">' "Engels als daarom wordt gevraagd"
same_files "$work/nl/varianten.csv" "$work/en/varianten.csv"

expect 64 "$ketenplan" begroting "$study" --taal fr
contains "$complained" 'fr' "een andere taal is er niet"
