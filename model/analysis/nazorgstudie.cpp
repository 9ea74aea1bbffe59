#include "analysis/nazorgstudie.hpp"

#include "analysis/run_errors.hpp"
#include "engine/elementary.hpp"

#include <numeric>

namespace ketenplan::analysis {

namespace {

using casus::Jaar;
using engine::Time;
using parameters::Kosteneenheid;

constexpr double seconds_per_day = 86400.0;
constexpr double cents = 100.0;

double& at(std::array<double, aantal_eenheden>& values, Kosteneenheid unit) {
    return values[static_cast<std::size_t>(unit)];
}

std::array<double, aantal_eenheden> quantities_of(const Jaar& year) {
    std::array<double, aantal_eenheden> q{};
    for (const casus::GemeenteJaar& g : year.gemeenten)
        at(q, Kosteneenheid::gebeurtenis) += static_cast<double>(g.recidive);
    for (const casus::SubregioJaar& s : year.subregios)
        at(q, Kosteneenheid::detentiedag) +=
            static_cast<double>(s.detentie_na_recidive_oppervlak) / seconds_per_day;
    at(q, Kosteneenheid::nazorguur) = static_cast<double>(year.huis.nazorg_werk.count()) / 3600.0;
    at(q, Kosteneenheid::traject_euro) =
        static_cast<double>(year.huis.nazorgtraject_centen) / cents;
    at(q, Kosteneenheid::plaatsdag) =
        static_cast<double>(year.huis.plaats_oppervlak) / seconds_per_day;
    return q;
}

double cases_of(const Jaar& year) {
    double sum = 0.0;
    for (const casus::GemeenteJaar& g : year.gemeenten)
        sum += static_cast<double>(g.nazorg_nieuw);
    return sum;
}

class Optelling {
public:
    explicit Optelling(const casus::Opzet& opzet)
        : studie_(opzet.parameters.nazorgstudie), start_(opzet.start), van_(opzet.start) {}

    void add(const Jaar& year) {
        const Time tot = van_ + year.duur;
        const double factor = discontofactor(studie_.discontovoet.value(), start_, van_, tot);
        van_ = tot;
        const auto quantities = quantities_of(year);
        for (std::size_t i = 0; i < aantal_eenheden; ++i)
            sum_.hoeveelheden[i] += quantities[i];
        sum_.nazorgzaken += cases_of(year);
        for (const parameters::Kostenpost& post : studie_.kosten) {
            const auto payer = static_cast<std::size_t>(post.betaler);
            const double amount = factor * quantities[static_cast<std::size_t>(post.per)];
            sum_.gemiddeld[payer] += amount * post.gemiddeld.value();
            sum_.marginaal[payer] += amount * post.marginaal.value();
        }
    }
    [[nodiscard]] const Armuitkomst& sum() const { return sum_; }

private:
    const parameters::Nazorgstudie& studie_;
    Time start_;
    Time van_;
    Armuitkomst sum_;
};

} // namespace

Armuitkomst simuleer_arm(const casus::Opzet& opzet,
                         engine::ReplicationKey key,
                         double odds_ratio,
                         std::optional<double> intensiteit) {
    const casus::Uitkomst outcome = casus::simulate(
        opzet, {.sleutel = key, .odds_ratio = odds_ratio, .intensiteit = intensiteit});
    Optelling sum(opzet);
    for (const Jaar& year : outcome.jaren)
        sum.add(year);
    for (const Jaar& year : outcome.uitloop)
        sum.add(year);
    return sum.sum();
}

double Armuitkomst::totaal(bool at_margin) const {
    const auto& costs = at_margin ? marginaal : gemiddeld;
    return std::accumulate(costs.begin(), costs.end(), 0.0);
}

double discontofactor(double r, Time start, Time van, Time tot) {
    const auto middle = 0.5 * static_cast<double>((van - start).count() + (tot - start).count());
    return engine::exact_pow(1.0 + r, -middle / casus::seconden_per_jaar);
}

double trek_odds_ratio(const casus::Opzet& opzet, engine::ReplicationKey key) {
    const parameters::Nazorgeffect& e = opzet.parameters.nazorg.effect;
    constexpr double normal95 = 1.959963984540054;
    const double spread =
        (engine::exact_log(e.hoog95.value()) - engine::exact_log(e.laag95.value())) /
        (2.0 * normal95);
    engine::Stream stream(key, casus::sleutel(casus::Doel::nazorgeffect, {}));
    return engine::exact_exp(engine::exact_log(e.odds_ratio.value()) +
                             spread * engine::standard_normal(stream));
}

std::vector<Nazorgrij>
nazorgstudie(const casus::Opzet& opzet, const Nazorgopdracht& opdracht, Executor& executor) {
    std::vector<Nazorgrij> rows(opdracht.replicaties);
    const std::size_t done = executor.run(rows.size(), [&](std::size_t r) {
        const engine::ReplicationKey key{opdracht.zaad, static_cast<std::uint32_t>(r)};
        telling_which(key, [&] {
            Nazorgrij& row = rows[r];
            row.odds_ratio =
                opdracht.odds_ratio ? *opdracht.odds_ratio : trek_odds_ratio(opzet, key);
            row.verhouding = opzet.leven.nazorg_verhouding(row.odds_ratio);
            for (const Nazorgarm& arm : opdracht.armen)
                row.armen.push_back(simuleer_arm(opzet, key, row.odds_ratio, arm.intensiteit));
        });
    });
    rows.resize(done);
    return rows;
}

} // namespace ketenplan::analysis
