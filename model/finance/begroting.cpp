#include "finance/begroting.hpp"

#include "engine/defect.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace ketenplan::finance {

namespace {

bool is_product(Grondslag grondslag) {
    return grondslag == Grondslag::vast || grondslag == Grondslag::hoeveelheid;
}

/// Of lines that are worked out before it.
Centen loonsom(const Begrotingsmodel& model, std::span<const Centen> amounts) {
    Centen sum = 0;
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        if (model.regels[i].soort == Soort::personeel && is_product(model.regels[i].grondslag))
            sum += amounts[i];
    }
    return sum;
}

double btw_over(const Begrotingsmodel& model,
                std::span<const Centen> amounts,
                std::size_t year,
                bool incidental) {
    double sum = 0.0;
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        const Regel& line = model.regels[i];
        if (line.incidenteel == incidental && !line.btw_last.empty())
            sum += in_euro(amounts[i]) * line.btw * line.btw_last[year];
    }
    return sum;
}

double subsidie(const Regel& line, std::span<const Centen> amounts, std::size_t year) {
    Centen spent = 0;
    for (const std::size_t i : line.voor)
        spent += amounts[i];
    return std::min(line.prijs[year] * line.deel[year],
                    (1.0 - line.cofinanciering) * in_euro(spent));
}

/// Fills in the lines of one grondslag, from those that have been filled in.
template <class Amount>
void work_out(const Begrotingsmodel& model,
              Grondslag grondslag,
              std::vector<Centen>& amounts,
              const Amount& amount) {
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        if (model.regels[i].grondslag == grondslag)
            amounts[i] = centen(amount(model.regels[i]));
    }
}

} // namespace

double bedrag_van(const Regel& regel, const Hoeveelheden& hoeveelheden, std::size_t jaar) {
    const double price = regel.prijs[jaar] * regel.index[jaar] * regel.deel[jaar];
    if (regel.grondslag == Grondslag::vast)
        return price;
    const double quantity = hoeveelheden.op(regel.hoeveelheid, jaar);
    engine::ensure(std::isfinite(quantity), "a quantity to be paid for that was not observed");
    return price * quantity;
}

std::vector<Centen>
bedragen(const Begrotingsmodel& model, const Hoeveelheden& hoeveelheden, std::size_t jaar) {
    std::vector<Centen> amounts(model.regels.size(), 0);
    for (const Grondslag product : {Grondslag::vast, Grondslag::hoeveelheid})
        work_out(model, product, amounts, [&](const Regel& line) {
            return bedrag_van(line, hoeveelheden, jaar);
        });
    const double wages = in_euro(loonsom(model, amounts));
    work_out(model, Grondslag::loonsom, amounts, [&](const Regel& line) {
        return line.prijs[jaar] * line.deel[jaar] * wages;
    });
    const std::array tax{btw_over(model, amounts, jaar, false),
                         btw_over(model, amounts, jaar, true)};
    work_out(model, Grondslag::btw, amounts, [&](const Regel& line) {
        return line.deel[jaar] * tax[line.incidenteel ? 1 : 0];
    });
    work_out(model, Grondslag::subsidie, amounts, [&](const Regel& line) {
        return subsidie(line, amounts, jaar);
    });
    return amounts;
}

Totalen totalen(const Begrotingsmodel& model, std::span<const Centen> bedragen) {
    Totalen sums;
    for (std::size_t i = 0; i < bedragen.size(); ++i)
        (is_bate(model.regels[i].soort) ? sums.baten : sums.lasten) += bedragen[i];
    return sums;
}

Hoeveelheden begrote_hoeveelheden(std::span<const Hoeveelheden> replicaties) {
    engine::ensure(!replicaties.empty(), "a budget of no replications");
    Hoeveelheden mean{replicaties.front().jaren,
                      std::vector<double>(replicaties.front().values.size(), 0.0)};
    for (const Hoeveelheden& r : replicaties) {
        for (std::size_t i = 0; i < mean.values.size(); ++i)
            mean.values[i] += r.values[i];
    }
    constexpr double decimals = 1e4;
    for (double& value : mean.values)
        value = std::round(value / static_cast<double>(replicaties.size()) * decimals) / decimals;
    return mean;
}

std::vector<Begrotingsjaar> begroot(const Begrotingsmodel& model,
                                    std::span<const Hoeveelheden> replicaties) {
    const Hoeveelheden quantities = begrote_hoeveelheden(replicaties);
    std::vector<Begrotingsjaar> years(model.jaren);
    for (std::size_t y = 0; y < model.jaren; ++y) {
        std::vector<Centen> amounts = bedragen(model, quantities, y);
        for (std::size_t i = 0; i < amounts.size(); ++i) {
            if (model.regels[i].grondslag != Grondslag::subsidie)
                continue;
            double sum = 0.0;
            for (const Hoeveelheden& r : replicaties)
                sum += in_euro(bedragen(model, r, y)[i]);
            amounts[i] = centen(sum / static_cast<double>(replicaties.size()));
        }
        const Totalen sums = totalen(model, amounts);
        years[y] = {std::move(amounts), sums.lasten, sums.baten, sums.lasten - sums.baten};
    }
    return years;
}

Realisatie realiseer(const Begrotingsmodel& model,
                     const Begrotingsjaar& begroot,
                     const Hoeveelheden& hoeveelheden,
                     std::size_t jaar) {
    std::vector<Centen> amounts = bedragen(model, hoeveelheden, jaar);
    const Totalen sums = totalen(model, amounts);
    return {std::move(amounts),
            sums.lasten,
            sums.baten,
            begroot.bijdragen,
            sums.lasten - sums.baten - begroot.bijdragen};
}

} // namespace ketenplan::finance
