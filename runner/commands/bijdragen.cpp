#include "commands.hpp"
#include "exit_codes.hpp"
#include "input/contribution_study.hpp"
#include "output/atomic_file.hpp"
#include "output/contribution_report.hpp"
#include "output/manifest.hpp"
#include "output/results_folder.hpp"
#include "output/tables_workbook.hpp"

#include <fmt/core.h>

namespace ketenplan::runner {

int bijdragen(const BijdragenOptions& options) {
    const ContributionStudy study = read_contribution_study(options.studie);
    const std::string directory = results_directory(options.uit, options.studie);
    make_directory(directory);
    const std::vector<std::string> warnings = warnings_of(study.basis);
    const std::string text = contributions_summary(study, warnings);
    std::vector<Table> tables{contributions_table(study, options.decimaal),
                              contribution_sources(study, options.decimaal),
                              {"samenvatting.txt", text}};
    if (!study.uittredingen.empty() || !study.toetredingen.empty())
        tables.push_back(membership_table(study, options.decimaal));
    add_tables_workbook(tables, options.decimaal);
    write_folder(
        directory, tables, manifest({"bijdragen", 0, 0, warnings}, study.basis, 0, tables));
    fmt::print("{}\nTabellen staan in {}/\n", text, directory);
    return exit_ok;
}

} // namespace ketenplan::runner
