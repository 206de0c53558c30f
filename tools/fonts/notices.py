"""Licences, notices of change and README beside the fonts."""

import gzip
from collections.abc import Mapping
from pathlib import Path

from tools.fonts.faces import FACES, OFL, Face
from tools.fonts.outlines import LAYOUT_FEATURES
from tools.fonts.tables import coverage

_CHANGES = """{family}: NOTICE OF CHANGE

This folder holds a changed version of {original}, one of the Fandol fonts.
{copyright}
The original is in the package {package}.

Changed in November 2026, not by the Fandol team:
- {changes}.
- Built with tools/make_fonts.py, which is the script that GPLv3 asks for; the preferred form for changes is this
  TrueType file together with that script and the original font.

Licence: GNU General Public License, version 3, with the font exception at the end of COPYING.
The exception is extended to this changed version:

  As a special exception, if you create a document which uses this font, and embed this font or unaltered portions of
  this font into the document, this font does not by itself cause the resulting document to be covered by the GNU
  General Public License. This exception does not however invalidate any other reasons why the document might be
  covered by the GNU General Public License.

There is no warranty; see sections 15 and 16 of COPYING.

{family_zh}：改动说明

本文件夹中的字体由 Fandol 字库的 {original} 改成，非 Fandol 团队所改。
2026 年 11 月改动：{changes_zh}。
许可：GNU 通用公共许可证第 3 版，附 COPYING 末尾的字体例外；该例外同样适用于本改动版：
在文档中使用并嵌入本字体，不会因此使该文档受 GPL 约束。
"""

_README = """# 字体 / Fonts

公文五种字体的开源替身，均为 TrueType 轮廓，可嵌入 PDF 与 Office 文档。由 `tools/make_fonts.py` 生成，请勿手改。

Open stand-ins for the five faces of official documents, all with TrueType outlines and embeddable. Made by
`tools/make_fonts.py`; do not edit by hand.

| 文件 File | 字体名 Family | 替代 Stands for | 来源 Origin | 改动 Changes | 字符 Coverage | 许可 Licence |
|---|---|---|---|---|---|---|
{rows}

## 约定 / Conventions

- 改动过的字体各用自己的字体名，样式一律为 Regular（小标宋与黑体亦然），办公软件因此不会再行加粗，也不会混用字重。
  Every changed face has a family of its own and the style Regular, the heavy ones too: office programs neither embolden
  it again nor mix two weights of one family.
- 同名 `.json` 是字宽与覆盖表：长度以千分之一字身计，`widths` 按字宽列出全部字符（含空格）；控制符、格式符、私用区除外。
  The `.json` of the same name lists widths and coverage: lengths in thousandths of the em, every encoded
  character, spaces included, under its advance; controls, format characters and private codes are left out.
- `faces.toml` 记各字体的文件、来源、许可、字符数与 SHA-256。
  `faces.toml` records file, origin, licence, coverage and SHA-256 of each face.
- 行高：Noto 两种为 880/-120，Fandol 三种与补字为 800/-200（其汉字即画在此框内），hhea 与 OS/2 一致，行距为零。
  Line metrics: 880/-120 for the two Noto faces; 800/-200 for the three Fandol faces and GWR Rare, the box that their
  ideographs are drawn in. hhea and OS/2 agree; the line gap is zero.
- 保留的版式特性（以原字体具备者为限）：{features}；提示信息已去除。
  Layout features kept where the original has them: {features}. Hints are removed.
- GWR Hei 的数字等宽（0.57 字身）；GWR Song 与 GWR Fangsong 的数字各半字身，破折号一字身。
  The digits of GWR Hei have one width (0.57 em); those of GWR Song and GWR Fangsong are half an em, their dash one em.
- Fandol 另有 1179 个繁体等字未收：其中数十字的字形有误（仿宋的「幹」画成「干」，楷体的「懲」画成「誠」）。
  Fandol has 1,179 more ideographs, mostly traditional, which are left out: dozens of them show another character (幹
  appears as 干 in FandolFang, 懲 as 誠 in FandolKai).
- GWR Rare 只作逐字补缺之用。 GWR Rare serves for single characters that the other faces lack.

## 许可 / Licences

- `biaosong/`、`hei/`、`rare/`、`latin/`：SIL Open Font License 1.1，见各文件夹的 `OFL.txt`。
  改动版不使用保留名（Source、LXGW、霞鹜）。
  SIL Open Font License 1.1, see `OFL.txt` in each folder; the changed versions use no reserved name.
- `fangsong/`、`kai/`、`song/`：GPLv3 附字体例外，见 `COPYING` 与 `CHANGES.txt`；
  该例外已延及改动版，嵌入文档不使文档受 GPL 约束。
  GPLv3 with the font exception, see `COPYING` and `CHANGES.txt`; the exception is extended to the changed versions, so
  embedding them does not place a document under the GPL.
- 项目代码另有许可，与字体无关。 The project's own code is licensed separately.

## 重做 / Making them again

    pip install -r tools/fonts/requirements.txt
    python tools/make_fonts.py            # 需要 npm、apt-get、dpkg-deb / needs npm, apt-get, dpkg-deb
    python tools/make_fonts.py --check    # 只核对 / only compares with faces.toml

源文件逐一核对 SHA-256；同一版本的 fontTools 两次生成，字节相同。
Every source file is checked by its SHA-256; two runs with the same fontTools give the same bytes.
"""


def write_notices(sources: Mapping[str, Path], target: Path) -> None:
    terms = _ofl_terms(sources["ofl"])
    copying = gzip.decompress(sources["fandol_copying"].read_bytes())
    for face in FACES:
        folder = target / face.folder
        if face.licence == OFL:
            _write(folder / "OFL.txt", f"{_ofl_head(face)}\n{terms}")
        else:
            (folder / "COPYING").write_bytes(copying)
            _write(folder / "CHANGES.txt", _change_notice(face))
    _write(target / "README.md", _readme(target))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _ofl_terms(path: Path) -> str:
    """The licence without the copyright line of the font that it happened to come with."""
    text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    lines = text[text.index("This Font Software is licensed") :].splitlines()
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _ofl_head(face: Face) -> str:
    if not face.changed:
        return face.copyright + "\n"
    return f"{face.copyright}\n\n{face.family} is a changed version of {face.original}: {face.changes[1]}.\n"


def _change_notice(face: Face) -> str:
    return _CHANGES.format(
        family=face.family,
        family_zh=face.family_zh,
        original=face.original,
        copyright=face.copyright,
        package=face.package,
        changes=face.changes[1],
        changes_zh=face.changes[0],
    )


def _readme(target: Path) -> str:
    rows = "\n".join(_row(face, target) for face in FACES)
    return _README.format(rows=rows, features=" ".join(LAYOUT_FEATURES))


def _row(face: Face, target: Path) -> str:
    cells = (
        f"`{face.file}`",
        face.family,
        "、".join(face.stands_for) or "–",
        face.origin,
        "<br>".join(face.changes),
        str(coverage(face, target)),
        face.licence,
    )
    return f"| {' | '.join(cells)} |"
