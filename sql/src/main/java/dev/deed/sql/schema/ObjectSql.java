package dev.deed.sql.schema;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.NotNull;
import dev.deed.sql.effect.Firing;
import dev.deed.sql.effect.ListSetting;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.PolicyCommand;
import dev.deed.sql.effect.RoutineEffect.Argument;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.schema.DataType.Attribute;
import dev.deed.sql.schema.DataType.CompositeType;
import dev.deed.sql.schema.DataType.DomainType;
import dev.deed.sql.schema.DataType.EnumType;
import dev.deed.sql.schema.DataType.OtherType;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.Sequence;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.Relation.View;
import dev.deed.sql.schema.RelationPart.Policy;
import dev.deed.sql.schema.RelationPart.Rule;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.RelationPart.Trigger;
import dev.deed.sql.schema.SchemaObject.Extension;
import dev.deed.sql.schema.SchemaObject.Other;
import dev.deed.sql.schema.SchemaObject.Publication;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The statements that create one object, without what `Attributes` has: owner, comment,
/// privileges. Without semicolons.
public final class ObjectSql {

  private static final String DEFAULT = "default ";
  private static final String TRUSTED = "trusted";

  private ObjectSql() {}

  /// The object as `COMMENT ON`, `ALTER` and `DROP` name it: `TABLE public.t`, `TRIGGER x ON
  /// public.t`.
  public static String reference(ObjectName name) {
    return words(name.kind()) + " " + called(name);
  }

  private static String words(ObjectKind kind) {
    return switch (kind) {
      case DOMAIN_CONSTRAINT -> "CONSTRAINT";
      default -> kind.words().toUpperCase(Locale.ROOT);
    };
  }

  /// The object's name without its kind.
  public static String called(ObjectName name) {
    return switch (name.kind()) {
      case CONSTRAINT, TRIGGER, RULE, POLICY ->
          Identifier.quoted(name.own()) + " ON " + name.name().quoted();
      case DOMAIN_CONSTRAINT ->
          Identifier.quoted(name.own()) + " ON DOMAIN " + name.name().quoted();
      case CAST -> "(" + type(name.name()) + " AS " + name.castTarget() + ")";
      case OPERATOR_CLASS, OPERATOR_FAMILY ->
          name.name().quoted() + " USING " + name.accessMethod();
      case TRANSFORM, USER_MAPPING -> name.text().replaceFirst("^for ", "FOR ");
      default -> name.text();
    };
  }

  /// A built-in type has no schema, and may have several words.
  private static String type(QualifiedName type) {
    return type.schema() == null ? type.name() : type.quoted();
  }

  /// A table with these columns and constraints, all of them in its own statement.
  ///
  /// @param identities the sequences of its identity columns
  public static String table(
      Table table,
      List<TableColumn> columns,
      List<TableConstraint> constraints,
      Map<ObjectName, Sequence> identities) {
    var elements = new ArrayList<String>();
    columns.forEach(c -> elements.add(column(c, table.ofType() != null, identities.get(c.name()))));
    constraints.forEach(
        c -> elements.add("CONSTRAINT " + Identifier.quoted(c.part()) + " " + c.definition()));
    var text = new StringBuilder("CREATE ");
    text.append(table.persistence() == Persistence.UNLOGGED ? "UNLOGGED " : "");
    text.append(table.server() == null ? "TABLE " : "FOREIGN TABLE ");
    text.append(table.qualifiedName().quoted());
    if (table.ofType() != null) {
      text.append(" OF ").append(table.ofType().quoted());
    }
    if (!elements.isEmpty()) {
      text.append(" (\n    ").append(String.join(",\n    ", elements)).append("\n)");
    } else if (table.ofType() == null) {
      text.append(" ()");
    }
    return text + TableSql.tail(table);
  }

