// Values, rates and changes; bounds with what they allow; frequencies; ranks.
import Figures
import Numerals
import TestSupport
import Testing

@Suite("Kinds of figures")
struct StatisticTests {
    func check(_ row: FigureCase) throws {
        let differences = row.differences(try sharedExtractor.get())
        #expect(differences == [])
    }

    @Test(
        "占比",
        arguments: [
            FigureCase("“双师型”教师比例为1️⃣百分之七十一点五。", Want("百分之七十一点五", 71.5, "%", of: "双师型|教师", .rate)),
            FigureCase("具有硕士学位的教师占1️⃣62.5%。", Want("62.5%", 62.5, "%", of: "硕士|教师", .rate, category: "teacher")),
            FigureCase("女生占在校生总数的1️⃣48%。", Want("48%", 48, "%", of: "女生", .rate)),
            FigureCase("本地生源占比1️⃣35%。", Want("35%", 35, "%", of: "本地生源", .rate)),
            FigureCase("1️⃣七成毕业生留在本市就业。", Want("七成", 70, "%", of: "毕业生", .rate)),
            FigureCase("有1️⃣85%的学员取得证书。", Want("85%", 85, "%", of: "学员", .rate)),
            FigureCase("课程优良率超过1️⃣90%。", Want("90%", 90, "%", .over, of: "优良率", .rate)),
        ])
    func shares(_ row: FigureCase) throws { try check(row) }

    @Test(
        "增减是变化，减少为负",
        arguments: [
            FigureCase("发明专利授权量比上年增长1️⃣12.4%。", Want("12.4%", 12.4, "%", of: "发明专利|授权", .change, category: "patent")),
            FigureCase("在校生比上年减少1️⃣320人。", Want("320人", -320, "人", of: "在校生", .change, category: "student")),
            FigureCase("城镇失业率下降1️⃣0.3个百分点。", Want("0.3个百分点", -0.3, "百分点", of: "失业率", .change)),
            FigureCase(
                "全校招生1️⃣5200人，同比增长2️⃣6.1%。", Want("5200人", 5200, "人", of: "招生", .value), Want("6.1%", 6.1, "%", of: "招生", .change)),
            FigureCase(
                "全市进出口总额1️⃣86亿元，比上年下降2️⃣3.5%。", Want("86亿元", 8_600_000_000, "元", of: "进出口总额", .value),
                Want("3.5%", -3.5, "%", of: "进出口总额", .change)),
            FigureCase("就业率较去年提高1️⃣1.8个百分点。", Want("1.8个百分点", 1.8, "百分点", of: "就业率", .change)),
            FigureCase("平均工资上涨近1️⃣8%。", Want("8%", 8, "%", .almost, of: "工资", .change)),
            FigureCase("企业能耗降低1️⃣15%以上。", Want("15%", -15, "%", .over, of: "能耗", .change)),
            FigureCase("不动产登记压缩至1️⃣4个工作日。", Want("4个工作日", 4, "个工作日", of: "登记", .value)),
            FigureCase("毕业生人数比2020年增加1️⃣1200人。", Want("1200人", 1200, "人", of: "毕业生", .change)),
        ])
    func changes(_ row: FigureCase) throws { try check(row) }

    @Test(
        "增至、降到说的是水平",
        arguments: [
            FigureCase(
                "年度经费由1️⃣300万元增至2️⃣450万元。", Want("300万元", 3_000_000, "元", of: "经费", .value), Want("450万元", 4_500_000, "元", of: "经费", .value)),
            FigureCase("合作企业增加到1️⃣58家。", Want("58家", 58, "家", of: "合作企业", .value)),
            FigureCase("次品率降至1️⃣0.8%。", Want("0.8%", 0.8, "%", of: "次品率", .rate)),
            FigureCase("学校新增合作企业1️⃣16家。", Want("16家", 16, "家", of: "合作企业", .value)),
        ])
    func levels(_ row: FigureCase) throws { try check(row) }

    @Test(
        "按人、按户、按生计算",
        arguments: [
            FigureCase("每万人口拥有有效发明专利1️⃣7.5件。", Want("7.5件", 7.5, "件/万人", of: "发明专利", .rate, category: "patent")),
            FigureCase("传染病发病率1️⃣95.2人每10万人。", Want("95.2人每10万人", 95.2, "人/10万人", of: "发病率", .rate)),
            FigureCase("每万名职工中有技师1️⃣430人。", Want("430人", 430, "人/万人", of: "技师", .rate)),
            FigureCase("人均公园绿地1️⃣14.5平方米。", Want("14.5平方米", 14.5, "平方米", of: "公园绿地", .rate)),
            FigureCase("生师比为1️⃣16.8:1。", Want("16.8:1", 16.8, "", of: "生师比", .rate)),
            FigureCase("居民人均可支配收入1️⃣52300元。", Want("52300元", 52300, "元", of: "可支配收入", .rate)),
        ])
    func perUnit(_ row: FigureCase) throws { try check(row) }

