#pragma once

#include "analysis/measures.hpp"

#include <array>
#include <limits>

/// What the tables of measures are written in: row constructors, and small functions of a view.
/// Only the files in this folder include it.
namespace ketenplan::analysis {

std::span<const Measure> measures_of_telling();
std::span<const Measure> measures_of_weging();
std::span<const Measure> measures_of_casusoverleg();
std::span<const Measure> measures_of_formatie();
std::span<const Measure> measures_of_personen();
std::span<const Measure> measures_of_uitstroom();
std::span<const Measure> measures_of_vervolg();
std::span<const Measure> measures_of_nazorg();
std::span<const Measure> measures_of_nazorggeld();
std::span<const Measure> measures_of_periode();
std::span<const Measure> measures_of_overlegstructuur();
std::span<const Measure> measures_of_personeel();

using casus::GemeenteJaar;
using casus::RolJaar;
using casus::SubregioJaar;
using casus::SubregioSlot;
using engine::DurationHistogram;
using engine::SurvivalHistogram;
using parameters::Besluit;

using MeasureValue = double (*)(const View&);

constexpr Measure per_area(std::string_view name,
                           std::string_view unit,
                           std::string_view meaning,
                           Aggregation aggregation,
                           MeasureValue value) {
    return {name, unit, meaning, Scope::area, aggregation, true, false, value};
}
constexpr Measure per_role(std::string_view name,
                           std::string_view unit,
                           std::string_view meaning,
                           Aggregation aggregation,
                           MeasureValue value) {
    return {name, unit, meaning, Scope::role, aggregation, true, false, value};
}
constexpr Measure per_house(std::string_view name,
                            std::string_view unit,
                            std::string_view meaning,
                            Aggregation aggregation,
                            MeasureValue value) {
    return {name, unit, meaning, Scope::house, aggregation, true, false, value};
}
constexpr Measure per_period(std::string_view name,
                             std::string_view unit,
                             std::string_view meaning,
                             Aggregation aggregation,
                             MeasureValue value) {
    return {name, unit, meaning, Scope::area, aggregation, false, false, value};
}

/// Of a scope for which no constructor above stands.
constexpr Measure per_cell(Scope scope,
                           std::string_view name,
                           std::string_view unit,
                           std::string_view meaning,
                           Aggregation aggregation,
                           MeasureValue value) {
    return {name, unit, meaning, scope, aggregation, true, false, value};
}
/// The same over the whole measured period.
constexpr Measure per_run(Scope scope,
                          std::string_view name,
                          std::string_view unit,
                          std::string_view meaning,
                          Aggregation aggregation,
                          MeasureValue value) {
    return {name, unit, meaning, scope, aggregation, false, false, value};
}

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
constexpr double seconds_in_hour = 3600.0;
constexpr double seconds_in_day = 86400.0;
constexpr std::size_t focus = 0; ///< index of the kind of case
constexpr std::size_t top60 = 1;

constexpr double number(std::int64_t n) {
    return static_cast<double>(n);
}
constexpr double seconds(engine::Seconds s) {
    return number(s.count());
}
constexpr double hours(engine::Seconds s) {
    return seconds(s) / seconds_in_hour;
}
/// `nothing` when the whole is empty.
constexpr double ratio(double part, double whole) {
    return whole > 0.0 ? part / whole : nothing;
}
/// The length of the year that is measured, in seconds.
inline double length(const View& v) {
    return seconds(v.year->duur);
}

/// One fte over the working days of the year, in seconds.
inline double fte_seconds(const View& v) {
    constexpr double full_time_day = 7.2 * seconds_in_hour;
    return number(v.year->werkdagen) * full_time_day;
}
/// The part of the establishment that somebody holds.
inline double fte_held(const View& v) {
    return ratio(seconds(v.role->rooster - v.role->vacature), fte_seconds(v));
}

/// A count of the area's year.
template <std::int64_t SubregioJaar::* field>
double total(const View& v) {
    return number(v.area->steps.*field);
}
/// The same for one kind of case.
template <casus::PerSoort<std::int64_t> SubregioJaar::* field, std::size_t soort>
double total_of(const View& v) {
    return number((v.area->steps.*field)[soort]);
}
/// One count of the area's year over another.
template <std::int64_t SubregioJaar::* part, std::int64_t SubregioJaar::* whole>
double share_of(const View& v) {
    return ratio(number(v.area->steps.*part), number(v.area->steps.*whole));
}
/// Mean of a distribution of durations, in days.
inline double mean_in_days(const DurationHistogram& h) {
    return h.count() == 0 ? nothing : h.mean() / seconds_in_day;
}
/// The same for a distribution of the area's year.
template <DurationHistogram SubregioJaar::* field>
double mean_days(const View& v) {
    return mean_in_days(v.area->steps.*field);
}
/// A quantile of it, in days.
template <DurationHistogram SubregioJaar::* field, int percent>
double quantile_days(const View& v) {
    const DurationHistogram& h = v.area->steps.*field;
    return h.count() == 0 ? nothing : h.quantile(percent / 100.0) / seconds_in_day;
}

} // namespace ketenplan::analysis
