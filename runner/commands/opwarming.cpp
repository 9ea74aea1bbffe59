#include "analysis/paren.hpp"
#include "analysis/warmup.hpp"
#include "commands.hpp"
#include "engine/civil.hpp"
#include "exit_codes.hpp"
#include "input/scenario.hpp"
#include "input/study.hpp"
#include "output/atomic_file.hpp"
#include "output/manifest.hpp"
#include "output/progress.hpp"
#include "output/results_folder.hpp"
#include "output/tables_workbook.hpp"
#include "output/template.hpp"
#include "output/warmup_report.hpp"
#include "parameters/validate.hpp"
#include "threads.hpp"

#include <fmt/core.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <deque>
#include <iterator>
#include <span>
#include <utility>

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

Setting setting_for(Scenario scenario, const OpwarmingOptions& options, const std::string& name) {
    Setting setting{std::move(scenario), {}};
    parameters::Parameters& p = setting.scenario.parameters;
    setting.left_out = keep_steady(p);
    lengthen(p.looptijd, options.jaren);
    const parameters::Problems problems = parameters::validate(p);
    for (const parameters::Problem& problem : problems.items()) {
        if (problem.severity == parameters::Severity::error)
            throw UsageError(fmt::format("{} is zo lang niet na te spelen: `{}` {}\n    -> kies "
                                         "een andere --jaren",
                                         name,
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

/// One house from the beginning of its warm-up, and what was found of it.
struct Look {
    explicit Look(Setting from) : setting(std::move(from)), opzet(setting.scenario.parameters) {}

    Setting setting;
    casus::Opzet opzet;
    std::vector<analysis::Arm> arms; ///< of one
    WarmupStudy study;
    std::vector<std::string> warnings;
};

/// Fills in the rest. False when not one replication was made.
bool simulate(Look& look, const OpwarmingOptions& options, const std::string& what) {
    const engine::Time start = look.opzet.start;
    analysis::measure_from_begin(look.opzet);
    const std::size_t columns =
        analysis::columns_of(look.opzet).size() + analysis::month_columns_of(look.opzet).size();
    if (const std::size_t most = most_that_fit(columns); options.replicaties > most)
        throw UsageError(fmt::format("de uitkomsten van {} replicaties passen niet in het geheugen "
                                     "van deze computer\n    -> kies --replicaties {} of minder",
                                     options.replicaties,
                                     most));
    Progress progress(options.replicaties, what, options.voortgang);
    ThreadExecutor executor(
        options.draden, stop_requested(), [&](std::size_t done) { progress.tell(done); });
    const std::array opzetten{static_cast<const casus::Opzet*>(&look.opzet)};
    look.arms = analysis::replicate_arms(
        opzetten, options.zaad, options.replicaties, executor, analysis::Detail::months);
    const std::size_t done = look.arms[0].years.replications();
    if (done == 0)
        return false;
    look.warnings = warnings_of(look.setting.scenario);
    if (done < options.replicaties)
        look.warnings.push_back(
            fmt::format("Gestopt na {} van de {} replicaties.", done, options.replicaties));
    const std::size_t chosen = months_before(look.opzet, start);
    look.study = {&look.opzet,
                  chosen,
                  done,
                  analysis::diagnose(series_of(look.arms), chosen),
                  look.setting.left_out};
    return true;
}

/// Returns the summary.
std::string write(const Look& look, const OpwarmingOptions& options, const std::string& directory) {
    std::string text = warmup_summary(look.study, look.warnings);
    std::vector<Table> tables{
        warmup_table(look.study, options.decimaal),
        warmup_course(look.study, options.decimaal),
        {"samenvatting.txt", text},
        {"scenario.toml", scenario_template(look.setting.scenario.parameters)}};
    std::ranges::move(warmup_figures(look.study), std::back_inserter(tables));
    add_tables_workbook(tables, options.decimaal);
    write_folder(directory,
                 tables,
                 manifest({"opwarming", options.zaad, options.replicaties, look.warnings},
                          look.setting.scenario,
                          look.arms[0].years,
                          tables));
    return text;
}

int nothing_written() {
    fmt::print(stderr,
               "ketenplan: gestopt voordat er een replicatie klaar was; niets geschreven.\n");
    return exit_interrupted;
}

int opwarming_of_scenario(const OpwarmingOptions& options) {
    Look look(setting_for(read_scenario(options.scenario), options, options.scenario));
    const std::string directory = results_directory(options.uit, options.scenario, "-opwarming");
    make_directory(directory); // before the work, so that a bad place is known at once
    listen_for_stop();
    if (!simulate(look, options, "replicaties"))
        return nothing_written();
    fmt::print(
        "{}\nFiguren en tabellen staan in {}/\n", write(look, options, directory), directory);
    return look.study.replications < options.replicaties ? exit_interrupted : exit_ok;
}

/// Every option of a study in a folder of its own, and the options side by side above them.
int opwarming_of_study(const OpwarmingOptions& options) {
    const Study study = read_study(options.scenario);
    std::deque<Look> looks; // stay where they are
    for (const StudyArm& arm : study.armen)
        looks.emplace_back(setting_for(
            arm.scenario, options, fmt::format("{}, optie \"{}\"", options.scenario, arm.key)));
    const std::string directory = results_directory(options.uit, options.scenario, "-opwarming");
    for (const StudyArm& arm : study.armen)
        make_directory(directory + "/" + arm.key);
    listen_for_stop();
    std::vector<WarmupOption> found;
    std::vector<ManifestArm> described;
    for (std::size_t a = 0; a < looks.size() && !stop_requested().load(); ++a) {
        if (!simulate(looks[a], options, fmt::format("replicaties van {}", study.armen[a].key)))
            break;
        write(looks[a], options, directory + "/" + study.armen[a].key);
        found.push_back({study.armen[a].key, study.armen[a].naam, &looks[a].study});
        described.push_back({&looks[a].setting.scenario, &looks[a].arms[0].years});
    }
    if (found.empty())
        return nothing_written();
    const bool stopped =
        found.size() < looks.size() || found.back().study->replications < options.replicaties;
    std::vector<std::string> warnings;
    if (stopped)
        warnings.push_back(
            fmt::format("Gestopt in optie {} van de {}.", found.size(), looks.size()));
    const std::string text = warmup_options_summary(found, warnings);
    std::vector<Table> tables{warmup_options_table(found, options.decimaal),
                              {"samenvatting.txt", text}};
    add_tables_workbook(tables, options.decimaal);
    write_folder(directory,
                 tables,
                 manifest_of_arms({"opwarming", options.zaad, options.replicaties, warnings},
                                  described,
                                  tables));
    fmt::print("{}\nElke optie heeft een eigen map in {}/\n", text, directory);
    return stopped ? exit_interrupted : exit_ok;
}

} // namespace

int opwarming(const OpwarmingOptions& options) {
    return is_comparison_study(options.scenario) ? opwarming_of_study(options)
                                                 : opwarming_of_scenario(options);
}

} // namespace ketenplan::runner
