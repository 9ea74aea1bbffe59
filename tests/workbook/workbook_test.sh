# Recalculates workbooks in LibreOffice: every cached value is what its formula gives; a changed
# input flows through to what a new run says; no cell has an error.
#
#   bash tests/workbook/workbook_test.sh KETENPLAN WORKBOOK_TOOL
set -euo pipefail
ketenplan=$(realpath "$1")
tool=$(realpath "$2")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
repository=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
    echo "FOUT: $1" >&2
    exit 1
}

# A profile of its own in which files are recalculated when they are opened: by default they are not.
mkdir -p "$work/profile/user"
cat >"$work/profile/user/registrymodifications.xcu" <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
END

# recalculate IN OUT
recalculate() {
    mkdir -p "$work/out"
    soffice "-env:UserInstallation=file://$work/profile" --headless \
        --convert-to xlsx:"Calc MS Excel 2007 XML" --outdir "$work/out" "$1" >"$work/soffice.log" 2>&1 ||
        fail "LibreOffice: $(<"$work/soffice.log")"
    mv "$work/out/$(basename "$1")" "$2"
}

# check_cached NAME: recalculated from spoiled cached values, the workbook is what it was.
check_cached() {
    "$tool" spoil "$work/$1/begroting.xlsx" "$work/$1-bedorven.xlsx"
    "$tool" compare "$work/$1/begroting.xlsx" "$work/$1-bedorven.xlsx" >/dev/null &&
        fail "$1: de proef kan niet mislukken: er is niets bedorven"
    recalculate "$work/$1-bedorven.xlsx" "$work/$1-herrekend.xlsx"
    "$tool" compare "$work/$1/begroting.xlsx" "$work/$1-herrekend.xlsx" >"$work/$1.txt" ||
        fail "$1: herrekend is het anders: $(head -n 20 "$work/$1.txt")"
    echo "$1: $(tail -n 1 "$work/$1.txt")"
}

# cell_of FOLDER LABEL: the cell of sheet Invoer beside a label.
cell_of() {
    "$tool" list "$work/$1/begroting.xlsx" | awk -F'\t' -v label="$2" \
        '$2 == label && $1 ~ /^Invoer!R[0-9]+C1$/ { gsub(/^Invoer!R|C1$/, "", $1); print "B" $1; exit }'
}

make() { "$ketenplan" begroting "$2" --replicaties "$3" --trekkingen 2 --uit "$work/$1" >/dev/null; }

make klein "$here/begroting.studie.toml" 20
make hollands-midden "$repository/scenarios/hollands-midden/begroting.studie.toml" 5
make zuid-holland-zuid "$repository/scenarios/zuid-holland-zuid/begroting.studie.toml" 5
make uitbreiding "$repository/scenarios/zuid-holland-zuid/uitbreiding.studie.toml" 3
for name in klein hollands-midden zuid-holland-zuid uitbreiding; do
    check_cached "$name"
done

# Amounts in the workbook are those of the tables, to the cent.
"$tool" list "$work/klein-herrekend.xlsx" >"$work/cellen.txt"
awk -F, 'NR > 1 && $1 == "stichting" { print $4 }' "$work/klein/bijdragen.csv" | while read -r euro; do
    awk -F'\t' -v euro="$euro" '$1 ~ /^Bijdragen!/ && $2 - euro < 0.0001 && euro - $2 < 0.0001 { found = 1 } END { exit !found }' \
        "$work/cellen.txt" || fail "bijdrage $euro staat niet in het werkboek"
done

