// Who does the work.

#include "parameters/rules/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace ketenplan::parameters {

namespace {

constexpr std::size_t most_medewerkers = 2000;

template <class Items>
bool has_key(const Items& items, std::string_view key) {
    return std::ranges::any_of(items, [&](const auto& item) { return item.key == key; });
}

/// Whether a post is in `subregio` or in the whole house. One in a place that does not exist is
/// taken to be: the place is reported where it is written, and that is enough.
bool works_for(const Parameters& p, const Post& post, std::string_view subregio) {
    return post.plaats == subregio || post.plaats == plaats_huis ||
           !has_key(p.subregios, post.plaats);
}

/// Whether somebody of `rol` works for `subregio`, or would stand in.
bool has_staff(const Parameters& p, std::string_view rol, std::string_view subregio) {
    const auto found = std::ranges::find(p.formatie.rollen, rol, &Rol::key);
    const bool stands_in = found != p.formatie.rollen.end() && found->vervangt_andere_subregio;
    return std::ranges::any_of(p.formatie.posten, [&](const Post& post) {
        return post.rol == rol && (stands_in || works_for(p, post, subregio));
    });
}

bool has_gemeente(const Parameters& p, std::string_view subregio) {
    return std::ranges::any_of(p.gemeenten,
                               [&](const Gemeente& g) { return g.subregio == subregio; });
}

void post_has_one_size(const Parameters& p, Problems& problems) {
    for (const Post& post : p.formatie.posten) {
        const std::string where = "formatie.posten." + post.key;
        if (post.fte && !post.aanstellingen.empty())
            problems.error(
                where + ".aanstellingen",
                "staan naast `fte`: twee opgaven van hetzelfde",
                fmt::format("houd er één; een geërfde gaat weg met zonder = [\"{}.fte\"]", where));
        if (!post.fte && post.aanstellingen.empty())
            problems.error(where + ".fte",
                           "ontbreekt: hoe groot is deze post?",
                           "geef `fte = \"... fte\"` of een lijst `aanstellingen`");
    }
}

void staff_is_limited(const Parameters& p, Problems& problems) {
    std::size_t total = 0;
    for (const Post& post : p.formatie.posten)
        total += appointments(post, p.formatie.kleinste_aanstelling).size();
    if (total > most_medewerkers)
        problems.error(
            "formatie.posten",
            fmt::format("tellen {} medewerkers, ten hoogste {}", total, most_medewerkers));
}

void somebody_does_every_task(const Parameters& p, Problems& problems) {
    const std::array<std::pair<std::string_view, const RolTaak*>, 4> tasks{
        std::pair{"intake", &p.taken.intake},
        std::pair{"terugkoppeling", &p.taken.terugkoppeling},
        std::pair{"bilaterale_afhandeling", &p.taken.bilaterale_afhandeling},
        std::pair{"nazorg_gesprek", &p.taken.nazorg_gesprek}};
    for (const auto& [name, task] : tasks) {
        if (!has_key(p.formatie.rollen, task->rol))
            continue; // reported where it is written
        for (const Subregio& s : p.subregios) {
            if (has_gemeente(p, s.key) && !has_staff(p, task->rol, s.key))
                problems.error(fmt::format("taken.{}.rol", name),
                               fmt::format("is \"{}\", maar niemand met die rol werkt in subregio "
                                           "\"{}\", dus dit werk blijft liggen",
                                           task->rol,
                                           s.key),
                               "geef die subregio een post, of zet `vervangt_andere_subregio`");
        }
    }
}

void role_has_post(const Parameters& p, Problems& problems) {
    for (const Rol& rol : p.formatie.rollen) {
        const bool found = std::ranges::any_of(
            p.formatie.posten, [&](const Post& post) { return post.rol == rol.key; });
        if (!found)
            problems.error("formatie.rollen." + rol.key,
                           "heeft geen post: niemand werkt in deze rol",
                           "geef een post met deze rol, of haal de rol weg");
    }
}

void subregio_has_procesregisseur(const Parameters& p, Problems& problems) {
    if (!has_key(p.formatie.rollen, rol_procesregisseur)) {
        problems.error("formatie.rollen",
                       "missen de rol \"procesregisseur\", die briefings en overleggen voorzit");
        return;
    }
    for (const Subregio& s : p.subregios) {
        const bool found = std::ranges::any_of(p.formatie.posten, [&](const Post& post) {
            return post.rol == rol_procesregisseur && works_for(p, post, s.key);
        });
        if (!found && has_gemeente(p, s.key))
            problems.error(
                "formatie.posten",
                fmt::format("hebben geen procesregisseur voor subregio \"{}\": briefings "
                            "vervallen en casussen blijven wachten",
                            s.key));
    }
}

void caseload_norm_admits_a_case(const Parameters& p, Problems& problems) {
    const std::array<std::pair<std::string_view, const Soort*>, 2> kinds{
        std::pair{casussoort_namen[0], &p.casussoorten.focus},
        std::pair{casussoort_namen[1], &p.casussoorten.top60}};
    for (const Subregio& s : p.subregios) {
        double largest = 0.0;
        for (const Post& post : p.formatie.posten) {
            if (post.rol != rol_procesregisseur ||
                (post.plaats != s.key && post.plaats != plaats_huis))
                continue;
            for (const double fte : appointments(post, p.formatie.kleinste_aanstelling))
                largest = std::max(largest, fte);
        }
        for (const auto& [name, kind] : kinds) {
            const bool used = name == casussoort_namen[0] || s.top60.plaatsen > 0;
            if (used && largest > 0.0 &&
                kind->gewichten.voorbereiding.value() > kind->caseload_norm.value() * largest)
                problems.error(
                    fmt::format("casussoorten.{}.caseload_norm", name),
                    fmt::format("is zo laag dat in subregio \"{}\" geen procesregisseur ooit een "
                                "casus kan krijgen",
                                s.key));
        }
    }
}

constexpr std::array formatie_rules{
    Rule{"post_heeft_omvang",
         "een post heeft `fte` of `aanstellingen`, niet beide",
         post_has_one_size},
    Rule{"personeel_is_begrensd", "er zijn ten hoogste 2000 medewerkers", staff_is_limited},
    Rule{"rol_heeft_post", "elke rol heeft een post", role_has_post},
    Rule{"taak_heeft_medewerker",
         "elke taak heeft in elke subregio iemand die hem doet",
         somebody_does_every_task},
    Rule{"subregio_heeft_procesregisseur",
         "elke subregio met gemeenten heeft een procesregisseur",
         subregio_has_procesregisseur},
    Rule{"norm_laat_casus_toe",
         "de caseloadnorm laat ten minste één casus toe",
         caseload_norm_admits_a_case},
};

} // namespace

std::span<const Rule> rules_of_formatie() {
    return formatie_rules;
}

} // namespace ketenplan::parameters