    @Test(
        "界限说明允许的范围",
        arguments: [
            FigureCase("产值超1️⃣200亿元。", Want("200亿元", 20_000_000_000, "元", .over, low: 20_000_000_000, high: .some(nil))),
            FigureCase("合格率近1️⃣60%。", Want("60%", 60, "%", .almost, low: .some(nil), high: 60)),
            FigureCase("每年新建基地1️⃣13~15个。", Want("13~15个", 13, "个", .range, low: 13, high: 15)),
            FigureCase("参训不足1️⃣50人。", Want("50人", 50, "人", .under, low: .some(nil), high: 50)),
            FigureCase("参训1️⃣500余人。", Want("500余人", 500, "人", .over, low: 500, high: .some(nil))),
            FigureCase("培养工匠1️⃣10至12万人。", Want("10至12万人", 100_000, "人", .range, low: 100_000, high: 120_000)),
        ])
    func boundsAllow(_ row: FigureCase) throws { try check(row) }

    @Test(
        "词语里的字不是界限",
        arguments: [
            FigureCase("企业在会上签约1️⃣20个项目。", Want("20个", 20, "个", .exact, of: "项目")),
            FigureCase("学院开展线上1️⃣20场讲座。", Want("20场", 20, "场", .exact, of: "讲座")),
            FigureCase("专家组通过1️⃣20项验收。", Want("20项", 20, "项", .exact)),
            FigureCase("学院附近有1️⃣20家工厂。", Want("20家", 20, "家", .exact, of: "工厂")),
        ])
    func noBounds(_ row: FigureCase) throws { try check(row) }

    @Test(
        "每年与累计",
        arguments: [
            FigureCase("中心每年培训农民1️⃣3000人次。", Want("3000人次", 3000, "人次", frequency: .some(.annual), category: "training")),
            FigureCase("学院年均引进人才1️⃣40名。", Want("40名", 40, "人", frequency: .some(.annual))),
            FigureCase("银行累计发放贷款1️⃣2.5亿元。", Want("2.5亿元", 250_000_000, "元", frequency: .some(.cumulative))),
            FigureCase("基地年接待学生1️⃣2万人次。", Want("2万人次", 20000, "人次", frequency: .some(.annual))),
            FigureCase("学院培训员工1️⃣900人次。", Want("900人次", 900, "人次", frequency: .some(nil))),
            FigureCase(
                "累计培训学员1️⃣3000人次，其中企业员工2️⃣800人次。", Want("3000人次", 3000, "人次", frequency: .some(.cumulative)),
                Want("800人次", 800, "人次", of: "企业员工")),
        ])
    func frequencies(_ row: FigureCase) throws { try check(row) }

    @Test(
        "位次归于其数",
        arguments: [
            FigureCase("专利授权量1️⃣3200件，居全省第三。", Want("3200件", 3200, "件", rank: "全省第三")),
            FigureCase("全市技能人才总量达1️⃣64万人，位列全国第五。", Want("64万人", 640_000, "人", rank: "全国第五")),
            FigureCase(
                "专利授权量1️⃣3200件，比上年多2️⃣110件。", Want("3200件", 3200, "件", rank: .some(nil)),
                Want("110件", 110, "件", .exact, .change, rank: .some(nil))),
        ])
    func ranks(_ row: FigureCase) throws { try check(row) }

    @Test(
        "没有数量的句子没有数字记录",
        arguments: [
            "根据教职成〔2019〕13号文件，学校推进“1+X”证书试点。", "校园铺设5G网络，二级学院推行“3+2”培养模式。", "第三届技能节在第一食堂举办。",
            "各部门要统一思想，一体化推进，一是抓好师资，二是抓好教材。", "联系电话：0512-65551234。", "2023年9月，新校区启用。", "平台升级到2.0版，支持3D建模。",
            "实训中心获评国家4A级景区，入选世界500强企业基地。", "2021级学生在9:30到操场集合。", "这是一个重要的平台，也是一项长期任务。",
        ])
    func nothing(_ text: String) throws { try check(FigureCase(text)) }
}
