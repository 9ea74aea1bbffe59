#pragma once

#include "input/document.hpp"
#include "input/scenario_files.hpp"

#include <string>
#include <vector>

namespace ketenplan::runner {

/// The sheets that an officer may give, and their columns: what the template writes and the reader
/// takes. A CSV file goes by its name.
struct SheetShape {
    std::string name;
    std::vector<std::string> columns;
    std::string meaning; ///< Dutch, for the template
};
const std::vector<SheetShape>& input_sheets();

/// Lays what stands in sheets over the tree of a study, as if it stood in the study itself, so that
/// every rule holds for it and every complaint names the cell: Salarissen -> [salarissen.schalen],
/// Regels -> [lasten] and [baten], Jaarcijfers -> [eerder], Gemeenten -> [cijfers]. What stands in
/// both gets a complaint. `root` names the files in `invoer`, beside `study`; they are added to
/// `files`.
void lay_sheets_over(Node& root,
                     const std::string& study,
                     std::vector<InputFile>& files,
                     Diagnostics& problems);

} // namespace ketenplan::runner
