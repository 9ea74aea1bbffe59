# A begroting: it balances, is the same however it is made, and says what is wrong with a study.
source "$(dirname "${BASH_SOURCE[0]}")/check.sh"

study=$repository/tests/workbook/begroting.studie.toml
expect 0 "$ketenplan" begroting "$study" --uit "$work/een" --draden 1
contains "$said" "lasten = bijdragen + andere baten, op de cent, in elk jaar" "dat het sluit"
contains "$said" "gaat in op 1 augustus 2016 (statuten 8 weken, wensen_en_bedenkingen 12 weken)" "de doorlooptijd"
contains "$said" "2016: gedrukt 430.000,00 euro (begroting); 30.000,00 meer dan het jaar ervoor, waarvan 20.000,00 verklaard en 10.000,00 niet" "wat onverklaard blijft"
contains "$said" "in natura en niet in de begroting" "uren van partners"
[[ "$said" =~ "  lasten "\ +339.000,00\ +350.000,00\  ]] || fail "lasten van eerdere jaren"
[[ "$said" =~ "  bijdragen van gemeenten "\ +279.000,00\  ]] || fail "bijdragen van een eerder jaar"
for file in begroting.csv varianten.csv bijdragen.csv risico.csv kostprijs.csv partners.csv aansluiting.csv aannames.csv \
    trekkingen.csv begroting.xlsx samenvatting.txt scenario-stichting.toml manifest.json; do
    [ -s "$work/een/$file" ] || fail "$file ontbreekt"
done

# Lines add up to totals, and contributions to what they must bring in, in whole cents.
awk -F, 'FNR == 1 { ++table; next }
    table == 1 { key = $1 "/" $2; cents[key "/" $3] += int($12 * 100 + 0.5) }
    table == 2 && ($3 == "lasten" || $3 == "baten") { if (cents[$1 "/" $2 "/" $3] != int($4 * 100 + 0.5)) exit 1; ++n }
    table == 2 && $3 == "bijdragen" { asked[$1 "/" $2] = int($4 * 100 + 0.5) }
    table == 3 { paid[$1 "/" $2] += int($4 * 100 + 0.5) }
    END { if (n != 16) exit 1
        for (key in asked) { ++m; if (asked[key] != paid[key] || asked[key] != cents[key "/lasten"] - cents[key "/baten"]) exit 1 }
        if (m != 8) exit 1 }' \
    <(sed 's/"[^"]*"/x/g' "$work/een/begroting.csv") "$work/een/varianten.csv" "$work/een/bijdragen.csv" ||
    fail "regels, totalen en bijdragen tellen niet op"
# What a kostprijs spreads is the same by hours as by the printed minutes.
awk -F, 'NR > 1 { cents[$1 "/" $2 "/" $3] += int($7 * 100 + 0.5) }
    END { for (key in cents) { split(key, part, "/"); other = part[1] "/" part[2] "/gedrukte minuten"
            if (cents[key] != cents[other]) exit 1; ++n }
        if (n != 16) exit 1 }' "$work/een/kostprijs.csv" || fail "de kostprijs verdeelt iets anders"

# The same bytes with other threads, again, and stopped halfway and gone on with.
expect 0 "$ketenplan" begroting "$study" --uit "$work/twee" --draden 2
diff -r "$work/een" "$work/twee" || fail "twee keer is niet hetzelfde"
expect 0 "$ketenplan" begroting "$study" --replicaties 8 --trekkingen 3 --uit "$work/minder"
contains "$said" "8 replicaties, 3 trekkingen" "de opties"
expect 0 "$ketenplan" begroting "$study" --trekkingen 0 --uit "$work/geen"
contains "$said" "hoe zeker de volgorde is, is niet nagegaan" "geen trekkingen"
expect 0 "$ketenplan" begroting "$study" --decimaal komma --uit "$work/komma"
contains "$(head -n 2 "$work/komma/begroting.csv")" ";2016;lasten;personeel;" "een Nederlandse tabel"

