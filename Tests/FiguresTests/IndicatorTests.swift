// Which indicator of the catalogue a figure is of, and that it has none where its words say more or another thing.
import Figures
import ReportText
import TestSupport
import Testing

@Suite("Indicators of figures")
struct IndicatorTests {
    /// The codes of the figures of a text, in order; "-" for none.
    private func codes(_ text: String) throws -> [String] {
        try sharedExtractor.get().extract(ReportText(text)).figures.map { $0.indicator ?? "-" }
    }

    @Test(
        "The whole measure is named",
        arguments: [
            ("全市社会消费品零售总额80亿元，比上年增长3%。", ["retail_sales", "retail_sales"]),
            ("城镇实现零售额60亿元，乡村实现零售额20亿元。", ["urban_retail_sales", "rural_retail_sales"]),
            ("完成一般公共预算支出52亿元，政府性基金预算支出31亿元。", ["budget_expenditure", "fund_expenditure"]),
            ("年末生猪存栏40万头，牛存栏5万头，羊存栏18万只。", ["pigs_in_stock", "cattle_in_stock", "sheep_in_stock"]),
            ("禽蛋产量7万吨，牛奶产量2万吨。", ["egg_output", "milk_output"]),
            ("毕业生就业率97%，毕业生本地就业率71%。", ["graduate_employment_rate", "local_employment_rate"]),
            ("省级重点实验室12个，国家级孵化器3个。", ["provincial_key_labs", "national_incubators"]),
            ("公路通车里程3000公里。", ["road_length"]), ("固定资产投资（不含农户）增长3%。", ["fixed_asset_investment"]),
            ("参与制定国际标准2项，制定国家标准8项，组织制定地方标准6项。", ["international_standards_set", "national_standards_set", "local_standards_set"]),
            ("房屋建筑施工面积90万平方米，其中新开工面积20万平方米。", ["building_firms_construction_area", "building_firms_started_area"]),
            ("对外承包工程和劳务合作完成营业额3万美元。", ["overseas_cooperation"]), ("初中阶段毛入学率103%。", ["gross_enrolment_junior"]),
            (
                "全年规模以上工业增加值增长6%。分行业看，制造业增长8%，采矿业下降2%。",
                ["above_scale_value_added", "above_scale_manufacturing_value_added", "above_scale_mining_value_added"]
            ),
            ("农林牧渔业总产值90亿元，其中林业产值8亿元。", ["agriculture_output", "forestry_output"]),
        ])
    func named(_ text: String, _ expected: [String]) throws { #expect(try codes(text) == expected) }

    @Test(
        "Words that say more name another measure, which keeps its own words",
        arguments: [
            ("家具类零售额增长12%。", "-"), ("机电产品出口36亿元。", "-"), ("制造业贷款增长7%。", "-"), ("装备制造业投资增长9%。", "-"),
            ("固定资产投资中，住宿业投资下降4%。", "-"), ("生产资料价格下降2%。", "-"), ("专业承包企业利润增长3%。", "-"), ("出口东盟下降5%。", "-"),
            ("领取救助金人数300人。", "-"), ("中小学182所。", "-"), ("农产品加工园区工业增加值增长6%。", "-"),
        ])
    func others(_ text: String, _ expected: String) throws { #expect(try codes(text) == [expected]) }

    @Test(
        "A rank, a scope or 新增 says that only some are meant, which have an indicator of their own or none",
        arguments: [
            ("湿地公园6个，其中国家级湿地公园2个，市级湿地公园1个。", ["wetland_parks", "national_wetland_parks", "-"]),
            ("省级以上重点实验室9个。", ["-"]), ("运动员获得世界冠军2个，全国冠军5个。", ["world_champions", "national_champions"]),
            ("公路通车里程（不含高速公路）3000公里。", ["-"]), ("旅客周转量（不含铁路）9亿人公里。", ["-"]), ("普通高等学校全日制在校生3万人。", ["-"]),
            ("新增高新技术企业30家。", ["-"]), ("高新技术企业300家。", ["high_tech_enterprises"]),
            ("采矿业增加值增长3%。", ["mining_value_added"]), ("规模以上采矿业增加值增长3%。", ["above_scale_mining_value_added"]),
            ("规模以上服务业企业210家。", ["-"]), ("限额以上城镇消费品零售额30亿元。", ["above_limit_urban_retail_sales"]),
            ("人民币各项存款余额600亿元。", ["rmb_deposits"]), ("各项存款余额620亿元。", ["deposits"]),
            (
                "# 保定市2024年统计公报\n\n拥有河北省龙头企业9家。全国重点文物保护单位8处。河北省重点实验室7个，市级重点实验室20个。",
                ["-", "national_protected_sites", "provincial_key_labs", "municipal_key_labs"]
            ),
            ("城镇居民人均可支配收入4万元，其中工资性收入2万元。", ["urban_disposable_income", "urban_wage_income"]),
        ])
    func narrowed(_ text: String, _ expected: [String]) throws { #expect(try codes(text) == expected) }

    @Test(
        "One of several that are measured together is not what is measured, and a unit of another kind measures another thing",
        arguments: [
            ("执业医师和执业助理医师820人。", "doctors_and_assistants"), ("执业医师500人。", "doctors"), ("建设产业学院、工匠学院12个。", "-"),
            ("高速公路6条。", "-"), ("高速公路250公里。", "expressway_length"), ("每千人拥有社会体育指导员3名。", "-"),
            ("社会体育指导员900人。", "sports_instructors"), ("举办展览活动40场。", "-"), ("开展各类活动40场。", "events_held"),
            ("创新平台（含重点实验室、孵化器等）30个。", "collaborative_platforms"),
            ("建筑工程产值5亿元。", "-"), ("年末有技师（士）60人。", "health_technicians_staff"),
            ("社区卫生服务中心（站）12个。", "community_health_centres_and_stations"),
        ])
    func apart(_ text: String, _ expected: String) throws { #expect(try codes(text) == [expected]) }

    @Test(
        "Where an indicator is known by single words, what it does behind them is no other measure",
        arguments: [
            ("毕业生在本市及周边的就业率为82%。", "graduate_employment_rate"), ("全年培训企业职工3000人次。", "training_person_times"),
            ("为300家企业提供技术改造方案。", "upgraded_enterprises"),
        ])
    func loose(_ text: String, _ expected: String) throws { #expect(try codes(text) == [expected]) }
}
