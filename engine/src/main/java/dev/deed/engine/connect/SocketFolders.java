package dev.deed.engine.connect;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where a server's socket is looked for if a URL names no host. libpq knows one folder, which was
/// chosen when it was built; packages of Linux distributions and PostgreSQL's own default differ.
record SocketFolders(List<Path> folders) {

  static final List<Path> USUAL =
      List.of(Path.of("/var/run/postgresql"), Path.of("/run/postgresql"), Path.of("/tmp"));

  static final String WORDS = "/var/run/postgresql or /tmp";

  static final SocketFolders OF_THIS_SYSTEM = new SocketFolders(USUAL);

  SocketFolders {
    folders = List.copyOf(folders);
  }

  /// The first folder that has a socket for the port; without one, `localhost`, as libpq does where
  /// it has no sockets.
  String hostFor(int port) {
    return folders.stream()
        .filter(folder -> Files.exists(folder.resolve(".s.PGSQL." + port)))
        .map(Path::toString)
        .findFirst()
        .orElse("localhost");
  }
}
