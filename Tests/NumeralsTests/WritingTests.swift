// Every way reports write a number: digits, blanks and commas in them, Chinese characters, mixtures, ranges, bounds, units.
import Numerals
import TestSupport
import Testing

@Suite("Writings of numbers")
struct WritingTests {
    func check(_ row: NumeralCase) throws {
        let differences = row.differences(try sharedScanner.get())
        #expect(differences == [])
    }

    @Test(
        "Arabic digits",
        arguments: [
            NumeralCase("降幅1️⃣-81.3%", WantNumeral("-81.3%", -81.3, "%")),
            NumeralCase("共有1️⃣8家工厂", WantNumeral("8家", 8, "家")),
            NumeralCase("产值1️⃣17,6亿元", WantNumeral("17,6亿元", 1_760_000_000, "元")),
            NumeralCase("增长1️⃣4。2%", WantNumeral("4。2%", 4.2, "%")),
            NumeralCase("图书1️⃣1,369册", WantNumeral("1,369册", 1369, "册")),
            NumeralCase("图书1️⃣1，369册", WantNumeral("1，369册", 1369, "册")),
            NumeralCase("图书1️⃣1 369册", WantNumeral("1 369册", 1369, "册")),
            NumeralCase("图书1️⃣12 345 678册", WantNumeral("12 345 678册", 12_345_678, "册")),
            NumeralCase("图书1️⃣1\u{A0}369册", WantNumeral("1\u{A0}369册", 1369, "册")),
            NumeralCase("绿地1️⃣３.５公顷", WantNumeral("３.５公顷", 3.5, "公顷")),
            NumeralCase("藏书1️⃣３６９册", WantNumeral("３６９册", 369, "册")),
            NumeralCase("产值1️⃣0.05亿元", WantNumeral("0.05亿元", 5_000_000, "元")),
            NumeralCase("完成 1️⃣27 项", WantNumeral("27 项", 27, "项")),
            NumeralCase("占1️⃣100％", WantNumeral("100％", 100, "%")),
            NumeralCase("死亡率1️⃣2.1‰", WantNumeral("2.1‰", 2.1, "‰")),
        ])
    func arabic(_ row: NumeralCase) throws { try check(row) }

    @Test(
        "万 and 亿 are multiplied out exactly",
        arguments: [
            NumeralCase("产值1️⃣16.4亿元", WantNumeral("16.4亿元", 1_640_000_000, "元")),
            NumeralCase("培训1️⃣3.5万人次", WantNumeral("3.5万人次", 35000, "人次")),
            NumeralCase("培训1️⃣3.5 万 人次", WantNumeral("3.5 万 人次", 35000, "人次")),
            NumeralCase("培训1️⃣64.8万人", WantNumeral("64.8万人", 648_000, "人")),
            NumeralCase("投资1️⃣1亿2千万元", WantNumeral("1亿2千万元", 120_000_000, "元")),
            NumeralCase("投资1️⃣2千万元", WantNumeral("2千万元", 20_000_000, "元")),
            NumeralCase("规模1️⃣1.2万亿元", WantNumeral("1.2万亿元", 1_200_000_000_000, "元")),
            NumeralCase("面积1️⃣20118平方米", WantNumeral("20118平方米", 20118, "平方米")),
            NumeralCase("面积1️⃣2.01万平方米", WantNumeral("2.01万平方米", 20100, "平方米")),
            NumeralCase("经费1️⃣0.1万元", WantNumeral("0.1万元", 1000, "元")),
            NumeralCase("经费1️⃣1234.5678万元", WantNumeral("1234.5678万元", 12_345_678, "元")),
            NumeralCase("经费1️⃣5百万元", WantNumeral("5百万元", 5_000_000, "元")),
        ])
    func magnitudes(_ row: NumeralCase) throws { try check(row) }

