#include "output/xlsx_writer.hpp"

#include "output/atomic_file.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <cmath>
#include <deque>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <unistd.h>
#include <xlsxwriter.h>
#include <zip.h>

namespace ketenplan::runner {

struct XlsxFile::Parts {
    std::string path;
    std::string title;
    lxw_workbook* book = nullptr;
    std::array<lxw_format*, cell_styles> formats{};
    lxw_format* wrong = nullptr;
    std::deque<XlsxSheet> sheets;
};

namespace {

constexpr const char* euro_format = "[$€-413] #,##0.00;[Red]-[$€-413] #,##0.00";
constexpr lxw_color_t input_fill = 0xFFF6D6;
constexpr lxw_color_t head_fill = 0xE3EAF2;
constexpr lxw_color_t grey = 0x555555;

struct CellLook {
    const char* numbers = nullptr; ///< number format
    lxw_color_t fill = 0;          ///< 0: none
    bool bold = false;
    bool line_above = false;
    bool note = false;
    bool heading = false;
};

CellLook cell_look(CellStyle style) {
    switch (style) {
    case CellStyle::text:
    case CellStyle::fixed:
    case CellStyle::wrapped:
        return {};
    case CellStyle::title:
    case CellStyle::check:
        return {.bold = true};
    case CellStyle::heading:
    case CellStyle::heading_right:
        return {.fill = head_fill, .bold = true, .heading = true};
    case CellStyle::note:
        return {.note = true};
    case CellStyle::euro:
        return {.numbers = euro_format};
    case CellStyle::total:
        return {.numbers = euro_format, .bold = true, .line_above = true};
    case CellStyle::quantity:
        return {.numbers = "#,##0.0000"};
    case CellStyle::number:
        return {.numbers = "#,##0.0"};
    case CellStyle::whole:
        return {.numbers = "0"};
    case CellStyle::percent:
        return {.numbers = "0.0%"};
    case CellStyle::factor:
        return {.numbers = "0.000000"};
    case CellStyle::input_euro:
        return {.numbers = euro_format, .fill = input_fill};
    case CellStyle::input_percent:
        return {.numbers = "0.00%", .fill = input_fill};
    case CellStyle::input_factor:
        return {.numbers = "0.0000", .fill = input_fill};
    case CellStyle::input_text:
        return {.fill = input_fill};
    }
    return {};
}

lxw_format* format_for(lxw_workbook* book, CellStyle style) {
    lxw_format* format = workbook_add_format(book);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    const CellLook look = cell_look(style);
    if (look.numbers != nullptr)
        format_set_num_format(format, look.numbers);
    if (look.fill != 0)
        format_set_bg_color(format, look.fill);
    if (look.bold)
        format_set_bold(format);
    if (look.line_above)
        format_set_top(format, LXW_BORDER_THIN);
    if (look.note) {
        format_set_italic(format);
        format_set_font_color(format, grey);
    }
    if (look.heading) {
        format_set_bottom(format, LXW_BORDER_THIN);
        format_set_text_wrap(format);
    }
    if (style == CellStyle::heading_right)
        format_set_align(format, LXW_ALIGN_RIGHT);
    if (style == CellStyle::wrapped || style == CellStyle::fixed)
        format_set_text_wrap(format);
    if (style == CellStyle::fixed) {
        format_set_font_name(format, "Courier New");
        format_set_font_size(format, 9.0);
    }
    if (style == CellStyle::title)
        format_set_font_size(format, 14.0);
    return format;
}

void set_properties(lxw_workbook* book, std::string& title, std::int64_t created) {
    lxw_doc_properties properties{};
    std::string author = "ketenplan";
    properties.title = title.data();
    properties.author = author.data();
    properties.created = static_cast<time_t>(created);
    workbook_set_properties(book, &properties);
}

/// Where the library puts the parts of a workbook, and the whole before it is read back.
std::string temporary_directory() {
    std::error_code error;
    const std::filesystem::path directory = std::filesystem::temp_directory_path(error);
    if (error)
        throw OutputError(
            fmt::format("geen map voor tijdelijke bestanden: {}\n    -> zet TMPDIR op een "
                        "map die er is",
                        error.message()));
    return directory.string();
}

/// Whether a part of a workbook ends with what it began with.
bool ends_as_it_began(std::string_view xml) {
    std::size_t root = xml.find('<');
    while (root != std::string_view::npos && xml.substr(root).starts_with("<?"))
        root = xml.find('<', root + 1);
    if (root == std::string_view::npos)
        return false;
    xml = xml.substr(root, xml.find_last_not_of(" \r\n") + 1 - root);
    const std::string_view name = xml.substr(1, xml.find_first_of(" />", 1) - 1);
    return xml.ends_with(fmt::format("</{}>", name)) ||
           (xml.ends_with("/>") && xml.find('<', 1) == std::string_view::npos);
}

/// Reads a part of an archive; empty when that fails.
std::string part_of(zip_t* archive, zip_uint64_t index) {
    zip_stat_t stat;
    zip_file_t* part = zip_stat_index(archive, index, 0, &stat) == 0
                           ? zip_fopen_index(archive, index, 0)
                           : nullptr;
    if (part == nullptr)
        return {};
    std::string text(stat.size, '\0');
    if (zip_fread(part, text.data(), text.size()) != static_cast<zip_int64_t>(text.size()))
        text.clear();
    zip_fclose(part);
    return text;
}

/// Whether every part of a workbook is there to its end: when the disk of the temporary files is
/// full the library puts parts together that were cut short, and says nothing.
bool is_whole(const std::string& workbook) {
    zip_source_t* source = zip_source_buffer_create(workbook.data(), workbook.size(), 0, nullptr);
    zip_t* archive =
        source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, nullptr);
    if (archive == nullptr)
        return false;
    const zip_int64_t parts = zip_get_num_entries(archive, 0);
    bool whole = parts > 0;
    for (zip_int64_t p = 0; whole && p < parts; ++p)
        whole = ends_as_it_began(part_of(archive, static_cast<zip_uint64_t>(p)));
    zip_discard(archive);
    return whole;
}

lxw_workbook* open_book(const std::string& path) {
    std::string directory = temporary_directory();
    lxw_workbook_options options{};
    options.tmpdir = directory.data();
    return workbook_new_opt(path.c_str(), &options);
}

} // namespace

