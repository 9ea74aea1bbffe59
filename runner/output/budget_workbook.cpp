#include "output/budget_workbook.hpp"

#include "output/budget_report.hpp"
#include "output/workbook/parts.hpp"

namespace ketenplan::runner {

namespace {

/// The name of a sheet holds 31 characters.
std::string sheet_name(const std::string& what, const std::string& key) {
    constexpr std::size_t most = 31;
    return (what + " " + key).substr(0, most);
}

} // namespace

std::string budget_workbook(const BudgetOutcome& outcome,
                            const std::vector<std::string>& warnings,
                            const RunFacts& facts) {
    const BudgetStudy& study = *outcome.study;
    XlsxFile file(study.naam, made_in(study.jaar));
    workbook::Workbook w{file, outcome, study, {}, {}, {}, {}, {}, {}, {}, nullptr, 1};
    XlsxSheet& summary = file.add("Samenvatting");
    XlsxSheet& inputs = file.add("Invoer");
    std::vector<XlsxSheet*> budgets;
    for (const BudgetVariant& v : study.varianten)
        budgets.push_back(&file.add(sheet_name("Begroting", v.key)));
    XlsxSheet& variants = file.add("Varianten");
    XlsxSheet* paid = study.bijdragen ? &file.add("Bijdragen") : nullptr;
    XlsxSheet& staff = file.add("Formatie");
    XlsxSheet& prices = file.add("Kostprijs");
    XlsxSheet& risk = file.add("Risico");
    XlsxSheet& sources = file.add("Aannames");
    std::vector<XlsxSheet*> lines;
    for (const BudgetVariant& v : study.varianten)
        lines.push_back(&file.add(sheet_name("Regels", v.key)));
    if (!study.subsidies.empty()) {
        w.replications = &file.add("Replicaties");
        w.replications->text({0, 0}, "Wat per replicatie is besteed, en de subsidie daarvoor");
    }
    w.lines.resize(study.varianten.size());
    workbook::fill_inputs(w, inputs);
    for (std::size_t v = 0; v < study.varianten.size(); ++v) {
        workbook::fill_lines(w, *lines[v], v);
        workbook::fill_budget(w, *budgets[v], v);
    }
    if (paid != nullptr) {
        XlsxSheet& keys = file.add("Sleutels");
        workbook::fill_contributions(w, keys, file.add("Rekenblad bijdragen"), *paid);
    }
    workbook::fill_variants(w, variants);
    workbook::fill_staff(w, staff);
    workbook::fill_cost_prices(w, prices);
    workbook::fill_risk(w, risk);
    workbook::fill_sources(w, sources);
    workbook::fill_run(facts, file.add("Over deze run"));
    workbook::fill_summary(w, summary, warnings);
    return file.bytes();
}

} // namespace ketenplan::runner