    @Test(
        "Chinese characters",
        arguments: [
            NumeralCase("教师1️⃣一百零五名", WantNumeral("一百零五名", 105, "人")),
            NumeralCase("学生1️⃣两万零三十人", WantNumeral("两万零三十人", 20030, "人")),
            NumeralCase("占1️⃣百分之三十五点六", WantNumeral("百分之三十五点六", 35.6, "%")),
            NumeralCase("占1️⃣百分之四十", WantNumeral("百分之四十", 40, "%")),
            NumeralCase("占1️⃣百分之百", WantNumeral("百分之百", 100, "%")),
            NumeralCase("占1️⃣三分之一", WantNumeral("三分之一", 1.0 / 3)),
            NumeralCase("占1️⃣四分之三", WantNumeral("四分之三", 0.75)),
            NumeralCase("新建1️⃣十二所学校", WantNumeral("十二所", 12, "所")),
            NumeralCase("新建1️⃣二十所学校", WantNumeral("二十所", 20, "所")),
            NumeralCase("教师1️⃣两百名", WantNumeral("两百名", 200, "人")),
            NumeralCase("教师1️⃣三千二百名", WantNumeral("三千二百名", 3200, "人")),
            NumeralCase("学生1️⃣一万五千人", WantNumeral("一万五千人", 15000, "人")),
            NumeralCase("投入1️⃣一亿二千万元", WantNumeral("一亿二千万元", 120_000_000, "元")),
            NumeralCase("捐款1️⃣壹拾伍万元", WantNumeral("壹拾伍万元", 150_000, "元")),
            NumeralCase("增长1️⃣三点五倍", WantNumeral("三点五倍", 3.5, "倍")),
            NumeralCase("低于1️⃣千分之三", WantNumeral("千分之三", 3, "‰", .under)),
            NumeralCase("占1️⃣七成", WantNumeral("七成", 70, "%")),
            NumeralCase("占1️⃣七成半", WantNumeral("七成半", 75, "%")),
            NumeralCase("1️⃣八成五留在省内", WantNumeral("八成五", 85, "%")),
            NumeralCase("1️⃣三成2️⃣两个班", WantNumeral("三成", 30, "%"), WantNumeral("两个", 2, "个")),
        ])
    func chinese(_ row: NumeralCase) throws { try check(row) }

    @Test(
        "余, 多, 几, 数 leave a number open upwards",
        arguments: [
            NumeralCase("企业1️⃣六百余家", WantNumeral("六百余家", 600, "家", .over)),
            NumeralCase("企业1️⃣100余家", WantNumeral("100余家", 100, "家", .over)),
            NumeralCase("企业1️⃣1 200 余家", WantNumeral("1 200 余家", 1200, "家", .over)),
            NumeralCase("企业1️⃣300多家", WantNumeral("300多家", 300, "家", .over)),
            NumeralCase("学员1️⃣3万余人", WantNumeral("3万余人", 30000, "人", .over)),
            NumeralCase("学员1️⃣3万多人次", WantNumeral("3万多人次", 30000, "人次", .over)),
            NumeralCase("学员1️⃣十余万人", WantNumeral("十余万人", 100_000, "人", .over)),
            NumeralCase("学员1️⃣二十多名", WantNumeral("二十多名", 20, "人", .over)),
            NumeralCase("学员1️⃣十几名", WantNumeral("十几名", 10, "人", .over)),
            NumeralCase("学员1️⃣几十名", WantNumeral("几十名", 10, "人", .over)),
            NumeralCase("学员1️⃣数百名", WantNumeral("数百名", 100, "人", .over)),
            NumeralCase("收入1️⃣20多亿元", WantNumeral("20多亿元", 2_000_000_000, "元", .over)),
        ])
    func open(_ row: NumeralCase) throws { try check(row) }

