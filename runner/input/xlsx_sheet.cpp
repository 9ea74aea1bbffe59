#include "input/xlsx_sheet.hpp"

#include "input/cell_address.hpp"
#include "input/quantity_text.hpp"
#include "input/xlsx_xml.hpp"
#include "input/zip_parts.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

namespace ketenplan::runner {

namespace {

/// A text of a megabyte that a million cells refer to is a file of a few kilobytes.
constexpr std::size_t most_text_bytes = std::size_t{64} << 20U;

template <typename T>
std::optional<T> all_of_it(std::string_view text) {
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    return whole ? std::optional(value) : std::nullopt;
}

class XlsxSheetReader {
public:
    XlsxSheetReader(XlsxContext& context, Sheet& sheet) : context_(context), sheet_(sheet) {}

    void read(const pugi::xml_node& worksheet) {
        for (const pugi::xml_node& row : xml_child(worksheet, "sheetData").children()) {
            if (local_name(row.name()) == "row")
                read_row(row);
        }
    }

private:
    [[noreturn]] void damaged(const std::string& what) const {
        throw WorkbookError{.what = "is beschadigd: " + what,
                            .row = at_.row,
                            .column = at_.column,
                            .sheet = sheet_.name};
    }

    void read_row(const pugi::xml_node& node) {
        at_.column = 0;
        const pugi::xml_attribute number = node.attribute("r");
        // Rows and cells may leave out where they are: then they follow the one before.
        const auto row =
            number.empty() ? std::optional(at_.row + 1) : all_of_it<std::uint32_t>(number.value());
        if (!row || *row <= at_.row || *row > last_cell.row)
            damaged(
                fmt::format("een rij heeft het nummer \"{}\"", excerpt(xml_shown(number.value()))));
        at_ = {*row, 0};
        SheetRow cells{at_.row, {}};
        for (const pugi::xml_node& cell : node.children()) {
            if (local_name(cell.name()) == "c")
                read_cell(cell, cells);
        }
        if (!cells.cells.empty())
            sheet_.rows.push_back(std::move(cells));
    }

    void move_to(const pugi::xml_attribute& reference) {
        if (reference.empty()) {
            ++at_.column;
            if (at_.column > last_cell.column)
                damaged("een rij heeft te veel cellen");
            return;
        }
        const auto address = parse_cell(reference.value());
        if (!address || address->row != at_.row || address->column <= at_.column)
            damaged(fmt::format("een cel heeft de plaats \"{}\"",
                                excerpt(xml_shown(reference.value()))));
        at_.column = address->column;
    }

    void read_cell(const pugi::xml_node& node, SheetRow& row) {
        move_to(node.attribute("r"));
        Cell cell;
        cell.column = at_.column;
        read_value(node, cell);
        if (cell.kind == Cell::Kind::empty)
            return;
        context_.text_bytes += cell.text.size();
        if (++context_.cells > most_sheet_cells || context_.text_bytes > most_text_bytes)
            throw WorkbookError{fmt::format("heeft meer dan {} gevulde cellen, of meer dan {} MiB "
                                            "tekst",
                                            most_sheet_cells,
                                            most_text_bytes >> 20U),
                                "zet de bladen die nodig zijn in een eigen werkmap"};
        row.cells.push_back(std::move(cell));
    }

    void read_value(const pugi::xml_node& node, Cell& cell) {
        const std::string_view type = node.attribute("t").value();
        const pugi::xml_node value = xml_child(node, "v");
        const bool formula = !xml_child(node, "f").empty();
        if (type == "inlineStr" && !formula) {
            set_text(cell, rich_text(xml_child(node, "is")));
            return;
        }
        const std::string raw = xml_text(value);
        const std::string_view text = without_edges(raw);
        // The result of a formula can be a text of nothing, but not a number of nothing.
        const bool nothing = type == "str" ? value.empty() : text.empty();
        if (nothing) {
            if (formula)
                cell.kind = Cell::Kind::uncalculated;
            return;
        }
        context_.calculated += formula ? 1 : 0;
        if (type == "s")
            set_text(cell, shared(text));
        else if (type == "str" || type == "inlineStr")
            set_text(cell, raw);
        else if (type == "e")
            set_fault(cell, text);
        else if (type == "b")
            set_flag(cell, text);
        else if (type == "d")
            set_date(cell, text);
        else if (type.empty() || type == "n")
            set_number(cell, text, node.attribute("s").as_uint());
        else
            damaged(fmt::format("een cel is van de soort \"{}\"", excerpt(xml_shown(type))));
    }

    static void set_text(Cell& cell, std::string_view text) {
        cell.text = without_edges(text);
        cell.kind = cell.text.empty() ? Cell::Kind::empty : Cell::Kind::text;
    }

    static void set_fault(Cell& cell, std::string_view text) {
        cell.kind = Cell::Kind::fault;
        cell.text = text;
    }

    [[nodiscard]] const std::string& shared(std::string_view number) const {
        const auto index = all_of_it<std::uint32_t>(number);
        if (!index || *index >= context_.strings.size())
            damaged(fmt::format("een cel verwijst naar tekst {}, die er niet is", excerpt(number)));
        return context_.strings[*index];
    }

    void set_flag(Cell& cell, std::string_view text) const {
        if (text != "0" && text != "1")
            damaged(fmt::format("een cel is waar noch onwaar, maar \"{}\"", excerpt(text)));
        cell.kind = Cell::Kind::flag;
        cell.number = text == "1" ? 1.0 : 0.0;
    }

    void set_date(Cell& cell, std::string_view text) const {
        const auto date = parse_date(text.substr(0, 10));
        if (!date)
            damaged(fmt::format("een cel heeft de datum \"{}\"", excerpt(text)));
        cell.kind = Cell::Kind::date;
        cell.date = *date;
    }

    void set_number(Cell& cell, std::string_view text, unsigned style) const {
        const auto number = all_of_it<double>(text);
        if (!number || !std::isfinite(*number))
            damaged(fmt::format("een cel heeft het getal \"{}\"", excerpt(text)));
        cell.kind = Cell::Kind::number;
        cell.number = *number;
        const NumberFormat format =
            style < context_.formats.size() ? context_.formats[style] : NumberFormat::plain;
        cell.percent = format == NumberFormat::percent;
        // What is less than a day is a time, or a duration: no date.
        if (format != NumberFormat::date || (*number >= 0.0 && *number < 1.0))
            return;
        const auto date = date_of(*number, context_.dates);
        if (date) {
            cell.kind = Cell::Kind::date;
            cell.date = *date;
        } else {
            set_fault(cell, "########"); // as Excel shows it
        }
    }

    XlsxContext& context_;
    Sheet& sheet_;
    CellAddress at_; ///< of the cell before; column 0 before the first of a row
};

} // namespace

void read_xlsx_sheet(const std::string& xml, XlsxContext& context, Sheet& sheet) {
    pugi::xml_document document;
    load_xml(document, xml, "van blad " + sheet.name);
    const pugi::xml_node worksheet = xml_child(document, "worksheet");
    if (worksheet.empty())
        throw WorkbookError{.what = "is beschadigd: dit is geen werkblad", .sheet = sheet.name};
    XlsxSheetReader(context, sheet).read(worksheet);
}

} // namespace ketenplan::runner
