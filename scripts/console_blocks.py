#!/usr/bin/env python3
"""Runs the `console` blocks of Markdown pages and compares what they print with what the page shows.

usage: console_blocks.py check|write PROGRAM PAGE...

A line that begins with "$ " is a command; what follows it, up to the next command, is what it prints, standard error too.
A line of nothing but "..." stands for any lines. The blocks of a page are one session: a new folder that holds copies of
seeds/ and docs/, with PROGRAM on PATH as `zhibiao`. `write` puts what was printed into the page instead.
Exit status 1 when a page shows something else, with the difference on standard error. Python standard library only.
"""
import difflib, os, re, shutil, subprocess, sys, tempfile

BLOCK = re.compile(r"^```console\n(.*?)^```$", re.M | re.S)
TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def sessions(block):
    """The commands of a block, each with the lines that it prints."""
    pairs = []
    for line in block.splitlines():
        if line.startswith("$ "):
            pairs.append((line[2:], []))
        else:
            pairs[-1][1].append(line)
    return pairs


def agree(shown, printed):
    """Whether the lines are the same, "..." standing for any."""
    pattern = "".join(".*" if line == "..." else re.escape(line + "\n") for line in shown)
    return re.fullmatch(pattern, "".join(line + "\n" for line in printed), re.S) is not None


def run(command, folder, environment):
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return [line.rstrip("\r") for line in done.stdout.decode("utf8").split("\n")][:-1]


def main():
    mode, program, pages = sys.argv[1], os.path.abspath(sys.argv[2]), sys.argv[3:]
    failed = 0
    for page in pages:
        text = open(page, encoding="utf8").read()
        with tempfile.TemporaryDirectory() as folder:
            os.makedirs(os.path.join(folder, ".bin"))
            os.symlink(program, os.path.join(folder, ".bin", "zhibiao"))
            for part in ("seeds", "docs"):
                shutil.copytree(os.path.join(TOP, part), os.path.join(folder, part))
            environment = {"PATH": os.path.join(folder, ".bin") + ":" + os.environ["PATH"], "HOME": folder, "LC_ALL": "C.UTF-8",
                           "PYTHONPATH": os.environ.get("PYTHONPATH", "")}

            def replaced(match):
                nonlocal failed
                lines = []
                for command, shown in sessions(match.group(1)):
                    printed = run(command, folder, environment)
                    same = agree(shown, printed)
                    if mode == "check" and not same:
                        failed += 1
                        print(f"{page}: $ {command}", *difflib.unified_diff(shown, printed, "shown", "printed", lineterm="", n=1),
                              sep="\n", file=sys.stderr)
                    lines += ["$ " + command] + (shown if same else printed)
                return "```console\n" + "\n".join(lines) + "\n```"

            written = BLOCK.sub(replaced, text)
        if mode == "write" and written != text:
            open(page, "w", encoding="utf8").write(written)
    sys.exit(1 if failed else 0)


main()
