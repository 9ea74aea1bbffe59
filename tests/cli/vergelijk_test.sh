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