  /// A column of `CREATE TABLE` or `ADD COLUMN`.
  ///
  /// @param ofType it is one of a typed table
  public static String column(TableColumn column, boolean ofType, @Nullable Sequence identity) {
    var text = new StringBuilder(Identifier.quoted(column.part()));
    text.append(ofType ? " WITH OPTIONS" : " " + column.type().text());
    var storage = column.storage();
    if (storage.compression() != null) {
      text.append(" COMPRESSION ").append(storage.compression());
    }
    text.append(TableSql.foreignOptions(storage.foreignOptions()));
    if (storage.collation() != null) {
      text.append(" COLLATE ").append(storage.collation().quoted());
    }
    if (column.defaultValue() != null) {
      text.append(" DEFAULT ").append(column.defaultValue().text());
    }
    var generated = column.generated();
    if (generated != null) {
      text.append(" GENERATED ALWAYS AS (").append(generated.expression().text()).append(") ");
      text.append(generated.stored() ? "STORED" : "VIRTUAL");
    }
    if (column.identity() != null) {
      text.append(" GENERATED ").append(column.identity().toUpperCase(Locale.ROOT));
      text.append(" AS IDENTITY").append(identity(identity));
    }
    return column.notNull() ? text + " NOT NULL" : text.toString();
  }

  /// ` (SEQUENCE NAME public.t_id_seq START WITH 5)`
  public static String identity(@Nullable Sequence sequence) {
    if (sequence == null) {
      return "";
    }
    var column = sequence.ownedBy();
    var usual = column == null ? "" : column.name().name() + "_" + column.own() + "_seq";
    var named =
        usual.equals(sequence.qualifiedName().name())
            ? ""
            : "SEQUENCE NAME " + sequence.qualifiedName().quoted();
    var settings = (named + SequenceSql.settings(sequence)).strip();
    return settings.isEmpty() ? "" : " (" + settings + ")";
  }

  /// The statements that create the object. Not for tables, columns and what comes with them.
  public static List<String> create(SchemaObject object) {
    return switch (object) {
      case View view -> List.of(view(view));
      case Sequence sequence -> List.of(SequenceSql.of(sequence));
      case Index index -> List.of(index.definition());
      case Trigger trigger -> trigger(trigger);
      case Rule rule -> rule(rule);
      case Policy policy -> List.of(policy(policy));
      case DataType type -> type(type);
      case Routine routine -> List.of(routine(routine, false));
      case Extension extension -> List.of(extension(extension));
      case Publication publication -> List.of(publication(publication));
      case Other other -> other(other);
      case Table _,
          TableColumn _,
          TableConstraint _,
          RelationPart.OutputColumn _,
          SchemaObject.DefaultPrivileges _,
          SchemaObject.External _ ->
          List.of();
    };
  }

  private static String view(View view) {
    var isMaterialized = view.name().kind() == ObjectKind.MATERIALIZED_VIEW;
    var storage = view.storage();
    var text = new StringBuilder(isMaterialized ? "CREATE MATERIALIZED VIEW " : "CREATE VIEW ");
    text.append(view.qualifiedName().quoted());
    if (storage.accessMethod() != null) {
      text.append(" USING ").append(Identifier.quoted(storage.accessMethod()));
    }
    if (!storage.options().isEmpty()) {
      text.append(" WITH (").append(TableSql.options(storage.options())).append(')');
    }
    if (storage.tablespace() != null) {
      text.append(" TABLESPACE ").append(Identifier.quoted(storage.tablespace()));
    }
    return text + " AS\n    " + view.definition();
  }

  private static List<String> trigger(Trigger trigger) {
    var statements = new ArrayList<String>();
    var kind = trigger.fires().constraint() ? "CONSTRAINT TRIGGER " : "TRIGGER ";
    statements.add(
        "CREATE " + kind + Identifier.quoted(trigger.part()) + " " + trigger.definition());
    if (trigger.enabled() != Firing.ORIGIN) {
      statements.add(firing(trigger.relation(), "TRIGGER", trigger.part(), trigger.enabled()));
    }
    return statements;
  }

  private static List<String> rule(Rule rule) {
    var statements = new ArrayList<String>();
    statements.add(
        "CREATE RULE %s AS %s".formatted(Identifier.quoted(rule.part()), rule.definition()));
    if (rule.enabled() != Firing.ORIGIN) {
      statements.add(firing(rule.relation(), "RULE", rule.part(), rule.enabled()));
    }
    return statements;
  }