    @Test(
        "Words before or after set the bound",
        arguments: [
            NumeralCase("帮助近1️⃣200家工厂", WantNumeral("200家", 200, "家", .almost)),
            NumeralCase("帮助将近1️⃣200家工厂", WantNumeral("200家", 200, "家", .almost)),
            NumeralCase("产值接近1️⃣5亿元", WantNumeral("5亿元", 500_000_000, "元", .almost)),
            NumeralCase("产值超1️⃣5亿元", WantNumeral("5亿元", 500_000_000, "元", .over)),
            NumeralCase("产值超过1️⃣5亿元", WantNumeral("5亿元", 500_000_000, "元", .over)),
            NumeralCase("产值超 1️⃣5 亿元", WantNumeral("5 亿元", 500_000_000, "元", .over)),
            NumeralCase("产值逾1️⃣5亿元", WantNumeral("5亿元", 500_000_000, "元", .over)),
            NumeralCase("产值突破1️⃣5亿元大关", WantNumeral("5亿元", 500_000_000, "元", .over)),
            NumeralCase("比例不低于1️⃣40%", WantNumeral("40%", 40, "%", .over)),
            NumeralCase("比例达到1️⃣86%以上", WantNumeral("86%", 86, "%", .over)),
            NumeralCase("培训1️⃣20万人次以上", WantNumeral("20万人次", 200_000, "人次", .over)),
            NumeralCase("约1️⃣30篇论文", WantNumeral("30篇", 30, "篇", .about)),
            NumeralCase("论文1️⃣30篇左右", WantNumeral("30篇", 30, "篇", .about)),
            NumeralCase("大约1️⃣三成", WantNumeral("三成", 30, "%", .about)),
            NumeralCase("不足1️⃣15人", WantNumeral("15人", 15, "人", .under)),
            NumeralCase("不到1️⃣两成", WantNumeral("两成", 20, "%", .under)),
            NumeralCase("不超过1️⃣3项", WantNumeral("3项", 3, "项", .under)),
            NumeralCase("控制在1️⃣4%左右", WantNumeral("4%", 4, "%", .about)),
            NumeralCase("控制在1️⃣5%以内", WantNumeral("5%", 5, "%", .under)),
            NumeralCase("企业1️⃣50人以下", WantNumeral("50人", 50, "人", .under)),
            NumeralCase("逾1️⃣七成", WantNumeral("七成", 70, "%", .over)),
            NumeralCase("近1️⃣百家企业", WantNumeral("百家", 100, "家", .almost)),
            NumeralCase("上1️⃣千人", WantNumeral("千人", 1000, "人", .over)),
            NumeralCase("近1️⃣600余名", WantNumeral("600余名", 600, "人", .almost)),
        ])
    func bounds(_ row: NumeralCase) throws { try check(row) }

    @Test(
        "A bound word that is part of another word sets none",
        arguments: [
            NumeralCase("附近1️⃣20家工厂", WantNumeral("20家", 20, "家")),
            NumeralCase("线上1️⃣20场讲座", WantNumeral("20场", 20, "场")),
            NumeralCase("通过1️⃣20项验收", WantNumeral("20项", 20, "项")),
            NumeralCase("以上1️⃣20项任务", WantNumeral("20项", 20, "项")),
            NumeralCase("签约1️⃣20家工厂", WantNumeral("20家", 20, "家")),
        ])
    func noBound(_ row: NumeralCase) throws { try check(row) }

    @Test(
        "Ranges share their magnitude and unit",
        arguments: [
            NumeralCase("签约1️⃣13—15家", WantNumeral("13—15家", 13, to: 15, "家", .range)),
            NumeralCase("签约1️⃣13-15家", WantNumeral("13-15家", 13, to: 15, "家", .range)),
            NumeralCase("签约1️⃣13~15家", WantNumeral("13~15家", 13, to: 15, "家", .range)),
            NumeralCase("签约1️⃣13至15家", WantNumeral("13至15家", 13, to: 15, "家", .range)),
            NumeralCase("培养1️⃣9000至1.2万人", WantNumeral("9000至1.2万人", 9000, to: 12000, "人", .range)),
            NumeralCase("建成1️⃣13—15家", WantNumeral("13—15家", 13, to: 15, "家", .range)),
            NumeralCase("建成1️⃣13-15家", WantNumeral("13-15家", 13, to: 15, "家", .range)),
            NumeralCase("建成1️⃣13~15家", WantNumeral("13~15家", 13, to: 15, "家", .range)),
            NumeralCase("建成1️⃣13至15家", WantNumeral("13至15家", 13, to: 15, "家", .range)),
            NumeralCase("培养1️⃣10至12万人", WantNumeral("10至12万人", 100_000, to: 120_000, "人", .range)),
            NumeralCase("培养1️⃣5——5.5万人", WantNumeral("5——5.5万人", 50000, to: 55000, "人", .range)),
            NumeralCase("提高1️⃣20％～40％", WantNumeral("20％～40％", 20, to: 40, "%", .range)),
            NumeralCase("提高1️⃣20%-40%", WantNumeral("20%-40%", 20, to: 40, "%", .range)),
            NumeralCase("月薪1️⃣5000元至8000元", WantNumeral("5000元至8000元", 5000, to: 8000, "元", .range)),
            NumeralCase("每班1️⃣三五个人", WantNumeral("三五个", 3, to: 5, "个", .range)),
            NumeralCase("共有1️⃣十七八家", WantNumeral("十七八家", 17, to: 18, "家", .range)),
            NumeralCase("共有1️⃣七八十人", WantNumeral("七八十人", 70, to: 80, "人", .range)),
            NumeralCase("共有1️⃣三四百家", WantNumeral("三四百家", 300, to: 400, "家", .range)),
            NumeralCase("占1️⃣三至四成", WantNumeral("三至四成", 30, to: 40, "%", .range)),
        ])
    func ranges(_ row: NumeralCase) throws { try check(row) }

