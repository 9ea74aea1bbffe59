#include "casus/personeelsopzet.hpp"

#include "casus/opzet.hpp"
#include "parameters/spans.hpp"

#include <algorithm>
#include <cmath>

namespace ketenplan::casus {

namespace {

using engine::Seconds;
using engine::Time;
using Medewerkers = std::vector<Medewerkeropzet>;

/// Index of the item with `key`; the parameters have been validated, so it is there.
template <class Items>
std::size_t index_of(const Items& items, std::string_view key) {
    const auto found =
        std::ranges::find_if(items, [&](const auto& item) { return item.key == key; });
    return static_cast<std::size_t>(found - items.begin());
}

std::uint16_t plaats_van(const parameters::Parameters& p, std::string_view key) {
    return key == parameters::plaats_huis ? het_huis
                                          : static_cast<std::uint16_t>(index_of(p.subregios, key));
}

Seconds dagen(units::Days days) {
    return hele_seconden(days.value() * 86400.0);
}

void zet_inhuur(const parameters::Inhuur& inhuur, Personeelsopzet& o) {
    const std::int64_t budget = std::llround(inhuur.budget.value() * 100.0);
    o.inhuur_drempel = dagen(inhuur.drempel);
    o.inhuur_vertraging = parameters::to_distribution(inhuur.vertraging.spec);
    o.inhuur_uurprijs = std::llround(inhuur.uurprijs.value() * 100.0);
    if (o.inhuur_uurprijs > 0)
        o.inhuur_seconden = budget * 3600 / o.inhuur_uurprijs;
}

Rechtsvormopzet rechtsvorm_van(const parameters::Parameters& p, std::string_view naam) {
    Rechtsvormopzet vorm{.vertrek_per_jaar = p.personeel.verloop.vertrek.value()};
    const auto beschreven = std::ranges::find(p.rechtsvormen, naam, &parameters::Rechtsvorm::key);
    if (beschreven != p.rechtsvormen.end()) {
        vorm.vertrek_per_jaar *= beschreven->verloop.value();
        vorm.informatieverzoek = beschreven->informatieverzoek.value();
    }
    return vorm;
}

void zet_rechtsvorm(const parameters::Parameters& p, Personeelsopzet& o) {
    const parameters::RechtsvormOvergang& overgang = p.rechtsvorm_overgang;
    o.rechtsvorm_voor = o.rechtsvorm_na = rechtsvorm_van(p, p.rechtsvorm);
    if (overgang.naar.empty())
        return;
    o.rechtsvorm_na = rechtsvorm_van(p, overgang.naar);
    o.overgang = Time{*overgang.op};
}

void zet_afwezigheden(const parameters::Parameters& p,
                      const Medewerkers& medewerkers,
                      Personeelsopzet& o) {
    for (const parameters::Afwezigheid& a : p.personeel.afwezigheden) {
        const std::size_t rol = index_of(p.formatie.rollen, a.rol);
        const std::uint16_t plaats = plaats_van(p, a.plaats);
        std::int32_t volgnummer = 0;
        for (std::uint32_t plek = 0; plek < medewerkers.size(); ++plek) {
            const Medewerkeropzet& m = medewerkers[plek];
            if (m.rol == rol && m.plaats == plaats && ++volgnummer == a.volgnummer)
                o.afwezigheden.push_back({plek, Time{*a.van}, Time{*a.tot}});
        }
    }
}

/// Work of a role in one place, cut into pieces.
void voeg_vast_werk_toe(Vastwerkopzet werk, Personeelsopzet& o) {
    if (werk.per_jaar <= Seconds{0})
        return;
    werk.stukken = (werk.per_jaar + werk.blok - Seconds{1}) / werk.blok;
    werk.laatste = werk.per_jaar - (werk.stukken - 1) * werk.blok;
    o.vast_werk.push_back(werk);
}

/// Work of a role whose people are all in one place or another is divided by their fractions, in
/// whole seconds that add up.
void verdeel_vast_werk(const Vastwerkopzet& geheel,
                       std::size_t subregios,
                       const Medewerkers& medewerkers,
                       Personeelsopzet& o) {
    std::vector<double> fte(subregios, 0.0);
    double total = 0.0;
    for (const Medewerkeropzet& m : medewerkers) {
        if (m.rol != geheel.rol)
            continue;
        fte[m.plaats] += m.fractie;
        total += m.fractie;
    }
    double before = 0.0;
    std::int64_t given = 0;
    for (std::uint16_t s = 0; s < subregios; ++s) {
        before += fte[s];
        const std::int64_t until =
            std::llround(static_cast<double>(geheel.per_jaar.count()) * before / total);
        Vastwerkopzet deel = geheel;
        deel.plaats = s;
        deel.per_jaar = Seconds{until - given};
        given = until;
        voeg_vast_werk_toe(deel, o);
    }
}

void zet_vast_werk(const parameters::Parameters& p,
                   const Medewerkers& medewerkers,
                   Personeelsopzet& o) {
    const Seconds blok = hele_seconden(p.personeel.vast_werk_blok.value() * 60.0);
    for (const parameters::VastWerk& w : p.vast_werk) {
        const Vastwerkopzet werk{.rol = index_of(p.formatie.rollen, w.rol),
                                 .plaats = plaats_van(p, w.plaats),
                                 .soort = w.soort,
                                 .per_jaar = hele_seconden(w.uren.value() * 60.0),
                                 .blok = blok};
        const bool somebody = std::ranges::any_of(medewerkers, [&](const Medewerkeropzet& m) {
            return m.rol == werk.rol && m.plaats == het_huis;
        });
        if (werk.plaats == het_huis && !somebody)
            verdeel_vast_werk(werk, p.subregios.size(), medewerkers, o);
        else
            voeg_vast_werk_toe(werk, o);
    }
}

} // namespace

Personeelsopzet maak_personeelsopzet(const parameters::Parameters& p,
                                     const Medewerkers& medewerkers) {
    const parameters::Personeel& personeel = p.personeel;
    Personeelsopzet o;
    o.ziek_per_jaar = personeel.verzuim.frequentie.value();
    o.verzuim_duur = parameters::to_distribution(personeel.verzuim.duur.spec);
    o.vacature = parameters::to_distribution(personeel.verloop.vacature.spec);
    o.inwerken = dagen(personeel.inwerken.duur);
    o.snelheid =
        std::llround(personeel.inwerken.snelheid.value() * static_cast<double>(engine::full_speed));
    o.overdracht_na = hele_werkdagen(personeel.overdracht_na.value());
    o.gevoeligheid = personeel.werkdruk.gevoeligheid.value();
    o.werkdruk_drempel = personeel.werkdruk.drempel.value();
    zet_inhuur(personeel.inhuur, o);
    zet_rechtsvorm(p, o);
    zet_afwezigheden(p, medewerkers, o);
    zet_vast_werk(p, medewerkers, o);
    return o;
}

double verwachte_aanwezigheid(const Personeelsopzet& p, Time t) {
    const double away_per_year = // days
        p.ziek_per_jaar * p.verzuim_duur.mean() +
        p.rechtsvorm(t).vertrek_per_jaar * p.vacature.mean();
    return 1.0 / (1.0 + away_per_year / parameters::mean_days_per_year);
}

} // namespace ketenplan::casus
