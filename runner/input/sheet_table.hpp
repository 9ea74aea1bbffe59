#pragma once

#include "input/sheets.hpp"
#include "units/dimension.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ketenplan::runner {

/// How much of a column has to be there.
enum class Filled : std::uint8_t {
    every_row, ///< the column, and a value in each row
    some_rows, ///< the column, but not in each row a value
    if_any     ///< not even the column
};

struct SheetColumn {
    std::string name;
    Filled filled = Filled::every_row;
};

/// What to make of columns that nobody asked for: most are slips of the hand.
enum class OtherColumns : std::uint8_t { refuse, take };

/// A sheet whose first row with anything in it names its columns. Reports what is wrong, with the
/// cell, and goes on: who reads all columns first and looks at the diagnostics then, tells the user
/// everything at once. Blank rows do not count.
class SheetTable {
public:
    /// `sheet` and `diagnostics` must live as long as this.
    SheetTable(const Sheet& sheet,
               const std::vector<SheetColumn>& columns,
               Diagnostics& diagnostics,
               OtherColumns others = OtherColumns::refuse);

    [[nodiscard]] std::size_t rows() const { return rows_.size(); }
    [[nodiscard]] bool has(std::string_view column) const { return find(column) != nullptr; }
    /// The columns that nobody asked for, as the user names them.
    [[nodiscard]] std::vector<std::string> other_columns() const;

    /// A column, row by row; empty where there is no text.
    std::vector<std::string> texts(std::string_view name);
    /// A column of numbers in native units, row by row; nothing where there is none.
    std::vector<std::optional<double>> numbers(std::string_view name, units::Dimension dimension);

    [[nodiscard]] Place place(std::size_t row, std::string_view name) const;
    /// For what only the reader of the table knows to be wrong.
    void complain(std::size_t row, std::string_view column, std::string what, std::string how = {});

private:
    struct Column {
        std::string name; ///< as asked for, else as the user has it
        Filled filled = Filled::some_rows;
        std::uint32_t number = 0; ///< in the sheet
        bool asked_for = false;
    };
    class Complaints;

    void read_header(const SheetRow& header,
                     const std::vector<SheetColumn>& columns,
                     OtherColumns others);
    void add_column(const Cell& cell, const std::vector<SheetColumn>& columns, OtherColumns others);
    void refuse_nameless();
    void miss_columns(const SheetRow& header, const std::vector<SheetColumn>& columns);
    [[nodiscard]] const Column* find(std::string_view name) const;
    [[nodiscard]] const Cell& cell(std::size_t row, const Column& column) const;
    [[nodiscard]] std::optional<char> mark_in(const Column& column) const;

    const Sheet& sheet_;
    Diagnostics& diagnostics_;
    const SheetRow* header_ = nullptr;
    std::vector<const SheetRow*> rows_;
    std::vector<Column> columns_;
};

} // namespace ketenplan::runner
