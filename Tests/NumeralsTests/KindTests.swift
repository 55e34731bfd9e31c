// Numerals that state no quantity, each by its name.
import Numerals
import ReportText
import TestSupport
import Testing

@Suite("Kinds of numerals")
struct KindTests {
    func check(_ row: NumeralCase) throws {
        let differences = row.differences(try sharedScanner.get())
        #expect(differences == [])
    }

    @Test(
        "Dates",
        arguments: [
            NumeralCase("1️⃣2023年9月起", WantNumeral("2023年9月", .date)),
            NumeralCase("1️⃣2023年9月5日起", WantNumeral("2023年9月5日", .date)),
            NumeralCase("1️⃣2023 年 9 月起", WantNumeral("2023 年 9 月", .date)),
            NumeralCase("1️⃣二〇二四年六月一日", WantNumeral("二〇二四年六月一日", .date)),
            NumeralCase("发布时间：1️⃣2023-08-08", WantNumeral("2023-08-08", .date)),
            NumeralCase("发布时间：1️⃣2023/8/8", WantNumeral("2023/8/8", .date)),
            NumeralCase("发布时间：1️⃣2023.8.8", WantNumeral("2023.8.8", .date)),
            NumeralCase("自1️⃣9月1日开学", WantNumeral("9月1日", .date)),
            NumeralCase("自1️⃣9月开学", WantNumeral("9月", .date)),
        ])
    func dates(_ row: NumeralCase) throws { try check(row) }

    @Test(
        "Periods",
        arguments: [
            NumeralCase("1️⃣2023年招生", WantNumeral("2023年", .period)),
            NumeralCase("1️⃣2023年度招生", WantNumeral("2023年度", .period)),
            NumeralCase("发布《1️⃣2023某地技工教育年报》", WantNumeral("2023", .period)),
            NumeralCase("1️⃣二〇二四年招生", WantNumeral("二〇二四年", .period)),
            NumeralCase("1️⃣2017—2020年招生", WantNumeral("2017—2020年", .period)),
            NumeralCase("1️⃣2017年至2020年招生", WantNumeral("2017年至2020年", .period)),
            NumeralCase("1️⃣2013-2014学年招生", WantNumeral("2013-2014学年", .period)),
            NumeralCase("1️⃣1—6月招生", WantNumeral("1—6月", .period)),
            NumeralCase("1️⃣2023年1月至6月招生", WantNumeral("2023年1月至6月", .period)),
            NumeralCase("1️⃣2025届学生", WantNumeral("2025届", .period)),
            NumeralCase("1️⃣2021级学生", WantNumeral("2021级", .period)),
            NumeralCase("近1️⃣三年来", WantNumeral("三年来", .period)),
            NumeralCase("近1️⃣5年来", WantNumeral("5年", .period)),
            NumeralCase("历时1️⃣6个月", WantNumeral("6个月", .period)),
            NumeralCase("1️⃣上半年招生", WantNumeral("上半年", .period)),
            NumeralCase("“1️⃣十四五”以来", WantNumeral("十四五", .period)),
            NumeralCase("1️⃣20世纪以来", WantNumeral("20世纪", .period)),
            NumeralCase("建校1️⃣60周年", WantNumeral("60周年", .period)),
        ])
    func periods(_ row: NumeralCase) throws { try check(row) }

    @Test(
        "Ordinals",
        arguments: [
            NumeralCase("名列1️⃣第三", WantNumeral("第三", .ordinal)),
            NumeralCase("名列1️⃣第5位", WantNumeral("第5", .ordinal)),
            NumeralCase("获1️⃣一等奖", WantNumeral("一等奖", .ordinal)),
            NumeralCase("获1️⃣一、二等奖", WantNumeral("一、二等奖", .ordinal)),
        ])
    func ordinals(_ row: NumeralCase) throws { try check(row) }

