# Every command explains itself, and every kind of failure has its own exit code and message.
source "$(dirname "${BASH_SOURCE[0]}")/check.sh"

for command in "" simuleer controleer sjabloon parameters maten spoor maandbeeld waarde opwarming nazorg kalibreer vergelijk formatie gevoeligheid; do
    expect 0 "$ketenplan" $command --help
    contains "$said" "Gebruik: ketenplan" "hulp van '$command'"
done
expect 0 "$ketenplan" --versie
contains "$said" "0.1.0" "versie"

expect 64 "$ketenplan"
expect 64 "$ketenplan" simuler x.toml
contains "$complained" "simuleer" "suggestie bij een verkeerde opdracht"
expect 64 "$ketenplan" simuleer "$hollands_midden" --replicatie 5
contains "$complained" "--replicaties" "suggestie bij een verkeerde optie"
expect 64 "$ketenplan" simuleer "$hollands_midden" --replicaties 0
contains "$complained" "geheel getal van 1" "nul replicaties"
expect 64 "$ketenplan" simuleer "$hollands_midden" --decimaal streep
contains "$complained" "punt, komma" "keuzes van --decimaal"

expect 65 "$ketenplan" simuleer "$work/er-is-niets.toml"
contains "$complained" "er-is-niets.toml" "bestand dat er niet is"
printf 'formaat = 1\nnaam = "x"\nnomen = 3\n' >"$work/fout.toml"
expect 65 "$ketenplan" controleer "$work/fout.toml"
contains "$complained" "fout.toml:3:1: fout:" "regel en kolom"
contains "$complained" 'bedoelde u "normen"' "suggestie"
expect 65 "$ketenplan" simuleer "$work/fout.toml" --uit "$work/niets"
[ ! -e "$work/niets" ] || fail "een fout scenario laat een map achter"
expect 65 "$ketenplan" simuleer "$work"
contains "$complained" "geen gewoon bestand" "een map als scenario"

expect 73 "$ketenplan" simuleer "$hollands_midden" --replicaties 2 --uit /proc/nergens
contains "$complained" "/proc/nergens" "map die niet te maken is"
touch "$work/bestand"
expect 73 "$ketenplan" simuleer "$hollands_midden" --replicaties 2 --uit "$work/bestand"
contains "$complained" "geen map" "bestand in plaats van een map"

# A broken pipe or a full device under standard output is an error of output too.
expect 73 bash -c '"$1" sjabloon >/dev/full' - "$ketenplan"
