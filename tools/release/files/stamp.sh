#!/bin/sh
# Makes this copy one for another address: ./stamp.sh https://host/path/
# Changes manifest*.xml, functions*.json and version.json, wherever they stand, and SHA256SUMS.
set -eu
cd "$(dirname "$0")"

refuse() {
  echo "$1" >&2
  exit 1
}

if command -v sha256sum >/dev/null; then sha256=sha256sum; else sha256="shasum -a 256"; fi

new=${1-}
case $new in */) ;; *) new=$new/ ;; esac
# What tools/origin.mjs of the project asks.
echo "$new" | LC_ALL=C grep -Eqx 'https://[a-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~%-]+)*/' ||
  refuse "Give the address at which it will be served: ./stamp.sh https://host/path/"

$sha256 -c SHA256SUMS >/dev/null 2>&1 || refuse "Files are missing or not as they were packed: unpack the archive anew."

old=$(sed -n 's/.*"origin": "\(.*\)".*/\1/p' version.json | sed 's/[.]/[.]/g')
find . -name 'manifest*.xml' -o -name 'functions*.json' -o -name 'version.json' |
  while read -r file; do
    sed "s|$old|$new|g" "$file" >"$file.new"
    mv "$file.new" "$file"
  done

# Names in SHA256SUMS stand behind the sum and two spaces, and have no spaces in them.
# shellcheck disable=SC2046
$sha256 $(cut -c 67- SHA256SUMS) >SHA256SUMS.new
mv SHA256SUMS.new SHA256SUMS
echo "This copy is for $new"
