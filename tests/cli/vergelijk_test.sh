# Variants against a base on common random numbers, as a user starts it.
source "$(dirname "${BASH_SOURCE[0]}")/check.sh"

study=$work/mijn.studie.toml
cat >"$study" <<EOF
formaat = 1
naam = "Meer of minder procesregie"
basis = "$hollands_midden"
replicaties = 12

[varianten.zelfde]
naam = "hetzelfde huis"
[varianten.zelfde.wijzigingen]
naam = "andere naam"

[raster.leiden]
naam = "Leiden"
parameter = "formatie.posten.regie_leiden.fte"
waarden = ["0,9 fte", "2,8 fte"]

[[maten]]
maat = "wachttijd_overleg_gemiddeld"
plaats = "leiden"
beter = "lager"

[[maten]]
maat = "bezetting"
plaats = "procesregisseur@leiden"
EOF

expect 0 "$ketenplan" vergelijk "$study" --draden 1 --uit "$work/een"
contains "$said" "Meer of minder procesregie" "vergelijk"
contains "$said" "precies gelijk: wachttijd_overleg_gemiddeld (leiden) en bezetting (procesregisseur@leiden)" "hetzelfde huis"
contains "$said" "Bij de beste horen: Veiligheidshuis Hollands Midden 2015, hetzelfde huis en Leiden 2,8 fte" "het best"
contains "$said" "slechter: wachttijd_overleg_gemiddeld (leiden)" "minder procesregie"
contains "$said" "keer zo klein (mediaan" "wat paren scheelt"
for file in vergelijking.csv samenvatting.txt manifest.json scenario-basis.toml scenario-zelfde.toml \
    scenario-raster-1.toml scenario-raster-2.toml; do
    [ -s "$work/een/$file" ] || fail "$file ontbreekt"
done
[ "$(wc -l <"$work/een/vergelijking.csv")" -eq 9 ] || fail "niet 4 opties van 2 maten"

# The same bytes for any number of threads, and the base is what `simuleer` gives.
expect 0 "$ketenplan" vergelijk "$study" --draden 2 --uit "$work/twee"
for file in vergelijking.csv samenvatting.txt manifest.json; do
    same_files "$work/een/$file" "$work/twee/$file"
done
expect 0 "$ketenplan" simuleer "$hollands_midden" --replicaties 12 --uit "$work/los"
alone=$(grep ',wachttijd_overleg_gemiddeld,\|^wachttijd_overleg_gemiddeld,' "$work/los/gebied.csv" | grep leiden | head -1)
mean=$(grep '^wachttijd_overleg_gemiddeld,' "$work/een/vergelijking.csv" | grep ',basis,' | cut -d, -f8)
contains "$alone" "$mean" "de basis van vergelijk en simuleer"

# Faults: all at once, with their place.
cat >"$work/fout.studie.toml" <<EOF
basis = "$hollands_midden"
replicatie = 10
[varianten.een.wijzigingen.formatie.posten.regie_leiden]
fte = "-1 fte"
[varianten.twee]
naam = "leeg"
[raster.leiden]
parameter = "formatie.posten.regie_leyden.fte"
waarden = ["1 fte"]
[[maten]]
maat = "wachttijd_overlg_gemiddeld"
EOF
expect 65 "$ketenplan" vergelijk "$work/fout.studie.toml" --uit "$work/niets"
contains "$complained" "fout.studie.toml:2:1" "plaats van een onbekende sleutel"
contains "$complained" "replicaties" "een suggestie"
contains "$complained" "fout.studie.toml:4:" "plaats in een wijziging"
contains "$complained" "varianten.twee" "een lege variant"
contains "$complained" "regie_leiden" "een verkeerde parameter"
[ ! -e "$work/niets" ] || fail "een studie met fouten liet iets achter"

expect 65 "$ketenplan" vergelijk "$work/bestaat-niet.toml"
expect 64 "$ketenplan" vergelijk "$study" --replicaties 1

