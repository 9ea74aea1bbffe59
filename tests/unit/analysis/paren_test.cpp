#include "analysis/paren.hpp"
#include "engine/defect.hpp"
#include "support/small_house.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>
#include <limits>
#include <set>

using namespace ketenplan;
using namespace ketenplan::analysis;
using namespace ketenplan::tests;

namespace {

const double missing = std::numeric_limits<double>::quiet_NaN();

bool same(const std::vector<double>& a, const std::vector<double>& b) {
    if (a.size() != b.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i] != b[i] && !(std::isnan(a[i]) && std::isnan(b[i])))
            return false;
    }
    return true;
}

std::size_t find_month(const std::vector<MonthColumn>& columns,
                       std::string_view measure,
                       const std::string& cell,
                       std::size_t month) {
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (columns[c].measure == month_measure(measure) && columns[c].cell == cell &&
            columns[c].month == month)
            return c;
    }
    throw engine::Defect("no such column");
}

} // namespace

TEST_CASE("a paired difference is the mean of the differences with Student's interval") {
    const Paired p = compare(std::vector<double>{1.0, 2.0, 3.0, 5.0},
                             std::vector<double>{2.0, 4.0, 6.0, missing});
    CHECK(p.basis.n == 4);
    CHECK(p.variant.mean == Approx(4.0));
    CHECK(p.verschil.n == 3);
    CHECK(p.verschil.mean == Approx(2.0));
    CHECK(p.verschil.standard_error == Approx(1.0 / std::sqrt(3.0)));
    CHECK(p.verschil.high - p.verschil.mean == Approx(4.3026527297 / std::sqrt(3.0)));
    CHECK_THROWS_AS(compare(std::vector<double>{1.0}, std::vector<double>{}), engine::Defect);
}

TEST_CASE("a scenario differs from itself by exactly nothing") {
    const casus::Opzet opzet(parameters::example());
    Sequential executor;
    const std::array arms{&opzet, &opzet};
    const auto results = replicate_arms(arms, 3, 8, executor, Detail::months);
    std::size_t observed = 0;
    const auto check = [&](const Paired& p) {
        if (p.verschil.n == 0)
            return;
        ++observed;
        CHECK(p.verschil.mean == 0.0);
        if (p.verschil.n > 1) {
            CHECK(p.verschil.low == 0.0);
            CHECK(p.verschil.high == 0.0);
        }
    };
    const auto years = shared_columns(results[0].years.columns(), results[1].years.columns());
    CHECK(years.size() == results[0].years.columns().size());
    for (const SharedColumn at : years)
        check(compare(results[0].years.values(at.basis), results[1].years.values(at.variant)));
    const auto& months = results[0].months.columns;
    for (std::size_t c = 0; c < months.size(); ++c)
        check(compare(results[0].months.values(c), results[1].months.values(c)));
    CHECK(observed > 300);
}

TEST_CASE("answers that take a week longer make the weging take a week longer") {
    // Briefings are weekly and have room; no holiday falls between June and December.
    Parameters p = small_house();
    always(p, Besluit::past_niet);
    p.subregios[0].briefing.agenda = units::Minutes{600.0};
    const casus::Opzet basis(p);
    p.intake.informatieverzoek.spec = parameters::always(7.0);
    const casus::Opzet variant(p);
    Sequential executor;
    const auto arms =
        replicate_arms(std::array{&basis, &variant}, 1, 200, executor, Detail::months);
    const std::size_t september =
        find_month(arms[0].months.columns, "doorlooptijd_weging", "regio", 3);
    const Paired wait = compare(arms[0].months.values(september), arms[1].months.values(september));
    CHECK(wait.verschil.low < 7.0);
    CHECK(wait.verschil.high > 7.0);
    CHECK(wait.verschil.half_width() < 0.2);
    // A week of meldingen more is open: 146 a year.
    const std::size_t open = find_month(arms[0].months.columns, "open_meldingen_maand", "a", 3);
    const Paired stock = compare(arms[0].months.values(open), arms[1].months.values(open));
    CHECK(stock.verschil.mean == Approx(7.0 * 146.0 / 365.0).margin(0.25));
    // The same chance in both: the difference is surer than the sum of the two uncertainties.
    const double apart = std::hypot(stock.basis.standard_error, stock.variant.standard_error);
    CHECK(stock.verschil.standard_error < apart);
}

