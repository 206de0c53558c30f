"""gwr-docs: 政府工作报告, one YAML source, a Word briefing, a deck of key figures and a PDF summary."""

__version__ = "0.1.0"
