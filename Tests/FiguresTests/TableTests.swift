// Cells of tables are figures of their row and column.
import Figures
import Numerals
import TestSupport
import Testing

@Suite("Tables")
struct TableTests {
    func check(_ row: FigureCase) throws {
        let differences = row.differences(try sharedExtractor.get())
        #expect(differences == [])
    }

    @Test(
        "表头写明单位",
        arguments: [
            FigureCase(
                "| 指标 | 数值 |\n|---|---|\n| 图书（万册） | 1️⃣45.6 |\n| 就业率（%） | 2️⃣96.5 |\n| 专业数（个） | 3️⃣32 |\n", Want("45.6", 456_000, "册", of: "图书"),
                Want("96.5", 96.5, "%", of: "就业率", .rate), Want("32", 32, "个", of: "专业", category: "programme")),
            FigureCase(
                "| 院系 | 专任教师（人） | 设备值（万元） |\n|---|---|---|\n| 机电系 | 1️⃣86 | 2️⃣1 250.5 |\n| 护理系 | 3️⃣64 | 4️⃣980 |\n",
                Want("86", 86, "人", of: "机电系|专任教师", .value, category: "teacher"), Want("1 250.5", 12_505_000, "元", of: "机电系|设备值"),
                Want("64", 64, "人", of: "护理系|专任教师"), Want("980", 9_800_000, "元", of: "护理系|设备值")),
        ])
    func unitsInHeaders(_ row: FigureCase) throws { try check(row) }

    @Test(
        "首行皆空，其下为标题与表头",
        arguments: [
            FigureCase(
                "| | | |\n|---|---|---|\n| 2025年货物运输情况 | | |\n| 指标 | 单位 | 绝对数 |\n| **货运量** | 万吨 | 1️⃣28.5 |\n| 客运量 | 万人次 | 2️⃣19 |\n",
                Want("28.5", 285_000, "吨", of: "货运量", not: "*", period: "2025"), Want("19", 190_000, "人次", of: "客运量"))
        ])
    func emptyHeaders(_ row: FigureCase) throws { try check(row) }

    @Test(
        "标题说明不含什么",
        arguments: [
            FigureCase(
                "表1 分行业固定资产投资（不含农户）增长速度\n\n| 行业 | 比上年增长（%） |\n|---|---|\n| 采矿业 | 1️⃣8.2 |\n| 制造业 | 2️⃣-3 |\n",
                Want("8.2", 8.2, "%", of: "投资（不含农户）采矿业", .change), Want("-3", -3, "%", of: "投资（不含农户）制造业", .change))
        ])
    func limitsInCaptions(_ row: FigureCase) throws { try check(row) }

    @Test(
        "单元格自带单位",
        arguments: [
            FigureCase(
                "| 项目 | 结果 |\n|---|---|\n| 校企合作企业 | 1️⃣128家 |\n| 毕业生满意度 | 2️⃣95.8% |\n",
                Want("128家", 128, "家", of: "企业", category: "enterprise"),
                Want("95.8%", 95.8, "%", of: "满意度", .rate, category: "satisfaction"))
        ])
    func unitsInCells(_ row: FigureCase) throws { try check(row) }

    @Test(
        "单位另列，年份成列",
        arguments: [
            FigureCase(
                "| 指标 | 单位 | 2022年 | 2023年 |\n|---|---|---|---|\n| 在校生 | 人 | 1️⃣9600 | 2️⃣9820 |\n| 学费收入 | 万元 | 3️⃣4300 | 4️⃣4510.5 |\n| 生师比 | — | 5️⃣16.5 | 6️⃣16.1 |\n",
                Want("9600", 9600, "人", of: "在校生", .value, category: "student", period: "2022", basis: .some(.context)),
                Want("9820", 9820, "人", of: "在校生", period: "2023", basis: .some(.context)),
                Want("4300", 43_000_000, "元", of: "学费", category: "funding", period: "2022"),
                Want("4510.5", 45_105_000, "元", of: "学费", period: "2023"), Want("16.5", 16.5, "", of: "生师比", .rate, period: "2022"),
                Want("16.1", 16.1, "", of: "生师比", .rate, period: "2023"))
        ])
    func unitColumnAndYears(_ row: FigureCase) throws { try check(row) }

