package dev.deed.cli.job;

import dev.deed.cli.report.Report;
import dev.deed.engine.find.RepositoryFile;
import dev.deed.ownership.propose.LiveFacts;
import dev.deed.ownership.propose.Proposal;
import dev.deed.sql.SourceFile;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a repository without readable migrations begins with: an example if there is nothing at
/// all, else an empty folder.
final class FirstMigration {

  private static final DateTimeFormatter VERSION =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.UTC);

  private FirstMigration() {}

  /// What a server puts into a new repository.
  private static boolean isOfBeginning(RepositoryFile file) {
    return file.path()
        .matches("(?i)(readme|licen[cs]e|copying)[.\\w-]*|\\.(git\\w+|editorconfig|env[.\\w-]*)");
  }

  static Report.StoryText of(
      Proposal proposal, List<RepositoryFile> files, @Nullable LiveFacts live, Instant now) {
    var folder =
        "migrations/%s/%s/"
            .formatted(
                proposal.databases().getFirst().name(),
                proposal.services().getFirst().name().text());
    if (live != null || !files.stream().allMatch(FirstMigration::isOfBeginning)) {
      return new Report.StoryText(new SourceFile(folder + ".gitkeep"), "");
    }
    var version = VERSION.format(now);
    var text =
        """
        -- Migration: create notes
        -- Created: %s
        -- Version: %s

        -- UP Migration
        CREATE TABLE notes (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          body text NOT NULL,
          created_at timestamptz NOT NULL DEFAULT now()
        );

        -- DOWN Migration (Rollback)
        -- DROP TABLE notes;
        """
            .formatted(now.truncatedTo(ChronoUnit.SECONDS), version);
    return new Report.StoryText(new SourceFile(folder + version + "_create_notes.sql"), text);
  }
}