# A present form without draws of what it does not have: no overgang, one variant.
sed -e "s|\.\./\.\./|$repository/|" -e '/^bijdragen/d' -e '/^huidig/d' -e '/^\[varianten\./,/^\[risicos/{/^\[risicos/!d}' "$study" >"$work/een.toml"
expect 0 "$ketenplan" begroting "$work/een.toml" --uit "$work/zonder"
[ -e "$work/zonder/bijdragen.csv" ] && fail "er is geen sleutel"

# What is wrong is said at its place, all at once, once.
sed -e "s|\.\./\.\./|$repository/|" -e '/^bijdragen/d' -e 's/^per = "fte"/per = "man"/' -e 's/schaal = "10", periodiek = 1/schaal = "11", periodiek = 1/' \
    -e 's/^zonder = .*/zonder = ["overhed"]/' -e 's/"2,5%"/"veel"/' -e 's/^voor = ."trajecten.*/voor = ["trajekten"]/' \
    -e 's/kans = "10%"/kans = "110%"/' "$study" >"$work/fout.toml"
expect 65 "$ketenplan" begroting "$work/fout.toml" --uit "$work/fout"
contains "$complained" '`personeel.regie_noord.schaal` "11" staat niet in [salarissen.schalen]' "een onbekende schaal"
contains "$complained" '`lasten.ict.per` moet "jaar", "fte", "loonsom" of een maat zijn' "een onbekende grondslag"
contains "$complained" 'bedoelde u "overhead"?' "een regel die er niet is"
contains "$complained" 'bedoelde u "trajecten"?' "een subsidie voor niets"
contains "$complained" '`risicos.claim.kans`' "een kans boven een"
contains "$complained" "6 fouten" "elke fout een keer"
[ -e "$work/fout" ] && fail "er is toch iets geschreven"
sed -e "s|\.\./\.\./|$repository/|" -e '/^bijdragen/d' -e 's/^huidig = .*/huidig = "stichtin"/' "$study" >"$work/huidig.toml"
expect 65 "$ketenplan" begroting "$work/huidig.toml" --uit "$work/fout"
contains "$complained" 'bedoelde u "stichting"?' "welke variant er nu is"
sed -e "s|\.\./\.\./|$repository/|" -e '/^bijdragen/d' -e 's/^besluit = .*/&\ningang = 2016-06-01/' "$study" >"$work/vroeg.toml"
expect 65 "$ketenplan" begroting "$work/vroeg.toml" --uit "$work/fout"
contains "$complained" "is eerder dan de doorlooptijd toelaat: na het besluit duurt het 20 weken" "te vroeg"

expect 0 "$ketenplan" begroting --help
contains "$said" "maak een begroting en meerjarenraming" "hulp"

