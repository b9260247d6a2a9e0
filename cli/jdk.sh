# What deed needs around it to run on Java, for ./deed, the benches and the program of a release.

# A release runs with java alone; sources need javac, too.
needs=javac

# A JDK says its version in a file: asking java itself would cost more than the whole search.
is_jdk_25() {
  [ -x "$1/bin/$needs" ] && [ -r "$1/release" ] || return 1
  while read -r line; do
    case $line in
      JAVA_VERSION=*)
        major=${line#JAVA_VERSION=\"}
        major=${major%%[!0-9]*}
        [ "${major:-0}" -ge 25 ]
        return
        ;;
    esac
  done < "$1/release"
  return 1
}

# Finds the Java that deed can be built and run with: its folder is in $jdk then.
find_jdk() {
  # Containers and some CI jobs have no HOME.
  home=${HOME:-/nonexistent}
  for jdk in "${JAVA_HOME:-}" \
    /usr/lib/jvm/* /opt/java/* /opt/jdk* "$home"/.sdkman/candidates/java/* "$home"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$home"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    is_jdk_25 "$jdk" && return
  done
  # Wherever the java on the PATH is at home.
  java=$(command -v java) && jdk=$(dirname "$(dirname "$(readlink -f "$java")")") && is_jdk_25 "$jdk" && return
  printf 'error: %s\nhelp: %s\n' \
    "deed needs Java 25 or newer (with $needs), and there is none in JAVA_HOME, on the PATH or in the usual places" \
    "install one, for example Eclipse Temurin 25, and set JAVA_HOME to its folder" >&2
  exit 2
}

# In the locales C and POSIX, which containers and CI jobs have, Java knows ASCII names of files only. What PostgreSQL's and
# git's programs say is in the caller's language all the same.
widen_locale() {
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
    C | POSIX) ;;
    *) return ;;
  esac
  if [ -n "${LC_ALL:-}" ]; then
    LANG=$LC_ALL
    export LANG
    unset LC_ALL
  fi
  LC_CTYPE=C.UTF-8
  export LC_CTYPE
}
