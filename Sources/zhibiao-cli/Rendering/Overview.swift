// The program's help in Chinese: one screen, as the argument parser's own is in English.

extension Message {
    static var overview: String {
        """
        zhibiao：从中文报告中读出数值，连同依据存入 SQLite 数据库。

        用法：zhibiao <命令>

        读取报告
          import    导入报告（文本、Markdown、HTML、PDF、Word 等）或数值表
          extract   列出一份报告的数值，不需要数据库
          audit     列出一份报告的所有数字及其类型
        查询
          figures   按地区、单位、指标、年份等查询：zhibiao figures 常州 就业率 --since 2020
          show      一个数值的依据
          sql       用 SQL 查询（只读）
          repl      在提示符下查询
        核对与修改
          check     报告自身或相互之间的矛盾
          review    确认、更正或否决数值
          delete    删除报告
        导出
          export    导出为 CSV、TSV、JSON、Markdown、HTML、SQL 或数据包

        数据库是 --db FILE，否则是 $ZHIBIAO_DB，再否则是 ./metrics.db。
        数据写到标准输出，其余内容写到标准错误。退出状态：0 完成，1 出错，2 用法错误。
        --lang zh 或 --lang en 选择提示语言，默认随系统区域设置。
        各命令的全部选项（英文）：zhibiao help <命令>
        """
    }

    static var seeHelp: String { of("zhibiao help COMMAND has every option", "全部选项见：zhibiao help <命令>") }

    /// Whether a text is in Chinese, as far as its characters tell.
    static func isChinese(_ text: String) -> Bool { text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
}
