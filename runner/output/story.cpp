#include "output/story.hpp"

#include "analysis/measures.hpp"
#include "casus/huis.hpp"
#include "casus/spoor.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <vector>

namespace ketenplan::runner {

namespace {

using casus::Stap;
using engine::Seconds;
using engine::Time;
using engine::TraceLine;

constexpr std::array<std::string_view, 12> months{
    "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"};

std::string moment(Time t) {
    static constexpr std::array<std::string_view, 7> days{"zo", "ma", "di", "wo", "do", "vr", "za"};
    const engine::Date date = engine::date_of(t);
    const std::chrono::year_month_day ymd{date};
    const Seconds clock = engine::clock_of(t);
    return fmt::format("{} {:>2} {} {} {:02}:{:02}",
                       days[std::chrono::weekday{date}.c_encoding()],
                       static_cast<unsigned>(ymd.day()),
                       months[static_cast<unsigned>(ymd.month()) - 1],
                       static_cast<int>(ymd.year()),
                       clock.count() / 3600,
                       clock.count() / 60 % 60);
}

std::string decimal(double value) {
    std::string text = fmt::format("{:.1f}", value);
    std::ranges::replace(text, '.', ',');
    return text;
}

std::string duration(std::int64_t seconds) {
    constexpr double day = 86400.0;
    const auto size = static_cast<double>(std::abs(seconds));
    if (size >= 2 * day)
        return decimal(size / day) + " dagen";
    if (size >= 7200.0)
        return decimal(size / 3600.0) + " uur";
    return decimal(size / 60.0) + " minuten";
}

std::string workdays(std::int64_t n) {
    return fmt::format("{} {}", n, n == 1 ? "werkdag" : "werkdagen");
}

class Teller {
public:
    explicit Teller(const casus::Opzet& opzet) : opzet_(opzet) {}

