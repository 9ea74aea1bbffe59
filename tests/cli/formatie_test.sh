# The smallest formatie that meets norms, as a user starts it.
source "$(dirname "${BASH_SOURCE[0]}")/check.sh"

example=$repository/scenarios/test/voorbeeld.toml
post=$(sed -n 's/^\[formatie\.posten\.\(.*\)\]$/\1/p' "$example" | head -1)
cat >"$work/huis.toml" <<EOF
basis = "$example"
naam = "met een aanname"
[weging]
sluitingstermijn = { waarde = "1 dag", laag = "0,5 dag", hoog = "3 dagen", aanname = "proef" }
[taken.intake]
minuten = { waarde = "60 minuten", laag = "30 minuten", hoog = "240 minuten", aanname = "proef" }
EOF
study=$work/mijn.studie.toml
cat >"$study" <<EOF
formaat = 1
naam = "Hoeveel is genoeg?"
basis = "huis.toml"
[formatie]
onverschillig = "10%"
replicaties_hoogstens = 200
bewijs = 60
[formatie.posten.$post]
minimum = "0,5 fte"
maximum = "3 fte"
[[formatie.normen]]
maat = "doorlooptijd_weging_gemiddeld"
hoogstens = "40 dagen"
kans = "80%"
EOF

expect 0 "$ketenplan" formatie "$study" --draden 1 --uit "$work/een"
contains "$said" "Het antwoord: " "formatie"
contains "$said" "Een stap minder" "de buren"
contains "$said" "Een fte meer: wat koopt dat?" "een meer"
contains "$said" "Fte tegenover wachten" "de grens"
contains "$said" "Over de bandbreedte van de" "de tweede zekerheid"
for file in formatie.csv zoektocht.csv grens.csv aannames.csv samenvatting.txt scenario.toml manifest.json; do
    [ -s "$work/een/$file" ] || fail "$file ontbreekt"
done
[ ! -e "$work/een/tussenstand.txt" ] || fail "de tussenstand bleef staan"
expect 0 "$ketenplan" simuleer "$work/een/scenario.toml" --replicaties 2 --uit "$work/antwoord"

expect 0 "$ketenplan" formatie "$study" --draden 2 --uit "$work/twee"
for file in formatie.csv zoektocht.csv grens.csv aannames.csv samenvatting.txt manifest.json; do
    same_files "$work/een/$file" "$work/twee/$file"
done

# Stopped half-way, the next run goes on and ends with the same bytes.
"$ketenplan" formatie "$study" --draden 1 --uit "$work/drie" >/dev/null 2>&1 &
stopped=$!
sleep 0.4
kill -INT "$stopped" 2>/dev/null || true
wait "$stopped" || true
expect 0 "$ketenplan" formatie "$study" --draden 1 --uit "$work/drie"
same_files "$work/een/samenvatting.txt" "$work/drie/samenvatting.txt"
same_files "$work/een/zoektocht.csv" "$work/drie/zoektocht.csv"

# A norm that no fte can meet.
sed 's/40 dagen/1 dag/' "$study" >"$work/streng.studie.toml"
expect 0 "$ketenplan" formatie "$work/streng.studie.toml" --uit "$work/streng"
contains "$said" "Geen antwoord: ook met de grootste formatie" "een te strenge norm"

cat >"$work/fout.studie.toml" <<EOF
basis = "$example"
[formatie]
stappen = "0,1 fte"
[formatie.posten.bestaat_niet]
[[formatie.normen]]
maat = "doorlooptijd_weging_gemiddeld"
hoogstens = "40 dagen"
[[formatie.normen]]
maat = "doorlooptijd_weging_gemiddeld"
kans = "90%"
EOF
expect 65 "$ketenplan" formatie "$work/fout.studie.toml" --uit "$work/niets"
contains "$complained" "formatie.stappen" "een onbekende sleutel"
contains "$complained" "is geen post van de basis" "een onbekende post"
contains "$complained" 'schrijf kans = "90%"' "een norm zonder kans"
contains "$complained" '`minstens` of `hoogstens`' "een norm zonder grens"
[ ! -e "$work/niets" ] || fail "een studie met fouten liet iets achter"