# Numbers from Excel instead: the template has all that the study has, and gives the same begroting.
mkdir "$work/excel"
cp "$repository"/tests/workbook/*.toml "$work/excel/"
sed -i "s|\.\./\.\./|$repository/|" "$work/excel/"*.toml
expect 0 "$ketenplan" begroting "$work/excel/begroting.studie.toml" --invoersjabloon "$work/excel/invoer.xlsx"
awk '/^\[/ { gone = ($0 ~ /^\[(salarissen\.schalen|lasten|lasten\.(huisvesting|ict|overhead|risicoverzekering)|baten\.rijk|eerder\.[0-9.a-z]*)\]/) } !gone' \
    "$work/excel/begroting.studie.toml" | sed -e 's/^huidig/invoer = "invoer.xlsx"\n&/' -e 's/^\[lasten.overleg\]/&\naanname = "voorbeeld"/' \
    >"$work/excel/uit-excel.toml"
expect 0 "$ketenplan" begroting "$work/excel/uit-excel.toml" --uit "$work/uit-excel"
for table in varianten bijdragen risico kostprijs trekkingen aansluiting; do
    same_files "$work/een/$table.csv" "$work/uit-excel/$table.csv"
done
sed -e 's/^huidig/invoer = "invoer.xlsx"\n&/' "$work/excel/begroting.studie.toml" >"$work/excel/dubbel.toml"
expect 65 "$ketenplan" begroting "$work/excel/dubbel.toml" --uit "$work/fout"
contains "$complained" 'invoer.xlsx, blad Regels, cel A2: fout: `lasten.huisvesting` staat ook in de studie zelf' "wat dubbel is, met blad en cel"
printf 'regel;kant;bedrag;aanname\nkoffie;lasten;veel;proef\nthee;uitgaven;1,50;proef\n' >"$work/excel/regels.csv"
sed -e 's/^huidig/invoer = "regels.csv"\n&/' "$work/excel/begroting.studie.toml" >"$work/excel/csv.toml"
expect 65 "$ketenplan" begroting "$work/excel/csv.toml" --uit "$work/fout"
contains "$complained" 'regels.csv:2:' "de regel van een CSV-bestand"
contains "$complained" 'moet "lasten" of "baten" zijn' "een kant die er niet is"
printf 'regel;kant;bedrag;aanname\nkoffie;lasten;1.250,50;proef\n' >"$work/excel/regels.csv"
expect 0 "$ketenplan" begroting "$work/excel/csv.toml" --replicaties 2 --trekkingen 0 --uit "$work/koffie"
grep -q ',koffie,koffie,1250.5,' "$work/koffie/begroting.csv" || fail "de regel uit CSV ontbreekt"
# Figures of gemeenten for a key.
printf 'gemeente;uitstroom;bron\nnoordstad;3;proef\nzuidstad;1;proef\n' >"$work/excel/gemeenten.csv"
cat >"$work/excel/sleutel.toml" <<END
formaat = 1
basis = "$repository/scenarios/test/voorbeeld.toml"
bedrag = "100 euro"
invoer = "gemeenten.csv"
[sleutels.uitstroom]
delen = { uitstroom = "100%" }
END
expect 0 "$ketenplan" bijdragen "$work/excel/sleutel.toml" --uit "$work/sleutel"
grep -q '^uitstroom,Noordstad,75,' "$work/sleutel/bijdragen.csv" || fail "de cijfers uit CSV: $(<"$work/sleutel/bijdragen.csv")"

# What an auditor would not accept, and what a treasurer must be told.
here() { sed -e "s|\.\./\.\./|$repository/|" -e "s|studie = \"bijdragen|studie = \"$repository/tests/workbook/bijdragen|" "$@" "$study"; }
refused() { # FILE WORDS WHY
    expect 65 "$ketenplan" begroting "$work/$1" --uit "$work/fout"
    contains "$complained" "$2" "$3"
}
here -e 's/^voor = \["ict", "overleg"\]/voor = ["ict", "trajecten"]/' >"$work/tweemaal.toml"
refused tweemaal.toml 'noemt "trajecten", waarvoor al subsidie is' "kosten die twee keer worden opgegeven"
here -e 's/^voor = \["ict", "overleg"\]/voor = ["rijk"]/' >"$work/baten.toml"
refused baten.toml 'noemt "rijk", maar zo heten geen lasten' "subsidie voor baten"
here -e 's/, periodiek = 4 }/ }/' >"$work/trede.toml"
refused trede.toml '`personeel.regie_zuid.periodiek` ontbreekt' "een post zonder periodiek"
here -e 's/periodiek = 4/periodiek = 2.5/' >"$work/half.toml"
refused half.toml "moet een heel getal zijn" "een halve periodiek"
here -e 's/"3000 euro"/"-3000 euro"/' >"$work/min.toml"
refused min.toml "heeft een maandsalaris dat niet boven nul ligt" "een salaris onder nul"
here -e 's/^reserve = .*/reserve = "-1 euro"/' >"$work/reserve.toml"
refused reserve.toml '`varianten.stichting.reserve` is -1 euro' "een reserve onder nul"
here -e 's/^\[lasten.overhead\]/&\neenmalig = true/' >"$work/eenmalig.toml"
refused eenmalig.toml "kan alleen bij een variant die ingaat" "eenmalig zonder ingang"
here -e 's/^\[lasten.overhead\]/&\nvan = 2018\ntot = 2017/' >"$work/vantot.toml"
refused vantot.toml 'is 2018, na `tot` = 2017' "van na tot"
here -e "s|$repository/tests/workbook/bijdragen|$repository/scenarios/hollands-midden/bijdragen|" -e 's/sleutel = "gemengd"/sleutel = "inwoners"/' >"$work/regio.toml"
sed -i "s|$repository/tests/workbook/bijdragen|$repository/scenarios/hollands-midden/bijdragen|" "$work/regio.toml"
refused regio.toml "gaat over andere gemeenten dan het scenario" "een andere regio"
sed -i 's|studie = "[^"]*"|studie = "er-niet.toml"|' "$work/regio.toml"
refused regio.toml '`bijdragen.studie` noemt er-niet.toml, maar dat bestand is er niet' "een studie die er niet is"
expect 65 "$ketenplan" begroting scenarios/hollands-midden/bijdragen.studie.toml --uit "$work/fout"
contains "$complained" "hoort bij een studie voor \`ketenplan bijdragen\`; dit is geen begroting" "een andere studie"
contains "$complained" "1 fout in" "een lijst van onbekende sleutels zegt niets"
[ -e "$work/fout" ] && fail "er is toch iets geschreven"