  /// @param kind `TRIGGER` or `RULE`
  public static String firing(QualifiedName table, String kind, String part, Firing firing) {
    var change =
        switch (firing) {
          case ORIGIN -> "ENABLE ";
          case DISABLED -> "DISABLE ";
          case REPLICA, ALWAYS -> "ENABLE " + firing.name() + " ";
        };
    return "ALTER TABLE " + table.quoted() + " " + change + kind + " " + Identifier.quoted(part);
  }

  private static String policy(Policy policy) {
    var text = new StringBuilder("CREATE POLICY ").append(called(policy.name()));
    text.append(policy.permissive() ? "" : " AS RESTRICTIVE");
    if (policy.command() != PolicyCommand.ALL) {
      text.append(" FOR ").append(policy.command().name());
    }
    if (!policy.roles().isEmpty()) {
      text.append(" TO ").append(roles(policy.roles()));
    }
    if (policy.using() != null) {
      text.append(" USING (").append(policy.using().text()).append(')');
    }
    if (policy.check() != null) {
      text.append(" WITH CHECK (").append(policy.check().text()).append(')');
    }
    return text.toString();
  }

  /// As after `TO` of a policy or of `GRANT`.
  public static String roles(List<String> roles) {
    return roles.isEmpty()
        ? "PUBLIC"
        : roles.stream().map(ObjectSql::role).collect(Collectors.joining(", "));
  }

  /// A word for the role that runs a statement is a name only in quotes.
  static String role(String role) {
    return switch (role) {
      case "public" -> "PUBLIC";
      case "current_user", "session_user", "current_role" -> role.toUpperCase(Locale.ROOT);
      default -> Identifier.quoted(role);
    };
  }

  private static List<String> type(DataType type) {
    var name = type.qualifiedName().quoted();
    return switch (type) {
      case EnumType labels ->
          List.of(
              "CREATE TYPE %s AS ENUM (%s)"
                  .formatted(
                      name,
                      labels.labels().stream()
                          .map(RelationSql::literal)
                          .collect(Collectors.joining(", "))));
      case CompositeType composite ->
          List.of(
              "CREATE TYPE %s AS (%s)"
                  .formatted(
                      name,
                      composite.fields().stream()
                          .map(ObjectSql::attribute)
                          .collect(Collectors.joining(", "))));
      case DomainType domain -> domain(domain);
      case OtherType other when other.options().isEmpty() -> List.of("CREATE TYPE " + name);
      case OtherType other ->
          List.of(
              "CREATE TYPE %s %s(%s)"
                  .formatted(name, other.range() ? "AS RANGE " : "", typeOptions(other)));
    };
  }

