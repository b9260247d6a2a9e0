package dev.deed.sql.effect;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import org.jspecify.annotations.Nullable;

/// The identity of an object: its kind, its name, and, if these are not enough, one detail. Each
/// kind has its factory, and a reader for its detail.
public final class ObjectName implements Comparable<ObjectName> {

  private static final int SPREAD = 0x9E3779B1;

  private final ObjectKind kind;
  private final QualifiedName name;
  private final String detail;

  /// Kept, for each name is looked up in many maps.
  private final int hash;

  private ObjectName(ObjectKind kind, QualifiedName name, String detail) {
    this.kind = kind;
    this.name = name;
    this.detail = detail;
    // Spreads names with consecutive numbers: `t_12` with `c_3` must not collide with `t_11` with
    // `c_34`.
    this.hash = (name.hashCode() * SPREAD + detail.hashCode()) * SPREAD + kind.ordinal();
  }

  // Objects with a unique name

  public static ObjectName of(ObjectKind kind, QualifiedName name) {
    return new ObjectName(kind, name, "");
  }

  public static ObjectName of(ObjectKind kind, String name) {
    return of(kind, QualifiedName.of(name));
  }

  public static ObjectName table(QualifiedName name) {
    return of(ObjectKind.TABLE, name);
  }

  // Objects that are named together with another one

  /// @param relation a composite type's for one of its attributes
  public static ObjectName column(QualifiedName relation, String column) {
    return new ObjectName(ObjectKind.COLUMN, relation, column);
  }

  public static ObjectName constraint(QualifiedName table, String constraint) {
    return new ObjectName(ObjectKind.CONSTRAINT, table, constraint);
  }

  public static ObjectName domainConstraint(QualifiedName domain, String constraint) {
    return new ObjectName(ObjectKind.DOMAIN_CONSTRAINT, domain, constraint);
  }

  /// @param kind one that `ObjectKind.isPartOfRelation`
  /// @param own the part's own name
  public static ObjectName part(ObjectKind kind, QualifiedName relation, String own) {
    return new ObjectName(require(kind, kind.isPartOfRelation()), relation, own);
  }

  // Objects whose name alone is not unique

  /// @param arguments their types, `(integer, text)`; `""` where the text gives none
  public static ObjectName routine(ObjectKind kind, QualifiedName name, String arguments) {
    return new ObjectName(require(kind, kind.isRoutine()), name, arguments);
  }

  /// @param operands their types, `(integer, text)`; `""` where the text gives none
  public static ObjectName operator(QualifiedName name, String operands) {
    return new ObjectName(ObjectKind.OPERATOR, name, operands);
  }

  /// @param kind `OPERATOR_CLASS` or `OPERATOR_FAMILY`
  public static ObjectName operators(ObjectKind kind, QualifiedName name, String accessMethod) {
    return new ObjectName(require(kind, isOperators(kind)), name, accessMethod);
  }

  public static ObjectName cast(QualifiedName source, String target) {
    return new ObjectName(ObjectKind.CAST, source, target);
  }

  public static ObjectName transform(QualifiedName type, String language) {
    return new ObjectName(ObjectKind.TRANSFORM, type, language);
  }

  public static ObjectName userMapping(QualifiedName server, String role) {
    return new ObjectName(ObjectKind.USER_MAPPING, server, role);
  }

  /// @param schema null where they are for all schemas
  /// @param on the kind of object that they are for
  public static ObjectName defaultPrivileges(String role, @Nullable String schema, ObjectKind on) {
    return new ObjectName(
        ObjectKind.DEFAULT_PRIVILEGES, QualifiedName.of(schema, role), on.words());
  }

  private static ObjectKind require(ObjectKind kind, boolean fits) {
    if (!fits) {
      throw new IllegalArgumentException(kind + " is not named like this");
    }
    return kind;
  }

  private static boolean isOperators(ObjectKind kind) {
    return kind == ObjectKind.OPERATOR_CLASS || kind == ObjectKind.OPERATOR_FAMILY;
  }

  // What it consists of

  public ObjectKind kind() {
    return kind;
  }

  /// The object's name; for a part of a relation (column, constraint, trigger, rule, policy) the
  /// relation's name; for a domain constraint the domain's; for a cast or transform the source
  /// type's; for a user mapping the server's.
  public QualifiedName name() {
    return name;
  }

  /// The own name of a column, constraint, trigger, rule or policy, without that of its relation or
  /// domain.
  public String own() {
    return detail(kind.isPartOfRelation() || kind == ObjectKind.DOMAIN_CONSTRAINT);
  }

  /// What `RENAME TO` changes: a part's own name, else the object's name without its schema.
  public String simpleName() {
    return kind.isPartOfRelation() || kind == ObjectKind.DOMAIN_CONSTRAINT ? detail : name.name();
  }

