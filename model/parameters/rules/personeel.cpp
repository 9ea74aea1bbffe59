// Who is absent, who is hired, and the work that comes back every year.

#include "parameters/rules/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace ketenplan::parameters {

namespace {

void hire_has_a_price(const Parameters& p, Problems& problems) {
    const Inhuur& inhuur = p.personeel.inhuur;
    if (inhuur.budget.value() > 0.0 && inhuur.uurprijs.value() < 0.01)
        problems.error("personeel.inhuur.uurprijs",
                       "is 0, terwijl er een budget voor inhuur is",
                       "geef de prijs per uur, of zet het budget op 0");
}

void pressure_has_something_to_press(const Parameters& p, Problems& problems) {
    const Personeel& personeel = p.personeel;
    if (personeel.werkdruk.gevoeligheid.value() > 0.0 &&
        personeel.verzuim.frequentie.value() <= 0.0 && personeel.verloop.vertrek.value() <= 0.0)
        problems.error("personeel.werkdruk.gevoeligheid",
                       "werkt nergens op: verzuim en vertrek zijn beide 0",
                       "geef `personeel.verzuim.frequentie` of `personeel.verloop.vertrek`");
}

void absence_falls_in_the_run(const Parameters& p, Problems& problems) {
    if (!p.looptijd.start || !p.looptijd.einde)
        return;
    const auto begin =
        engine::date_of(engine::subtract(engine::Time{*p.looptijd.start}, p.looptijd.opwarming));
    for (const Afwezigheid& a : p.personeel.afwezigheden) {
        if (!a.van || !a.tot)
            continue;
        const std::string where = fmt::format("personeel.afwezigheden.{}.tot", a.key);
        if (*a.tot <= *a.van)
            problems.error(where, "ligt niet na `van`, dus niemand is afwezig");
        else if (*a.tot <= begin || *a.van >= *p.looptijd.einde)
            problems.error(where, "geeft een afwezigheid buiten de gesimuleerde periode");
    }
}

/// Whether a role and a place exist; when not, that is reported where they are written.
bool exist(const Parameters& p, std::string_view rol, std::string_view plaats) {
    const bool place = plaats == plaats_huis ||
                       std::ranges::find(p.subregios, plaats, &Subregio::key) != p.subregios.end();
    return place && std::ranges::find(p.formatie.rollen, rol, &Rol::key) != p.formatie.rollen.end();
}

void absence_has_a_medewerker(const Parameters& p, Problems& problems) {
    for (const Afwezigheid& a : p.personeel.afwezigheden) {
        if (!exist(p, a.rol, a.plaats))
            continue;
        std::size_t count = 0;
        for (const Post& post : p.formatie.posten) {
            if (post.rol == a.rol && post.plaats == a.plaats)
                count += appointments(post, p.formatie.kleinste_aanstelling).size();
        }
        if (a.volgnummer > 0 && static_cast<std::size_t>(a.volgnummer) > count)
            problems.error(fmt::format("personeel.afwezigheden.{}.volgnummer", a.key),
                           fmt::format(R"(is {}, maar er zijn {} medewerkers met rol "{}" in "{}")",
                                       a.volgnummer,
                                       count,
                                       a.rol,
                                       a.plaats));
    }
}

void fixed_work_has_a_medewerker(const Parameters& p, Problems& problems) {
    for (const VastWerk& werk : p.vast_werk) {
        const bool house = werk.plaats == plaats_huis;
        const bool found = std::ranges::any_of(p.formatie.posten, [&](const Post& post) {
            return post.rol == werk.rol &&
                   (house || post.plaats == werk.plaats || post.plaats == plaats_huis);
        });
        if (!found && exist(p, werk.rol, werk.plaats))
            problems.error(
                fmt::format("vast_werk.{}.rol", werk.key),
                fmt::format("is \"{}\", maar niemand met die rol werkt in \"{}\", dus dit "
                            "werk blijft liggen",
                            werk.rol,
                            werk.plaats),
                "geef een post, of een andere rol of plaats");
    }
}

void legal_form_is_known(const Parameters& p, Problems& problems) {
    for (const Rechtsvorm& vorm : p.rechtsvormen) {
        if (std::ranges::find(rechtsvorm_namen, vorm.key) == rechtsvorm_namen.end())
            problems.error("rechtsvormen." + vorm.key,
                           "is geen rechtsvorm",
                           fmt::format("kies uit {}", fmt::join(rechtsvorm_namen, ", ")));
    }
}

constexpr std::array personeel_rules{
    Rule{"inhuur_heeft_prijs", "een budget voor inhuur heeft een uurprijs", hire_has_a_price},
    Rule{"werkdruk_werkt_ergens_op",
         "werkdruk werkt op verzuim of vertrek, dat er dan ook is",
         pressure_has_something_to_press},
    Rule{"afwezigheid_in_looptijd",
         "een afwezigheid ligt in de gesimuleerde periode, met `tot` na `van`",
         absence_falls_in_the_run},
    Rule{"afwezigheid_heeft_medewerker", "wie afwezig is bestaat", absence_has_a_medewerker},
    Rule{"vast_werk_heeft_medewerker",
         "voor vast werk is er iemand die het doet",
         fixed_work_has_a_medewerker},
    Rule{"rechtsvorm_bekend", "een rechtsvorm heeft een bekende naam", legal_form_is_known},
};

} // namespace

std::span<const Rule> rules_of_personeel() {
    return personeel_rules;
}

} // namespace ketenplan::parameters
