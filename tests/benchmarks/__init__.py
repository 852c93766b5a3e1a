"""What the program costs, beside what nothing could do for less: ``python -m tests.benchmarks [NAME …]``."""
