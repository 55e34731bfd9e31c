#!/usr/bin/env python3
"""Makes docs/commands.md and the man pages of docs/man from what the program says of its commands.

Usage: zhibiao --experimental-dump-help | scripts/manual.py DOCS VERSION
"""
import json
import os
import sys


def spelled(argument):
    """An argument as it is typed: `--db <file>`, `-o, --output <file>`, `<words> ...`."""
    value = f"<{argument['valueName']}>"
    if argument["kind"] == "positional":
        return value + (" ..." if argument.get("isRepeating") else "")
    names = [("-" if name["kind"] == "short" else "--") + name["name"] for name in argument["names"]]
    return ", ".join(names) + (f" {value}" if argument["kind"] == "option" else "")


def usage(path, command):
    parts = [path]
    if command.get("subcommands"):
        parts.append("<command>")
    options = [argument for argument in shown(command) if argument["kind"] != "positional"]
    if options and not command.get("subcommands"):
        parts.append("[<options>]")
    for argument in shown(command):
        if argument["kind"] == "positional":
            parts.append(f"[{spelled(argument)}]" if argument.get("isOptional") else spelled(argument))
    return " ".join(parts)


def shown(command):
    hidden = {"help", "version"}
    return [argument for argument in command.get("arguments", []) if argument.get("shouldDisplay") and argument["valueName"] not in hidden]


def about(argument):
    text = argument.get("abstract", "")
    default = argument.get("defaultValue")
    return text + (f" (default: {default})" if default else "")


def children(command):
    return [child for child in command.get("subcommands", []) if child["commandName"] != "help"]


def markdown(path, command, level, out):
    escape = lambda text: text.replace("|", "\\|")
    out.append(f"{'#' * level} {path}\n")
    out.append(command.get("abstract", "") + "\n")
    out.append(f"    {usage(path, command)}\n")
    if command.get("discussion"):
        out.append("```text\n" + command["discussion"] + "\n```\n")
    if shown(command):
        out.append("| argument | meaning |\n|---|---|")
        out += [f"| `{escape(spelled(argument))}` | {escape(about(argument))} |" for argument in shown(command)]
        out.append("")
    for child in children(command):
        markdown(f"{path} {child['commandName']}", child, level + 1 if level > 1 else 2, out)


def roff(text):
    """Text as roff takes it: a dot or quote at a line's start is none of its commands, a hyphen is one that can be copied."""
    lines = text.replace("\\", "\\e").replace("-", "\\-").split("\n")
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in lines)


def manual(path, command, version, top):
    name = path.replace(" ", "-")
    out = [f'.TH "{name.upper()}" "1" "" "zhibiao {version}" ""', ".SH NAME", roff(f"{name} - {command.get('abstract', '')}")]
    out += [".SH SYNOPSIS", roff(usage(path, command))]
    if command.get("discussion"):
        out += [".SH DESCRIPTION", ".nf", roff(command["discussion"]), ".fi"]

    def arguments(command):
        for argument in shown(command):
            out.extend([".TP", "\\fB" + roff(spelled(argument)) + "\\fR", roff(about(argument))])

    if shown(command):
        out.append(".SH OPTIONS")
        arguments(command)
    for child in children(command) if not top else []:
        heading = f"{path} {child['commandName']}".upper()
        out.append(f'.SH "{heading}"')
        out.append(roff(child.get("abstract", "")))
        if child.get("discussion"):
            out.append(".PP\n" + roff(child["discussion"]))
        out.append(".PP\n" + roff(usage(f"{path} {child['commandName']}", child)))
        arguments(child)
    if top:
        out.append(".SH COMMANDS")
        for child in children(command):
            out += [".TP", f"\\fBzhibiao\\-{child['commandName']}\\fR(1)", roff(child.get("abstract", ""))]
    else:
        out += [".SH SEE ALSO", "\\fBzhibiao\\fR(1)"]
    return name, "\n".join(out) + "\n"


docs, version = sys.argv[1:]
root = json.load(sys.stdin)["command"]
pages = ["<!-- Made by `make pages` from the commands themselves; a test compares it with them. -->\n"]
markdown("zhibiao", root, 1, pages)
os.makedirs(os.path.join(docs, "man"), exist_ok=True)
with open(os.path.join(docs, "commands.md"), "w", encoding="utf-8") as file:
    file.write("\n".join(pages).rstrip("\n") + "\n")
for name, page in [manual("zhibiao", root, version, True)] + [
    manual("zhibiao " + child["commandName"], child, version, False) for child in children(root)
]:
    with open(os.path.join(docs, "man", name + ".1"), "w", encoding="utf-8") as file:
        file.write(page)
