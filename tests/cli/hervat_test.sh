# A long command that is stopped keeps what it has; the next run goes on and ends with the same bytes.
source "$(dirname "${BASH_SOURCE[0]}")/check.sh"

example=$repository/scenarios/test/voorbeeld.toml
assumed_house "$work/aannames.toml"
measures='[[maten]]
maat = "doorlooptijd_weging_gemiddeld"
[[maten]]
maat = "meldingen"'
cat >"$work/vergelijk.toml" <<END
formaat = 1
basis = "aannames.toml"
replicaties = $(fewer 120)
[varianten.langer.wijzigingen.taken.intake]
minuten = "90 minuten"
$measures
END
cat >"$work/gevoeligheid.toml" <<END
formaat = 1
basis = "aannames.toml"
replicaties = $(fewer 24)
[gevoeligheid]
punten = 24
replicaties_per_punt = $(fewer 6)
$measures
END
cat >"$work/kalibreer.toml" <<END
formaat = 1
naam = "proef"
basis = "aannames.toml"
[kalibratie]
leden = 12
rondes = 3
replicaties = $(fewer 5)
[kalibratie.parameters.intake]
parameter = "taken.intake.minuten"
[[kalibratie.doelen]]
maat = "doorlooptijd_weging_gemiddeld"
waarde = 12
standaardafwijking = 1
bron = "proef"
END

post=$(sed -n 's/^\[formatie\.posten\.\(.*\)\]$/\1/p' "$example" | head -1)
formatie_question aannames.toml "$post" >"$work/formatie.toml"

# interrupt SECONDS COMMAND...: Ctrl-C after so long; the exit code is in $code.
interrupt() {
    local seconds=$1 job
    shift
    set -m # a process group of its own, so that SIGINT is not ignored in the background
    "$@" >"$work/said" 2>"$work/complained" </dev/null &
    job=$!
    sleep "$seconds"
    kill -INT "$job" 2>/dev/null || true # it may be done
    code=0
    wait "$job" || code=$?
    set +m
    said=$(<"$work/said")
    complained=$(<"$work/complained")
}

# found: how much of an earlier run the last command says it goes on from.
found() {
    sed -nE 's/^Verder vanaf ([0-9]+) .* van een eerdere, gestopte run\.$/\1/p' "$work/complained"
}

# stop_twice FOLDER MILLISECONDS COMMAND...: stops the command, and stops what goes on from there;
# false when the moments were not midway, and then $milliseconds is a better guess.
stop_twice() {
    local folder=$1 seconds
    milliseconds=$2
    shift 2
    seconds=$(printf '%d.%03d' $((milliseconds / 1000)) $((milliseconds % 1000)))
    rm -rf "$folder"
    for _ in 1 2; do
        interrupt "$seconds" "$@"
        if [ "$code" -eq 0 ]; then
            milliseconds=$((milliseconds * 2 / 3 + 1))
            return 1
        fi
        [ "$code" -eq 130 ] || fail "Ctrl-C eindigt met $code, niet met 130: $complained"
        if [ ! -e "$folder/tussenstand.txt" ]; then
            milliseconds=$((milliseconds * 3 / 2 + 10))
            return 1
        fi
    done
}

# goes_on NAME COMMAND...
goes_on() {
    local name=$1 began took milliseconds before now
    shift
    began=$(date +%s%N)
    expect 0 "$@" --draden 1 --uit "$work/$name-heel"
    [ ! -e "$work/$name-heel/tussenstand.txt" ] || fail "$name: een tussenstand van een hele run"
    took=$((($(date +%s%N) - began) / 1000000))
    milliseconds=$((took / 6)) # on two threads, so both stops are in the first two thirds
    for ((i = 0; ; ++i)); do
        [ "$i" -lt 25 ] || fail "$name: het lukt niet de run halverwege te stoppen"
        stop_twice "$work/$name" "$milliseconds" "$@" --draden 2 --uit "$work/$name" && break
    done
    before=$(found)
    [ -z "$said" ] || # the second stop came before it could say anything
        contains "$said" "Wat is nagespeeld is bewaard: dezelfde opdracht gaat daar verder." "$name"
    ! grep -q tussenstand "$work/$name/manifest.json" 2>/dev/null || fail "$name: het manifest noemt de tussenstand"
    cp -r "$work/$name" "$work/$name-gestopt"

    expect 0 "$@" --draden 1 --uit "$work/$name"
    now=$(found)
    [ "${now:-0}" -gt 0 ] && [ "$now" -ge "${before:-0}" ] || fail "$name begon opnieuw: $complained"
    diff -r "$work/$name-heel" "$work/$name" || fail "$name: na een stop komt er iets anders uit"
}

goes_on simuleer "$ketenplan" simuleer "$work/aannames.toml" --replicaties "$(fewer 250)"
precision=0,40%
[ "$(fewer 900)" -eq 900 ] || precision=1,00%
goes_on precisie "$ketenplan" simuleer "$work/aannames.toml" --precisie "$precision" --maat meldingen --replicaties 900
contains "$said" "De gevraagde precisie van $precision is bereikt na" "precisie"
goes_on vergelijk "$ketenplan" vergelijk "$work/vergelijk.toml"
goes_on gevoeligheid "$ketenplan" gevoeligheid "$work/gevoeligheid.toml"
goes_on kalibreer "$ketenplan" kalibreer "$work/kalibreer.toml"
goes_on psa "$ketenplan" psa "$hollands_midden" --trekkingen "$(fewer 24)" --per-trekking 2
goes_on formatie "$ketenplan" formatie "$work/formatie.toml"

# A shorter run takes no more than it needs; another seed is another question.
cp -r "$work/simuleer-gestopt" "$work/ander"
expect 0 "$ketenplan" simuleer "$work/aannames.toml" --replicaties 1 --uit "$work/simuleer-gestopt"
[ "$(found)" = 1 ] || fail "een kortere run gaat niet verder: $complained"
expect 0 "$ketenplan" simuleer "$work/aannames.toml" --replicaties 1 --uit "$work/kort"
diff -r "$work/kort" "$work/simuleer-gestopt" || fail "een kortere run geeft iets anders"
expect 0 "$ketenplan" simuleer "$work/aannames.toml" --replicaties 1 --zaad 2 --uit "$work/ander"
[ -z "$(found)" ] || fail "een ander zaad gaat verder met wat er was"
