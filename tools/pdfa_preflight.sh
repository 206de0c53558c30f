#!/usr/bin/env bash
# PDF/A-1b by PDFBox Preflight (Debian: libpdfbox2-java libjaxb-java libactivation-java). It knows no PDF/UA: the message
# that it cannot find a definition for PDF/UA's namespace is expected and left out. Exit status 1 if anything else is found.
# usage: pdfa_preflight.sh FILE.pdf ...
set -euo pipefail
path=$(printf '%s:' /usr/share/java/{preflight,pdfbox2,pdfbox2-tools,fontbox2,xmpbox,commons-logging,jaxb-api,jaxb-runtime,jaxb-core,javax.activation,istack-commons-runtime}.jar)
failed=0
for file in "$@"; do
  said=$(java -cp "$path" org.apache.pdfbox.preflight.Validator_A1b "$file" 2>&1 || true)
  rest=$(grep -v -e 'http://www.aiim.org/pdfua/ns/id/' -e 'is not a valid PDF/A-1b file, error(s)' -e 'is a valid PDF/A-1b file' -e '^$' <<<"$said" || true)
  if [ -n "$rest" ] || [ -z "$said" ]; then failed=1; echo "$file fail"; head -n 20 <<<"$rest"; else echo "$file pass"; fi
done
exit $failed
