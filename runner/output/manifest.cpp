#include "output/manifest.hpp"

#include "command_line.hpp"
#include "input/scenario_files.hpp"
#include "output/echo.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace ketenplan::runner {

namespace {

using Json = nlohmann::ordered_json;

std::string hexadecimal(std::uint64_t digest) {
    return fmt::format("{:016x}", digest);
}

Json files_of(const Scenario& scenario) {
    Json files = Json::array();
    for (const InputFile& file : scenario.files)
        files.push_back({{"bestand", file.path}, {"fnv1a64", hexadecimal(file.hash)}});
    return files;
}

Json digests(const std::vector<Table>& tables) {
    Json written = Json::array();
    for (const Table& table : tables)
        written.push_back(
            {{"bestand", table.name}, {"fnv1a64", hexadecimal(hash_of(table.content))}});
    return written;
}

/// Adds every parameter as used, and a digest of them.
void add_values(Json& document, const Scenario& scenario) {
    Json values = Json::object();
    std::string all;
    for (const EchoedValue& value : echo(scenario.parameters)) {
        values[value.path] = value.value;
        all += value.path + "=" + value.value + "\n";
    }
    document["scenario_fnv1a64"] = hexadecimal(hash_of(all));
    document["scenario"] = std::move(values);
}

Json head(const RunDescription& run, std::size_t replications) {
    return {{"programma", "ketenplan"},
            {"versie", program_version()},
            {"compiler", compiler_name()},
            {"opdracht", run.command},
            {"zaad", run.seed},
            {"replicaties_gevraagd", run.replications_asked},
            {"replicaties", replications}};
}

std::string text_of(const Json& document) {
    return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace

std::string compiler_name() {
#if defined(__clang__)
    return fmt::format("clang++ {}.{}.{}", __clang_major__, __clang_minor__, __clang_patchlevel__);
#else
    return fmt::format("g++ {}.{}.{}", __GNUC__, __GNUC_MINOR__, __GNUC_PATCHLEVEL__);
#endif
}

std::string manifest(const RunDescription& run,
                     const Scenario& scenario,
                     const analysis::Results& results,
                     const std::vector<Table>& tables) {
    Json document = head(run, results.replications());
    document["vingerafdruk"] = hexadecimal(results.fingerprint());
    document["gebeurtenissen"] = results.events();
    document["invoer"] = files_of(scenario);
    document["tabellen"] = digests(tables);
    document["waarschuwingen"] = run.warnings;
    add_values(document, scenario);
    return text_of(document);
}

std::string manifest(const RunDescription& run,
                     const Scenario& scenario,
                     std::size_t replications,
                     const std::vector<Table>& tables) {
    Json document = head(run, replications);
    document["invoer"] = files_of(scenario);
    document["tabellen"] = digests(tables);
    document["waarschuwingen"] = run.warnings;
    add_values(document, scenario);
    return text_of(document);
}

std::string manifest_of_table(const TableRun& run, const std::vector<Table>& tables) {
    Json document = {{"programma", "ketenplan"},
                     {"versie", program_version()},
                     {"compiler", compiler_name()},
                     {"opdracht", run.command},
                     {"trekkingen", run.draws}};
    Json options = Json::object();
    for (const auto& [name, value] : run.options)
        options[name] = value;
    document["opties"] = std::move(options);
    document["invoer"] =
        Json::array({{{"bestand", run.input.path}, {"fnv1a64", hexadecimal(run.input.hash)}}});
    document["tabellen"] = digests(tables);
    document["waarschuwingen"] = run.warnings;
    return text_of(document);
}

std::string manifest_of_arms(const RunDescription& run,
                             const std::vector<ManifestArm>& arms,
                             const std::vector<Table>& tables) {
    Json document = head(run, arms.front().results->replications());
    document["tabellen"] = digests(tables);
    document["waarschuwingen"] = run.warnings;
    Json variants = Json::array();
    for (const ManifestArm& arm : arms) {
        Json variant = {{"naam", arm.scenario->parameters.naam},
                        {"vingerafdruk", hexadecimal(arm.results->fingerprint())},
                        {"gebeurtenissen", arm.results->events()},
                        {"invoer", files_of(*arm.scenario)}};
        add_values(variant, *arm.scenario);
        variants.push_back(std::move(variant));
    }
    document["varianten"] = std::move(variants);
    return text_of(document);
}

} // namespace ketenplan::runner
