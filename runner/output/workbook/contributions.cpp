#include "output/budget_report.hpp"
#include "output/workbook/parts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ketenplan::runner::workbook {

namespace {

using finance::Centen;
using finance::in_euro;

constexpr std::uint32_t key_row = 2;   ///< of the sheet with keys: the key of each column
constexpr std::uint32_t first_row = 4; ///< of gemeenten, on every sheet

/// Columns of the working sheet.
enum Working : std::uint16_t {
    who = 0,
    weight = 1,
    fixed = 2,
    least = 3,
    most = 4,
    candidate = 5,
    rate = 6,
    clamped = 7,
    blocks = 9,
};
constexpr std::size_t block_width = 4; ///< amount, whole cents, remainder, cents

/// Spreads by the chosen key as finance::verdeel does, in formulas: the rate at which everybody's
/// clamped share adds up to the total, then the largest remainders.
class Contributions {
public:
    Contributions(Workbook& w, XlsxSheet& keys, XlsxSheet& working, XlsxSheet& paid)
        : w_(w), study_(*w.study.bijdragen), keys_(keys), working_(working), paid_(paid) {
        for (std::size_t i = 0; i < study_.doet_mee.size(); ++i) {
            if (study_.doet_mee[i])
                people_.push_back(i);
        }
        last_row_ = first_row + static_cast<std::uint32_t>(people_.size()) - 1;
        last_candidate_ = first_row + 2 * static_cast<std::uint32_t>(people_.size());
    }

    void fill() {
        write_keys();
        write_chosen();
        write_rates();
        for (std::size_t v = 0; v < w_.outcome.varianten.size(); ++v)
            variant(v);
        layout();
    }

private:
    [[nodiscard]] const finance::Sleutel& chosen() const {
        return study_.sleutels[w_.study.sleutel].sleutel;
    }

    /// Per key a column of weights and one of fixed amounts, with minimum and maximum below.
    void write_keys() {
        keys_.text({0, 0}, "Sleutels", CellStyle::title);
        keys_.text({1, 0},
                   "Het gewicht van een gemeente is haar deel in de cijfers van de sleutel, met "
                   "toeslag; vaste bedragen gaan vooraf.",
                   CellStyle::note);
        keys_.text({key_row, 0}, "Sleutel", CellStyle::heading);
        keys_.text({heading_row, 0}, "Gemeente", CellStyle::heading);
        for (std::size_t i = 0; i < people_.size(); ++i)
            keys_.text({first_row + static_cast<std::uint32_t>(i), 0},
                       study_.gemeenten[people_[i]]);
        keys_.text({last_row_ + 1, 0}, "Minimum");
        keys_.text({last_row_ + 2, 0}, "Maximum");
        for (std::size_t k = 0; k < study_.sleutels.size(); ++k)
            write_key(study_.sleutels[k], static_cast<std::uint16_t>(1 + 2 * k));
    }

    void write_key(const ContributionKey& key, std::uint16_t column) {
        const auto next = static_cast<std::uint16_t>(column + 1);
        for (const std::uint16_t c : {column, next})
            keys_.text({key_row, c}, key.key, CellStyle::heading);
        keys_.text({heading_row, column}, "gewicht", CellStyle::heading);
        keys_.text({heading_row, next}, "vast bedrag", CellStyle::heading);
        const std::vector<double> weights = finance::gewichten_van(key.sleutel, study_.doet_mee);
        for (std::size_t i = 0; i < people_.size(); ++i) {
            const std::uint32_t row = first_row + static_cast<std::uint32_t>(i);
            keys_.number({row, column}, weights.empty() ? 0.0 : weights[i], CellStyle::factor);
            keys_.number({row, next}, in_euro(key.sleutel.vast[people_[i]]), CellStyle::euro);
        }
        keys_.number({last_row_ + 1, column}, in_euro(key.sleutel.minimum), CellStyle::euro);
        keys_.number({last_row_ + 2, column}, in_euro(key.sleutel.maximum), CellStyle::euro);
    }

