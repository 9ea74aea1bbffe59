#include "command_line.hpp"
#include "commands.hpp"
#include "engine/defect.hpp"
#include "exit_codes.hpp"
#include "input/diagnostics.hpp"
#include "output/atomic_file.hpp"

#include <fmt/core.h>

#include <exception>
#include <variant>

namespace {

using namespace ketenplan::runner;

template <class... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};

int run(const Command& command) {
    return std::visit(Overloaded{[](const SimuleerOptions& o) { return simuleer(o); },
                                 [](const ControleerOptions& o) { return controleer(o); },
                                 [](const SjabloonOptions& o) { return sjabloon(o); },
                                 [](const ParametersOptions& o) { return parameters_tabel(o); },
                                 [](const MatenOptions& o) { return maten(o); },
                                 [](const SpoorOptions& o) {
                                     return spoor(o);
                                 }},
                      command);
}

} // namespace

int main(int argc, char** argv) {
    try {
        const auto asked = read_command_line(argc, argv);
        if (const auto* nothing = std::get_if<NoCommand>(&asked))
            return nothing->code;
        return run(std::get<Command>(asked));
    } catch (const InputError& error) {
        fmt::print(stderr, "{}\n", error.what());
        return exit_bad_input;
    } catch (const OutputError& error) {
        fmt::print(stderr, "ketenplan: {}\n", error.what());
        return exit_no_output;
    } catch (const std::exception& error) {
        fmt::print(stderr,
                   "ketenplan: fout in het programma, meld dit: {} (versie {})\n",
                   error.what(),
                   program_version());
        return exit_defect;
    }
}
