package dev.deed.engine.evidence;

import dev.deed.engine.Checksum;
import dev.deed.engine.Version;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Turns what is kept into a fact. Nothing is believed of a row that deed cannot have written.
///
/// @param text the value of a column or field by its name, null where there is none
/// @param at null where it is not a time
/// @param expires null where there is none
/// @param details null where they are not an object
public record EvidenceRow(
    Function<String, @Nullable String> text,
    @Nullable Instant at,
    @Nullable Instant expires,
    @Nullable Map<String, String> details) {

  /// The columns that are texts, in their order.
  public static final List<String> TEXTS =
      List.of(
          "kind",
          "database",
          "version",
          "checksum",
          "down_checksum",
          "environment",
          "provider",
          "basis",
          "outcome",
          "who",
          "reason");

  private static final List<String> REQUIRED = List.of("kind", "database", "who");

  /// @param damages gets what is wrong with it, after the place
  /// @return null where something is
  public @Nullable Evidence read(String place, List<String> damages) {
    var wrong = new ArrayList<String>();
    REQUIRED.stream().filter(name -> text(name).isBlank()).forEach(n -> wrong.add("no " + n));
    if (!isChecksum(text("checksum"))) {
      wrong.add("a checksum that is not 64 hexadecimal digits");
    }
    var down = text.apply("down_checksum");
    if (down != null && !isChecksum(down)) {
      wrong.add("a down_checksum that is not 64 hexadecimal digits");
    }
    if (!Version.isName(text("version"))) {
      wrong.add("a version that is not one");
    }
    var outcome = Evidence.Outcome.of(text.apply("outcome"));
    if (outcome == null) {
      wrong.add("an outcome that is neither passed nor failed");
    }
    if (at == null) {
      wrong.add("no time");
    }
    if (details == null) {
      wrong.add("details that are not a JSON object");
    }
    if (outcome == null || at == null || details == null || !wrong.isEmpty()) {
      damages.add(place + " has " + String.join(", ", wrong));
      return null;
    }
    var environment = text("environment");
    return new Evidence(
        new Evidence.Kind(text("kind")),
        new Evidence.Subject(
            new DatabaseName(text("database")),
            new Version(text("version")),
            new Checksum(text("checksum")),
            down == null ? null : new Checksum(down)),
        new Evidence.Place(
            environment.isEmpty() ? null : new EnvironmentName(environment),
            text("provider"),
            text("basis")),
        outcome,
        new Evidence.Word(text("who"), text.apply("reason"), at, expires),
        details);
  }

  /// The values of `TEXTS`, to be kept.
  public static List<@Nullable String> texts(Evidence evidence) {
    var subject = evidence.subject();
    var environment = evidence.place().environment();
    var all = new ArrayList<@Nullable String>();
    all.add(evidence.kind().word());
    all.add(subject.database().text());
    all.add(subject.version().text());
    all.add(subject.up().hex());
    all.add(subject.down() == null ? null : subject.down().hex());
    all.add(environment == null ? "" : environment.text());
    all.add(evidence.place().provider());
    all.add(evidence.place().basis());
    all.add(evidence.outcome().word());
    all.add(evidence.word().who());
    all.add(evidence.word().reason());
    return all;
  }

  private String text(String name) {
    var value = text.apply(name);
    return value == null ? "" : value;
  }

  private static boolean isChecksum(String text) {
    return text.matches("[0-9a-f]{64}");
  }
}
