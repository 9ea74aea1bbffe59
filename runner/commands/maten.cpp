#include "analysis/maanden.hpp"
#include "analysis/measures.hpp"
#include "commands.hpp"
#include "exit_codes.hpp"

#include <fmt/core.h>

#include <string_view>

namespace ketenplan::runner {

namespace {

constexpr std::string_view columns =
    R"(- gemiddelde: over de replicaties; n: replicaties waarin de maat een waarde had
- standaardfout, laag95 en hoog95: nauwkeurigheid van dat gemiddelde (95%-interval van Student)
- p5, p50 en p95: zoveel procent van de replicaties ligt eronder: hoe één jaar kan uitvallen
- cel en naam: waarover het gaat (gebied, gemeente, of rol@plaats)
- jaar: kalenderjaar, of de hele periode
- onderdrukt: ja als een aantal van 1 tot en met 4 personen is weggelaten, of dat van een tweede
  gemeente waaruit het terug te rekenen was
)";

/// What `maandbeeld` reports.
void print_months(bool markdown) {
    if (markdown)
        fmt::print(
            "\n## Maandcijfers\n\nPer kalendermaand, van `ketenplan maandbeeld`, in maanden.csv.\n"
            "Een maand is `onvolledig` als meer dan 5% van haar casussen nog niet zo ver is.\n\n"
            "| maat | eenheid | per | betekenis |\n| --- | --- | --- | --- |\n");
    else
        fmt::print("\nPer maand, van `ketenplan maandbeeld`:\n");
    for (const analysis::MonthMeasure& m : analysis::month_measures()) {
        if (markdown)
            fmt::print("| `{}` | {} | {} | {} |\n", m.name, m.unit, scope_name(m.scope), m.meaning);
        else
            fmt::print("{} ({}; per {})\n    {}\n", m.name, m.unit, scope_name(m.scope), m.meaning);
    }
}

} // namespace

int maten(const MatenOptions& options) {
    if (options.markdown)
        fmt::print(
            "# Uitkomstmaten\n\nAlles wat in de tabellen staat. Gemaakt met `ketenplan maten "
            "--markdown`.\n\n## Kolommen\n\n{}\n## Maten\n\n"
            "| maat | eenheid | per | wanneer | hoe samengevat | betekenis |\n"
            "| --- | --- | --- | --- | --- | --- |\n",
            columns);
    else
        fmt::print("Kolommen van de tabellen:\n{}\n", columns);
    for (const analysis::Measure& m : analysis::measures()) {
        const std::string_view when = m.per_year ? "jaar" : "hele periode";
        if (options.markdown)
            fmt::print("| `{}` | {} | {} | {} | {} | {} |\n",
                       m.name,
                       m.unit,
                       scope_name(m.scope),
                       when,
                       aggregation_name(m.aggregation),
                       m.meaning);
        else
            fmt::print("{} ({}; per {}, {}; {})\n    {}\n",
                       m.name,
                       m.unit,
                       scope_name(m.scope),
                       when,
                       aggregation_name(m.aggregation),
                       m.meaning);
    }
    print_months(options.markdown);
    return exit_ok;
}

} // namespace ketenplan::runner
