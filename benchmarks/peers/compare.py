#!/usr/bin/env python3
"""One line of a side-by-side run: rates, their ratio, memory, and whether the bulk quantities agree.

usage: compare.py NAME TARGET HERE LAMMPS MEMORY
TARGET   ratio asked for; "8/4" is 8 of sixteen contacts side by side, 4 on machines that take eight
HERE     lines of JSON of this program
LAMMPS   outputs of LAMMPS, one after the other (may be empty)
MEMORY   file that remembers peaks, for the memory a particle from two sizes
"""
import json, re, statistics, sys

name, target, here, lammps, memory = sys.argv[1:6]
runs = [json.loads(line) for line in open(here)]
rate = statistics.median(r["rate"] for r in runs)
last, particles, steps = runs[-1], runs[-1]["particles"], runs[-1]["steps"]
target = target.split("/")[0 if last["width"] >= 16 else -1]
if len({(r["kinetic"], r["pressure"]) for r in runs}) != 1:
    sys.exit(f"{name}: runs differ in their results")

with open(memory, "a") as f:
    f.write(f"{name} {particles} {last['peak_bytes']} {last['width']}\n")
peaks = {n: (int(p), int(b)) for n, p, b, width in map(str.split, open(memory)) if int(width) == last["width"]}
bytes_each = ""
if "GRAN-BULK-20k" in peaks and particles > 20000:
    p0, b0 = peaks["GRAN-BULK-20k"]
    bytes_each = f"  memory {(last['peak_bytes'] - b0) / (particles - p0) / 1000:.2f} kB/particle"
line = f"{name:<19} here {rate:.2e} (single, {last['width']} wide)"

theirs = []
final = {}
for part in open(lammps).read().split("LAMMPS (")[1:]:
    loops = re.findall(r"Loop time of ([0-9.]+) on \d+ procs for (\d+) steps", part)
    theirs.append(particles * int(loops[-1][1]) / float(loops[-1][0]))
    head = [m.group(0).split() for m in re.finditer(r"^ *Step .*$", part, re.M)][-1]
    rows = [l.split() for l in part.splitlines() if re.fullmatch(r"[ 0-9.eE+-]+", l) and len(l.split()) == len(head)]
    final = dict(zip((h.lower() for h in head), map(float, rows[-1])))

ok = True
if theirs:
    other = statistics.median(theirs)
    ratio = rate / other
    line += f"  LAMMPS {other:.2e} (double) particle-steps/s  ratio {ratio:.1f} (target {target})"
    pairs = [("kinetic energy", last["kinetic"], final.get("kineng", final.get("ke")))]
    if "BULK" in name:
        pairs.append(("pressure", last["pressure"], final.get("press")))
    if final.get("c_z"):
        pairs.append(("coordination", last["coordination"], final["c_z"]))
    for what, a, b in pairs:
        if b is not None:
            off = abs(a / b - 1)
            line += f"  {what} {100 * (a / b - 1):+.2f} %"
            ok &= off <= 0.02
    ok &= ratio >= float(target)
else:
    line += " particle-steps/s"
print(line + bytes_each + f"  peak {last['peak_bytes'] / 1e6:.0f} MB" + ("" if ok else "  BELOW TARGET"), flush=True)
sys.exit(0 if ok else 1)
