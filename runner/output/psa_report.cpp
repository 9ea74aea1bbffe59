#include "output/psa_report.hpp"

#include "output/csv.hpp"
#include "output/dutch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace ketenplan::runner {

namespace {

using analysis::Estimate;
using analysis::Psatrekking;

/// From here on chance within draws makes knowing everything look dearer than it is.
constexpr double much_noise = 0.1;
constexpr double nearly_all_noise = 0.9;

/// Of an arm, in the name of a column.
std::string column_name(std::string name) {
    std::ranges::replace(name, ' ', '_');
    std::ranges::replace(name, ',', '.');
    return name;
}

Estimate over(const PsaOutcome& outcome, const auto& figure) {
    std::vector<double> values;
    for (const Psatrekking& draw : outcome.trekkingen)
        values.push_back(figure(draw));
    return analysis::estimate(values);
}

class PsaText {
public:
    explicit PsaText(const PsaOutcome& outcome) : outcome_(outcome) {}

    std::string text(const Certainty& certainty, const std::vector<std::string>& warnings) {
        line(outcome_.naam + ": nazorg, over alles wat niet zeker is");
        line(fmt::format("{} trekkingen van {} getallen en het effect van nazorg; elke trekking "
                         "{} keer nagespeeld, met dezelfde personen.",
                         dutch(static_cast<double>(outcome_.trekkingen.size()), 0),
                         outcome_.getallen.size(),
                         outcome_.opdracht.per_trekking));
        line(fmt::format("Kosten van alle betalers samen, tegen {} prijzen; tussen haakjes de "
                         "95%-marge van het gemiddelde.",
                         outcome_.opdracht.marginaal ? "marginale" : "gemiddelde"));
        std::vector<std::string> all = warnings;
        noise_warnings(all);
        if (!all.empty())
            line("\nLet op:");
        for (const std::string& warning : all)
            line("  ! " + warning);
        for (std::size_t arm = 1; arm < outcome_.opdracht.armen.size(); ++arm)
            difference(arm);
        line(fmt::format("\nAannames: {}.", origin_words(certainty, "het scenario")));
        line("\nWat is de beste keuze, en wat is meer weten waard?");
        line(
            "  Dat zegt, in de map van dit bestand: ketenplan waarde psa.csv --eenheid \"voorkomen "
            "delict\"");
        return text_;
    }

private:
    void line(const std::string& what) { fmt::format_to(back_inserter(text_), "{}\n", what); }

    [[nodiscard]] const std::string& name(std::size_t arm) const {
        return outcome_.opdracht.armen[arm].naam;
    }

    void noise_warnings(std::vector<std::string>& warnings) const {
        for (std::size_t arm = 1; arm < outcome_.opdracht.armen.size(); ++arm) {
            const auto share = analysis::ruisaandeel(outcome_.trekkingen, arm);
            const double most = std::fmax(share.kosten, share.recidive);
            if (most > nearly_all_noise)
                warnings.push_back(fmt::format(
                    "Wat \"{}\" van \"{}\" scheelt is niet van toeval te onderscheiden: "
                    "neem meer trekkingen, of een grotere --per-trekking.",
                    name(arm),
                    name(0)));
            else if (most > much_noise)
                warnings.push_back(
                    fmt::format("Van wat \"{}\" tussen trekkingen scheelt is {}% toeval binnen de "
                                "trekking: wat alles weten waard is komt te hoog uit. Kies "
                                "--per-trekking {} of meer.",
                                name(arm),
                                dutch(100.0 * most, 0),
                                enough_replications(most)));
        }
    }

    /// So many that the noise would be a tenth of the variance.
    [[nodiscard]] std::uint32_t enough_replications(double share) const {
        const double signal = 1.0 - share;
        const double times = share / signal * (1.0 - much_noise) / much_noise;
        return static_cast<std::uint32_t>(std::ceil(times * outcome_.opdracht.per_trekking));
    }

    void difference(std::size_t arm) {
        const Estimate costs = over(outcome_, [&](const Psatrekking& t) {
            return t.armen[arm].kosten - t.armen[0].kosten;
        });
        const Estimate events = over(outcome_, [&](const Psatrekking& t) {
            return t.armen[arm].recidive - t.armen[0].recidive;
        });
        const auto share = analysis::ruisaandeel(outcome_.trekkingen, arm);
        line(fmt::format("\n{} tegenover {}", name(arm), name(0)));
        row("kosten, euro", costs, 0, share.kosten);
        row("nieuwe delicten", events, 1, share.recidive);
    }

    void row(const std::string& what, const Estimate& e, int decimals, double noise) {
        line(fmt::format("  {:<18}{:>26}   in 9 van de 10 trekkingen {} tot {}",
                         what,
                         with_margin(e, decimals),
                         dutch(e.p05, decimals),
                         dutch(e.p95, decimals)));
        if (std::isfinite(noise))
            line(fmt::format("  {:<18}{:>26}   van de spreiding is toeval binnen een trekking",
                             "",
                             dutch(100.0 * noise, 1) + "%"));
    }

    const PsaOutcome& outcome_;
    std::string text_;
};

} // namespace

Table psa_draws(const PsaOutcome& outcome, DecimalMark mark) {
    std::vector<std::string> header{"trekking"};
    for (const analysis::Nazorgarm& arm : outcome.opdracht.armen) {
        header.push_back("kosten_" + column_name(arm.naam));
        header.push_back("effect_" + column_name(arm.naam));
    }
    if (!outcome.opdracht.odds_ratio)
        header.emplace_back("nazorg.effect.odds_ratio");
    for (const UncertainNumber& number : outcome.getallen)
        header.push_back(number.path);
    Csv csv(mark, header);
    for (std::size_t t = 0; t < outcome.trekkingen.size(); ++t) {
        const Psatrekking& draw = outcome.trekkingen[t];
        csv.whole(static_cast<std::int64_t>(t));
        for (const analysis::Psaarm& arm : draw.armen)
            csv.number(arm.kosten).number(draw.armen.front().recidive - arm.recidive);
        if (!outcome.opdracht.odds_ratio)
            csv.number(draw.odds_ratio);
        for (const double value : outcome.waarden[t])
            csv.number(value);
        csv.end_row();
    }
    return {"psa.csv", csv.content()};
}

std::string psa_summary(const PsaOutcome& outcome,
                        const Certainty& certainty,
                        const std::vector<std::string>& warnings) {
    return PsaText(outcome).text(certainty, warnings);
}

} // namespace ketenplan::runner