    // NOLINTNEXTLINE(readability-function-size): a table of one sentence per step
    [[nodiscard]] std::string sentence(const TraceLine& line) const {
        switch (static_cast<Stap>(line.step)) {
        case Stap::ontvangen:
            return fmt::format("melding {} komt binnen van {}, over iemand uit {}",
                               line.subject,
                               opzet_.parameters.bronnen[index(line.a)].key,
                               opzet_.parameters.gemeenten[index(line.b)].naam);
        case Stap::lokale_kamer:
            return "de gemeente verzorgt zelf nazorg: naar de lokale kamer, zonder weging";
        case Stap::intake_klaar:
            return fmt::format("{} rondt de intake af; het informatieverzoek gaat uit",
                               who(line.a));
        case Stap::informatie_binnen:
            return "de antwoorden zijn binnen: de melding is gereed voor de briefing";
        case Stap::besproken:
            return fmt::format("de briefing, voorgezeten door {}, besluit: {}",
                               who(line.b),
                               parameters::besluit_namen[index(line.a)]);
        case Stap::aangehouden:
            return fmt::format("de beslissing is uitgesteld; de melding komt na {} terug",
                               workdays(line.a));
        case Stap::weer_gereed:
            return "de melding is opnieuw gereed voor de briefing";
        case Stap::teruggekoppeld:
            return fmt::format("{} koppelt het besluit terug aan de melder", who(line.a));
        case Stap::bilateraal_klaar:
            return fmt::format("{} handelt de melding bilateraal af", who(line.a));
        case Stap::traject_toegekend:
            return fmt::format("een vrijwillig traject van {} euro wordt toegekend",
                               decimal(static_cast<double>(line.a) / 100.0));
        case Stap::traject_geweigerd:
            return "voor een vrijwillig traject is dit jaar geen geld meer";
        case Stap::opgeschaald:
            return line.a < 0 ? "opgeschaald; de Regiekamer komt in deze periode niet meer bijeen"
                              : fmt::format("opgeschaald; de Regiekamer komt over {} bijeen",
                                            duration(line.a));
        case Stap::gesprek_gevoerd:
            return fmt::format("{} voert het gesprek; de cliënt {}",
                               who(line.a),
                               line.b != 0 ? "doet mee" : "wil geen nazorg");
        case Stap::wacht_op_plaats:
            return fmt::format("de Top60-lijst is vol ({} plaatsen): de casus wacht op een plaats",
                               line.a);
        case Stap::wacht_op_regisseur:
            return fmt::format("de casus zoekt een procesregisseur ({} in de rij)", line.a);
        case Stap::toegewezen:
            return fmt::format("{} wordt procesregisseur (gewogen caseload nu {})",
                               who(line.a),
                               decimal(static_cast<double>(line.b) / 1000.0));
        case Stap::voorbereid:
            return fmt::format("{} heeft het overleg voorbereid", who(line.a));
        case Stap::overleg_geboekt:
            return fmt::format("het casusoverleg staat gepland op {}",
                               moment(Time{Seconds{line.a}}));
        case Stap::overleg_mislukt:
            return line.a == 1 ? "het overleg gaat niet door: partners ontbreken"
                               : "het overleg gaat niet door: de procesregisseur is er niet";
        case Stap::overleg_gehouden:
            return fmt::format("het casusoverleg wordt gehouden ({}){}",
                               duration(line.a),
                               line.b == 1 ? ", met de cliënt aan tafel" : "");
        case Stap::verslag_klaar:
            return fmt::format("{} maakt verslag en plan van aanpak af", who(line.a));
        case Stap::contact_gedaan:
            return fmt::format("contact {} met de casushouder{}",
                               line.a,
                               line.b > 0 ? fmt::format(", {} te laat", duration(line.b)) : "");
        case Stap::stagnatie_herplan:
            return "de voortgang stagneert: er komt een nieuw overleg";
        case Stap::geescaleerd: {
            static constexpr std::array<std::string_view, casus::aantal_escalatiedoelen> bodies{
                "naar de Regiekamer", "naar de Stuurgroep", "rechtstreeks naar een bestuurder"};
            return fmt::format("de voortgang stagneert: opgeschaald {}, {}",
                               bodies[index(line.a)],
                               line.b < 0 ? "die in deze periode niet meer bijeenkomt"
                                          : "besluit over " + duration(line.b));
        }
        case Stap::escalatie_besloten:
            return "er is besloten; de casus gaat verder";
        case Stap::afgesloten:
            return closing(line);
        case Stap::casus_loopt:
            return line.a != 0 ? "er loopt al een casus, en het plan is ingehaald: nieuw overleg"
                               : "er loopt al een casus, en het plan blijft gelden";
        case Stap::vertrokken:
            return "de persoon vertrekt uit de regio";
        case Stap::nazorg_geopend:
            return fmt::format("nazorg begint, bij {}", who(line.a));
        case Stap::aan_thematafel:
            return fmt::format("besproken aan de thematafel; opgelost: {}; nog open: {}",
                               needs(line.a),
                               needs(line.b));
        case Stap::nazorgtraject:
            return line.a < 0 ? "een traject is nodig, maar het budget is op"
                              : fmt::format("een traject begint, van {} euro", line.a / 100);
        case Stap::nazorg_gesloten:
            return nazorg_closing(line);
        case Stap::escalatie_aangehouden:
            return fmt::format("{} gaat niet door; {}",
                               body(line.a),
                               line.b < 0 ? "in deze periode komt er geen bijeenkomst meer"
                                          : "de volgende is over " + duration(line.b));
        case Stap::regisseur_afwezig:
            return fmt::format(
                "{} {}", who(line.a), line.b == 1 ? "vertrekt" : "is afwezig: de casus wacht");
        case Stap::regisseur_terug:
            return fmt::format("{} is er weer", who(line.a));
        case Stap::overgedragen:
            return line.a == line.b
                       ? fmt::format("de opvolger van {} neemt de casus over", who(line.a))
                       : fmt::format("de casus gaat over van {} naar {}", who(line.a), who(line.b));
        case Stap::overdracht_wacht:
            return fmt::format("niemand kan de casus van {} overnemen: zij wacht", who(line.a));
        }
        return "";
    }

private:
    static std::size_t index(std::int64_t value) { return static_cast<std::size_t>(value); }

