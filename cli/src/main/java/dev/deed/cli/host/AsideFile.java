package dev.deed.cli.host;

import dev.deed.sql.UserException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A file that another program writes, under a name aside until it is complete. Only its owner may
/// read it. A lock shows that its writer lives: what a killed one has left is deleted by the next.
public final class AsideFile implements AutoCloseable {

  public static final String SUFFIX = ".partial";

  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path aside;
  private final Path file;
  private final FileChannel lock;
  private boolean isEnded;

  private AsideFile(Path aside, Path file, FileChannel lock) {
    this.aside = aside;
    this.file = file;
    this.lock = lock;
  }

  /// @param name of the complete file, which must not exist
  public static AsideFile begin(Path folder, String name) {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder, ownersOnly("rwx------"));
        // Rows of a database do not go into a repository.
        Files.writeString(folder.resolve(".gitignore"), "*\n");
      }
      deleteLeft(folder);
      var aside = folder.resolve(name + SUFFIX);
      OWN.add(aside);
      return new AsideFile(
          aside, folder.resolve(name), locked(folder.resolve(name + ".new"), aside));
    } catch (IOException e) {
      throw new NotWritten(folder.toString(), e);
    }
  }

  /// It gets its name when it is locked, so that no other program takes it for a leftover.
  private static FileChannel locked(Path fresh, Path aside) throws IOException {
    Files.createFile(fresh, ownersOnly("rw-------"));
    var lock = FileChannel.open(fresh, StandardOpenOption.WRITE);
    try {
      lock.lock();
      Files.move(fresh, aside);
      return lock;
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  private static FileAttribute<?>[] ownersOnly(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static void deleteLeft(Path folder) throws IOException {
    try (var found = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (var left : found) {
        if (!OWN.contains(left) && Files.isRegularFile(left) && isFree(left)) {
          Files.deleteIfExists(left);
        }
      }
    }
  }

  private static boolean isFree(Path file) {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
        var ours = channel.tryLock()) {
      return ours != null;
    } catch (IOException | OverlappingFileLockException e) {
      return false;
    }
  }

  public Path path() {
    return aside;
  }

  /// Gives it its name.
  public Path complete() {
    try {
      lock.force(true);
      var complete = Files.move(aside, file);
      isEnded = true;
      end();
      return complete;
    } catch (IOException e) {
      throw new NotWritten(file.toString(), e);
    }
  }

  private void end() {
    OWN.remove(aside);
    try {
      lock.close();
    } catch (IOException e) {
      throw new NotWritten(aside.toString(), e);
    }
  }

  /// Deletes it if it is not complete.
  @Override
  public void close() {
    if (!isEnded) {
      isEnded = true;
      try {
        Files.deleteIfExists(aside);
      } catch (IOException e) {
        throw new NotWritten(aside.toString(), e);
      } finally {
        end();
      }
    }
  }

  /// The folder or the file cannot be written.
  static final class NotWritten extends UserException {

    private static final long serialVersionUID = 1L;

    NotWritten(String path, IOException cause) {
      super(
          "cannot write %s: %s".formatted(path, FileTrouble.reason(cause)),
          "name a folder that you can write: --to FOLDER",
          cause);
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
