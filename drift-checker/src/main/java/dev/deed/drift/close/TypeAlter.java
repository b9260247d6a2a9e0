package dev.deed.drift.close;

import dev.deed.drift.Closing.Held;
import dev.deed.sql.Identifier;
import dev.deed.sql.schema.DataType.Attribute;
import dev.deed.sql.schema.DataType.CompositeType;
import dev.deed.sql.schema.DataType.DomainCheck;
import dev.deed.sql.schema.DataType.DomainType;
import dev.deed.sql.schema.DataType.EnumType;
import dev.deed.sql.schema.ObjectSql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The statements that change a type in its place, where PostgreSQL can do it.
final class TypeAlter {

  private TypeAlter() {}

  /// PostgreSQL adds labels, and neither removes nor moves any.
  static boolean isPossible(EnumType before, EnumType after) {
    var kept = after.labels().stream().filter(before.labels()::contains).toList();
    return kept.equals(before.labels());
  }

  static Lines of(EnumType before, EnumType after) {
    var lines = new Lines();
    var labels = after.labels();
    for (var i = 0; i < labels.size(); i++) {
      if (!before.labels().contains(labels.get(i))) {
        lines.alone(
            "ALTER TYPE %s ADD VALUE %s%s"
                .formatted(
                    after.qualifiedName().quoted(),
                    ObjectSql.literal(labels.get(i)),
                    place(before, labels, i)));
      }
    }
    return lines;
  }

  private static String place(EnumType before, List<String> labels, int at) {
    if (at > 0) {
      var isLast =
          before.labels().isEmpty() || before.labels().getLast().equals(labels.get(at - 1));
      return isLast ? "" : " AFTER " + ObjectSql.literal(labels.get(at - 1));
    }
    return before.labels().isEmpty()
        ? ""
        : " BEFORE " + ObjectSql.literal(before.labels().getFirst());
  }

  /// Attributes are added at the end, and dropped; another type is only possible where no column
  /// uses the type.
  ///
  /// @param used a column has the type
  static boolean isPossible(CompositeType before, CompositeType after, boolean used) {
    var old = fields(before);
    var now = fields(after);
    var kept = before.fields().stream().map(Attribute::name).filter(now::containsKey).toList();
    var order = after.fields().stream().map(Attribute::name).limit(kept.size()).toList();
    if (!kept.equals(order)) {
      return false;
    }
    return !used || kept.stream().allMatch(name -> text(old, name).equals(text(now, name)));
  }

  /// Whether values of the attributes that both have are converted as in an assignment.
  static boolean isAssigned(CompositeType before, CompositeType after) {
    var now = fields(after);
    return before.fields().stream()
        .filter(was -> now.get(was.name()) != null)
        .allMatch(was ->
            new TypeChange(was.type(), Objects.requireNonNull(now.get(was.name())).type())
                .isAssigned());
  }

  private static String text(Map<String, Attribute> fields, String name) {
    return ObjectSql.attribute(Objects.requireNonNull(fields.get(name)));
  }

  private static Map<String, Attribute> fields(CompositeType type) {
    var fields = new HashMap<String, Attribute>();
    type.fields().forEach(f -> fields.put(f.name(), f));
    return fields;
  }

  /// @param typed tables are made of the type: they get and lose its attributes
  static Lines of(CompositeType before, CompositeType after, boolean typed) {
    var lines = new Lines();
    var alter = "ALTER TYPE " + after.qualifiedName().quoted() + " ";
    var cascade = typed ? " CASCADE" : "";
    var old = fields(before);
    var now = fields(after);
    for (var field : before.fields()) {
      if (!now.containsKey(field.name())) {
        lines.held(
            alter + "DROP ATTRIBUTE " + Identifier.quoted(field.name()) + cascade,
            Held.LOSES_DATA,
            "the attribute's values are lost");
      }
    }
    for (var field : after.fields()) {
      var was = old.get(field.name());
      if (was == null) {
        lines.add(alter + "ADD ATTRIBUTE " + ObjectSql.attribute(field) + cascade);
      } else if (!ObjectSql.attribute(was).equals(ObjectSql.attribute(field))) {
        var collation = field.collation() == null ? "" : " COLLATE " + field.collation().quoted();
        lines.add(
            "%sALTER ATTRIBUTE %s TYPE %s%s%s"
                .formatted(
                    alter,
                    Identifier.quoted(field.name()),
                    field.type().text(),
                    collation,
                    cascade));
      }
    }
    return lines;
  }

  static Lines of(DomainType before, DomainType after) {
    var lines = new Lines();
    var alter = "ALTER DOMAIN " + after.qualifiedName().quoted() + " ";
    for (var check : before.checks()) {
      var now = named(after, check.name());
      if (now == null || !isSame(check, now) || (check.validated() && !now.validated())) {
        lines.add(alter + "DROP CONSTRAINT " + Identifier.quoted(check.name()));
      }
    }
    var value = after.defaultValue();
    if (value == null && before.defaultValue() != null) {
      lines.add(alter + "DROP DEFAULT");
    } else if (value != null
        && (before.defaultValue() == null || !value.text().equals(before.defaultValue().text()))) {
      lines.add(alter + "SET DEFAULT " + value.text());
    }
    if (before.notNull() != after.notNull()) {
      lines.add(alter + (after.notNull() ? "SET NOT NULL" : "DROP NOT NULL"));
    }
    for (var check : after.checks()) {
      var was = named(before, check.name());
      var isNew = was == null || !isSame(was, check) || (was.validated() && !check.validated());
      if (isNew) {
        lines.add(alter + "ADD " + ObjectSql.check(check) + " NOT VALID");
      }
      if (check.validated() && (isNew || was == null || !was.validated())) {
        lines.add(alter + "VALIDATE CONSTRAINT " + Identifier.quoted(check.name()));
      }
    }
    return lines;
  }

  private static boolean isSame(DomainCheck one, DomainCheck other) {
    return Objects.equals(one.condition().text(), other.condition().text());
  }

  private static @org.jspecify.annotations.Nullable DomainCheck named(
      DomainType domain, String name) {
    return domain.checks().stream().filter(c -> c.name().equals(name)).findFirst().orElse(null);
  }
}
