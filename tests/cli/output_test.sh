# A full disk, a kill or a directory without rights leave no half-written file under a final name.
source "$(dirname "${BASH_SOURCE[0]}")/check.sh"

run() {
    # exec, so that a signal to a background run reaches the program itself
    exec "$ketenplan" simuleer "$hollands_midden" --replicaties 4 --draden 1 --uit "$1"
}
(run "$work/goed") >/dev/null

# No file may grow beyond 8 kB: gebied.csv ends halfway, as on a full disk.
expect 73 bash -c 'ulimit -f 8; trap "" XFSZ; "$@"' - \
    "$ketenplan" simuleer "$hollands_midden" --replicaties 4 --draden 1 --uit "$work/vol"
contains "$complained" "niet schrijven" "volle schijf"
for file in "$work/vol"/*; do
    [ -e "$file" ] || continue
    same_files "$file" "$work/goed/$(basename "$file")"
done
[ ! -e "$work/vol/manifest.json" ] || fail "er staat een manifest bij een mislukte run"

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
