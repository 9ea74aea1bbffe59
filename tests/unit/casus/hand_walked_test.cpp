#include "support/small_house.hpp"

#include <catch2/catch.hpp>

#include <vector>

// A run without chance, followed by hand. Meldingen come every 2.5 days from Monday 1 June 2015
// 00:00; besluiten are dealt out focus, bilateraal, focus, ... Work takes twice its minutes
// (productivity one half); a full-time day is 9:00 to 16:12.

using namespace ketenplan;
using namespace ketenplan::tests;

namespace {

struct Moment {
    Stap step;
    Time time;
};

casus::Uitkomst walk() {
    Parameters p = small_house();
    decide(p.besluiten[0], Besluit::bilateraal, 1.0);
    return run(p, engine::DrawMode::expected);
}

void check_story(const casus::Uitkomst& outcome,
                 std::uint32_t melding,
                 const std::vector<Moment>& expected) {
    const auto lines = story_of(outcome, melding);
    REQUIRE(lines.size() == expected.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        INFO("line " << i);
        CHECK(lines[i].step == static_cast<std::uint16_t>(expected[i].step));
        // An arrival may be rounded up by a second, and what follows with it.
        CHECK(lines[i].time >= expected[i].time);
        CHECK(lines[i].time <= expected[i].time + engine::Seconds{2});
    }
}

} // namespace

TEST_CASE("the first melding, walked by hand, becomes a case that is closed after two contacts") {
    const auto outcome = walk();
    check_story(outcome,
                1,
                {
                    {Stap::ontvangen, at(2015, 6, 3, 12)},         // 2.5 days after 1 June
                    {Stap::intake_klaar, at(2015, 6, 3, 13)},      // 30 minutes at half speed
                    {Stap::informatie_binnen, at(2015, 6, 5, 13)}, // two workdays
                    // Briefing of Tuesday 9 June 10:00: 15 minutes.
                    {Stap::besproken, at(2015, 6, 9, 10, 15)},
                    {Stap::wacht_op_regisseur, at(2015, 6, 9, 10, 15)},
                    {Stap::toegewezen, at(2015, 6, 9, 10, 15)},
                    {Stap::teruggekoppeld, at(2015, 6, 9, 10, 35)}, // 10 minutes at half speed
                    {Stap::voorbereid, at(2015, 6, 9, 12, 15)},     // an hour at half speed
                    // Three workdays away is Friday 12:15: the Monday after.
                    {Stap::overleg_geboekt, at(2015, 6, 9, 12, 15)},
                    {Stap::overleg_gehouden, at(2015, 6, 15, 14)},
                    {Stap::verslag_klaar, at(2015, 6, 15, 16)}, // from 15:00
                    // Due Monday 22 June 15:00, when melding 3's overleg ends and its report is
                    // taken up: begun at 16:00, twelve minutes that day, eighteen the next morning.
                    {Stap::contact_gedaan, at(2015, 6, 23, 9, 18)},
                    {Stap::contact_gedaan, at(2015, 7, 15, 15, 30)}, // a month after 15 June 15:00
                    {Stap::afgesloten, at(2015, 7, 15, 15, 30)},
                });
}

TEST_CASE("the second melding, walked by hand, is dealt with bilaterally") {
    const auto outcome = walk();
    check_story(outcome,
                2,
                {
                    {Stap::ontvangen, at(2015, 6, 6)},              // Saturday midnight
                    {Stap::intake_klaar, at(2015, 6, 8, 10)},       // Monday at nine
                    {Stap::informatie_binnen, at(2015, 6, 10, 10)}, // after the briefing of the 9th
                    // Briefing of 16 June with meldingen 2, 3 and 4: three times 15 minutes.
                    {Stap::besproken, at(2015, 6, 16, 10, 45)},
                    {Stap::teruggekoppeld, at(2015, 6, 16, 11, 5)},
                    // The procesregisseur takes it first: same priority and deadline as the
                    // preparation for melding 3, but made before it.
                    {Stap::bilateraal_klaar, at(2015, 6, 16, 11, 25)},
                });
}

TEST_CASE("the walked run keeps its books") {
    const auto outcome = walk();
    REQUIRE(outcome.jaren.size() == 1);
    const casus::Jaar& year = outcome.jaren[0];
    // 214 days at one per 2.5 days: the 85th falls on day 212.5.
    CHECK(year.gemeenten[0].meldingen == 85);
    const auto& gemeente = year.gemeenten[0];
    const auto focus = gemeente.besluiten[static_cast<std::size_t>(Besluit::focus)];
    const auto bilateraal = gemeente.besluiten[static_cast<std::size_t>(Besluit::bilateraal)];
    CHECK(focus + bilateraal == gemeente.gewogen);
    CHECK(focus - bilateraal <= 1);
    CHECK(year.subregios[0].wachttijd_overleg.count() == year.subregios[0].overleggen);
}
