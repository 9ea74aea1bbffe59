#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

namespace ketenplan::runner {

enum class DecimalMark { point, comma };
enum class Language { nl, en };

/// What the user asked for: one struct per command, with its options and their defaults.
struct SimuleerOptions {
    std::string scenario;
    std::uint32_t replicaties = 1000;
    std::uint32_t zaad = 1;
    std::uint32_t draden = 0; ///< 0: as many as there are processors
    std::string uit;          ///< empty: resultaten/<folder and name of the scenario file>
    DecimalMark decimaal = DecimalMark::point;
    bool intern = false;    ///< small numbers per gemeente are not suppressed
    bool voortgang = false; ///< even when nobody is at a terminal
    /// As few replications as make the means of `maten` so precise, `replicaties` at most.
    std::optional<double> precisie;
    std::vector<std::string> maten; ///< "naam" or "naam@plaats"; empty: the two main waits
};
struct ControleerOptions {
    std::string scenario;
};
struct SjabloonOptions {};
struct ParametersOptions {
    bool markdown = false;
    std::string schema; ///< file to write a JSON Schema to; "-" is the terminal
};
struct MatenOptions {
    bool markdown = false;
};
struct SpoorOptions {
    std::string scenario;
    std::uint32_t replicatie = 0;
    std::uint32_t zaad = 1;
    std::optional<std::uint32_t> melding;
    bool verwachting = false; ///< every draw at its expectation
};
struct MaandbeeldOptions {
    std::string basis;
    std::string variant; ///< empty: the course of the basis alone
    std::uint32_t replicaties = 1000;
    std::uint32_t zaad = 1;
    std::uint32_t draden = 0; ///< 0: as many as there are processors
    std::string uit;          ///< empty: a folder in resultaten/ named after the scenarios
    DecimalMark decimaal = DecimalMark::point;
    bool voortgang = false; ///< even when nobody is at a terminal
};

struct NazorgOptions {
    std::string scenario;
    std::uint32_t replicaties = 1000;
    std::uint32_t zaad = 1;
    std::uint32_t draden = 0;
    std::string uit; ///< empty: resultaten/<folder and name of the scenario file>-nazorg
    DecimalMark decimaal = DecimalMark::point;
    std::vector<double> intensiteiten; ///< besides none and the scenario's own
    std::optional<double> odds_ratio;  ///< instead of draws from the scenario's prior
    bool voortgang = false;
};
struct PsaOptions {
    std::string scenario;
    std::uint32_t trekkingen = 1000;
    std::uint32_t per_trekking = 5;
    std::uint32_t zaad = 1;
    std::uint32_t draden = 0;
    std::string ensemble; ///< empty: none
    std::string uit;      ///< empty: resultaten/<folder and name of the scenario file>-psa
    DecimalMark decimaal = DecimalMark::point;
    std::vector<double> intensiteiten; ///< besides none and the scenario's own
    std::optional<double> odds_ratio;  ///< instead of draws from the scenario's prior
    bool gemiddelde_prijzen = false;   ///< instead of marginal ones
    bool voortgang = false;
};
struct KalibreerOptions {
    std::string scenario;                     ///< or a study with [kalibratie]
    std::optional<std::uint32_t> replicaties; ///< 200; of a study what it says
    std::optional<std::uint32_t> zaad;        ///< 1; of a study what it says
    std::uint32_t draden = 0;
    // Of a study only:
    std::optional<std::uint32_t> leden;
    std::optional<std::uint32_t> rondes;
    std::string uit; ///< empty: resultaten/<folder and name of the study file>
    DecimalMark decimaal = DecimalMark::point;
    bool voortgang = false;
};

struct VergelijkOptions {
    std::string studie;
    std::optional<std::uint32_t> replicaties; ///< instead of the study's own
    std::optional<std::uint32_t> zaad;        ///< idem
    std::uint32_t draden = 0;
    std::string uit; ///< empty: resultaten/<folder and name of the study file>
    DecimalMark decimaal = DecimalMark::point;
    bool voortgang = false;
};

struct FormatieOptions {
    std::string studie;
    std::optional<std::uint32_t> zaad; ///< instead of the study's own
    std::uint32_t draden = 0;
    std::string uit; ///< empty: resultaten/<folder and name of the study file>
    DecimalMark decimaal = DecimalMark::point;
    bool voortgang = false;
};

struct OpwarmingOptions {
    std::string scenario;
    std::uint32_t replicaties = 500;
    /// From the beginning of the warm-up; 0: ten, or three times the warm-up when that is more.
    std::uint32_t jaren = 0;
    std::uint32_t zaad = 1;
    std::uint32_t draden = 0;
    std::string uit; ///< empty: resultaten/<folder and name of the scenario file>-opwarming
    DecimalMark decimaal = DecimalMark::point;
    bool voortgang = false;
};

/// A study that follows persons to learn a parameter.
struct NieuwOnderzoek {
    std::string parameter;
    double personen = 0.0;
    std::optional<double> voorkennis; ///< in persons; nothing: from the table, for a chance
};
struct WaardeOptions {
    std::string tabel;
    std::vector<double> bereidheid; ///< euro per unit of effect, rising, not empty
    std::vector<NieuwOnderzoek> onderzoeken;
    std::string eenheid = "eenheid effect";
    std::string uit; ///< empty: resultaten/<folder and name of the table>-waarde
    DecimalMark decimaal = DecimalMark::point;
};

struct BijdragenOptions {
    std::string studie;
    std::string uit; ///< empty: resultaten/<folder and name of the study file>
    DecimalMark decimaal = DecimalMark::point;
};

struct BegrotingOptions {
    std::string studie;
    std::optional<std::uint32_t> replicaties; ///< instead of the study's own
    std::optional<std::uint32_t> trekkingen;  ///< idem
    std::optional<std::uint32_t> zaad;        ///< idem
    std::uint32_t draden = 0;
    std::string uit; ///< empty: resultaten/<folder and name of the study file>
    DecimalMark decimaal = DecimalMark::point;
    std::string sjabloon;         ///< only write a workbook for input to this file; empty: work out
    Language taal = Language::nl; ///< of the report
    bool voortgang = false;
};

struct GevoeligheidOptions {
    std::string studie;
    std::optional<std::uint32_t> replicaties; ///< instead of the study's own
    std::optional<std::uint32_t> zaad;        ///< idem
    std::uint32_t draden = 0;
    std::string uit; ///< empty: resultaten/<folder and name of the study file>
    DecimalMark decimaal = DecimalMark::point;
    bool voortgang = false;
};

using Command = std::variant<SimuleerOptions,
                             ControleerOptions,
                             SjabloonOptions,
                             ParametersOptions,
                             MatenOptions,
                             SpoorOptions,
                             NazorgOptions,
                             PsaOptions,
                             KalibreerOptions,
                             MaandbeeldOptions,
                             VergelijkOptions,
                             FormatieOptions,
                             WaardeOptions,
                             BijdragenOptions,
                             BegrotingOptions,
                             OpwarmingOptions,
                             GevoeligheidOptions>;

/// The command line cannot be carried out; the text says why. Ends the program with exit
/// code 64.
class UsageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Nothing to run: help or the version was printed, or the command line was wrong and that has
/// been said; `code` is what to exit with.
struct NoCommand {
    int code = 0;
};

/// Reads the command line. Prints help and complaints itself, in Dutch.
std::variant<Command, NoCommand> read_command_line(int argc, const char* const* argv);

/// "0.1.0".
std::string program_version();

} // namespace ketenplan::runner
