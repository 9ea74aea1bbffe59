#include "analysis/kalibratie.hpp"
#include "analysis/nazorgstudie.hpp"
#include "casus/huis.hpp"
#include "casus/recidivefit.hpp"
#include "engine/gamma_pair.hpp"
#include "support/small_house.hpp"
#include "support/statistics.hpp"

#include <boost/math/special_functions/gamma.hpp>
#include <catch2/catch.hpp>

#include <array>
#include <cmath>
#include <vector>

// Persons who come back, against closed forms.

using namespace ketenplan;
using namespace ketenplan::tests;

namespace {

/// Detainees only, released after about fifty days, followed for two years; no house worth the
/// name.
Parameters released_persons(double variance, bool knelpunten) {
    Parameters p = small_house();
    p.looptijd = {.start = date(2015, 1, 1),
                  .einde = date(2016, 1, 1),
                  .opwarming = {.months = 6},
                  .uitloop = {.months = 25}};
    p.bronnen[0].detentiemelding = true;
    p.gemeenten[0].eigen_nazorg = true; // nothing is weighed
    p.gemeenten[0].instroom = units::PerYear{4000.0};
    p.detentie.duur.spec = parameters::gamma(50.0, 1.0);
    p.personen.variantie_recidive = units::Factor{variance};
    p.personen.vertrek = units::PerYear{0.3};
    p.personen.bekend_bij_begin = parameters::Bekenden::geen;
    p.recidive.vervolg = {{units::Days{182.0}, units::Probability{0.20}},
                          {units::Days{365.0}, units::Probability{0.32}},
                          {units::Days{730.0}, units::Probability{0.47}}};
    p.recidive.met_detentie = units::Probability{0.4};
    if (knelpunten) {
        p.nazorg.leefgebieden.kenmerken[1] = {.knelpunt = units::Probability{0.4},
                                              .recidive = units::Factor{2.0},
                                              .oplossen = {},
                                              .oplossen_traject = {}};
        p.nazorg.leefgebieden.kenmerken[3] = {.knelpunt = units::Probability{0.5},
                                              .recidive = units::Factor{0.7},
                                              .oplossen = {},
                                              .oplossen_traject = {}};
    }
    return p;
}

/// Per follow-up time the share with an event among first releases, over replications.
std::vector<Sample> first_releases(const Parameters& p, std::uint32_t replications) {
    const casus::Opzet opzet(p);
    std::vector<std::vector<double>> shares(p.recidive.vervolg.size());
    for (std::uint32_t r = 0; r < replications; ++r) {
        const auto outcome = casus::simulate(opzet, {.sleutel = {17, r}, .odds_ratio = 1.0});
        const casus::Cohort& cohort = outcome.cohorten[0][0];
        for (std::size_t k = 0; k < shares.size(); ++k)
            shares[k].push_back(static_cast<double>(cohort.eersten_binnen[k]) /
                                static_cast<double>(cohort.eersten));
    }
    std::vector<Sample> samples;
    for (const auto& values : shares)
        samples.push_back(sample_of(values));
    return samples;
}

} // namespace

TEST_CASE("recidive after a first release follows the figures it was fitted to") {
    for (const double variance : {0.0, 1.5}) {
        for (const bool knelpunten : {false, true}) {
            INFO("variance " << variance << ", knelpunten " << knelpunten);
            const Parameters p = released_persons(variance, knelpunten);
            const auto shares = first_releases(p, 30);
            for (std::size_t k = 0; k < shares.size(); ++k) {
                INFO("follow-up " << k << ": " << shares[k].mean);
                CHECK(shares[k].agrees_with(p.recidive.vervolg[k].aandeel.value()));
            }
        }
    }
}

TEST_CASE("fitting the hazard of an average person instead would be seen") {
    // With frailty, exp(-H) is not the share without recidive: the check above can fail.
    const Parameters p = released_persons(1.5, false);
    const casus::Opzet opzet(p);
    const double conditional = -std::log(1.0 - 0.47);
    CHECK(opzet.leven.recidive.value(730.0 * 86400.0) > 1.3 * conditional);
}

TEST_CASE("half the hazard gives the share of the closed form") {
    Parameters p = released_persons(1.5, true);
    p.recidive.schaal = units::Factor{0.5};
    const casus::Opzet opzet(p);
    const auto shares = first_releases(p, 30);
    for (std::size_t k = 0; k < shares.size(); ++k) {
        const double h = opzet.leven.recidive.value(p.recidive.vervolg[k].na.value() * 86400.0);
        CHECK(shares[k].agrees_with(1.0 - opzet.leven.mengsel.overleving(h)));
    }
}

