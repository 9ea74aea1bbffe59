#include "support/small_house.hpp"
#include "support/statistics.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

// Bodies above the case against closed forms.

using namespace ketenplan;
using namespace ketenplan::tests;
using engine::Seconds;

namespace {

/// Twenty years without cases; the Regiekamer meets monthly, the Stuurgroep four times a year.
Parameters bodies_only() {
    Parameters p = small_house();
    p.looptijd = {.start = date(2001, 1, 1), .einde = date(2021, 1, 1), .opwarming = {}};
    p.gemeenten[0].instroom = units::PerYear{0.0};
    auto& rk = p.overlegstructuur.regiekamer;
    rk.maanden.clear();
    for (int month = 1; month <= 12; ++month)
        rk.maanden.emplace_back(month);
    auto& sg = p.overlegstructuur.stuurgroep;
    sg.maanden = {units::Count{2.0}, units::Count{5.0}, units::Count{9.0}, units::Count{12.0}};
    sg.welke = 4;
    return p;
}

/// The mean lead time, in seconds, of questions that come up evenly over time and are decided in
/// the run: those asked in (from, until] are decided at one moment.
struct Lead {
    double seconds = 0.0; ///< of waiting, times the length of the period asked in
    double length = 0.0;
    void add(Time from, Time until, Time decided) {
        const auto width = static_cast<double>((until - from).count());
        const auto last = static_cast<double>((decided - until).count());
        seconds += width * (last + width / 2.0);
        length += width;
    }
    [[nodiscard]] double mean() const { return seconds / length; }
};

Time next(const std::vector<Time>& all, Time from) {
    const auto found = std::ranges::lower_bound(all, from);
    return found == all.end() ? engine::never : *found;
}

double binomial(int n, int k, double p) {
    double ways = 1.0;
    for (int i = 0; i < k; ++i)
        ways *= static_cast<double>(n - i) / (i + 1);
    return ways * std::pow(p, k) * std::pow(1.0 - p, n - k);
}

} // namespace

TEST_CASE("the lead time of a route is the sum of its waits, or the longest when joint") {
    Parameters p = bodies_only();
    for (const bool joint : {false, true}) {
        p.besluitroutes = {{.key = "route",
                            .organen = {"stuurgroep", "regiekamer"},
                            .gezamenlijk = joint,
                            .vragen = units::PerYear{500.0}}};
        const casus::Opzet opzet(p);
        const auto& monthly = opzet.organen[0].momenten;
        const auto& quarterly = opzet.organen[1].momenten;
        // Between two meetings of either body every question is decided at the same moment.
        std::vector<Time> edges{opzet.begin};
        edges.insert(edges.end(), monthly.begin(), monthly.end());
        edges.insert(edges.end(), quarterly.begin(), quarterly.end());
        std::ranges::sort(edges);
        Lead expected;
        for (std::size_t i = 1; i < edges.size(); ++i) {
            const Time first = next(quarterly, edges[i]);
            if (first == engine::never)
                break;
            const Time second = next(monthly, joint ? edges[i] : first + opzet.organen[1].lengte);
            const Time decided = joint ? std::max(first, second) : second;
            if (second != engine::never)
                expected.add(edges[i - 1], edges[i], decided);
        }
        std::vector<double> means;
        for (std::uint32_t seed = 0; seed < 20; ++seed) {
            const auto outcome = casus::simulate(opzet, {.sleutel = {seed, 0}, .spoor = {}});
            Seconds sum{0};
            std::int64_t count = 0;
            for (const casus::Jaar& year : outcome.jaren) {
                sum += year.routes[0].doorlooptijd.sum();
                count += year.routes[0].besloten;
            }
            means.push_back(static_cast<double>(sum.count()) / static_cast<double>(count));
        }
        const auto sample = sample_of(means);
        INFO((joint ? "joint" : "in turn"));
        CHECK(sample.agrees_with(expected.mean()));
        CHECK(sample.standard_error < 0.005 * expected.mean()); // the check has teeth
    }
}

TEST_CASE(
    "a quorum fails with its binomial probability, and twice in a row with the square of it") {
    Parameters p = bodies_only();
    const auto sample_org = p.organisaties[0];
    p.organisaties.clear();
    auto& rk = p.overlegstructuur.regiekamer;
    for (const char* key : {"a", "b", "c", "d", "e"}) {
        p.organisaties.push_back(sample_org);
        p.organisaties.back().key = key;
        rk.deelnemers.push_back({key, 1.0});
        rk.aanwezigheid.push_back({key, 0.6});
    }
    rk.quorum = units::Probability{0.6}; // three of five
    const double fails = binomial(5, 0, 0.6) + binomial(5, 1, 0.6) + binomial(5, 2, 0.6);
    const casus::Opzet opzet(p);
    std::vector<double> failed;
    std::vector<double> stalled;
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
        const auto outcome = casus::simulate(opzet, {.sleutel = {seed, 0}, .spoor = {}});
        std::int64_t missed = 0;
        std::int64_t meetings = 0;
        Seconds still{0};
        for (const casus::Jaar& year : outcome.jaren) {
            missed += year.organen[0].mislukt;
            meetings += year.organen[0].mislukt + year.organen[0].gehouden;
            still += year.organen[0].stil;
        }
        REQUIRE(meetings == 240);
        failed.push_back(static_cast<double>(missed) / static_cast<double>(meetings));
        stalled.push_back(static_cast<double>(still.count()) /
                          static_cast<double>((opzet.einde - opzet.begin).count()));
    }
    const auto share = sample_of(failed);
    CHECK(share.agrees_with(fails));
    // After the second meeting the body stands still as long as the last two failed. Months differ
    // in length, by less than this.
    const auto still = sample_of(stalled);
    CHECK(still.mean == Approx(fails * fails * 239.0 / 240.0).epsilon(0.05));
}
