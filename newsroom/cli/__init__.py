"""The same deeds without a window.

Knows the desk and click. Results go to standard output, as one JSON document with `--json`;
messages go to standard error. Exit codes: 0 done, 1 refused, 2 usage, 3 unavailable, 4 not found
or conflict, 70 our bug. Never imports Qt, nor a layer below the desk; what it cannot reach (how a
library and how the window is opened) is handed in by the composition root as `Wiring`.

A package and not one module, because the commands fall into four subjects that change apart.
"""
