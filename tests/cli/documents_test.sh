# What is generated from the declarations is what stands in the documents.
source "$(dirname "${BASH_SOURCE[0]}")/check.sh"

"$ketenplan" parameters --markdown >"$work/parameters.md"
same_files "$work/parameters.md" docs/parameters.md
"$ketenplan" maten --markdown >"$work/outputs.md"
same_files "$work/outputs.md" docs/outputs.md
"$ketenplan" parameters --schema "$work/schema.json"
same_files "$work/schema.json" scenarios/scenario.schema.json
"$ketenplan" parameters --schema - >"$work/schema2.json"
same_files "$work/schema2.json" scenarios/scenario.schema.json