  /// The types of a routine's arguments or an operator's operands, `(integer, text)`; `""` where
  /// the text gives none.
  public String arguments() {
    return detail(kind.isRoutine() || kind == ObjectKind.OPERATOR);
  }

  /// The types of all arguments, as `GRANT ON FUNCTION` writes them for an aggregate: `(*)` is
  /// `()`, and what comes after `ORDER BY` comes after a comma. One `VARIADIC "any"` stands for
  /// both.
  public String plainArguments() {
    var arguments = arguments();
    if (arguments.equals("(*)")) {
      return "()";
    }
    return arguments
        .replace("VARIADIC ", "")
        .replace("\"any\" ORDER BY \"any\")", "\"any\")")
        .replace("(ORDER BY ", "(")
        .replace(" ORDER BY ", ", ");
  }

  /// That of an operator class or family.
  public String accessMethod() {
    return detail(isOperators(kind));
  }

  /// What a cast makes of its source type.
  public String castTarget() {
    return detail(kind == ObjectKind.CAST);
  }

  /// The role that a user mapping is for; `public` for every role.
  public String role() {
    return detail(kind == ObjectKind.USER_MAPPING);
  }

  private String detail(boolean has) {
    require(kind, has);
    return detail;
  }

  public ObjectName named(QualifiedName newName) {
    return new ObjectName(kind, newName, detail);
  }

  public ObjectName as(ObjectKind newKind) {
    return new ObjectName(newKind, name, detail);
  }

  /// The same kind of part of the same relation, under another name.
  public ObjectName withOwn(String newName) {
    own();
    return new ObjectName(kind, name, newName);
  }

  /// As PostgreSQL prints the name, quoted if needed: `public.f(integer)`, `public.t.c`, `trg on
  /// public.t`.
  public String text() {
    return switch (kind) {
      case COLUMN -> name.quoted() + "." + Identifier.quoted(detail);
      case CONSTRAINT, DOMAIN_CONSTRAINT, TRIGGER, RULE, POLICY ->
          Identifier.quoted(detail) + " on " + name.quoted();
      case OPERATOR -> operatorText() + detail;
      case FUNCTION, PROCEDURE, AGGREGATE, ROUTINE -> name.quoted() + detail;
      case OPERATOR_CLASS, OPERATOR_FAMILY ->
          name.quoted() + (detail.isEmpty() ? "" : " using " + detail);
      case CAST -> "(" + name.dotted() + " as " + detail + ")";
      case TRANSFORM -> "for " + name.dotted() + " language " + detail;
      case USER_MAPPING -> "for " + detail + " server " + name.quoted();
      case DEFAULT_PRIVILEGES -> defaultPrivilegesText();
      case TABLE,
          FOREIGN_TABLE,
          VIEW,
          MATERIALIZED_VIEW,
          SEQUENCE,
          INDEX,
          PROPERTY_GRAPH,
          RELATION,
          TYPE,
          DOMAIN,
          COLLATION,
          CONVERSION,
          STATISTICS,
          TEXT_SEARCH_CONFIGURATION,
          TEXT_SEARCH_DICTIONARY,
          TEXT_SEARCH_PARSER,
          TEXT_SEARCH_TEMPLATE,
          SCHEMA,
          EXTENSION,
          LANGUAGE,
          ACCESS_METHOD,
          EVENT_TRIGGER,
          PUBLICATION,
          SUBSCRIPTION,
          FOREIGN_DATA_WRAPPER,
          SERVER,
          ROLE,
          DATABASE,
          TABLESPACE,
          PARAMETER,
          LARGE_OBJECT ->
          name.quoted();
      case OBJECT -> name.name();
    };
  }

  /// With its kind: `table public.users`.
  public String words() {
    return kind.words() + " " + text();
  }

  @Override
  public int compareTo(ObjectName other) {
    var byKind = kind.compareTo(other.kind);
    var byName = byKind != 0 ? byKind : name.compareTo(other.name);
    return byName != 0 ? byName : detail.compareTo(other.detail);
  }

  /// For speed, as in `QualifiedName`.
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof ObjectName other
        && hash == other.hash
        && kind == other.kind
        && detail.equals(other.detail)
        && name.equals(other.name);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return words();
  }

  private String operatorText() {
    return name.schema() == null
        ? name.name()
        : Identifier.quoted(name.schema()) + "." + name.name();
  }

  private String defaultPrivilegesText() {
    var schema = name.schema() == null ? "" : " in schema " + Identifier.quoted(name.schema());
    return "for role " + Identifier.quoted(name.name()) + schema + " on " + detail + "s";
  }
}
