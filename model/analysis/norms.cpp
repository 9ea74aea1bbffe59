#include "analysis/norms.hpp"

#include "engine/defect.hpp"

#include <algorithm>
#include <cmath>

namespace ketenplan::analysis {

ProportionPlan around_norm(double p0, double delta, double error, std::size_t most) {
    return {p0 - delta, p0 + delta, error, error, most};
}

ProportionPlan below_norm(double p0, double delta, double error, std::size_t most) {
    return {p0 - delta, p0, error, error, most};
}

ProportionTest::ProportionTest(const ProportionPlan& plan)
    : per_success_(std::log(plan.high / plan.low)),
      per_failure_(std::log((1.0 - plan.high) / (1.0 - plan.low))), upper_(-std::log(plan.alpha)),
      lower_(std::log(plan.beta)), most_(plan.most) {
    engine::ensure(plan.low > 0.0 && plan.low < plan.high && plan.high < 1.0 && plan.alpha > 0.0 &&
                       plan.beta > 0.0 && plan.alpha + plan.beta < 1.0 && plan.most > 0,
                   "a sequential test of a share is asked for outside its limits");
}

void ProportionTest::add(bool success) {
    if (oordeel() != Oordeel::loopt)
        return;
    ++trials_;
    successes_ += success ? 1U : 0U;
}

Oordeel ProportionTest::oordeel_of(std::size_t trials, std::size_t successes) const {
    const double ratio = static_cast<double>(successes) * per_success_ +
                         static_cast<double>(trials - successes) * per_failure_;
    if (ratio >= upper_)
        return Oordeel::voldoet;
    if (ratio <= lower_)
        return Oordeel::voldoet_niet;
    return trials < most_ ? Oordeel::loopt : Oordeel::niet_te_onderscheiden;
}

OperatingCharacteristic operating_characteristic(const ProportionPlan& plan, double p) {
    engine::ensure(p >= 0.0 && p <= 1.0, "a share is not between 0 and 1");
    const ProportionTest test(plan);
    OperatingCharacteristic result;
    // going[i]: the chance that the test goes on with first + i successes.
    std::vector<double> going{1.0};
    std::size_t first = 0;
    for (std::size_t trials = 1; !going.empty(); ++trials) {
        std::vector<double> next(going.size() + 1, 0.0);
        for (std::size_t i = 0; i < going.size(); ++i) {
            result.expected_trials += going[i];
            next[i] += (1.0 - p) * going[i];
            next[i + 1] += p * going[i];
        }
        std::vector<double> left;
        std::size_t left_from = first;
        for (std::size_t i = 0; i < next.size(); ++i) {
            switch (test.oordeel_of(trials, first + i)) {
            case Oordeel::voldoet:
                result.voldoet += next[i];
                break;
            case Oordeel::voldoet_niet:
                result.voldoet_niet += next[i];
                break;
            case Oordeel::niet_te_onderscheiden:
                result.niet_te_onderscheiden += next[i];
                break;
            case Oordeel::loopt:
                // The ratio rises with the successes: those that go on are next to one another.
                if (left.empty())
                    left_from = first + i;
                left.push_back(next[i]);
                break;
            }
        }
        going = std::move(left);
        first = left_from;
    }
    return result;
}

std::optional<bool> meets(const Jaarnorm& norm, double value) {
    engine::ensure(norm.goed != Richting::geen, "a norm without a good side");
    if (std::isnan(value))
        return std::nullopt;
    return norm.goed == Richting::lager ? value <= norm.grens : value >= norm.grens;
}

NormenTest::NormenTest(std::span<const ProportionPlan> plans, double alpha, double beta) {
    engine::ensure(!plans.empty(), "a test of norms without norms");
    for (ProportionPlan plan : plans) {
        plan.alpha = alpha;
        plan.beta = beta / static_cast<double>(plans.size());
        tests_.emplace_back(plan);
    }
}

void NormenTest::add(std::span<const std::optional<bool>> met) {
    engine::ensure(met.size() == tests_.size(), "another number of norms than the test has");
    for (std::size_t i = 0; i < met.size(); ++i) {
        if (met[i])
            tests_[i].add(*met[i]);
    }
}

Oordeel NormenTest::oordeel() const {
    const auto any = [&](Oordeel what) {
        return std::ranges::any_of(
            tests_, [&](const ProportionTest& test) { return test.oordeel() == what; });
    };
    for (const Oordeel what :
         {Oordeel::voldoet_niet, Oordeel::loopt, Oordeel::niet_te_onderscheiden}) {
        if (any(what))
            return what;
    }
    return Oordeel::voldoet;
}

} // namespace ketenplan::analysis
