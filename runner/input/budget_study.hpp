#pragma once

#include "analysis/figures.hpp"
#include "engine/time.hpp"
#include "finance/begroting.hpp"
#include "input/contribution_study.hpp"
#include "input/scenario.hpp"
#include "input/study.hpp"
#include "input/uncertainty.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ketenplan::runner {

/// A quantity that lines are paid by: a sum of yearly figures of the simulation.
struct BudgetQuantity {
    std::string naam; ///< for people: "fte_in_dienst procesregisseur@noord"
    std::vector<analysis::Figure> figuren;
};

/// Which row of the table of salaries a line is paid by, per year.
struct Loonstap {
    std::string schaal;
    std::vector<std::size_t> periodiek; ///< from 1
};

/// A line, and what the workbook needs to show where it comes from.
struct BudgetLine {
    finance::Regel regel;
    std::string index; ///< name of its index; empty for none
    std::optional<Loonstap> loon;
    std::string pad; ///< where its price is given: in the study, or in the scenario
    std::string bron;
    std::string aanname;
    std::string btw_vorm;   ///< whose share of VAT holds for it; empty: that of the year
    bool sluitpost = false; ///< makes up for what a document does not explain
};

/// A step that takes time before a variant can begin.
struct Leadstep {
    std::string naam;
    double weken = 0.0;
};

/// One rechtsvorm: what it costs, what it changes, and who carries the risk.
struct BudgetVariant {
    std::string key;
    std::string naam;
    std::string vorm; ///< the table of [varianten] whose lines it has; empty for none
    std::string rechtsvorm;
    std::string risicodrager;
    finance::Centen reserve = 0; ///< to meet setbacks with
    std::vector<Leadstep> stappen;
    std::optional<engine::Date> ingang; ///< none: it is the present form
    ScenarioTree tree;
    Scenario scenario;
    std::vector<BudgetQuantity> hoeveelheden;
    std::vector<BudgetLine> regels;

    [[nodiscard]] finance::Begrotingsmodel model(std::int32_t jaar, std::size_t jaren) const;
};

/// A scale of the table of salaries: gross amounts per month, from periodiek 1.
struct Salarisschaal {
    std::string key;
    std::vector<double> maandbedragen;
};

/// Something that may happen in a year, and what it then costs.
struct BudgetRisk {
    std::string key;
    std::string naam;
    UncertainNumber kans;   ///< probability
    UncertainNumber gevolg; ///< euro
};

/// Amounts of an earlier year, as printed: T-2 realised, T-1 budgeted.
struct EarlierYear {
    std::int32_t jaar = 0;
    std::string soort;                               ///< "realisatie" or "begroting"
    std::map<std::string, finance::Centen> bedragen; ///< by kind

    /// "lasten" and "baten" are the sums of the kinds that are given, "bijdragen" is given itself;
    /// nothing when there is none.
    [[nodiscard]] std::optional<finance::Centen> totaal(std::string_view what) const;
};

/// A total that a document prints for a year, and the parts it tells of.
struct PrintedTotal {
    std::int32_t jaar = 0;
    finance::Centen totaal = 0;
    std::string bron;
    std::vector<std::pair<std::string, finance::Centen>> delen; ///< what came on top of last year
};

/// A subsidy: who it is given to, and whether alone or together.
struct BudgetSubsidy {
    std::string key;
    std::string naam;
    finance::Centen toekenning = 0; ///< of all gemeenten together
    finance::Centen drempel = 0;
    bool collectief = true;
    double cofinanciering = 0.0;
    std::vector<std::pair<std::string, double>> uitstroom; ///< per gemeente
    std::vector<finance::Centen> per_gemeente;
    finance::Centen aan_te_vragen = 0; ///< what remains when each must reach the threshold
};

/// A begroting for a few years, under several rechtsvormen.
struct BudgetStudy {
    std::string naam;
    std::int32_t jaar = 0; ///< T
    std::size_t jaren = 4;
    std::int32_t prijspeil = 0;
    std::uint32_t replicaties = 200;
    std::uint32_t zaad = 1;
    std::uint32_t trekkingen = 100; ///< of all that is not known
    std::uint32_t per_trekking = 4; ///< replications within one
    std::string cao;
    std::vector<Salarisschaal> schalen;
    double werkgeverslasten = 0.0;
    std::map<std::string, std::vector<double>> indices; ///< yearly rise, from prijspeil + 1
    std::vector<BudgetVariant> varianten;               ///< the present form first
    std::vector<BudgetRisk> risicos;
    std::vector<BudgetSubsidy> subsidies;
    std::vector<EarlierYear> eerder;
    std::vector<PrintedTotal> gedrukt;
    std::optional<double> partnertarief; ///< euro per hour, in kind
    std::map<std::string, double> tarief_per_organisatie;
    std::vector<std::pair<std::string, double>> gewichten; ///< printed minutes, per kind of case
    std::optional<ContributionStudy> bijdragen;
    std::size_t sleutel = 0; ///< index into its keys
    std::vector<ParameterRecord> records;
    std::vector<std::string> waarschuwingen;
    InputFile file;
    Node root;

    /// The factor of an index in year T + y: the product of the rises since prijspeil.
    [[nodiscard]] double index_factor(const std::string& name, std::size_t y) const;
};

/// Kinds of case that printed weights can name.
extern const std::vector<std::string> weight_names;

/// Reads a study with `basis`, `jaar`, `[salarissen]`, `[personeel]`, `[index]`, `[lasten]`,
/// `[baten]` and `[varianten]`; docs/methods/money.md describes every table. The measured period of
/// the basis is replaced by the years of the study. Throws InputError with every problem.
BudgetStudy read_budget_study(const std::string& path);

/// The begroting of the options of another study: the one it names, with the changes it makes to
/// it, for each option under the form that is there now. The first option is the one that others
/// are held against.
BudgetStudy read_budget_of_options(const Study& options);

/// The same study with other numbers in it, in native units: its lines, risks and indices are made
/// anew, its scenarios stay. The problem in words when the numbers contradict one another.
struct VariedBudget {
    std::optional<BudgetStudy> study;
    std::string problem;
};
VariedBudget with_changes(const BudgetStudy& study, std::span<const Change> changes);

} // namespace ketenplan::runner