# As many replications as the precision takes, or it says that they were not enough.
cat >"$work/precies.toml" <<END
formaat = 1
basis = "$repository/scenarios/test/voorbeeld.toml"
precisie = "1%"
[varianten.langer.wijzigingen.taken.intake]
minuten = "90 minuten"
[[maten]]
maat = "doorlooptijd_weging_gemiddeld"
END
expect 0 "$ketenplan" vergelijk "$work/precies.toml" --uit "$work/precies"
contains "$said" "De gevraagde precisie is bereikt: elk verschil is met 95% zekerheid op 1,00%" "precisie"
contains "$said" "slechter: doorlooptijd_weging_gemiddeld (regio), van " "hoe groot het verschil is"
few=$(sed -nE 's/.* ([0-9.]+) keer nagespeeld.*/\1/p' <<<"$said")
sed 's/"1%"/"0,3%"/' "$work/precies.toml" >"$work/preciezer.toml"
expect 0 "$ketenplan" vergelijk "$work/preciezer.toml" --draden 2 --uit "$work/preciezer"
more=$(sed -nE 's/.* ([0-9.]+) keer nagespeeld.*/\1/p' <<<"$said")
[ "${more//./}" -gt "${few//./}" ] || fail "preciezer kost niet meer replicaties: $few, $more"
expect 0 "$ketenplan" vergelijk "$work/preciezer.toml" --replicaties 50 --uit "$work/onprecies"
contains "$said" "De gevraagde precisie van 0,30% is na 50 replicaties niet bereikt" "niet bereikt"
sed 's/"1%"/"80%"/' "$work/precies.toml" >"$work/grof.toml"
expect 65 "$ketenplan" vergelijk "$work/grof.toml"
contains "$complained" "precisie\` is 80%, maar moet tussen" "een precisie die geen precisie is"

# The key of an option becomes the name of a file.
sed 's/\[varianten.langer/[varianten."..\/langer"/' "$work/precies.toml" >"$work/pad.toml"
expect 65 "$ketenplan" vergelijk "$work/pad.toml" --uit "$work/pad"
contains "$complained" "een naam waar geen bestand naar kan heten" "een optie die een pad is"
[ ! -e "$work/pad" ] || fail "er is iets geschreven"

# What the options cost: a begroting of each, in a folder of its own, which is that of the house alone.
sed -e "s|\.\./\.\./|$repository/|" -e '/^bijdragen/d' -e 's/^trekkingen = .*/trekkingen = 3/' \
    "$repository/tests/workbook/begroting.studie.toml" >"$work/geld.toml"
cat >"$work/kosten.toml" <<END
formaat = 1
naam = "Meer regie in het noorden"
basis = "$repository/scenarios/test/voorbeeld.toml"
replicaties = 5
[varianten.meer]
naam = "meer regie"
[varianten.meer.wijzigingen.formatie.posten.regie_noord]
fte = "3 fte"
[varianten.erbij]
naam = "iemand erbij"
[varianten.erbij.wijzigingen.formatie.posten.regie_erbij]
rol = "procesregisseur"
plaats = "noord"
fte = "1 fte"
[begroting]
studie = "geld.toml"
[begroting.wijzigingen.personeel]
regie_erbij = { schaal = "10", periodiek = 1 }
END
expect 0 "$ketenplan" vergelijk "$work/kosten.toml" --draden 1 --uit "$work/kosten"
contains "$said" "Wat de opties kosten: wat de gemeenten samen betalen, 2016 tot en met 2019" "wat het kost"
contains "$said" "duurder dan de basis, en dat in 100% van 3 trekkingen" "hoe zeker dat is"
for file in begroting.xlsx rapport.html begroting.csv manifest.json scenario-erbij.toml; do
    [ -s "$work/kosten/begroting/$file" ] || fail "begroting/$file ontbreekt"
done
expect 0 "$ketenplan" begroting "$work/geld.toml" --trekkingen 0 --uit "$work/geld"
sed -n 's/^basis,/x,/p' "$work/kosten/begroting/begroting.csv" >"$work/basis.csv"
sed -n 's/^samenwerkingsverband,/x,/p' "$work/geld/begroting.csv" >"$work/alleen.csv"
same_files "$work/basis.csv" "$work/alleen.csv"
grep -q '^erbij,2016,lasten,personeel,regie_erbij,' "$work/kosten/begroting/begroting.csv" || fail "de nieuwe post kost niets"
expect 0 "$ketenplan" vergelijk "$work/kosten.toml" --draden 2 --uit "$work/kosten2"
diff -r "$work/kosten" "$work/kosten2" || fail "de kosten van opties zijn niet twee keer hetzelfde"
sed '/regie_erbij = /d' "$work/kosten.toml" >"$work/zonder-schaal.toml"
expect 65 "$ketenplan" vergelijk "$work/zonder-schaal.toml" --uit "$work/zonder-schaal"
contains "$complained" '`personeel.regie_erbij` ontbreekt' "een post zonder salaris"
[ ! -e "$work/zonder-schaal" ] || fail "er is iets geschreven"
