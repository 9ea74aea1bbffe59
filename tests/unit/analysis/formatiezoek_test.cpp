#include "analysis/formatiezoek.hpp"
#include "analysis/grenslijn.hpp"
#include "engine/stream.hpp"
#include "support/small_house.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <functional>
#include <map>
#include <vector>

// The search for the smallest formatie, on houses whose chances are known.

using namespace ketenplan;
using namespace ketenplan::analysis;

namespace {

/// A house without a house: norm i is met in a year with a known chance. A year's figure is 0 when
/// it is met and 1 when not; the second figure onwards are those of the other norms.
class Proefbank : public Proeven {
public:
    using Chances = std::function<std::vector<double>(const Formatie&)>;
    Proefbank(Chances chances, std::uint32_t seed) : chances_(std::move(chances)), seed_(seed) {}

    std::size_t maak(const Formatie& formatie, std::size_t count) override {
        ++asked;
        count = std::min(count, most);
        auto& rows = rows_[formatie];
        for (auto r = static_cast<std::uint32_t>(rows.size()); r < count; ++r) {
            std::vector<double> row;
            for (const double p : chances_(formatie)) {
                const auto norm = static_cast<std::uint32_t>(row.size());
                engine::Stream stream({seed_, r}, {.purpose = 1, .a = norm});
                row.push_back(stream() < p * 4294967296.0 ? 0.0 : 1.0);
            }
            rows.push_back(std::move(row));
        }
        return rows.size();
    }
    [[nodiscard]] std::span<const double> cijfers(const Formatie& formatie,
                                                  std::size_t replication) const override {
        return rows_.at(formatie)[replication];
    }
    std::size_t asked = 0;
    std::size_t most = 1'000'000;

private:
    Chances chances_;
    std::uint32_t seed_;
    std::map<Formatie, std::vector<std::vector<double>>> rows_;
};

std::vector<Zoekpost> posts(std::size_t n, int maximum) {
    std::vector<Zoekpost> all;
    for (std::size_t d = 0; d < n; ++d)
        all.push_back({.post = d, .naam = "", .minimum = 1, .maximum = maximum});
    return all;
}

std::vector<Norm> norms(std::size_t n, double chance) {
    std::vector<Norm> all;
    for (std::size_t i = 0; i < n; ++i)
        all.push_back({.cijfer = i, .jaar = {0.5, Richting::lager}, .kans = chance});
    return all;
}

const auto nobody = [](const Beoordeling&) {
};

/// Each post carries a norm of its own, and helps the other a little.
std::vector<double> logistic(const Formatie& f) {
    const auto chance = [](double x) {
        return 1.0 / (1.0 + std::exp(-x));
    };
    return {chance(0.8 * f[0] + 0.1 * f[1] - 4.0), chance(0.7 * f[1] + 0.1 * f[0] - 3.0)};
}

bool meets_all(const Formatie& f, double chance) {
    const auto p = logistic(f);
    return p[0] >= chance && p[1] >= chance;
}

} // namespace

TEST_CASE("the smallest formatie is right at least as often as promised") {
    const auto all = posts(2, 20);
    const auto asked = norms(2, 0.9);
    const Zoekplan plan{.onverschillig = 0.05, .fout = 0.02, .eerste = 50, .meeste = 6000};
    int right = 0;
    constexpr int repetitions = 250;
    for (std::uint32_t seed = 1; seed <= repetitions; ++seed) {
        Proefbank bench(logistic, seed);
        const auto outcome = zoek_kleinste(all, {1, 1}, asked, plan, bench, nobody);
        REQUIRE(outcome.kleinste);
        const Formatie& f = *outcome.kleinste;
        // Good enough, and nothing cheaper is certainly good.
        bool cheapest = true;
        for (int a = 1; a <= 20; ++a) {
            for (int b = 1; b <= 20; ++b)
                cheapest = cheapest && (a + b >= f[0] + f[1] || !meets_all({a, b}, 0.9));
        }
        right += cheapest && meets_all(f, 0.9 - plan.onverschillig) ? 1 : 0;
    }
    const double promised = 1.0 - plan.fout;
    CHECK(right >= repetitions * promised - 3.0 * std::sqrt(repetitions * promised * plan.fout));
}

