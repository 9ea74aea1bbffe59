# A calibration with an ensemble, as a user starts it.
source "$(dirname "${BASH_SOURCE[0]}")/check.sh"

# Nobody is followed afterwards: the same questions in half the time.
cat >"$work/zonder_uitloop.toml" <<END
basis = "$hollands_midden"
zonder = ["looptijd.uitloop", "recidive.gepubliceerd.recidive_2j"]
END
cat >"$work/k.toml" <<END
formaat = 1
naam = "proef"
basis = "zonder_uitloop.toml"
zaad = 3
[kalibratie]
leden = 30
rondes = 2
replicaties = 2
[kalibratie.parameters.herhaling]
parameter = "personen.herhaling.per_jaar"
[kalibratie.parameters.traject]
parameter = "nazorg.leefgebieden.schulden.oplossen_traject"
laag = "10%"
hoog = "40%"
[[kalibratie.doelen]]
maat = "gewogen"
waarde = 1469
marge = "1%"
bron = "B132"
END

expect 0 "$ketenplan" kalibreer "$work/k.toml" --draden 1 --uit "$work/een"
contains "$said" "personen.herhaling.per_jaar" "kalibreer"
contains "$said" "los: nazorg.leefgebieden.schulden.oplossen_traject" "wat het cijfer niet bepaalt"
contains "$complained" "Ronde 1 van 2 is klaar" "de stand na een ronde"
for file in ensemble.csv doelen.csv samenhang.csv samenvatting.txt scenario.toml manifest.json; do
    [ -s "$work/een/$file" ] || fail "$file ontbreekt"
done
[ "$(wc -l <"$work/een/ensemble.csv")" -eq 91 ] || fail "niet 30 leden in het begin en na 2 rondes"
expect 0 "$ketenplan" kalibreer "$work/k.toml" --draden 2 --uit "$work/twee"
for file in ensemble.csv doelen.csv samenhang.csv samenvatting.txt manifest.json; do
    same_files "$work/een/$file" "$work/twee/$file"
done
expect 0 "$ketenplan" kalibreer "$work/k.toml" --zaad 4 --uit "$work/anders"
cmp -s "$work/een/ensemble.csv" "$work/anders/ensemble.csv" && fail "--zaad doet niets"
expect 0 "$ketenplan" kalibreer "$work/k.toml" --leden 12 --rondes 1 --replicaties 3 --decimaal komma --uit "$work/kort"
[ "$(wc -l <"$work/kort/ensemble.csv")" -eq 25 ] || fail "--leden of --rondes doet niets"
contains "$(<"$work/kort/manifest.json")" '"replicaties": 72' "--replicaties"

# Values that do not go together: told, not mended. `oplossen` must not be above `oplossen_traject`.
sed 's/^\[\[kal/[kalibratie.parameters.oplossen]\nparameter = "nazorg.leefgebieden.schulden.oplossen"\nlaag = "5%"\nhoog = "15%"\n[[kal/' \
    "$work/k.toml" >"$work/samen.toml"
expect 0 "$ketenplan" kalibreer "$work/samen.toml" --zaad 1 --leden 30 --rondes 1 --uit "$work/samen"
contains "$said" "Leden die afvielen" "leden die een regel breken"
contains "$said" "een traject zou het oplossen in de weg staan" "waarom zij afvielen"
grep -q ',afgevallen,' "$work/samen/ensemble.csv" || fail "afgevallen leden staan niet in ensemble.csv"

# Ctrl-C keeps the rounds that are done.
: >"$work/deel.fout" # what earlier runs said is not what this one says
set -m
"$ketenplan" kalibreer "$work/k.toml" --rondes 20 --uit "$work/deel" \
    >"$work/deel.uit" 2>"$work/deel.fout" &
job=$!
for ((i = 0; i < 1200; ++i)); do
    grep -q "Ronde 0" "$work/deel.fout" && break
    sleep 0.1
done
kill -INT "$job"
code=0
wait "$job" || code=$?
set +m
[ "$code" -eq 130 ] || fail "Ctrl-C eindigt met $code, niet met 130: $(cat "$work/deel.fout")"
contains "$(<"$work/deel.uit")" "Gestopt na ronde" "de stand na Ctrl-C"
contains "$(<"$work/deel/samenvatting.txt")" "nog niet ten volle" "een tussenstand"

sed 's/gewogen/gewgen/' "$work/k.toml" >"$work/fout.toml"
expect 65 "$ketenplan" kalibreer "$work/fout.toml"
contains "$complained" 'bedoelde u "gewogen"?' "een fout in de studie"
expect 64 "$ketenplan" kalibreer "$hollands_midden" --leden 20
contains "$complained" "horen bij een studie" "--leden bij een scenario"
expect 64 "$ketenplan" kalibreer "$work/k.toml" --replicaties 5000
contains "$complained" "per lid en ronde" "te veel replicaties"
