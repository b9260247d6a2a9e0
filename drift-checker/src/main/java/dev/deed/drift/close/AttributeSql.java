package dev.deed.drift.close;

import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Attributes;
import dev.deed.sql.schema.DataType.CompositeType;
import dev.deed.sql.schema.DataType.DomainType;
import dev.deed.sql.schema.ObjectSql;
import dev.deed.sql.schema.Privileges;
import dev.deed.sql.schema.Relation.Sequence;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.schema.SchemaObject.DefaultPrivileges;
import dev.deed.sql.schema.SchemaObject.Extension;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Owners, comments, privileges, security labels and dependencies on extensions.
///
/// @param owners whether owners are known on both sides
/// @param privileges likewise
record AttributeSql(boolean owners, boolean privileges) {

  private static final Set<ObjectKind> WITHOUT_OWNER =
      Set.of(
          ObjectKind.COLUMN,
          ObjectKind.CONSTRAINT,
          ObjectKind.TRIGGER,
          ObjectKind.RULE,
          ObjectKind.POLICY,
          ObjectKind.INDEX,
          ObjectKind.CAST,
          ObjectKind.TRANSFORM,
          ObjectKind.USER_MAPPING,
          ObjectKind.ACCESS_METHOD,
          ObjectKind.TEXT_SEARCH_PARSER,
          ObjectKind.TEXT_SEARCH_TEMPLATE,
          ObjectKind.EXTENSION);

  /// @param before null if the object was only just created
  /// @param others grantees that default privileges may have given something on a new object
  Lines changed(@Nullable SchemaObject before, SchemaObject after, Set<String> others) {
    var lines = new Lines();
    var name = after.name();
    var old = before == null ? Attributes.NONE : before.attributes();
    var now = after.attributes();
    var reference = ObjectSql.reference(name);
    if (after instanceof DefaultPrivileges defaults) {
      lines.addAll(PrivilegeSql.of(defaults, old.privileges(), now.privileges()));
      return lines;
    }
    owner(lines, old, now, after, before == null);
    // A new extension brings a comment.
    var brings = before == null && after instanceof Extension;
    if (!Objects.equals(old.comment(), now.comment()) && !brings) {
      lines.add(comment(reference, now.comment()));
    }
    parts(lines, before, after);
    labels(lines, reference, old, now);
    for (var extension : now.extensions()) {
      if (!old.extensions().contains(extension)) {
        lines.add("ALTER " + reference + " DEPENDS ON EXTENSION " + Identifier.quoted(extension));
      }
    }
    for (var extension : old.extensions()) {
      if (!now.extensions().contains(extension)) {
        lines.add(
            "ALTER " + reference + " NO DEPENDS ON EXTENSION " + Identifier.quoted(extension));
      }
    }
    if (privileges) {
      var held =
          new PrivilegeSql(name, now.owner())
              .changed(old.privileges(), now.privileges(), new TreeSet<>(others));
      lines.addAll(held);
    }
    return lines;
  }

  private void owner(
      Lines lines, Attributes old, Attributes now, SchemaObject after, boolean created) {
    var owner = now.owner();
    if (!owners || owner == null || WITHOUT_OWNER.contains(after.name().kind())) {
      return;
    }
    // It follows its table, which has the same owner.
    var follows = after instanceof Sequence sequence && sequence.ownedBy() != null && !created;
    var identity = after instanceof Sequence sequence && sequence.identity();
    if (!owner.equals(old.owner()) && !follows && !identity) {
      lines.add(
          "ALTER " + ObjectSql.reference(after.name()) + " OWNER TO " + Identifier.quoted(owner));
    }
  }

  static String comment(String reference, @Nullable String comment) {
    return "COMMENT ON %s IS %s"
        .formatted(reference, comment == null ? "NULL" : ObjectSql.literal(comment));
  }

  private static void labels(Lines lines, String reference, Attributes old, Attributes now) {
    var providers = new TreeSet<>(old.labels().keySet());
    providers.addAll(now.labels().keySet());
    for (var provider : providers) {
      var label = now.labels().get(provider);
      if (!Objects.equals(old.labels().get(provider), label)) {
        lines.add(
            "SECURITY LABEL FOR %s ON %s IS %s"
                .formatted(
                    Identifier.quoted(provider),
                    reference,
                    label == null ? "NULL" : ObjectSql.literal(label)));
      }
    }
  }

  /// Comments on a type's attributes and on a domain's constraints are facts of the type.
  private static void parts(Lines lines, @Nullable SchemaObject before, SchemaObject after) {
    if (after instanceof CompositeType now) {
      for (var field : now.fields()) {
        var old =
            before instanceof CompositeType was
                ? was.fields().stream()
                    .filter(f -> f.name().equals(field.name()))
                    .map(f -> f.comment())
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null)
                : null;
        if (!Objects.equals(old, field.comment())) {
          var column = ObjectName.column(now.qualifiedName(), field.name());
          lines.add(comment(ObjectSql.reference(column), field.comment()));
        }
      }
    }
    if (after instanceof DomainType now) {
      for (var check : now.checks()) {
        var old = before instanceof DomainType was ? commentOf(was, check.name()) : null;
        if (!Objects.equals(old, check.comment())) {
          var constraint = ObjectName.domainConstraint(now.qualifiedName(), check.name());
          lines.add(comment(ObjectSql.reference(constraint), check.comment()));
        }
      }
    }
  }

  private static @Nullable String commentOf(DomainType domain, String check) {
    return domain.checks().stream()
        .filter(c -> c.name().equals(check))
        .map(c -> c.comment())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /// Whether nothing but these is said of the object.
  static boolean isPlain(Attributes attributes) {
    return attributes.comment() == null
        && attributes.privileges().equals(Privileges.DEFAULT)
        && attributes.labels().isEmpty()
        && attributes.extensions().isEmpty();
  }

  static List<String> none() {
    return List.of();
  }
}
