#!/usr/bin/env python3
"""One line about runs of this program alone: what a second thread brings, or how the time of a step grows with the number of particles.

usage: ratios.py threads|growth RUNS
RUNS     lines of JSON of this program
"""
import json, math, statistics, sys

kind, runs = sys.argv[1], [json.loads(line) for line in open(sys.argv[2])]


def seconds(key):
    """Median time of a step by particles or threads."""
    return {k: statistics.median(r["seconds"] / r["steps"] for r in runs if r[key] == k) for k in sorted({r[key] for r in runs})}


ok = True
if kind == "threads":
    times = seconds("threads")
    (few, slow), (many, fast) = list(times.items())[0], list(times.items())[-1]
    ok = slow / fast >= 0.9 * many / few
    same = len({(r["kinetic"], r["pressure"]) for r in runs}) == 1
    print(f"{runs[0]['name']:<19} {few} -> {many} threads: {slow / fast:.2f} times as fast (target {0.9 * many / few:.1f}), results {'the same' if same else 'DIFFER'}", end="")
    ok &= same
else:
    times = seconds("particles")
    sizes = list(times)
    print(f"GRAN-GROWTH         {', '.join(f'{n}: {1e9 * times[n] / n:.1f} ns' for n in sizes)} a particle-step", end="")
    for low, target in ((sizes[-2], 1.05), (sizes[0], 1.10)):
        power = math.log(times[sizes[-1]] / times[low]) / math.log(sizes[-1] / low)
        ok &= power <= target
        print(f"; from {low} on N^{power:.2f} (target {target:.2f})", end="")
print("" if ok else "  BELOW TARGET", flush=True)
sys.exit(0 if ok else 1)
