#include "output/echo.hpp"

#include "output/value_writer.hpp"

namespace ketenplan::runner {

namespace {

class EchoVisitor : public ValueWriter {
public:
    std::vector<EchoedValue> values;

protected:
    void write(const parameters::Row& row, const std::string& toml) override {
        values.push_back({path(row.key), toml});
    }
};

} // namespace

std::vector<EchoedValue> echo(const parameters::Parameters& p) {
    EchoVisitor visitor;
    parameters::look(visitor, p);
    return visitor.values;
}

} // namespace ketenplan::runner
