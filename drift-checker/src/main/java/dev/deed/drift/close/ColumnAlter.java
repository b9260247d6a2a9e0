package dev.deed.drift.close;

import dev.deed.drift.Closing.Held;
import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.ObjectSql;
import dev.deed.sql.schema.Relation.Sequence;
import dev.deed.sql.schema.RelationPart.ColumnStorage;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.StorageDefaults;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The statements that change a column and keep its values.
///
/// @param only not in its table's children, which have changes of their own
/// @param retyped its type was created again under the same name
/// @param byText no cast exists between the two types, but both are written as text
/// @param namedNotNull `NOT NULL` is a constraint with a name, which has changes of its own
/// @param sequence of the identity column that it becomes
record ColumnAlter(
    TableColumn before,
    TableColumn after,
    boolean only,
    boolean retyped,
    boolean byText,
    boolean namedNotNull,
    int postgres,
    @Nullable Sequence sequence) {

  private static final int DEFAULT_STORAGE = 16;

  Lines lines() {
    var lines = new Lines();
    if (changesType()) {
      type(lines);
    }
    value(lines);
    notNull(lines);
    identity(lines);
    settings(lines);
    return lines;
  }

  boolean changesType() {
    return retyped
        || !before.type().text().equals(after.type().text())
        || !Objects.equals(before.storage().collation(), after.storage().collation());
  }

  private QualifiedName table() {
    return after.relation();
  }

  private String alter() {
    return alter(false);
  }

  private String alter(boolean alone) {
    return "ALTER TABLE %s%s ALTER COLUMN %s "
        .formatted(alone ? "ONLY " : "", table().quoted(), Identifier.quoted(after.part()));
  }

  private void type(Lines lines) {
    if (before.defaultValue() != null && before.identity() == null) {
      lines.add(alter() + "DROP DEFAULT");
    }
    var change = new TypeChange(before.type(), after.type());
    var text = new StringBuilder(alter()).append("TYPE ").append(after.type().text());
    if (after.storage().collation() != null) {
      text.append(" COLLATE ").append(after.storage().collation().quoted());
    }
    if (after.generated() == null) {
      if ((retyped && !isOnlyCollation(change)) || !change.isAssigned()) {
        text.append(" USING ").append(converted(change));
      }
    }
    if (!retyped && (change.losesParts() || change.takesElement())) {
      lines.held(text.toString(), Held.LOSES_DATA, "values lose a part; " + expand());
    } else if (retyped || !change.keepsRows()) {
      lines.add(
          text.toString(), "this rewrites the table under an ACCESS EXCLUSIVE lock; " + expand());
    } else {
      lines.add(text.toString());
    }
  }

  private boolean isOnlyCollation(TypeChange change) {
    return change.isBuiltIn() && before.type().text().equals(after.type().text());
  }

  private String converted(TypeChange change) {
    var column = Identifier.quoted(after.part());
    var type = after.type().text();
    if (change.makesArray()) {
      return "CASE WHEN %s IS NOT NULL THEN ARRAY[%s]::%s END".formatted(column, column, type);
    }
    var value = change.takesElement() ? column + "[1]" : column;
    return value + (retyped || byText ? "::text::" : "::") + type;
  }

  private String expand() {
    return "to change it step by step: deed expand change-type %s %s '%s'"
        .formatted(table().quoted(), Identifier.quoted(after.part()), after.type().text());
  }

  /// The column's sequence is dropped with it.
  static boolean losesIdentity(TableColumn before, TableColumn after) {
    return before.identity() != null && after.identity() == null;
  }

  private void value(Lines lines) {
    if (before.generated() != null && after.generated() == null) {
      lines.add(alter() + "DROP EXPRESSION");
    }
    var lost = changesType() && before.defaultValue() != null;
    if (after.defaultValue() != null) {
      if (lost
          || before.defaultValue() == null
          || !before.defaultValue().text().equals(after.defaultValue().text())) {
        lines.add(alter(only) + "SET DEFAULT " + after.defaultValue().text());
      }
    } else if (before.defaultValue() != null && !lost) {
      lines.add(alter(only) + "DROP DEFAULT");
    }
  }

  private void notNull(Lines lines) {
    if (before.notNull() == after.notNull() || namedNotNull) {
      return;
    }
    if (!after.notNull()) {
      lines.add(alter() + "DROP NOT NULL");
      return;
    }
    lines.addAll(safeNotNull(table(), after.part()));
  }

  /// A valid `CHECK` lets `SET NOT NULL` look at no row.
  static Lines safeNotNull(QualifiedName table, String column) {
    var name = Identifier.quoted(Identifier.cut(column, 45) + "_is_not_null");
    var quoted = Identifier.quoted(column);
    var alter = "ALTER TABLE " + table.quoted() + " ";
    return new Lines()
        .add("%sADD CONSTRAINT %s CHECK (%s IS NOT NULL) NOT VALID".formatted(alter, name, quoted))
        .add("%sVALIDATE CONSTRAINT %s".formatted(alter, name))
        .add("%sALTER COLUMN %s SET NOT NULL".formatted(alter, quoted))
        .add("%sDROP CONSTRAINT %s".formatted(alter, name));
  }

  private void identity(Lines lines) {
    if (Objects.equals(before.identity(), after.identity())) {
      return;
    }
    if (after.identity() == null) {
      if (after.defaultValue() != null && after.defaultValue().text().contains("nextval(")) {
        lines.add(position());
      }
    } else if (before.identity() == null) {
      lines.add(
          alter()
              + "ADD GENERATED "
              + after.identity().toUpperCase(Locale.ROOT)
              + " AS IDENTITY"
              + ObjectSql.identity(sequence));
      lines.add(position());
    } else {
      lines.add(alter() + "SET GENERATED " + after.identity().toUpperCase(Locale.ROOT));
    }
  }

  /// The sequence continues after the largest value of the column.
  private String position() {
    var column = Identifier.quoted(after.part());
    return "SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence(%s, %s), m.last)"
            .formatted(ObjectSql.literal(table().quoted()), ObjectSql.literal(after.part()))
        + " FROM (SELECT max(%s) AS last FROM %s) m WHERE m.last IS NOT NULL"
            .formatted(column, table().quoted());
  }

  private void settings(Lines lines) {
    var usual = usualStorage(StorageDefaults.of(after.type()), postgres);
    // A new type takes the storage and the compression away.
    var kept = changesType() ? before.copy().strategy(null).compression(null).column() : before;
    lines.addAll(settings(alter(only), kept.storage(), after.storage(), usual));
    var foreign =
        OptionSql.foreign(before.storage().foreignOptions(), after.storage().foreignOptions());
    if (!foreign.isEmpty()) {
      lines.add(
          "ALTER FOREIGN TABLE %s ALTER COLUMN %s %s"
              .formatted(table().quoted(), Identifier.quoted(after.part()), foreign));
    }
  }

  /// How the storage of a column is written on which none was set.
  ///
  /// @param ofType the storage of the column's type, null where the type is not known
  static @Nullable String usualStorage(@Nullable String ofType, int postgres) {
    return postgres >= DEFAULT_STORAGE ? "default" : ofType;
  }

  /// What columns of views and indexes have, too.
  ///
  /// @param usual what takes back a storage, null if nothing is known to
  static Lines settings(
      String alter, ColumnStorage before, ColumnStorage after, @Nullable String usual) {
    var lines = new Lines();
    var storage = after.storage() == null ? usual : after.storage();
    if (!Objects.equals(before.storage(), after.storage()) && storage != null) {
      lines.add(alter + "SET STORAGE " + upper(storage));
    }
    var compression = after.compression();
    if (!Objects.equals(before.compression(), compression)) {
      lines.add(alter + "SET COMPRESSION " + (compression == null ? "default" : compression));
    }
    if (!Objects.equals(before.statistics(), after.statistics())) {
      lines.add(
          alter + "SET STATISTICS " + (after.statistics() == null ? "-1" : after.statistics()));
    }
    return lines.addAll(OptionSql.changed(alter, before.options(), after.options()));
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }

  static ObjectName name(TableColumn column) {
    return column.name();
  }
}
