// The Swift example of the README, compiled and run as it is printed there.
// README example begins
import Zhibiao

func printEmploymentRates(_ path: String) throws {
    let database = try MetricsDatabase.open(path, .readOnly)
    let question = FigureQuery().withRegion("江苏省").sorted(by: .value, descending: true).limited(to: 5)
    for rate in try database.employmentRates(question) {
        print(rate.subject ?? "?", rate.period ?? "?", rate.value.value, "%", rate.value.bound)
    }
}
// README example ends
