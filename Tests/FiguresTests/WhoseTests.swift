// Whose a figure is in news, in reports of colleges and of governments: meetings and contests, departments, what was named last.
import Figures
import Numerals
import TestSupport
import Testing

@Suite("Meetings, departments and what was named last")
struct WhoseTests {
    func check(_ row: FigureCase) throws {
        let differences = row.differences(try sharedExtractor.get())
        #expect(differences == [])
    }

    @Test(
        "本次会议、大赛指文中的活动",
        arguments: [
            FigureCase(
                "第六届“智造未来”研讨会在宁波举行。本次会议共有1️⃣42所院校参加。", Want("42所", 42, "所", of: "院校", subject: "第六届“智造未来”研讨会", kind: "event")),
            FigureCase(
                "第二届西湖杯焊接技能大赛在杭州开幕。大赛吸引1️⃣86支队伍参加。", Want("86支", 86, "支", of: "队伍", subject: "第二届西湖杯焊接技能大赛")),
            FigureCase(
                "第二届西湖杯焊接技能大赛在杭州开幕。杭州市人社局局长介绍，比赛评出一等奖1️⃣3个。",
                Want("3个", 3, "个", of: "一等奖", subject: "第二届西湖杯焊接技能大赛")),
            FigureCase("温州首次举办创业博览会。本次博览会还有1️⃣40家企业招聘。", Want("40家", 40, "家", of: "企业", subject: "温州市")),
            FigureCase("第六届“智造未来”研讨会在宁波举行。宁波市现有技工院校1️⃣12所。", Want("12所", 12, "所", subject: "宁波市")),
        ])
    func events(_ row: FigureCase) throws { try check(row) }

    @Test(
        "该校、该企业、该区指最近提到的一个",
        arguments: [
            FigureCase("泰州经开区发展提速。江阴市也在跟进。目前，该区落户企业1️⃣70家。", Want("70家", 70, "家", subject: "泰州经开区", kind: "zone")),
            FigureCase(
                "活动在武汉长江职业学院举行。湖北轻工职业技术学院的展位前人最多。今年，该校开设订单班1️⃣9个。",
                Want("9个", 9, "个", subject: "湖北轻工职业技术学院", kind: "school")),
            FigureCase(
                "2023-06-08，正文：比亚特股份有限公司日前在烟台投产。双方共建订单班1️⃣5个。", Want("5个", 5, "个", subject: "比亚特股份有限公司", kind: "company")),
            FigureCase("在无锡晨光新材料有限公司，机器轰鸣。该企业拥有专利1️⃣40项。", Want("40项", 40, "项", subject: "无锡晨光新材料有限公司")),
        ])
    func nearest(_ row: FigureCase) throws { try check(row) }

    @Test(
        "数到的和依托的不是主体",
        arguments: [
            FigureCase("我市新增1️⃣3所本科层次职业学校\n\n在校生达到2️⃣5万人。\n", Want("3所", 3, "所", of: "职业学校", subject: .some(nil)), Want("5万人", 50_000, "人")),
            FigureCase(
                "滨海职业技术学院质量年报\n\n毕业生来自全国1️⃣17个省，省内生源2️⃣700人。\n", Want("17个", 17, "个"),
                Want("700人", 700, "人", of: "生源", subject: "滨海职业技术学院")),
            FigureCase(
                "滨海职业技术学院由市政府举办，依托滨海经济技术开发区，联合1️⃣6所院校组建集团。", Want("6所", 6, "所", of: "院校", subject: "滨海职业技术学院")),
        ])
    func counted(_ row: FigureCase) throws { try check(row) }

    static let college = "滨海职业技术学院质量年报\n\n"

    @Test(
        "系部只管自己的句子或章节",
        arguments: [
            FigureCase(
                college + "机电工程系现有教师1️⃣35人，开设专业2️⃣5个。专任教师3️⃣620人。", Want("35人", 35, "人", subject: "机电工程系", kind: "department"),
                Want("5个", 5, "个", subject: "机电工程系"), Want("620人", 620, "人", subject: "滨海职业技术学院")),
            FigureCase(
                college + "一、概况\n学校现有学生1️⃣9000人。\n二、汽车工程系\n近三年获奖2️⃣20项。\n三、经费\n总收入3️⃣3亿元。",
                Want("9000人", 9000, "人", subject: "滨海职业技术学院"), Want("20项", 20, "项", subject: "汽车工程系"),
                Want("3亿元", 300_000_000, "元", subject: "滨海职业技术学院")),
            FigureCase(college + "设有机电工程系、艺术设计系等1️⃣10个系。", Want("10个", 10, "个", subject: "滨海职业技术学院")),
            FigureCase(college + "学校建成教育管理系统1️⃣3套。", Want("3套", 3, "套", of: "系统", subject: "滨海职业技术学院")),
        ])
    func departments(_ row: FigureCase) throws { try check(row) }

    @Test(
        "单独成行的校名管到下一个",
        arguments: [
            FigureCase(
                "学校介绍\n\n青山职业技术学院\n学校占地1️⃣684亩，设有食堂、操场和图书馆，环境优美，历史悠久。\n\n白水职业学院\n学校现有专业2️⃣46个，教师队伍结构合理，实训条件完备。",
                Want("684亩", 684, "亩", subject: "青山职业技术学院"), Want("46个", 46, "个", subject: "白水职业学院"))
        ])
    func names(_ row: FigureCase) throws { try check(row) }

