# The value of a choice and of knowing more, from a table of draws.
source "$(dirname "${BASH_SOURCE[0]}")/check.sh"

# 2000 draws of five strategies: dear is dominated by good, between is a mixture of good and best.
# Costs and effects depend on two chances; the third column of numbers has nothing to do with them.
awk 'function draw() { seed = (seed * 16807) % 2147483647; return seed / 2147483647 }
    BEGIN {
        OFS = ","
        seed = 20150101
        print "trekking,kosten_nu,effect_nu,kosten_duur,effect_duur,kosten_goed,effect_goed",
            "kosten_tussen,effect_tussen,kosten_best,effect_best,recidive,prijs,weer"
        for (i = 1; i <= 2000; ++i) {
            r = 0.3 + 0.1 * (draw() + draw() + draw() + draw() - 2)
            p = 50 + 20 * (draw() + draw() - 1)
            print i, 0, 0, 60 * p, 10 * r, 40 * p, 10 * r, 100 * p, 14 * r, 140 * p, 24 * r, r, p, draw()
        }
    }' >"$work/tabel.csv"

expect 0 "$ketenplan" waarde "$work/tabel.csv" --bereidheid 0:2000:100 --eenheid "voorkomen delict" \
    --nieuw-onderzoek recidive=200 --nieuw-onderzoek prijs:10=20 --uit "$work/een"
contains "$said" "2.000 trekkingen van 5 strategieën" "hoeveel er is gelezen"
contains "$said" "duur: valt af (gedomineerd): naar verwachting niet goedkoper en niet beter dan goed, en zo is het in" "gedomineerd"
contains "$said" "tussen: valt af (uitgebreid gedomineerd): deels goed en deels best" "uitgebreid gedomineerd"
contains "$said" "euro per voorkomen delict: nu" "de beste keuze"
contains "$said" "alleen recidive" "EVPPI"
contains "$said" "200 personen volgen voor recidive" "EVSI van een kans"
contains "$said" "(wat men nu weet is 10 personen waard)" "opgegeven voorkennis"
for file in waarde.csv strategieen.csv parameters-waarde.csv kans-beste.svg verlies.svg samenvatting.txt manifest.json; do
    [ -s "$work/een/$file" ] || fail "$file ontbreekt"
    [ "$file" = manifest.json ] || grep -q "\"$file\"" "$work/een/manifest.json" ||
        fail "manifest noemt $file niet"
done
grep -qi 'nan\|inf' "$work/een"/*.svg "$work/een"/*.csv && fail "iets dat geen getal is"

# The chances of all strategies at a price add up to 1; the smallest expected loss is the EVPI.
awk -F, 'NR > 1 && $1 == "kans_beste" { sum[$3] += $5 }
    $1 == "verwacht_verlies" && (!($3 in least) || $5 < least[$3]) { least[$3] = $5 }
    $1 == "evpi" { evpi[$3] = $5; if ($5 > 0) some = 1 }
    END {
        for (price in evpi) {
            ++n
            if (sum[price] < 0.999999 || sum[price] > 1.000001 || least[price] != evpi[price]) exit 1
        }
        if (n != 21 || !some) exit 1
    }' "$work/een/waarde.csv" || fail "kansen of verliezen kloppen niet: $(<"$work/een/waarde.csv")"
# What is known of one parameter is worth no more than knowing all, a study no more than its parameter,
# and what has nothing to do with it next to nothing.
awk -F, '$2 == "evppi" { if ($10 != "" && $10 > 1.05) exit 1; known[$1, $5] = $6
        if ($1 == "recidive" && $6 > top) top = $6; if ($1 == "weer" && $6 > noise) noise = $6 }
    $2 == "evsi" && $6 > known[$1, $5] { exit 1 }
    END { if (noise > 0.02 * top || top == 0) exit 1 }' "$work/een/parameters-waarde.csv" ||
    fail "waarde van parameters: $(<"$work/een/parameters-waarde.csv")"

# The same table as Dutch Excel writes it gives the same; twice gives the same bytes.
mkdir "$work/excel"
tr ',.' ';,' <"$work/tabel.csv" >"$work/excel/tabel.csv"
expect 0 "$ketenplan" waarde "$work/excel/tabel.csv" --bereidheid 0:2000:100 --eenheid "voorkomen delict" \
    --nieuw-onderzoek recidive=200 --nieuw-onderzoek prijs:10=20 --uit "$work/twee"
for file in waarde.csv strategieen.csv parameters-waarde.csv kans-beste.svg verlies.svg samenvatting.txt; do
    same_files "$work/een/$file" "$work/twee/$file"
done

# One price, before the table: no figures. Dutch numbers on demand.
expect 0 "$ketenplan" waarde --bereidheid 600 "$work/tabel.csv" --uit "$work/drie" --decimaal komma
[ ! -e "$work/drie/verlies.svg" ] || fail "een figuur van één prijs"
head -n 1 "$work/drie/waarde.csv" | grep -q 'maat;strategie;bereidheid' || fail "kop met puntkomma"

expect 64 "$ketenplan" waarde
contains "$complained" "TABEL" "zonder tabel"
expect 64 "$ketenplan" waarde "$work/tabel.csv" --bereidheid 50.000
contains "$complained" "duizendtallen zonder punt" "--bereidheid 50.000"
expect 64 "$ketenplan" waarde "$work/tabel.csv" --nieuw-onderzoek recidive
contains "$complained" "PARAMETER=N" "--nieuw-onderzoek zonder aantal"
expect 64 "$ketenplan" waarde "$work/tabel.csv" --nieuw-onderzoek recidieve=100 --uit "$work/niets"
contains "$complained" 'bedoelde u "recidive"' "een parameter die er niet is"
expect 64 "$ketenplan" waarde "$work/tabel.csv" --nieuw-onderzoek prijs=100 --uit "$work/niets"
contains "$complained" "prijs:N0=100" "voorkennis die niet uit de tabel komt"
printf 'kosten_a,effect_a,kosten_b,effect_c\n1,2,3\n1,x,3,4\n' >"$work/fout.csv"
expect 65 "$ketenplan" waarde "$work/fout.csv" --uit "$work/niets"
contains "$complained" "fout.csv:2:1: fout: heeft 3 velden" "te weinig velden"
contains "$complained" "fout.csv:3:3: fout: \`effect_a\` is \"x\"" "geen getal"
contains "$complained" "4 fouten in" "alles tegelijk"
expect 65 "$ketenplan" waarde "$work/er-is-niets.csv" --uit "$work/niets"
[ ! -e "$work/niets" ] || fail "een fout laat een map achter"
expect 73 "$ketenplan" waarde "$work/tabel.csv" --uit /proc/nergens
