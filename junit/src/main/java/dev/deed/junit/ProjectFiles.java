package dev.deed.junit;

import dev.deed.engine.Migrations;
import dev.deed.engine.file.MigrationFolder;
import dev.deed.ownership.file.OwnershipFile;
import dev.deed.project.ProjectFolders;
import dev.deed.sql.Finding;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// What the files of a project say.
///
/// @param text of the ownership file
record ProjectFiles(OwnershipFile ownership, String text, Migrations migrations) {

  /// @throws DatabaseNotMade if there are mistakes in them
  static ProjectFiles read(Path file) {
    var base = Objects.requireNonNull(file.getParent());
    var shown = new SourceFile(String.valueOf(file.getFileName()));
    var ownership = OwnershipFile.read(file, shown);
    refuse(ownership.problems(), base);
    var migrations = MigrationFolder.read(new ProjectFolders(base).layout(ownership));
    refuse(migrations.findings(), base);
    return new ProjectFiles(ownership, text(file), migrations);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new DatabaseNotMade("%s cannot be read: %s".formatted(file, e.getMessage()), "");
    }
  }

  private static void refuse(List<Finding> findings, Path base) {
    var errors = findings.stream().filter(f -> f.severity() == Severity.ERROR).toList();
    if (!errors.isEmpty()) {
      throw new DatabaseNotMade(new FindingLines(base).of(errors), "");
    }
  }
}
