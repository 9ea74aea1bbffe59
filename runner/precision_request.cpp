#include "precision_request.hpp"

#include "command_line.hpp"
#include "output/dutch.hpp"
#include "units/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace ketenplan::runner {

namespace {

using analysis::Column;

std::string measure_of(const Column& column) {
    return std::string(analysis::measures()[column.measure].name);
}

std::string full_name(const Column& column) {
    return measure_of(column) + "@" + column.cell;
}

/// The columns of one name; without a place those of the region or the house.
std::vector<std::size_t> columns_named(const std::string& name, std::span<const Column> columns) {
    std::vector<std::size_t> found;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const bool whole = columns[c].cell == "regio" || columns[c].cell == "huis";
        if (full_name(columns[c]) == name || (whole && measure_of(columns[c]) == name))
            found.push_back(c);
    }
    return found;
}

std::string unknown(const std::string& name, std::span<const Column> columns) {
    std::vector<std::string> known;
    for (const Column& column : columns) {
        known.push_back(measure_of(column));
        known.push_back(full_name(column));
    }
    const std::string guess = units::nearest(name, known);
    return fmt::format("--maat \"{}\" is geen uitkomst van dit scenario{}",
                       name,
                       guess.empty() ? "; zie `ketenplan maten`"
                                     : fmt::format("; bedoelde u \"{}\"?", guess));
}

} // namespace

PrecisionRequest precision_request(double relative,
                                   const std::vector<std::string>& names,
                                   std::span<const Column> columns) {
    PrecisionRequest request{relative, {}};
    static const std::vector<std::string> main_waits{"doorlooptijd_weging_gemiddeld",
                                                     "wachttijd_overleg_gemiddeld"};
    for (const std::string& name : names.empty() ? main_waits : names) {
        const auto found = columns_named(name, columns);
        if (found.empty())
            throw UsageError(unknown(name, columns));
        request.columns.insert(request.columns.end(), found.begin(), found.end());
    }
    return request;
}

std::string
precision_words(const PrecisionRequest& request, const analysis::Results& results, bool reached) {
    const std::string wanted = dutch(100.0 * request.relatief, 2);
    const std::string count = dutch(static_cast<double>(results.replications()), 0);
    if (reached)
        return fmt::format(
            "De gevraagde precisie van {}% is bereikt na {} replicaties.", wanted, count);
    std::string text = fmt::format(
        "De gevraagde precisie van {}% is na {} replicaties niet bereikt:", wanted, count);
    for (const std::size_t column : request.columns) {
        const analysis::Estimate e = analysis::estimate(results.values(column));
        if (analysis::is_precise(e, request.relatief))
            continue;
        const double share = 100.0 * e.half_width() / std::abs(e.mean);
        text += fmt::format(" {} ({})",
                            full_name(results.columns()[column]),
                            std::isfinite(share) ? "± " + dutch(share, 2) + "%" : "onbekend");
    }
    return text + ".";
}

} // namespace ketenplan::runner
