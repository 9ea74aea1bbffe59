#include "input/budget_begin.hpp"

#include "input/budget_part.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <string>

namespace ketenplan::runner {

namespace {

constexpr double days_in_week = 7.0;

/// The first day of a month on or after a day.
engine::Date next_month_begin(engine::Date day) {
    const std::chrono::year_month_day civil{std::chrono::sys_days(day.time_since_epoch())};
    std::chrono::year_month month = civil.year() / civil.month();
    if (civil.day() != std::chrono::day{1})
        month += std::chrono::months{1};
    return engine::Date(std::chrono::sys_days(month / 1).time_since_epoch());
}

class BeginReader : private BudgetPart {
public:
    BeginReader(BudgetStudy& study, const Node& root) : BudgetPart(study, root) {}

    bool read(BudgetVariant& variant, Diagnostics& problems) {
        const Node& node = *root_.find("varianten")->find(variant.vorm);
        const std::string where = "varianten." + variant.vorm;
        steps(node, where + ".doorlooptijd", variant);
        double weeks = 0.0;
        for (const Leadstep& step : variant.stappen)
            weeks += step.weken;
        const auto decided = date(node, "besluit", where);
        const auto asked = date(node, "ingang", where);
        const engine::Date ready =
            next_month_begin(decided.value_or(first_day_of(study_.jaar)) +
                             std::chrono::days(std::llround(std::ceil(weeks * days_in_week))));
        variant.ingang = std::max(asked.value_or(ready), ready);
        hand_over(problems);
        return asked && *asked < ready;
    }

private:
    void steps(const Node& node, const std::string& where, BudgetVariant& variant) {
        constexpr double most_weeks = 520.0;
        variant.stappen.clear();
        const Node* list = find(node,
                                "doorlooptijd",
                                Node::Kind::table,
                                where,
                                "schrijf een tabel van stappen met weken");
        if (list == nullptr)
            return;
        for (const Node& step : list->members) {
            if (is_provenance(step))
                continue;
            const auto days = limited(*list,
                                      step.key,
                                      where + "." + step.key,
                                      units::Dimension::days,
                                      {0.0, most_weeks * days_in_week},
                                      origin_in(*list, {}));
            variant.stappen.push_back({step.key, days.value_or(0.0) / days_in_week});
        }
    }

    std::optional<engine::Date>
    date(const Node& node, const std::string& key, const std::string& where) {
        const Node* found =
            find(node, key, Node::Kind::date, where + "." + key, "schrijf een datum: 2023-01-01");
        return found == nullptr ? std::nullopt : std::optional(found->date);
    }
};

} // namespace

engine::Date first_day_of(std::int32_t year) {
    return engine::Date(std::chrono::sys_days(std::chrono::year{year} / 1 / 1).time_since_epoch());
}

bool read_begin(BudgetStudy& study,
                const Node& root,
                BudgetVariant& variant,
                Diagnostics& problems) {
    return BeginReader(study, root).read(variant, problems);
}

void begin_in(parameters::Parameters& house,
              const BudgetStudy& study,
              const BudgetVariant& variant) {
    const std::string& present = study.varianten.front().rechtsvorm;
    if (!variant.ingang || variant.rechtsvorm == present)
        return;
    const bool already = *variant.ingang <= first_day_of(study.jaar);
    house.rechtsvorm = already ? variant.rechtsvorm : present;
    house.rechtsvorm_overgang =
        already ? parameters::RechtsvormOvergang{}
                : parameters::RechtsvormOvergang{variant.rechtsvorm, variant.ingang};
}

} // namespace ketenplan::runner