here -e 's/toekenning = "20000 euro"/toekenning = "200 euro"\ndrempel = "400 euro"/' -e 's/bedrag = "60000 euro"/bedrag = "9000000 euro"/' \
    -e 's/^besluit = .*/besluit = 2030-01-01/' -e 's/^alle = { waarde = "4%"/alle = { waarde = "40%"/' -e 's/hoog = "6%"/hoog = "45%"/' >"$work/vreemd.toml"
expect 0 "$ketenplan" begroting "$work/vreemd.toml" --replicaties 3 --trekkingen 0 --uit "$work/vreemd"
contains "$said" "De toekenning van Digitaal werken blijft onder de drempel: er komt niets." "een drempel"
contains "$said" "de baten zijn hoger dan de lasten; er is niets bij te dragen" "een overschot"
contains "$said" "Stichting gaat pas in na de jaren van deze studie" "een variant die nooit ingaat"
contains "$said" "is een procentteken vergeten?" "een vreemde index"
contains "$said" "Wie die vult, betaalt haar naast de bijdragen" "een reserve die iemand vult"
here -e '/^\[gewichten\]/i [btw]\ntrajecten = "21%"\n' >"$work/btw.toml"
expect 0 "$ketenplan" begroting "$work/btw.toml" --replicaties 3 --trekkingen 0 --uit "$work/btw"
[ "$(cut -d, -f12 <(grep '^stichting,2017,lasten,btw,btw,' "$work/btw/begroting.csv"))" != \
    "$(cut -d, -f12 <(grep '^stichting,2017,lasten,btw,btw,' "$work/een/begroting.csv"))" ] || fail "BTW over trajecten telt niet"

# A key that cannot spread the amount says so, in words and in the workbook; nobody pays 0.
cat >"$work/laag.toml" <<END
formaat = 1
basis = "$repository/scenarios/test/voorbeeld.toml"
bedrag = "150 euro"
[sleutels.gemengd]
delen = { inwoners = "100%" }
maximum = "100 euro"
END
here >"$work/onverdeeld.toml"
sed -i "s|$repository/tests/workbook/bijdragen.studie.toml|laag.toml|" "$work/onverdeeld.toml"
expect 0 "$ketenplan" begroting "$work/onverdeeld.toml" --replicaties 3 --trekkingen 0 --uit "$work/onverdeeld"
contains "$said" "de bijdragen zijn niet verdeeld: sleutel gemengd haalt met zijn maximum het bedrag niet" "een maximum dat te laag is"
[ "$(wc -l <"$work/onverdeeld/bijdragen.csv")" -eq 1 ] || fail "iemand betaalt toch iets"

# What percentiles are of can be looked up.
grep '^stichting,2017,' "$work/een/tegenvallers.csv" | cut -d, -f4 | sort -g >"$work/tegenvallers"
middle=$(awk '{ value[NR] = $1 } END { if (NR != 10) exit 1; printf "%.2f", (value[5] + value[6]) / 2 }' "$work/tegenvallers")
told=$(awk -F, '$1 == "stichting" && $2 == 2017 && $3 == "p50" { printf "%.2f", $4 }' "$work/een/risico.csv")
[ "$middle" = "$told" ] || fail "de percentielen horen niet bij de tegenvallers: $middle en $told"
