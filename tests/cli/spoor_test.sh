# The story of one melding, and of the same melding without chance.
source "$(dirname "${BASH_SOURCE[0]}")/check.sh"

expect 0 "$ketenplan" spoor "$hollands_midden"
contains "$said" "melding" "lijst"
number=$(awk 'NR > 2 { print $1; exit }' "$work/said")
expect 0 "$ketenplan" spoor "$hollands_midden" --melding "$number"
contains "$said" "komt binnen van" "verhaal"
contains "$said" "de briefing" "verhaal"
first=$said
expect 0 "$ketenplan" spoor "$hollands_midden" --melding "$number"
[ "$said" = "$first" ] || fail "hetzelfde verhaal luidt anders"
expect 0 "$ketenplan" spoor "$hollands_midden" --verwachting --melding 1000
contains "$said" "komt binnen van" "verhaal zonder toeval"
expect 64 "$ketenplan" spoor "$hollands_midden" --melding 99999999
contains "$complained" "99999999" "melding die er niet is"
