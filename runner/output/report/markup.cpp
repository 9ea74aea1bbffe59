#include "output/report/markup.hpp"

#include "units/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ketenplan::runner::report {

namespace {

constexpr char least_printable = 0x20;
/// Rows of a table that paper should not break.
constexpr std::size_t on_one_page = 25;

std::string attribute(std::string_view name, std::string_view value) {
    return value.empty() ? "" : fmt::format(R"( {}="{}")", name, escaped(value));
}

std::string cell_of(const Cell& c, bool heads_row) {
    const std::string kind = c.number ? R"( class="getal")" : "";
    return heads_row ? fmt::format(R"(<th scope="row"{}>{}</th>)", kind, c.content.html())
                     : fmt::format("<td{}>{}</td>", kind, c.content.html());
}

/// A long name may go on to a next line after each of its words.
std::string breakable(std::string_view name) {
    std::string made;
    for (const char c : escaped(name))
        made += c == '_' ? std::string("_<wbr>") : std::string(1, c);
    return made;
}

/// Columns of numbers have their heading above the numbers.
bool holds_numbers(const TableText& what, std::size_t column) {
    return std::ranges::any_of(what.rows, [column](const Row& row) {
        return column < row.cells.size() && row.cells[column].number;
    });
}

} // namespace

std::string escaped(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        const bool control = c >= 0 && c < least_printable && c != '\n' && c != '\t';
        switch (c) {
        case '&':
            safe += "&amp;";
            break;
        case '<':
            safe += "&lt;";
            break;
        case '>':
            safe += "&gt;";
            break;
        case '"':
            safe += "&quot;";
            break;
        case '\'':
            safe += "&#39;";
            break;
        default:
            safe += control ? std::string("\xef\xbf\xbd") : std::string(1, c);
        }
    }
    return safe;
}

std::string FigureName::path() const {
    std::string made(table);
    for (const std::string& key : keys)
        made += "/" + key;
    return fmt::format("{}/{}", made, column);
}

Markup figure(const FigureName& name, double value, const std::string& shown) {
    return Markup::trusted(fmt::format(R"(<span data-maat="{}" data-waarde="{}">{}</span>)",
                                       escaped(name.path()),
                                       units::number_text(value, '.'),
                                       escaped(shown)));
}

Cell cell(Markup content) {
    return {std::move(content), false};
}
Cell cell(std::string_view plain) {
    return {text(plain), false};
}
Cell number_cell(Markup content) {
    return {std::move(content), true};
}
Cell number_cell(std::string_view plain) {
    return {text(plain), true};
}

Markup table(const TableText& what) {
    // Reached by the keyboard, since it scrolls where the screen is narrow.
    std::string html =
        fmt::format("<div class=\"schuif{}\" tabindex=\"0\" role=\"region\"{}>\n<table>\n",
                    what.rows.size() <= on_one_page ? " kort" : "",
                    attribute("aria-label", what.label));
    if (!what.caption.empty())
        html += fmt::format("<caption>{}</caption>\n", what.caption.html());
    html += "<thead><tr>";
    for (std::size_t i = 0; i < what.header.size(); ++i)
        html += fmt::format(R"(<th scope="col"{}>{}</th>)",
                            holds_numbers(what, i) ? R"( class="getal")" : "",
                            breakable(what.header[i]));
    html += "</tr></thead>\n<tbody>\n";
    for (const Row& row : what.rows) {
        html += row.total ? R"(<tr class="totaal">)" : "<tr>";
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            html += cell_of(row.cells[i], i == 0);
        html += "</tr>\n";
    }
    return Markup::trusted(html + "</tbody>\n</table>\n</div>\n");
}

Markup figure(const FigureText& what) {
    std::string html =
        fmt::format("<figure{}>\n<figcaption>{}</figcaption>\n"
                    "<div class=\"schuif tekening\" tabindex=\"0\" role=\"region\"{}>\n{}</div>\n",
                    attribute("id", what.id),
                    what.caption.html(),
                    attribute("aria-label", what.label),
                    what.svg);
    if (!what.behind.empty())
        html += folded(what.behind_label, what.behind, what.open).html();
    return Markup::trusted(html + "</figure>\n");
}

Markup heading(int level, const Markup& content, std::string_view id) {
    return Markup::trusted(
        fmt::format("<h{0}{1}>{2}</h{0}>\n", level, attribute("id", id), content.html()));
}

Markup paragraph(const Markup& content, std::string_view kind) {
    return Markup::trusted(fmt::format("<p{}>{}</p>\n", attribute("class", kind), content.html()));
}

Markup list(const std::vector<Markup>& items) {
    std::string html = "<ul>\n";
    for (const Markup& item : items)
        html += fmt::format("<li>{}</li>\n", item.html());
    return Markup::trusted(html + "</ul>\n");
}

Markup folded(std::string_view label, const Markup& content, bool open) {
    return Markup::trusted(fmt::format("<details{}>\n<summary>{}</summary>\n{}</details>\n",
                                       open ? " open" : "",
                                       escaped(label),
                                       content.html()));
}

} // namespace ketenplan::runner::report
