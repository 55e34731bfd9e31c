// What columns and their codes are called by people: seeds/fields.csv and seeds/codes.csv.
import ArgumentParser
import Vocabulary
import Zhibiao

/// What columns are called by.
enum Labels: String, CaseIterable, ExpressibleByArgument {
    case zh, en, code

    /// What tables for people are labelled with where nothing is asked for: the stable names, or Chinese ones on a Chinese screen.
    static var ofScreen: Labels { Language.current == .zh ? .zh : .code }
}

/// The names of fields and codes.
struct FieldTable {
    /// A column of the views.
    struct Field {
        let name: String
        let zh: String
        let en: String
        /// `integer`, `number` or `string`.
        let type: String
        let aboutZh: String
        let about: String

        func label(_ labels: Labels) -> String {
            switch labels {
            case .zh: zh
            case .en: en
            case .code: name
            }
        }
    }

    private let fields: [String: Field]
    /// By field, then code: the name in Chinese and in English.
    private let codes: [String: [String: (zh: String, en: String)]]

    init() throws {
        var fields: [String: Field] = [:]
        let table = try SeedTable.embedded("fields")
        for row in table.rows {
            func value(_ column: String) -> String { table.value(row, column) }
            fields[value("name")] = Field(
                name: value("name"), zh: value("zh"), en: value("en"), type: value("type"), aboutZh: value("about_zh"),
                about: value("about"))
        }
        self.fields = fields
        var codes: [String: [String: (zh: String, en: String)]] = [:]
        let names = try SeedTable.embedded("codes")
        for row in names.rows {
            codes[names.value(row, "field"), default: [:]][names.value(row, "code")] = (names.value(row, "zh"), names.value(row, "en"))
        }
        for (field, file) in [("category", "categories"), ("indicator_label", "indicators")] {
            let names = try SeedTable.embedded(file)
            for row in names.rows {
                codes[field, default: [:]][names.value(row, "code")] = (names.value(row, "zh"), names.value(row, "en"))
            }
        }
        self.codes = codes
    }

    subscript(name: String) -> Field? { fields[name] }

    /// The field of this name, in any of its languages, or as the contract calls it.
    func named(_ name: String) -> Field? {
        let lower = name.lowercased()
        let own = ["start": "char_start", "end": "char_end"][lower] ?? lower
        return fields[own] ?? FigureRecord.columns.compactMap { fields[$0] }.first { $0.zh == name || $0.en.lowercased() == lower }
    }

    /// The field of this Chinese name.
    func inChinese(_ name: String) -> Field? { fields.values.first { $0.zh == name } }

    /// What a column of figures is called.
    func label(_ name: String, _ labels: Labels) -> String { fields[name]?.label(labels) ?? name }

    /// The codes that a field of figures can hold, in no order; empty where it holds anything.
    func codes(of field: String) -> [String] { codes[field].map { Array($0.keys) } ?? [] }

    /// What a code of a field is called; itself where it has no name.
    func label(_ code: String, of field: String, _ labels: Labels) -> String {
        guard let names = codes[field]?[code] else { return code }
        let label =
            switch labels {
            case .zh: names.zh
            case .en: names.en
            case .code: code
            }
        return label.isEmpty ? code : label
    }
}
