#!/bin/sh
# Looks for what a job needs of this Linux system, and installs what is missing where it may: as root, or by a sudo that
# asks nothing. Elsewhere it prints one line to paste, and fails.
#
#   tools/prepare_system.sh run      a screen, and what a window needs
#   tools/prepare_system.sh test     what a window needs; programs that only some tests need are no reason to fail
#   tools/prepare_system.sh build    what the executables are built with
#   tools/prepare_system.sh ci       everything
#   tools/prepare_system.sh line     prints the line that brings what the tests lack, if they lack something
#
# PYTHON names the interpreter, VENV the folder of its packages, as in the Makefile.
set -eu

[ "$(uname)" = Linux ] || exit 0

PATH=$PATH:/usr/sbin:/sbin # where some systems keep ldconfig and icupkg, though everybody may start them
job=$1
list=$(dirname "$0")/../resources/system_packages.txt
venv=${VENV:-.venv}
python=${PYTHON:-python3}
manager=$(command -v apt-get || command -v dnf || true)
manager=${manager##*/}

main() {
    if [ "$job" = run ] && ! has_screen; then
        fail 'Evolve opens a window, and there is no screen here. Please run it where there is one; make test needs none.'
    fi
    known=$(known_libraries)
    lost=$(lost_libraries)
    needed=$(missing_for "$(needs)")
    wished=$(missing_for "$(wishes)")
    both=$(echo $needed $wished) # one space between two names
    tell_unlisted
    if [ "$job" = line ]; then
        [ -z "$both" ] || line_for "$both"
    elif [ -n "$both" ] && may_install; then
        bring "$both"
    elif [ -n "$needed" ]; then
        printf 'Evolve needs packages of this system. Please paste this line, then run make again:\n' >&2
        fail "$(line_for "$both")"
    fi
}

needs() {
    case $job in
    run | test) echo window ;;
    build) echo window build ;;
    ci) echo window test build packaged ;;
    esac
}

wishes() {
    case $job in
    test) echo test ;;
    line) echo window test ;;
    esac
}

# Whether something says where a screen is. Whether it answers, the app itself finds out.
has_screen() {
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}${WAYLAND_SOCKET:-}${QT_QPA_PLATFORM:-}" ] ||
        [ -S "${XDG_RUNTIME_DIR:-}/wayland-0" ]
}

# Prints the libraries that the system knows by name, each between spaces.
known_libraries() {
    ldconfig -p 2>/dev/null | sed -n 's/^[[:space:]]*\([^ ]*\) (.*/ \1 /p' | tr -d '\n'
}

# Prints the libraries that the installed Qt does not find, each between spaces; fails where there is no Qt yet.
lost_libraries() {
    for qt in "$venv"/lib/python3*/site-packages/PySide6; do
        [ -d "$qt/Qt" ] || return 0
        echo ' checked '
        ldd "$qt"/QtCore.abi3.so "$qt"/QtGui.abi3.so "$qt"/QtPrintSupport.abi3.so "$qt"/QtSvg.abi3.so \
            "$qt"/QtWidgets.abi3.so "$qt"/Qt/plugins/platforms/libqxcb.so "$qt"/Qt/plugins/platforms/libqwayland.so \
            "$qt"/Qt/plugins/printsupport/*.so 2>/dev/null | sed -n 's/^[[:space:]]*\(.*\) => not found$/ \1 /p' | sort -u
    done
}

# Prints what brings that which is not here: packages, or the names themselves where no package manager is known.
missing_for() {
    for wanted in $1; do
        while read -r for kind name debian fedora; do
            [ "$for" = "$wanted" ] || continue
            is_here "$for" "$kind" "$name" && continue
            [ "$kind" != python ] || debian=${python##*/}-venv
            case $manager in
            apt-get) echo "$debian" ;;
            dnf) echo "$fedora" ;;
            *) echo "$name" ;;
            esac
        done <"$list"
    done | tr ',' '\n' | sort -u | tr '\n' ' '
}

# Tells of libraries that Qt does not find and that the list does not name: another release of Qt may have such.
tell_unlisted() {
    for name in $lost; do
        [ "$name" = checked ] || grep -q " $name " "$list" ||
            echo "Qt does not find $name here, and it is not known which package has it." >&2
    done
}

is_here() {
    case $2 in
    python) has_python ;;
    font) has_font ;;
    library) has_library "$1" "$3" ;;
    program) command -v "$3" >/dev/null ;;
    file) [ -e "$3" ] ;;
    module) /usr/bin/python3 -c "import importlib.util as u, sys; sys.exit(u.find_spec('$3') is None)" 2>/dev/null ;;
    esac
}

# Whether Python can make its folder, or did. What no package of the system brings, the Makefile tells of.
has_python() {
    [ -e "$venv/.created" ] || "$python" -c 'import ensurepip, venv' 2>/dev/null && return
    case $python in
    python3) return 1 ;;
    python3.*) ! command -v "$python" >/dev/null ;;
    esac
}

has_font() {
    for folder in /usr/share/fonts /usr/local/share/fonts "${HOME:-/}/.local/share/fonts" "${HOME:-/}/.fonts"; do
        [ -z "$(find -L "$folder" -name '*.[ot]t[cf]' -print -quit 2>/dev/null)" ] || return 0
    done
    return 1
}

# Whether a library is here: for a window Qt's own word where Qt is installed, else that of the system's list.
has_library() {
    case $lost in
    *" $2 "*) return 1 ;;
    *' checked '*) [ "$1" != window ] || return 0 ;;
    esac
    case $known in
    '' | *" "$2" "*) return 0 ;; # unquoted: a name may have a star
    esac
    return 1
}

may_install() {
    [ -n "$manager" ] && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }
}

bring() {
    echo "Installing for make $job: $1"
    if [ "$(id -u)" = 0 ]; then as_root=; else as_root='sudo -n'; fi
    $as_root sh -c "export DEBIAN_FRONTEND=noninteractive; $(steps_for "$1")" >/dev/null ||
        fail "That did not go well. This is the line: $(line_for "$1")"
}

steps_for() {
    case $manager in
    apt-get) echo "apt-get -qq update && apt-get -qq install --yes --no-install-recommends $1" ;;
    dnf) echo "dnf --quiet install --assumeyes $1" ;;
    esac
}

line_for() {
    if [ -z "$manager" ]; then
        echo "This system keeps its packages in a way unknown here; missing are: $1"
    elif [ "$(id -u)" = 0 ]; then
        steps_for "$1"
    elif command -v sudo >/dev/null; then
        echo "sudo sh -c '$(steps_for "$1")'"
    else
        echo "su - -c '$(steps_for "$1")'"
    fi
}

fail() {
    printf '%s\n' "$1" >&2
    exit 1
}

main