    [[nodiscard]] std::string of_chosen(std::uint32_t row, std::uint16_t offset) const {
        const auto last = static_cast<std::uint16_t>(2 * study_.sleutels.size());
        return fmt::format("INDEX({},MATCH({},{},0)+{})",
                           keys_.reference({row, 1}, {row, last}),
                           w_.key_cell,
                           keys_.reference({key_row, 1}, {key_row, last}),
                           offset);
    }

    /// Weight, fixed amount and bounds of everybody by the chosen key, in cents.
    void write_chosen() {
        working_.text({0, 0}, "Rekenblad van de bijdragen, in centen", CellStyle::title);
        headings(working_,
                 {heading_row, 0},
                 {"Gemeente",
                  "Gewicht",
                  "Vast",
                  "Minstens",
                  "Hoogstens",
                  "Tarief",
                  "Op volgorde",
                  "Opbrengst"});
        const std::vector<double> weights = finance::gewichten_van(chosen(), study_.doet_mee);
        const auto in_cents = [](const std::string& formula) {
            return "ROUND(100*" + formula + ",0)";
        };
        for (std::size_t i = 0; i < people_.size(); ++i) {
            const std::uint32_t row = first_row + static_cast<std::uint32_t>(i);
            const Centen vast = chosen().vast[people_[i]];
            working_.text({row, Working::who}, study_.gemeenten[people_[i]]);
            working_.formula(
                {row, Working::weight}, of_chosen(row, 0), weights[i], CellStyle::factor);
            working_.formula({row, Working::fixed},
                             in_cents(of_chosen(row, 1)),
                             static_cast<double>(vast),
                             CellStyle::whole);
            working_.formula({row, Working::least},
                             fmt::format("MAX(0,{}-{})",
                                         in_cents(of_chosen(last_row_ + 1, 0)),
                                         cell_name({row, Working::fixed})),
                             static_cast<double>(std::max(Centen{0}, chosen().minimum - vast)),
                             CellStyle::whole);
            working_.formula({row, Working::most},
                             fmt::format("{}-{}",
                                         in_cents(of_chosen(last_row_ + 2, 0)),
                                         cell_name({row, Working::fixed})),
                             static_cast<double>(chosen().maximum - vast),
                             CellStyle::whole);
        }
    }

    /// The rates at which somebody reaches a bound, in order, and what each brings in together.
    void write_rates() {
        const std::vector<double> weights = finance::gewichten_van(chosen(), study_.doet_mee);
        std::vector<double> raw{0.0};
        working_.number({first_row, Working::candidate}, 0.0, CellStyle::factor);
        std::uint32_t row = first_row + 1;
        for (std::size_t i = 0; i < people_.size(); ++i) {
            const std::uint32_t own = first_row + static_cast<std::uint32_t>(i);
            for (const std::uint16_t bound :
                 {std::uint16_t{Working::least}, std::uint16_t{Working::most}}) {
                const double cached = weights[i] > 0.0 ? bound_of(i, bound) / weights[i] : 0.0;
                raw.push_back(cached);
                working_.formula({row++, Working::candidate},
                                 fmt::format("IF({0}>0,{1}/{0},0)",
                                             cell_name({own, Working::weight}),
                                             cell_name({own, bound})),
                                 cached,
                                 CellStyle::factor);
            }
        }
        std::ranges::sort(raw);
        for (std::uint32_t r = first_row; r <= last_candidate_; ++r) {
            const double cached = raw[r - first_row];
            working_.formula({r, Working::rate},
                             fmt::format("SMALL({},{})",
                                         column_range(Working::candidate, last_candidate_),
                                         r - first_row + 1),
                             cached,
                             CellStyle::factor);
            working_.formula({r, Working::clamped},
                             clamped_sum(cell_name({r, Working::rate})),
                             sum_at(cached, weights),
                             CellStyle::number);
        }
    }

