package dev.deed.lint.rule.failure;

import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.script.NewerSyntax;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What the version of PostgreSQL on which the statement runs does not have yet.
final class NewerVersions {

  private NewerVersions() {}

  static Optional<Refusal> of(Known known) {
    var newerSyntax = known.view().statement().newerSyntax();
    // Asked for every effect, and nearly always there is none.
    if (newerSyntax.isEmpty()) {
      return Optional.empty();
    }
    return newerSyntax.stream()
        .filter(newer -> known.runsBefore(newer.since()) && !isOwnFunction(newer, known))
        .findFirst()
        .map(newer -> refusal(newer, known));
  }

  private static Refusal refusal(NewerSyntax newer, Known known) {
    return new Refusal(
        newer.span(),
        "PostgreSQL %d does not have %s, which came with version %d"
            .formatted(known.postgres(), newer.words(), newer.since()),
        "write it for PostgreSQL %d, or raise the version in the ownership file if every server of the database has %d"
            .formatted(known.postgres(), newer.since()),
        List.of());
  }

  /// `json_array(...)` calls a function where the words are none of the grammar.
  private static boolean isOwnFunction(NewerSyntax newer, Known known) {
    return newer.words().endsWith("(...)")
        && Stream.of(ObjectKind.FUNCTION, ObjectKind.AGGREGATE)
            .flatMap(kind -> known.catalog().objects(kind).stream())
            .anyMatch(name ->
                newer.words().toLowerCase(Locale.ROOT).equals(name.name().name() + "(...)"));
  }
}
