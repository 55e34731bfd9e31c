// Cells of tables in HTML and of tables set in columns by spaces: spans, several header rows, groups, titles and notes.
import Figures
import ReportText
import TestSupport
import Testing

@Suite("Tables of pages and of plain text")
struct TableHTMLTests {
    func check(_ row: FigureCase) throws {
        let differences = row.differences(try sharedExtractor.get())
        #expect(differences == [])
    }

    @Test(
        "表头两层，横跨竖跨",
        arguments: [
            FigureCase(
                """
                <table><thead><tr><th rowspan=2>指&nbsp;标</th><th rowspan="2">单位</th><th colspan=2>2025年</th></tr><tr><th>绝对数</th><th>比上年增长%</th></tr></thead>
                <tr><td>社会消费品零售总额</td><td>亿元</td><td>1️⃣1 205.6</td><td>2️⃣-3.2</td></tr>
                <tr><td>在校学生</td><td>万人</td><td>3️⃣12.5</td><td>4️⃣0</td></tr></table>
                """,
                Want("1 205.6", 120_560_000_000, "元", of: "零售总额", .value, period: "2025", basis: .some(.context)),
                Want("-3.2", -3.2, "%", of: "零售总额|增长", .change, period: "2025"),
                Want("12.5", 125_000, "人", of: "学生", .value, category: "student"),
                Want("0", 0, "%", of: "学生|增长", .change)),
            FigureCase(
                """
                <table><tr><td rowspan=3>地区</td><td colspan=4>招生人数（人）</td></tr><tr><td colspan=2>2024年</td><td colspan=2>2025年</td></tr>
                <tr><td>普通高中</td><td>中职学校</td><td>普通高中</td><td>中职学校</td></tr>
                <tr><td>苏州市</td><td>1️⃣41000</td><td>2️⃣18000</td><td>3️⃣42000</td><td>4️⃣19000</td></tr></table>
                """,
                Want("41000", 41000, "人", of: "招生|普通高中", subject: "苏州市", period: "2024"),
                Want("18000", 18000, "人", of: "招生|中职", period: "2024"),
                Want("42000", 42000, "人", of: "招生|普通高中", period: "2025"),
                Want("19000", 19000, "人", of: "中职", subject: "苏州市", period: "2025")),
        ])
    func headerRows(_ row: FigureCase) throws { try check(row) }

    @Test(
        "行首竖跨",
        arguments: [
            FigureCase(
                """
                <table><tr><th>学院</th><th>类别</th><th>人数（人）</th></tr><tr><td rowspan=2>机电学院</td><td>专任教师</td><td>1️⃣80</td></tr>
                <tr><td>兼职教师</td><td>2️⃣35</td></tr><tr><td colspan=2>合计</td><td>3️⃣115</td></tr></table>
                """,
                Want("80", 80, "人", of: "专任教师"), Want("35", 35, "人", of: "兼职教师", category: "teacher"), Want("115", 115, "人", of: "合计"))
        ])
    func rowSpans(_ row: FigureCase) throws { try check(row) }

    @Test(
        "分组行限定其下各行",
        arguments: [
            FigureCase(
                """
                <p>表3 2024年全市规模以上工业增加值</p><table><tr><td>指标</td><td>比上年增长（%）</td></tr><tr><td>规模以上工业增加值</td><td>1️⃣7.5</td></tr>
                <tr><td colspan=2>分轻重工业</td></tr><tr><td>轻工业</td><td>2️⃣-2.1</td></tr><tr><td>重工业</td><td>3️⃣9.3</td></tr>
                <tr><td colspan=2>按经济类型分：</td></tr><tr><td>国有企业</td><td>4️⃣0.0</td></tr></table>
                """,
                Want("7.5", 7.5, "%", of: "规模以上工业增加值", .change, category: "economy", period: "2024"),
                Want("-2.1", -2.1, "%", of: "工业增加值|轻工业", .change, category: "economy"),
                Want("9.3", 9.3, "%", of: "重工业", not: "轻"),
                Want("0.0", 0, "%", of: "增加值|国有企业", .change, category: "economy", period: "2024")),
            FigureCase(
                """
                <table><tr><td>项目</td><td>数量（人）</td></tr><tr><td colspan=2>一、专任教师</td></tr><tr><td>博士</td><td>1️⃣12</td></tr><tr><td>其中：女性</td><td>2️⃣5</td></tr>
                <tr><td colspan=2>二、在校生</td></tr><tr><td>本科</td><td>3️⃣9000</td></tr></table>
                """,
                Want("12", 12, "人", of: "专任教师|博士"), Want("5", 5, "人", of: "博士|女性"), Want("9000", 9000, "人", of: "在校生|本科", not: "教师")),
        ])
    func groups(_ row: FigureCase) throws { try check(row) }

