#include "input/place.hpp"

#include "input/cell_address.hpp"

#include <fmt/format.h>

namespace ketenplan::runner {

std::string place_text(const Place& place) {
    if (!place.sheet.empty()) {
        const std::string sheet = fmt::format("{}, blad {}", place.file, place.sheet);
        if (place.line == 0)
            return place.column == 0
                       ? sheet
                       : fmt::format("{}, kolom {}", sheet, column_letters(place.column));
        if (place.column == 0)
            return fmt::format("{}, rij {}", sheet, place.line);
        return fmt::format("{}, cel {}", sheet, cell_text({place.line, place.column}));
    }
    if (place.line == 0)
        return place.file;
    return fmt::format("{}:{}:{}", place.file, place.line, place.column);
}

} // namespace ketenplan::runner