std::string cell_name(CellAt at, bool absolute) {
    std::string letters;
    constexpr unsigned alphabet = 26;
    for (unsigned c = at.column + 1U; c > 0; c = (c - 1) / alphabet)
        letters.insert(letters.begin(), static_cast<char>('A' + (c - 1) % alphabet));
    return absolute ? fmt::format("${}${}", letters, at.row + 1)
                    : fmt::format("{}{}", letters, at.row + 1);
}

std::int64_t made_in(std::int32_t year) {
    const std::chrono::sys_seconds day = std::chrono::sys_days(std::chrono::year{year} / 1 / 1);
    return day.time_since_epoch().count();
}

std::string range_name(CellAt first, CellAt last, bool absolute) {
    return cell_name(first, absolute) + ":" + cell_name(last, absolute);
}

XlsxFile::XlsxFile(std::string_view title, std::int64_t created)
    : parts_(std::make_unique<Parts>()) {
    parts_->path = fmt::format("{}/ketenplan-{}.xlsx", temporary_directory(), getpid());
    parts_->title = title;
    parts_->book = open_book(parts_->path);
    set_properties(parts_->book, parts_->title, created);
    for (std::size_t s = 0; s < cell_styles; ++s)
        parts_->formats[s] = format_for(parts_->book, static_cast<CellStyle>(s));
    parts_->wrong = workbook_add_format(parts_->book);
    format_set_bg_color(parts_->wrong, 0xC62828);
    format_set_font_color(parts_->wrong, LXW_COLOR_WHITE);
}

XlsxFile::~XlsxFile() {
    if (parts_->book != nullptr) { // an error came before the end
        workbook_close(parts_->book);
        [[maybe_unused]] std::error_code ignored;
        std::filesystem::remove(parts_->path, ignored);
    }
}

XlsxSheet& XlsxFile::add(std::string_view name) {
    const std::string own(name);
    lxw_worksheet* sheet = workbook_add_worksheet(parts_->book, own.c_str());
    if (sheet == nullptr)
        throw OutputError(fmt::format("het werkblad \"{}\" kan niet worden gemaakt", name));
    return parts_->sheets.emplace_back(*this, sheet, own);
}

void XlsxFile::define(const std::string& name, const std::string& reference) {
    workbook_define_name(parts_->book, name.c_str(), ("=" + reference).c_str());
}

void XlsxFile::columns(XlsxSheet& sheet,
                       CellAt at,
                       std::string_view title,
                       const std::vector<XlsxSeries>& series,
                       bool stacked) {
    lxw_chart* chart =
        workbook_add_chart(parts_->book, stacked ? LXW_CHART_COLUMN_STACKED : LXW_CHART_COLUMN);
    chart_title_set_name(chart, std::string(title).c_str());
    for (const XlsxSeries& s : series) {
        lxw_chart_series* added =
            chart_add_series(chart, ("=" + s.categories).c_str(), ("=" + s.values).c_str());
        chart_series_set_name(added, s.name.c_str());
    }
    chart_axis_set_num_format(chart->y_axis, "#,##0");
    lxw_chart_options options{};
    constexpr double larger = 1.5;
    options.x_scale = larger;
    options.y_scale = larger;
    std::string described(title);
    options.description = described.data();
    worksheet_insert_chart_opt(sheet.handle(), at.row, at.column, chart, &options);
}