    @Test(
        "表题行、单位行、表注",
        arguments: [
            FigureCase(
                "<table><tr><td colspan=3>2023年经费收入情况</td></tr><tr><td colspan=3>单位：万元</td></tr><tr><td>序号</td><td>来源</td><td>金额</td></tr><tr><td>1</td><td>财政拨款</td><td>1️⃣5,200</td></tr><tr><td>2</td><td>社会捐赠</td><td>2️⃣38.6</td></tr></table>",
                Want("5,200", 52_000_000, "元", of: "财政拨款", category: "funding", period: "2023", basis: .some(.context)),
                Want("38.6", 386_000, "元", of: "捐赠", period: "2023")),
            FigureCase(
                "<p>表8 2023年经费收入</p><p style='text-align:right'>单位：万元</p><table><tr><td>来源</td><td>金额</td></tr><tr><td>财政拨款</td><td>1️⃣5200</td></tr><tr><td>社会捐赠</td><td>2️⃣0</td></tr></table>",
                Want("5200", 52_000_000, "元", of: "财政拨款", period: "2023"), Want("0", 0, "元", of: "捐赠")),
            FigureCase(
                "<table><caption>2023年经费收入（单位：万元）</caption><tr><td>来源</td><td>金额</td></tr><tr><td>财政拨款</td><td>1️⃣5200</td></tr><tr><td>社会捐赠</td><td>/</td></tr><tr><td>其他</td><td>…</td></tr></table>",
                Want("5200", 52_000_000, "元", of: "财政拨款", period: "2023")),
        ])
    func titlesAndNotes(_ row: FigureCase) throws { try check(row) }

    @Test(
        "年份成行，编码、电话、名次不是数",
        arguments: [
            FigureCase(
                "<table><tr><th>年份</th><th>招生（人）</th></tr><tr><td>2022</td><td>1️⃣3100</td></tr><tr><td>2023</td><td>2️⃣3250</td></tr></table>",
                Want("3100", 3100, "人", of: "招生", period: "2022"), Want("3250", 3250, "人", of: "招生", period: "2023")),
            FigureCase(
                "<table><tr><th>学校</th><th>代码</th><th>电话</th><th>名次</th><th>招生（人）</th></tr><tr><td>城东中学</td><td>10023</td><td>65412345</td><td>3</td><td>1️⃣450</td></tr><tr><td>城西中学</td><td>10024</td><td>65412346</td><td>1</td><td>2️⃣380</td></tr></table>",
                Want("450", 450, "人", of: "招生"), Want("380", 380, "人", of: "招生")),
        ])
    func yearsAndCodes(_ row: FigureCase) throws { try check(row) }

    @Test(
        "左右并排的两张表",
        arguments: [
            FigureCase(
                "<table><tr><td>指标</td><td>人数（人）</td><td>指标</td><td>人数（人）</td></tr><tr><td>在校生</td><td>1️⃣9800</td><td>专任教师</td><td>2️⃣520</td></tr><tr><td>毕业生</td><td>3️⃣3100</td><td>兼职教师</td><td>4️⃣210</td></tr></table>",
                Want("9800", 9800, "人", of: "在校生", not: "教师"), Want("520", 520, "人", of: "专任教师", not: "在校生"),
                Want("3100", 3100, "人", of: "毕业生"),
                Want("210", 210, "人", of: "兼职教师", not: "毕业生"))
        ])
    func sideBySide(_ row: FigureCase) throws { try check(row) }

