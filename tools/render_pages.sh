#!/usr/bin/env bash
# Turn docx, pptx and pdf files into PNG pages and one contact sheet each, to look at them.
# The official font names are mapped to the open fonts in FONTS (default: assets/fonts), as a reader's machine would show them.
# usage: render_pages.sh OUT_DIR FILE ...      needs LibreOffice (writer, impress), poppler-utils, fontconfig; imagemagick for the sheets
set -eu
out=$(mkdir -p "$1" && cd "$1" && pwd); shift
fonts=$(cd "${FONTS:-assets/fonts}" && pwd)
alias_of() { # our family, official names
  ours=$1; shift
  for official in "$@"; do
    printf '<match target="pattern"><test name="family"><string>%s</string></test><edit name="family" mode="assign" binding="strong"><string>%s</string></edit></match>\n' "$official" "$ours"
  done
}
{
  echo '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
  echo "<dir>$fonts</dir><dir>/usr/share/fonts</dir><cachedir>$out/.fontcache</cachedir>"
  alias_of 'GWR Fangsong' 仿宋 仿宋_GB2312 FangSong
  alias_of 'GWR Kai' 楷体 楷体_GB2312 KaiTi
  alias_of 'GWR Hei' 黑体 SimHei 微软雅黑 'Microsoft YaHei'
  alias_of 'GWR Song' 宋体 SimSun
  alias_of 'GWR Biaosong' 方正小标宋简体 方正小标宋_GBK
  alias_of 'Liberation Serif' 'Times New Roman'
  echo '</fontconfig>'
} >"$out/fonts.conf"
export FONTCONFIG_FILE="$out/fonts.conf"
for file in "$@"; do
  name=$(basename "$file"); stem="$out/$name"
  case "$file" in
    *.pdf) pdf=$file ;;
    *)
      soffice --headless "-env:UserInstallation=file://$out/.office" --convert-to pdf --outdir "$out" "$file" >/dev/null 2>&1
      mv "$out/${name%.*}.pdf" "$stem.pdf"; pdf="$stem.pdf" ;;
  esac
  rm -f "$stem"-[0-9]*.png
  pdftoppm -r "${DPI:-60}" -png "$pdf" "$stem"
  if command -v montage >/dev/null; then montage "$stem"-[0-9]*.png -tile 4x -geometry +6+6 -background '#888' "$stem.sheet.png"; fi
  echo "$name: $(find "$out" -name "$name-[0-9]*.png" | wc -l) pages in $out"
done
