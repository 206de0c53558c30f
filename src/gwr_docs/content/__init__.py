"""YAML text to model.Report: the only reader of YAML."""
