#include "casus/nazorg.hpp"

#include "casus/formatie.hpp"
#include "casus/instroom.hpp"
#include "casus/spoor.hpp"

namespace ketenplan::casus {

bool heeft_recht_op_nazorg(const Huis& huis, const Persoon& persoon) {
    if (persoon.ingesloten > huis.nu())
        return false; // never detained
    const auto termijn = huis.opzet.parameters.nazorg.termijn;
    return persoon.vrij > huis.nu() || engine::add(persoon.vrij, termijn) > huis.nu();
}

void open_nazorg(Huis& huis, const Melding& melding) {
    Persoon& persoon = huis.personen[melding.persoon];
    ++persoon.open;
    ++huis.gemeente_jaar(melding.gemeente).nazorg_nieuw;
    const NazorgId id = huis.nazorgzaken.add({melding.persoon, melding.nummer, melding.gemeente});
    const double minuten =
        huis.draws.sample(sleutel(Doel::nazorg_minuten, persoon.herkomst, melding.volgnummer),
                          huis.geldt().taaksoort(Taak::nazorg).minuten);
    geef_taak(huis, Taak::nazorg, id.value(), melding.gemeente, minuten);
}

void nazorg_klaar(Huis& huis, NazorgId id, WorkerId medewerker) {
    const Nazorgzaak& zaak = huis.nazorgzaken[id];
    noteer(huis, zaak.nummer, Stap::nazorg_klaar, medewerker.value());
    ++huis.subregio_jaar(zaak.gemeente).nazorg_afgerond;
    const PersoonId persoon = zaak.persoon;
    huis.nazorgzaken.remove(id);
    laat_los(huis, persoon);
}

} // namespace ketenplan::casus
