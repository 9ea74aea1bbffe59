#pragma once

#include "analysis/intervals.hpp"
#include "analysis/lattice_search.hpp"
#include "analysis/norms.hpp"
#include "analysis/proeven.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <vector>

/// The smallest formatie that meets norms, and how sure that is. See docs/methods/formatie.md.
namespace ketenplan::analysis {

/// A norm for the years of a house: in at least `kans` of them the figure is on the good side.
struct Norm {
    std::size_t cijfer = 0; ///< index into the figures of the trials
    Jaarnorm jaar;
    double kans = 0.9;
};

struct Zoekplan {
    /// A norm whose true chance lies less than this below `kans` may be called met or not.
    double onverschillig = 0.02;
    double fout = 0.05;        ///< chance of a wrong answer by the whole search, at most
    std::size_t eerste = 100;  ///< replications before the first look at a formatie
    std::size_t meeste = 4000; ///< replications of one formatie
    std::size_t bewijs = 1000; ///< fresh replications of the answer and of each neighbour
};

/// What the search found of one formatie.
struct Beoordeling {
    Formatie formatie;
    Oordeel oordeel = Oordeel::loopt;
    std::size_t replicaties = 0;
    std::vector<std::size_t> gehaald;     ///< per norm
    std::vector<std::size_t> waargenomen; ///< per norm
};

struct Zoekuitkomst {
    /// The cheapest that was told to meet all norms; of several the first in order of the posts.
    /// Nothing when even the largest does not, or when stopped.
    std::optional<Formatie> kleinste;
    std::vector<Formatie> even_duur; ///< others that meet the norms at the same cost
    std::vector<Formatie> onbeslist; ///< cheaper ones that could not be told apart from a norm
    Formatie begin;                  ///< least steps of each post that were not ruled out
    bool gestopt = false;
    bool volledig = true;                ///< false: too many formaties to judge them all
    std::vector<Beoordeling> beoordeeld; ///< in order
};

/// Judges one formatie after another by sequential tests, each with a smaller chance of error than
/// the one before, so that all together err with at most `fout`, however many they are: the k-th
/// has fout x 6 / (pi k)^2.
class Beoordelaar {
public:
    Beoordelaar(Proeven& proeven, std::span<const Norm> normen, const Zoekplan& plan)
        : proeven_(proeven), normen_(normen), plan_(plan) {}

    /// `loopt` when stopped. What is told apart by no number of replications up to `meeste` is
    /// `niet_te_onderscheiden`.
    const Beoordeling& beoordeel(const Formatie& formatie);
    [[nodiscard]] const std::vector<Beoordeling>& beoordeeld() const { return done_; }

private:
    Proeven& proeven_;
    std::span<const Norm> normen_;
    const Zoekplan& plan_;
    std::vector<Beoordeling> done_;
};

/// The cheapest formatie (steps times weight, to hundredths) within the posts' limits that meets
/// all norms, if more fte never makes a norm fail (see lattice_search.hpp). What cannot be told
/// apart from a norm does not count as meeting it. `ondergrens` is where the search hopes to begin:
/// of each post it is kept only if a step less fails with all other posts at their largest; else
/// the post begins at its minimum. `meld` hears of every formatie judged.
Zoekuitkomst zoek_kleinste(std::span<const Zoekpost> posten,
                           const Formatie& ondergrens,
                           std::span<const Norm> normen,
                           const Zoekplan& plan,
                           Proeven& proeven,
                           const std::function<void(const Beoordeling&)>& meld);

/// How often one formatie meets its norms, from fresh replications.
struct Bewijs {
    Formatie formatie;
    std::size_t replicaties = 0;
    std::vector<Proportion> normen; ///< exact intervals that hold together with those of others
    Proportion alle;                ///< all norms in one year, with 95% of its own
    std::vector<Estimate> cijfers;  ///< of each figure of the trials
};

/// Simulates `count` replications of a formatie; `many` is how many intervals must hold together
/// with 95%. Nothing when stopped before that.
std::optional<Bewijs> bewijs(const Formatie& formatie,
                             std::span<const Norm> normen,
                             std::size_t count,
                             std::size_t many,
                             Proeven& proeven);

/// Whether the interval of a chance lies above what is asked, below it, or across.
Oordeel oordeel_van(const Proportion& chance, const Norm& norm);

/// What a formatie costs: steps times weight.
double kosten_van(const Formatie& formatie, std::span<const Zoekpost> posten);

/// The smallest number of steps per post with which nobody of its role and place is asked for more
/// hours than there are, by arithmetic (see werklast.hpp), within the posts' limits.
Formatie werklast_ondergrens(const parameters::Parameters& basis,
                             std::span<const Zoekpost> posten,
                             double stap);

} // namespace ketenplan::analysis
