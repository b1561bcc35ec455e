#!/usr/bin/env bash
# independent.sh LIBRARY NAMES: the verifier stands alone. No object of the evidence room refers to a symbol of the
# engine or of any room above it, and of the model's it uses only those that NAMES lists (one a line, # comments):
# data, and what reads a document. The writers of Rocq and Lean take no part in verifying.
set -euo pipefail
export LC_ALL=C
symbols=$(nm -A "$1" 2>/dev/null | sed -E 's/^.*[:/]([a-z]+)_([^:/]*)\.c\.o: */\1 \2 /')
needed=$(awk '$1 == "evidence" && $2 !~ /^(rocq|lean)/ && $3 == "U" && $4 ~ /^chase_/ {print $4}' <<<"$symbols" | sort -u)
of () { awk -v rooms="$1" '$1 ~ rooms && $4 ~ /^[TRDB]$/ {print $5}' <<<"$symbols" | sort -u; }
status=0
[ "$(wc -l <<<"$needed")" -gt 50 ] || { echo "the symbols of the library could not be read"; exit 1; }
above=$(comm -12 <(echo "$needed") <(of '^(engine|layout|interchange|typeset|drawing|notation|cli|app)$'))
[ -z "$above" ] || { echo "the verifier uses what lies above it:" $above; status=1; }
model=$(comm -12 <(echo "$needed") <(of '^model$'))
[ -n "$model" ] || { echo "the model's symbols could not be read"; exit 1; }
more=$(comm -23 <(echo "$model") <(sed 's/ *#.*//; /^$/d' "$2" | sort -u))
[ -z "$more" ] || { echo "the verifier uses of the model what is not listed in $2:" $more; status=1; }
fewer=$(comm -13 <(echo "$model") <(sed 's/ *#.*//; /^$/d' "$2" | sort -u))
[ -z "$fewer" ] || { echo "$2 lists what the verifier does not use:" $fewer; status=1; }
# And the engine computes nothing by the verifier's code: it makes evidence, writes lists down, and asks for verification.
given='^chase_(evidence|laws|model|normal|proof|roll|tale|verify)_|^chase_(fingerprint_weight|enumerate_roll)$'
asked=$(awk '$1 == "engine" && $3 == "U" && $4 ~ /^chase_/ {print $4}' <<<"$symbols" | sort -u)
borrowed=$(comm -12 <(echo "$asked") <(of '^evidence$') | grep -vE "$given" || true)
[ -z "$borrowed" ] || { echo "the engine uses the verifier's own code:" $borrowed; status=1; }
exit $status
