// Counts that exist per gemeente and per gebied under the same name.

#include "analysis/measures/table.hpp"

namespace ketenplan::analysis {

namespace {

/// The counts of the view, of a gemeente or of an area.
const GemeenteJaar& counts(const View& v) {
    return v.municipality != nullptr ? *v.municipality : v.area->counts;
}

template <std::int64_t GemeenteJaar::* field>
double count_of(const View& v) {
    return number(counts(v).*field);
}

template <Besluit besluit>
double besluiten(const View& v) {
    return number(counts(v).besluiten[static_cast<std::size_t>(besluit)]);
}

double geen_vervolg(const View& v) {
    double sum = 0.0;
    for (std::size_t b = 0; b < casus::aantal_besluiten; ++b) {
        if (is_geen_vervolg(static_cast<Besluit>(b)))
            sum += number(counts(v).besluiten[b]);
    }
    return sum;
}

template <std::size_t soort>
double in_behandeling(const View& v) {
    return number(counts(v).casussen_begin[soort] + counts(v).casussen_nieuw[soort]);
}

struct CountRow {
    std::string_view name;
    std::string_view meaning;
    MeasureValue value;
};

constexpr std::array count_rows{
    CountRow{"meldingen", "meldingen die zijn binnengekomen", count_of<&GemeenteJaar::meldingen>},
    CountRow{"lokale_kamer",
             "detentiemeldingen uit gemeenten met eigen nazorg, die niet worden gewogen",
             count_of<&GemeenteJaar::lokale_kamer>},
    CountRow{"geagendeerd",
             "keren dat een briefing een melding heeft behandeld, uitgestelde besluiten meegeteld",
             count_of<&GemeenteJaar::geagendeerd>},
    CountRow{
        "gewogen", "meldingen die hun laatste besluit kregen", count_of<&GemeenteJaar::gewogen>},
    CountRow{"casus_loopt",
             "meldingen over iemand met een lopende casus, waarin het plan bleef gelden",
             count_of<&GemeenteJaar::casus_loopt>},
    CountRow{"casus_ingehaald",
             "meldingen over iemand met een lopende casus, die het plan inhaalden",
             count_of<&GemeenteJaar::heragendering>},
    CountRow{"meldingen_vertrokken",
             "meldingen die eindigden omdat de persoon uit de regio vertrok",
             count_of<&GemeenteJaar::vertrokken>},
    CountRow{
        "besluit_focus", "gewogen meldingen: naar een focusoverleg", besluiten<Besluit::focus>},
    CountRow{"besluit_top60", "gewogen meldingen: naar de Top60-aanpak", besluiten<Besluit::top60>},
    CountRow{"besluit_nazorg", "gewogen meldingen: naar nazorg", besluiten<Besluit::nazorg>},
    CountRow{"besluit_bilateraal",
             "gewogen meldingen: bilateraal afgehandeld",
             besluiten<Besluit::bilateraal>},
    CountRow{"besluit_vrijwillig_traject",
             "gewogen meldingen: vrijwillig traject",
             besluiten<Besluit::vrijwillig_traject>},
    CountRow{"besluit_opschalen",
             "gewogen meldingen: opgeschaald naar de Regiekamer",
             besluiten<Besluit::opschalen>},
    CountRow{"besluit_geen_vervolg",
             "gewogen meldingen zonder vervolg, de vier redenen samen",
             geen_vervolg},
    CountRow{"besluit_belegd_bij_partner",
             "gewogen meldingen zonder vervolg: belegd bij een partner",
             besluiten<Besluit::belegd_bij_partner>},
    CountRow{"besluit_uitgesteld",
             "gewogen meldingen zonder vervolg: beslissing uitgesteld",
             besluiten<Besluit::uitgesteld>},
    CountRow{"besluit_informatiedeling",
             "gewogen meldingen zonder vervolg: informatiedeling was genoeg",
             besluiten<Besluit::informatiedeling>},
    CountRow{"besluit_past_niet",
             "gewogen meldingen zonder vervolg: past niet in het Veiligheidshuis",
             besluiten<Besluit::past_niet>},
    CountRow{"focus_in_behandeling",
             "focuscasussen die in het jaar liepen: bij het begin en nieuw",
             in_behandeling<focus>},
    CountRow{"top60_in_behandeling",
             "Top60-casussen die in het jaar liepen: bij het begin en nieuw",
             in_behandeling<top60>},
    CountRow{"nazorg_in_behandeling",
             "nazorgzaken die in het jaar liepen: bij het begin en nieuw",
             [](const View& v) {
                 return number(counts(v).nazorg_begin + counts(v).nazorg_nieuw);
             }},
    CountRow{"vrijlatingen", "vrijlatingen uit detentie", count_of<&GemeenteJaar::vrijlatingen>},
    CountRow{"personen_vrij",
             "verschillende personen die vrijkwamen",
             count_of<&GemeenteJaar::personen_vrij>},
    CountRow{"personen_opnieuw_vrij",
             "personen die in het jaar meer dan eens vrijkwamen",
             count_of<&GemeenteJaar::personen_opnieuw_vrij>},
    CountRow{
        "recidive", "nieuwe delicten van wie eerder vastzat", count_of<&GemeenteJaar::recidive>},
};

/// Each row twice: for gebieden and for gemeenten.
constexpr auto make_table() {
    std::array<Measure, 2 * count_rows.size()> telling_table{};
    std::size_t next = 0;
    for (const auto scope : {Scope::area, Scope::municipality}) {
        for (const CountRow& row : count_rows)
            telling_table[next++] = {
                row.name, "aantal", row.meaning, scope, Aggregation::sum, true, true, row.value};
    }
    return telling_table;
}

constexpr auto telling_table = make_table();

} // namespace

std::span<const Measure> measures_of_telling() {
    return telling_table;
}

} // namespace ketenplan::analysis
