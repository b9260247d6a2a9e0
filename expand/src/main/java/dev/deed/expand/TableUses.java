package dev.deed.expand;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Relation.View;
import dev.deed.sql.schema.RelationPart;
import dev.deed.sql.schema.RelationPart.Policy;
import dev.deed.sql.schema.RelationPart.Rule;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.RelationPart.Trigger;
import dev.deed.sql.schema.RelationSql;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.schema.SchemaObject.Publication;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What holds on to a table itself and not to its name, and so must be told when another table gets
/// the name: views, foreign keys, publications, policies and rules; and the table's triggers and
/// rules, which only the table in use runs.
final class TableUses {

  private final TargetTable target;
  private final Dependants dependants;
  private final MadeBeside beside;

  TableUses(TargetTable target, ExpandSettings settings) {
    this.target = target;
    this.dependants = new Dependants(target, settings);
    this.beside =
        MadeBeside.of(target.schema(), rebuilt(), new Names(target.schema(), target.name()));
  }

  private boolean isOurs(ObjectName object) {
    return object.kind().isRelation() && object.name().equals(target.name());
  }

  /// That read the table themselves.
  List<View> views() {
    return target.schema().objects().stream()
        .filter(View.class::isInstance)
        .map(View.class::cast)
        .filter(v -> v.reads().stream().anyMatch(this::isOurs))
        .toList();
  }

  /// A materialized view cannot be replaced, and so takes what reads it along.
  List<View> rebuilt() {
    return dependants.withReaders(views().stream().filter(Dependants::isMaterialized).toList());
  }

  private List<View> replaced() {
    var rebuilt = rebuilt();
    return views().stream().filter(v -> !rebuilt.contains(v)).toList();
  }

  List<RelationPart> parts() {
    var parts = new ArrayList<RelationPart>();
    target.triggers().stream().filter(t -> !t.inherited() && !Draft.isOurs(t)).forEach(parts::add);
    for (var object : target.schema().objects()) {
      if (object instanceof Rule rule
          && (rule.relation().equals(target.name())
              || (rule.uses().stream().anyMatch(this::isOurs) && !isOfView(rule)))) {
        parts.add(rule);
      }
      if (object instanceof Policy policy
          && !policy.relation().equals(target.name())
          && policy.uses().stream().anyMatch(this::isOurs)) {
        parts.add(policy);
      }
    }
    return parts;
  }

  /// Those go and come with their view.
  private boolean isOfView(Rule rule) {
    return rebuilt().stream().anyMatch(v -> v.qualifiedName().equals(rule.relation()));
  }

  /// Foreign keys of other tables.
  List<TableConstraint> keys() {
    return target.schema().objects().stream()
        .filter(TableConstraint.class::isInstance)
        .map(TableConstraint.class::cast)
        .filter(c -> c.local() || !c.inherited())
        .filter(c ->
            c.rule() instanceof ForeignKey key
                && key.parent().equals(target.name())
                && !c.relation().equals(target.name()))
        .toList();
  }

  /// That name the table.
  List<Publication> publications() {
    return target.schema().objects().stream()
        .filter(Publication.class::isInstance)
        .map(Publication.class::cast)
        .filter(p -> p.tables().containsKey(target.name()))
        .toList();
  }

  // The exchange

  /// Before the tables get each other's name.
  List<String> takeDown() {
    var statements = new ArrayList<String>();
    publications().forEach(p -> statements.add(alter(p, "DROP TABLE " + target.quoted())));
    rebuilt().reversed().forEach(v -> statements.addAll(beside.takeDown(v)));
    for (var part : parts()) {
      statements.add(
          drop(
              part.name().kind(),
              Identifier.quoted(part.part()) + " ON " + part.relation().quoted()));
    }
    keys()
        .forEach(k ->
            statements.add(
                "ALTER TABLE %s DROP CONSTRAINT %s"
                    .formatted(k.relation().quoted(), Identifier.quoted(k.part()))));
    return statements;
  }

  private static String drop(ObjectKind kind, String what) {
    return "DROP %s %s".formatted(kind.words().toUpperCase(Locale.ROOT), what);
  }

  private static String alter(Publication publication, String what) {
    return "ALTER PUBLICATION %s %s"
        .formatted(Identifier.quoted(publication.name().simpleName()), what);
  }

  /// With the columns and the condition that each publication has.
  List<String> publish() {
    return publications().stream()
        .map(p -> {
          var what = p.tables().getOrDefault(target.name(), "");
          return alter(p, ("ADD TABLE " + target.quoted() + " " + what).strip());
        })
        .toList();
  }

  /// After that, all means the other table.
  List<String> putUp() {
    var statements = new ArrayList<String>();
    for (var part : parts()) {
      statements.addAll(RelationSql.statements(target.schema(), part));
    }
    for (var view : replaced()) {
      statements.add(
          RelationSql.statements(target.schema(), view)
              .getFirst()
              .replaceFirst("^CREATE VIEW", "CREATE OR REPLACE VIEW"));
    }
    for (var view : rebuilt()) {
      if (!beside.isLater(view)) {
        statements.addAll(RelationSql.statements(target.schema(), view));
      }
    }
    statements.addAll(publish());
    for (var key : keys()) {
      var own = Identifier.quoted(key.part());
      statements.add(
          "ALTER TABLE %s ADD CONSTRAINT %s %s NOT VALID"
              .formatted(key.relation().quoted(), own, key.definition()));
      var comment = key.attributes().comment();
      if (comment != null) {
        statements.add(
            "COMMENT ON CONSTRAINT %s ON %s IS %s"
                .formatted(own, key.relation().quoted(), StringConstant.of(comment)));
      }
    }
    return statements;
  }

  /// Transactions of their own: rows are read for them.
  List<List<String>> later() {
    var checks =
        keys().stream()
            .filter(TableConstraint::validated)
            .map(k ->
                "ALTER TABLE %s VALIDATE CONSTRAINT %s"
                    .formatted(k.relation().quoted(), Identifier.quoted(k.part())));
    return Stream.concat(Stream.of(checks.toList()), beside.later(view -> view).stream())
        .filter(statements -> !statements.isEmpty())
        .toList();
  }

  /// All that the switch makes again, with its owner where that is another service.
  List<String> remarks() {
    return Stream.<SchemaObject>concat(rebuilt().stream(), parts().stream())
        .map(object ->
            object.name().words()
                + dependants.owner(object)
                + (object instanceof View view && MadeBeside.isBeside(view)
                    ? Dependants.BESIDE
                    : " is made again in the switch"))
        .toList();
  }

  /// The names that only this table's rows have in a replication.
  static boolean publishesAsOne(Publication publication) {
    return "true".equals(publication.options().getOrDefault("publish_via_partition_root", "false"));
  }

  List<Trigger> triggers() {
    return target.triggers().stream().filter(t -> !t.inherited() && !Draft.isOurs(t)).toList();
  }

  QualifiedName name() {
    return target.name();
  }
}
