package dev.deed.engine.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;

/// An entry of a folder, with its kind.
///
/// @param isLink the entry is a link; `kind` describes its target
record FolderEntry(Path path, Kind kind, boolean isLink) {

  enum Kind {
    FILE,
    FOLDER,
    /// A link to a folder that contains the link: following it leads in a circle.
    WAY_BACK,
    /// A link to nothing, or to itself.
    BROKEN,
    /// A pipe or a device: reading it may never end.
    OTHER
  }

  /// One file system access for an entry that is not a link: there may be thousands.
  static FolderEntry of(Path path) {
    try {
      var found = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return found.isSymbolicLink() ? linked(path) : new FolderEntry(path, kind(found), false);
    } catch (IOException e) {
      return new FolderEntry(path, Kind.BROKEN, false);
    }
  }

  private static FolderEntry linked(Path path) {
    try {
      var kind = kind(Files.readAttributes(path, BasicFileAttributes.class));
      return new FolderEntry(
          path, kind == Kind.FOLDER && leadsBack(path) ? Kind.WAY_BACK : kind, true);
    } catch (IOException e) {
      return new FolderEntry(path, Kind.BROKEN, true);
    }
  }

  private static Kind kind(BasicFileAttributes found) {
    return found.isRegularFile() ? Kind.FILE : found.isDirectory() ? Kind.FOLDER : Kind.OTHER;
  }

  private static boolean leadsBack(Path link) throws IOException {
    return link.resolveSibling(".").toRealPath().startsWith(link.toRealPath());
  }

  boolean isFolder() {
    return kind == Kind.FOLDER;
  }

  boolean isSql() {
    return !isFolder() && name().toLowerCase(Locale.ROOT).endsWith(".sql");
  }

  String name() {
    return String.valueOf(path.getFileName());
  }
}
