#include "store/kept_rows.hpp"
#include "support/scratch_file.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <string>

using namespace ketenplan::runner;
using ketenplan::tests::ScratchFile;

namespace {

constexpr std::uint64_t question = 7;

std::map<std::string, KeptRows::Rows> some() {
    return {{"replicaties", {{0, 1, ~std::uint64_t{0}}, {}, {0x7ff8000000000001}}},
            {"zoektocht 14,18", {{15}}}};
}

void save_some(const std::string& path) {
    KeptRows kept(path, question);
    kept.stages() = some();
    kept.save();
}

} // namespace

TEST_CASE("rows that were kept come back, until they are forgotten") {
    const ScratchFile file;
    CHECK(KeptRows(file.path(), question).empty());
    save_some(file.path());
    KeptRows kept(file.path(), question);
    CHECK_FALSE(kept.empty());
    CHECK(kept.stages() == some());
    CHECK(kept.rows("bewijs").empty());
    kept.save(); // a stage without rows is none
    CHECK(KeptRows(file.path(), question).stages() == some());
    kept.forget();
    CHECK_FALSE(std::filesystem::exists(file.path()));
    CHECK_NOTHROW(kept.forget());
}

TEST_CASE("rows of another question, or of a damaged file, are not taken up") {
    const ScratchFile file;
    save_some(file.path());
    CHECK(KeptRows(file.path(), question + 1).empty());
    const std::string text = file.content();
    const auto none_of = [&](const std::string& content) {
        file.write(content);
        return KeptRows(file.path(), question).empty();
    };
    CHECK_FALSE(none_of(text));
    for (std::size_t size = 0; size + 1 < text.size(); ++size) // the last newline may go
        CHECK(none_of(text.substr(0, size)));
    const auto changed = [&](const std::string& from, const std::string& to) {
        return std::string(text).replace(text.find(from), from.size(), to);
    };
    CHECK(none_of(changed("rij f", "rij e")));
    CHECK(none_of(changed("rij f", "rij x")));
    CHECK(none_of(changed("rij f", "rij  f")));
    CHECK(none_of(changed("rij f", "rijf")));
    CHECK(none_of(changed("14,18", "14,19")));
    CHECK(none_of(changed("deel replicaties", "replicaties")));
    CHECK(none_of(changed("rij f\n", "")));
}

TEST_CASE(
    "all that numbers depend on is in the digest of a question, and where files stand is not") {
    const Question asked{"simuleer", 1, {{"a.toml", 5}, {"b.toml", 6}}, {20}};
    const auto with = [&](auto change) {
        Question other = asked;
        change(other);
        return digest_of(other);
    };
    CHECK(with([](Question& q) { q.files[0].path = "elders/a.toml"; }) == digest_of(asked));
    CHECK(with([](Question& q) { q.command = "vergelijk"; }) != digest_of(asked));
    CHECK(with([](Question& q) { q.seed = 2; }) != digest_of(asked));
    CHECK(with([](Question& q) { q.files[1].hash = 7; }) != digest_of(asked));
    CHECK(with([](Question& q) { q.files.pop_back(); }) != digest_of(asked));
    CHECK(with([](Question& q) { q.counts[0] = 21; }) != digest_of(asked));
}
