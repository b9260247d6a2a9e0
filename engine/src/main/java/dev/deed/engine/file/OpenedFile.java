package dev.deed.engine.file;

import dev.deed.engine.Sections;
import dev.deed.sql.Finding;
import dev.deed.sql.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one core finds out about a file of a service's folder. It changes nothing that the others
/// see: that is done in the order of the files.
///
/// @param name null if it is not one of a migration file; nothing else is known then
/// @param file null if it cannot be read
/// @param stamp null if files are not remembered
/// @param isRemembered that it was not opened, but known from the last run
record OpenedFile(
    FolderEntry entry,
    @Nullable FileName name,
    @Nullable MigrationFile file,
    @Nullable FileStamp stamp,
    boolean isRemembered,
    List<Finding> findings) {

  /// The digits of a timestamp.
  private static final int LONGEST_VERSION = 14;

  /// An entry that is not opened, but may be listed.
  static OpenedFile not(FolderEntry entry) {
    return new OpenedFile(entry, null, null, null, false, List.of());
  }

  /// The stamp is taken before the file is read, so that a change in between is noticed next time.
  static OpenedFile of(FolderEntry entry, SourceFile folder, FileMemory memory, MigrationFiles in) {
    var name = FileName.of(entry.name()).orElse(null);
    if (name == null || isTooLong(name)) {
      return new OpenedFile(entry, name, null, null, false, List.of());
    }
    var shown = MigrationFiles.sourceFile(folder, entry.name());
    var stamp = memory.stampOf(entry.path()).orElse(null);
    var known = stamp == null ? null : memory.find(shown, stamp).orElse(null);
    if (stamp != null && known != null) {
      var unread = MigrationFile.unread(shown, entry.path(), stamp, known);
      return new OpenedFile(entry, name, unread, stamp, true, List.of());
    }
    var findings = new ArrayList<Finding>();
    var read =
        in.reportingTo(findings)
            .read(entry.path())
            .map(text -> MigrationFile.read(shown, text))
            .orElse(null);
    if (read != null && name.part() != FileName.Part.DOWN) {
      unclear(read).ifPresent(findings::add);
    }
    return new OpenedFile(entry, name, read, stamp, false, findings);
  }

  boolean hasLongVersion() {
    return name != null && isTooLong(name);
  }

  private static boolean isTooLong(FileName name) {
    return name.version().text().replaceFirst("^0+", "").length() > LONGEST_VERSION;
  }

  private static Optional<Finding> unclear(MigrationFile file) {
    return file.hasDown()
        ? Optional.empty()
        : Sections.unclear(file.text())
            .map(span ->
                Finding.error(
                    MigrationFolder.UNCLEAR_SECTION,
                    file.file(),
                    span,
                    "this comment looks like the start of a down, but is not a marker: what"
                        + " follows would run as part of the up",
                    "begin the down with a line `-- DOWN Migration (Rollback)`, or word the"
                        + " comment differently"));
  }

  void keepIn(FileMemory memory) {
    if (file == null || stamp == null) {
      return;
    }
    if (isRemembered) {
      memory.keepAgain(file.file());
    } else if (findings.isEmpty()) {
      memory.keep(stamp, file);
    }
  }
}
