"""What docx and pptx share: charts, their workbooks, the office theme."""
