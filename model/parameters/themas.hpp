#pragma once

#include "parameters/instroom.hpp"
#include "parameters/visitor.hpp"

namespace ketenplan::parameters {

/// What a reference to the path of a parameter refers to; rules check it, not the field checker.
constexpr std::string_view paden = "dit scenario";
/// The path of the inflow, and with a bron behind it of that bron's.
constexpr std::string_view pad_instroom = "instroom";

/// The parameters that themes may change: paths of numbers, or of tables for all in them.
struct Sturing {
    std::vector<std::string> parameters;
};

/// One change of one parameter: times `factor`, or to `waarde`.
struct Effect {
    std::string key;
    std::string parameter;
    std::optional<units::Factor> factor;
    std::optional<units::Factor> waarde; ///< in the native unit of the parameter
};

/// A dated intervention on steerable parameters (model.md section 8).
struct Thema {
    std::string key;
    std::string omschrijving;
    std::optional<engine::Date> vanaf = engine::Date{std::chrono::days{16436}};
    std::optional<engine::Date> tot;
    std::vector<Effect> effecten;

    [[nodiscard]] bool geldt_op(engine::Date dag) const {
        return vanaf && *vanaf <= dag && (!tot || dag < *tot);
    }
};

void declare(Visitor& v, Sturing& p);
void declare(Visitor& v, Effect& p);
void declare(Visitor& v, Thema& p);

/// Whether the model reads the parameter at `path` anew whenever it uses it, so that a change at a
/// date takes effect from that date on; for a table, whether it does so for something in it.
bool leest_over_de_tijd(std::string_view path);

/// Whether an effect is on the inflow: "instroom", or "instroom." and a bron.
bool is_instroom(std::string_view path);

/// Whether `path` is `table`, or lies in it.
bool ligt_in(std::string_view path, std::string_view table);

struct Parameters;

/// Whether a number, or a distribution to multiply, stands at `path`.
enum class Padsoort : std::uint8_t { geen, getal, verdeling };
Padsoort padsoort(const Parameters& p, std::string_view path);

/// Every path in this scenario that a theme may change, in the order of declaration.
std::vector<std::string> paden_voor_themas(const Parameters& p);

/// From `vanaf` until the next one the scenario reads as `parameters`, which have no themes.
struct Tijdvak {
    engine::Date vanaf;
    std::vector<const Thema*> themas; ///< those that hold; they live in the scenario itself
    Parameters parameters() const;
    const Parameters* basis = nullptr;
};

/// The periods between the dates of themes, in order; before the first the scenario reads as it is
/// written. Values of `waarde` are set first, then factors multiply them, in the order of the keys.
std::vector<Tijdvak> tijdvakken(const Parameters& p);

/// The dated interventions on the inflow: those of `instroom`, then those of themes.
std::vector<Interventie> alle_interventies(const Parameters& p);

} // namespace ketenplan::parameters