# Three inputs are changed: a price, an index, the key. What is recalculated is what a new run says.
"$tool" set "$work/klein/begroting.xlsx" "$work/a.xlsx" Invoer "$(cell_of klein huisvesting)" 51234.5
"$tool" set "$work/a.xlsx" "$work/b.xlsx" Invoer "$(cell_of klein 'Index loon, stijging in 2016')" 0.055
"$tool" set "$work/b.xlsx" "$work/anders.xlsx" Invoer "$(cell_of klein 'Verdeelsleutel van de bijdragen')" inwoners
recalculate "$work/anders.xlsx" "$work/anders-herrekend.xlsx"
mkdir "$work/studie"
cp "$here/bijdragen.studie.toml" "$work/studie/"
sed -e 's/waarde = "42000 euro", laag = "38000 euro", hoog = "46000 euro"/waarde = "51234,50 euro", laag = "38000 euro", hoog = "56000 euro"/' \
    -e 's/^\[index.loon\]/&\n"2016" = "5,5%"/' -e 's/sleutel = "gemengd"/sleutel = "inwoners"/' \
    "$here/begroting.studie.toml" >"$work/studie/begroting.studie.toml"
sed -i "s|\.\./\.\./|$repository/|" "$work/studie/"*.toml
make anders "$work/studie/begroting.studie.toml" 20
"$tool" compare "$work/anders/begroting.xlsx" "$work/anders-herrekend.xlsx" >"$work/anders.txt" || true
grep -E '^(Begroting|Regels|Bijdragen|Formatie|Kostprijs|Replicaties)' "$work/anders.txt" >"$work/mis.txt" &&
    fail "veranderde invoer geeft iets anders dan een nieuwe run: $(head -n 20 "$work/mis.txt")"
"$tool" compare "$work/klein/begroting.xlsx" "$work/anders-herrekend.xlsx" >"$work/veranderd.txt" || true
grep -q '^Bijdragen' "$work/veranderd.txt" ||
    fail "veranderde invoer verandert geen bijdrage"
grep -q 'Samenvatting.*VEROUDERD' "$work/anders.txt" || fail "percentielen heten niet verouderd"
"$tool" list "$work/anders-herrekend.xlsx" >"$work/anders-cellen.txt"
! grep 'KLOPT NIET' "$work/anders-cellen.txt" || fail "een controle klopt niet"
echo "Veranderde invoer rekent door tot in elke bijdrage."

# tabellen.xlsx of other studies: LibreOffice reads in every sheet what its table says, with all its digits.
"$ketenplan" simuleer "$repository/scenarios/hollands-midden/2015.toml" --replicaties 5 --uit "$work/huis" >/dev/null 2>&1
"$ketenplan" nazorg "$repository/scenarios/hollands-midden/2015.toml" --replicaties 3 --uit "$work/nazorg" >/dev/null 2>&1
as_csv='csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1' # every sheet, unformatted
# same_fields TABLE SHEET: whether texts are the same, and numbers to nine digits; the first that is not.
same_fields() {
    awk -F, 'function number(field) { return field ~ /%$/ ? field / 100 : field + 0 }
        { gsub(/"/, "") }
        NR == FNR { table[FNR] = $0; rows = FNR; next }
        {
            fields = split(table[FNR], wanted, ",")
            for (i = 1; i <= (NF > fields ? NF : fields); ++i) {
                off = number(wanted[i]) - number($i)
                if (wanted[i] == $i) continue
                if ($i ~ /^-?[0-9.]+([eE][-+]?[0-9]+)?%?$/ && off * off <= (1e-9 * number($i)) ^ 2) continue
                print "regel " FNR ": " wanted[i] " of " $i; exit 1
            }
        }
        END { if (rows != FNR) { print rows " of " FNR " regels"; exit 1 } }' "$1" "$2"
}
for study in huis nazorg; do
    soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to "$as_csv" \
        --outdir "$work/bladen" "$work/$study/tabellen.xlsx" >"$work/soffice.log" 2>&1
    for table in "$work/$study"/*.csv; do
        name=$(basename "$table" .csv)
        same_fields "$table" "$work/bladen/tabellen-$name.csv" >"$work/verschil.txt" ||
            fail "$study/tabellen.xlsx, blad $name: $(<"$work/verschil.txt")"
    done
    rm -r "$work/bladen"
done
echo "Elk blad van tabellen.xlsx is de tabel van die naam."
