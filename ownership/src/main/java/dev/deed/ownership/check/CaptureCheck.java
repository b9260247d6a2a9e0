package dev.deed.ownership.check;

import dev.deed.ownership.OwnershipRules;
import dev.deed.sql.Finding;
import dev.deed.sql.Severity;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect.Argument;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.replay.Catalog;
import dev.deed.sql.schema.BuiltIns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds functions and aggregates with the name of one of PostgreSQL's own, in a schema of the
/// search path, that match some calls better: the statements of all services then mean them.
final class CaptureCheck {

  /// A `VARIADIC` argument is looked at for so many values.
  private static final int MOST_VALUES = 4;

  private CaptureCheck() {}

  /// @param added the routine that gets the name
  /// @param certain false if only calls with values of a third type may mean it
  record Capture(ObjectName added, boolean certain, Span span) {}

  static List<Finding> of(OwnershipMessages asking, boolean shared, OwnedStatement statement) {
    return shared ? statement.captures().stream().map(c -> finding(asking, c)).toList() : List.of();
  }

  private static Finding finding(OwnershipMessages asking, Capture capture) {
    return asking.finding(
        OwnershipRules.OPAQUE_STATEMENT,
        capture.certain() ? Severity.ERROR : Severity.WARNING,
        capture.span(),
        "this reaches all services of the database: %s has the name of one of PostgreSQL's own functions, and %s"
            .formatted(
                capture.added().words(),
                capture.certain()
                    ? "calls with arguments of exactly these types mean it from then on"
                    : "some calls whose arguments are converted may mean it from then on"),
        "choose another name, or a schema that is not on the search path; otherwise have the other services allow it: allows in the ownership file",
        asking.subject(capture.added(), asking.service()));
  }

  static Optional<Capture> of(
      Effect effect, ObjectName subject, Catalog catalog, OwnerRules rules) {
    var name = OverloadCheck.newName(effect, subject);
    if (name == null
        || !subject.kind().isRoutine()
        || !rules.searchPath().contains(String.valueOf(name.schema()))) {
      return Optional.empty();
    }
    var given = OverloadCheck.signature(effect, subject, catalog).given();
    if (!given.stream().allMatch(a -> isBuiltIn(a.type()))) {
      return Optional.empty();
    }
    var added = subject.named(name);
    for (var preferring : new boolean[] {false, true}) {
      if (calls(given).anyMatch(c -> BuiltIns.isCapturedBy(name.name(), c, preferring))) {
        return Optional.of(new Capture(added, !preferring, effect.span()));
      }
    }
    return Optional.empty();
  }

  private static boolean isBuiltIn(TypeName type) {
    return type.name().schema() == null
        && type.columnOf() == null
        && BuiltIns.isType(type.name().name());
  }

  /// The types of the arguments of each call that it takes.
  private static Stream<List<String>> calls(List<Argument> given) {
    var types = new ArrayList<String>();
    var least = 0;
    for (var argument : given) {
      var type = argument.type();
      if (argument.mode().equals("variadic")) {
        types.addAll(Collections.nCopies(MOST_VALUES, type.name().name()));
      } else {
        least += argument.defaultValue() == null ? 1 : 0;
        types.add(type.name().name() + (type.arrayDimensions() > 0 ? "[]" : ""));
      }
    }
    return IntStream.rangeClosed(least, types.size())
        .mapToObj(n -> List.copyOf(types.subList(0, n)));
  }
}
