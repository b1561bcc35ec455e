# Debian packages that Arrowchase needs, by what they are for; sourced by the tools beside this folder.
# Every library is under a licence that an MIT program may link to (LGPL, MIT, BSD, FTL, EPL for Graphviz).

packages_to_build="
  gcc libc6-dev pkg-config meson ninja-build gettext cmark desktop-file-utils gtk-update-icon-cache shared-mime-info
  libglib2.0-dev libglib2.0-bin libjson-glib-dev
  libcairo2-dev libpango1.0-dev libharfbuzz-dev libfreetype-dev libfontconfig-dev libpng-dev zlib1g-dev
  libgraphviz-dev libgtk-4-dev libadwaita-1-dev libgtksourceview-5-dev
"
packages_to_run="
  fonts-lmodern fonts-stix fonts-droid-fallback graphviz adwaita-icon-theme librsvg2-common hicolor-icon-theme
  iso-codes
"
packages_to_test="
  clang libclang-rt-14-dev llvm mold
  xvfb xauth xdotool x11-utils imagemagick dbus dbus-x11 at-spi2-core fonts-dejavu-core
  librsvg2-bin poppler-utils appstream libxtst-dev man-db openbox libgtk-4-bin
"

packages_to_test_long="
  chromium chromium-driver x11-xserver-utils xserver-xorg-core xserver-xorg-video-dummy
"

# Prints those of "$@" that are not installed.
missing_packages () {
  # dpkg-query exits with 1 where it does not know a package, which is what is asked here.
  { dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true; } |
    awk -v want="$*" '
      $1 == "installed" { here[$2] = 1 }
      END { n = split (want, p, " "); for (i = 1; i <= n; i++) if (!(p[i] in here)) print p[i] }'
}

# install_packages REASON PACKAGE...: installs what is missing, with sudo where not root.
install_packages () {
  local reason=$1 missing sudo=
  shift
  # shellcheck disable=SC2068
  missing=$(missing_packages $@)
  [ -n "$missing" ] || return 0
  if ! command -v apt-get >/dev/null; then
    echo "Arrowchase needs these Debian packages $reason, and there is no apt-get here to install them:" >&2
    echo "$missing" | tr '\n' ' ' >&2; echo >&2
    return 1
  fi
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "Arrowchase needs these Debian packages $reason. Install them as root, then try again:" >&2
      echo "  apt-get install $(echo "$missing" | tr '\n' ' ')" >&2
      return 1
    fi
    sudo=sudo
    echo "Arrowchase asks sudo for the right to install packages." >&2
  fi
  echo "Installing what is missing $reason: $(echo "$missing" | tr '\n' ' ')" >&2
  # shellcheck disable=SC2086
  if ! $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing \
    </dev/null >/tmp/arrowchase-apt.$$ 2>&1; then
    $sudo apt-get update -qq </dev/null >&2 || true
    # shellcheck disable=SC2086
    if ! $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing \
      </dev/null >/tmp/arrowchase-apt.$$ 2>&1; then
      tail -n 20 /tmp/arrowchase-apt.$$ >&2
      rm -f /tmp/arrowchase-apt.$$
      echo "The packages could not be installed; see above." >&2
      return 1
    fi
  fi
  rm -f /tmp/arrowchase-apt.$$
}
