#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

struct zip;

namespace ketenplan::runner {

/// Why a workbook cannot be read, in Dutch, with what to do; and where, if that is known.
struct WorkbookError {
    std::string what;
    std::string how = "open het in Excel of LibreOffice en sla het opnieuw op als .xlsx";
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    std::string sheet{};
};

/// The parts of a zip file in memory, unpacked one at a time. Does not believe what the file says
/// of sizes: a part or all parts together that are larger than a workbook needs are refused.
class ZipParts {
public:
    /// `bytes` must live as long as this. Throws WorkbookError.
    explicit ZipParts(const std::string& bytes);

    /// Capitals do not matter in names of parts (ECMA-376 part 2).
    [[nodiscard]] bool has(const std::string& name) const;
    /// Throws WorkbookError when it is missing, damaged, encrypted or too large.
    std::string unpack(const std::string& name);

private:
    struct Close {
        void operator()(zip* archive) const;
    };
    std::unique_ptr<zip, Close> archive_;
    std::size_t unpacked_ = 0; ///< bytes, of all parts so far
};

} // namespace ketenplan::runner
