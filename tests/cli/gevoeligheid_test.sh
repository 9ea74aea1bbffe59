# Which assumptions move the answer, as a user asks it.
source "$(dirname "${BASH_SOURCE[0]}")/check.sh"

# study TEXT...: a small study of Hollands Midden, with more lines.
study() {
    cat <<EOF
formaat = 1
basis = "$hollands_midden"
replicaties = 4
zaad = 3
[gevoeligheid]
parameters = ["subregios.leiden.overlegmomenten[1].lengte", "casusoverleg.planningstermijn.gemiddelde",
    "taken.nazorg_opvolging.minuten.gemiddelde", "subregios.gouda.briefing.elke_weken"]
punten = 12
replicaties_per_punt = 2
aantal = 2
[[maten]]
maat = "wachttijd_overleg_gemiddeld"
[[maten]]
maat = "bezetting"
plaats = "procesregisseur@leiden"
EOF
    printf '%s\n' "$@"
}
study >"$work/studie.toml"

expect 0 "$ketenplan" gevoeligheid "$work/studie.toml" --draden 1 --uit "$work/een"
contains "$said" "4 onzekere getallen, elk op zijn laagst en op zijn hoogst 4 keer nagespeeld" "kop"
contains "$said" "Als deze 2 samen variëren" "verdeling van de onzekerheid"
contains "$said" "casusoverleg.planningstermijn.gemiddelde" "de aanname die de wachttijd bepaalt"
for file in tornado.csv sobol.csv metamodel.csv samenvatting.txt scenario.toml manifest.json \
    tornado-wachttijd_overleg_gemiddeld-regio.svg tornado-bezetting-procesregisseur-leiden.svg; do
    [ -s "$work/een/$file" ] || fail "$file ontbreekt"
done
[ "$(wc -l <"$work/een/tornado.csv")" -eq 9 ] || fail "niet 4 aannames van 2 maten"
[ "$(wc -l <"$work/een/sobol.csv")" -eq 5 ] || fail "niet 2 aannames van 2 maten"
[ "$(wc -l <"$work/een/metamodel.csv")" -eq 3 ] || fail "niet 2 maten"

# A longer time to plan makes for a longer wait, and more than a longer meeting room does.
first=$(grep '^wachttijd' "$work/een/tornado.csv" | head -n 1)
contains "$first" "casusoverleg.planningstermijn.gemiddelde" "de grootste uitslag staat bovenaan"
awk -F, '$4 == "casusoverleg.planningstermijn.gemiddelde" && /^wachttijd/ { good = $11 < $10 && $10 < $12 }
    END { exit !good }' "$work/een/tornado.csv" || fail "langer plannen maakt het wachten niet langer"

# The same bytes for any number of threads.
expect 0 "$ketenplan" gevoeligheid "$work/studie.toml" --draden 2 --uit "$work/twee"
diff -r "$work/een" "$work/twee" || fail "met twee draden komt er iets anders uit"

# Options go before the study.
expect 0 "$ketenplan" gevoeligheid "$work/studie.toml" --replicaties 2 --zaad 4 --decimaal komma --uit "$work/drie"
contains "$said" "op zijn hoogst 2 keer nagespeeld" "--replicaties"
contains "$(<"$work/drie/tornado.csv")" "maat;eenheid;plaats" "--decimaal komma"

# A bound that a rule of the scenario refuses: named, and the others are done.
cat >"$work/basis.toml" <<EOF
basis = "$hollands_midden"
naam = "een grens die niet kan"
[subregios.leiden.briefing]
elke_weken = { waarde = 1, laag = 0, hoog = 2, aanname = "nul kan niet" }
EOF
study | sed -e "s|^basis = .*|basis = \"$work/basis.toml\"|" \
    -e 's|"subregios.gouda.briefing.elke_weken"|"subregios.leiden.briefing.elke_weken"|' >"$work/grens.studie.toml"
expect 0 "$ketenplan" gevoeligheid "$work/grens.studie.toml" --replicaties 2 --uit "$work/grens"
contains "$said" "Niet gevarieerd, omdat een grens niet kan" "een grens die niet kan"
contains "$said" "subregios.leiden.briefing.elke_weken = 0" "welke grens"
contains "$said" "3 onzekere getallen" "de andere gaan door"

# Everything that is wrong with a study, at once.
sed -e 's/"casusoverleg.planningstermijn.gemiddelde"/"casusoverleg.planingstermijn.gemiddelde", "looptijd.start"/' \
    -e 's/^punten = 12/punten = 2/' -e 's/bezetting/bezeting/' -e 's/^aantal/aantalen/' "$work/studie.toml" >"$work/fout.toml"
expect 65 "$ketenplan" gevoeligheid "$work/fout.toml" --uit "$work/fout"
contains "$complained" "\"casusoverleg.planingstermijn.gemiddelde\", maar dat staat niet in de basis" "een onbekende parameter"
contains "$complained" "bedoelde u \"casusoverleg.planningstermijn.gemiddelde\"?" "een suggestie"
contains "$complained" "looptijd.start" "een parameter zonder grenzen"
contains "$complained" "moet tussen 8 en 1024 liggen" "te weinig punten"
contains "$complained" "gevoeligheid.aantalen" "een onbekende sleutel"
[ ! -e "$work/fout" ] || fail "er is toch iets geschreven"
expect 65 "$ketenplan" gevoeligheid "$work/ontbreekt.toml"
expect 64 "$ketenplan" gevoeligheid
