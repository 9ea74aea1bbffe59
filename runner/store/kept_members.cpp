#include "store/kept_members.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>
#include <string>

namespace ketenplan::runner {

namespace {

using Eigen::Index;
using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

std::string stage_name(std::size_t round) {
    return fmt::format("ronde {}", round);
}

template <class Matrix>
KeptRows::Row bits_of_all(const Matrix& m) {
    return bits_of({m.data(), static_cast<std::size_t>(m.size())});
}

} // namespace

KeptMembers::KeptMembers(const EnsembleSize& size, KeptRows& kept)
    : size_(size), kept_(kept), rounds_(size.rounds, std::vector<Member>(size.members)) {
    for (std::size_t r = 0; r < rounds_.size(); ++r) {
        for (const KeptRows::Row& row : kept.rows(stage_name(r)))
            take_up(rounds_[r], row);
    }
}

/// A row has the member's number, its values and its runs, replication by replication.
void KeptMembers::take_up(std::vector<Member>& round, const KeptRows::Row& row) const {
    const std::size_t before = 1 + size_.parameters;
    if (row.size() <= before || row.front() >= size_.members ||
        (row.size() - before) % size_.figures != 0)
        return;
    const std::vector<double> numbers = doubles_of(row);
    const auto replications = static_cast<Index>((row.size() - before) / size_.figures);
    Member& member = round[row.front()];
    member.values =
        Eigen::Map<const Eigen::VectorXd>(numbers.data() + 1, static_cast<Index>(size_.parameters));
    member.runs = Eigen::Map<const RowMajor>(
        numbers.data() + before, replications, static_cast<Index>(size_.figures));
}

const Eigen::MatrixXd*
KeptMembers::find(std::size_t round, std::size_t member, const Eigen::VectorXd& values) const {
    const Member& known = rounds_[round][member];
    const bool same = known.runs.rows() > 0 && known.values == values;
    return same ? &known.runs : nullptr;
}

void KeptMembers::add(std::size_t round,
                      std::size_t member,
                      const Eigen::VectorXd& values,
                      const Eigen::MatrixXd& runs) {
    rounds_[round][member] = {values, runs};
}

std::size_t KeptMembers::count() const {
    std::size_t known = 0;
    for (const std::vector<Member>& round : rounds_)
        known += static_cast<std::size_t>(
            std::ranges::count_if(round, [](const Member& m) { return m.runs.rows() > 0; }));
    return known;
}

void KeptMembers::store() {
    for (std::size_t r = 0; r < rounds_.size(); ++r) {
        KeptRows::Rows& rows = kept_.rows(stage_name(r));
        rows.clear();
        for (std::size_t m = 0; m < rounds_[r].size(); ++m) {
            const Member& member = rounds_[r][m];
            if (member.runs.rows() == 0)
                continue;
            KeptRows::Row& row = rows.emplace_back(KeptRows::Row{m});
            std::ranges::copy(bits_of_all(member.values), std::back_inserter(row));
            std::ranges::copy(bits_of_all(RowMajor(member.runs)), std::back_inserter(row));
        }
    }
}

} // namespace ketenplan::runner
