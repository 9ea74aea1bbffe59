#include "analysis/kalibratie.hpp"

#include "engine/defect.hpp"
#include "engine/elementary.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <vector>

namespace ketenplan::analysis {

namespace {

constexpr std::array<std::string_view, 4> followed{
    "recidive_1j", "recidive_2j", "opnieuw_vrij", "vrijlatingen_grote_uitstroom"};
constexpr std::string_view large_persons = "personen_vrij_grote_uitstroom";

/// The figures of one replication, in the order of `Recidivematen`.
using Figures = std::array<double, 4>;

class Runs {
public:
    Runs(const casus::Opzet& opzet, double schaal) : opzet_(scaled(opzet, schaal)) {
        columns_ = columns_of(opzet_);
        year_ = measured_years(opzet_).back();
    }

    [[nodiscard]] Figures run(engine::ReplicationKey key) const {
        const auto outcome = casus::simulate(opzet_, {.sleutel = key, .odds_ratio = 1.0});
        std::vector<double> row(columns_.size());
        fill_row(opzet_, outcome, columns_, row);
        const auto value = [&](std::string_view measure, std::string_view cell) {
            return row[find_column(columns_, measure, cell, year_)];
        };
        const double persons = value(large_persons, "huis");
        const double extra = value(followed[3], "huis") - persons;
        return {value(followed[0], "regio"),
                value(followed[1], "regio"),
                persons > 0.0 ? extra / persons : std::numeric_limits<double>::quiet_NaN(),
                value(followed[2], "regio")};
    }

private:
    static casus::Opzet scaled(const casus::Opzet& opzet, double schaal) {
        parameters::Parameters p = opzet.parameters;
        p.recidive.schaal = units::Factor{schaal};
        return casus::Opzet(p);
    }

    casus::Opzet opzet_;
    std::vector<Column> columns_;
    std::int32_t year_ = 0;
};

double aim(const Recidivematen& m, Kalibratiedoel doel) {
    return doel == Kalibratiedoel::recidive_2j ? m.recidive_2j.mean : m.heruitstroom.mean;
}

} // namespace

Recidivematen recidivematen(const casus::Opzet& opzet,
                            double schaal,
                            const Kalibratieopdracht& opdracht,
                            Executor& executor) {
    const Runs runs(opzet, schaal);
    std::vector<Figures> rows(opdracht.replicaties);
    const std::size_t done = executor.run(rows.size(), [&](std::size_t r) {
        rows[r] = runs.run({opdracht.zaad, static_cast<std::uint32_t>(r)});
    });
    rows.resize(done);
    const auto column = [&](std::size_t c) {
        std::vector<double> values;
        for (const Figures& row : rows)
            values.push_back(row[c]);
        return estimate(values);
    };
    return {schaal, column(0), column(1), column(2), column(3)};
}

std::optional<Recidivematen> kalibreer(const casus::Opzet& opzet,
                                       Kalibratiedoel doel,
                                       double target,
                                       const Kalibratieopdracht& opdracht,
                                       Executor& executor) {
    constexpr double furthest = 4.1588830833596715; // ln 64
    constexpr int most_steps = 40;
    constexpr double close_enough = 1e-4; // of the logarithm of the scale
    const auto at = [&](double log_scale) {
        return recidivematen(opzet, engine::exact_exp(log_scale), opdracht, executor);
    };
    double low = -1.0;
    double high = 1.0;
    double below = aim(at(low), doel) - target;
    double above = aim(at(high), doel) - target;
    while (below > 0.0 && low > -furthest)
        below = aim(at(low -= 1.0), doel) - target;
    while (above < 0.0 && high < furthest)
        above = aim(at(high += 1.0), doel) - target;
    const bool bracketed = below <= 0.0 && above >= 0.0; // not when one is not a number
    if (!bracketed)
        return std::nullopt;
    for (int step = 0, side = 0; step < most_steps; ++step) {
        const double middle = (low * above - high * below) / (above - below);
        const Recidivematen found = at(middle);
        const double off = aim(found, doel) - target;
        if (std::isnan(off))
            return std::nullopt;
        if (off == 0.0 || high - low < close_enough || std::abs(off) < 1e-6)
            return found;
        if (off < 0.0) {
            low = middle;
            below = off;
            above *= side == -1 ? 0.5 : 1.0;
            side = -1;
        } else {
            high = middle;
            above = off;
            below *= side == 1 ? 0.5 : 1.0;
            side = 1;
        }
    }
    return at(0.5 * (low + high));
}

} // namespace ketenplan::analysis
