"""Every figure that README and docs quote, one command each: ``python -m benchmarks TASK [--json]``."""
