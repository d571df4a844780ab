"""Speed, as ratios in one run: ours beside a floor that does the least that could be done.

`python -m tests.bench` prints every figure, with names those of some subjects. Nothing here is a
test and nothing asserts: machines are noisy, and a figure that falls short is printed like any
other.
"""