TEST_CASE("after calibration the share of the released cohort is the published figure") {
    Parameters p = released_persons(1.5, false);
    p.personen.vertrek = units::PerYear{0.05};
    p.gemeenten[0].instroom = units::PerYear{1500.0};
    p.recidive.gepubliceerd.recidive_2j = units::Probability{0.47};
    p.personen.bekend_bij_begin = parameters::Bekenden::stationair;
    p.beginvoorraad.gebruiken = false;
    p.looptijd.opwarming = {.months = 24};
    const casus::Opzet opzet(p);
    analysis::Sequential one;
    const analysis::Kalibratieopdracht order{.zaad = 3, .replicaties = 4};
    const auto before = analysis::recidivematen(opzet, 1.0, order, one);
    CHECK(before.recidive_2j.mean > 0.5); // returners weigh more than in first releases
    const auto found =
        analysis::kalibreer(opzet, analysis::Kalibratiedoel::recidive_2j, 0.47, order, one);
    REQUIRE(found);
    CHECK(found->recidive_2j.mean == Approx(0.47).margin(2e-4));
    CHECK(found->schaal < 0.9);
    // On other persons it holds within the noise of both.
    const auto others =
        analysis::recidivematen(opzet, found->schaal, {.zaad = 4, .replicaties = 8}, one);
    CHECK(std::abs(others.recidive_2j.mean - 0.47) <
          4.0 * std::hypot(others.recidive_2j.standard_error, found->recidive_2j.standard_error));
    CHECK_FALSE(
        analysis::kalibreer(opzet, analysis::Kalibratiedoel::heruitstroom, 3.0, order, one));
}

TEST_CASE("the number of meldingen of known persons is that of the stationary law") {
    // Known persons: rate / departure. Each comes back at `h`, whatever happened: no other factors.
    Parameters p = small_house();
    p.beginvoorraad.gebruiken = false;
    p.looptijd = {
        .start = date(2015, 1, 1), .einde = date(2016, 1, 1), .opwarming = {.months = 24}};
    p.bronnen[0].detentiemelding = false;
    always(p, parameters::Besluit::past_niet);
    p.subregios[0].briefing.agenda = units::Minutes{700.0};
    p.weging.minuten.spec = parameters::always(0.1);
    p.taken.intake.taak = p.taken.terugkoppeling.taak = task(0.1);
    p.gemeenten[0].instroom = units::PerYear{300.0};
    p.personen.vertrek = units::PerYear{0.25};
    p.personen.herhaling.per_jaar = units::PerYear{0.4};
    for (const double variance : {0.0, 2.0}) {
        p.personen.variantie = units::Factor{variance};
        const casus::Opzet opzet(p);
        std::vector<double> meldingen;
        for (std::uint32_t r = 0; r < 60; ++r) {
            const auto outcome = casus::simulate(opzet, {.sleutel = {9, r}});
            meldingen.push_back(static_cast<double>(outcome.jaren[0].gemeenten[0].meldingen));
        }
        // New ones, and (300 / 0.25) known persons at 0.4 a year (365 days of 365.2425).
        const double expected = 300.0 + 1200.0 * 0.4 * 365.0 / 365.2425;
        const Sample s = sample_of(meldingen);
        INFO("variance " << variance << ": " << s.mean << " +- " << s.standard_error);
        CHECK(s.agrees_with(expected));
    }
}

TEST_CASE("known persons with their frailty and history are those of a long warm-up") {
    // Twelve years of warm-up of people who stay two years on average, against the stationary law
    // without any: who is known since last month is reported more often than who is for years.
    Parameters p = small_house();
    p.beginvoorraad.gebruiken = false;
    always(p, parameters::Besluit::past_niet);
    p.subregios[0].briefing.agenda = units::Minutes{700.0};
    p.weging.minuten.spec = parameters::always(0.1);
    p.taken.intake.taak = p.taken.terugkoppeling.taak = task(0.1);
    p.gemeenten[0].instroom = units::PerYear{300.0};
    p.personen.vertrek = units::PerYear{0.5};
    p.personen.herhaling.per_jaar = units::PerYear{0.5};
    p.personen.herhaling.binnen_90_dagen = units::Factor{6.0};
    const auto in_two_months = [&](parameters::Bekenden begin, std::int32_t warm_up_years) {
        p.personen.bekend_bij_begin = begin;
        p.looptijd = {.start = date(2015, 1, 1),
                      .einde = date(2015, 3, 1),
                      .opwarming = {.months = 12 * warm_up_years}};
        const casus::Opzet opzet(p);
        std::vector<double> meldingen;
        for (std::uint32_t r = 0; r < 300; ++r)
            meldingen.push_back(static_cast<double>(
                casus::simulate(opzet, {.sleutel = {9, r}}).jaren[0].gemeenten[0].meldingen));
        return sample_of(meldingen);
    };
    for (const double variance : {0.0, 3.0}) {
        p.personen.variantie = units::Factor{variance};
        const Sample drawn = in_two_months(parameters::Bekenden::stationair, 0);
        const Sample grown = in_two_months(parameters::Bekenden::geen, 12);
        INFO(variance << ": " << drawn.mean << " and " << grown.mean);
        CHECK(std::abs(drawn.mean - grown.mean) <
              tolerance * std::hypot(drawn.standard_error, grown.standard_error));
        // Whom nobody knew at the beginning would be missed.
        CHECK(in_two_months(parameters::Bekenden::geen, 0).mean < 0.8 * drawn.mean);
    }
}

