package dev.deed.cli.render;

import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.Sources;
import java.util.stream.Collectors;

/// Whether databases agree with their history, as text.
final class VerifyText {

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
            + "%s and %s verified"
                .formatted(
                    count(database.migrations(), "migration"),
                    count(database.relations(), "relation"));
    return database.findings().isEmpty()
        ? looked + ": no findings"
        : new FindingText(sources).all(database.findings())
            + "\n"
            + looked
            + ": "
            + FindingWords.count(database.findings());
  }

  static String count(int number, String what) {
    return number == 1 ? "1 " + what : number + " " + what + "s";
  }
}
