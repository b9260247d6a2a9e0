package dev.deed.engine;

import dev.deed.engine.HistoryRow.Attempt;
import dev.deed.engine.HistoryRow.Progress;
import dev.deed.engine.HistoryRow.State;
import dev.deed.engine.HistoryRow.Stored;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.golden.Golden;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `database,version,service,slug,state,up,down,done,begun,requires` in the order in which it was
/// applied. `up` is the SQL as it was then, `same` for that of the file; `done` counts its finished
/// statements; an empty `down` is none.
final class HistoryCsv {

  private HistoryCsv() {}

  static History read(Path file, DatabaseName database, Migrations migrations) {
    var rows = new ArrayList<HistoryRow>();
    for (var line : Golden.read(file).lines().skip(1).toList()) {
      var fields = line.split(",", -1);
      if (fields[0].equals(database.text())) {
        rows.add(row(fields, rows.size() + 1, database, migrations));
      }
    }
    return new History(rows);
  }

  private static HistoryRow row(
      String[] fields, int position, DatabaseName database, Migrations migrations) {
    var version = new Version(fields[1]);
    var name = new MigrationName(database, new ServiceName(fields[2]), version, fields[3]);
    var up =
        fields[5].equals("same")
            ? migrations.find(database, version).orElseThrow().up()
            : new Section(new SourceFile("then.sql"), fields[5]);
    var path = "migrations/%s/%s/%s_%s.sql".formatted(database, fields[2], fields[1], fields[3]);
    return new HistoryRow(
        name,
        new SourceFile(path),
        State.valueOf(fields[4].toUpperCase(Locale.ROOT)),
        new Stored(
            up.checksum(), up.kept(), orNull(fields[6]), null, requires(fields[9]), alone(fields)),
        progress(up, Integer.parseInt(fields[7]), fields[8].equals("begun")),
        attempt(position));
  }

  private static Progress progress(Section up, int done, boolean begun) {
    var script = up.script();
    var finished =
        script.statements().stream()
            .limit(done)
            .map(statement -> Checksum.of(script.textOf(statement)))
            .toList();
    return new Progress(finished, script.statements().size(), begun);
  }

  private static Attempt attempt(int position) {
    return new Attempt(
        position, false, "ann", Instant.parse("2026-01-29T10:30:00Z"), Duration.ZERO, null);
  }

  private static List<Requirement> requires(String text) {
    return Arrays.stream(text.split(" "))
        .filter(requirement -> !requirement.isEmpty())
        .map(requirement -> requirement.split("/"))
        .map(parts -> new Requirement(new DatabaseName(parts[0]), new Version(parts[1])))
        .toList();
  }

  /// An older deed has not said.
  private static boolean alone(String[] fields) {
    return Stored.isAlone(new SourceFile("then.sql"), fields[5], orNull(fields[6]));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
