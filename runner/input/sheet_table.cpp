#include "input/sheet_table.hpp"

#include "input/cell_value.hpp"
#include "input/value_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ketenplan::runner {

namespace {

constexpr std::size_t most_cells_reported = 3; ///< of one column, before they are only counted

std::vector<std::string> names_of(const std::vector<SheetColumn>& columns) {
    std::vector<std::string> names;
    for (const SheetColumn& column : columns)
        names.push_back(column.name);
    return names;
}

} // namespace

/// What is wrong in one column: the first cells one by one, the others as a number.
class SheetTable::Complaints {
public:
    Complaints(SheetTable& table, const Column& column) : table_(table), column_(column) {}

    void add(std::size_t row, ParsedNumber wrong) {
        if (++count_ <= most_cells_reported)
            table_.complain(row, column_.name, std::move(wrong.what), std::move(wrong.suggestion));
    }

    void conclude() {
        if (count_ <= most_cells_reported)
            return;
        const std::size_t more = count_ - most_cells_reported;
        table_.diagnostics_.error(
            table_.sheet_.place(*table_.header_, column_.number),
            column_.name,
            fmt::format("heeft zo nog {} verkeerde {}", more, more == 1 ? "cel" : "cellen"));
    }

private:
    SheetTable& table_;
    const Column& column_;
    std::size_t count_ = 0;
};

SheetTable::SheetTable(const Sheet& sheet,
                       const std::vector<SheetColumn>& columns,
                       Diagnostics& diagnostics,
                       OtherColumns others)
    : sheet_(sheet), diagnostics_(diagnostics) {
    for (const SheetRow& row : sheet.rows) {
        if (row.is_blank())
            continue;
        if (header_ == nullptr)
            header_ = &row;
        else
            rows_.push_back(&row);
    }
    if (header_ == nullptr)
        diagnostics_.error(sheet.place(),
                           "",
                           "is leeg",
                           fmt::format("begin met een rij met de namen van de kolommen: {}",
                                       fmt::join(names_of(columns), ", ")));
    else
        read_header(*header_, columns, others);
}

void SheetTable::read_header(const SheetRow& header,
                             const std::vector<SheetColumn>& columns,
                             OtherColumns others) {
    const auto is_asked_for = [&](const Cell& cell) {
        const std::string name = folded(cell_as_text(cell).value_or(""));
        return std::ranges::any_of(columns,
                                   [&](const SheetColumn& c) { return folded(c.name) == name; });
    };
    if (std::ranges::none_of(header.cells, is_asked_for)) {
        // A title or a note: one complaint says more than one for every cell of it.
        diagnostics_.error(sheet_.place(header, 0),
                           "",
                           "noemt geen van de kolommen die hier horen",
                           fmt::format("laat de eerste rij met inhoud de kolommen noemen: {}",
                                       fmt::join(names_of(columns), ", ")));
        return;
    }
    for (const Cell& cell : header.cells)
        add_column(cell, columns, others);
    miss_columns(header, columns);
    refuse_nameless();
}

void SheetTable::add_column(const Cell& cell,
                            const std::vector<SheetColumn>& columns,
                            OtherColumns others) {
    const std::string heading = cell_as_text(cell).value_or("");
    const Place place = sheet_.place(*header_, cell.column);
    if (const ParsedNumber wrong = what_is_wrong(cell); !wrong.what.empty())
        diagnostics_.error(place, "", wrong.what, wrong.suggestion);
    if (heading.empty())
        return;
    const auto asked = std::ranges::find_if(
        columns, [&](const SheetColumn& column) { return folded(column.name) == folded(heading); });
    const bool known = asked != columns.end();
    if (!known && others == OtherColumns::refuse) {
        diagnostics_.error(place,
                           excerpt(heading),
                           "is geen kolom die hier hoort",
                           suggestion_for(folded(heading), names_of(columns)));
    } else if (find(heading) != nullptr) {
        diagnostics_.error(place,
                           excerpt(heading),
                           "staat er al; elke kolom heeft een eigen naam",
                           "haal een van beide weg of geef haar een andere naam");
        return;
    }
    // An unknown column has a name, so what is below it needs no second complaint.
    columns_.push_back({known ? asked->name : heading,
                        known ? asked->filled : Filled::some_rows,
                        cell.column,
                        known});
}

