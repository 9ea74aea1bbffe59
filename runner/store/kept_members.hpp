#pragma once

#include "store/kept_rows.hpp"

#include <Eigen/Core>

#include <cstddef>
#include <vector>

namespace ketenplan::runner {

/// How large an ensemble is.
struct EnsembleSize {
    std::size_t rounds = 0;
    std::size_t members = 0;
    std::size_t parameters = 0;
    std::size_t figures = 0;
};

/// What the members of an ensemble gave, per round, so that a calibration that was stopped can walk
/// the same rounds without simulating them again. Different members may be found and added at the
/// same time.
class KeptMembers {
public:
    /// Takes up what `kept` has; rows that do not fit the size are left out.
    KeptMembers(const EnsembleSize& size, KeptRows& kept);

    /// What a member gave in a round; nullptr when that is not known for these values of the
    /// parameters.
    [[nodiscard]] const Eigen::MatrixXd*
    find(std::size_t round, std::size_t member, const Eigen::VectorXd& values) const;
    /// `runs` has a row per replication and a column per figure.
    void add(std::size_t round,
             std::size_t member,
             const Eigen::VectorXd& values,
             const Eigen::MatrixXd& runs);

    /// How many are known, over all rounds.
    [[nodiscard]] std::size_t count() const;
    /// Puts all that is known in the rows that are kept.
    void store();

private:
    struct Member {
        Eigen::VectorXd values;
        Eigen::MatrixXd runs; ///< without rows: not known
    };

    void take_up(std::vector<Member>& round, const KeptRows::Row& row) const;

    EnsembleSize size_;
    KeptRows& kept_;
    std::vector<std::vector<Member>> rounds_; ///< a member touches its own place only
};

} // namespace ketenplan::runner
