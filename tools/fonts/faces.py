"""The faces as data: what each is called, made from and stands for."""

from dataclasses import dataclass
from enum import Enum, auto

from tools.fonts.sources import LIBERATION, NOTO_SANS, NOTO_SERIF, TEXLIVE, WENKAI, Package

OFL = "OFL-1.1"
GPL_FONT = "GPL-3.0-only WITH Font-exception-2.0"


class Method(Enum):
    SUBSET = auto()
    CONVERT = auto()
    COPY = auto()


@dataclass(frozen=True)
class Box:
    """Ascent and descent in units of the em."""

    ascent: int
    descent: int


# Noto draws ideographs in 880/-120; Fandol draws them in 800/-200 (its brackets fill that box exactly), although
# FandolFang and FandolKai declare 880/-120 and FandolSong a descent of +200.
NOTO_BOX = Box(880, -120)
FANDOL_BOX = Box(800, -200)


@dataclass(frozen=True)
class Face:
    key: str
    folder: str
    stem: str
    family: str
    family_zh: str
    stands_for: tuple[str, ...]
    source: str
    original: str
    package: Package
    licence: str
    copyright: str
    method: Method
    changes: tuple[str, str]
    box: Box = NOTO_BOX
    punctuation_from: str | None = None
    shift: int = 0

    @property
    def file(self) -> str:
        return f"{self.folder}/{self.stem}.ttf"

    @property
    def table(self) -> str:
        return f"{self.folder}/{self.stem}.json"

    @property
    def origin(self) -> str:
        return f"{self.original}, {self.package}"

    @property
    def changed(self) -> bool:
        return self.method is not Method.COPY


_FANDOL_NOTICE = "Copyright © 2012-2013, the Fandol team (Clerk Ma, Jie Su)."
_SUBSET = (
    "子集：通用规范汉字表与 GB 2312 汉字、标点、符号、拉丁字母；去提示信息；行高改为 880/-120；改名",
    "subset to the ideographs of the standard table and of GB 2312, punctuation, symbols and Latin; hints removed; "
    "line metrics 880/-120; renamed",
)
_CONVERTED = (
    "曲线由三次转为二次；只留通用规范汉字表与 GB 2312 汉字、标点、符号、拉丁字母；行高改为 800/-200；改名",
    "cubic outlines converted to quadratic; subset to the ideographs of the standard table and of GB 2312, punctuation, "
    "symbols and Latin; line metrics 800/-200; renamed",
)

