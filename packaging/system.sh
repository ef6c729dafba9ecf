#!/bin/sh
# Makes sure of the Debian packages that a set-up needs. Usage: system.sh base|gui|screen|tex
# As root on Debian it installs what is missing; otherwise it prints the one line to run and fails.
set -eu

# The wheels of numpy, OpenCV and ONNX Runtime need no library beyond the C++ runtime.
base="python3 python3-venv libstdc++6"
# The window: Qt's libraries, and what compiles evdev, which pynput needs, and annoy: they have no wheels.
gui="libegl1 libgl1 libxkbcommon0 libfontconfig1 libfreetype6 libdbus-1-3 libglib2.0-0 libgssapi-krb5-2
    libx11-xcb1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0
    libxcb-render-util0 libxcb-shape0 libxcb-xkb1 libwayland-client0 libwayland-cursor0 libwayland-egl1
    fonts-dejavu-core gcc g++ libc6-dev python3-dev"
# The tests of the window: a screen without a monitor, a mouse without a hand.
screen="xvfb openbox xdotool xclip x11-utils x11-xserver-utils imagemagick dbus"
tex="cm-super lmodern texlive-latex-recommended texlive-latex-extra texlive-fonts-recommended texlive-fonts-extra texlive-plain-generic texlive-science tex-gyre texlive-luatex fonts-texgyre-math fonts-oflb-asana-math"

base_is_there() {
    command -v "${PYTHON:-python3}" >/dev/null 2>&1 &&
        "${PYTHON:-python3}" -c 'import ensurepip, venv' >/dev/null 2>&1
}

tex_is_there() {
    command -v pdflatex >/dev/null 2>&1 && command -v lualatex >/dev/null 2>&1 &&
        kpsewhich lmodern.sty newtxmath.sty newpxmath.sty mathdesign.sty stix2.sty kpfonts.sty \
            cmbright.sty arev.sty iwona.sty eulervm.sty concmath.sty anttor.sty mhchem.sty binhex.tex t1qhv.fd \
            mathastext.sty unicode-math.sty texgyreschola-math.otf LibertinusMath-Regular.otf >/dev/null 2>&1
}

libraries_are_there() {
    known=$(PATH="$PATH:/usr/sbin:/sbin" ldconfig -p)
    for library in libEGL.so.1 libGL.so.1 libxkbcommon.so.0 libfontconfig.so.1 libfreetype.so.6 libdbus-1.so.3 \
        libglib-2.0.so.0 libgssapi_krb5.so.2 libX11-xcb.so.1 libxkbcommon-x11.so.0 libxcb-cursor.so.0 \
        libxcb-icccm.so.4 libxcb-image.so.0 libxcb-keysyms.so.1 libxcb-randr.so.0 libxcb-render-util.so.0 \
        libxcb-shape.so.0 libxcb-xkb.so.1 libwayland-client.so.0 libwayland-cursor.so.0 libwayland-egl.so.1; do
        case "$known" in *"$library "*) ;; *) return 1 ;; esac
    done
}

gui_is_there() {
    libraries_are_there && command -v cc >/dev/null 2>&1 && command -v c++ >/dev/null 2>&1 &&
        [ -e /usr/include/linux/input.h ] && "${PYTHON:-python3}" -c '
import os, sys, sysconfig
sys.exit(not os.path.exists(os.path.join(sysconfig.get_path("include"), "Python.h")))'
}

screen_is_there() {
    for tool in Xvfb openbox xdotool xclip xprop xrandr import display dbus-daemon; do
        command -v "$tool" >/dev/null 2>&1 || return 1
    done
}

what="${1:-base}"
case "$what" in
gui | screen) [ "$(uname)" = Linux ] || exit 0 ;;
esac
case "$what" in
base) base_is_there && exit 0; packages=$base ;;
gui) gui_is_there && exit 0; packages=$gui ;;
screen) screen_is_there && exit 0; packages=$screen ;;
tex) tex_is_there && exit 0; packages=$tex ;;
*) echo "usage: system.sh base|gui|screen|tex" >&2; exit 2 ;;
esac
# One line, so that it can be copied.
# shellcheck disable=SC2086  # a list of names
packages=$(echo $packages)

if ! command -v apt-get >/dev/null 2>&1; then
    echo "Missing: Python 3.11 or newer with venv (base), Qt's libraries and a C compiler (gui)," >&2
    echo "Xvfb, openbox, xdotool, xclip, xprop, ImageMagick and D-Bus (screen), a TeX distribution (tex)." >&2
    echo "Install: $what" >&2
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
