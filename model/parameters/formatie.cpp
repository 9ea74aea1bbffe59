#include "parameters/formatie.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace ketenplan::parameters {

void declare(Visitor& v, EigenTaak& p) {
    v.spread({"minuten", "werk aan één taak"}, {0.0, 10'000.0}, p.minuten);
    v.whole({"prioriteit", "volgorde van wachtende taken: laag gaat voor"}, {0, 100}, p.prioriteit);
    v.quantity(
        {"termijn", "werkdagen waarbinnen de taak af hoort te zijn"}, {0.0, 250.0}, p.termijn);
}

void declare(Visitor& v, RolTaak& p) {
    v.reference({"rol", "rol die deze taak doet"}, "formatie.rollen", p.rol);
    declare(v, p.taak);
}

void declare(Visitor& v, Taken& p) {
    v.table({"intake", "een melding aannemen en de informatie opvragen"}, p.intake);
    v.table({"terugkoppeling", "het besluit terugkoppelen aan de melder"}, p.terugkoppeling);
    v.table({"bilaterale_afhandeling", "een melding bilateraal afhandelen"},
            p.bilaterale_afhandeling);
    v.table({"nazorg_gesprek",
             "gesprek met een gedetineerde in de PI, of na vrijlating daarbuiten; wie deze rol "
             "heeft, krijgt de nazorgzaken"},
            p.nazorg_gesprek);
    v.table(optional("nazorg_opvolging",
                     "werk na elke bespreking aan de thematafel (wie de nazorgzaak heeft)"),
            p.nazorg_opvolging);
    v.table({"voorbereiding", "een casusoverleg voorbereiden (eigen procesregisseur)"},
            p.voorbereiding);
    v.table({"verslag", "verslag en plan van aanpak maken (eigen procesregisseur)"}, p.verslag);
    v.table({"contact", "een monitoringscontact met de casushouder (eigen procesregisseur)"},
            p.contact);
}

void declare(Visitor& v, Rol& p) {
    v.quantity(
        {"productiviteit",
         "deel van de roostertijd dat overblijft voor het werk dat hier wordt gesimuleerd: "
         "trek verlof, scholing en pauzes ervan af, maar verzuim niet als het wordt "
         "nagespeeld (`personeel.verzuim`); feestdagen ook niet, die staan al in de kalender"},
        {0.05, 1.0},
        p.productiviteit);
    v.flag(optional("vervangt_andere_subregio",
                    "springt in voor de andere subregio als daar niemand van deze rol is"),
           p.vervangt_andere_subregio);
}

void declare(Visitor& v, Post& p) {
    v.reference({"rol", "rol van deze medewerkers"}, "formatie.rollen", p.rol);
    v.reference(
        {"plaats", "subregio waar zij werken, of `huis` voor het hele huis"}, plaatsen, p.plaats);
    v.quantity(optional("fte", "formatie van deze post"), {0.1, 1000.0}, p.fte);
    v.quantities(
        optional("aanstellingen", "in plaats van `fte`: de omvang van elke aanstelling apart"),
        {0.1, 1.2},
        {0, 1000},
        p.aanstellingen);
}

void declare(Visitor& v, Formatie& p) {
    v.quantity(optional("kleinste_aanstelling",
                        "kleinste omvang waarin `fte` in medewerkers wordt verdeeld"),
               {0.1, 0.5},
               p.kleinste_aanstelling);
    v.keyed({"rollen", "rollen in het huis"}, {1, 50}, p.rollen);
    v.keyed({"posten", "wie er werkt: rol, plaats en omvang"}, {1, 500}, p.posten);
}

std::vector<double> appointments(const Post& post, units::Fte smallest) {
    std::vector<double> result;
    if (!post.aanstellingen.empty()) {
        for (const units::Fte fte : post.aanstellingen)
            result.push_back(fte.value());
        std::ranges::sort(result, std::greater{});
        return result;
    }
    constexpr double rounding = 1e-9; // 2.6 - 2 is a hair less than 0.6
    constexpr double most = 1000.0;   // a mistyped amount must not become a million appointments
    const double fte = post.fte ? std::clamp(post.fte->value(), 0.0, most) : 0.0;
    const double whole = std::floor(fte + rounding);
    const double rest = fte - whole;
    result.assign(static_cast<std::size_t>(whole), 1.0);
    if (rest < rounding)
        return result;
    if (rest >= smallest.value() - rounding || result.empty()) {
        result.push_back(rest);
        return result;
    }
    result.pop_back();
    result.push_back(0.5 + rest);
    result.push_back(0.5);
    std::ranges::sort(result, std::greater{});
    return result;
}

} // namespace ketenplan::parameters
