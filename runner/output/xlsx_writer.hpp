#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

// The names are the library's.
struct lxw_workbook;  // NOLINT(readability-identifier-naming)
struct lxw_worksheet; // NOLINT(readability-identifier-naming)

/// A workbook as its cells: what libxlsxwriter writes, with a cached value beside every formula, so
/// that a program that does not calculate shows the same.
namespace ketenplan::runner {

/// How a cell looks.
enum class CellStyle : std::uint8_t {
    text,
    title,
    heading,
    heading_right, ///< above numbers
    note,
    euro,
    total,    ///< euro, bold under a line
    quantity, ///< four decimals
    number,   ///< one decimal
    whole,
    percent,
    factor,
    input_euro,
    input_percent,
    input_text,
    input_factor,
    check,   ///< text that turns red when it is not "klopt"
    fixed,   ///< text in a letter of one width, over several lines
    wrapped, ///< text over several lines
};
constexpr std::size_t cell_styles = 19;

/// A cell by row and column, from 0.
struct CellAt {
    std::uint32_t row = 0;
    std::uint16_t column = 0;
};

/// "B3"; with `absolute` "$B$3".
std::string cell_name(CellAt at, bool absolute = false);
/// "B3:D7".
std::string range_name(CellAt first, CellAt last, bool absolute = false);

/// What a file says of when it was made: the first second of a year, in seconds since 1970.
std::int64_t made_in(std::int32_t year);

class XlsxFile;

class XlsxSheet {
public:
    XlsxSheet(XlsxFile& file, lxw_worksheet* sheet, std::string name)
        : file_(&file), sheet_(sheet), name_(std::move(name)) {}

    void text(CellAt at, std::string_view value, CellStyle style = CellStyle::text);
    /// Not a number leaves the cell empty.
    void number(CellAt at, double value, CellStyle style);
    /// `formula` without "="; English names, commas.
    void formula(CellAt at, const std::string& formula, double cached, CellStyle style);
    void formula_text(CellAt at,
                      const std::string& formula,
                      std::string_view cached,
                      CellStyle style = CellStyle::text);
    void width(std::uint16_t first, std::uint16_t last, double characters, bool hidden = false);
    void hide();
    /// Rows above and columns before stay in view.
    void freeze(CellAt at);
    /// The first row offers to filter the rows down to `last`.
    void filter(CellAt last);
    /// Prints on A4, as wide as one page, with its header row repeated.
    void print(CellAt last, bool landscape, std::uint32_t header_row);
    /// What may be chosen in a cell.
    void choose(CellAt at, const std::vector<std::string>& words);
    /// A cell of this sheet as other sheets name it: 'Naam'!$B$3.
    [[nodiscard]] std::string reference(CellAt at) const;
    [[nodiscard]] std::string reference(CellAt first, CellAt last) const;
    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] lxw_worksheet* handle() const { return sheet_; }

private:
    XlsxFile* file_;
    lxw_worksheet* sheet_;
    std::string name_;
};

/// One series of a chart: ranges as `reference` gives them.
struct XlsxSeries {
    std::string name;
    std::string categories;
    std::string values;
};

class XlsxFile {
public:
    /// `created` is what the file says of when it was made: seconds since 1970, not the clock's.
    XlsxFile(std::string_view title, std::int64_t created);
    ~XlsxFile();
    XlsxFile(const XlsxFile&) = delete;
    XlsxFile& operator=(const XlsxFile&) = delete;

    XlsxSheet& add(std::string_view name);
    /// Gives a cell a name by which formulas and people may call it.
    void define(const std::string& name, const std::string& reference);
    /// A stacked or clustered column chart on a sheet.
    void columns(XlsxSheet& sheet,
                 CellAt at,
                 std::string_view title,
                 const std::vector<XlsxSeries>& series,
                 bool stacked);
    /// The bytes of the file; once. Throws OutputError.
    std::string bytes();

private:
    friend class XlsxSheet;
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace ketenplan::runner
