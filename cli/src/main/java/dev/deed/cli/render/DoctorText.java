package dev.deed.cli.render;

import dev.deed.cli.report.DatabaseReport;
import dev.deed.engine.look.checkup.Checkup;
import dev.deed.engine.look.checkup.Diagnosis;
import dev.deed.engine.look.checkup.Diagnosis.Level;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The results of `doctor` as text, one line per check.
final class DoctorText {

  private DoctorText() {}

  static String of(DatabaseReport.Examined report) {
    return report.checkups().stream().map(DoctorText::one).collect(Collectors.joining("\n"));
  }

  private static String one(Checkup checkup) {
    var head = checkup.target().words() + ": ";
    if (checkup.failure() != null) {
      return head + "no connection";
    }
    var lines = checkup.diagnoses().stream().map(DoctorText::line).collect(Collectors.joining());
    return head + summary(checkup) + lines;
  }

  private static String summary(Checkup checkup) {
    var found =
        Stream.of(
                count(checkup, Level.PROBLEM, "problem"), count(checkup, Level.WARNING, "warning"))
            .filter(counted -> !counted.isEmpty())
            .collect(Collectors.joining(", "));
    return found.isEmpty() ? "no problems" : found;
  }

  private static String count(Checkup checkup, Level level, String word) {
    var number = (int) checkup.diagnoses().stream().filter(d -> d.level() == level).count();
    return number == 0 ? "" : VerifyText.count(number, word);
  }

  private static String line(Diagnosis diagnosis) {
    var level = diagnosis.level().name().toLowerCase(Locale.ROOT);
    var line =
        "\n  %-8s %s: %s"
            .formatted(
                level, diagnosis.check(), diagnosis.message().replace("\n", "\n           "));
    return diagnosis.advice().isEmpty()
        ? line
        : line + "\n           help: " + diagnosis.advice().replace("\n", "\n           ");
  }
}
