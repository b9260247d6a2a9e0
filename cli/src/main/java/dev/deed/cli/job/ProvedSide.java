package dev.deed.cli.job;

import dev.deed.engine.History;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.Migration;
import dev.deed.engine.Migrations;
import dev.deed.engine.Section;
import dev.deed.project.ScratchBuild;
import dev.deed.project.server.Scratch;
import dev.deed.sql.DatabaseName;
import java.util.List;
import java.util.stream.Stream;

/// What migrations leave on a scratch server. The owners there do not count.
final class ProvedSide {

  private ProvedSide() {}

  /// @param text the word for the side
  /// @param history which versions are applied, in the order of their versions
  /// @throws dev.deed.sql.UserException what stopped the first migration that failed
  static LiveSide build(
      String text,
      History history,
      Project project,
      Migrations files,
      DatabaseName name,
      Scratch scratch) {
    var applied =
        history.rows().stream().filter(HistoryRow::isDone).map(row -> of(row, files)).toList();
    // What another database must have first is built there, too.
    var isAlone = applied.stream().allMatch(migration -> migration.requires().isEmpty());
    var others = files.all().stream().filter(m -> !m.name().database().equals(name));
    var all = isAlone ? applied : Stream.concat(others, applied.stream()).toList();
    var migrations = new Migrations(all, List.of());
    try (var build =
        isAlone
            ? ScratchBuild.of(scratch, project.ownership(), migrations, List.of(name))
            : ScratchBuild.of(scratch, project.ownership(), migrations)) {
      return new LiveSide(BuiltSide.of(build, text, name).withoutOwners(), List.of(), List.of());
    }
  }

  /// As it was applied; the file may have changed since, or may be gone.
  static Migration of(HistoryRow row, Migrations files) {
    var file = files.find(row.name().database(), row.version());
    if (file.isPresent() && file.get().checksum().equals(row.stored().checksum())) {
      return file.get();
    }
    var text = row.stored().up();
    return new Migration(
        row.name(),
        row.file(),
        Section.up(row.file(), text),
        null,
        false,
        row.stored().alone() || Section.isAlone(text));
  }
}