    @Test(
        "下降写成正数",
        arguments: [
            FigureCase(
                "<table><tr><td>指标</td><td>单位</td><td>2024年</td><td>比上年下降（%）</td></tr><tr><td>单位GDP能耗</td><td>吨</td><td>1️⃣0.35</td><td>2️⃣3.1</td></tr><tr><td>用电量</td><td>吨</td><td>3️⃣12</td><td>4️⃣-1.5</td></tr></table>",
                Want("0.35", 0.35, "吨", period: "2024"), Want("3.1", -3.1, "%", of: "", .change), Want("12", 12, "吨"),
                Want("-1.5", -1.5, "%", of: "", .change))
        ])
    func declines(_ row: FigureCase) throws { try check(row) }

    @Test(
        "排版用的表格照正文读",
        arguments: [
            FigureCase(
                "<table><tr><td>导航</td><td><p>全年招生1️⃣520人。</p><table><tr><td>学院</td><td>招生（人）</td></tr><tr><td>机电学院</td><td>2️⃣80</td></tr></table></td></tr></table>",
                Want("520人", 520, "人", of: "招生"), Want("80", 80, "人", of: "招生"))
        ])
    func layout(_ row: FigureCase) throws { try check(row) }

    @Test(
        "Markdown 里的 HTML 表格",
        arguments: [
            FigureCase(
                "# 年度报告\n\n全校教师1️⃣612人。\n\n<table><tr><td>学院</td><td>专任教师（人）</td></tr>\n<tr><td>机电学院</td><td>2️⃣80</td></tr></table>\n\n职工3️⃣45人。\n",
                Want("612人", 612, "人", of: "教师"), Want("80", 80, "人", of: "专任教师"), Want("45人", 45, "人", of: "职工"))
        ])
    func tablesInMarkdown(_ row: FigureCase) throws { try check(row) }

    @Test(
        "空格排成的表格",
        arguments: [
            FigureCase(
                """
                表2 2024年主要指标
                    指标               单位        2024年     比上年增长（%）
                  地区生产总值           亿元       1️⃣1205.6          2️⃣5.1
                  在校学生              万人          3️⃣12.5         4️⃣-0.3
                  专利授权量            件            5️⃣860            —

                全年招生6️⃣520人。
                """,
                Want("1205.6", 120_560_000_000, "元", of: "生产总值", .value, period: "2024"), Want("5.1", 5.1, "%", of: "生产总值", .change),
                Want("12.5", 125_000, "人", of: "学生", period: "2024"), Want("-0.3", -0.3, "%", of: "", .change),
                Want("860", 860, "件", of: "专利"), Want("520人", 520, "人", of: "招生")),
            FigureCase(
                "学院\t专任教师（人）\t设备值（万元）\n机电学院\t1️⃣80\t2️⃣1250.5\n护理学院\t3️⃣64\t4️⃣980\n", Want("80", 80, "人", of: "机电学院|专任教师", category: "teacher"),
                Want("1250.5", 12_505_000, "元", of: "设备值"), Want("64", 64, "人"), Want("980", 9_800_000, "元", of: "设备值")),
        ])
    func aligned(_ row: FigureCase) throws { try check(row) }

