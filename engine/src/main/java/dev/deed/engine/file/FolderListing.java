package dev.deed.engine.file;

import dev.deed.sql.Finding;
import dev.deed.sql.RuleName;
import dev.deed.sql.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Lists folders. An entry that may be a migration but cannot be read is reported once and left
/// out.
record FolderListing(MigrationFiles files, RepositoryBoundary boundary, List<Finding> findings) {

  static final RuleName WRONG_FOLDER = new RuleName("wrong-folder");

  /// Files and folders by name, without hidden ones.
  List<FolderEntry> of(Path folder) {
    return all(folder).filter(this::isUsable).toList();
  }

  /// Returns whether a folder that may be unrelated to migrations has such an entry.
  boolean holds(Path folder, Predicate<FolderEntry> wanted) {
    return all(folder).anyMatch(wanted);
  }

  private Stream<FolderEntry> all(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(path -> !String.valueOf(path.getFileName()).startsWith("."))
          .sorted()
          .toList()
          .stream()
          .map(FolderEntry::of);
    } catch (IOException e) {
      refuse(
          MigrationFiles.UNREADABLE_FILE,
          folder,
          "the folder cannot be read: " + MigrationFiles.reason(e),
          "check its permissions: ls -ld " + files.sourceFile(folder));
      return Stream.empty();
    }
  }

  private boolean isUsable(FolderEntry entry) {
    if (entry.name().contains("\ufffd") && (entry.isSql() || entry.isFolder())) {
      refuse(
          MigrationFiles.UNREADABLE_FILE,
          entry.path(),
          "the name is not in the encoding of this locale",
          "rename it; git and deed expect names in UTF-8");
      return false;
    }
    switch (entry.kind()) {
      case FILE, FOLDER -> {
        if (!entry.isLink() || boundary.holds(entry.path())) {
          return true;
        }
        if (entry.isSql() || entry.isFolder()) {
          leadsOut(entry.path());
        }
      }
      case WAY_BACK ->
          refuse(
              WRONG_FOLDER,
              entry.path(),
              "this link leads back to a folder that contains it",
              "remove it: rm " + files.sourceFile(entry.path()));
      case BROKEN -> {
        if (entry.isSql() || entry.name().indexOf('.') < 0) {
          broken(entry);
        }
      }
      case OTHER -> {
        if (entry.isSql()) {
          refuse(
              MigrationFiles.UNREADABLE_FILE,
              entry.path(),
              "this is not a file, but a pipe or a device",
              "remove it: rm " + files.sourceFile(entry.path()));
        }
      }
    }
    return false;
  }

  void leadsOut(Path path) {
    refuse(
        MigrationFiles.UNREADABLE_FILE,
        path,
        "this link leads out of the repository, so it is not read",
        "replace it by the file or folder itself: ls -l " + files.sourceFile(path));
  }

  void broken(FolderEntry entry) {
    refuse(
        MigrationFiles.UNREADABLE_FILE,
        entry.path(),
        "this link points to something that does not exist",
        "check its target, and correct or remove the link: ls -l "
            + files.sourceFile(entry.path()));
  }

  private void refuse(RuleName rule, Path path, String message, String advice) {
    findings.add(Finding.error(rule, files.sourceFile(path), Span.NONE, message, advice));
  }
}