    @Test(
        "Schemes, models, versions, documents, phones",
        arguments: [
            NumeralCase("电话：1️⃣0512-65551234", WantNumeral("0512-65551234", .phone)),
            NumeralCase("“1️⃣3+2”培养", WantNumeral("3+2", .schemeName)),
            NumeralCase("“1️⃣1+X”证书", WantNumeral("1+X", .schemeName)),
            NumeralCase("“1️⃣1+1+1”模式", WantNumeral("1+1+1", .schemeName)),
            NumeralCase("铺设1️⃣5G网络", WantNumeral("5G", .model)),
            NumeralCase("平台1️⃣2.0版", WantNumeral("2.0版", .version)),
            NumeralCase("苏教1️⃣〔2019〕2️⃣13号", WantNumeral("〔2019〕", .documentNumber), WantNumeral("13号", .documentNumber)),
            NumeralCase("电话：1️⃣13800138000", WantNumeral("13800138000", .phone)),
            NumeralCase("热线1️⃣400-800-1234", WantNumeral("400-800-1234", .phone)),
            NumeralCase("会议在1️⃣9:30开始", WantNumeral("9:30", .time)),
            NumeralCase("会议在1️⃣14:05:30结束", WantNumeral("14:05:30", .time)),
        ])
    func names(_ row: NumeralCase) throws { try check(row) }

    @Test(
        "Labels and idioms",
        arguments: [
            NumeralCase("推行“1️⃣五个一”工程", WantNumeral("五个一", .label)),
            NumeralCase("1️⃣三市携手", WantNumeral("三市", .label)),
            NumeralCase("从1️⃣三个方面分析", WantNumeral("三个方面", .label)),
            NumeralCase("按1️⃣1%人口抽样调查推算", WantNumeral("1%人口抽样", .label)),
            NumeralCase("如图 1️⃣5、表 2️⃣3 所示", WantNumeral("5", .caption), WantNumeral("3", .caption)),
            NumeralCase("1️⃣一体化建设", WantNumeral("一体化", .idiom)),
            NumeralCase("1️⃣一批项目", WantNumeral("一批", .idiom)),
            NumeralCase("建成1️⃣一个平台", WantNumeral("一个", .idiom)),
            NumeralCase("位列1️⃣500强", WantNumeral("500强", .label)),
            NumeralCase("1️⃣三级医院", WantNumeral("三级", .label)),
        ])
    func labels(_ row: NumeralCase) throws { try check(row) }

    @Test(
        "Words whose characters happen to be numerals hold none",
        arguments: [
            "统一部署", "唯一途径", "万一", "千方百计", "十分重要", "零部件", "三角形", "队伍建设", "百姓", "数据", "几乎", "双师型教师", "半导体", "两岸", "第一线",
        ])
    func noQuantity(_ text: String) throws {
        let numerals = try sharedScanner.get().scan(Passage(cellText: ReportText(text).scalars))
        #expect(!numerals.contains { $0.kind == .figure || $0.kind == .unresolved })
    }

    @Test(
        "Where a numeral stands can say what it is",
        arguments: [
            NumeralCase("1️⃣（一）加强领导，落实责任。", WantNumeral("（一）", .listMarker), in: .paragraph),
            NumeralCase("1️⃣一是加强领导。", WantNumeral("一", .listMarker), in: .paragraph),
            NumeralCase("1️⃣3.加强领导，落实责任。", WantNumeral("3.", .listMarker), in: .paragraph),
            NumeralCase("## 1️⃣二、师资队伍", WantNumeral("二、", .section), in: .heading),
            NumeralCase("## 1️⃣第三章 师资队伍", WantNumeral("第三章", .section), in: .heading),
            NumeralCase("## 1️⃣1.2 师资队伍", WantNumeral("1.2", .section), in: .heading),
            NumeralCase("表1️⃣3-2 教师人数", WantNumeral("3-2", .caption), in: .caption),
            NumeralCase("图 1️⃣7 课程体系", WantNumeral("7", .caption), in: .caption),
            NumeralCase("师资队伍………… 1️⃣17", WantNumeral("17", .page), in: .contents),
            NumeralCase("— 1️⃣17 —", WantNumeral("17", .page), in: .furniture),
            NumeralCase("人数见表1️⃣5。", WantNumeral("5", .caption), in: .paragraph),
        ])
    func places(_ row: NumeralCase) throws { try check(row) }

    @Test(
        "A number that looks like numbering is a number",
        arguments: [
            NumeralCase("1️⃣3.5万人参加了培训。", WantNumeral("3.5万人", 35000, "人"), in: .paragraph),
            NumeralCase("1️⃣12家工厂参加。", WantNumeral("12家", 12, "家"), in: .paragraph),
        ])
    func numbersAtTheStart(_ row: NumeralCase) throws { try check(row) }
}
