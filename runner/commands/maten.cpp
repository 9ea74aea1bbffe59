#include "analysis/measures.hpp"
#include "commands.hpp"
#include "exit_codes.hpp"

#include <fmt/core.h>

namespace ketenplan::runner {

int maten(const MatenOptions& options) {
    if (options.markdown)
        fmt::print(
            "# Uitkomstmaten\n\nAlles wat in de tabellen staat. Gemaakt met `ketenplan maten "
            "--markdown`.\n\n"
            "| maat | eenheid | per | wanneer | hoe samengevat | betekenis |\n"
            "| --- | --- | --- | --- | --- | --- |\n");
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
    return exit_ok;
}

} // namespace ketenplan::runner
