"""Report, figures and inline text: frozen values, no YAML, no office library."""
