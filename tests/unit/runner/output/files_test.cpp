#include "output/atomic_file.hpp"
#include "output/csv.hpp"
#include "output/progress.hpp"
#include "output/results_folder.hpp"
#include "support/scenario_folder.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <limits>
#include <unistd.h>

using namespace ketenplan::runner;
using ketenplan::tests::Folder;
using ketenplan::tests::read_all;

namespace {

std::size_t files_in(const std::string& directory) {
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(directory))
        ++count;
    return count;
}

} // namespace

TEST_CASE("a file is replaced whole, and nothing else is left") {
    const Folder folder;
    write_atomically(folder / "a.txt", "eerst");
    write_atomically(folder / "a.txt", "daarna");
    CHECK(read_all(folder / "a.txt") == "daarna");
    CHECK(files_in(folder.str()) == 1);
}

TEST_CASE("a file that cannot be written keeps its old content and leaves nothing behind") {
    const Folder folder;
    std::filesystem::create_directory(folder / "a.txt"); // a directory cannot be replaced by a file
    CHECK_THROWS_AS(write_atomically(folder / "a.txt", "x"), OutputError);
    CHECK(files_in(folder.str()) == 1);
    CHECK_THROWS_AS(write_atomically(folder / "nergens/a.txt", "x"), OutputError);
    CHECK_THROWS_AS(make_directory(folder.write("bestand", "x") + "/map"), OutputError);
}

TEST_CASE("results are named after a file and its folder, so that two houses keep apart") {
    CHECK(result_name("scenarios/zuid/begroting.studie.toml") == "zuid-begroting.studie");
    CHECK(result_name("/huizen/noord/2015.toml") == "noord-2015");
    CHECK(result_name("mijn.toml") == "mijn");
    CHECK(result_name("./mijn.toml") == "mijn");
    CHECK(result_name("../mijn.toml") == "mijn");
    CHECK(results_directory("", "a/b/c.toml", "-psa") == "resultaten/b-c-psa");
    CHECK(results_directory("elders", "a/b/c.toml", "-psa") == "elders");
}

TEST_CASE("a full disk is said to be full") {
    if (!std::filesystem::exists("/dev/full"))
        return;
    const Folder folder;
    std::filesystem::create_symlink("/dev/full",
                                    folder / (".a.txt." + std::to_string(::getpid()) + ".tmp"));
    CHECK_THROWS_WITH(write_atomically(folder / "a.txt", "x"), Catch::Contains("schijf is vol"));
    CHECK(files_in(folder.str()) == 0);
}

TEST_CASE("csv with points is comma-separated, and quotes what needs quoting") {
    Csv csv(DecimalMark::point, {"naam", "waarde"});
    csv.text("a,b").number(1.5).end_row();
    csv.text("zegt \"ja\"").whole(3).end_row();
    csv.text("twee\nregels").number(std::numeric_limits<double>::quiet_NaN()).end_row();
    CHECK(csv.content() == "naam,waarde\n\"a,b\",1.5\n\"zegt \"\"ja\"\"\",3\n\"twee\nregels\",\n");
}

TEST_CASE("csv for Dutch Excel has commas for decimals and semicolons between fields") {
    Csv csv(DecimalMark::comma, {"naam", "waarde"});
    csv.text("a,b").number(1.5).end_row();
    csv.text("c;d").whole(1000).end_row();
    CHECK(csv.content() == "\xef\xbb\xbfnaam;waarde\na,b;1,5\n\"c;d\";1000\n");
}

TEST_CASE("progress tells what is done, how fast, and how long it will take") {
    CHECK(progress_text(342, 1000, "replicaties", 10.0) ==
          "342 van 1000 replicaties, 34 per seconde, nog 0:20");
    CHECK(progress_text(0, 1000, "replicaties", 0.0) ==
          "0 van 1000 replicaties, 0 per seconde, nog ?");
    CHECK(progress_text(1, 7201, "replicaties", 1.0) ==
          "1 van 7201 replicaties, 1 per seconde, nog 120:00");
}
