#include "input/assumptions.hpp"

#include "parameters/themas.hpp"

#include <algorithm>

namespace ketenplan::runner {

namespace {

analysis::Spreiding spread_of(const ParameterRecord& record) {
    const auto found = std::ranges::find(spread_names, record.spread);
    return found == spread_names.end()
               ? analysis::Spreiding::driehoek
               : static_cast<analysis::Spreiding>(found - spread_names.begin());
}

} // namespace

std::vector<analysis::Aanname> assumptions_of(const Scenario& scenario) {
    std::vector<analysis::Aanname> found;
    for (const ParameterRecord& record : scenario.records) {
        if (!record.number || !record.low || !record.high || !record.source.empty() ||
            parameters::padsoort(scenario.parameters, record.path) == parameters::Padsoort::geen)
            continue;
        found.push_back(
            {record.path, *record.number, *record.low, *record.high, spread_of(record)});
    }
    return found;
}

} // namespace ketenplan::runner