    [[nodiscard]] std::string who(std::int64_t worker) const {
        const auto count = static_cast<std::int64_t>(opzet_.medewerkers.size());
        const bool hired = worker >= count; // after everybody comes whoever is hired for them
        const std::int64_t post = hired ? worker - count : worker;
        const auto& m = opzet_.medewerkers[index(post)];
        return fmt::format("{} ({} {})",
                           opzet_.parameters.formatie.rollen[m.rol].key,
                           hired ? "inhuur voor medewerker" : "medewerker",
                           post + 1);
    }

    /// The knelpunten that are bits of `mask`.
    static std::string needs(std::int64_t mask) {
        std::vector<std::string_view> names;
        for (std::size_t g = 0; g < casus::aantal_leefgebieden; ++g) {
            if (((mask >> g) & 1) != 0)
                names.push_back(parameters::leefgebied_namen[g]);
        }
        return names.empty() ? "geen" : fmt::format("{}", fmt::join(names, ", "));
    }

    static std::string nazorg_closing(const TraceLine& line) {
        static constexpr std::array<std::string_view, casus::aantal_nazorgeinden> reasons{
            "er is geen knelpunt meer",
            "de termijn na vrijlating is om",
            "de cliënt wil niet",
            "de cliënt vertrekt"};
        return fmt::format(
            "de nazorg eindigt: {}; nog open: {}", reasons[index(line.a)], needs(line.b));
    }

    [[nodiscard]] std::string body(std::int64_t orgaan) const {
        const auto& all = alle_organen(opzet_.parameters.overlegstructuur);
        return all[index(orgaan)]->naam;
    }

    static std::string closing(const TraceLine& line) {
        std::vector<std::string_view> results;
        for (std::size_t r = 0; r < casus::aantal_resultaten; ++r) {
            if (((line.a >> r) & 1) != 0)
                results.push_back(parameters::resultaat_namen[r]);
        }
        return fmt::format("de casus wordt afgesloten, {} na het eerste overleg; resultaten: {}",
                           duration(line.b),
                           results.empty() ? "geen" : fmt::format("{}", fmt::join(results, ", ")));
    }

    const casus::Opzet& opzet_;
};

} // namespace

std::string story(const casus::Opzet& opzet, const casus::Uitkomst& outcome) {
    const Teller teller(opzet);
    std::string text;
    for (const TraceLine& line : outcome.spoor)
        text += fmt::format("{}  {}\n", moment(line.time), teller.sentence(line));
    return text + fmt::format("{}  einde van de simulatie\n", moment(opzet.einde));
}

std::string list_of_cases(const casus::Opzet& opzet, const casus::Uitkomst& outcome) {
    struct Case {
        Time received{};
        std::string gemeente;
        std::string besluit;
    };
    std::map<std::uint32_t, Case> cases;
    for (const TraceLine& line : outcome.spoor) {
        const auto step = static_cast<Stap>(line.step);
        if (step == Stap::ontvangen)
            cases[line.subject] = {
                line.time, opzet.parameters.gemeenten[static_cast<std::size_t>(line.b)].naam, ""};
        else if (step == Stap::besproken)
            cases[line.subject].besluit =
                parameters::besluit_namen[static_cast<std::size_t>(line.a)];
    }
    std::string text;
    for (const auto& [number, c] : cases) {
        if (c.received >= opzet.start && (c.besluit == "focus" || c.besluit == "top60"))
            text += fmt::format(
                "{:>8}  {}  {:<28} {}\n", number, moment(c.received), c.gemeente, c.besluit);
    }
    return text;
}

} // namespace ketenplan::runner