std::string XlsxFile::bytes() {
    const lxw_error error = workbook_close(parts_->book);
    parts_->book = nullptr;
    std::ifstream file(parts_->path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    file.close();
    [[maybe_unused]] std::error_code ignored;
    std::filesystem::remove(parts_->path, ignored);
    if (error == LXW_NO_ERROR && !is_whole(content.str()))
        throw OutputError(
            fmt::format("kan het werkboek niet schrijven in {}: het is afgebroken; is er "
                        "nog ruimte?\n    -> zet TMPDIR op een map met ruimte",
                        temporary_directory()));
    if (error != LXW_NO_ERROR)
        throw OutputError(
            fmt::format("kan het werkboek niet schrijven in {}: {}\n    -> zet TMPDIR op "
                        "een map met ruimte",
                        temporary_directory(),
                        lxw_strerror(error)));
    return content.str();
}

void XlsxSheet::text(CellAt at, std::string_view value, CellStyle style) {
    worksheet_write_string(sheet_,
                           at.row,
                           at.column,
                           std::string(value).c_str(),
                           file_->parts_->formats[static_cast<std::size_t>(style)]);
}

void XlsxSheet::number(CellAt at, double value, CellStyle style) {
    if (std::isnan(value))
        return;
    worksheet_write_number(
        sheet_, at.row, at.column, value, file_->parts_->formats[static_cast<std::size_t>(style)]);
}

void XlsxSheet::formula(CellAt at, const std::string& formula, double cached, CellStyle style) {
    worksheet_write_formula_num(sheet_,
                                at.row,
                                at.column,
                                ("=" + formula).c_str(),
                                file_->parts_->formats[static_cast<std::size_t>(style)],
                                cached);
}

void XlsxSheet::formula_text(CellAt at,
                             const std::string& formula,
                             std::string_view cached,
                             CellStyle style) {
    worksheet_write_formula_str(sheet_,
                                at.row,
                                at.column,
                                ("=" + formula).c_str(),
                                file_->parts_->formats[static_cast<std::size_t>(style)],
                                std::string(cached).c_str());
    if (style != CellStyle::check)
        return;
    lxw_conditional_format rule{};
    std::string good = "\"klopt\"";
    rule.type = LXW_CONDITIONAL_TYPE_CELL;
    rule.criteria = LXW_CONDITIONAL_CRITERIA_NOT_EQUAL_TO;
    rule.value_string = good.data();
    rule.format = file_->parts_->wrong;
    worksheet_conditional_format_cell(sheet_, at.row, at.column, &rule);
}

void XlsxSheet::width(std::uint16_t first, std::uint16_t last, double characters, bool hidden) {
    lxw_row_col_options options{};
    options.hidden = hidden ? 1 : 0;
    worksheet_set_column_opt(sheet_, first, last, characters, nullptr, &options);
}

void XlsxSheet::hide() {
    worksheet_hide(sheet_);
}

void XlsxSheet::freeze(CellAt at) {
    worksheet_freeze_panes(sheet_, at.row, at.column);
}

void XlsxSheet::filter(CellAt last) {
    worksheet_autofilter(sheet_, 0, 0, last.row, last.column);
}

void XlsxSheet::print(CellAt last, bool landscape, std::uint32_t header_row) {
    constexpr std::uint8_t a4 = 9;
    worksheet_set_paper(sheet_, a4);
    if (landscape)
        worksheet_set_landscape(sheet_);
    worksheet_fit_to_pages(sheet_, 1, 0);
    worksheet_print_area(sheet_, 0, 0, last.row, last.column);
    worksheet_repeat_rows(sheet_, header_row, header_row);
    worksheet_set_footer(sheet_, "&L&A&RBlad &P van &N");
}

void XlsxSheet::choose(CellAt at, const std::vector<std::string>& words) {
    std::vector<std::string> own = words; // the library asks for text that it could change
    std::vector<char*> list;
    for (std::string& word : own)
        list.push_back(word.data());
    list.push_back(nullptr);
    lxw_data_validation rule{};
    rule.validate = LXW_VALIDATION_TYPE_LIST;
    rule.value_list = list.data();
    worksheet_data_validation_cell(sheet_, at.row, at.column, &rule);
}

std::string XlsxSheet::reference(CellAt at) const {
    return fmt::format("'{}'!{}", name_, cell_name(at, true));
}

std::string XlsxSheet::reference(CellAt first, CellAt last) const {
    return fmt::format("'{}'!{}", name_, range_name(first, last, true));
}

} // namespace ketenplan::runner
