"""Number formats: labels show the very digits of figures.yaml."""

from decimal import Decimal

import pytest

from gwr_docs.documents.charts import Point
from gwr_docs.writers.ooxml.formats import number_format


@pytest.mark.parametrize(
    ("point", "signed", "code"),
    [
        (Point(Decimal(36), "36", ""), False, "0"),
        (Point(Decimal("11.20"), "11.20", ""), False, "0.00"),
        (Point(Decimal(40000), "40000", "", after="余"), False, '0"余"'),
        (Point(Decimal(3), "3", "", before="近"), False, '"近"0'),
        (Point(Decimal(7), "007", ""), False, "000"),
        (Point(Decimal(13), "十三", ""), False, '"十三";"十三";"十三"'),
        (Point(Decimal("-3.5"), "−3.5", ""), False, '0.0;"−"0.0;0.0'),
        (Point(Decimal("-3.5"), "-3.5", "", before="约"), False, '"约"0.0;"约""-"0.0;"约"0.0'),
        (Point(Decimal(3), "+3", "", after="余"), False, '"+"0"余";"−"0"余";0"余"'),
        (Point(Decimal(0), "−0", ""), False, '"−0";"−0";"−0"'),
        (Point(Decimal(3), "±3", ""), False, '"±3";"±3";"±3"'),
        (Point(Decimal(-16), "−16", ""), True, '"+"0;"−"0;0'),
    ],
)
def test_a_format_for_each_way_of_writing(point: Point, signed: bool, code: str) -> None:
    assert number_format(point, signed) == code
