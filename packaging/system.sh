#!/bin/sh
# Makes sure of the Debian packages that a set-up needs. Usage: system.sh base|tex
# As root on Debian it installs what is missing; otherwise it prints the one line to run and fails.
set -eu

# The wheels of numpy, OpenCV and ONNX Runtime need no library beyond the C++ runtime.
base="python3 python3-venv libstdc++6"
tex="cm-super lmodern texlive-latex-recommended texlive-latex-extra texlive-fonts-recommended texlive-fonts-extra texlive-science"

base_is_there() {
    command -v "${PYTHON:-python3}" >/dev/null 2>&1 &&
        "${PYTHON:-python3}" -c 'import ensurepip, venv' >/dev/null 2>&1
}

tex_is_there() {
    command -v pdflatex >/dev/null 2>&1 &&
        kpsewhich lmodern.sty newtxmath.sty newpxmath.sty mathdesign.sty stix2.sty kpfonts.sty \
            cmbright.sty arev.sty iwona.sty eulervm.sty concmath.sty anttor.sty mhchem.sty >/dev/null 2>&1
}

what="${1:-base}"
case "$what" in
base) base_is_there && exit 0; packages=$base ;;
tex) tex_is_there && exit 0; packages=$tex ;;
*) echo "usage: system.sh base|tex" >&2; exit 2 ;;
esac

if ! command -v apt-get >/dev/null 2>&1; then
    echo "Missing: Python 3.11 or newer with venv (base), a TeX distribution (tex). Install: $what" >&2
    exit 1
fi
if [ "$(id -u)" -ne 0 ]; then
    echo "Some system packages are missing. Run this line, then try again:" >&2
    echo "    sudo apt-get install --yes --no-install-recommends $packages" >&2
    exit 1
fi
echo "installing system packages: $packages"
export DEBIAN_FRONTEND=noninteractive
apt-get update -q
# shellcheck disable=SC2086  # a list of names
apt-get install -q --yes --no-install-recommends $packages
