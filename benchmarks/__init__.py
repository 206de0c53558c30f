"""The benchmark: our builds beside what a user would pick instead, as whole processes on equal content."""