    @Test(
        "表题说明范围，指标名和表头不重复",
        arguments: [
            FigureCase(
                "表3 2024年规模以上工业企业主要产品产量\n\n| 产品 | 单位 | 产量 | 比上年增长（%） |\n|---|---|---|---|\n| 布 | 万米 | 1️⃣80 | 2️⃣3.0 |\n| 供热量 | 万吨 | 3️⃣50 | 4️⃣-1.5 |\n",
                Want("80", 800_000, "米", of: "规模以上工业企业布产量", .value), Want("3.0", 3, "%", of: "规模以上工业企业布产量比上年增长", .change),
                Want("50", 500_000, "吨", of: "规模以上工业企业供热量", .value), Want("-1.5", -1.5, "%", of: "规模以上工业企业供热量比上年增长", .change)),
            FigureCase(
                "| 项目 | 养殖面积（亩） | 产量（吨） |\n|---|---|---|\n| 水产养殖面积 | 1️⃣900 | 2️⃣700 |\n| 鱼类[2] | 3️⃣500 | 4️⃣400 |\n",
                Want("900", 900, "亩", of: "水产养殖面积"), Want("700", 700, "吨", of: "水产产量"), Want("500", 500, "亩", of: "鱼类养殖面积"),
                Want("400", 400, "吨", of: "鱼类产量")),
            FigureCase(
                "表1 2024年居民消费价格比上年涨跌幅度\n\n| 指标 | 涨跌幅度（%） |\n|---|---|\n| 居民消费价格总指数（CPI） | 1️⃣0.4 |\n| 文娱用品 | 2️⃣-0.6 |\n",
                Want("0.4", 0.4, "%", of: "居民消费价格总指数", .change), Want("-0.6", -0.6, "%", of: "居民消费价格文娱用品", .change)),
        ])
    func captionScope(_ row: FigureCase) throws { try check(row) }

    @Test(
        "序号、空格和短横不是数",
        arguments: [
            FigureCase(
                "| 序号 | 学校 | 招生数（人） |\n|---|---|---|\n| 1 | 城东中学 | 1️⃣450 |\n| 2 | 城西中学 | — |\n| 3 | 城南中学 |  |\n| 4 | 城北中学 | 2️⃣380 |\n",
                Want("450", 450, "人", of: "招生"), Want("380", 380, "人", of: "招生"))
        ])
    func serialsAndBlanks(_ row: FigureCase) throws { try check(row) }

    @Test(
        "比例行和比例列",
        arguments: [
            FigureCase(
                "| 职称 | 人数 | 占比 |\n|---|---|---|\n| 教授 | 1️⃣40 | 2️⃣12.5% |\n| 讲师 | 3️⃣280 | 4️⃣87.5% |\n", Want("40", 40, "人", of: "教授", .value),
                Want("12.5%", 12.5, "%", of: "教授", .rate), Want("280", 280, "人", of: "讲师", .value),
                Want("87.5%", 87.5, "%", of: "讲师", .rate))
        ])
    func shares(_ row: FigureCase) throws { try check(row) }

    @Test(
        "表题写明单位",
        arguments: [
            FigureCase(
                "表3 2023年经费收入（单位：万元）\n\n| 来源 | 金额 |\n|---|---|\n| 财政拨款 | 1️⃣5200 |\n| 社会捐赠 | 2️⃣38.6 |\n",
                Want("5200", 52_000_000, "元", of: "财政拨款", category: "funding", period: "2023"),
                Want("38.6", 386_000, "元", of: "捐赠", category: "funding"))
        ])
    func unitInCaption(_ row: FigureCase) throws { try check(row) }