    @Test(
        "省级报告里顺带提到的单位只管自己的句子",
        arguments: [
            FigureCase(
                "2026年江苏省政府工作报告\n\n南京大学科技园建成使用。新增实验室1️⃣3家。接待游客2️⃣9万人次。", Want("3家", 3, "家", subject: "江苏省"),
                Want("9万人次", 90000, "人次", subject: "江苏省")),
            FigureCase(
                "2026年江苏省政府工作报告\n\n长三角地区率先联动。办理事项1️⃣140项。", Want("140项", 140, "项", subject: "江苏省")),
        ])
    func passing(_ row: FigureCase) throws { try check(row) }
}

@Suite("Words that lead to a measure, units that are one")
struct LeadingWordsTests {
    func check(_ row: FigureCase) throws {
        let differences = row.differences(try sharedExtractor.get())
        #expect(differences == [])
    }

    @Test(
        "单位就是所数之物",
        arguments: [
            FigureCase(
                "学校设有1️⃣8系2️⃣2部和3️⃣3中心。", Want("8系", 8, "系", of: "系", category: "school"), Want("2部", 2, "部", of: "部", category: "organisation"),
                Want("3中心", 3, "中心", of: "中心", category: "platform")),
            FigureCase("主编教材共1️⃣64部。", Want("64部", 64, "部", of: "教材", category: "curriculum")),
        ])
    func units(_ row: FigureCase) throws { try check(row) }

    @Test(
        "规划名称里的年份不是时间",
        arguments: [
            FigureCase("主编教材1️⃣12部入选“十四五”国家规划教材，获奖2️⃣4项。", Want("12部", 12, "部"), Want("4项", 4, "项", period: .some(nil))),
            FigureCase("“十三五”时期培训学员1️⃣300人。", Want("300人", 300, "人", period: "2016/2020")),
        ])
    func plans(_ row: FigureCase) throws { try check(row) }

    @Test(
        "由上年的…、目标是“…只引出指标",
        arguments: [
            FigureCase(
                "2022—2023学年，获奖比上年度的1️⃣63项增加2️⃣6项。", Want("63项", 63, "项", of: "获奖", period: "2021/2022"),
                Want("6项", 6, "项", .exact, .change, period: "2022/2023")),
            FigureCase(
                "全年开展培训1️⃣2万人次，完成年度任务的2️⃣58%。", Want("2万人次", 20000, "人次", category: "training"),
                Want("58%", 58, "%", category: "training")),
            FigureCase("已开设1️⃣20个以数字技术为方向的专业。", Want("20个", 20, "个", of: "专业", category: "programme")),
            FigureCase(
                "海阔市2023年统计公报\n\n失业率由上年的1️⃣4.2%降至2️⃣3.9%。", Want("4.2%", 4.2, "%", of: "失业率", period: "2022"),
                Want("3.9%", 3.9, "%", of: "失业率", period: "2023")),
            FigureCase(
                "今年的目标是“开展各类补贴性职业技能提升培训1️⃣3.4万人次（其中创业培训2️⃣0.8万人次）”。", Want("3.4万人次", 34000, "人次", of: "职业技能提升培训", not: "目标"),
                Want("0.8万人次", 8000, "人次")),
            FigureCase("2023届毕业生的落实率相较于2022届上升1️⃣3.7个百分点。", Want("3.7个百分点", 3.7, "百分点", period: "2023")),
        ])
    func leading(_ row: FigureCase) throws { try check(row) }

    @Test(
        "括号里的占比属于括号前的一项",
        arguments: [
            FigureCase(
                "就业行业排名前列的是：制造业（1️⃣21%）、建筑业（2️⃣15%）。", Want("21%", 21, "%", of: "制造业", category: "employment"),
                Want("15%", 15, "%", of: "建筑业", category: "employment")),
            FigureCase(
                "就业单位以民营企业为主，占1️⃣68%；其次为国有企业，占2️⃣12%。", Want("68%", 68, "%", of: "民营企业"),
                Want("12%", 12, "%", of: "国有企业", not: "民营")),
            FigureCase(
                "受访毕业生中有社会保障的占1️⃣90%，其中“五险一金”占2️⃣56%。", Want("90%", 90, "%", category: "graduate"),
                Want("56%", 56, "%", of: "五险一金", category: "graduate")),
            FigureCase(
                "用人单位对能力的满意度为1️⃣98%，对态度的满意度为2️⃣99%。", Want("98%", 98, "%", of: "能力的满意度"),
                Want("99%", 99, "%", of: "用人单位|态度的满意度", not: "能力")),
            FigureCase(
                "受访的用人单位中，性质主要为“国有企业”（占比1️⃣18.5%）、“三资企业”（占比2️⃣9.3%）。",
                Want("18.5%", 18.5, "%", of: "国有企业", category: "enterprise"), Want("9.3%", 9.3, "%", of: "三资企业", category: "enterprise")),
        ])
    func brackets(_ row: FigureCase) throws { try check(row) }
}
