#include "command_line.hpp"
#include "commands.hpp"
#include "engine/defect.hpp"
#include "exit_codes.hpp"
#include "input/diagnostics.hpp"
#include "output/atomic_file.hpp"

#include <cstdio>
#include <exception>
#include <variant>

namespace {

using namespace ketenplan::runner;

template <class... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};

/// Without fmt: what tells of an error must not raise one.
void complain(const char* what, const char* more = "") noexcept {
    std::fprintf(stderr, "ketenplan: %s%s%s\n", what, *more == '\0' ? "" : " ", more);
}

int run(const Command& command) {
    return std::visit(Overloaded{[](const SimuleerOptions& o) { return simuleer(o); },
                                 [](const ControleerOptions& o) { return controleer(o); },
                                 [](const SjabloonOptions& o) { return sjabloon(o); },
                                 [](const ParametersOptions& o) { return parameters_tabel(o); },
                                 [](const MatenOptions& o) { return maten(o); },
                                 [](const SpoorOptions& o) { return spoor(o); },
                                 [](const NazorgOptions& o) { return nazorg(o); },
                                 [](const PsaOptions& o) { return psa(o); },
                                 [](const KalibreerOptions& o) { return kalibreer(o); },
                                 [](const MaandbeeldOptions& o) { return maandbeeld(o); },
                                 [](const VergelijkOptions& o) { return vergelijk(o); },
                                 [](const FormatieOptions& o) { return formatie(o); },
                                 [](const WaardeOptions& o) { return waarde(o); },
                                 [](const BijdragenOptions& o) { return bijdragen(o); },
                                 [](const BegrotingOptions& o) { return begroting(o); },
                                 [](const OpwarmingOptions& o) { return opwarming(o); },
                                 [](const GevoeligheidOptions& o) {
                                     return gevoeligheid(o);
                                 }},
                      command);
}

int no_standard_output() noexcept {
    complain("kan niet naar standaarduitvoer schrijven (schijf vol of pijp dicht)");
    return exit_no_output;
}

} // namespace

int main(int argc, char** argv) {
    try {
        const auto asked = read_command_line(argc, argv);
        if (const auto* nothing = std::get_if<NoCommand>(&asked))
            return nothing->code;
        const int code = run(std::get<Command>(asked));
        return std::fflush(stdout) == 0 ? code : no_standard_output();
    } catch (const InputError& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return exit_bad_input;
    } catch (const UsageError& error) {
        complain(error.what());
        return exit_usage;
    } catch (const OutputError& error) {
        complain(error.what());
        return exit_no_output;
    } catch (const ketenplan::engine::TooLarge& error) {
        std::fprintf(stderr,
                     "ketenplan: het scenario is te groot om na te spelen: %s\n"
                     "    Een stroom kan hooguit een miljoen personen hebben, en een persoon 4096 "
                     "meldingen of delicten.\n"
                     "    -> verlaag de instroom, de herhaling of de spreiding tussen personen "
                     "(`personen.variantie`)\n",
                     error.what());
        return exit_bad_input;
    } catch (const std::exception& error) {
        if (std::ferror(stdout) != 0)
            return no_standard_output();
        complain("fout in het programma, meld dit:", error.what());
        return exit_defect;
    }
}
