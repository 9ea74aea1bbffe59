#include "output/results_folder.hpp"

#include "input/scenario_files.hpp"
#include "output/atomic_file.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace ketenplan::runner {

namespace {

std::string content_of(const std::string& path) {
    std::ostringstream text;
    if (const std::ifstream file(path, std::ios::binary); file)
        text << file.rdbuf();
    return text.str();
}

/// Removes what the run of `manifest` wrote and this one does not, unless somebody changed it.
void remove_former(const std::string& directory,
                   const std::string& manifest,
                   const std::vector<Table>& tables) {
    const auto former = nlohmann::json::parse(manifest, nullptr, false);
    if (!former.is_object() || !former.contains("tabellen") || !former["tabellen"].is_array())
        return;
    for (const auto& entry : former["tabellen"]) {
        if (!entry.is_object() || !entry.contains("bestand") || !entry["bestand"].is_string())
            continue;
        const std::string name = entry["bestand"].get<std::string>();
        const bool ours = std::ranges::find(tables, name, &Table::name) != tables.end();
        if (ours || name.find('/') != std::string::npos)
            continue;
        const std::string path = fmt::format("{}/{}", directory, name);
        const std::string digest = fmt::format("{:016x}", hash_of(content_of(path)));
        if (entry.value("fnv1a64", "") == digest)
            remove_file(path);
    }
}

} // namespace

std::string result_name(const std::string& input) {
    const std::filesystem::path path(input);
    const std::string folder = path.parent_path().filename().string();
    const bool named = !folder.empty() && folder != "." && folder != "..";
    return (named ? folder + "-" : "") + path.stem().string();
}

std::string
results_directory(const std::string& asked, const std::string& input, std::string_view suffix) {
    if (!asked.empty())
        return asked;
    return fmt::format("resultaten/{}{}", result_name(input), suffix);
}

void write_folder(const std::string& directory,
                  const std::vector<Table>& tables,
                  const std::string& manifest_text) {
    make_directory(directory);
    const std::string manifest_path = directory + "/manifest.json";
    const std::string former = content_of(manifest_path);
    remove_file(manifest_path);
    remove_former(directory, former, tables);
    for (const Table& table : tables)
        write_atomically(directory + "/" + table.name, table.content);
    write_atomically(manifest_path, manifest_text);
}

std::vector<std::string> warnings_of(const Scenario& scenario) {
    std::vector<std::string> sentences;
    for (const Diagnostic& d : scenario.warnings.items())
        sentences.push_back(fmt::format(
            "{}:{}: `{}` {}", d.place.file, d.place.line, d.problem.path, d.problem.what));
    return sentences;
}

std::size_t most_that_fit(std::size_t columns) {
    const auto memory =
        static_cast<double>(sysconf(_SC_PHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGESIZE));
    const auto row = static_cast<double>(columns * sizeof(double));
    return static_cast<std::size_t>(0.75 * memory / row);
}

} // namespace ketenplan::runner
