package dev.deed.expand;

import dev.deed.expand.Request.ChangeType;
import dev.deed.expand.TypeChange.Around;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import java.util.List;
import java.util.stream.Stream;

/// The column of a primary key becomes `bigint`, with its sequence or identity.
record KeyChange(TargetTable target, ExpandSettings settings) {

  Story story() {
    var key = target.key();
    if (key.size() != 1) {
      throw new NotExpanded(
          key.isEmpty()
              ? "%s has no primary key".formatted(target.name().dotted())
              : "the primary key of %s has %d columns"
                  .formatted(target.name().dotted(), key.size()),
          "name the column: deed expand change-type %s COLUMN bigint".formatted(target.quoted()));
    }
    var column = target.column(key.getFirst());
    if (!column.type().isBuiltIn("integer") && !column.type().isBuiltIn("smallint")) {
      throw new NotExpanded(
          "%s has type %s".formatted(column.name().text(), column.type().text()),
          "only smallint and integer become bigint so");
    }
    var same = Conversion.column(column.part());
    var children =
        Stream.concat(keys().map(KeyChange::remark), ownKeys().map(this::ownRemark)).toList();
    return new TypeChange(
            target,
            settings,
            "key-to-bigint",
            column,
            TypeName.of("bigint"),
            new Conversion(same, same),
            null,
            Around.remarking(children))
        .story();
  }

  /// Their columns can only be widened by their own service.
  List<Request> followers() {
    return keys()
        .filter(k -> !new Obstacles(target, settings).isOthers(k.name()))
        .map(k ->
            (Request)
                new ChangeType(
                    k.relation(),
                    ((ForeignKey) k.rule()).columns().getFirst(),
                    "bigint",
                    null,
                    null,
                    null))
        .distinct()
        .toList();
  }

  /// Foreign keys whose column is narrower than the key will be.
  private Stream<TableConstraint> keys() {
    return narrow().filter(k -> !k.relation().equals(target.name()));
  }

  private Stream<TableConstraint> narrow() {
    return target.keysTo(target.key().getFirst()).stream()
        .filter(k -> {
          var column = ((ForeignKey) k.rule()).columns().getFirst();
          var type = TargetTable.of(target.schema(), k.relation()).column(column).type();
          return type.isBuiltIn("integer") || type.isBuiltIn("smallint");
        });
  }

  /// Of the table itself: files for such a column would need the table as these leave it.
  private Stream<TableConstraint> ownKeys() {
    return narrow().filter(k -> k.relation().equals(target.name()));
  }

  private String ownRemark(TableConstraint constraint) {
    var column = Identifier.quoted(((ForeignKey) constraint.rule()).columns().getFirst());
    return "foreign key %s of the same table keeps its narrower column: widen it when this change is over, with deed expand change-type %s %s bigint"
        .formatted(constraint.name().text(), target.quoted(), column);
  }

  private static String remark(TableConstraint constraint) {
    var key = (ForeignKey) constraint.rule();
    return "foreign key %s points at it: %s.%s is widened after the contract, by files of its own"
        .formatted(
            constraint.name().text(),
            constraint.relation().quoted(),
            Identifier.quoted(key.columns().getFirst()));
  }
}
