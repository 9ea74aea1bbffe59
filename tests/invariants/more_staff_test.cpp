#include "support/small_house.hpp"
#include "support/statistics.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace ketenplan;
using namespace ketenplan::tests;

namespace {

/// Mean wait of tasks, and mean time from melding to besluit and from there to the overleg
/// together, per replication. The two stages apart would not do: relieving the first sends more to
/// the second.
struct Waits {
    std::vector<double> tasks;
    std::vector<double> lead_time;
};

Waits waits(const Parameters& p, std::uint32_t replications) {
    const casus::Opzet opzet(p);
    Waits w;
    for (std::uint32_t r = 0; r < replications; ++r) {
        const auto outcome = casus::simulate(opzet, {.sleutel = {11, r}, .spoor = {}});
        double tasks = 0.0;
        for (const auto& rol : outcome.jaren[0].rollen)
            tasks += rol.wachttijd_taken.mean();
        w.tasks.push_back(tasks);
        engine::DurationHistogram weging;
        engine::DurationHistogram overleg;
        for (const auto& sub : outcome.jaren[0].subregios) {
            weging.merge(sub.doorlooptijd_weging);
            overleg.merge(sub.wachttijd_overleg);
        }
        w.lead_time.push_back(weging.mean() + overleg.mean());
    }
    return w;
}

Sample difference(const std::vector<double>& a, const std::vector<double>& b) {
    std::vector<double> d;
    for (std::size_t i = 0; i < a.size(); ++i)
        d.push_back(a[i] - b[i]);
    return sample_of(d);
}

/// The example house, busy enough for waits to matter and still in balance.
Parameters busy() {
    Parameters p = parameters::example();
    for (auto& g : p.gemeenten)
        g.instroom = units::PerYear{g.instroom->value() * 1.5};
    for (auto& rol : p.formatie.rollen)
        rol.productiviteit = units::Probability{0.35};
    p.casussoorten.top60.sluitkans_eerste = p.casussoorten.top60.sluitkans_later =
        units::Probability{0.1};
    return p;
}

} // namespace

TEST_CASE("one more full-time medewerker does not lengthen the mean wait") {
    const Parameters p = busy();
    const Waits before = waits(p, 60);
    for (std::size_t i = 0; i < p.formatie.posten.size(); ++i) {
        Parameters more = p;
        more.formatie.posten[i].fte = *p.formatie.posten[i].fte + units::Fte{1.0};
        const Waits after = waits(more, 60);
        INFO(p.formatie.posten[i].key);
        const Sample tasks = difference(after.tasks, before.tasks);
        CHECK(tasks.mean <= tolerance * tasks.standard_error);
        const Sample lead_time = difference(after.lead_time, before.lead_time);
        CHECK(lead_time.mean <= tolerance * lead_time.standard_error);
    }
}

TEST_CASE("pairing on common random numbers takes most of the noise out of a comparison") {
    const Parameters p = busy();
    Parameters more = p;
    more.formatie.posten[2].fte = *p.formatie.posten[2].fte + units::Fte{1.0};
    const Waits one = waits(p, 60);
    const Waits two = waits(more, 60);
    const Sample paired = difference(one.tasks, two.tasks);
    const double apart =
        std::hypot(sample_of(one.tasks).standard_error, sample_of(two.tasks).standard_error);
    CHECK(paired.standard_error < 0.9 * apart);
}