    [[nodiscard]] double bound_of(std::size_t i, std::uint16_t which) const {
        const Centen vast = chosen().vast[people_[i]];
        return static_cast<double>(which == Working::least
                                       ? std::max(Centen{0}, chosen().minimum - vast)
                                       : chosen().maximum - vast);
    }

    [[nodiscard]] double sum_at(double at_rate, const std::vector<double>& weights) const {
        double sum = 0.0;
        for (std::size_t i = 0; i < people_.size(); ++i)
            sum += std::clamp(
                at_rate * weights[i], bound_of(i, Working::least), bound_of(i, Working::most));
        return sum;
    }

    [[nodiscard]] static std::string column_range(std::uint16_t column, std::uint32_t last) {
        return range_name({first_row, column}, {last, column}, true);
    }

    /// Everybody's weight times a rate, kept between their bounds, together.
    [[nodiscard]] std::string clamped_sum(const std::string& at_rate) const {
        const std::string weights = column_range(Working::weight, last_row_);
        const std::string low = column_range(Working::least, last_row_);
        const std::string high = column_range(Working::most, last_row_);
        return fmt::format(
            "SUMPRODUCT(({0}*{1}<{2})*{2}+({0}*{1}>{3})*{3}+({0}*{1}>={2})*({0}*{1}<={"
            "3})*{0}*{1})",
            weights,
            at_rate,
            low,
            high);
    }

    void variant(std::size_t v) {
        const auto top = static_cast<std::uint32_t>(
            first_row + v * (people_.size() + 5)); // rows of this variant on the sheet people read
        paid_.text({top - 2, 0}, w_.study.varianten[v].naam, CellStyle::title);
        std::vector<std::string> names{"Gemeente"};
        for (std::size_t y = 0; y < w_.study.jaren; ++y)
            names.push_back(w_.year(y));
        headings(paid_, {top - 1, 0}, names);
        for (std::size_t i = 0; i < people_.size(); ++i)
            paid_.text({top + static_cast<std::uint32_t>(i), 0}, study_.gemeenten[people_[i]]);
        paid_.text({top + static_cast<std::uint32_t>(people_.size()), 0}, "Samen");
        paid_.text({top + static_cast<std::uint32_t>(people_.size()) + 1, 0},
                   "Controle: samen is wat de begroting vraagt");
        for (std::size_t y = 0; y < w_.study.jaren; ++y)
            block(v, y, top);
    }

    /// One variant in one year: four columns of work, and what everybody pays.
    void block(std::size_t v, std::size_t y, std::uint32_t top) {
        const auto column =
            static_cast<std::uint16_t>(Working::blocks + block_width * (v * w_.study.jaren + y));
        const LineSheet& lines = w_.lines[v];
        const std::string asked = lines.sheet->reference(lines.amount(lines.bijdragen_row, y));
        const Centen amount = w_.outcome.varianten[v].jaren[y].bijdragen;
        const std::vector<Centen> cents = contributions_of(w_.outcome, v, y);
        if (cents.empty() || amount == 0) {
            not_spread({top + static_cast<std::uint32_t>(people_.size()) + 1,
                        static_cast<std::uint16_t>(1 + y)},
                       asked,
                       amount);
            return;
        }
        working_.text({0, column},
                      fmt::format("{} {}", w_.study.varianten[v].key, w_.year(y)),
                      CellStyle::heading);
        headings(working_, {heading_row, column}, {"Bedrag", "Hele centen", "Rest", "Centen"});
        const CellAt total{1, column};
        Centen rest = amount;
        for (const std::size_t i : people_)
            rest -= chosen().vast[i];
        working_.formula(
            total,
            fmt::format("ROUND(100*{},0)-SUM({})", asked, column_range(Working::fixed, last_row_)),
            static_cast<double>(rest),
            CellStyle::whole);
        const CellAt found_rate{2, column};
        const double at_rate =
            write_rate(found_rate, cell_name(total, true), static_cast<double>(rest));
        shares(column, cell_name(found_rate, true), cell_name(total, true), at_rate, rest, cents);
        people(column, y, top, asked, cents, amount);
    }

