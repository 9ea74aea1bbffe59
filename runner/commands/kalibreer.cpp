#include "analysis/kalibratie.hpp"
#include "commands.hpp"
#include "exit_codes.hpp"
#include "input/calibration_study.hpp"
#include "output/dutch.hpp"
#include "threads.hpp"

#include <fmt/core.h>

namespace ketenplan::runner {

namespace {

using analysis::Kalibratiedoel;
using analysis::Recidivematen;

void print_measures(const char* title, const Recidivematen& m) {
    fmt::print("{}\n"
               "  schaal                                              {}\n"
               "  recidive binnen 1 jaar                              {}\n"
               "  recidive binnen 2 jaar                              {}\n"
               "  extra vrijlatingen per persoon, hetzelfde jaar      {}\n"
               "  deel dat in hetzelfde jaar nog eens vrijkwam        {}\n\n",
               title,
               dutch(m.schaal, 4),
               percentage(m.recidive_1j),
               percentage(m.recidive_2j),
               percentage(m.heruitstroom),
               percentage(m.opnieuw_vrij));
}

void print_unreachable(const char* measure, double target) {
    fmt::print(
        "Geen schaal tussen 1/64 en 64 geeft een {} van {}%: wat er nog bij komt of af moet, "
        "ligt\nniet aan recidive (maar aan detenties zonder nieuw delict, of aan hun duur).\n\n",
        measure,
        dutch(100.0 * target, 1));
}

/// What does nothing is not taken in silence.
void refuse_options_of_studies(const KalibreerOptions& options) {
    if (options.leden || options.rondes || options.voortgang || !options.uit.empty() ||
        options.decimaal != DecimalMark::point)
        throw UsageError(fmt::format("{} is een scenario; --leden, --rondes, --uit, --decimaal en "
                                     "--voortgang horen bij een studie met [kalibratie]",
                                     options.scenario));
}

} // namespace

int kalibreer(const KalibreerOptions& options) {
    if (is_calibration_study(options.scenario))
        return kalibreer_studie(options);
    refuse_options_of_studies(options);
    const Scenario scenario = read_scenario(options.scenario);
    fmt::print(stderr, "{}", scenario.warnings.text());
    const casus::Opzet opzet(scenario.parameters);
    const auto& published = scenario.parameters.recidive.gepubliceerd;
    if (scenario.parameters.recidive.vervolg.empty() || !published.recidive_2j ||
        opzet.einde + casus::jaren(2) > opzet.afloop) {
        fmt::print(stderr,
                   "{}: voor kalibreren zijn [[recidive.vervolg]], "
                   "[recidive.gepubliceerd] recidive_2j en een `looptijd.uitloop` van ten minste 2 "
                   "jaar nodig\n",
                   options.scenario);
        return exit_bad_input;
    }
    listen_for_stop();
    ThreadExecutor executor(options.draden, stop_requested(), [](std::size_t) {});
    const analysis::Kalibratieopdracht order{options.zaad.value_or(1),
                                             options.replicaties.value_or(200)};
    fmt::print(
        "Alles hieronder komt uit dezelfde gesimuleerde personen, {} replicaties per schaal; "
        "nazorg heeft\nin deze runs geen effect op recidive.\n\n",
        order.replicaties);
    const double two_years = published.recidive_2j->value();
    const auto found =
        analysis::kalibreer(opzet, Kalibratiedoel::recidive_2j, two_years, order, executor);
    if (stop_requested())
        return exit_interrupted;
    if (found) {
        print_measures("Als recidive binnen 2 jaar gelijk is aan het gepubliceerde cijfer:",
                       *found);
        fmt::print("  -> zet in het scenario: [recidive] schaal = {:.4g}\n\n", found->schaal);
    } else {
        print_unreachable("recidive binnen 2 jaar", two_years);
    }
    if (!published.heruitstroom)
        return exit_ok;
    const double same_year = published.heruitstroom->value();
    const auto implied =
        analysis::kalibreer(opzet, Kalibratiedoel::heruitstroom, same_year, order, executor);
    if (stop_requested())
        return exit_interrupted;
    if (implied)
        print_measures("Als de extra vrijlatingen per persoon gelijk zijn aan het gedrukte cijfer:",
                       *implied);
    else
        print_unreachable("heruitstroom", same_year);
    fmt::print(
        "De twee maten meten iets anders: nieuwe delicten van een persoon binnen twee jaar na "
        "vrijlating,\nen nieuwe vrijlatingen binnen hetzelfde kalenderjaar. Het verschil "
        "ertussen zegt niets over nazorg.\n");
    return exit_ok;
}

} // namespace ketenplan::runner
