#include "output/results_folder.hpp"

#include "output/atomic_file.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <unistd.h>

namespace ketenplan::runner {

std::string
results_directory(const std::string& asked, const std::string& input, std::string_view suffix) {
    if (!asked.empty())
        return asked;
    return fmt::format("resultaten/{}{}", std::filesystem::path(input).stem().string(), suffix);
}

void write_folder(const std::string& directory,
                  const std::vector<Table>& tables,
                  const std::string& manifest_text) {
    make_directory(directory);
    const std::string manifest_path = directory + "/manifest.json";
    remove_file(manifest_path);
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
