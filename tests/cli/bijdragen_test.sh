# Who pays what: keys, a gemeente that leaves or joins, and what cannot be spread.
source "$(dirname "${BASH_SOURCE[0]}")/check.sh"

# The shipped study: every key adds up to the cent, and so does every year after somebody left.
study=$(dirname "$hollands_midden")/bijdragen.studie.toml
expect 0 "$ketenplan" bijdragen "$study" --uit "$work/een"
contains "$said" "180.000,00 euro, over 19 gemeenten" "het bedrag"
contains "$said" "naar meldingen in de briefing van 2015: 69.775,24 euro verschuift; Gouda +35.113,66" "wat er verschuift"
contains "$said" "Als Katwijk uittreedt (meteen, sleutel inwoners)" "de uittreding"
contains "$said" "jaar 1 en later: zij betaalt nog 0,00 en houdt 14.829,75 over; de anderen betalen samen +14.829,75 (Leiden het meest: +2.540,32)" "wie het merkt"
for file in bijdragen.csv lidmaatschap.csv herkomst.csv samenvatting.txt manifest.json; do
    [ -s "$work/een/$file" ] || fail "$file ontbreekt"
done
awk -F, 'NR > 1 { cents[$1] += int($3 * 100 + 0.5); shift[$1] += $5 }
    END { for (key in cents) { ++n; if (cents[key] != 18000000 || shift[key] > 0.001 || shift[key] < -0.001) exit 1 }
        if (n != 4) exit 1 }' "$work/een/bijdragen.csv" || fail "een sleutel telt niet op"
awk -F, 'NR > 1 { cents[$1 "/" $3] += int($5 * 100 + 0.5) }
    END { for (year in cents) { ++n; if (cents[year] != (year ~ /^meteen/ ? 18000000 : 17500000)) exit 1 }
        if (n != 5) exit 1 }' "$work/een/lidmaatschap.csv" || fail "een jaar na uittreding telt niet op"
expect 0 "$ketenplan" bijdragen "$study" --uit "$work/twee"
diff -r "$work/een" "$work/twee" || fail "twee keer is niet hetzelfde"
expect 0 "$ketenplan" bijdragen "$study" --decimaal komma --uit "$work/komma"
contains "$(<"$work/komma/bijdragen.csv")" "inwoners;Gouda;16434,17" "een Nederlandse tabel"

# Own figures, fixed amounts, bounds; a gemeente that joins. By hand: 100 euro, of which 10 fixed.
base=$repository/scenarios/test/voorbeeld.toml
mapfile -t names < <(sed -n 's/^\[gemeenten\.\([a-z_]*\)\]$/\1/p' "$base")
[ "${#names[@]}" -ge 2 ] || fail "het voorbeeld heeft geen twee gemeenten"
a=${names[0]} b=${names[1]}
cat >"$work/eigen.studie.toml" <<END
formaat = 1
basis = "$base"
bedrag = "100 euro"
deelnemers = ["$a", "$b"]
[cijfers.uitstroom]
bron = "proef"
$a = 2
$b = 1
[sleutels.eigen]
delen = { uitstroom = "100%" }
vast = { $b = "10 euro" }
END
expect 0 "$ketenplan" bijdragen "$work/eigen.studie.toml" --uit "$work/eigen"
grep -q '^eigen,.*,60,' "$work/eigen/bijdragen.csv" || fail "60 voor de eerste: $(<"$work/eigen/bijdragen.csv")"
grep -q '^eigen,.*,40,' "$work/eigen/bijdragen.csv" || fail "10 vast en 30 voor de tweede"
sed -e "s/, \"$b\"\]/]/" -e "s/^bedrag/toetreding = [\"$b\"]\nbedrag/" "$work/eigen.studie.toml" >"$work/erbij.studie.toml"
expect 0 "$ketenplan" bijdragen "$work/erbij.studie.toml" --uit "$work/erbij"
contains "$said" "zij betaalt 40,00 euro" "wie erbij komt"
contains "$said" "de anderen: 40,00 euro minder" "wie dat scheelt"

# What is wrong is said at its place, all at once.
cat >"$work/fout.studie.toml" <<END
formaat = 1
basis = "$base"
bedrag = "100,005 euro"
[sleutels.half]
delen = { inwoners = "40%", inwonrs = "50%" }
[sleutels.leeg]
delen = { inwoners = "90%" }
[sleutels.bekend]
delen = { inwoners = "100%" }
vast = { nergens = "1 euro" }
minimum = "-1 euro"
END
expect 65 "$ketenplan" bijdragen "$work/fout.studie.toml" --uit "$work/niets"
contains "$complained" "heeft meer dan twee cijfers achter de komma" "halve centen"
contains "$complained" 'bedoelde u "inwoners"?' "een cijfer dat er niet is"
contains "$complained" "telt op tot 90%, niet tot 100%" "delen die niet optellen"
contains "$complained" 'noemt "nergens"' "een gemeente die er niet is"
contains "$complained" "sleutels.bekend.minimum" "een negatief minimum"
[ ! -e "$work/niets" ] || fail "er is iets geschreven"
sed 's/^vast.*/maximum = "20 euro"/' "$work/eigen.studie.toml" >"$work/vol.studie.toml"
expect 65 "$ketenplan" bijdragen "$work/vol.studie.toml"
contains "$complained" "haalt met zijn maximum het bedrag niet" "een maximum dat te laag is"
cat >>"$work/eigen.studie.toml" <<END
[uittreding.x]
gemeente = "$a"
afbouw = ["150%"]
END
expect 65 "$ketenplan" bijdragen "$work/eigen.studie.toml"
contains "$complained" "delen tussen 0% en 100%" "een afbouw boven alles"
# Who is forgotten in a figure would pay nothing; the basis' own figures are not replaced.
cat >"$work/vergeten.studie.toml" <<END
formaat = 1
basis = "$base"
bedrag = "100 euro"
deelnemers = ["$a", "$b"]
toetreding = ["$a"]
[cijfers.uitstroom]
$a = 2
[cijfers.inwoners]
$a = 1
$b = 1
[sleutels.eigen]
delen = { uitstroom = "100%" }
minimum = "60 euro"
maximum = "50 euro"
END
expect 65 "$ketenplan" bijdragen "$work/vergeten.studie.toml"
contains "$complained" "zegt niets over $b" "een gemeente zonder cijfer"
contains "$complained" "komt al uit de basis" "een cijfer dat er al is"
contains "$complained" "is meer dan het maximum" "een minimum boven het maximum"
cat >"$work/sparen.studie.toml" <<END
formaat = 1
basis = "$base"
bedrag = "100 euro"
[sleutels.eigen]
delen = { inwoners = "100%" }
[uittreding.x]
gemeente = "$a"
besparing = "101 euro"
END
expect 65 "$ketenplan" bijdragen "$work/sparen.studie.toml"
contains "$complained" "is meer dan het hele bedrag" "een besparing boven alles"
grep -q 'eigen.*,proef,' "$work/eigen/herkomst.csv" || grep -q 'uitstroom.*proef' "$work/eigen/herkomst.csv" ||
    fail "de bron van een tabel geldt voor haar getallen: $(<"$work/eigen/herkomst.csv")"
expect 64 "$ketenplan" bijdragen