    /// Nothing is asked; or it cannot be spread, which is a check that fails.
    void not_spread(CellAt at, const std::string& asked, Centen amount) {
        paid_.formula_text(at,
                           fmt::format(R"(IF({}=0,"klopt","NIET VERDEELD"))", asked),
                           amount == 0 ? "klopt" : "NIET VERDEELD",
                           CellStyle::check);
        w_.checks.push_back(paid_.reference(at));
        if (amount != 0)
            w_.failing.push_back(w_.checks.back());
    }

    /// The rate between the two candidates around the total, where the sum is a straight line.
    double write_rate(CellAt at, const std::string& total, double rest) {
        const std::string rates = column_range(Working::rate, last_candidate_);
        const std::string sums = column_range(Working::clamped, last_candidate_);
        const std::uint32_t count = last_candidate_ - first_row + 1;
        const std::string below = fmt::format("SUMPRODUCT(--({}<{}))", sums, total);
        const std::string low = fmt::format("MAX(1,{})", below);
        const std::string high = fmt::format("MIN({},{}+1)", count, below);
        const auto pick = [](const std::string& range, const std::string& index) {
            return fmt::format("INDEX({},{})", range, index);
        };
        const double cached = rate_at(rest);
        working_.formula(at,
                         fmt::format("IF({sh}>{sl},{rl}+({rh}-{rl})*(({t}-{sl})/({sh}-{sl})),{rh})",
                                     fmt::arg("sh", pick(sums, high)),
                                     fmt::arg("sl", pick(sums, low)),
                                     fmt::arg("rl", pick(rates, low)),
                                     fmt::arg("rh", pick(rates, high)),
                                     fmt::arg("t", total)),
                         cached,
                         CellStyle::factor);
        return cached;
    }

    [[nodiscard]] double rate_at(double rest) const {
        const std::vector<double> weights = finance::gewichten_van(chosen(), study_.doet_mee);
        std::vector<double> rates{0.0};
        for (std::size_t i = 0; i < people_.size(); ++i) {
            rates.push_back(weights[i] > 0.0 ? bound_of(i, Working::least) / weights[i] : 0.0);
            rates.push_back(weights[i] > 0.0 ? bound_of(i, Working::most) / weights[i] : 0.0);
        }
        std::ranges::sort(rates);
        std::size_t below = 0;
        for (const double r : rates)
            below += sum_at(r, weights) < rest ? std::size_t{1} : std::size_t{0};
        const double low = rates[std::max<std::size_t>(1, below) - 1];
        const double high = rates[std::min(rates.size(), below + 1) - 1];
        const double at_low = sum_at(low, weights);
        const double at_high = sum_at(high, weights);
        return at_high > at_low ? low + (high - low) * ((rest - at_low) / (at_high - at_low))
                                : high;
    }