  private static String typeOptions(OtherType type) {
    return type.options().entrySet().stream()
        .map(o -> o.getKey() + " = " + typeOption(o.getKey(), o.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String typeOption(String name, String value) {
    return switch (name) {
      case "default", "delimiter", "category" -> RelationSql.literal(value);
      default -> value;
    };
  }

  /// `street text COLLATE "C"`
  public static String attribute(Attribute field) {
    return Identifier.quoted(field.name()) + " " + field.text();
  }

  private static List<String> domain(DomainType domain) {
    var statements = new ArrayList<String>();
    var name = domain.qualifiedName().quoted();
    var text = new StringBuilder("CREATE DOMAIN " + name + " AS " + domain.base().text());
    if (domain.collation() != null) {
      text.append(" COLLATE ").append(domain.collation().quoted());
    }
    if (domain.defaultValue() != null) {
      text.append(" DEFAULT ").append(domain.defaultValue().text());
    }
    text.append(domain.notNull() ? " NOT NULL" : "");
    for (var check : domain.checks()) {
      if (check.validated()) {
        text.append("\n    ").append(check(check));
      }
    }
    statements.add(text.toString());
    for (var check : domain.checks()) {
      if (!check.validated()) {
        statements.add("ALTER DOMAIN " + name + " ADD " + check(check) + " NOT VALID");
      }
    }
    return statements;
  }

  /// `CONSTRAINT positive CHECK (VALUE > 0)`
  public static String check(DataType.DomainCheck check) {
    return "CONSTRAINT %s CHECK (%s)"
        .formatted(Identifier.quoted(check.name()), check.condition().text());
  }

  /// @param replace `CREATE OR REPLACE`
  public static String routine(Routine routine, boolean replace) {
    var kind = routine.name().kind() == ObjectKind.PROCEDURE ? "PROCEDURE " : "FUNCTION ";
    var text = new StringBuilder(replace ? "CREATE OR REPLACE " : "CREATE ").append(kind);
    text.append(routine.qualifiedName().quoted());
    text.append(
        routine.arguments().stream()
            .map(ObjectSql::argument)
            .collect(Collectors.joining(", ", "(", ")")));
    if (!routine.returnsTable().isEmpty()) {
      text.append(
          routine.returnsTable().stream()
              .map(ObjectSql::argument)
              .collect(Collectors.joining(", ", " RETURNS TABLE(", ")")));
    } else if (routine.returns() != null) {
      text.append(" RETURNS ").append(routine.returns().text());
    }
    text.append("\n    LANGUAGE ").append(Identifier.quoted(routine.language()));
    routine.options().forEach((option, value) -> text.append(' ').append(option(option, value)));
    routine
        .configuration()
        .forEach((name, value) ->
            text.append("\n    SET ").append(name).append(" TO ").append(setting(name, value)));
    return text.append("\n    ").append(body(routine)).toString();
  }

  private static String argument(Argument argument) {
    var text = new StringBuilder();
    switch (argument.mode()) {
      case "out", "inout", "variadic" ->
          text.append(argument.mode().toUpperCase(Locale.ROOT)).append(' ');
      default -> {}
    }
    if (argument.name() != null) {
      text.append(Identifier.quoted(argument.name())).append(' ');
    }
    text.append(argument.type().text());
    var value = argument.defaultValue();
    return value == null ? text.toString() : text + " DEFAULT " + value.text();
  }

  private static String option(dev.deed.sql.effect.RoutineOption option, String value) {
    return switch (option) {
      case VOLATILITY -> value.toUpperCase(Locale.ROOT);
      case STRICT -> "STRICT";
      case SECURITY_DEFINER -> "SECURITY DEFINER";
      case LEAKPROOF -> "LEAKPROOF";
      case PARALLEL -> "PARALLEL " + value.toUpperCase(Locale.ROOT);
      case COST -> "COST " + value;
      case ROWS -> "ROWS " + value;
      case SUPPORT -> "SUPPORT " + value;
      case WINDOW -> "WINDOW";
      case TRANSFORM ->
          value.startsWith("for") || value.startsWith("transform")
              ? value.startsWith("transform") ? value : "TRANSFORM " + value
              : "TRANSFORM FOR TYPE " + value;
    };
  }

  /// The names of a list were quoted where needed when they were read; others are one value.
  private static String setting(String name, String value) {
    if (ListSetting.has(name)) {
      return value.isEmpty() ? "''" : value;
    }
    return RelationSql.literal(value);
  }

  private static String body(Routine routine) {
    var text = routine.body().text();
    if (routine.body().atomic()) {
      return text;
    }
    if (routine.language().equals("c")) {
      // The file, and what the function is called there.
      var at = text.lastIndexOf(", ");
      return at < 0
          ? "AS " + literal(text)
          : "AS " + literal(text.substring(0, at)) + ", " + literal(text.substring(at + 2));
    }
    return "AS " + dollars(text);
  }

  private static String dollars(String text) {
    if (!isPrinted(text)) {
      return escaped(text);
    }
    var tag = "$$";
    for (var i = 0; text.contains(tag) || (text + "$").contains(tag + "$"); i++) {
      tag = "$body" + (i == 0 ? "" : i) + "$";
    }
    return text.endsWith("$") ? literal(text) : tag + text + tag;
  }

  private static String extension(Extension extension) {
    var schema =
        extension.schema() == null ? "" : " WITH SCHEMA " + Identifier.quoted(extension.schema());
    var version =
        extension.version() == null ? "" : " VERSION " + RelationSql.literal(extension.version());
    return "CREATE EXTENSION "
        + Identifier.quoted(extension.name().name().name())
        + schema
        + version;
  }

  private static String publication(Publication publication) {
    var text = new StringBuilder("CREATE PUBLICATION ").append(called(publication.name()));
    var what = new ArrayList<String>();
    publication
        .tables()
        .forEach((table, how) ->
            what.add(
                (what.isEmpty() ? "TABLE ONLY " : "ONLY ") + (table.quoted() + " " + how).strip()));
    publication.schemas().forEach(s -> what.add("TABLES IN SCHEMA " + Identifier.quoted(s)));
    if (publication.allTables()) {
      text.append(" FOR ALL TABLES");
    } else if (!what.isEmpty()) {
      text.append(" FOR ").append(String.join(", ", what));
    }
    var options = publicationOptions(publication.options());
    return options.isEmpty() ? text.toString() : text + " WITH (" + options + ")";
  }

  /// `publish = 'insert, delete'`
  public static String publicationOptions(Map<String, String> options) {
    return new TreeMap<>(options)
        .entrySet().stream()
            .map(o -> o.getKey() + " = " + RelationSql.literal(o.getValue()))
            .collect(Collectors.joining(", "));
  }

  private static List<String> other(Other other) {
    var statements = new ArrayList<String>();
    var name = other.name();
    var call = name.kind() == ObjectKind.OPERATOR ? operator(name) : called(name);
    var created =
        switch (name.kind()) {
          // The access method is a part of a class's definition.
          case OPERATOR_CLASS -> name.name().quoted();
          default -> call;
        };
    if (name.kind() == ObjectKind.CONVERSION && other.definition().startsWith(DEFAULT)) {
      return List.of(
          "CREATE DEFAULT CONVERSION "
              + call
              + " "
              + other.definition().substring(DEFAULT.length()));
    }
    statements.add(
        name.kind() == ObjectKind.LANGUAGE
            ? language(created, other.definition())
            : ("CREATE " + words(name.kind()) + " " + created + " " + other.definition()).strip());
    for (var change : other.changes()) {
      statements.add("ALTER " + reference(name) + " " + change);
    }
    return statements;
  }

  /// `trusted` comes before the name.
  private static String language(String name, String definition) {
    var isTrusted = definition.startsWith(TRUSTED);
    var handlers = isTrusted ? definition.substring(TRUSTED.length()) : definition;
    return ("CREATE " + (isTrusted ? "TRUSTED " : "") + "LANGUAGE " + name + " " + handlers.strip())
        .strip();
  }

  private static String operator(ObjectName name) {
    var schema = name.name().schema();
    return (schema == null ? "" : Identifier.quoted(schema) + ".") + name.name().name();
  }

  /// Whether the constraint is no more than that a column is `NOT NULL`.
  static boolean isNotNull(TableConstraint constraint) {
    return constraint.rule() instanceof NotNull;
  }

  /// As a string constant, with escapes for characters that are not printed.
  public static String literal(String text) {
    return isPrinted(text) ? RelationSql.literal(text) : escaped(text);
  }

  private static boolean isPrinted(String text) {
    return text.codePoints().allMatch(ObjectSql::isPrinted);
  }

  private static boolean isPrinted(int c) {
    return c == '\n' || c == '\t' || !(Character.isISOControl(c) || isFormat(c));
  }

  private static boolean isFormat(int c) {
    var type = Character.getType(c);
    return type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.PRIVATE_USE
        || type == Character.SURROGATE
        || type == Character.UNASSIGNED;
  }

  private static String escaped(String text) {
    var literal = new StringBuilder("E'");
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '\'' -> literal.append("''");
            case '\\' -> literal.append("\\\\");
            case '\r' -> literal.append("\\r");
            default -> {
              if (isPrinted(c)) {
                literal.appendCodePoint(c);
              } else {
                literal.append("\\U%08X".formatted(c));
              }
            }
          }
        });
    return literal.append('\'').toString();
  }

  /// `fillfactor=70, toast.autovacuum_enabled=false`
  public static String options(Map<String, String> options) {
    return TableSql.options(options);
  }

  /// ` INCREMENT BY 5 START WITH 100`
  public static String settings(Sequence sequence) {
    return SequenceSql.settings(sequence);
  }
}
