#include "casus/intake.hpp"

#include "casus/formatie.hpp"
#include "casus/spoor.hpp"
#include "casus/terugkeer.hpp"

namespace ketenplan::casus {

void ontvang_melding(Huis& huis, PersoonId persoon, std::uint16_t bron) {
    Persoon& p = huis.personen[persoon];
    ++p.open;
    na_melding(huis.leven(), p, huis.nu());
    zet_wekker(huis, persoon);
    const auto& opzet = huis.opzet.parameters;
    Melding melding{.persoon = persoon,
                    .nummer = ++huis.meldingnummer,
                    .volgnummer = ++p.meldingen,
                    .gemeente = p.gemeente,
                    .bron = bron,
                    .ontvangen = huis.nu(),
                    .intake = {},
                    .wacht = {}};
    const auto key = [&](Doel doel) {
        return sleutel(doel, p.herkomst, melding.volgnummer);
    };
    melding.urgent = huis.draws.chance(key(Doel::urgent), opzet.bronnen[bron].urgent.value());
    melding.bespreektijd =
        hele_seconden(60.0 * huis.draws.sample(key(Doel::bespreektijd), huis.geldt().bespreektijd));
    const double minuten =
        huis.draws.sample(key(Doel::intake_minuten), huis.geldt().taaksoort(Taak::intake).minuten);

    const MeldingId id = huis.meldingen.add(melding);
    ++huis.subregio(p.gemeente).open_meldingen;
    ++huis.gemeente_jaar(p.gemeente).meldingen;
    ++huis.subregio_jaar(p.gemeente).meldingen.erbij;
    noteer(huis, melding.nummer, Stap::ontvangen, bron, p.gemeente);

    const bool lokaal =
        opzet.bronnen[bron].detentiemelding && opzet.gemeenten[p.gemeente].eigen_nazorg;
    if (lokaal) {
        ++huis.gemeente_jaar(p.gemeente).lokale_kamer;
        noteer(huis, melding.nummer, Stap::lokale_kamer);
        sluit_melding(huis, id);
        return;
    }
    huis.meldingen[id].intake =
        geef_taak(huis, Taak::intake, id.value(), melding.gemeente, minuten);
}

void intake_klaar(Huis& huis, MeldingId id, WorkerId medewerker) {
    Melding& melding = huis.meldingen[id];
    noteer(huis, melding.nummer, Stap::intake_klaar, medewerker.value());
    const Herkomst& wie = huis.personen[melding.persoon].herkomst;
    const double werkdagen =
        huis.draws.sample(sleutel(Doel::informatieverzoek, wie, melding.volgnummer),
                          huis.geldt().informatieverzoek) *
        huis.opzet.personeel.rechtsvorm(huis.nu()).informatieverzoek /
        huis.opzet.factor_partners(huis.nu());
    melding.wacht =
        huis.plan_opzegbaar(huis.opzet.kalender.add_workdays(huis.nu(), hele_werkdagen(werkdagen)),
                            EventClass::arrival,
                            Gebeurtenis::informatie_binnen,
                            id.value());
}

void informatie_binnen(Huis& huis, const Event& event) {
    const MeldingId id(event.subject);
    noteer(huis, huis.meldingen[id].nummer, Stap::informatie_binnen);
    zet_op_agenda(huis, id);
}

void zet_op_agenda(Huis& huis, MeldingId id) {
    const Melding& melding = huis.meldingen[id];
    huis.subregio(melding.gemeente)
        .agenda.add({id.value(), huis.nu(), melding.bespreektijd},
                    melding.urgent ? engine::Agenda::Precedence::urgent
                                   : engine::Agenda::Precedence::normal);
}

void sluit_melding(Huis& huis, MeldingId id) {
    const Melding& melding = huis.meldingen[id];
    --huis.subregio(melding.gemeente).open_meldingen;
    ++huis.subregio_jaar(melding.gemeente).meldingen.eraf;
    const PersoonId persoon = melding.persoon;
    huis.meldingen.remove(id);
    laat_los(huis, persoon);
}

} // namespace ketenplan::casus