void SheetTable::miss_columns(const SheetRow& header, const std::vector<SheetColumn>& columns) {
    for (const SheetColumn& column : columns) {
        if (column.filled != Filled::if_any && find(column.name) == nullptr)
            diagnostics_.error(sheet_.place(header, 0),
                               column.name,
                               "ontbreekt als kolom",
                               "zet de naam in deze rij, en de waarden eronder");
    }
}

/// A value that belongs to no column would be lost without a word.
void SheetTable::refuse_nameless() {
    for (const SheetRow* const row : rows_) {
        for (const Cell& cell : row->cells) {
            const Cell* const heading = header_->at(cell.column);
            const bool named = heading != nullptr && heading->kind != Cell::Kind::empty;
            if (cell.kind == Cell::Kind::empty || named)
                continue;
            diagnostics_.error(sheet_.place(*row, cell.column),
                               "",
                               "staat in een kolom zonder naam",
                               sheet_.in_workbook
                                   ? "geef de kolom een naam, of haal dit weg"
                                   : "scheid de velden met \";\" als getallen een komma hebben");
            return;
        }
    }
}

const SheetTable::Column* SheetTable::find(std::string_view name) const {
    const auto found = std::ranges::find_if(
        columns_, [&](const Column& column) { return folded(column.name) == folded(name); });
    return found == columns_.end() ? nullptr : &*found;
}

const Cell& SheetTable::cell(std::size_t row, const Column& column) const {
    static const Cell nothing;
    const Cell* const cell = rows_[row]->at(column.number);
    return cell == nullptr ? nothing : *cell;
}

std::vector<std::string> SheetTable::other_columns() const {
    std::vector<std::string> names;
    for (const Column& column : columns_) {
        if (!column.asked_for)
            names.push_back(column.name);
    }
    return names;
}

std::vector<std::string> SheetTable::texts(std::string_view name) {
    std::vector<std::string> texts(rows());
    const Column* const column = find(name);
    if (column == nullptr)
        return texts;
    Complaints complaints(*this, *column);
    for (std::size_t row = 0; row < rows(); ++row) {
        const Cell& from = cell(row, *column);
        const auto text = cell_as_text(from);
        if (!text)
            complaints.add(row, what_is_wrong(from));
        else if (text->empty() && column->filled == Filled::every_row)
            complaints.add(row, {std::nullopt, "is leeg", "vul elke rij in"});
        else
            texts[row] = *text;
    }
    complaints.conclude();
    return texts;
}

std::optional<char> SheetTable::mark_in(const Column& column) const {
    std::vector<std::string> texts;
    for (std::size_t row = 0; row < rows(); ++row) {
        const Cell& from = cell(row, column);
        if (from.kind == Cell::Kind::text)
            texts.push_back(from.text);
    }
    return decimal_mark(texts);
}

std::vector<std::optional<double>> SheetTable::numbers(std::string_view name,
                                                       units::Dimension dimension) {
    std::vector<std::optional<double>> numbers(rows());
    const Column* const column = find(name);
    if (column == nullptr)
        return numbers;
    const std::optional<char> mark = mark_in(*column);
    Complaints complaints(*this, *column);
    for (std::size_t row = 0; row < rows(); ++row) {
        const Cell& from = cell(row, *column);
        if (from.kind == Cell::Kind::empty && column->filled != Filled::every_row)
            continue;
        ParsedNumber parsed = cell_number(from, dimension, mark);
        if (parsed.value)
            numbers[row] = parsed.value;
        else
            complaints.add(row, std::move(parsed));
    }
    complaints.conclude();
    return numbers;
}

Place SheetTable::place(std::size_t row, std::string_view name) const {
    const Column* const column = find(name);
    return sheet_.place(*rows_[row], column == nullptr ? 0 : column->number);
}

void SheetTable::complain(std::size_t row,
                          std::string_view column,
                          std::string what,
                          std::string how) {
    diagnostics_.error(place(row, column), std::string(column), std::move(what), std::move(how));
}

} // namespace ketenplan::runner
