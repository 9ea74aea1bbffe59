#include "analysis/paren.hpp"
#include "analysis/warmup.hpp"
#include "commands.hpp"
#include "engine/civil.hpp"
#include "exit_codes.hpp"
#include "input/scenario.hpp"
#include "output/atomic_file.hpp"
#include "output/manifest.hpp"
#include "output/progress.hpp"
#include "output/results_folder.hpp"
#include "output/template.hpp"
#include "output/warmup_report.hpp"
#include "parameters/validate.hpp"
#include "threads.hpp"

#include <fmt/core.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

namespace ketenplan::runner {

namespace {

constexpr std::int32_t months_in_year = 12;

/// Takes out what changes the house at a date, and says what that was: MSER asks for a house that
/// settles.
std::vector<std::string> keep_steady(parameters::Parameters& p) {
    std::vector<std::string> left_out;
    if (p.instroom.groei.value() != 0.0)
        left_out.emplace_back("groei van de instroom");
    if (!p.instroom.interventies.empty())
        left_out.emplace_back("ingrepen op de instroom");
    if (!p.themas.empty())
        left_out.emplace_back("thema's");
    if (!p.personeel.afwezigheden.empty())
        left_out.emplace_back("afwezigheid met een datum");
    p.instroom.groei = units::Factor{0.0};
    p.instroom.interventies.clear();
    p.themas.clear();
    p.personeel.afwezigheden.clear();
    return left_out;
}

/// Lets the run last `years` from the beginning of the warm-up, or as long as it does.
void lengthen(parameters::Looptijd& l, std::uint32_t years) {
    const engine::Time start{*l.start};
    const engine::Time begin = engine::subtract(start, l.opwarming);
    const auto reach = [&](engine::Time from, std::uint32_t count) {
        return engine::add_months(from, months_in_year * static_cast<std::int32_t>(count));
    };
    engine::Time wanted = reach(begin, years);
    if (years == 0) {
        constexpr std::uint32_t usual = 10;
        // Three times the warm-up, so that its end is well within the first half.
        wanted = std::max(reach(begin, usual), start + 2 * (start - begin));
    }
    l.einde = std::max(*l.einde, engine::date_of(wanted));
}

/// The scenario that is run: from the beginning of the warm-up on everything counts.
struct Setting {
    Scenario scenario;
    std::vector<std::string> left_out;
};

Setting setting_for(const OpwarmingOptions& options) {
    Setting setting{read_scenario(options.scenario), {}};
    parameters::Parameters& p = setting.scenario.parameters;
    setting.left_out = keep_steady(p);
    lengthen(p.looptijd, options.jaren);
    const parameters::Problems problems = parameters::validate(p);
    for (const parameters::Problem& problem : problems.items()) {
        if (problem.severity == parameters::Severity::error)
            throw UsageError(fmt::format("{} is zo lang niet na te spelen: `{}` {}\n    -> kies "
                                         "een andere --jaren",
                                         options.scenario,
                                         problem.path,
                                         problem.what));
    }
    return setting;
}

std::size_t months_before(const casus::Opzet& opzet, engine::Time start) {
    const auto months = analysis::measured_months(opzet);
    return static_cast<std::size_t>(std::ranges::count_if(
        months, [&](engine::Date month) { return engine::Time{month} < start; }));
}

/// All but those that only count what had not come when the run ended.
std::vector<analysis::MonthSeries> series_of(std::span<const analysis::Arm> arms) {
    std::vector<analysis::MonthSeries> all = analysis::month_series(arms);
    const auto measures = analysis::month_measures();
    std::erase_if(all, [&](const analysis::MonthSeries& series) {
        return std::ranges::any_of(measures, [&](const analysis::MonthMeasure& other) {
            return other.unfinished == measures[series.measure].name;
        });
    });
    return all;
}

} // namespace

int opwarming(const OpwarmingOptions& options) {
    const Setting setting = setting_for(options);
    casus::Opzet opzet(setting.scenario.parameters);
    const engine::Time start = opzet.start;
    analysis::measure_from_begin(opzet);
    const std::size_t columns =
        analysis::columns_of(opzet).size() + analysis::month_columns_of(opzet).size();
    if (const std::size_t most = most_that_fit(columns); options.replicaties > most)
        throw UsageError(fmt::format("de uitkomsten van {} replicaties passen niet in het geheugen "
                                     "van deze computer\n    -> kies --replicaties {} of minder",
                                     options.replicaties,
                                     most));
    const std::string directory = results_directory(options.uit, options.scenario, "-opwarming");
    make_directory(directory); // before the work, so that a bad place is known at once

    listen_for_stop();
    Progress progress(options.replicaties, "replicaties", options.voortgang);
    ThreadExecutor executor(
        options.draden, stop_requested(), [&](std::size_t done) { progress.tell(done); });
    const std::array opzetten{static_cast<const casus::Opzet*>(&opzet)};
    const auto arms = analysis::replicate_arms(
        opzetten, options.zaad, options.replicaties, executor, analysis::Detail::months);
    const std::size_t done = arms[0].years.replications();
    if (done == 0) {
        fmt::print(stderr,
                   "ketenplan: gestopt voordat er een replicatie klaar was; niets geschreven.\n");
        return exit_interrupted;
    }
    const bool stopped = done < options.replicaties;
    std::vector<std::string> warnings = warnings_of(setting.scenario);
    if (stopped)
        warnings.push_back(
            fmt::format("Gestopt na {} van de {} replicaties.", done, options.replicaties));

    const std::size_t chosen = months_before(opzet, start);
    const WarmupStudy study{
        &opzet, chosen, done, analysis::diagnose(series_of(arms), chosen), setting.left_out};
    const std::string text = warmup_summary(study, warnings);
    std::vector<Table> tables{warmup_table(study, options.decimaal),
                              warmup_course(study, options.decimaal),
                              {"samenvatting.txt", text},
                              {"scenario.toml", scenario_template(setting.scenario.parameters)}};
    std::ranges::move(warmup_figures(study), std::back_inserter(tables));
    write_folder(directory,
                 tables,
                 manifest({"opwarming", options.zaad, options.replicaties, warnings},
                          setting.scenario,
                          arms[0].years,
                          tables));
    fmt::print("{}\nFiguren en tabellen staan in {}/\n", text, directory);
    return stopped ? exit_interrupted : exit_ok;
}

} // namespace ketenplan::runner
