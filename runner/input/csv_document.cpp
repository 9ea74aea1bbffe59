#include "input/csv_document.hpp"

#include "input/utf8.hpp"

#include <algorithm>
#include <utility>

namespace ketenplan::runner {

namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

char separator_of(std::string_view bytes) {
    bool quoted = false;
    for (const char c : bytes) {
        if (c == '"')
            quoted = !quoted;
        else if (c == '\n' && !quoted)
            break;
        else if (c == ';' && !quoted)
            return ';';
    }
    return ',';
}

void trim(std::string& text) {
    constexpr std::string_view blanks = " \t\r";
    text.erase(text.find_last_not_of(blanks) + 1);
    text.erase(0, std::min(text.find_first_not_of(blanks), text.size()));
}

class Splitter {
public:
    Splitter(std::string_view bytes, std::string file, Diagnostics& diagnostics)
        : rest_(bytes), file_(std::move(file)), diagnostics_(diagnostics) {
        if (rest_.starts_with(byte_order_mark))
            rest_.remove_prefix(byte_order_mark.size());
        document_.separator = separator_of(rest_);
    }

    CsvDocument split() {
        while (!rest_.empty()) {
            begin_cell();
            if (!rest_.empty() && rest_.front() == '"')
                quoted();
            else
                plain();
            end_cell();
        }
        return std::move(document_);
    }

private:
    void complain(std::uint32_t line, std::uint32_t column, std::string what, std::string how) {
        diagnostics_.error({file_, line, column}, "", std::move(what), std::move(how));
    }

    /// The next character, told of once when it is no UTF-8.
    std::string_view take() {
        std::size_t length = decode_utf8(rest_).length;
        if (length == 0) {
            length = 1;
            if (!std::exchange(told_of_bytes_, true))
                complain(line_,
                         column_,
                         "bevat tekens die geen UTF-8 zijn",
                         "sla het bestand op als UTF-8 (in Excel: \"CSV UTF-8\")");
        }
        const std::string_view character = rest_.substr(0, length);
        rest_.remove_prefix(length);
        if (character == "\n") {
            ++line_;
            column_ = 1;
        } else {
            ++column_;
        }
        return character;
    }

    [[nodiscard]] bool at_end_of_cell() const {
        return rest_.empty() || rest_.front() == document_.separator || rest_.front() == '\n';
    }

    void begin_cell() {
        while (!rest_.empty() && rest_.front() == ' ')
            take();
        cell_ = {"", line_, column_};
    }

    void plain() {
        while (!at_end_of_cell())
            cell_.text += take();
        trim(cell_.text);
    }

    void quoted() {
        take();
        while (true) {
            if (rest_.empty()) {
                complain(cell_.line,
                         cell_.column,
                         "opent een aanhalingsteken dat nergens sluit",
                         "sluit het, of verdubbel een aanhalingsteken dat bij de tekst hoort");
                return;
            }
            const std::string_view character = take();
            if (character != "\"")
                cell_.text += character;
            else if (!rest_.empty() && rest_.front() == '"')
                cell_.text += take();
            else
                break;
        }
        std::string after;
        while (!at_end_of_cell())
            after += take();
        trim(after);
        if (!after.empty())
            complain(cell_.line,
                     cell_.column,
                     "heeft nog tekst na het sluitende aanhalingsteken",
                     "verdubbel een aanhalingsteken dat bij de tekst hoort");
    }

    void end_cell() {
        row_.push_back(std::move(cell_));
        if (!rest_.empty() && rest_.front() == document_.separator) {
            take();
            if (!rest_.empty())
                return;
            row_.push_back({"", line_, column_}); // a separator at the very end
        }
        if (!rest_.empty())
            take(); // the end of the line
        const bool blank = row_.size() == 1 && row_.front().text.empty();
        if (!blank)
            document_.rows.push_back(std::move(row_));
        row_.clear();
    }

    std::string_view rest_;
    std::string file_;
    Diagnostics& diagnostics_;
    CsvDocument document_;
    std::vector<CsvCell> row_;
    CsvCell cell_;
    std::uint32_t line_ = 1;
    std::uint32_t column_ = 1;
    bool told_of_bytes_ = false;
};

} // namespace

CsvDocument parse_csv(std::string_view bytes, const std::string& file, Diagnostics& diagnostics) {
    return Splitter(bytes, file, diagnostics).split();
}

} // namespace ketenplan::runner
