import ArgumentParser
import Zhibiao

@main
struct ZhibiaoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "zhibiao")
}
