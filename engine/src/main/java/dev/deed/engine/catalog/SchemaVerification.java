package dev.deed.engine.catalog;

import dev.deed.engine.catalog.LiveRelation.Health;
import dev.deed.sql.Finding;
import dev.deed.sql.Finding.Subject;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Relation;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Looks for what the applied migrations have made, and whether it is there. What is there besides
/// is drift's to find.
public final class SchemaVerification {

  static final RuleName MISSING = new RuleName("missing-object");
  static final RuleName TYPE = new RuleName("changed-type");
  static final RuleName INVALID = new RuleName("invalid-index");

  private final ExpectedSchema origins;
  private final Schema expected;
  private final Map<QualifiedName, LiveRelation> live = new HashMap<>();
  private final LiveTypes types;
  private final Function<ObjectName, Subject> subjects;

  /// @param subjects an object with its owner, for the findings about it
  public SchemaVerification(
      ExpectedSchema origins, List<LiveRelation> live, Function<ObjectName, Subject> subjects) {
    this.origins = origins;
    this.expected = origins.schema();
    live.forEach(relation -> this.live.put(relation.name().name(), relation));
    this.types = LiveTypes.of(live);
    this.subjects = subjects;
  }

  /// How many relations the applied migrations have made.
  public int relations() {
    return (int) expected.objects().stream().filter(Relation.class::isInstance).count();
  }

  public List<Finding> findings() {
    var findings = new ArrayList<Finding>();
    for (var object : expected.objects()) {
      switch (object) {
        case Relation relation -> relation(relation).ifPresent(findings::add);
        case TableColumn column -> column(column).ifPresent(findings::add);
        default -> {}
      }
    }
    for (var relation : live.values()) {
      if (relation.health() == Health.INVALID) {
        findings.add(invalid(relation));
      }
    }
    return findings;
  }

  private Optional<Finding> relation(Relation relation) {
    var found = live.get(relation.qualifiedName());
    if (found == null) {
      return isGoneWithItsTable(relation)
          ? Optional.empty()
          : Optional.of(missing(relation.name()));
    }
    return found.name().kind() == relation.name().kind()
        ? Optional.empty()
        : Optional.of(
            finding(
                MISSING,
                relation.name(),
                "%s is a %s in the database"
                    .formatted(relation.name().words(), found.name().kind().words()),
                "somebody replaced it by hand; write a migration that says what it is to be"));
  }

  private boolean isGoneWithItsTable(Relation relation) {
    var table = origins.tableOf(relation.name());
    return !table.equals(relation.qualifiedName()) && !live.containsKey(table);
  }

  private Optional<Finding> column(TableColumn column) {
    var table = live.get(column.relation());
    if (table == null || table.columns().isEmpty()) {
      return Optional.empty();
    }
    var found = table.columns().stream().filter(c -> c.name().equals(column.part())).findFirst();
    if (found.isEmpty()) {
      return Optional.of(missing(column.name()));
    }
    var type = types.normal(found.get().type());
    return types.isSame(column.type().text(), type)
        ? Optional.empty()
        : Optional.of(
            finding(
                TYPE,
                column.name(),
                "%s has type %s in the database, the migrations made it %s"
                    .formatted(column.name().words(), type, column.type().text()),
                "write a migration that changes the type, or put it back by hand and deed record it"));
  }

  private Finding missing(ObjectName object) {
    return finding(
        MISSING,
        object,
        object.words() + " is not in the database, and this migration makes it",
        "somebody dropped or renamed it by hand: bring it back with a new migration, or write down what was done with deed record");
  }

  private Finding invalid(LiveRelation index) {
    var name = index.name().name().quoted();
    return finding(
        INVALID,
        index.name(),
        index.name().words() + " is invalid: no query uses it, and every write pays for it",
        "drop it and build it again: DROP INDEX CONCURRENTLY %s, then the statement that creates it; for a partitioned table attach the indexes that are missing"
            .formatted(name));
  }

  private Finding finding(RuleName rule, ObjectName object, String message, String advice) {
    var place = origins.placeOf(object);
    return new Finding(
        rule,
        Severity.ERROR,
        place.file(),
        place.span(),
        message,
        advice,
        List.of(subjects.apply(anchor(object))));
  }

  /// What is tied to a table is its table's owner's.
  private ObjectName anchor(ObjectName object) {
    return object.kind() == ObjectKind.COLUMN ? ObjectName.table(object.name()) : object;
  }
}
