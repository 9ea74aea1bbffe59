#include "output/certainty.hpp"

#include "analysis/werklast.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

namespace ketenplan::runner {

namespace {

using parameters::DistributionSpec;

struct TaskMinutes {
    const char* path;
    DistributionSpec* spec;
};

std::array<TaskMinutes, 8> minutes_of(parameters::Taken& t) {
    return {TaskMinutes{"taken.intake.minuten", &t.intake.taak.minuten.spec},
            TaskMinutes{"taken.terugkoppeling.minuten", &t.terugkoppeling.taak.minuten.spec},
            TaskMinutes{"taken.bilaterale_afhandeling.minuten",
                        &t.bilaterale_afhandeling.taak.minuten.spec},
            TaskMinutes{"taken.nazorg_gesprek.minuten", &t.nazorg_gesprek.taak.minuten.spec},
            TaskMinutes{"taken.nazorg_opvolging.minuten", &t.nazorg_opvolging.minuten.spec},
            TaskMinutes{"taken.voorbereiding.minuten", &t.voorbereiding.minuten.spec},
            TaskMinutes{"taken.verslag.minuten", &t.verslag.minuten.spec},
            TaskMinutes{"taken.contact.minuten", &t.contact.minuten.spec}};
}

double fte_of_work(const parameters::Parameters& p) {
    double sum = 0.0;
    for (const auto& deel : analysis::bereken_werklast(casus::Opzet(p)).delen) {
        if (deel.eenheid == "fte")
            sum += deel.gevraagd;
    }
    return sum;
}

/// The fte of work when every mean is at the bound that its record gives; nothing when none does.
std::optional<double> fte_at(const Scenario& scenario,
                             std::optional<double> ParameterRecord::* bound) {
    parameters::Parameters p = scenario.parameters;
    bool any = false;
    for (const TaskMinutes& task : minutes_of(p.taken)) {
        for (const ParameterRecord& record : scenario.records) {
            const bool mean =
                record.path == std::string(task.path) + ".gemiddelde" || record.path == task.path;
            if (!mean || !(record.*bound) || !task.spec->mean)
                continue;
            task.spec->mean = record.*bound;
            any = true;
        }
    }
    return any ? std::optional(fte_of_work(p)) : std::nullopt;
}

} // namespace

Certainty certainty_of(const Scenario& scenario) {
    Certainty c;
    for (const ParameterRecord& record : scenario.records) {
        if (!record.number || record.path == "formaat")
            continue;
        ++c.numbers;
        if (!record.source.empty())
            ++c.sourced;
        else if (!record.assumption.empty())
            ++c.assumed;
    }
    const auto low = fte_at(scenario, &ParameterRecord::low);
    const auto high = fte_at(scenario, &ParameterRecord::high);
    if (low && high)
        c.fte_range = std::pair(*low, *high);
    return c;
}

std::string origin_words(const Certainty& certainty, std::string_view of_what) {
    const std::size_t rest = certainty.numbers - certainty.sourced - certainty.assumed;
    return fmt::format("van de {} getallen in {} zijn er {} een aanname{}",
                       certainty.numbers,
                       of_what,
                       certainty.assumed,
                       rest == 0 ? "" : fmt::format(", en {} zonder opgave van herkomst", rest));
}

} // namespace ketenplan::runner