TEST_CASE("without chance the search finds what trying everything finds") {
    for (std::uint32_t seed = 1; seed <= 40; ++seed) {
        engine::Stream stream({seed, 0}, {.purpose = 1});
        const auto draw = [&](int most) {
            return static_cast<int>(stream() % static_cast<std::uint32_t>(most));
        };
        const Formatie need{1 + draw(8), 1 + draw(8), 1 + draw(8)};
        const int together = draw(24);
        const auto enough = [&](const Formatie& f) {
            return f[0] >= need[0] && f[1] >= need[1] && f[2] >= need[2] &&
                   f[0] + 2 * f[1] + f[2] >= together;
        };
        auto all = posts(3, 9);
        all[1].gewicht = 1.5;
        Proefbank bench([&](const Formatie& f) { return std::vector{enough(f) ? 1.0 : 0.0}; },
                        seed);
        const auto asked = norms(1, 0.9);
        const auto outcome = zoek_kleinste(all, {1, 1, 1}, asked, {}, bench, nobody);
        double least = 1e9;
        for (int a = 1; a <= 9; ++a) {
            for (int b = 1; b <= 9; ++b) {
                for (int c = 1; c <= 9; ++c)
                    least = enough({a, b, c}) ? std::min(least, a + 1.5 * b + c) : least;
            }
        }
        REQUIRE(outcome.kleinste);
        CHECK(enough(*outcome.kleinste));
        CHECK(kosten_van(*outcome.kleinste, all) == Approx(least));
        CHECK(outcome.beoordeeld.size() < 200); // of 729
        for (const Formatie& other : outcome.even_duur) {
            CHECK(enough(other));
            CHECK(kosten_van(other, all) == Approx(least));
        }
    }
}

TEST_CASE("no formatie is found when the largest fails, or when stopped") {
    const auto all = posts(2, 5);
    const auto asked = norms(2, 0.9);
    Proefbank bad([](const Formatie&) { return std::vector{1.0, 0.5}; }, 1);
    const auto none = zoek_kleinste(all, {1, 1}, asked, {}, bad, nobody);
    CHECK_FALSE(none.kleinste);
    CHECK_FALSE(none.gestopt);
    CHECK(none.beoordeeld.size() == 1);
    CHECK(none.beoordeeld[0].oordeel == Oordeel::voldoet_niet);
    Proefbank slow(logistic, 1);
    slow.most = 20;
    const auto stopped = zoek_kleinste(all, {1, 1}, asked, {}, slow, nobody);
    CHECK_FALSE(stopped.kleinste);
    CHECK(stopped.gestopt);
    CHECK(slow.asked == 1);
}

TEST_CASE("what cannot be told apart is said so, and does not count as enough") {
    const auto all = posts(1, 4);
    const auto asked = norms(1, 0.9);
    // 0.88 is halfway the zone of 4 points; from 3 steps up it is certain.
    Proefbank bench(
        [](const Formatie& f) { return std::vector{f[0] >= 3   ? 1.0
                                                   : f[0] == 2 ? 0.88
                                                               : 0.3}; }, 3);
    const Zoekplan plan{.onverschillig = 0.04, .eerste = 100, .meeste = 400};
    const auto outcome = zoek_kleinste(all, {1}, asked, plan, bench, nobody);
    REQUIRE(outcome.kleinste);
    CHECK(*outcome.kleinste == Formatie{3});
    CHECK(outcome.onbeslist == std::vector<Formatie>(1, Formatie{2}));
    const auto found = std::ranges::find(outcome.beoordeeld, Formatie{2}, &Beoordeling::formatie);
    REQUIRE(found != outcome.beoordeeld.end());
    CHECK(found->oordeel == Oordeel::niet_te_onderscheiden);
    CHECK(found->replicaties == 400);
}

TEST_CASE("a proof counts norms and years, and its intervals hold together") {
    Proefbank bench([](const Formatie&) { return std::vector{0.95, 0.6}; }, 9);
    const auto asked = norms(2, 0.9);
    const auto proof = bewijs({1}, asked, 2000, 2, bench);
    REQUIRE(proof);
    CHECK(proof->normen[0].share == Approx(0.95).margin(0.02));
    CHECK(proof->alle.share == Approx(0.57).margin(0.04));
    CHECK(oordeel_van(proof->normen[0], asked[0]) == Oordeel::voldoet);
    CHECK(oordeel_van(proof->normen[1], asked[1]) == Oordeel::voldoet_niet);
    CHECK(proof->cijfers[1].mean == Approx(1.0 - proof->normen[1].share));
    const auto alone = bewijs({1}, asked, 2000, 1, bench);
    CHECK(alone->normen[0].interval.low > proof->normen[0].interval.low);
    bench.most = 100;
    CHECK_FALSE(bewijs({2}, asked, 2000, 2, bench));
}

TEST_CASE("the walk along the frontier moves the step that helps most") {
    Proefbank bench(logistic, 5);
    const auto asked = norms(2, 0.9);
    const auto two = posts(2, 20);
    const auto points = Grenswandeling({two, asked, {}, 500}, bench).grens({7, 7}, 3, 4);
    REQUIRE(points);
    REQUIRE(points->size() == 8);
    for (std::size_t i = 0; i < points->size(); ++i)
        CHECK(kosten_van((*points)[i].formatie, two) == Approx(11.0 + static_cast<double>(i)));
    CHECK((*points)[3].formatie == Formatie{7, 7});
    CHECK(points->back().alle.share > points->front().alle.share);
    // At the lower limits of the posts there is nowhere to go.
    CHECK(Grenswandeling({two, asked, {}, 50}, bench).grens({1, 1}, 5, 0)->size() == 1);
}

namespace {

struct Counting : Executor {
    std::size_t jobs = 0;
    std::size_t run(std::size_t count, const std::function<void(std::size_t)>& job) override {
        jobs += count;
        return Sequential().run(count, job);
    }
};

} // namespace

