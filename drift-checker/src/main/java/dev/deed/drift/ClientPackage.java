package dev.deed.drift;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// How PostgreSQL's client programs are installed on a system.
enum ClientPackage {
  DEBIAN("apt-get install postgresql-client%s", "-"),
  RED_HAT("dnf install postgresql%s", ""),
  SUSE("zypper install postgresql%s", ""),
  ALPINE("apk add postgresql%s-client", ""),
  ARCH("pacman -S postgresql", ""),
  MAC("brew install %s", "postgresql@"),
  WINDOWS("install PostgreSQL's command line tools with the installer of postgresql.org", ""),
  OTHER("install PostgreSQL's client programs", "");

  private static final List<Path> RELEASE =
      List.of(Path.of("/etc/os-release"), Path.of("/usr/lib/os-release"));

  private final String command;
  private final String beforeVersion;

  ClientPackage(String command, String beforeVersion) {
    this.command = command;
    this.beforeVersion = beforeVersion;
  }

  /// What to type.
  ///
  /// @param major the lowest version that does, null if it is not known
  String toInstall(@Nullable String major) {
    if (this == MAC) {
      return command.formatted(major == null ? "libpq" : beforeVersion + major);
    }
    return command.formatted(major == null ? "" : beforeVersion + major);
  }

  static ClientPackage ofThisSystem() {
    return of(System.getProperty("os.name", ""), release());
  }

  /// @param system as Java names it
  /// @param release the text of `os-release`
  static ClientPackage of(String system, String release) {
    var name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return MAC;
    }
    return name.startsWith("windows") ? WINDOWS : ofLinux(likes(release));
  }

  private static ClientPackage ofLinux(Set<String> likes) {
    if (likes.contains("debian") || likes.contains("ubuntu")) {
      return DEBIAN;
    }
    if (likes.contains("rhel") || likes.contains("fedora") || likes.contains("centos")) {
      return RED_HAT;
    }
    if (likes.stream().anyMatch(like -> like.contains("suse"))) {
      return SUSE;
    }
    if (likes.contains("alpine")) {
      return ALPINE;
    }
    return likes.contains("arch") ? ARCH : OTHER;
  }

  private static Set<String> likes(String release) {
    var likes = new TreeSet<String>();
    release
        .lines()
        .filter(line -> line.startsWith("ID=") || line.startsWith("ID_LIKE="))
        .map(line -> line.substring(line.indexOf('=') + 1).replace("\"", ""))
        .forEach(names -> likes.addAll(List.of(names.split(" "))));
    return likes;
  }

  private static String release() {
    for (var path : RELEASE) {
      try {
        return Files.readString(path);
      } catch (IOException e) {
        // Not on this system: the next one, or none.
        continue;
      }
    }
    return "";
  }
}
