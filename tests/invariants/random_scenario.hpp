#pragma once

#include "parameters/parameters.hpp"

#include <rapidcheck.h>

#include <string>
#include <vector>

/// Random scenarios for property tests: small enough to run in milliseconds, and strange in every
/// direction that the declarations allow.
namespace ketenplan::tests {

/// A whole number in [low, high].
inline int any(int low, int high) {
    return *rc::gen::inRange(low, high + 1);
}

/// A number in [low, high], in steps of a hundredth of the range.
inline double anywhere(double low, double high) {
    return low + (high - low) * any(0, 100) / 100.0;
}

inline bool maybe() {
    return any(0, 1) == 1;
}

/// Any family with a mean of about `scale`, or a constant that may be zero.
inline parameters::DistributionSpec any_distribution(double scale) {
    parameters::DistributionSpec spec;
    const double size = scale * anywhere(0.01, 2.0);
    spec.family = static_cast<engine::Family>(any(0, 9));
    switch (spec.family) {
    case engine::Family::constant:
        spec.mean = maybe() ? 0.0 : size;
        break;
    case engine::Family::exponential:
        spec.mean = size;
        break;
    case engine::Family::gamma:
    case engine::Family::lognormal:
        spec.mean = size;
        spec.variation = anywhere(0.05, 3.0);
        break;
    case engine::Family::weibull:
        spec.mean = size;
        spec.shape = anywhere(0.3, 5.0);
        break;
    case engine::Family::uniform:
        spec.low = 0.5 * size;
        spec.high = 1.5 * size;
        break;
    case engine::Family::triangular:
    case engine::Family::pert:
        spec.low = 0.5 * size;
        spec.mode = 0.8 * size;
        spec.high = 1.5 * size;
        break;
    case engine::Family::empirical:
        spec.values = {0.0, size, 2.0 * size};
        break;
    case engine::Family::discrete:
        spec.values = {0.0, size};
        spec.weights = {1.0, anywhere(0.0, 3.0)};
        break;
    }
    return spec;
}

inline units::Probability any_chance() {
    return units::Probability{anywhere(0.0, 1.0)};
}

inline parameters::EigenTaak any_task() {
    parameters::EigenTaak t;
    t.minuten.spec = any_distribution(90.0);
    t.prioriteit = any(0, 9);
    t.termijn = units::Workdays{static_cast<double>(any(0, 10))};
    return t;
}

inline parameters::Bron any_bron(const std::string& key) {
    parameters::Bron b;
    b.key = key;
    b.gewicht = units::Count{anywhere(0.1, 5.0)};
    b.detentiemelding = maybe();
    b.urgent = any_chance();
    b.vrouw = any_chance();
    for (auto& w : b.leeftijd.gewichten)
        w = units::Count{anywhere(0.01, 1.0)};
    for (auto& f : b.maandfactoren)
        f = units::Factor{anywhere(0.0, 2.0)};
    b.maandfactoren[0] = units::Factor{1.0};
    for (auto& f : b.weekdagfactoren)
        f = units::Factor{anywhere(0.0, 2.0)};
    b.weekdagfactoren[2] = units::Factor{1.0};
    return b;
}

inline engine::Seconds any_time_of_day() {
    return std::chrono::minutes{15 * any(24, 72)}; // six in the morning to six in the evening
}

inline parameters::Subregio any_subregio(const std::string& key) {
    parameters::Subregio s;
    s.key = key;
    s.naam = key;
    s.briefing = {.weekdag = static_cast<parameters::Weekdag>(any(0, 4)),
                  .tijd = any_time_of_day(),
                  .elke_weken = any(1, 3),
                  .agenda = units::Minutes{anywhere(5.0, 300.0)}};
    s.briefing.verschuiving_weken = any(0, s.briefing.elke_weken - 1);
    s.overlegmomenten.clear();
    const int slots = any(1, 4);
    for (int i = 0; i < slots; ++i)
        s.overlegmomenten.push_back({.weekdag = static_cast<parameters::Weekdag>(any(0, 4)),
                                     .tijd = any_time_of_day(),
                                     .lengte = units::Minutes{static_cast<double>(15 * any(1, 16))},
                                     .kamers = any(1, 3)});
    return s;
}

inline parameters::Soort any_course() {
    parameters::Soort s;
    s.prioriteit = any(0, 3);
    s.caseload_norm = units::Count{anywhere(3.0, 40.0)};
    s.gewichten = {units::Count{anywhere(0.0, 1.5)},
                   units::Count{anywhere(0.0, 1.5)},
                   units::Count{anywhere(0.0, 1.5)}};
    s.reeks = {{.days = any(1, 10)}, {.months = 1}, {.months = any(2, 4)}};
    s.daarna = maybe() ? engine::CivilSpan{.months = any(1, 3)}
                       : engine::CivilSpan{.months = 0, .days = any(7, 20)};
    s.sluiten_vanaf = {.months = any(0, 8)};
    s.sluitkans_eerste = any_chance();
    s.sluitkans_later = units::Probability{anywhere(0.05, 1.0)};
    s.stagnatie = units::Probability{anywhere(0.0, 0.7)};
    s.per_week_te_laat = units::Probability{anywhere(0.0, 0.5)};
    for (auto& k : s.resultaten.kansen)
        k = any_chance();
    return s;
}

inline void add_staff(parameters::Parameters& p) {
    p.formatie.posten.clear();
    for (auto& rol : p.formatie.rollen) {
        rol.productiviteit = units::Probability{anywhere(0.3, 1.0)};
        rol.vervangt_andere_subregio = maybe();
        const bool house = maybe();
        for (std::size_t s = 0; s < p.subregios.size() + (house ? 1 : 0); ++s) {
            parameters::Post post;
            post.key = rol.key + std::to_string(s);
            post.rol = rol.key;
            post.plaats = s < p.subregios.size() ? p.subregios[s].key : "huis";
            post.fte = units::Fte{any(2, 30) / 10.0};
            p.formatie.posten.push_back(post);
        }
    }
}

inline void add_decisions(parameters::Parameters& p) {
    p.besluiten.clear();
    for (const auto& bron : p.bronnen) {
        parameters::Besluittabel table;
        table.key = table.voor_bron = bron.key;
        for (auto& w : table.gewichten)
            w = units::Count{static_cast<double>(any(0, 4))};
        table.gewichten[static_cast<std::size_t>(any(0, 9))] = units::Count{1.0};
        p.besluiten.push_back(table);
        if (maybe()) {
            table.key = bron.key + "_jong";
            table.voor_leeftijd = 1;
            p.besluiten.push_back(table);
        }
    }
}

inline void add_stock(parameters::Parameters& p) {
    p.beginvoorraad.gebruiken = true;
    p.looptijd.opwarming = {.months = maybe() ? 0 : any(0, 3)};
    const int groups = any(0, 3);
    for (int i = 0; i < groups; ++i)
        p.beginvoorraad.casussen.push_back(
            {.key = "groep" + std::to_string(i),
             .soort = parameters::Casussoort::focus,
             .gemeente = p.gemeenten[static_cast<std::size_t>(
                                         any(0, static_cast<int>(p.gemeenten.size()) - 1))]
                             .key,
             .fase = static_cast<std::size_t>(any(0, 2)),
             .leeftijd = units::Days{anywhere(0.0, 300.0)},
             .aantal = any(1, 10)});
}

/// People who come back, are detained again, and offend; nazorg in all its parts.
inline void add_returns(parameters::Parameters& p) {
    p.personen.vertrek = units::PerYear{anywhere(0.2, 3.0)};
    p.personen.variantie = units::Factor{maybe() ? 0.0 : anywhere(0.02, 4.0)};
    p.personen.variantie_recidive = units::Factor{maybe() ? 0.0 : anywhere(0.02, 4.0)};
    p.personen.samenhang = units::Factor{maybe() ? 0.0 : anywhere(-0.9, 0.9)};
    p.personen.eerste_detentie = units::PerYear{maybe() ? 0.0 : anywhere(0.0, 1.0)};
    p.personen.bekend_bij_begin =
        maybe() ? parameters::Bekenden::stationair : parameters::Bekenden::geen;
    p.personen.herhaling = {.per_jaar = units::PerYear{anywhere(0.0, 1.5)},
                            .binnen_90_dagen = units::Factor{anywhere(0.0, 4.0)},
                            .binnen_1_jaar = units::Factor{anywhere(0.0, 2.0)},
                            .onder_plan = units::Factor{anywhere(0.0, 2.0)},
                            .met_client = units::Factor{anywhere(0.0, 2.0)},
                            .onder_nazorg = units::Factor{anywhere(0.0, 2.0)},
                            .plan_ingehaald = any_chance()};
    p.recidive.vervolg = {{units::Days{anywhere(30.0, 300.0)}, units::Probability{0.3}},
                          {units::Days{730.0}, units::Probability{anywhere(0.3, 0.9)}}};
    p.recidive.met_detentie = any_chance();
    p.recidive.detentie_na.spec = any_distribution(60.0);
    p.recidive.detentie_zonder_delict = units::PerYear{anywhere(0.0, 2.0)};
    p.recidive.onder_plan = units::Factor{anywhere(0.5, 1.5)};
    if (maybe())
        p.looptijd.uitloop = {.months = any(0, 3), .days = any(0, 20)};
}

inline void add_nazorg(parameters::Parameters& p) {
    p.nazorg.termijn = {.months = any(0, 8)};
    p.nazorg.intensiteit = units::Factor{maybe() ? 1.0 : anywhere(0.0, 3.0)};
    p.nazorg.aanvaarding = any_chance();
    p.nazorg.bespreking.spec = any_distribution(10.0);
    p.nazorg.terugkomtermijn = units::Days{anywhere(1.0, 60.0)};
    p.nazorg.gewicht = units::Count{anywhere(0.0, 0.5)};
    p.nazorg.effectduur = {.months = any(0, 6)};
    p.nazorg.natuurlijk_verloop = units::PerYear{maybe() ? 0.0 : anywhere(0.0, 4.0)};
    for (auto& k : p.nazorg.leefgebieden.kenmerken) {
        const double solve = anywhere(0.0, 0.7);
        k = {any_chance(),
             units::Factor{anywhere(0.5, 2.0)},
             units::Probability{solve},
             units::Probability{solve + 0.2}};
    }
    p.nazorg.traject = {any_chance(),
                        any_chance(),
                        units::Euro{anywhere(10.0, 2000.0)},
                        units::Euro{anywhere(0.0, 20'000.0)}};
    p.nazorg.doorstroomhuis = {
        .plaatsen = any(1, 3), .nodig = any_chance(), .verblijf = {any_distribution(60.0)}};
    for (auto& s : p.subregios) {
        s.thematafel = {.weekdag = static_cast<parameters::Weekdag>(any(0, 4)),
                        .tijd = any_time_of_day(),
                        .elke_weken = any(1, 4),
                        .agenda = units::Minutes{anywhere(5.0, 200.0)}};
        s.thematafel.verschuiving_weken = any(0, s.thematafel.elke_weken - 1);
    }
}

/// One dated absence of somebody, in the measured period.
inline parameters::Afwezigheid any_absence(const parameters::Parameters& p, int number) {
    const auto& posten = p.formatie.posten;
    const auto& post =
        posten[static_cast<std::size_t>(any(0, static_cast<int>(posten.size()) - 1))];
    parameters::Afwezigheid a{.key = "weg" + std::to_string(number),
                              .rol = post.rol,
                              .plaats = post.plaats,
                              .van = *p.looptijd.start + std::chrono::days{any(-20, 25)},
                              .reden = ""};
    a.tot = std::max(*a.van, *p.looptijd.start) + std::chrono::days{any(1, 120)};
    return a;
}

inline void add_absence(parameters::Parameters& p) {
    auto& personeel = p.personeel;
    if (maybe()) {
        personeel.verzuim.frequentie = units::PerYear{anywhere(0.1, 12.0)};
        personeel.verzuim.duur.spec = any_distribution(20.0);
    }
    if (maybe()) {
        personeel.verloop.vertrek = units::PerYear{anywhere(0.1, 2.0)};
        personeel.verloop.vacature.spec = any_distribution(60.0);
        personeel.inwerken = {.duur = units::Days{anywhere(0.0, 100.0)},
                              .snelheid = units::Factor{anywhere(0.05, 1.0)}};
    }
    if (maybe()) {
        personeel.inhuur.drempel = units::Days{anywhere(0.0, 20.0)};
        personeel.inhuur.vertraging.spec = any_distribution(5.0);
        personeel.inhuur.uurprijs = units::Euro{anywhere(1.0, 150.0)};
        personeel.inhuur.budget = units::Euro{anywhere(0.0, 50'000.0)};
    }
    const bool something =
        personeel.verzuim.frequentie.value() > 0.0 || personeel.verloop.vertrek.value() > 0.0;
    if (something && maybe())
        personeel.werkdruk = {.gevoeligheid = units::Factor{anywhere(0.1, 3.0)},
                              .drempel = units::Factor{anywhere(0.0, 1.0)}};
    personeel.overdracht_na = units::Workdays{static_cast<double>(any(0, 15))};
    const int dated = any(0, 3);
    for (int i = 0; i < dated; ++i)
        personeel.afwezigheden.push_back(any_absence(p, i));
    p.rechtsvorm = parameters::rechtsvorm_namen[static_cast<std::size_t>(any(0, 3))];
    p.rechtsvormen = {{.key = p.rechtsvorm,
                       .verloop = units::Factor{anywhere(0.0, 3.0)},
                       .informatieverzoek = units::Factor{anywhere(0.0, 2.0)}}};
}

/// The house goes over to a form of its own, in the warm-up or later.
inline void add_transition(parameters::Parameters& p) {
    p.rechtsvormen.push_back({.key = "eigen",
                              .verloop = units::Factor{anywhere(0.0, 3.0)},
                              .informatieverzoek = units::Factor{anywhere(0.0, 2.0)}});
    p.rechtsvorm_overgang = {.naar = "eigen",
                             .op = *p.looptijd.start + std::chrono::days{any(-50, 120)}};
}

inline void add_fixed_work(parameters::Parameters& p) {
    p.personeel.vast_werk_blok = units::Minutes{static_cast<double>(any(15, 240))};
    const int rows = any(0, 3);
    for (int i = 0; i < rows; ++i) {
        const auto& post = p.formatie.posten[static_cast<std::size_t>(
            any(0, static_cast<int>(p.formatie.posten.size()) - 1))];
        p.vast_werk.push_back({.key = "werk" + std::to_string(i),
                               .rol = post.rol,
                               .plaats = maybe() ? post.plaats : "huis",
                               .uren = units::Minutes{60.0 * anywhere(0.0, 1500.0)},
                               .soort = static_cast<std::size_t>(any(0, 8))});
    }
}

inline void add_measures(parameters::Parameters& p) {
    const int count = any(0, 3);
    for (int i = 0; i < count; ++i)
        p.instroom.interventies.push_back(
            {.key = "maatregel" + std::to_string(i),
             .bronnen = maybe() ? std::vector<std::string>{} : std::vector{p.bronnen[0].key},
             .factor = units::Factor{anywhere(0.0, 3.0)},
             .ook_herhaling = maybe(),
             .vanaf = *p.looptijd.start + std::chrono::days{any(-50, 50)},
             .tot = maybe() ? std::optional<engine::Date>{}
                            : *p.looptijd.start + std::chrono::days{any(60, 90)}});
}

inline parameters::Overlegorgaan any_body(const parameters::Parameters& p, const std::string& key) {
    parameters::Overlegorgaan o;
    o.key = o.naam = key;
    o.maanden.clear();
    for (int month = any(1, 3); month <= 12; month += any(1, 4))
        o.maanden.emplace_back(month);
    o.weekdag = static_cast<parameters::Weekdag>(any(0, 4));
    o.welke = any(1, 4);
    o.tijd = any_time_of_day();
    o.lengte = units::Minutes{static_cast<double>(any(5, 300))};
    o.reistijd = units::Minutes{anywhere(0.0, 90.0)};
    for (const auto& organisatie : p.organisaties) {
        o.deelnemers.push_back({organisatie.key, any(1, 20) / 4.0});
        if (maybe())
            o.aanwezigheid.push_back({organisatie.key, anywhere(0.1, 1.0)});
        if (maybe())
            o.voorbereiding.push_back({organisatie.key, anywhere(0.0, 600.0)});
    }
    if (maybe())
        o.quorum = any_chance();
    for (const auto& rol : p.formatie.rollen) {
        if (maybe())
            o.huis.push_back({rol.key, static_cast<double>(any(1, 3))});
        if (maybe())
            o.voorbereiding_huis.push_back({rol.key, anywhere(0.0, 3000.0)});
    }
    if (!o.huis.empty() && maybe())
        o.voorzitter = o.huis[0].key;
    o.voorbereiding_prioriteit = any(0, 20);
    o.voorbereiding_vanaf = units::Workdays{static_cast<double>(any(1, 40))};
    if (any(0, 3) == 0)
        o.vanaf = *p.looptijd.start + std::chrono::days{any(-300, 100)};
    if (any(0, 3) == 0)
        o.tot = *p.looptijd.start + std::chrono::days{any(101, 500)};
    return o;
}

inline void add_bodies(parameters::Parameters& p) {
    p.overlegstructuur.regiekamer = any_body(p, "regiekamer");
    if (maybe()) // the other one stays as bare as it is
        p.overlegstructuur.stuurgroep = any_body(p, "stuurgroep");
    const int others = any(0, 2);
    for (int i = 0; i < others; ++i)
        p.overlegstructuur.organen.push_back(any_body(p, "orgaan" + std::to_string(i)));
    if (others > 0) { // dropped with the whole scenario where the two do not fit
        auto& o = p.overlegstructuur.organen[0];
        const auto& rk = p.overlegstructuur.regiekamer;
        if (!rk.vanaf && !rk.tot && rk.tijd + std::chrono::minutes{300} < std::chrono::hours{18}) {
            o.naast = "regiekamer";
            o.maanden = rk.maanden;
            o.tijd = std::chrono::hours{18};
            o.besparing_reistijd = any_chance();
            o.besparing_voorbereiding = any_chance();
        }
        p.besluitroutes = {{.key = "route",
                            .organen = {"stuurgroep", "orgaan0", "regiekamer"},
                            .gezamenlijk = maybe(),
                            .vragen = units::PerYear{anywhere(0.0, 100.0)}}};
    }
}

inline void add_themes(parameters::Parameters& p) {
    const std::vector<std::string> paths{"intake.informatieverzoek",
                                         "weging.minuten",
                                         "weging.sluitingstermijn",
                                         "besluiten." + p.besluiten[0].key + ".focus",
                                         "taken.contact.minuten",
                                         "taken.intake.minuten",
                                         "casusoverleg.planningstermijn",
                                         "casussoorten.focus.stagnatie",
                                         "casussoorten.top60.sluitkans_later",
                                         "escalatie.ad_hoc_duur",
                                         "vrijwillig_traject.prijs",
                                         "instroom",
                                         "instroom." + p.bronnen[0].key};
    const int count = any(0, 3);
    p.sturing.parameters = paths;
    for (int i = 0; i < count; ++i) {
        parameters::Thema thema;
        thema.key = "thema" + std::to_string(i);
        thema.vanaf = *p.looptijd.start + std::chrono::days{any(-50, 50)};
        if (maybe())
            thema.tot = *thema.vanaf + std::chrono::days{any(1, 200)};
        const int effects = any(1, 3);
        for (int e = 0; e < effects; ++e)
            thema.effecten.push_back(
                {.key = "e" + std::to_string(e),
                 .parameter =
                     paths[static_cast<std::size_t>(any(0, static_cast<int>(paths.size()) - 1))],
                 .factor = units::Factor{anywhere(0.3, 1.4)},
                 .waarde = {}});
        p.themas.push_back(thema);
    }
}

/// A valid scenario of a month to two years.
inline parameters::Parameters any_scenario() {
    parameters::Parameters p = parameters::example();
    p.looptijd.start = engine::Date{std::chrono::days{any(13'000, 20'000)}};
    p.looptijd.einde = *p.looptijd.start + std::chrono::days{any(30, 700)};
    p.kalender = {.goede_vrijdag = maybe(), .bevrijdingsdag = maybe(), .vakanties = {}};
    if (maybe())
        p.kalender.vakanties = {{.key = "zomer",
                                 .medewerkers = units::Factor{anywhere(0.2, 1.0)},
                                 .partners = units::Factor{anywhere(0.2, 1.0)}}};
    p.bronnen.clear();
    const int bronnen = any(1, 3);
    for (int b = 0; b < bronnen; ++b)
        p.bronnen.push_back(any_bron("bron" + std::to_string(b)));
    p.instroom.groei = units::Factor{anywhere(-0.2, 0.2)};
    p.subregios.clear();
    const int subregios = any(1, 3);
    for (int s = 0; s < subregios; ++s)
        p.subregios.push_back(any_subregio("sub" + std::to_string(s)));
    const auto sample = p.gemeenten[0];
    p.gemeenten.clear();
    const int gemeenten = any(subregios, 5);
    for (int g = 0; g < gemeenten; ++g) {
        p.gemeenten.push_back(sample);
        p.gemeenten.back().key = "gem" + std::to_string(g);
        p.gemeenten.back().subregio = p.subregios[static_cast<std::size_t>(g % subregios)].key;
        p.gemeenten.back().instroom = units::PerYear{anywhere(0.0, 300.0)};
        p.gemeenten.back().eigen_nazorg = any(0, 3) == 0;
    }
    for (std::size_t s = 0; s < p.subregios.size(); ++s) {
        if (maybe())
            p.subregios[s].top60 = {.plaatsen = any(1, 20), .gemeente = "gem" + std::to_string(s)};
    }
    p.detentie = {.vertraging_melding = {any_distribution(5.0)}, .duur = {any_distribution(100.0)}};
    p.intake.informatieverzoek.spec = any_distribution(5.0);
    p.weging.sluitingstermijn = units::Days{anywhere(0.0, 5.0)};
    p.weging.minuten.spec = any_distribution(10.0);
    p.weging.terugkomst = any_chance();
    p.weging.terugkomst_na.spec = any_distribution(10.0);
    add_decisions(p);
    p.taken.intake.taak = any_task();
    p.taken.terugkoppeling.taak = any_task();
    p.taken.bilaterale_afhandeling.taak = any_task();
    p.taken.nazorg_gesprek.taak = any_task();
    p.taken.nazorg_opvolging = any_task();
    p.taken.voorbereiding = any_task();
    p.taken.verslag = any_task();
    p.taken.contact = any_task();
    add_staff(p);
    p.casusoverleg.planningstermijn.spec = any_distribution(10.0);
    p.casusoverleg.quorum_mist = units::Probability{anywhere(0.0, 0.6)};
    p.casusoverleg.herboeken_na = units::Workdays{static_cast<double>(any(0, 10))};
    p.casusoverleg.client_aan_tafel = any_chance();
    p.casussoorten = {.focus = any_course(), .top60 = any_course()};
    p.escalatie.deel = any_chance();
    p.escalatie.ad_hoc_duur.spec = any_distribution(10.0);
    if (maybe())
        add_stock(p);
    else
        p.looptijd.opwarming = {.months = 24};
    add_measures(p);
    add_nazorg(p);
    if (maybe())
        add_returns(p);
    add_bodies(p);
    add_themes(p);
    if (maybe())
        add_absence(p);
    if (maybe())
        add_fixed_work(p);
    if (maybe())
        add_transition(p);
    return p;
}

} // namespace ketenplan::tests
