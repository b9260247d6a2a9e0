package dev.deed.drift.close;

import dev.deed.drift.Closing.Held;
import dev.deed.drift.WholeSides;
import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.schema.DataType;
import dev.deed.sql.schema.DataType.OtherType;
import dev.deed.sql.schema.ObjectSql;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.Sequence;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.RelationPart.OutputColumn;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.schema.SchemaObject.DefaultPrivileges;
import dev.deed.sql.schema.SchemaObject.External;
import dev.deed.sql.schema.SchemaObject.Other;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Drops one object, or takes its name from it for as long as others have something of it.
record DropSql(WholeSides sides, AttributeSql attributes, IndexExchange exchange) {

  Lines of(Fate fate) {
    if (fate.isMoved() && fate.before() instanceof TableColumn column) {
      return column.generated() == null
          ? Lines.of(
              "ALTER TABLE %s RENAME COLUMN %s TO %s"
                  .formatted(
                      column.relation().quoted(),
                      Identifier.quoted(column.part()),
                      Identifier.quoted(TemporaryName.old(column.part()))))
          : Lines.of(
              "ALTER TABLE %s DROP COLUMN %s"
                  .formatted(column.relation().quoted(), Identifier.quoted(column.part())));
    }
    var object = fate.before();
    var name = object.name();
    var sql = "DROP " + ObjectSql.reference(name);
    return switch (object) {
      case Table table -> {
        if (table.server() != null) {
          yield Lines.of(sql);
        }
        yield new Lines()
            .held(
                sql,
                Held.LOSES_DATA,
                "its rows are lost; to drop it step by step: deed expand drop-table "
                    + name.text());
      }
      case TableColumn column -> {
        var drop =
            "ALTER TABLE %s DROP COLUMN %s"
                .formatted(column.relation().quoted(), Identifier.quoted(column.part()));
        yield column.generated() != null || isForeign(column)
            ? Lines.of(drop)
            : new Lines()
                .held(
                    drop,
                    Held.LOSES_DATA,
                    "its values are lost; to drop it step by step: deed expand drop-column %s %s"
                        .formatted(column.relation().quoted(), Identifier.quoted(column.part())));
      }
      case TableConstraint constraint ->
          Lines.of(
              "ALTER TABLE %s DROP CONSTRAINT %s"
                  .formatted(constraint.relation().quoted(), Identifier.quoted(constraint.part())));
      case Index index -> {
        if (exchange.takesIndex(fate)) {
          yield Lines.of(makeRoom(index));
        }
        yield Statements.isPartitioned(sides.before().table(index.table()).orElse(null))
                || index.parent() != null
            ? Lines.of(sql)
            : new Lines().alone("DROP INDEX CONCURRENTLY " + index.qualifiedName().quoted());
      }
      case Sequence _ ->
          fate.makes()
              ? Lines.of(sql)
              : new Lines().held(sql, Held.LOSES_DATA, "its position is lost");
      case OtherType type when Plan.isBase(type) -> Lines.of(sql + " CASCADE");
      case DataType type ->
          fate.isRetyped() ? renamedAway(type, fate.afterOrNull()) : Lines.of(sql);
      case SchemaObject.Extension _ ->
          new Lines().held(sql, Held.LOSES_DATA, "what its objects keep is lost");
      case Other other when name.kind() == ObjectKind.SUBSCRIPTION ->
          new Lines().held(sql, Held.LOSES_DATA, "its place in the stream is lost");
      case Other other when isShell(other) -> Lines.of(sql);
      case Other other when fate.isRetyped() ->
          Lines.of(
              "ALTER %s RENAME TO %s"
                  .formatted(ObjectSql.reference(name), Identifier.quoted(old(name.name()))));
      case OutputColumn _ -> new Lines();
      case DefaultPrivileges privileges ->
          attributes.changed(
              privileges, privileges.with(dev.deed.sql.schema.Attributes.NONE), Set.of());
      case External _ -> new Lines();
      default -> Lines.of(sql);
    };
  }

  private static boolean isShell(Other other) {
    return other.definition().isEmpty();
  }

  private boolean isForeign(TableColumn column) {
    return sides.before().table(column.relation()).filter(t -> t.server() != null).isPresent();
  }

  private Lines renamedAway(DataType type, @Nullable SchemaObject after) {
    var lines =
        Lines.of(
            "ALTER %s RENAME TO %s"
                .formatted(
                    ObjectSql.reference(type.name()),
                    Identifier.quoted(old(type.qualifiedName()))));
    var multirange = multirange(type);
    if (multirange != null) {
      var away = Identifier.quoted(old(multirange));
      lines.add("ALTER TYPE %s RENAME TO %s".formatted(multirange.quoted(), away));
      lines.add("ALTER FUNCTION %s() RENAME TO %s".formatted(multirange.quoted(), away));
    }
    lines.addAll(constructorsAway(type, after));
    return lines;
  }

  /// The functions that make a range take its subtype: over the same subtype, those of the new
  /// range would meet those of the old one.
  private static List<String> constructorsAway(DataType before, @Nullable SchemaObject after) {
    var subtype = subtype(before);
    if (subtype == null || !subtype.equals(subtype(after))) {
      return List.of();
    }
    var rename = "ALTER FUNCTION %s(%s, %s%s) RENAME TO %s";
    var name = before.qualifiedName();
    var away = Identifier.quoted(old(name));
    return Stream.of("", ", text")
        .map(bounds -> rename.formatted(name.quoted(), subtype, subtype, bounds, away))
        .toList();
  }

  private static @Nullable String subtype(@Nullable SchemaObject type) {
    return type instanceof OtherType other && other.range() ? other.options().get("subtype") : null;
  }

  private static @Nullable QualifiedName multirange(DataType type) {
    if (!(type instanceof OtherType other) || !other.range()) {
      return null;
    }
    var named = other.options().get("multirange_type_name");
    return named == null ? null : dev.deed.sql.schema.RelationLiteral.parse(named);
  }

  static String makeRoom(SchemaObject object) {
    var name = object.name();
    return "ALTER %s RENAME TO %s"
        .formatted(ObjectSql.reference(name), Identifier.quoted(old(name.name())));
  }

  static String old(QualifiedName type) {
    return TemporaryName.old(type.name());
  }
}
