// Who is absent, who is hired, and the work that comes back every year.

#include "parameters/rules/rules.hpp"
#include "units/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

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

const std::vector<std::string>& well_known_forms() {
    static const std::vector<std::string> names(rechtsvorm_namen.begin(), rechtsvorm_namen.end());
    return names;
}

bool is_well_known(const std::string& form) {
    return std::ranges::find(well_known_forms(), form) != well_known_forms().end();
}

void check_legal_form(const Parameters& p,
                      const std::string& path,
                      const std::string& form,
                      Problems& problems) {
    std::vector<std::string> known = well_known_forms();
    for (const Rechtsvorm& own : p.rechtsvormen) {
        if (!is_well_known(own.key))
            known.push_back(own.key);
    }
    if (std::ranges::find(known, form) != known.end())
        return;
    const std::string guess = units::nearest(form, known);
    problems.error(path,
                   fmt::format("is \"{}\", maar die rechtsvorm is er niet", form),
                   guess.empty() ? fmt::format("kies uit {}, of beschrijf hem in `rechtsvormen`",
                                               fmt::join(known, ", "))
                                 : fmt::format("bedoelde u \"{}\"?", guess));
}

void legal_form_is_known(const Parameters& p, Problems& problems) {
    const std::string& later = p.rechtsvorm_overgang.naar;
    check_legal_form(p, "rechtsvorm", p.rechtsvorm, problems);
    if (!later.empty())
        check_legal_form(p, "rechtsvorm_overgang.naar", later, problems);
    // A name of one's own that is nearly a well-known one, and that nothing refers to, is a slip.
    for (const Rechtsvorm& vorm : p.rechtsvormen) {
        const std::string guess = units::nearest(vorm.key, well_known_forms());
        if (!guess.empty() && guess != vorm.key && vorm.key != p.rechtsvorm && vorm.key != later)
            problems.warning("rechtsvormen." + vorm.key,
                             "is een eigen naam, waar niets naar verwijst",
                             fmt::format("bedoelde u \"{}\"?", guess));
    }
}

void transition_is_complete(const Parameters& p, Problems& problems) {
    const RechtsvormOvergang& overgang = p.rechtsvorm_overgang;
    if (overgang.naar.empty() == !overgang.op)
        return;
    if (overgang.op)
        problems.error("rechtsvorm_overgang.naar",
                       "ontbreekt, terwijl er een datum van overgang is",
                       "geef de nieuwe rechtsvorm, of laat `op` weg");
    else
        problems.error(
            "rechtsvorm_overgang.op",
            fmt::format("ontbreekt: wanneer gaat het huis over naar \"{}\"?", overgang.naar),
            "geef de eerste dag van de nieuwe rechtsvorm");
}

void transition_falls_in_the_run(const Parameters& p, Problems& problems) {
    const auto& op = p.rechtsvorm_overgang.op;
    if (!op || !p.looptijd.start || !p.looptijd.einde)
        return;
    const engine::Time begin =
        engine::subtract(engine::Time{*p.looptijd.start}, p.looptijd.opwarming);
    if (engine::Time{*op} <= begin)
        problems.warning("rechtsvorm_overgang.op",
                         "ligt niet na het begin van de simulatie, dus `rechtsvorm` geldt nooit");
    else if (*op >= *p.looptijd.einde)
        problems.warning("rechtsvorm_overgang.op",
                         "ligt na de gesimuleerde periode, dus de overgang verandert daarin niets");
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
    Rule{"rechtsvorm_bekend",
         "een rechtsvorm is een van de vier bekende, of staat in `rechtsvormen`",
         legal_form_is_known},
    Rule{"overgang_compleet",
         "een overgang naar een andere rechtsvorm heeft een datum, en een datum een rechtsvorm",
         transition_is_complete},
    Rule{"overgang_in_looptijd",
         "een overgang naar een andere rechtsvorm ligt in de gesimuleerde periode (waarschuwing)",
         transition_falls_in_the_run},
};

} // namespace

std::span<const Rule> rules_of_personeel() {
    return personeel_rules;
}

} // namespace ketenplan::parameters
