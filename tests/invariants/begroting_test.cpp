#include "finance/begroting.hpp"
#include "finance/kostprijs.hpp"
#include "finance/verdeling.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <numeric>

using namespace ketenplan::finance;

namespace {

double amount(double least, double most) {
    // Whole multiples of a tenth of a cent: amounts that must be rounded.
    constexpr double per_euro = 1000.0;
    return *rc::gen::inRange(static_cast<int>(least * per_euro),
                             static_cast<int>(most * per_euro)) /
           per_euro;
}

Regel random_line(std::size_t quantities, std::size_t years) {
    Regel line;
    line.soort = static_cast<Soort>(*rc::gen::inRange(0, static_cast<int>(soort_namen.size())));
    line.grondslag = static_cast<Grondslag>(*rc::gen::inRange(0, 5));
    line.hoeveelheid = *rc::gen::inRange<std::size_t>(0, quantities);
    line.btw = amount(0.0, 0.3);
    line.cofinanciering = amount(0.0, 1.0);
    line.incidenteel = *rc::gen::arbitrary<bool>();
    const bool share = line.grondslag == Grondslag::loonsom || line.grondslag == Grondslag::btw;
    for (std::size_t y = 0; y < years; ++y) {
        line.prijs.push_back(share ? amount(0.0, 1.0) : amount(0.0, 200'000.0));
        line.index.push_back(1.0 + amount(-0.1, 0.3));
        line.deel.push_back(amount(0.0, 1.0));
        line.btw_last.push_back(amount(0.0, 1.0));
    }
    return line;
}

struct RandomFinance {
    Begrotingsmodel model;
    std::vector<Hoeveelheden> replications;
};

RandomFinance random_finance() {
    RandomFinance made;
    const auto quantities = *rc::gen::inRange<std::size_t>(1, 5);
    made.model.jaar = 2020;
    made.model.jaren = *rc::gen::inRange<std::size_t>(1, 5);
    const auto lines = *rc::gen::inRange<std::size_t>(1, 12);
    for (std::size_t i = 0; i < lines; ++i)
        made.model.regels.push_back(random_line(quantities, made.model.jaren));
    for (Regel& line : made.model.regels)
        line.voor = {*rc::gen::inRange<std::size_t>(0, lines)};
    const auto count = *rc::gen::inRange<std::size_t>(1, 8);
    for (std::size_t r = 0; r < count; ++r) {
        Hoeveelheden one{made.model.jaren, {}};
        for (std::size_t i = 0; i < quantities * made.model.jaren; ++i)
            one.values.push_back(amount(0.0, 500.0));
        made.replications.push_back(one);
    }
    return made;
}

} // namespace

TEST_CASE("random finances: begrotingen balance, and each replication does with its reserve") {
    CHECK(rc::check([] {
        const RandomFinance f = random_finance();
        const auto budget = begroot(f.model, f.replications);
        for (std::size_t y = 0; y < f.model.jaren; ++y) {
            RC_ASSERT(budget[y].lasten == budget[y].bijdragen + budget[y].baten);
            for (const Hoeveelheden& r : f.replications) {
                const Realisatie result = realiseer(f.model, budget[y], r, y);
                RC_ASSERT(result.lasten == result.bijdragen + result.baten + result.onttrekking);
                const auto lines = bedragen(f.model, r, y);
                RC_ASSERT(std::accumulate(lines.begin(), lines.end(), Centen{0}) ==
                          result.lasten + result.baten);
            }
        }
    }));
}

TEST_CASE("random finances: on average the reserve is left as it was, but for rounding and caps") {
    CHECK(rc::check([] {
        RandomFinance f = random_finance();
        for (Regel& line : f.model.regels)
            line.grondslag =
                line.grondslag == Grondslag::vast ? Grondslag::vast : Grondslag::hoeveelheid;
        const auto budget = begroot(f.model, f.replications);
        for (std::size_t y = 0; y < f.model.jaren; ++y) {
            double drawn = 0.0;
            double allowed = 0.0;
            for (const Hoeveelheden& r : f.replications)
                drawn += in_euro(realiseer(f.model, budget[y], r, y).onttrekking);
            drawn /= static_cast<double>(f.replications.size());
            // Half a cent per line, twice, and half of the fourth decimal of a quantity at its
            // price.
            for (const Regel& line : f.model.regels)
                allowed += 0.0101 + 0.00005 * line.prijs[y] * line.index[y] * line.deel[y];
            RC_ASSERT(std::abs(drawn) <= allowed);
        }
    }));
}

TEST_CASE("random finances: what gemeenten pay, and what products cost, adds up to the cent") {
    CHECK(rc::check([] {
        const RandomFinance f = random_finance();
        const auto budget = begroot(f.model, f.replications);
        const Centen costs = budget.front().lasten;
        std::vector<double> weights;
        std::vector<Product> made;
        const auto count = *rc::gen::inRange<std::size_t>(1, 20);
        for (std::size_t i = 0; i < count; ++i) {
            weights.push_back(amount(0.001, 100.0));
            made.push_back({"p", amount(0.0, 10.0), weights.back()});
        }
        const auto paid = verdeel(costs, weights);
        RC_ASSERT(std::accumulate(paid.begin(), paid.end(), Centen{0}) == costs);
        Centen sum = 0;
        const auto prices = kostprijs(costs, made);
        RC_ASSERT(prices.has_value());
        for (const Kostprijs& p : *prices)
            sum += p.kosten;
        RC_ASSERT(sum == costs);
    }));
}