TEST_CASE("the survival of the mix is the Laplace transform of the gamma law") {
    casus::Mengsel one;
    CHECK(one.overleving(0.7) == Approx(std::exp(-0.7)).epsilon(1e-14));
    casus::Mengsel mixed{.variantie = 2.0, .groepen = {{0.25, 1.0}, {0.75, 3.0}}};
    CHECK(mixed.overleving(0.7) ==
          Approx(0.25 * std::pow(2.4, -0.5) + 0.75 * std::pow(5.2, -0.5)).epsilon(1e-13));
    for (const double share : {0.0, 0.1, 0.47, 0.9})
        CHECK(1.0 - mixed.overleving(mixed.hazard_voor(share)) == Approx(share).margin(1e-12));
}

TEST_CASE("the ratio of hazards gives back the odds ratio it was solved from") {
    const casus::Mengsel mixed{.variantie = 1.0, .groepen = {{0.5, 1.0}, {0.5, 1.5}}};
    const double in_all = mixed.hazard_voor(0.47);
    for (const double odds_ratio : {0.77, 0.94, 1.0, 1.12}) {
        const double ratio = casus::verhouding_voor(mixed, 0.6 * in_all, in_all, odds_ratio);
        const double treated = 1.0 - mixed.overleving(ratio * 0.6 * in_all + 0.4 * in_all);
        CHECK(treated / (1.0 - treated) / (0.47 / 0.53) == Approx(odds_ratio).epsilon(1e-9));
        CHECK((ratio < 1.0) == (odds_ratio < 1.0));
    }
    CHECK(casus::verhouding_voor(mixed, 0.1 * in_all, in_all, 0.01) == Approx(0.0).margin(1e-9));
}

TEST_CASE("the incomplete gamma functions agree with Boost's") {
    for (const double shape : {0.05, 0.5, 1.0, 3.7, 40.0}) {
        for (const double x : {1e-6, 0.1, 0.9, 2.0, 10.0, 60.0}) {
            INFO(shape << ", " << x);
            CHECK(engine::lower_gamma(shape, x) ==
                  Approx(boost::math::gamma_p(shape, x)).epsilon(1e-9).margin(1e-12));
            CHECK(engine::upper_gamma(shape, x) ==
                  Approx(boost::math::gamma_q(shape, x)).epsilon(1e-9).margin(1e-12));
        }
    }
}

TEST_CASE("coupled frailties have the gamma law each, and the correlation of their scores") {
    for (const double rho : {0.0, 0.6, -0.5}) {
        const engine::GammaPair law(2.0, 0.5, rho);
        std::vector<double> a;
        std::vector<double> b;
        std::vector<double> squares_a;
        std::vector<double> squares_b;
        std::vector<double> product;
        for (std::uint32_t i = 0; i < 40'000; ++i) {
            engine::Stream first({1, 1}, {.purpose = 1, .ordinal = i});
            engine::Stream second({1, 1}, {.purpose = 2, .ordinal = i});
            const auto [x, y] = law.sample(first, second);
            a.push_back(x);
            b.push_back(y);
            squares_a.push_back(x * x);
            squares_b.push_back(y * y);
            product.push_back((x - 1.0) * (y - 1.0));
        }
        INFO("rho " << rho);
        CHECK(sample_of(a).agrees_with(1.0));
        CHECK(sample_of(b).agrees_with(1.0));
        CHECK(sample_of(squares_a).agrees_with(3.0));
        CHECK(sample_of(squares_b).agrees_with(1.5));
        const Sample covariance = sample_of(product);
        if (rho == 0.0)
            CHECK(covariance.agrees_with(0.0));
        else
            CHECK(std::abs(covariance.mean) > 10.0 * covariance.standard_error);
        CHECK((rho == 0.0 || (covariance.mean > 0.0) == (rho > 0.0)));
    }
}

TEST_CASE("discounting counts from the middle of each part of a year") {
    const Time start = at(2015, 1, 1);
    CHECK(analysis::discontofactor(0.0225, start, start, start) == Approx(1.0));
    const double second_year =
        analysis::discontofactor(0.0225, start, at(2016, 1, 1), at(2017, 1, 1));
    CHECK(second_year == Approx(std::pow(1.0225, -(365.0 + 183.0) / 365.2425)).epsilon(1e-12));
}

TEST_CASE("draws of the effect have the median and interval of the prior") {
    Parameters p = parameters::example();
    const casus::Opzet opzet(p);
    int below = 0;
    int inside = 0;
    constexpr int draws = 20'000;
    for (std::uint32_t r = 0; r < draws; ++r) {
        const double odds = analysis::trek_odds_ratio(opzet, {.seed = 2, .replication = r});
        below += odds < 0.94 ? 1 : 0;
        inside += odds > 0.94 * std::exp(-0.5 * std::log(1.12 / 0.77)) &&
                          odds < 0.94 * std::exp(0.5 * std::log(1.12 / 0.77))
                      ? 1
                      : 0;
    }
    CHECK(std::abs(below / double{draws} - 0.5) < 4.0 * std::sqrt(0.25 / draws));
    CHECK(std::abs(inside / double{draws} - 0.95) < 4.0 * std::sqrt(0.95 * 0.05 / draws));
}
