#include "casus/geldend.hpp"

#include "casus/afleiding.hpp"

#include <algorithm>
#include <cmath>

namespace ketenplan::casus {

std::int64_t hele_werkdagen(double werkdagen) {
    constexpr double most = 1e6;
    return static_cast<std::int64_t>(std::floor(std::clamp(werkdagen, 0.0, most) + 0.5));
}

engine::Seconds hele_seconden(double seconden) {
    constexpr double most = 1e11;  // three thousand years
    constexpr double crumb = 1e-6; // 0.7 x 7.2 h is 18,144 s, and not one more for a rounding error
    return engine::Seconds{
        static_cast<std::int64_t>(std::ceil(std::clamp(seconden - crumb, 0.0, most)))};
}

Geldend::Geldend(const parameters::Parameters& p)
    : parameters(p), informatieverzoek(distribution(p.intake.informatieverzoek)),
      bespreektijd(distribution(p.weging.minuten)),
      terugkomst_na(distribution(p.weging.terugkomst_na)),
      planningstermijn(distribution(p.casusoverleg.planningstermijn)),
      client_minuten(distribution(p.casusoverleg.client_minuten)),
      ad_hoc_duur(distribution(p.escalatie.ad_hoc_duur)),
      bespreking(distribution(p.nazorg.bespreking)),
      sluitingstermijn(hele_seconden(p.weging.sluitingstermijn.value() * 86400.0)),
      herboeken_na(hele_werkdagen(p.casusoverleg.herboeken_na.value())) {
    for (const auto& table : p.besluiten) {
        std::array<double, aantal_besluiten> weights{};
        std::ranges::transform(table.gewichten, weights.begin(), &units::Count::value);
        besluiten.push_back(weights);
    }
    zet_taken();
}

void Geldend::zet_taken() {
    const auto eigen = [](const parameters::EigenTaak& t) {
        return Taaksoort{.rol = 0,
                         .minuten = distribution(t.minuten),
                         .prioriteit = static_cast<std::int16_t>(t.prioriteit),
                         .termijn = hele_werkdagen(t.termijn.value())};
    };
    const auto van_rol = [&](const parameters::RolTaak& t) {
        Taaksoort soort = eigen(t.taak);
        soort.rol = index_of(parameters.formatie.rollen, t.rol);
        return soort;
    };
    const parameters::Taken& t = parameters.taken;
    taken = {van_rol(t.intake),
             van_rol(t.terugkoppeling),
             van_rol(t.bilaterale_afhandeling),
             van_rol(t.nazorg_gesprek),
             eigen(t.voorbereiding),
             eigen(t.verslag),
             eigen(t.contact),
             eigen(t.nazorg_opvolging)};
}

} // namespace ketenplan::casus
