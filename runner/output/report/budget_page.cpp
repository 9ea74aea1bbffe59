#include "output/report/budget_page.hpp"

#include "output/report/context.hpp"
#include "output/report/page_style.hpp"
#include "output/report/texts.hpp"

#include <array>
#include <utility>

namespace ketenplan::runner {

namespace {

using namespace report;

constexpr std::array chapters{std::pair{"antwoord", &texts::answer},
                              std::pair{"opties", &texts::options},
                              std::pair{"geld", &texts::money},
                              std::pair{"nazorg", &texts::nazorg},
                              std::pair{"zeker", &texts::certainty},
                              std::pair{"bronnen", &texts::sources},
                              std::pair{"weggelaten", &texts::left_out},
                              std::pair{"narekenen", &texts::rerun},
                              std::pair{"bijlage", &texts::appendix}};

std::string page_head(const Context& c, const std::string& title) {
    // Nothing may be fetched: what the page needs is in it.
    return fmt::format("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                       "style-src 'unsafe-inline'\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                       "<title>{}</title>\n<style>\n{}</style>\n</head>\n",
                       c.words.english() ? "en" : "nl",
                       escaped(title),
                       page_style());
}

Markup page_top(const Context& c, const std::string& title) {
    Markup top = Markup::trusted(fmt::format("<a class=\"spring\" href=\"#antwoord\">{}</a>\n"
                                             "<header>\n",
                                             c.words.plain(texts::skip)));
    top += heading(1, text(title));
    top += paragraph(c.words.say(texts::subtitle,
                                 text(c.first_year()),
                                 text(c.last_year()),
                                 text(std::to_string(c.study.prijspeil)),
                                 text(std::to_string(c.outcome.replicaties))),
                     "onder");
    top += Markup::trusted(
        fmt::format("</header>\n<nav aria-label=\"{}\">\n", c.words.plain(texts::contents)));
    std::vector<Markup> links;
    for (const auto& [id, name] : chapters)
        links.push_back(
            Markup::trusted(fmt::format("<a href=\"#{}\">{}</a>", id, c.words.plain(*name))));
    top += list(links);
    top += Markup::trusted("</nav>\n");
    return top;
}

} // namespace

std::string budget_page(const BudgetOutcome& outcome,
                        const std::vector<std::string>& warnings,
                        const RunFacts& facts,
                        Language language) {
    Words words(language);
    const Context context{outcome, *outcome.study, warnings, facts, words};
    const std::string& study_name = outcome.study->naam;
    const std::string title = study_name.empty() ? context.words.plain(texts::no_name) : study_name;
    Markup body = page_top(context, title);
    body += Markup::trusted("<main>\n");
    for (const auto& section : {answer_section,
                                options_section,
                                money_section,
                                nazorg_section,
                                certainty_section,
                                sources_section,
                                limits_section,
                                rerun_section,
                                appendix_section}) {
        body += Markup::trusted("<section>\n");
        body += section(context);
        body += Markup::trusted("</section>\n");
    }
    body += Markup::trusted("</main>\n");
    return page_head(context, title) + "<body>\n" + body.html() + "</body>\n</html>\n";
}

} // namespace ketenplan::runner