    /// What everybody's share is, in whole cents, largest remainders first.
    void shares(std::uint16_t column,
                const std::string& at_rate,
                const std::string& total,
                double cached_rate,
                Centen rest,
                const std::vector<Centen>& cents) {
        const std::vector<double> weights = finance::gewichten_van(chosen(), study_.doet_mee);
        const auto next = [&](std::uint16_t by) {
            return static_cast<std::uint16_t>(column + by);
        };
        (void)rest;
        for (std::size_t i = 0; i < people_.size(); ++i) {
            const std::uint32_t row = first_row + static_cast<std::uint32_t>(i);
            const double exact = std::clamp(
                cached_rate * weights[i], bound_of(i, Working::least), bound_of(i, Working::most));
            constexpr double arithmetic = 1e-6;
            const double whole = std::floor(exact + arithmetic);
            const auto name = [&](std::uint16_t by) {
                return cell_name({row, next(by)});
            };
            working_.formula({row, column},
                             fmt::format("MIN({},MAX({},{}*{}))",
                                         cell_name({row, Working::most}),
                                         cell_name({row, Working::least}),
                                         at_rate,
                                         cell_name({row, Working::weight})),
                             exact,
                             CellStyle::quantity);
            working_.formula(
                {row, next(1)}, fmt::format("INT({}+0.000001)", name(0)), whole, CellStyle::whole);
            working_.formula({row, next(2)},
                             fmt::format("{}-{}", name(0), name(1)),
                             exact - whole,
                             CellStyle::quantity);
            working_.formula(
                {row, next(3)},
                fmt::format(
                    "{whole}+IF(SUMPRODUCT(--({all}>{own}))+SUMPRODUCT(--({above}={own}))<={"
                    "total}-SUM({wholes}),1,0)",
                    fmt::arg("whole", name(1)),
                    fmt::arg("all", column_range(next(2), last_row_)),
                    fmt::arg("own", name(2)),
                    fmt::arg("above", cell_name({first_row, next(2)}, true) + ":" + name(2)),
                    fmt::arg("total", total),
                    fmt::arg("wholes", column_range(next(1), last_row_))),
                static_cast<double>(cents[people_[i]] - chosen().vast[people_[i]]),
                CellStyle::whole);
        }
    }

    void people(std::uint16_t column,
                std::size_t y,
                std::uint32_t top,
                const std::string& asked,
                const std::vector<Centen>& cents,
                Centen amount) {
        const auto here = static_cast<std::uint16_t>(1 + y);
        for (std::size_t i = 0; i < people_.size(); ++i) {
            const std::uint32_t row = first_row + static_cast<std::uint32_t>(i);
            paid_.formula(
                {top + static_cast<std::uint32_t>(i), here},
                fmt::format("({}+{})/100",
                            working_.reference({row, static_cast<std::uint16_t>(column + 3)}),
                            working_.reference({row, Working::fixed})),
                in_euro(cents[people_[i]]),
                CellStyle::euro);
        }
        const auto end = top + static_cast<std::uint32_t>(people_.size());
        paid_.formula({end, here},
                      fmt::format("ROUND(SUM({}),2)", range_name({top, here}, {end - 1, here})),
                      in_euro(amount),
                      CellStyle::total);
        const CellAt check{end + 1, here};
        paid_.formula_text(
            check, same_amount(cell_name({end, here}), asked), "klopt", CellStyle::check);
        w_.checks.push_back(paid_.reference(check));
    }

    void layout() {
        constexpr double name = 30.0;
        constexpr double amount = 17.0;
        const auto years = static_cast<std::uint16_t>(w_.study.jaren);
        paid_.text({0, 0},
                   "Bijdragen van gemeenten, naar de sleutel op het blad Invoer",
                   CellStyle::title);
        const auto keys = static_cast<std::uint16_t>(2 * study_.sleutels.size());
        for (XlsxSheet* sheet : {&keys_, &working_, &paid_}) {
            sheet->width(0, 0, name);
            sheet->width(1, 12, amount);
        }
        keys_.print({last_row_ + 2, keys}, true, heading_row);
        paid_.print({static_cast<std::uint32_t>(first_row +
                                                w_.outcome.varianten.size() * (people_.size() + 5)),
                     years},
                    false,
                    0);
        paid_.freeze({1, 1});
        working_.print(
            {last_candidate_, static_cast<std::uint16_t>(Working::blocks)}, true, heading_row);
    }

    Workbook& w_;
    const ContributionStudy& study_;
    XlsxSheet& keys_;
    XlsxSheet& working_;
    XlsxSheet& paid_;
    std::vector<std::size_t> people_;
    std::uint32_t last_row_ = 0;
    std::uint32_t last_candidate_ = 0;
};

} // namespace

void fill_contributions(Workbook& w, XlsxSheet& keys, XlsxSheet& working, XlsxSheet& paid) {
    Contributions(w, keys, working, paid).fill();
}

} // namespace ketenplan::runner::workbook
