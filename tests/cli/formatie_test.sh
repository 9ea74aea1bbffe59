# The smallest formatie that meets norms, as a user starts it.
source "$(dirname "${BASH_SOURCE[0]}")/check.sh"

example=$repository/scenarios/test/voorbeeld.toml
post=$(sed -n 's/^\[formatie\.posten\.\(.*\)\]$/\1/p' "$example" | head -1)
assumed_house "$work/huis.toml"
study=$work/mijn.studie.toml
formatie_question huis.toml "$post" >"$study"

expect 0 "$ketenplan" formatie "$study" --draden 1 --uit "$work/een"
contains "$said" "Het antwoord: " "formatie"
contains "$said" "Een stap minder" "de buren"
contains "$said" "Een fte meer: wat koopt dat?" "een meer"
contains "$said" "Fte tegenover wachten" "de grens"
contains "$said" "Over de aannames: elk jaar met andere aannames, uit de 2 bereiken" "de tweede zekerheid"
contains "$said" "Met de formatie van nu" "de formatie van nu"
for file in formatie.csv zoektocht.csv grens.csv grens.svg aannames.csv samenvatting.txt scenario.toml manifest.json; do
    [ -s "$work/een/$file" ] || fail "$file ontbreekt"
done
[ ! -e "$work/een/tussenstand.txt" ] || fail "de tussenstand bleef staan"
expect 0 "$ketenplan" simuleer "$work/een/scenario.toml" --replicaties 2 --uit "$work/antwoord"

expect 0 "$ketenplan" formatie "$study" --draden 2 --uit "$work/twee"
for file in formatie.csv zoektocht.csv grens.csv grens.svg aannames.csv samenvatting.txt manifest.json; do
    same_files "$work/een/$file" "$work/twee/$file"
done

# A budget, a formatie that somebody has in mind, and a calibrated ensemble.
cat >"$work/ensemble.csv" <<EOF
lid,ronde,rondes,toestand,misfit,taken.intake.minuten
0,1,1,meegeteld,1,70
1,1,1,meegeteld,1,90
EOF
sed -e 's/^bewijs = 50/bewijs = 50\nensemble = "ensemble.csv"\nbudget = "150000 euro"/' \
    -e 's/^maximum = "3 fte"/maximum = "3 fte"\nprijs = "100000 euro"/' "$study" >"$work/geld.studie.toml"
cat >>"$work/geld.studie.toml" <<EOF
[formatie.bekijk.twee_fte]
$post = "2 fte"
EOF
expect 0 "$ketenplan" formatie "$work/geld.studie.toml" --uit "$work/geld"
contains "$said" "uit de 2 leden" "het ensemble"
contains "$said" "Met twee_fte: " "een gevraagde formatie"
contains "$said" "Met een budget van 150.000 euro: " "het budget"
grep -q "^Het antwoord: .* fte, [0-9.]* euro per jaar$" <<<"$said" || fail "wat het antwoord kost"
contains "$said" " 1,5 fte (samen 1,5 fte)" "wat het budget koopt"
sed 's/150000/1000/' "$work/geld.studie.toml" >"$work/arm.studie.toml"
expect 0 "$ketenplan" formatie "$work/arm.studie.toml" --uit "$work/arm"
contains "$said" "Voor 1.000 euro is er geen formatie" "een te klein budget"
grep -v '^prijs' "$work/geld.studie.toml" | sed 's/ensemble.csv/weg.csv/' >"$work/prijsloos.studie.toml"
expect 65 "$ketenplan" formatie "$work/prijsloos.studie.toml" --uit "$work/niets"
contains "$complained" "kan niet zonder de prijs van een fte" "een budget zonder prijs"
contains "$complained" "weg.csv" "een ensemble dat er niet is"

# A norm that no fte can meet.
sed 's/40 dagen/1 dag/' "$study" >"$work/streng.studie.toml"
expect 0 "$ketenplan" formatie "$work/streng.studie.toml" --uit "$work/streng"
contains "$said" "Geen antwoord: ook met de grootste formatie" "een te strenge norm"
contains "$said" "Met de formatie van nu: " "wat er is gevraagd, ook zonder antwoord"
grep -q '^de formatie van nu,' "$work/streng/formatie.csv" || fail "wat er is gevraagd staat niet in de tabel"
grep -q '^antwoord,' "$work/streng/formatie.csv" && fail "een antwoord dat er niet is"

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

# What only looks like a number of steps, a price or a year.
cat >"$work/randen.studie.toml" <<EOF
basis = "$example"
[formatie.posten.$post]
minimum = "0 fte"
maximum = "1000000000000 fte"
prijs = "0,001 euro"
[[formatie.normen]]
maat = "doorlooptijd_weging_gemiddeld"
hoogstens = "40 dagen"
kans = "80%"
[[formatie.normen]]
maat = "contacten_te_laat"
hoogstens = 10
kans = "80%"
EOF
expect 65 "$ketenplan" formatie "$work/randen.studie.toml" --uit "$work/niets"
contains "$complained" "posten.$post.minimum" "een minimum van niets"
contains "$complained" "posten.$post.maximum" "een onmogelijk maximum"
contains "$complained" 'schrijf "10%"' "een aandeel van 1000%"
contains "$complained" "moet ten minste een cent zijn" "een prijs van niets"
cat >"$work/jaren.toml" <<EOF
basis = "$example"
[looptijd]
einde = 2018-01-01
EOF
sed 's/huis.toml/jaren.toml/' "$study" >"$work/jaren.studie.toml"
expect 65 "$ketenplan" formatie "$work/jaren.studie.toml" --uit "$work/niets"
contains "$complained" "een norm gaat over één jaar" "meer jaren"
