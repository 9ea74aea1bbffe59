#include "commands.hpp"
#include "exit_codes.hpp"
#include "output/atomic_file.hpp"
#include "output/parameter_table.hpp"

#include <fmt/core.h>

namespace ketenplan::runner {

int parameters_tabel(const ParametersOptions& options) {
    if (options.schema == "-")
        fmt::print("{}", parameter_schema());
    else if (!options.schema.empty())
        write_atomically(options.schema, parameter_schema());
    else
        fmt::print("{}", parameter_table(options.markdown));
    return exit_ok;
}

} // namespace ketenplan::runner
