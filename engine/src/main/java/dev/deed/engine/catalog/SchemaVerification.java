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

/// Checks that everything the applied migrations created exists. Objects that exist in addition are
/// left to drift.
public final class SchemaVerification {

  static final RuleName MISSING = new RuleName("missing-object");
  static final RuleName TYPE = new RuleName("changed-type");
  static final RuleName INVALID = new RuleName("invalid-index");

  private final ExpectedSchema origins;
  private final Schema expected;
  private final Map<QualifiedName, LiveRelation> live = new HashMap<>();
  private final LiveTypes types;
  private final Function<ObjectName, Subject> subjects;

  /// @param subjects returns an object with its owner, for the findings about it
  public SchemaVerification(
      ExpectedSchema origins, List<LiveRelation> live, Function<ObjectName, Subject> subjects) {
    this.origins = origins;
    this.expected = origins.schema();
    live.forEach(relation -> this.live.put(relation.name().name(), relation));
    this.types = LiveTypes.of(live);
    this.subjects = subjects;
  }

  /// The number of relations that the applied migrations created.
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
    findings.addAll(invalid());
    return findings;
  }

  /// Indexes that no query uses.
  public List<Finding> invalid() {
    return live.values().stream()
        .filter(relation -> relation.health() == Health.INVALID)
        .map(this::invalid)
        .toList();
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
                "it was replaced by hand; write a migration that creates what it should be"));
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
                "%s has type %s in the database, but the migrations gave it type %s"
                    .formatted(column.name().words(), type, column.type().text()),
                "write a migration that changes the type, or restore it by hand and record that with deed record"));
  }

  private Finding missing(ObjectName object) {
    return finding(
        MISSING,
        object,
        object.words() + " is not in the database, but this migration creates it",
        "it was dropped or renamed by hand: recreate it with a new migration, or record the change with deed record");
  }

  private Finding invalid(LiveRelation index) {
    var name = index.name().name().quoted();
    return finding(
        INVALID,
        index.name(),
        index.name().words() + " is invalid: no query uses it, but every write maintains it",
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

  /// Objects tied to a table belong to the table's owner.
  private ObjectName anchor(ObjectName object) {
    return object.kind() == ObjectKind.COLUMN ? ObjectName.table(object.name()) : object;
  }
}
