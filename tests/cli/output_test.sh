# A full disk, a kill or a directory without rights leave no half-written file under a final name.
source "$(dirname "${BASH_SOURCE[0]}")/check.sh"

run() {
    # exec, so that a signal to a background run reaches the program itself
    exec "$ketenplan" simuleer "$hollands_midden" --replicaties 4 --draden 1 --uit "$1"
}
(run "$work/goed") >/dev/null

# No file may grow beyond 8 kB: gebied.csv ends halfway, as on a full disk.
limited() {
    local kilobytes=$1
    shift
    bash -c 'ulimit -f "$1"; shift; trap "" XFSZ; "$@"' - "$kilobytes" "$@"
}
expect 73 limited 8 "$ketenplan" simuleer "$hollands_midden" --replicaties 4 --draden 1 --uit "$work/vol"
contains "$complained" "niet schrijven" "volle schijf"
for file in "$work/vol"/*; do
    [ -e "$file" ] || continue
    same_files "$file" "$work/goed/$(basename "$file")"
done
[ ! -e "$work/vol/manifest.json" ] || fail "er staat een manifest bij een mislukte run"

# Room for the tables, but not for the temporary files of the workbook: no run is lost, and no half workbook is left.
for kilobytes in 110 160; do
    expect 0 limited "$kilobytes" "$ketenplan" simuleer "$hollands_midden" --replicaties 4 --uit "$work/krap"
    contains "$complained" "tabellen.xlsx ontbreekt" "te weinig ruimte voor het werkboek"
    contains "$complained" "TMPDIR" "wat eraan te doen is"
    [ ! -e "$work/krap/tabellen.xlsx" ] || fail "er staat een half werkboek"
    same_files "$work/krap/gebied.csv" "$work/goed/gebied.csv"
done
mkdir "$work/tijdelijk"
TMPDIR=$work/tijdelijk expect 0 "$ketenplan" simuleer "$hollands_midden" --replicaties 4 --uit "$work/elders"
[ -z "$(ls "$work/tijdelijk")" ] || fail "er blijft een tijdelijk bestand staan"
same_files "$work/elders/tabellen.xlsx" "$work/goed/tabellen.xlsx"
TMPDIR=$work/nergens expect 0 "$ketenplan" simuleer "$hollands_midden" --replicaties 4 --uit "$work/zonder"
contains "$complained" "TMPDIR" "een map die er niet is"
[ ! -e "$work/zonder/tabellen.xlsx" ] && [ -e "$work/zonder/manifest.json" ] || fail "de tabellen zonder het werkboek"

# Killed at some moment while it calculates or writes.
for delay in 0.01 0.02 0.03 0.04 0.05 0.06 0.07 0.08 0.09 0.10 0.11 0.12; do
    rm -rf "$work/dood"
    run "$work/dood" >/dev/null 2>&1 &
    job=$!
    sleep "$delay"
    kill -KILL "$job" 2>/dev/null || true
    wait "$job" 2>/dev/null || true
    for file in "$work/dood"/*; do
        [ -e "$file" ] || continue
        same_files "$file" "$work/goed/$(basename "$file")"
    done
done

# An older manifest does not stay behind beside newer tables: it is replaced last.
(run "$work/goed") >/dev/null
grep -q '"bestand": "gebied.csv"' "$work/goed/manifest.json" || fail "manifest noemt gebied.csv niet"

# A folder holds the tables of one run: those of an earlier one go, but not what somebody else put there or changed.
expect 0 "$ketenplan" begroting tests/workbook/begroting.studie.toml --replicaties 2 --trekkingen 2 --uit "$work/gedeeld"
echo "mijn eigen aantekening" >"$work/gedeeld/notitie.txt"
echo "aangevuld" >>"$work/gedeeld/kostprijs.csv"
expect 0 "$ketenplan" simuleer scenarios/test/voorbeeld.toml --replicaties 2 --uit "$work/gedeeld"
[ ! -e "$work/gedeeld/trekkingen.csv" ] || fail "een tabel van een andere opdracht bleef staan"
[ -e "$work/gedeeld/notitie.txt" ] || fail "een bestand van iemand anders is weg"
[ -e "$work/gedeeld/kostprijs.csv" ] || fail "een veranderde tabel is weg"
