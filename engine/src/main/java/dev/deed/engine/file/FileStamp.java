package dev.deed.engine.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// What the file system knows of a file without opening it: its inode, its size, and when its
/// content or metadata last changed. (Not the modification time: any program can set that.)
record FileStamp(Instant changed, String text) {

  /// Empty if the file system does not support this.
  static Optional<FileStamp> of(Path path) {
    try {
      var found = Files.readAttributes(path, "unix:ino,size,ctime");
      return found.get("ctime") instanceof FileTime changed
          ? Optional.of(
              new FileStamp(
                  changed.toInstant(),
                  changed.to(TimeUnit.NANOSECONDS)
                      + " "
                      + found.get("ino")
                      + " "
                      + found.get("size")))
          : Optional.empty();
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
