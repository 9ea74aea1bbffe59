#pragma once

#include "output/month_study.hpp"
#include "output/month_words.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ketenplan::runner {

/// What there is to say of a difference.
enum class Verdict : std::uint8_t {
    equal,     ///< to the last bit, in every month
    unproven,  ///< not to be told from chance
    slight,    ///< real, but below two percent of what it is a difference of
    different, ///< real, and worth a word
};

/// The sentences about one series of a study. Refers to what it is made of.
class MonthNarrator {
public:
    MonthNarrator(const MonthStudy& study,
                  const analysis::MonthSeries& series,
                  const MonthWords& words);

    /// The month of the largest difference, when it is worth a word.
    [[nodiscard]] std::optional<std::size_t> peak() const;
    [[nodiscard]] bool notable() const { return verdict_ == Verdict::different; }
    /// The finding, without a full stop.
    [[nodiscard]] std::string title() const;
    /// The numbers behind the title: " (95%: 9,8 tot 14,8): 40,2 in plaats van 27,9".
    [[nodiscard]] std::string numbers() const;
    /// What comes after it, or how small the difference is.
    [[nodiscard]] std::string subtitle() const;

private:
    using Replacements = std::vector<std::pair<const char*, std::string>>;

    [[nodiscard]] const analysis::Paired& largest() const { return series_.months[course_->peak]; }
    [[nodiscard]] std::string size(double value) const;
    [[nodiscard]] std::string_view direction(double difference) const;
    [[nodiscard]] std::string say(std::string_view pattern, const Replacements& replacements) const;
    [[nodiscard]] std::pair<std::size_t, std::size_t> lowest_and_highest() const;
    [[nodiscard]] std::string levels() const;
    [[nodiscard]] std::string extremes() const;
    [[nodiscard]] std::string bound() const;
    [[nodiscard]] std::string ending() const;

    const MonthStudy& study_;
    const analysis::MonthSeries& series_;
    const MonthWords& words_;
    std::vector<engine::Date> months_;
    std::string where_;
    std::optional<analysis::Course> course_;
    Verdict verdict_ = Verdict::different;
};

} // namespace ketenplan::runner
