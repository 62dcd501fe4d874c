#!/bin/sh
# Signs, packs and notarises the app that packaging/frozen/build.py has made on a Mac.
#   packaging/macos/package.sh dist/frozen/BrandGuard.app 0.1.0 [--dry-run]
# SIGN_IDENTITY   «Developer ID Application: …»; without it the app is signed ad hoc and not notarised
# NOTARY_PROFILE  a profile that `xcrun notarytool store-credentials` has put into the keychain
# --dry-run prints the commands and runs none.
set -eu
app=${1:?the .app}
version=${2:?the version}
dry=${3:-}
here=$(cd "$(dirname "$0")" && pwd)
image="$(dirname "$app")/BrandGuard-$version.dmg"
identity=${SIGN_IDENTITY:--}

run() {
    printf '%s' "+"
    printf ' %s' "$@"
    printf '\n'
    [ "$dry" = --dry-run ] || "$@"
}

sign() { # sign FILE…: hardened runtime, which notarisation asks for
    stamp=--timestamp
    [ "$identity" = - ] && stamp=--timestamp=none # nobody vouches for an ad hoc signature's time
    run codesign --force --options runtime "$stamp" --entitlements "$here/entitlements.plist" --sign "$identity" "$@"
}

# From the inside out: what is signed must not change afterwards.
find "$app/Contents" -type f \( -name '*.dylib' -o -name '*.so' \) -print | LC_ALL=C sort | while IFS= read -r library; do
    sign "$library"
done
sign "$app/Contents/MacOS/brandguard" "$app/Contents/MacOS/BrandGuardWindow"
sign "$app"
run codesign --verify --deep --strict "$app"
run hdiutil create -volname BrandGuard -srcfolder "$app" -ov -format UDZO "$image"

if [ "$identity" = - ]; then
    echo "signed ad hoc: macOS asks before it opens the app; SIGN_IDENTITY names a certificate" >&2
    exit 0
fi
run codesign --force --timestamp --sign "$identity" "$image"
run xcrun notarytool submit "$image" --keychain-profile "${NOTARY_PROFILE:?for notarising}" --wait
run xcrun stapler staple "$image"
run spctl --assess --type open --context context:primary-signature --verbose "$image"