    @Test(
        "段落用制表符排成的表格，表头断行",
        arguments: [
            FigureCase(
                "<html><p>表3 2024年主要工业产品产量<p>产品名称\t单位\t产量<p>比上年增长<p>（%）<p>钢材\t万吨\t1️⃣137.4\t2️⃣24.0<p>其中：特种钢\t万吨\t3️⃣12\t4️⃣-0.2<p>变压器\t万千伏安\t5️⃣1.5\t\n<p>全年招生6️⃣520人。",
                Want("137.4", 1_374_000, "吨", of: "钢材|产量", .value, period: "2024"), Want("24.0", 24, "%", of: "钢材|产量|增长", .change),
                Want("12", 120_000, "吨", of: "钢材特种钢"), Want("-0.2", -0.2, "%", of: "特种钢", .change), Want("1.5", 15_000, "千伏安", of: "变压器"),
                Want("520人", 520, "人", of: "招生")),
            FigureCase(
                "<html><p>表5 2024年分行业固定资产投资（不含农户）增长速度<p>行业\t比上年增长<p>（%）\t行业\t比上年增长<p>（%）<p>采矿业\t1️⃣20.4\t房地产业\t2️⃣-10.9<p>建筑业\t-\t教育\t3️⃣-23.2",
                Want("20.4", 20.4, "%", of: "固定资产投资（不含农户）采矿业", .change, category: "economy", period: "2024"),
                Want("-10.9", -10.9, "%", of: "固定资产投资（不含农户）房地产业", not: "采矿", .change),
                Want("-23.2", -23.2, "%", of: "教育", .change, category: "economy")),
        ])
    func tabs(_ row: FigureCase) throws { try check(row) }

    @Test(
        "缩进的行是上一行的部分，跨页的表格接着读",
        arguments: [
            FigureCase(
                """
                          表 3 2024 年客货运输量及其增长速度
                    指标          单位      绝对数 比上年增长（%）
                货物运输总量           万吨        1️⃣2999.5       2️⃣-1.8
                  公路             万吨        3️⃣2929.0       4️⃣-2.0

                                 — 5 —
                旅客运输总量          万人次        5️⃣1790         6️⃣1.3
                  公路            万人次         7️⃣510         8️⃣-0.9

                """,
                Want("2999.5", 29_995_000, "吨", of: "货物运输总量", .value, period: "2024"), Want("-1.8", -1.8, "%", of: "货物运输总量", .change),
                Want("2929.0", 29_290_000, "吨", of: "货物运输总量公路"), Want("-2.0", -2, "%", of: "公路", .change),
                Want("1790", 17_900_000, "人次", of: "旅客运输总量", period: "2024"), Want("1.3", 1.3, "%", of: "旅客", .change),
                Want("510", 5_100_000, "人次", of: "旅客运输总量公路"), Want("-0.9", -0.9, "%", of: "旅客运输总量公路", .change)),
            FigureCase(
                "<html><p>表2 2024年居民消费价格涨跌幅度<table><tr><td>指标<td>涨跌幅度（%）<tr><td>居民消费价格<td>1️⃣0.5<tr><td>　　食品烟酒<td>2️⃣-0.7<tr><td>&nbsp;&nbsp;居住<td>3️⃣0.0</table>",
                Want("0.5", 0.5, "%", of: "居民消费价格", .change, period: "2024"), Want("-0.7", -0.7, "%", of: "居民消费价格食品烟酒", .change),
                Want("0.0", 0, "%", of: "居民消费价格居住", .change)),
            FigureCase(
                "          表 5：2024 年分行业投资完成情况\n                      比上年增长（%）\n\n      合计                1️⃣5.8\n\n      采矿业              2️⃣-84.6\n\n",
                Want("5.8", 5.8, "%", of: "投资", .change, period: "2024"),
                Want("-84.6", -84.6, "%", of: "投资采矿业", .change, category: "economy")),
        ])
    func partsAndPages(_ row: FigureCase) throws { try check(row) }

    @Test("Two gaps in lines of prose make no table")
    func prose() throws {
        let text = "全年招生 520人，  比上年增长 5%。\n毕业生 410人，  就业率 98%。\n"
        let figures = try sharedExtractor.get().extract(ReportText(text)).figures
        #expect(figures.map(\.surface) == ["520人", "5%", "410人", "98%"])
    }
}
