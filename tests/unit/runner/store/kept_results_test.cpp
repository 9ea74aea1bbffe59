#include "analysis/paren.hpp"
#include "analysis/precision.hpp"
#include "store/kept_results.hpp"
#include "support/small_house.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>

using namespace ketenplan;
using namespace ketenplan::analysis;
using runner::results_of;
using runner::rows_of;
using runner::trials_of;

TEST_CASE("results and trials come back from their rows to the bit") {
    const parameters::Parameters p = tests::small_house();
    const casus::Opzet opzet(p);
    Sequential executor;
    const Results results = replicate(opzet, 3, 4, executor);
    const Results back = results_of(rows_of(results), columns_of(opzet), 10);
    CHECK(back.replications() == 4);
    CHECK(rows_of(back) == rows_of(results));
    CHECK(back.fingerprint() == results.fingerprint());
    CHECK(back.events() == results.events());
    const Results fewer = results_of(rows_of(results), columns_of(opzet), 2);
    CHECK(fewer.fingerprint() == replicate(opzet, 3, 2, executor).fingerprint());
    CHECK_THROWS(results_of({{1, 2, 3}}, columns_of(opzet), 10));

    const std::vector<TrialValues> trials{{{{1.0, 0.1}, {2.0, 3.0}}, ""}, {{}, "te veel €"}};
    const auto again = trials_of(rows_of(trials), 2);
    REQUIRE(again.size() == 2);
    CHECK(again[0].figures == trials[0].figures);
    CHECK(again[0].failure.empty());
    CHECK(again[1].figures.empty());
    CHECK(again[1].failure == "te veel €");
    CHECK_THROWS(trials_of(rows_of(trials), 3));
}

TEST_CASE("going on from kept results ends as one run, and simulates only what was missing") {
    /// Counts the jobs that it did.
    class Counting : public Executor {
    public:
        std::size_t run(std::size_t count, const std::function<void(std::size_t)>& job) override {
            for (std::size_t i = 0; i < count; ++i, ++done)
                job(i);
            return count;
        }
        std::size_t done = 0;
    };
    const parameters::Parameters p = tests::small_house();
    const casus::Opzet opzet(p);
    Sequential executor;

    const std::array arms{&opzet, &opzet};
    const auto whole = replicate_arms(arms, 5, 6, executor, Detail::months);
    auto part = replicate_arms(arms, 5, 2, executor, Detail::months);
    Counting rest;
    replicate_arms_more(part, arms, 5, 6, rest, Detail::months);
    CHECK(rest.done == 4);
    for (std::size_t a = 0; a < 2; ++a) {
        CHECK(rows_of(part[a].years) == rows_of(whole[a].years));
        CHECK(part[a].months.rows.size() == whole[a].months.rows.size());
    }
    replicate_arms_more(part, arms, 5, 3, rest, Detail::months); // there are more already
    CHECK(part[0].years.replications() == 6);

    // The rule of precision looks at 4, at 5 or more, and stops.
    const Precisie rule{.relatief = 1e-6, .eerste = 4, .meeste = 12};
    const std::array<std::size_t, 1> columns{0};
    const Precies uninterrupted = replicate_until_precise(opzet, 5, rule, columns, executor);
    for (const std::size_t found : {1U, 5U, 40U}) {
        Counting missing;
        const Precies resumed = replicate_until_precise(
            opzet, 5, rule, columns, missing, replicate(opzet, 5, found, executor));
        CHECK(rows_of(resumed.results) == rows_of(uninterrupted.results));
        CHECK(resumed.bereikt == uninterrupted.bereikt);
        CHECK(missing.done + std::min<std::size_t>(found, 12) == 12);
    }

    const std::vector<Figure> figures{{"meldingen", "regio"}};
    const std::vector<Trial> trials{{&p, 0, 2}, {&p, 2, 2}, {&p, 4, 2}};
    const auto values = simulate_trials(trials, 5, figures, executor);
    Counting last;
    const auto gone_on =
        simulate_trials(trials, 5, figures, last, {values.begin(), values.begin() + 2});
    CHECK(last.done == 1);
    CHECK(rows_of(gone_on) == rows_of(values));
}
