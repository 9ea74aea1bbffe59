#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ketenplan::runner::report {

/// HTML that may stand in a page as it is. Text from a study becomes markup by `text` alone, which
/// escapes it; whoever forgets that does not compile.
class Markup {
public:
    Markup() = default;
    /// Of ourselves: tags and texts of the program.
    static Markup trusted(std::string html) {
        Markup made;
        made.html_ = std::move(html);
        return made;
    }
    [[nodiscard]] const std::string& html() const { return html_; }
    [[nodiscard]] bool empty() const { return html_.empty(); }
    Markup& operator+=(const Markup& other) {
        html_ += other.html_;
        return *this;
    }

private:
    std::string html_;
};

/// Text with all that has a meaning in HTML, quotes of attributes among it, escaped. Characters
/// that no page may hold become a replacement character.
std::string escaped(std::string_view text);
inline Markup text(std::string_view what) {
    return Markup::trusted(escaped(what));
}

/// Where a figure stands in the tables: "varianten.csv/stichting/2016/lasten/waarde".
struct FigureName {
    std::string_view table;
    std::vector<std::string> keys; ///< of its row
    std::string_view column;
    [[nodiscard]] std::string path() const;
};

/// A number as the page shows it, and in attributes its name and value as in the tables.
Markup figure(const FigureName& name, double value, const std::string& shown);

/// A cell of a table.
struct Cell {
    Markup content;
    bool number = false; ///< aligned to the right
};
Cell cell(Markup content);
Cell cell(std::string_view plain);
Cell number_cell(Markup content);
Cell number_cell(std::string_view plain);

struct Row {
    std::vector<Cell> cells; ///< the first is its heading
    bool total = false;      ///< set apart
};

struct TableText {
    Markup caption;
    std::vector<std::string> header;
    std::vector<Row> rows;
    std::string label; ///< for who hears the page: what the table is
};
Markup table(const TableText& what);

/// A chart with what it shows in words, and the table behind it, folded.
struct FigureText {
    std::string id;
    std::string label; ///< of the part that scrolls on a narrow screen
    Markup caption;
    std::string svg;
    Markup behind;            ///< a table
    std::string behind_label; ///< "De tabel achter deze figuur"
    bool open = false;        ///< a table that matters, shown on paper too
};
Markup figure(const FigureText& what);

Markup heading(int level, const Markup& content, std::string_view id = {});
Markup paragraph(const Markup& content, std::string_view kind = {});
Markup list(const std::vector<Markup>& items);
Markup folded(std::string_view label, const Markup& content, bool open = false);

} // namespace ketenplan::runner::report
