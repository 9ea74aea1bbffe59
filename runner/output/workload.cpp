#include "output/workload.hpp"

#include "output/dutch.hpp"

#include <fmt/format.h>

#include <iterator>

namespace ketenplan::runner {

using std::back_inserter;

std::string workload_text(const casus::Opzet& opzet, const analysis::Werklast& werklast) {
    std::string text = "Wat het huis gemiddeld te doen staat (berekend, niet gesimuleerd):\n";
    const auto out = back_inserter(text);
    for (std::size_t s = 0; s < werklast.meldingen.size(); ++s)
        fmt::format_to(out,
                       "  {}: {} te wegen meldingen per jaar, {} behandelingen in de briefing\n",
                       opzet.parameters.subregios[s].naam,
                       dutch(werklast.meldingen[s], 0),
                       dutch(werklast.agenderingen[s], 0));
    fmt::format_to(out,
                   "\n  {:<34}{:<30}{:>10}{:>10}{:>8}  {}\n",
                   "plaats",
                   "onderdeel",
                   "gevraagd",
                   "ruimte",
                   "vol",
                   "eenheid");
    for (const analysis::Belasting& deel : werklast.delen)
        fmt::format_to(out,
                       "  {:<34}{:<30}{:>10}{:>10}{:>7}%  {}\n",
                       deel.cel,
                       deel.onderdeel,
                       dutch(deel.gevraagd, decimals_for(deel.gevraagd)),
                       dutch(deel.ruimte, decimals_for(deel.ruimte)),
                       dutch(100.0 * deel.verhouding(), 0),
                       deel.eenheid);
    return text;
}

} // namespace ketenplan::runner
