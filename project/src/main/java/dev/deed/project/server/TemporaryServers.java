package dev.deed.project.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The folders of servers that exist only for a while. A program holds a lock on a file in each of
/// its own, and the operating system releases it with the program: so the next one finds what a
/// killed program has left.
public final class TemporaryServers {

  private static final String PREFIX = "deed-scratch-";
  private static final String OWNER = "owner";

  /// Of this process. Their files are not touched: closing one would release its lock.
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private TemporaryServers() {}

  /// @param lock held until it is closed
  record Claimed(Path folder, FileChannel lock) implements AutoCloseable {
    @Override
    public void close() {
      TemporaryFolder.remove(folder);
      try {
        lock.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// A new folder. It gets its name when it is locked, so that no other program takes it for a
  /// leftover.
  static Claimed claim() {
    try {
      var made = Files.createTempDirectory("deed-new-");
      var lock =
          FileChannel.open(
              made.resolve(OWNER), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      lock.lock();
      var folder = made.resolveSibling(made.getFileName().toString().replace("deed-new-", PREFIX));
      OWN.add(folder);
      return new Claimed(Files.move(made, folder), lock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Stops the servers whose program has ended, and removes their folders.
  ///
  /// @return those folders
  public static List<Path> removeLeftovers() {
    var removed = new ArrayList<Path>();
    for (var folder : folders()) {
      if (isLeft(folder)) {
        EmbeddedServer.end(folder);
        TemporaryFolder.remove(folder);
        removed.add(folder);
      }
    }
    return removed;
  }

  private static List<Path> folders() {
    var temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try (var found = Files.newDirectoryStream(temporary, PREFIX + "*")) {
      var folders = new ArrayList<Path>();
      found.forEach(folders::add);
      return folders;
    } catch (IOException e) {
      return List.of();
    }
  }

  /// Another user's folder, or one of a program of this process, is not.
  private static boolean isLeft(Path folder) {
    var owner = folder.resolve(OWNER);
    if (OWN.contains(folder) || !Files.isWritable(owner) || Files.isSymbolicLink(folder)) {
      return false;
    }
    try (var channel = FileChannel.open(owner, StandardOpenOption.WRITE);
        var ours = channel.tryLock()) {
      return ours != null;
    } catch (IOException | OverlappingFileLockException e) {
      return false;
    }
  }
}
