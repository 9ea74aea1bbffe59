#include "commands/nazorg_arms.hpp"

#include "output/nazorg_report.hpp"

#include <fmt/core.h>
#include <fmt/format.h>

#include <algorithm>

namespace ketenplan::runner {

namespace {

/// Empty when it can be run.
std::string why_not(const casus::Opzet& opzet) {
    if (!opzet.nazorg_mogelijk)
        return "geen enkel besluit in dit scenario is nazorg";
    if (opzet.parameters.recidive.vervolg.empty())
        return "het scenario heeft geen [[recidive.vervolg]]: zonder recidive is er geen effect";
    if (opzet.parameters.nazorgstudie.kosten.empty())
        return "het scenario heeft geen [nazorgstudie.kosten]: zonder prijzen is er geen som";
    return "";
}

} // namespace

std::vector<analysis::Nazorgarm> nazorg_arms(const casus::Opzet& opzet,
                                             std::span<const double> intensities) {
    const double own = opzet.parameters.nazorg.intensiteit.value();
    std::vector<analysis::Nazorgarm> arms{{"zonder nazorg", 0.0}, {"zoals nu", std::nullopt}};
    for (const double intensity : intensities) {
        const bool known = std::ranges::any_of(
            arms, [&](const auto& arm) { return arm.intensiteit.value_or(own) == intensity; });
        if (!known)
            arms.push_back({fmt::format("intensiteit {}", dutch_intensity(intensity)), intensity});
    }
    return arms;
}

bool can_study_nazorg(const std::string& path, const casus::Opzet& opzet) {
    const std::string reason = why_not(opzet);
    if (!reason.empty())
        fmt::print(stderr, "{}: {}\n    -> zie `ketenplan parameters`\n", path, reason);
    return reason.empty();
}

} // namespace ketenplan::runner
