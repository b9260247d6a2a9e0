package dev.deed.cli.render;

import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.Sources;
import java.util.List;
import java.util.stream.Collectors;

/// Whether databases agree with their history, as text.
final class VerifyText {

  /// JSON has all of them.
  private static final int MOST = 10;

  private VerifyText() {}

  static String of(DatabaseReport.Verified report) {
    return report.databases().stream()
        .map(database -> one(database, report.sources()))
        .collect(Collectors.joining("\n"));
  }

  private static String one(DatabaseReport.DatabaseVerification database, Sources sources) {
    var head = database.target().words() + ": ";
    if (database.failure() != null) {
      return head + "could not be read";
    }
    var looked =
        head
            + "%s, %s and %s compared"
                .formatted(
                    migrations(database),
                    count(database.relations(), "relation"),
                    count(database.objects() - database.relations(), "other object"));
    var text =
        database.findings().isEmpty()
            ? looked + ": no findings"
            : new FindingText(sources).all(database.findings())
                + "\n"
                + looked
                + ": "
                + FindingWords.count(database.findings());
    return text + notMade(database.notMade()) + notCompared(database.notCompared());
  }

  private static String migrations(DatabaseReport.DatabaseVerification database) {
    var all = count(database.migrations(), "migration");
    return database.notRun() == 0
        ? all
        : all + " (%d of them not run by deed)".formatted(database.notRun());
  }

  private static String notMade(List<String> objects) {
    return objects.isEmpty()
        ? ""
        : "\n  not made by these migrations, and there before them: " + list(objects);
  }

  private static String notCompared(List<String> lines) {
    return lines.stream().map(line -> "\n  not compared: " + line).collect(Collectors.joining());
  }

  private static String list(List<String> objects) {
    var shown = objects.stream().limit(MOST).collect(Collectors.joining(", "));
    return objects.size() <= MOST ? shown : shown + " and %d more".formatted(objects.size() - MOST);
  }

  static String count(int number, String what) {
    return number == 1 ? "1 " + what : number + " " + what + "s";
  }
}
