#!/bin/sh
# Makes .venv in the repository root from the lock, with the package installed editable, and installs
# from the system what Qt and fonts need, where it is missing and apt is there (Debian, Ubuntu).
set -eu
cd "$(dirname "$0")/.."
PYTHON=${PYTHON:-python3}

"$PYTHON" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' || {
    echo "BrandGuard needs Python 3.11, 3.12 or 3.13; name one: make demo PYTHON=python3.12" >&2
    exit 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else return 1; fi
}

missing=""
need() { # need PACKAGE LIBRARY: remember a package whose library is not there
    ldconfig -p 2>/dev/null | grep -q "$2" || missing="$missing $1"
}
if command -v apt-get >/dev/null; then
    need libglib2.0-0 libglib-2.0.so.0
    need libgl1 libGL.so.1
    need libegl1 libEGL.so.1
    need libxkbcommon0 libxkbcommon.so.0
    need libdbus-1-3 libdbus-1.so.3
    need libfontconfig1 libfontconfig.so.1
    need libxcb-cursor0 libxcb-cursor.so.0
    need libxcb-icccm4 libxcb-icccm.so.4
    need libxcb-keysyms1 libxcb-keysyms.so.1
    need libxcb-shape0 libxcb-shape.so.0
    need libxcb-xkb1 libxcb-xkb.so.1
    need libxkbcommon-x11-0 libxkbcommon-x11.so.0
    need libxcb-render-util0 libxcb-render-util.so.0
    need libxcb-image0 libxcb-image.so.0
    [ -d /usr/share/fonts/truetype/dejavu ] || missing="$missing fonts-dejavu-core"
    "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null || missing="$missing python3-venv"
    if [ -n "$missing" ]; then
        echo "Installing from the system:$missing"
        # a list of words
        # shellcheck disable=SC2086
        { as_root apt-get update -qq && as_root apt-get install -y -qq --no-install-recommends $missing; } || {
            echo "Please install as root:$missing" >&2
            exit 1
        }
    fi
fi

echo "Installing the libraries into .venv: one to three minutes the first time"
[ -x .venv/bin/python ] || "$PYTHON" -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
