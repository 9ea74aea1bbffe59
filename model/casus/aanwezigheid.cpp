#include "casus/aanwezigheid.hpp"

#include "casus/overdracht.hpp"
#include "casus/procesregie.hpp"
#include "casus/werkdruk.hpp"

#include <algorithm>

namespace ketenplan::casus {

namespace {

/// Where nobody of the role is there, the other places stand in, if the role does that; where
/// somebody is again, they stop.
void herzie_vervanging(Huis& huis, std::size_t rol) {
    const auto& rollen = huis.opzet.parameters.formatie.rollen;
    if (!rollen[rol].vervangt_andere_subregio)
        return;
    const auto hoort_er = [rol](const Medewerker& m, std::uint16_t s) {
        return m.rol == rol && (m.plaats == s || m.plaats == het_huis);
    };
    for (std::uint16_t s = 0; s < huis.subregios.size(); ++s) {
        const bool bezet = std::ranges::any_of(huis.medewerkers, [&](const Medewerker& m) {
            return hoort_er(m, s) && huis.work.present(m.id);
        });
        std::uint8_t& was = huis.personeel.bezet[s * rollen.size() + rol];
        if (bezet == (was != 0))
            continue;
        was = bezet ? 1 : 0;
        for (const Medewerker& m : huis.medewerkers) {
            if (m.rol == rol && !hoort_er(m, s))
                huis.work.serve(m.id, huis.subregios[s].pools[rol], !bezet, huis.nu());
        }
    }
}

/// Rostered seconds of hire up to now this year cost this much, in whole cents.
std::int64_t inhuurkosten(const Huis& huis) {
    return huis.personeel.inhuur_seconden * huis.opzet.personeel.inhuur_uurprijs / 3600;
}

} // namespace

void boek_stand(Huis& huis, Medewerker& m, Time tot) {
    const engine::Shift& shift = huis.work.shift(m.id);
    const Seconds duur = shift.position(tot) - shift.position(m.stand_sinds);
    m.stand_sinds = tot;
    RolJaar& cel = huis.jaar.rollen[m.cel];
    const auto huur = [&](Seconds& tijd, std::int64_t& centen) {
        const std::int64_t betaald = inhuurkosten(huis);
        huis.personeel.inhuur_seconden += duur.count();
        tijd += duur;
        centen += inhuurkosten(huis) - betaald;
    };
    switch (m.stand) {
    case Stand::verzuim:
        cel.verzuim += duur;
        break;
    case Stand::vacant:
        cel.vacature += duur;
        break;
    case Stand::dekt_verzuim:
        huur(cel.inhuur_verzuim, cel.inhuur_verzuim_centen);
        break;
    case Stand::dekt_vacature:
        huur(cel.inhuur_vacature, cel.inhuur_vacature_centen);
        break;
    case Stand::aanwezig:
    case Stand::niet_ingehuurd:
        break;
    }
}

void zet_stand(Huis& huis, Medewerker& m, Stand stand) {
    const bool er = is_er(stand);
    boek_stand(huis, m, huis.nu());
    m.stand = stand;
    tel_afwezigheid(huis, m.id.index(), !er);
    huis.work.set_present(m.id, er, huis.nu());
    herzie_vervanging(huis, m.rol);
    if (!er)
        return;
    m.draagt_over = false;
    draag_wachtend_over(huis, m.rol);
    if (m.rol == huis.opzet.procesregisseur)
        wijs_toe(huis);
}

} // namespace ketenplan::casus
