#include "store/kept_members.hpp"
#include "support/scratch_file.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace ketenplan::runner;
using ketenplan::tests::ScratchFile;

TEST_CASE("a member is known again for the same values in the same round, and not otherwise") {
    const ScratchFile file;
    const EnsembleSize size{.rounds = 2, .members = 3, .parameters = 2, .figures = 3};
    const Eigen::VectorXd values = Eigen::Vector2d(0.1, 5.0);
    Eigen::MatrixXd runs(2, 3);
    runs << 1.0, std::nan(""), 3.0, 4.0, 5.0, 1.0 / 3.0;
    {
        KeptRows rows(file.path(), 7);
        KeptMembers members(size, rows);
        CHECK(members.count() == 0);
        CHECK(members.find(1, 2, values) == nullptr);
        members.add(1, 2, values, runs);
        members.add(0, 0, values, runs);
        CHECK(members.count() == 2);
        members.store();
        rows.save();
    }
    KeptRows rows(file.path(), 7);
    const KeptMembers members(size, rows);
    CHECK(members.count() == 2);
    const Eigen::MatrixXd* found = members.find(1, 2, values);
    REQUIRE(found != nullptr);
    REQUIRE(found->rows() == 2);
    CHECK(found->row(1) == runs.row(1));
    CHECK((*found)(0, 2) == 3.0);
    CHECK(std::isnan((*found)(0, 1)));
    CHECK(members.find(0, 2, values) == nullptr);
    CHECK(members.find(1, 1, values) == nullptr);
    CHECK(members.find(1, 2, Eigen::Vector2d(0.1, 5.1)) == nullptr);

    rows.rows("ronde 0") = {{}, {0}, {3, 0, 0, 1, 1, 1}, {1, 0, 0, 1, 1}}; // none of them fits
    CHECK(KeptMembers(size, rows).count() == 1);
}