FACES = (
    Face(
        key="biaosong",
        folder="biaosong",
        stem="GWRBiaosong-Bold",
        family="GWR Biaosong",
        family_zh="GWR 小标宋",
        stands_for=("方正小标宋简体", "方正小标宋_GBK"),
        source="noto_serif_bold",
        original="Noto Serif SC Bold 2.003",
        package=NOTO_SERIF,
        licence=OFL,
        copyright="(c) 2017-2024 Adobe (http://www.adobe.com/).",
        method=Method.SUBSET,
        changes=_SUBSET,
    ),
    Face(
        key="hei",
        folder="hei",
        stem="GWRHei-Medium",
        family="GWR Hei",
        family_zh="GWR 黑体",
        stands_for=("黑体", "微软雅黑"),
        source="noto_sans_medium",
        original="Noto Sans SC Medium 2.004",
        package=NOTO_SANS,
        licence=OFL,
        copyright="(c) 2014-2021 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'.",
        method=Method.SUBSET,
        changes=_SUBSET,
    ),
    Face(
        key="fangsong",
        folder="fangsong",
        stem="GWRFangsong-Regular",
        family="GWR Fangsong",
        family_zh="GWR 仿宋",
        stands_for=("仿宋_GB2312", "仿宋"),
        source="fandol_fang",
        original="FandolFang 1.300",
        package=TEXLIVE,
        licence=GPL_FONT,
        copyright=_FANDOL_NOTICE,
        method=Method.CONVERT,
        changes=(
            "曲线由三次转为二次；标点、数字、拉丁字母换用 FandolSong 的字形；"
            "只留通用规范汉字表与 GB 2312 汉字、标点、符号、拉丁字母；行高改为 800/-200；改名",
            "cubic outlines converted to quadratic; punctuation, digits and Latin taken from FandolSong; subset to the "
            "ideographs of the standard table and of GB 2312, punctuation, symbols and Latin; line metrics 800/-200; renamed",
        ),
        box=FANDOL_BOX,
        punctuation_from="fandol_song",
    ),
    Face(
        key="kai",
        folder="kai",
        stem="GWRKai-Regular",
        family="GWR Kai",
        family_zh="GWR 楷体",
        stands_for=("楷体_GB2312", "楷体"),
        source="fandol_kai",
        original="FandolKai 1.300",
        package=TEXLIVE,
        licence=GPL_FONT,
        copyright=_FANDOL_NOTICE,
        method=Method.CONVERT,
        changes=_CONVERTED,
        box=FANDOL_BOX,
    ),
    Face(
        key="song",
        folder="song",
        stem="GWRSong-Regular",
        family="GWR Song",
        family_zh="GWR 宋体",
        stands_for=("宋体",),
        source="fandol_song",
        original="FandolSong 1.300",
        package=TEXLIVE,
        licence=GPL_FONT,
        copyright=_FANDOL_NOTICE,
        method=Method.CONVERT,
        changes=(
            "曲线由三次转为二次；只留数字、拉丁字母、标点；行高改为 800/-200；改名",
            "cubic outlines converted to quadratic; only digits, Latin and punctuation kept; line metrics 800/-200; renamed",
        ),
        box=FANDOL_BOX,
    ),
    Face(
        key="rare",
        folder="rare",
        stem="GWRRare-Light",
        family="GWR Rare",
        family_zh="GWR 补字",
        stands_for=(),
        source="wenkai_light",
        original="LXGW WenKai Light 1.250",
        package=WENKAI,
        licence=OFL,
        copyright="Copyright 2021-2023 LXGW (https://github.com/lxgw/LxgwWenKai), "
        "with Reserved Font Names '霞鹜' and 'LXGW'.\n"
        "Copyright 2020 The Klee Project Authors (https://github.com/fontworks-fonts/Klee).",
        method=Method.SUBSET,
        changes=(
            "子集：Fandol 所缺的规范汉字与符号；字形下移以与 Fandol 对齐；去提示信息；改名",
            "subset to the standard characters and symbols that Fandol lacks; moved down to stand level with Fandol; "
            "hints removed; renamed",
        ),
        box=FANDOL_BOX,
        # The ideographs of LXGW WenKai are centred 355 above the baseline, those of Fandol 305.
        shift=-50,
    ),
    Face(
        key="latin",
        folder="latin",
        stem="LiberationSerif-Regular",
        family="Liberation Serif",
        family_zh="",
        stands_for=("Times New Roman",),
        source="liberation_serif",
        original="Liberation Serif Regular 2.1.5",
        package=LIBERATION,
        licence=OFL,
        copyright="Digitized data copyright (c) 2010 Google Corporation with Reserved Font Arimo, Tinos and Cousine.\n"
        "Copyright (c) 2012 Red Hat, Inc. with Reserved Font Name Liberation.",
        method=Method.COPY,
        changes=("无", "none"),
    ),
    Face(
        key="latin_bold",
        folder="latin",
        stem="LiberationSerif-Bold",
        family="Liberation Serif",
        family_zh="",
        stands_for=("Times New Roman",),
        source="liberation_serif_bold",
        original="Liberation Serif Bold 2.1.5",
        package=LIBERATION,
        licence=OFL,
        copyright="Digitized data copyright (c) 2010 Google Corporation with Reserved Font Arimo, Tinos and Cousine.\n"
        "Copyright (c) 2012 Red Hat, Inc. with Reserved Font Name Liberation.",
        method=Method.COPY,
        changes=("无", "none"),
    ),
)