    @Test(
        "表下的来源写明学年",
        arguments: [
            FigureCase(
                "## 师资\n\n| 职称 | 教师（人） |\n|---|---|\n| 教授 | 1️⃣41 |\n\n数据来源：滨湖技师学院2016-2017学年数据平台。\n",
                Want("41", 41, "人", of: "教授", period: "2016/2017", basis: .some(.context))),
            FigureCase(
                "| 职称 | 2015年教师（人） |\n|---|---|\n| 教授 | 1️⃣41 |\n\n资料来源：滨湖技师学院2016年数据平台。\n",
                Want("41", 41, "人", of: "教授", period: "2015", basis: .some(.context))),
            FigureCase(
                "# 滨湖技师学院2020年质量报告\n\n| 职称 | 教师（人） |\n|---|---|\n| 教授 | 1️⃣41 |\n\n来源：滨湖技师学院网站2018年3月5日。\n",
                Want("41", 41, "人", of: "教授", period: "2020", basis: .some(.report))),
            FigureCase(
                "# 滨湖技师学院2020年质量报告\n\n| 职称 | 教师（人） |\n|---|---|\n| 教授 | 1️⃣41 |\n\n注：2019年起统计口径有调整。\n",
                Want("41", 41, "人", of: "教授", period: "2020", basis: .some(.report))),
            FigureCase(
                "| 职称 | 教师（人） |\n|---|---|\n| 教授 | 1️⃣41 |\n\n资料来源：《滨湖年鉴2018》。\n",
                Want("41", 41, "人", of: "教授", period: .some(nil))),
        ])
    func periodOfTheSource(_ row: FigureCase) throws { try check(row) }

    @Test(
        "增速有正有负",
        arguments: [
            FigureCase(
                "| 行业 | 比上年增长（%） |\n|---|---|\n| 采矿业 | 1️⃣-8.3 |\n| 制造业 | 2️⃣6.7 |\n", Want("-8.3", -8.3, "%", of: "采矿业", .change),
                Want("6.7", 6.7, "%", of: "制造业", .change))
        ])
    func growth(_ row: FigureCase) throws { try check(row) }

    @Test(
        "部分之行由总行补足",
        arguments: [
            FigureCase(
                "表1 各种方式完成运输总量\n\n| 指标 | 单位 | 绝对数 |\n|---|---|---|\n| 旅客运输总量 | 万人 | 1️⃣90 |\n| 公路 | 万人 | 2️⃣60 |\n| 货物运输总量 | 万吨 | 3️⃣70 |\n| 公路 | 万吨 | 4️⃣50 |\n",
                Want("90", 900_000, "人", of: "旅客运输总量"), Want("60", 600_000, "人", of: "旅客运输总量|公路", not: "货物"),
                Want("70", 700_000, "吨", of: "货物运输总量"), Want("50", 500_000, "吨", of: "货物运输总量|公路", not: "旅客")),
            FigureCase(
                "表2 主要产品产量\n\n| 名称 | 单位 | 产量 |\n|---|---|---|\n| 发电量 | 亿千瓦时 | 1️⃣25 |\n| 水泥 | 万吨 | 2️⃣39 |\n",
                Want("25", 2_500_000_000, "千瓦时", of: "发电量", not: "发电量产量"), Want("39", 390_000, "吨", of: "水泥|产量")),
            FigureCase(
                "表3 居民消费价格指数\n\n| 指标 | 价格指数 |\n|---|---|\n| 居民消费价格 | 1️⃣100.4 |\n| 其中：食品 | 2️⃣101.2 |\n| 衣着 | 3️⃣99.8 |\n",
                Want("100.4", 100.4, "", of: "居民消费价格指数", not: "价格价格"), Want("101.2", 101.2, "", of: "居民消费价格|食品"),
                Want("99.8", 99.8, "", of: "居民消费价格|衣着")),
            FigureCase(
                "表4 各类学校基本情况\n\n| 学校类别 | 在校生（人） |\n|---|---|\n| 中等职业学校 | 1️⃣900 |\n| 普通高中 | 2️⃣800 |\n",
                Want("900", 900, "人", of: "中等职业学校在校生"), Want("800", 800, "人", of: "普通高中在校生", not: "职业学校")),
        ])
    func partsOfRows(_ row: FigureCase) throws { try check(row) }
}
