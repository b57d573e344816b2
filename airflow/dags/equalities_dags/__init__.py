"""What the DAGs are made of. Open operator.py first: it runs one sub-command of `equalities` and reads how it ended."""
