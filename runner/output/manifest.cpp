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
    Json files = Json::array();
    for (const InputFile& file : scenario.files)
        files.push_back({{"bestand", file.path}, {"fnv1a64", hexadecimal(file.hash)}});
    Json written = Json::array();
    for (const Table& table : tables)
        written.push_back(
            {{"bestand", table.name}, {"fnv1a64", hexadecimal(hash_of(table.content))}});
    Json values = Json::object();
    std::string all;
    for (const EchoedValue& value : echo(scenario.parameters)) {
        values[value.path] = value.value;
        all += value.path + "=" + value.value + "\n";
    }
    const Json document = {
        {"programma", "ketenplan"},
        {"versie", program_version()},
        {"compiler", compiler_name()},
        {"opdracht", run.command},
        {"zaad", run.seed},
        {"replicaties_gevraagd", run.replications_asked},
        {"replicaties", results.replications()},
        {"vingerafdruk", hexadecimal(results.fingerprint())},
        {"gebeurtenissen", results.events()},
        {"invoer", files},
        {"tabellen", written},
        {"waarschuwingen", run.warnings},
        {"scenario_fnv1a64", hexadecimal(hash_of(all))},
        {"scenario", values},
    };
    return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace ketenplan::runner
