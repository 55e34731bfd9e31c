#!/usr/bin/env python3
"""Check that a figure's confidence means something, against hand-made annotations.

usage: calibration.py [--bin PATH] [--score PATH] [--gold DIR] [--docs DIR] [--above F] [--min-right F] [--details]

A figure is right when it matches an annotation and all of its facets are right, as the scoring program given by
--score judges it. Prints how many are right at each confidence; exit status 1 when fewer than --min-right of those
above --above are. --details prints those that are wrong all the same. Python standard library only.
"""
import argparse, collections, glob, importlib.util, json, os, sys


def load(path):
    spec = importlib.util.spec_from_file_location("score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    shared = os.path.join(here, "..", "..", "shared")
    ap = argparse.ArgumentParser()
    ap.add_argument("--bin", default=".build/release/zhibiao")
    ap.add_argument("--score", default=os.path.join(shared, "eval", "score.py"))
    ap.add_argument("--gold", default=os.path.join(shared, "eval", "gold"))
    ap.add_argument("--docs", default=os.path.join(shared, "reports"))
    ap.add_argument("--only", default="", help="a part of the annotation files' names")
    ap.add_argument("--above", type=float, default=0.9)
    ap.add_argument("--min-right", type=float, default=0.0)
    ap.add_argument("--details", action="store_true")
    a = ap.parse_args()
    score = load(a.score)
    all_of, right_of = collections.Counter(), collections.Counter()
    for path in sorted(glob.glob(os.path.join(a.gold, "*.jsonl"))):
        if a.only not in os.path.basename(path):
            continue
        gold = [json.loads(line) for line in open(path, encoding="utf8") if line.strip()]
        doc = next(g["doc"] for g in gold if "doc" in g)
        pairs, spurious, _ = score.score(gold, score.extract(a.bin, os.path.join(a.docs, doc)))
        judged = [(p, all(score.facets(p, g).values())) for p, g in pairs] + [(p, False) for p in spurious]
        for figure, is_right in judged:
            step = round(figure["confidence"], 2)
            all_of[step] += 1
            right_of[step] += is_right
            if a.details and not is_right and figure["confidence"] > a.above:
                print(f"  {doc} {figure['surface']!r} at {figure['start']}: {figure['confidence']} {figure['measure']!r}")
    for step in sorted(all_of, reverse=True):
        print(f"{step:5.2f} {all_of[step]:5} figures {right_of[step] / all_of[step]:6.1%} right")
    above = sum(n for step, n in all_of.items() if step > a.above)
    right = sum(n for step, n in right_of.items() if step > a.above)
    share = right / max(1, above)
    total = sum(all_of.values())
    print(f"above {a.above}: {above} of {total} figures, {share:.1%} right")
    if share < a.min_right:
        print(f"below the floor of {a.min_right:.0%}")
        sys.exit(1)


if __name__ == "__main__":
    main()
