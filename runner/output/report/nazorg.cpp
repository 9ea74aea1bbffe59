#include "output/report/context.hpp"
#include "output/report/texts.hpp"

namespace ketenplan::runner::report {

namespace {

bool is_of_nazorg(const BudgetLine& line) {
    return line.regel.soort == finance::Soort::trajecten ||
           line.regel.soort == finance::Soort::doorstroomhuis ||
           line.regel.soort == finance::Soort::subsidie;
}

Markup nazorg_table(const Context& c, std::size_t v) {
    TableText made;
    made.caption = c.words.say(texts::nazorg_caption, text(c.name(v)));
    made.label = c.words.plain(texts::nazorg);
    made.header = {c.words.plain(texts::line), c.words.plain(texts::kind)};
    for (const std::string& year : c.years())
        made.header.push_back(year);
    const std::vector<BudgetLine>& lines = c.study.varianten[v].regels;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!is_of_nazorg(lines[i]))
            continue;
        const finance::Regel& r = lines[i].regel;
        Row row{{cell(r.naam), cell(c.words.term(finance::naam_van(r.soort)))}};
        for (std::size_t y = 0; y < c.study.jaren; ++y)
            row.cells.push_back(c.cents_cell(c.figure_name("begroting.csv", v, y, r.key, "euro"),
                                             c.outcome.varianten[v].jaren[y].bedragen[i]));
        made.rows.push_back(std::move(row));
    }
    return made.rows.empty() ? Markup() : table(made);
}

Markup subsidies_of(const Context& c) {
    std::vector<Markup> items;
    const auto euros = [&](finance::Centen amount) {
        return text(c.words.euros(finance::in_euro(amount)));
    };
    for (const BudgetSubsidy& s : c.study.subsidies)
        items.push_back(
            c.words.say(texts::subsidy,
                        text(s.naam.empty() ? s.key : s.naam),
                        euros(s.toekenning),
                        euros(s.drempel),
                        text(c.words.percentage(s.cofinanciering)),
                        c.words.say(s.collectief ? texts::subsidy_together : texts::subsidy_alone),
                        euros(s.aan_te_vragen)));
    return items.empty() ? Markup() : list(items);
}

Markup effect_of_nazorg(const Context& c) {
    const parameters::Nazorgeffect& effect =
        c.study.varianten.front().scenario.parameters.nazorg.effect;
    const double low = effect.laag95.value();
    const double high = effect.hoog95.value();
    Markup said = c.words.say(texts::nazorg_effect,
                              text(c.words.number(effect.odds_ratio.value(), 2)),
                              text(c.words.number(low, 2)),
                              text(c.words.number(high, 2)));
    said += c.words.say(low <= 1.0 && high >= 1.0 ? texts::nazorg_zero : texts::nazorg_not_zero);
    return paragraph(said);
}

} // namespace

Markup nazorg_section(const Context& c) {
    Markup made = heading(2, c.words.say(texts::nazorg), "nazorg");
    Markup tables;
    for (std::size_t v = 0; v < c.study.varianten.size(); ++v)
        tables += nazorg_table(c, v);
    if (tables.empty()) {
        made += paragraph(c.words.say(texts::nazorg_none));
    } else {
        made += paragraph(c.words.say(texts::nazorg_lines));
        made += tables;
    }
    made += subsidies_of(c);
    made += effect_of_nazorg(c);
    made += paragraph(c.words.say(texts::nazorg_where));
    return made;
}

} // namespace ketenplan::runner::report
