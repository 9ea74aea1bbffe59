#include "commands.hpp"
#include "exit_codes.hpp"
#include "input/psa_table.hpp"
#include "output/atomic_file.hpp"
#include "output/manifest.hpp"
#include "output/results_folder.hpp"
#include "output/tables_workbook.hpp"
#include "output/value_report.hpp"
#include "units/nearest.hpp"
#include "units/number_text.hpp"

#include <fmt/core.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace ketenplan::runner {

namespace {

std::string stem(const WaardeOptions& options) {
    return std::filesystem::path(options.tabel).stem().string();
}

/// Finds the parameter, and what is known of it now, in persons.
ValuedStudy valued_study(const NieuwOnderzoek& asked, const analysis::PsaTable& table) {
    const auto found = std::ranges::find(table.parameters, asked.parameter);
    if (found == table.parameters.end()) {
        const std::string guess = units::nearest(asked.parameter, table.parameters);
        throw UsageError(
            fmt::format("--nieuw-onderzoek: \"{}\" is geen parameter in de tabel{}",
                        asked.parameter,
                        guess.empty() ? "" : fmt::format("; bedoelde u \"{}\"?", guess)));
    }
    const auto parameter = static_cast<std::size_t>(found - table.parameters.begin());
    if (asked.voorkennis)
        return {parameter, asked.personen, *asked.voorkennis, false, {}};
    const auto prior = analysis::persons_behind_chance(table.values[parameter]);
    if (!prior)
        throw UsageError(
            fmt::format("--nieuw-onderzoek: `{0}` is geen kans tussen 0 en 1, dus hoeveel personen "
                        "de kennis van nu waard is\n    staat niet in de tabel\n    -> geef het "
                        "erbij: --nieuw-onderzoek {0}:N0={1}",
                        asked.parameter,
                        units::number_text(asked.personen)));
    return {parameter, asked.personen, *prior, true, {}};
}

std::vector<std::pair<std::string, std::string>> options_of(const ValueStudy& study) {
    std::string prices;
    for (const analysis::AtPrice& at : study.prices)
        prices += (prices.empty() ? "" : " ") + units::number_text(at.price, '.');
    std::string studies;
    for (const ValuedStudy& of : study.studies)
        studies += fmt::format("{}{}:{}={}",
                               studies.empty() ? "" : " ",
                               study.table().parameters[of.parameter],
                               units::number_text(of.prior, '.'),
                               units::number_text(of.persons, '.'));
    return {{"bereidheid", prices}, {"nieuw_onderzoek", studies}, {"eenheid", study.unit}};
}

} // namespace

int waarde(const WaardeOptions& options) {
    const PsaInput input = read_psa_table(options.tabel);
    std::vector<ValuedStudy> asked;
    for (const NieuwOnderzoek& study : options.onderzoeken)
        asked.push_back(valued_study(study, input.table));
    const std::string directory = results_directory(options.uit, options.tabel, "-waarde");
    make_directory(directory); // before the work, so that a bad place is known at once
    ValueStudy study = value_study(input, options.bereidheid, std::move(asked));
    study.name = stem(options);
    study.unit = options.eenheid;
    const std::string text = value_summary(study, input.warnings);
    std::vector<Table> tables{value_table(study, options.decimaal),
                              strategies_table(study, options.decimaal),
                              parameters_value_table(study, options.decimaal),
                              {"samenvatting.txt", text}};
    for (Table& figure : value_figures(study))
        tables.push_back(std::move(figure));
    add_tables_workbook(tables, options.decimaal);
    write_folder(directory,
                 tables,
                 manifest_of_table(
                     {"waarde", input.file, input.table.draws(), options_of(study), input.warnings},
                     tables));
    fmt::print("{}\nTabellen en figuren staan in {}/\n", text, directory);
    return exit_ok;
}

} // namespace ketenplan::runner
