#include "output/month_words.hpp"

#include <array>

namespace ketenplan::runner {

namespace {

constexpr std::array vocabulary{
    MonthWords{
        "wacht_focus",
        "wachttijd-focus",
        "Dagen van besluit tot eerste overleg, van focuscasussen, naar de maand van het besluit",
        "dagen",
        1.0,
        "langer",
        "korter",
        "{waar} wacht een focuscasus met besluit in {maand} gemiddeld {verschil} {meer} op het "
        "eerste overleg",
        "{waar} wacht een focuscasus niet aantoonbaar langer of korter op het eerste overleg",
        "{waar} wacht een focuscasus {even} lang op het eerste overleg",
        "{waar} wacht een focuscasus gemiddeld {niveau} op het eerste overleg"},
    MonthWords{
        "wacht_top60",
        "wachttijd-top60",
        "Dagen van besluit tot eerste overleg, van Top60-casussen, naar de maand van het besluit",
        "dagen",
        1.0,
        "langer",
        "korter",
        "{waar} wacht een Top60-casus met besluit in {maand} gemiddeld {verschil} {meer} op het "
        "eerste overleg",
        "{waar} wacht een Top60-casus niet aantoonbaar langer of korter op het eerste overleg",
        "{waar} wacht een Top60-casus {even} lang op het eerste overleg",
        "{waar} wacht een Top60-casus gemiddeld {niveau} op het eerste overleg"},
    MonthWords{"wachtend_focus",
               "wachtend-focus",
               "Focuscasussen die op hun eerste overleg wachten, gemiddeld over de maand",
               "focuscasussen",
               1.0,
               "meer",
               "minder",
               "{waar} wachten in {maand} gemiddeld {verschil} {meer} op hun eerste overleg",
               "{waar} wachten niet aantoonbaar meer of minder focuscasussen op hun eerste overleg",
               "{waar} wachten {even} veel focuscasussen op hun eerste overleg",
               "{waar} wachten gemiddeld {niveau} op hun eerste overleg"},
    MonthWords{
        "wachtend_top60",
        "wachtend-top60",
        "Top60-casussen die op hun eerste overleg wachten, gemiddeld over de maand",
        "Top60-casussen",
        1.0,
        "meer",
        "minder",
        "{waar} wachten in {maand} gemiddeld {verschil} {meer} op hun eerste overleg",
        "{waar} wachten niet aantoonbaar meer of minder Top60-casussen op hun eerste overleg",
        "{waar} wachten {even} veel Top60-casussen op hun eerste overleg",
        "{waar} wachten gemiddeld {niveau} op hun eerste overleg"},
    MonthWords{"doorlooptijd_weging",
               "doorlooptijd-weging",
               "Dagen van melding tot laatste besluit, naar de maand van het besluit",
               "dagen",
               1.0,
               "langer",
               "korter",
               "{waar} duurt de weging van een melding met besluit in {maand} gemiddeld {verschil} "
               "{meer}",
               "{waar} duurt de weging niet aantoonbaar langer of korter",
               "{waar} duurt de weging {even} lang",
               "{waar} duurt de weging van een melding gemiddeld {niveau}"},
    MonthWords{
        "contacten_te_laat_maand",
        "contacten-te-laat",
        "Deel van de contacten met de casushouder dat na de termijn komt, in procenten",
        "procentpunt",
        100.0,
        "hoger",
        "lager",
        "{waar} ligt het deel van de contacten dat te laat komt in {maand} {verschil} {meer}",
        "{waar} komen niet aantoonbaar meer of minder contacten te laat",
        "{waar} komen {even} veel contacten te laat",
        "{waar} komt gemiddeld {niveau} van de contacten te laat"},
    MonthWords{"open_werk",
               "open-werk",
               "Uren werk die nog te doen zijn, gemiddeld over de maand",
               "uur",
               1.0,
               "meer",
               "minder",
               "{waar} ligt er in {maand} gemiddeld {verschil} {meer} werk te wachten",
               "{waar} ligt er niet aantoonbaar meer of minder werk te wachten",
               "{waar} ligt er {even} veel werk te wachten",
               "{waar} ligt er gemiddeld {niveau} werk te wachten"},
};

} // namespace

std::span<const MonthWords> month_vocabulary() {
    return vocabulary;
}

} // namespace ketenplan::runner