    @Test(
        "Ratios",
        arguments: [
            NumeralCase("比例为1️⃣5:1", WantNumeral("5:1", 5)),
            NumeralCase("比例为1️⃣5∶1", WantNumeral("5∶1", 5)),
            NumeralCase("比例为1️⃣16.5：1", WantNumeral("16.5：1", 16.5)),
            NumeralCase("男女之比为1️⃣3:4", WantNumeral("3:4", 0.75)),
        ])
    func ratios(_ row: NumeralCase) throws { try check(row) }

    @Test(
        "Units name their base unit",
        arguments: [
            NumeralCase("派1️⃣5位专家", WantNumeral("5位", 5, "人")),
            NumeralCase("增1️⃣2.3个百分点", WantNumeral("2.3个百分点", 2.3, "百分点")),
            NumeralCase("收入1️⃣300元/人", WantNumeral("300元/人", 300, "元/人")),
            NumeralCase("接诊1️⃣40人次", WantNumeral("40人次", 40, "人次")),
            NumeralCase("来访1️⃣100余批次", WantNumeral("100余批次", 100, "批次", .over)),
            NumeralCase("文物1️⃣70件（套）", WantNumeral("70件（套）", 70, "件")),
            NumeralCase("产品1️⃣15类（个）", WantNumeral("15类（个）", 15, "类")),
            NumeralCase("渔船1️⃣20艘 (只)", WantNumeral("20艘", 20, "艘")),
            NumeralCase("渔船1️⃣20艘(只)", WantNumeral("20艘(只)", 20, "艘")),
            NumeralCase("保障房1️⃣12.5万套（间）", WantNumeral("12.5万套（间）", 125_000, "套")),
            NumeralCase("企业1️⃣20家（个体）", WantNumeral("20家", 20, "家")),
            NumeralCase("蓄水1️⃣9.5万方。", WantNumeral("9.5万方", 95_000, "立方米")),
            NumeralCase("耕地1️⃣2万亩", WantNumeral("2万亩", 20000, "亩")),
            NumeralCase("管线1️⃣30公里", WantNumeral("30公里", 30, "公里")),
            NumeralCase("产量是原来的1️⃣2.5倍", WantNumeral("2.5倍", 2.5, "倍")),
            NumeralCase("开设1️⃣1200学时课程", WantNumeral("1200学时", 1200, "学时")),
        ])
    func units(_ row: NumeralCase) throws { try check(row) }

    @Test(
        "Several numbers in a row stay apart",
        arguments: [
            NumeralCase("1️⃣3家、2️⃣12家和3️⃣108家", WantNumeral("3家", 3, "家"), WantNumeral("12家", 12, "家"), WantNumeral("108家", 108, "家")),
            NumeralCase("1️⃣100余家工厂的2️⃣1000余名骨干", WantNumeral("100余家", 100, "家", .over), WantNumeral("1000余名", 1000, "人", .over)),
            NumeralCase("1️⃣5人，2️⃣120家", WantNumeral("5人", 5, "人"), WantNumeral("120家", 120, "家")),
            NumeralCase("教师1️⃣50人（博士2️⃣8人）", WantNumeral("50人", 50, "人"), WantNumeral("8人", 8, "人")),
        ])
    func several(_ row: NumeralCase) throws { try check(row) }
}
