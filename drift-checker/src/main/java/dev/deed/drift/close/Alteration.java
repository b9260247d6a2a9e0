package dev.deed.drift.close;

import dev.deed.drift.Difference.FacetChange;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.schema.DataType.CompositeType;
import dev.deed.sql.schema.DataType.DomainType;
import dev.deed.sql.schema.DataType.EnumType;
import dev.deed.sql.schema.DataType.OtherType;
import dev.deed.sql.schema.Facet;
import dev.deed.sql.schema.ObjectSql;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.Sequence;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.Relation.View;
import dev.deed.sql.schema.RelationPart.OutputColumn;
import dev.deed.sql.schema.RelationPart.Policy;
import dev.deed.sql.schema.RelationPart.Rule;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.RelationPart.Trigger;
import dev.deed.sql.schema.Routine;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.schema.SchemaObject.DefaultPrivileges;
import dev.deed.sql.schema.SchemaObject.Extension;
import dev.deed.sql.schema.SchemaObject.External;
import dev.deed.sql.schema.SchemaObject.Other;
import dev.deed.sql.schema.SchemaObject.Publication;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// A change of an object that both sides have: whether PostgreSQL can make it in place, and how.
///
/// @param postgres the major version of the server
/// @param used whether a column has the type, for a type
record Alteration(
    SchemaObject before, SchemaObject after, Set<Facet> facets, int postgres, boolean used) {

  private static final int ACCESS_METHOD = 15;
  private static final int EXPRESSION = 17;

  private static final Set<Facet> OF_INDEX =
      EnumSet.of(
          Facet.TABLE,
          Facet.UNIQUE,
          Facet.METHOD,
          Facet.KEYS,
          Facet.INCLUDE,
          Facet.NULLS_NOT_DISTINCT,
          Facet.WHERE,
          Facet.CONSTRAINT);

  static Set<Facet> facets(List<FacetChange> changes) {
    var facets = EnumSet.noneOf(Facet.class);
    changes.forEach(c -> facets.add(c.facet().facet()));
    return facets;
  }

  private boolean has(Facet facet) {
    return facets.contains(facet);
  }

  /// Whether the object must be dropped and created again.
  boolean needsNewObject() {
    return switch (after) {
      case Table table ->
          has(Facet.PARTITION_BY)
              || has(Facet.SERVER)
              || (has(Facet.ACCESS_METHOD) && postgres < ACCESS_METHOD && table.server() == null);
      case View _ ->
          has(Facet.DEFINITION)
              || has(Facet.COLUMNS)
              || (has(Facet.ACCESS_METHOD) && postgres < ACCESS_METHOD);
      case Sequence _ -> has(Facet.IDENTITY);
      case Index now ->
          facets.stream().anyMatch(OF_INDEX::contains)
              || (has(Facet.ATTACHED_TO)
                  && before instanceof Index was
                  && (was.parent() != null || now.parent() == null));
      case TableColumn now ->
          (has(Facet.GENERATED) && !changesExpression(now)) || isNotConvertible(now);
      case TableConstraint now ->
          has(Facet.DEFINITION) || (has(Facet.NOT_VALID) && !now.validated());
      case Trigger now ->
          has(Facet.DEFINITION)
              || has(Facet.CONSTRAINT_TRIGGER)
              || (has(Facet.INHERITED) && now.inherited());
      case Rule _ -> has(Facet.DEFINITION);
      case Policy now ->
          has(Facet.RESTRICTIVE)
              || has(Facet.COMMAND)
              || (before instanceof Policy was
                  && ((was.using() != null && now.using() == null)
                      || (was.check() != null && now.check() == null)));
      case EnumType now -> before instanceof EnumType was && !TypeAlter.isPossible(was, now);
      case CompositeType now ->
          before instanceof CompositeType was && !TypeAlter.isPossible(was, now, used);
      case DomainType _ -> has(Facet.TYPE) || has(Facet.COLLATION);
      case OtherType _ -> has(Facet.RANGE) || has(Facet.OPTION);
      case Routine now -> before instanceof Routine was && !isReplaceable(was, now);
      case Publication now ->
          before instanceof Publication was && was.allTables() != now.allTables();
      case Other now ->
          (has(Facet.DEFINITION) || has(Facet.MAPPING) || has(Facet.CHANGE))
              && before instanceof Other was
              && !OtherAlter.isPossible(was, now);
      case OutputColumn _, Extension _, DefaultPrivileges _, External _ -> false;
    };
  }

  /// A generated column can become an ordinary one, and from 17 on get another expression.
  private boolean changesExpression(TableColumn now) {
    if (!(before instanceof TableColumn was) || was.generated() == null) {
      return false;
    }
    if (now.generated() == null) {
      return was.generated().stored();
    }
    return postgres >= EXPRESSION && was.generated().stored() == now.generated().stored();
  }

  /// A generated column cannot have a `USING`.
  private boolean isNotConvertible(TableColumn now) {
    return has(Facet.TYPE)
        && now.generated() != null
        && before instanceof TableColumn was
        && was.generated() != null
        && !new TypeChange(was.type(), now.type()).isAssigned();
  }

  /// `CREATE OR REPLACE` keeps the names of arguments, and what is returned.
  private static boolean isReplaceable(Routine was, Routine now) {
    if (was.arguments().size() != now.arguments().size()
        || !Objects.equals(text(was.returns()), text(now.returns()))
        || !was.returnsTable().equals(now.returnsTable())) {
      return false;
    }
    for (var i = 0; i < was.arguments().size(); i++) {
      var old = was.arguments().get(i);
      var argument = now.arguments().get(i);
      if (!old.mode().equals(argument.mode())
          || !old.type().text().equals(argument.type().text())
          || !(old.name() == null || old.name().equals(argument.name()))
          || (old.defaultValue() != null && argument.defaultValue() == null)) {
        return false;
      }
    }
    return true;
  }

  private static String text(@org.jspecify.annotations.Nullable Object type) {
    return type == null ? "" : type.toString();
  }

  /// The statements that change it in its place, apart from its attributes, and for tables and
  /// columns, which have more to consider.
  Lines lines() {
    var lines = new Lines();
    if (!before.getClass().equals(after.getClass())) {
      return lines;
    }
    switch (after) {
      case View now -> view(lines, (View) before, now);
      case Sequence now -> lines.addAll(new SequenceAlter((Sequence) before, now).lines());
      case Index now -> index(lines, (Index) before, now);
      case OutputColumn now -> output(lines, (OutputColumn) before, now);
      case TableConstraint now -> {
        if (has(Facet.NOT_VALID) && now.validated()) {
          lines.add(ConstraintSql.validate(now));
        }
      }
      case Trigger now -> {
        if (has(Facet.ENABLED)) {
          lines.add(ObjectSql.firing(now.relation(), "TRIGGER", now.part(), now.enabled()));
        }
      }
      case Rule now -> {
        if (has(Facet.ENABLED)) {
          lines.add(ObjectSql.firing(now.relation(), "RULE", now.part(), now.enabled()));
        }
      }
      case Policy now -> policy(lines, now);
      case EnumType now -> lines.addAll(TypeAlter.of((EnumType) before, now));
      case CompositeType now -> lines.addAll(TypeAlter.of((CompositeType) before, now, false));
      case DomainType now -> lines.addAll(TypeAlter.of((DomainType) before, now));
      case Routine now -> {
        if (facets.stream().anyMatch(f -> !isAttribute(f))) {
          lines.add(ObjectSql.routine(now, true));
        }
      }
      case Extension now -> extension(lines, now);
      case Publication now -> lines.addAll(OtherAlter.of((Publication) before, now));
      case Other now -> {
        if (has(Facet.DEFINITION) || has(Facet.MAPPING) || has(Facet.CHANGE)) {
          lines.addAll(OtherAlter.of((Other) before, now));
        }
      }
      case External now -> lines.addAll(ExternalSql.changed((External) before, now));
      case Table _, TableColumn _, OtherType _, DefaultPrivileges _ -> {}
    }
    return lines;
  }

  static boolean isAttribute(Facet facet) {
    return switch (facet) {
      case OWNER, COMMENT, PRIVILEGES, SECURITY_LABEL, DEPENDS_ON_EXTENSION -> true;
      default -> false;
    };
  }

  private static void view(Lines lines, View was, View now) {
    var kind = now.name().kind() == ObjectKind.MATERIALIZED_VIEW ? "MATERIALIZED VIEW " : "VIEW ";
    var alter = "ALTER " + kind + now.qualifiedName().quoted() + " ";
    lines.addAll(TableAlter.storage(alter, was.storage(), now.storage()));
  }

  private void index(Lines lines, Index was, Index now) {
    var alter = "ALTER INDEX " + now.qualifiedName().quoted() + " ";
    lines.addAll(TableAlter.storage(alter, was.storage(), now.storage()));
  }

  static String attach(Index index) {
    return "ALTER INDEX %s ATTACH PARTITION %s"
        .formatted(Objects.requireNonNull(index.parent()).quoted(), index.qualifiedName().quoted());
  }

  /// An index has columns by their numbers.
  private static boolean isNumber(String column) {
    return column.chars().allMatch(Character::isDigit);
  }

  private void output(Lines lines, OutputColumn was, OutputColumn now) {
    var output = "ALTER TABLE %s ALTER COLUMN ".formatted(now.relation().quoted());
    var alter = output + Identifier.quoted(now.part()) + " ";
    if (isNumber(now.part())) {
      alter = output.replace("ALTER TABLE", "ALTER INDEX") + now.part() + " ";
    }
    if (has(Facet.DEFAULT)) {
      lines.add(
          alter
              + (now.defaultValue() == null
                  ? "DROP DEFAULT"
                  : "SET DEFAULT " + now.defaultValue().text()));
    }
    var usual = ColumnAlter.usualStorage(null, postgres);
    lines.addAll(ColumnAlter.settings(alter, was.storage(), now.storage(), usual));
  }

  private void policy(Lines lines, Policy now) {
    var text = new StringBuilder();
    if (has(Facet.ROLES)) {
      text.append(" TO ").append(ObjectSql.roles(now.roles()));
    }
    if (has(Facet.USING) && now.using() != null) {
      text.append(" USING (").append(now.using().text()).append(')');
    }
    if (has(Facet.CHECK) && now.check() != null) {
      text.append(" WITH CHECK (").append(now.check().text()).append(')');
    }
    if (!text.isEmpty()) {
      lines.add("ALTER " + ObjectSql.reference(now.name()) + text);
    }
  }

  private void extension(Lines lines, Extension now) {
    var alter = "ALTER EXTENSION " + Identifier.quoted(now.name().name().name()) + " ";
    if (has(Facet.SCHEMA) && now.schema() != null) {
      lines.add(alter + "SET SCHEMA " + Identifier.quoted(now.schema()));
    }
    if (has(Facet.VERSION) && now.version() != null) {
      lines.add(alter + "UPDATE TO " + ObjectSql.literal(now.version()));
    }
  }
}
