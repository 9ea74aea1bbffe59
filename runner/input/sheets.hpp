#pragma once

#include "engine/civil.hpp"
#include "input/diagnostics.hpp"
#include "input/scenario_files.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ketenplan::runner {

/// One field of a sheet.
struct Cell {
    enum class Kind : std::uint8_t {
        empty,
        text,
        number,
        flag,
        date,
        fault,       ///< Excel shows an error, which is the text: "#DEEL/0!" and such
        uncalculated ///< a formula that no program has worked out yet
    };
    Kind kind = Kind::empty;
    bool percent = false;        ///< a number that is shown as a percentage: 0.04 as "4%"
    std::uint32_t column = 0;    ///< of the sheet, from 1
    std::uint32_t character = 0; ///< of a CSV file: where on its line; else 0
    engine::Date date{};         ///< of a date
    double number = 0.0;         ///< of a number, or 1 for a flag that is true
    std::string text;            ///< of text, without blanks around it; or of a fault
};

struct SheetRow {
    std::uint32_t number = 0; ///< of the sheet, or line of the file; from 1
    std::vector<Cell> cells;  ///< those that are there, by column

    /// Null when there is none.
    [[nodiscard]] const Cell* at(std::uint32_t column) const;
    [[nodiscard]] bool is_blank() const;
};

struct Sheet {
    std::string file;
    std::string name; ///< of a CSV file: that of the file, without ".csv"
    bool in_workbook = true;
    std::vector<SheetRow> rows; ///< those that are there, from above to below

    [[nodiscard]] Place place() const;
    [[nodiscard]] Place place(const SheetRow& row, std::uint32_t column) const;
};

struct Workbook {
    InputFile file;
    std::vector<Sheet> sheets; ///< in the order of their tabs; hidden ones too

    /// The sheet of that name, in capitals or not; that of a CSV file whatever its name. Null and a
    /// diagnostic when there is none.
    [[nodiscard]] const Sheet* sheet(std::string_view name, Diagnostics& diagnostics) const;
    [[nodiscard]] bool has_sheet(std::string_view name) const;
};

/// Reads a workbook of Excel (.xlsx, .xlsm) or a CSV file, by the end of its name. Nothing, and
/// diagnostics, when it cannot be read. Cells that show an error or were never calculated are no
/// mistake until somebody needs them: a workbook may have other sheets than those read here.
std::optional<Workbook> read_sheets(const std::string& path, Diagnostics& diagnostics);

/// A name as it is compared: in lower case (of ASCII), one space for every run of blanks.
std::string folded(std::string_view name);

/// The beginning of a text that may be long, for in a message.
std::string excerpt(std::string_view text);

/// Without blanks around it: spaces (also those that do not break), tabs and ends of lines.
std::string_view without_edges(std::string_view text);

} // namespace ketenplan::runner