TEST_CASE("simulated trials are those of the scenario with that fte, and are made once") {
    tests::Parameters p = tests::small_house();
    p.formatie.posten[0].fte = units::Fte{1.3};
    p.gemeenten[0].instroom = units::PerYear{1000.0}; // so that fte matters
    const std::vector<Zoekpost> post{{.post = 0, .naam = "", .minimum = 1, .maximum = 30}};
    const std::vector<Figure> figures{
        {"bezetting", p.formatie.posten[0].rol + "@" + p.formatie.posten[0].plaats}};
    Counting executor;
    const Proefopzet design{post, 0.1, figures, 4, 10};
    GesimuleerdeProeven trials(p, design, executor);
    CHECK(trials.maak({13}, 3) == 3);
    CHECK(trials.maak({13}, 3) == 3);
    CHECK(trials.maak({20}, 1) == 1);
    CHECK(executor.jobs == 4);
    CHECK(trials.gesimuleerd() == 4);
    const casus::Opzet opzet(p);
    CHECK(FigureReader(opzet, figures).simulate({4, 12})[0] == trials.cijfers({13}, 2)[0]);
    CHECK(trials.cijfers({20}, 0)[0] < trials.cijfers({13}, 0)[0]);
    // Taken up by another, nothing is simulated again.
    GesimuleerdeProeven next(p, design, executor);
    next.hervat(trials.stand());
    CHECK(next.maak({13}, 3) == 3);
    CHECK(next.gesimuleerd() == 0);
    CHECK(next.cijfers({13}, 1)[0] == trials.cijfers({13}, 1)[0]);
}

TEST_CASE("trials may have a scenario of their own in each replication") {
    tests::Parameters p = tests::small_house();
    const std::vector<Zoekpost> post{{.post = 0, .naam = "", .minimum = 1, .maximum = 30}};
    const Proefopzet design{post, 0.1, {{"meldingen", "regio"}}, 4, 10};
    Sequential executor;
    GesimuleerdeProeven trials(
        [&](std::uint32_t replication, std::uint32_t again) {
            tests::Parameters drawn = p;
            drawn.gemeenten[0].instroom = units::PerYear{replication == 11 ? 1000.0 : 100.0};
            if (replication == 12 && again == 0) // a life too full to be numbered
                drawn.gemeenten[0].instroom = units::PerYear{1e7};
            return drawn;
        },
        design,
        executor);
    CHECK(trials.maak({10}, 3) == 3);
    CHECK(trials.cijfers({10}, 1)[0] > 4.0 * trials.cijfers({10}, 0)[0]);
    CHECK(trials.cijfers({10}, 1)[0] > 4.0 * trials.cijfers({10}, 2)[0]);
    // The same scenario meets every formatie.
    CHECK(trials.maak({20}, 2) == 2);
    CHECK(trials.cijfers({20}, 1)[0] == trials.cijfers({10}, 1)[0]);
}

TEST_CASE("by arithmetic a post needs what its work asks") {
    tests::Parameters p = tests::small_house();
    p.looptijd = {
        .start = tests::date(2015, 1, 1), .einde = tests::date(2016, 1, 1), .opwarming = {}};
    const std::vector<Zoekpost> post{
        {.post = 0,
         .naam = p.formatie.posten[0].rol + "@" + p.formatie.posten[0].plaats,
         .minimum = 1,
         .maximum = 60}};
    p.gemeenten[0].instroom = units::PerYear{400.0};
    const Formatie least = werklast_ondergrens(p, post, 0.1);
    CHECK(least[0] > 1);
    CHECK(least[0] < 60);
    p.gemeenten[0].instroom = units::PerYear{800.0};
    const Formatie twice = werklast_ondergrens(p, post, 0.1);
    CHECK(std::abs(twice[0] - 2 * least[0]) <= 2);
}

TEST_CASE("a budget buys the steps that help most, no more and no fewer") {
    // Only the second post matters, up to 6 steps; a step of it costs 3, of the first 1.
    Proefbank bank([](const Formatie& f) { return std::vector{f[1] >= 6 ? 1.0 : f[1] / 8.0}; }, 5);
    std::vector<Zoekpost> two = posts(2, 9);
    two[1].gewicht = 3.0;
    const std::vector<Norm> norms{{.cijfer = 0, .jaar = {0.5, Richting::lager}, .kans = 0.9}};
    const auto bought = [&](const Formatie& from, double budget) {
        return Grenswandeling({two, norms, {}, 400}, bank).binnen_budget(from, budget);
    };
    // Up: to the sixth step of the second, then what is left goes to the first.
    const auto more = bought({2, 4}, 22.0);
    REQUIRE(more);
    CHECK(more->formatie == Formatie{4, 6});
    // Down: the first gives way before the second.
    const auto less = bought({4, 6}, 19.0);
    REQUIRE(less);
    CHECK(less->formatie == Formatie{1, 6});
    CHECK_FALSE(bought({4, 6}, 3.0));
}
