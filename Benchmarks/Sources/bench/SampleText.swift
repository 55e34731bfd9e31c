// Text to measure with: reports in Chinese, each sentence put together anew so that no two lines are alike.
import Glibc

extension Bench {
    /// Writes a report of so many megabytes (10^6 bytes): headings, paragraphs of several sentences, a table now and then.
    /// - Parameter isDense: sentences as full of figures as those of a statistical bulletin, one in 25 to 30 characters.
    static func make(path: String, megabytes: Int, isDense: Bool = false) throws {
        guard let file = fopen(path, "w") else { throw Failure(path: path) }
        defer { fclose(file) }
        var random = Counter()
        var written = 0
        var paragraph = 0
        while written < megabytes * 1_000_000 {
            var text = ""
            if paragraph % 40 == 0 { text += "## 第\(paragraph / 40 + 1)部分　\(random.pick(regions))产教融合发展情况\n\n" }
            if paragraph % 25 == 24 { text += table(&random) }
            for _ in 0..<(2 + random.next(5)) { text += isDense ? denseSentence(&random) : sentence(&random) }
            text += "\n\n"
            paragraph += 1
            fputs(text, file)
            written += text.utf8.count
        }
    }

    private static let regions = ["苏州市", "无锡市", "常州市", "浙江省", "山东省", "湖南省", "贵州省", "海南省", "江苏省", "焦作市"]
    private static let schools = ["职业技术学院", "高等职业学校", "应用技术大学", "工程职业学院", "中等职业学校"]
    private static let things = [
        ("合作企业", "家"), ("高技能人才", "万人"), ("发明专利", "件"), ("专任教师", "人"), ("实训基地", "个"), ("毕业生就业率", "%"), ("科研经费", "万元"),
        ("在校生", "人"), ("课程标准", "项"), ("建筑面积", "平方米"),
    ]
    private static let bounds = ["", "近", "超过", "约", "达到", "不足", "突破"]
    private static let fillers = [
        "坚持以服务发展为宗旨，以促进就业为导向，", "面对复杂的外部环境和繁重的改革任务，", "围绕现代化产业体系建设的需要，",
        "在各方面的共同努力下，", "深入推进产教融合、校企合作，", "健全多元办学格局，完善育人机制，",
    ]

    private static func sentence(_ random: inout Counter) -> String {
        let (thing, unit) = random.pick(things)
        let filler = random.next(2) == 0 ? random.pick(fillers) : ""
        let number = unit == "%" ? "\(random.next(100)).\(random.next(10))" : "\(1 + random.next(9999))"
        switch random.next(4) {
        case 0: return "\(filler)\(random.pick(regions))的学校继续深化改革，不断提高人才培养质量，取得明显成效。"
        case 1:
            return
                "\(2015 + random.next(11))年，\(filler)\(random.pick(regions))\(thing)\(random.pick(bounds))\(number)\(unit)，比上年增长\(random.next(30)).\(random.next(10))%。"
        case 2: return "\(filler)\(random.pick(regions))\(random.pick(schools))共有\(thing)\(random.pick(bounds))\(number)\(unit)。"
        default: return "\(filler)各地、各部门协同推进，形成政府统筹、行业指导、企业参与、学校实施的工作机制。"
        }
    }

    private static let branches = ["农业", "建筑业", "制造业", "信息服务", "交通运输", "住宿餐饮", "文化旅游", "科学研究", "居民服务"]
    private static let amounts = ["增加值", "营业收入", "固定资产投资", "利润总额", "税收收入", "出口总额"]

    /// Amounts with their growth, parts of a whole, counts of several things, a share, now and then words alone.
    private static func denseSentence(_ random: inout Counter) -> String {
        let (region, branch, amount) = (random.pick(regions), random.pick(branches), random.pick(amounts))
        let (thing, unit) = random.pick(things)
        func number() -> String { "\(1 + random.next(9999)).\(random.next(10))" }
        func rate() -> String { "\(random.next(30)).\(random.next(10))%" }
        let change = random.next(3) == 0 ? "下降" : "增长"
        switch random.next(8) {
        case 0:
            return
                "全年\(region)\(branch)\(amount)\(number())亿元，比上年\(change)\(rate())；其中，\(random.pick(branches))\(amount)\(number())亿元，\(change)\(rate())。"
        case 1:
            return
                "年末\(region)共有\(random.pick(schools))\(1 + random.next(99))所，\(thing)\(random.pick(bounds))\(random.next(9999))\(unit)，占全部\(branch)单位的\(rate())。"
        case 2:
            return
                "\(2015 + random.next(11))年\(region)\(branch)和\(random.pick(branches))\(amount)分别为\(number())亿元和\(number())亿元，\(random.pick(fillers))比上年分别\(change)\(rate())和\(rate())。"
        case 3:
            return
                "分行业看，\(branch)\(amount)\(change)\(rate())，\(random.pick(branches))\(change)\(rate())，\(random.pick(branches))增长\(rate())。"
        case 4: return "\(random.pick(fillers))\(region)推动\(branch)与职业教育协同发展，\(thing)累计\(random.pick(bounds))\(random.next(9999))\(unit)。"
        default: return "\(random.pick(fillers))\(region)继续做好\(branch)的各项工作，服务能力进一步提升。"
        }
    }

    private static func table(_ random: inout Counter) -> String {
        var text = "| 指标 | 单位 | 2023年 | 2024年 |\n|---|---|---|---|\n"
        for (thing, unit) in things { text += "| \(thing) | \(unit) | \(random.next(1000)) | \(random.next(1000)) |\n" }
        return text + "\n"
    }

    /// The same numbers in every run (SplitMix64).
    private struct Counter {
        private var state: UInt64 = 1
        mutating func next(_ limit: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
            return Int((z ^ z >> 31) % UInt64(limit))
        }
        mutating func pick<T>(_ values: [T]) -> T { values[next(values.count)] }
    }
}