TEST_CASE("an arm is the study of its own scenario") {
    const casus::Opzet one(parameters::example());
    Parameters p = parameters::example();
    p.casusoverleg.quorum_mist = units::Probability{0.4};
    const casus::Opzet two(p);
    const casus::Opzet three(small_house());
    Sequential executor;
    const auto arms = replicate_arms(std::array{&one, &two, &three}, 9, 4, executor);
    REQUIRE(arms.size() == 3);
    CHECK(arms[0].months.columns.empty());
    CHECK(arms[0].years.fingerprint() == replicate(one, 9, 4, executor).fingerprint());
    CHECK(arms[1].years.fingerprint() == replicate(two, 9, 4, executor).fingerprint());
    CHECK(arms[2].years.fingerprint() == replicate(three, 9, 4, executor).fingerprint());
    CHECK(arms[0].years.fingerprint() != arms[1].years.fingerprint());
    // Only what both have is compared, and under the same name.
    const auto shared = shared_columns(arms[0].years.columns(), arms[2].years.columns());
    CHECK(!shared.empty());
    CHECK(shared.size() < arms[0].years.columns().size());
    for (const SharedColumn at : shared) {
        CHECK(arms[0].years.columns()[at.basis].cell == arms[2].years.columns()[at.variant].cell);
        CHECK(arms[0].years.columns()[at.basis].measure ==
              arms[2].years.columns()[at.variant].measure);
    }
}

TEST_CASE("arms do not depend on the order of jobs, and an early stop leaves whole pairs") {
    const casus::Opzet opzet(parameters::example());
    class Backwards : public Executor {
    public:
        std::size_t run(std::size_t count, const std::function<void(std::size_t)>& job) override {
            for (std::size_t i = count; i-- > 0;)
                job(i);
            return count;
        }
    } backwards;
    class Three : public Executor {
    public:
        std::size_t run(std::size_t, const std::function<void(std::size_t)>& job) override {
            for (std::size_t i = 0; i < 3; ++i)
                job(i);
            return 3;
        }
    } three;
    Sequential forwards;
    const std::array arms{&opzet, &opzet};
    const auto a = replicate_arms(arms, 7, 6, forwards, Detail::months);
    const auto b = replicate_arms(arms, 7, 6, backwards, Detail::months);
    const auto stopped = replicate_arms(arms, 7, 6, three, Detail::months);
    for (std::size_t r = 0; r < 6; ++r)
        CHECK(same(a[1].months.rows[r], b[1].months.rows[r]));
    for (const Arm& arm : stopped) {
        CHECK(arm.years.replications() == 3);
        REQUIRE(arm.months.rows.size() == 3);
        CHECK(same(arm.months.rows[2], a[0].months.rows[2]));
    }
}

TEST_CASE("every monthly measure has its own name, a unit and a meaning; subregio's add up") {
    std::set<std::string_view> names;
    for (const MonthMeasure& m : month_measures()) {
        CHECK(names.insert(m.name).second);
        CHECK(!m.unit.empty());
        CHECK(!m.meaning.empty());
        CHECK(m.unfinished.empty() == m.all.empty());
        if (!m.unfinished.empty())
            CHECK_NOTHROW(month_measure(m.unfinished));
    }
    CHECK_THROWS_AS(month_measure("bestaat_niet"), engine::Defect);

    const casus::Opzet opzet(parameters::example());
    CHECK(measured_months(opzet).size() == 12);
    Sequential executor;
    const auto arms = replicate_arms(std::array{&opzet}, 2, 3, executor, Detail::months);
    const MonthResults& months = arms[0].months;
    for (const char* name : {"nieuw_focus", "wachtend_focus", "contacten_maand"}) {
        for (std::size_t m = 0; m < 12; ++m) {
            const auto value = [&](const char* cell) {
                return months.rows[1][find_month(months.columns, name, cell, m)];
            };
            CHECK(value("regio") == Approx(value("noord") + value("zuid")));
        }
    }
}
