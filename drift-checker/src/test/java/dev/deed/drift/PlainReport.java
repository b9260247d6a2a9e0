package dev.deed.drift;

import dev.deed.drift.Difference.Added;
import dev.deed.drift.Difference.Changed;
import dev.deed.drift.Difference.FacetChange;
import dev.deed.drift.Difference.Missing;
import dev.deed.drift.Difference.Renamed;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A report as the cases' `report.txt` has it: everything that it says, and nothing for the eye.
final class PlainReport {

  private PlainReport() {}

  static String of(DriftReport report) {
    var text = new StringBuilder();
    report.drifts().forEach(d -> append(text, d));
    report
        .notCompared()
        .forEach(
            n -> text.append("not compared: %s of %s\n".formatted(n.facts().words(), n.side())));
    return text.isEmpty() ? "no drift\n" : text.toString();
  }

  private static void append(StringBuilder text, Drift drift) {
    var owner = drift.owner() == null ? "nobody" : drift.owner().name().text();
    var severity = drift.severity().words();
    var difference = drift.difference();
    text.append(
        "%s %s [%s, %s]\n"
            .formatted(word(difference), difference.object().words(), severity, owner));
    if (difference instanceof Renamed renamed) {
      text.append("  from: ").append(renamed.from().name().text()).append('\n');
    } else if (difference instanceof Changed changed) {
      changed.changes().forEach(c -> append(text, c));
    }
  }

  private static String word(Difference difference) {
    return switch (difference) {
      case Added _ -> "added";
      case Missing _ -> "missing";
      case Renamed _ -> "renamed";
      case Changed _ -> "changed";
    };
  }

  private static void append(StringBuilder text, FacetChange change) {
    text.append(
        "  %s: %s -> %s\n".formatted(change.facet(), value(change.from()), value(change.to())));
  }

  private static String value(@Nullable Object value) {
    return Objects.toString(value, "(none)").replace("\n", "\\n");
  }
}
