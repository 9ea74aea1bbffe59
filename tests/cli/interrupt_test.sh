# Ctrl-C keeps what was finished, and that is what a shorter run would have given.
source "$(dirname "${BASH_SOURCE[0]}")/check.sh"

set -m # a process group of its own, so that SIGINT is not ignored in the background
"$ketenplan" simuleer "$hollands_midden" --replicaties 1000000 --uit "$work/deel" \
    >"$work/said" 2>"$work/complained" &
job=$!
sleep 3
kill -INT "$job"
code=0
wait "$job" || code=$?
set +m
[ "$code" -eq 130 ] || fail "Ctrl-C eindigt met $code, niet met 130: $(cat "$work/complained")"

done_=$(sed -nE 's/^ *"replicaties": ([0-9]+),$/\1/p' "$work/deel/manifest.json")
[ "$done_" -ge 1 ] && [ "$done_" -lt 1000000 ] || fail "manifest meldt $done_ replicaties"
contains "$(<"$work/said")$(<"$work/complained")" "Gestopt na" "de samenvatting zwijgt over het afbreken"

expect 0 "$ketenplan" simuleer "$hollands_midden" --replicaties "$done_" --uit "$work/heel"
for table in gebied gemeente rol huis werklast parameters; do
    same_files "$work/deel/$table.csv" "$work/heel/$table.csv"
done
