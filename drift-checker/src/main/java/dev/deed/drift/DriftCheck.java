package dev.deed.drift;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import dev.deed.ownership.Service;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Relation;
import dev.deed.sql.schema.RelationPart;
import dev.deed.sql.schema.SchemaObject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Compares two schemas and assigns every difference to its owner.
public final class DriftCheck {

  static final Comparator<Drift> ORDER =
      comparing(Drift::severity)
          .thenComparing(DriftCheck::ownerName, nullsLast(naturalOrder()))
          .thenComparing(d -> d.difference().object());

  private static final String HISTORY = "deed";

  /// The beginning of the names of the event triggers of deed's journal.
  private static final String JOURNAL = "deed_journal_";

  private DriftCheck() {}

  /// @param ownerOf returns the owner of an object of that database
  public static DriftReport between(
      DatabaseName database, Side from, Side to, Function<ObjectName, Optional<Service>> ownerOf) {
    var sides = SideBySide.read(from, to);
    var memories = new Both<>(from.memory(), to.memory());
    var differences =
        SchemaDiff.between(sides.from(), sides.to(), sides.unknowns(), memories).stream()
            .filter(d -> !isOurs(anchor(d)))
            .toList();
    var drifts =
        differences.stream()
            .map(d -> new Drift(d, ownerOf.apply(anchor(d)).orElse(null), Severities.of(d)))
            .sorted(ORDER)
            .toList();
    var report =
        new DriftReport(
            database,
            from.name(),
            to.name(),
            drifts,
            sides.notCompared(),
            RenameEvidence.about(differences, memories).offers(differences),
            true,
            null);
    return haveNothingInCommon(sides.tables(), drifts)
        ? report.with(
            List.of(),
            List.of(
                "%s and %s have no table in common: are they of the same database?"
                    .formatted(from.name(), to.name())))
        : report;
  }

  /// Two dumps of different databases are compared as asked; that they are is worth a line.
  private static boolean haveNothingInCommon(Both<Integer> tables, List<Drift> drifts) {
    return tables.from() > 0
        && tables.to() > 0
        && count(drifts, Difference.Missing.class) == tables.from()
        && count(drifts, Difference.Added.class) == tables.to();
  }

  private static long count(List<Drift> drifts, Class<? extends Difference> kind) {
    return drifts.stream()
        .map(Drift::difference)
        .filter(kind::isInstance)
        .filter(difference ->
            difference.object().kind() == ObjectKind.TABLE
                || difference.object().kind() == ObjectKind.FOREIGN_TABLE)
        .count();
  }

  /// The differences between the schemas that two sets of migrations leave.
  public static DriftReport between(
      DatabaseName database,
      Replayed from,
      Replayed to,
      Function<ObjectName, Optional<Service>> ownerOf) {
    var differences =
        SchemaDiff.between(from.schema(), to.schema(), new Unknowns(true, false)).stream()
            .filter(difference -> !isOurs(anchor(difference)))
            .toList();
    return of(database, from.name(), to.name(), differences, ownerOf);
  }

  /// @param differences from the first side to the second
  public static DriftReport of(
      DatabaseName database,
      String from,
      String to,
      List<Difference> differences,
      Function<ObjectName, Optional<Service>> ownerOf) {
    var drifts =
        differences.stream()
            .map(d -> new Drift(d, ownerOf.apply(anchor(d)).orElse(null), Severities.of(d)))
            .sorted(ORDER)
            .toList();
    return new DriftReport(database, from, to, drifts, List.of(), List.of(), true, null);
  }

  /// Renames that a person may want instead of two of the differences.
  ///
  /// @param differences from what migrations say to the side
  public static List<String> offers(List<Difference> differences, Side to) {
    var memories = new Both<>(NameMemory.NONE, to.memory());
    return RenameEvidence.about(differences, memories).offers(differences);
  }

  private static @Nullable String ownerName(Drift drift) {
    var owner = drift.owner();
    return owner == null ? null : owner.name().text();
  }

  /// deed's history and journal differ by nature, and a hand-made dump includes it.
  static boolean isOurs(ObjectName object) {
    if (object.kind() == ObjectKind.EVENT_TRIGGER) {
      return object.name().name().startsWith(JOURNAL);
    }
    return HISTORY.equals(
        object.kind() == ObjectKind.SCHEMA ? object.name().name() : object.name().schema());
  }

  /// Objects tied to a table belong to its owner; only the side that has the object knows the
  /// table.
  static ObjectName anchor(Difference difference) {
    return switch (difference) {
      case Difference.Added a -> anchor(a.added());
      case Difference.Missing m -> anchor(m.missing());
      case Difference.Changed c -> anchor(c.to());
      // The claim names the table by the name that both sides agreed on.
      case Difference.Renamed r -> anchor(r.from());
    };
  }

  private static ObjectName anchor(SchemaObject object) {
    return switch (object) {
      case Relation.Index index -> ObjectName.table(index.table());
      case Relation.Sequence sequence when sequence.ownedBy() != null ->
          ObjectName.table(sequence.ownedBy().name());
      case RelationPart part -> ObjectName.table(part.relation());
      default -> object.name();
    };
  }
}
