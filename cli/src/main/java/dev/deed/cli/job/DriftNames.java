package dev.deed.cli.job;

import dev.deed.drift.KnownName;
import dev.deed.drift.NameMemory;
import dev.deed.engine.FormerName;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.look.FormerNames;
import dev.deed.sql.effect.ObjectKind;
import java.time.temporal.ChronoUnit;

/// What the database of a side remembers of the names that its objects had: asked only where
/// something is missing and something is new.
final class DriftNames {

  private DriftNames() {}

  /// @param side the name of the environment
  static NameMemory of(String side, Address address, Patience patience) {
    return new NameMemory(names ->
        FormerNames.of(address, patience, names).stream()
            .map(former -> known(side, former))
            .toList());
  }

  private static KnownName known(String side, FormerName former) {
    var words =
        "%soid %d in %s had the name %s at %s"
            .formatted(
                former.attribute() == 0
                    ? ""
                    : "attribute %d of the table with ".formatted(former.attribute()),
                former.oid(),
                side,
                former.was().quoted(),
                former.at().truncatedTo(ChronoUnit.SECONDS));
    return new KnownName(kind(former.kind()), former.table(), former.was(), former.now(), words);
  }

  private static ObjectKind kind(FormerName.Kind kind) {
    return switch (kind) {
      case RELATION -> ObjectKind.TABLE;
      case COLUMN -> ObjectKind.COLUMN;
      case CONSTRAINT -> ObjectKind.CONSTRAINT;
      case TYPE -> ObjectKind.TYPE;
      case FUNCTION -> ObjectKind.FUNCTION;
    };
  }
}
