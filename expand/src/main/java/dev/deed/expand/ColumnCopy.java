package dev.deed.expand;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.Constraint.Exclude;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Constraint.NotNull;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.Constraint.Rule;
import dev.deed.sql.effect.Constraint.Unique;
import dev.deed.sql.effect.IndexElement;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.RelationSql;
import dev.deed.sql.schema.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A second column with all that a column carries: what makes it, and what takes it away again.
///
/// @param source the column whose properties it gets
/// @param name its own name
/// @param type its own type
/// @param others the names of the copies of indexes, constraints and statistics, by those of the
///   originals
record ColumnCopy(
    TargetTable target,
    TableColumn source,
    String name,
    TypeName type,
    Map<String, String> others) {

  ColumnCopy {
    others = new LinkedHashMap<>(others);
  }

  /// Under this name `others` has that of the check that stands for `NOT NULL`.
  static final String NOT_NULL = "";

  /// The same column under another name: what hangs on it keeps its names.
  ColumnCopy as(String newName) {
    return new ColumnCopy(target, source, newName, type, others);
  }

  /// The copies' names begin with `deed_` until the originals are gone.
  static Map<String, String> names(TargetTable target, String column, Names free) {
    var names = new LinkedHashMap<String, String>();
    target.indexesOn(column).forEach(i -> name(names, i.name().simpleName(), free));
    target.constraintsOn(column).forEach(c -> name(names, c.part(), free));
    target.keysTo(column).forEach(c -> name(names, c.part(), free));
    statistics(target, column).forEach(s -> name(names, s.name().simpleName(), free));
    names.put(NOT_NULL, free.free("deed_" + target.name().name() + "_" + column + "_not_null"));
    return names;
  }

  private static void name(Map<String, String> names, String original, Names free) {
    names.computeIfAbsent(original, n -> free.free("deed_" + n));
  }

  private String table() {
    return target.quoted();
  }

  private String column() {
    return Identifier.quoted(name);
  }

  private String original() {
    return source.part();
  }

  private String of(String originalName) {
    return Identifier.quoted(others.getOrDefault(originalName, originalName));
  }

  private String alter(String what) {
    return "ALTER TABLE %s ALTER COLUMN %s %s".formatted(table(), column(), what);
  }

  // The column

  /// Without its default: rows from before must stay empty, so that the backfill sees them.
  List<String> add() {
    var statements = new ArrayList<String>();
    var collation = source.storage().collation();
    statements.add(
        "ALTER TABLE %s ADD COLUMN %s %s%s"
            .formatted(
                table(),
                column(),
                type.text(),
                collation == null || !isText() ? "" : " COLLATE " + collation.quoted()));
    statements.addAll(storage());
    var attributes = source.attributes();
    if (attributes.comment() != null) {
      statements.add(
          "COMMENT ON COLUMN %s.%s IS %s"
              .formatted(table(), column(), literal(attributes.comment())));
    }
    var named = source.copy().name(ObjectName.column(target.name(), name)).column();
    statements.addAll(RelationSql.grants(named, target.name()));
    return statements;
  }

  String setDefault(String value) {
    return alter("SET DEFAULT " + value);
  }

  String dropDefault() {
    return alter("DROP DEFAULT");
  }

  String drop() {
    return "ALTER TABLE %s DROP COLUMN %s".formatted(table(), column());
  }

  private boolean isText() {
    return type.name().name().equals(source.type().name().name())
        || type.isBuiltIn("text")
        || type.isBuiltIn("character varying")
        || type.isBuiltIn("character");
  }

  /// With its default in the rows that are there.
  List<String> addWithDefault(String value) {
    var statements = new ArrayList<>(add());
    statements.set(0, statements.getFirst() + " DEFAULT " + value);
    return statements;
  }

  private List<String> storage() {
    var statements = new ArrayList<String>();
    var storage = source.storage();
    var isSameType = type.name().equals(source.type().name());
    if (storage.storage() != null && isSameType) {
      statements.add(alter("SET STORAGE " + storage.storage().toUpperCase(Locale.ROOT)));
    }
    if (storage.compression() != null && (isSameType || isText())) {
      statements.add(alter("SET COMPRESSION " + storage.compression()));
    }
    if (storage.statistics() != null) {
      statements.add(alter("SET STATISTICS " + storage.statistics()));
    }
    if (!storage.options().isEmpty()) {
      var options =
          storage.options().entrySet().stream()
              .map(o -> o.getKey() + " = " + o.getValue())
              .toList();
      statements.add(alter("SET (" + String.join(", ", options) + ")"));
    }
    return statements;
  }

  // Indexes

  List<String> index() {
    return index(true);
  }

  /// @param withPrimary that of the primary key, too
  List<String> index(boolean withPrimary) {
    var statements = new ArrayList<String>();
    for (var index : target.indexesOn(original())) {
      if (!isExclusion(index) && (withPrimary || !isPrimary(index))) {
        statements.addAll(build(index));
        comment(index, "INDEX " + qualified(of(index.name().simpleName())), statements);
      }
    }
    return statements;
  }

  private boolean isPrimary(Index index) {
    return target.constraints().stream()
        .anyMatch(c -> c.rule() instanceof PrimaryKey && c.part().equals(index.constraint()));
  }

  private boolean isExclusion(Index index) {
    return target.constraints().stream()
        .anyMatch(c -> c.rule() instanceof Exclude && c.part().equals(index.constraint()));
  }

  private Index copy(Index index) {
    var elements = index.elements().stream().map(this::copy).toList();
    var where = index.where();
    var own = others.getOrDefault(index.name().simpleName(), index.name().simpleName());
    return index
        .copy()
        .name(index.name().named(index.qualifiedName().renamed(own)))
        .elements(elements)
        .include(index.include().stream().map(this::copy).toList())
        .where(where == null ? null : Expressions.renamed(where, original(), name))
        .index();
  }

  private IndexElement copy(IndexElement element) {
    return renamed(element, original(), name);
  }

  /// With a column under another name.
  static IndexElement renamed(IndexElement element, String from, String to) {
    return new IndexElement(
        from.equals(element.column()) ? to : element.column(),
        Expressions.renamed(element.expression(), from, to),
        element.collation(),
        element.operatorClass(),
        element.operatorClassOptions(),
        element.descending(),
        element.nullsFirst());
  }

  private String copy(String column) {
    return column.equals(original()) ? name : column;
  }

  private List<String> copy(List<String> columns) {
    return columns.stream().map(this::copy).toList();
  }

  /// No index of a partitioned table can be built concurrently: it is built on each partition, and
  /// these are attached to an empty one.
  private List<String> build(Index original) {
    var index = copy(original);
    if (target.table().partitionBy() == null) {
      return List.of(concurrently(index));
    }
    var statements = new ArrayList<String>();
    statements.add(only(index));
    for (var partition : target.partitions()) {
      var own = index.name().named(nameOf(original, partition));
      var part = index.copy().name(own).table(partition.qualifiedName()).index();
      statements.add(partition.partitionBy() == null ? concurrently(part) : only(part));
      statements.add(
          "ALTER INDEX %s ATTACH PARTITION %s"
              .formatted(parentOf(original, partition).quoted(), own.name().quoted()));
    }
    return statements;
  }

  private static String only(Index index) {
    return index.definition().replaceFirst(" ON ", " ON ONLY ");
  }

  private QualifiedName parentOf(Index original, Table partition) {
    var parent = partition.partition();
    return parent != null
            && !parent.parent().equals(target.name())
            && target.schema().find(ObjectName.table(parent.parent())).orElse(null)
                instanceof Table between
        ? nameOf(original, between)
        : copy(original).qualifiedName();
  }

  /// Of the copy's part on a partition. Where the copy has the original's name, so has its part.
  private QualifiedName nameOf(Index original, Table partition) {
    var copied = copy(original).qualifiedName();
    return copied.equals(original.qualifiedName())
        ? partOf(original, partition).orElseGet(() -> generated(copied, partition))
        : generated(copied, partition);
  }

  private static QualifiedName generated(QualifiedName copied, Table partition) {
    return partition
        .qualifiedName()
        .renamed(
            Names.fit(copied.name(), "_" + Names.checksum(partition.qualifiedName().dotted())));
  }

  /// The original's part on a partition.
  private Optional<QualifiedName> partOf(Index original, Table partition) {
    return target.schema().objects().stream()
        .filter(Index.class::isInstance)
        .map(Index.class::cast)
        .filter(i -> i.table().equals(partition.qualifiedName()) && isPart(i, original))
        .map(Index::qualifiedName)
        .findFirst();
  }

  private boolean isPart(Index index, Index original) {
    var parent = index.parent();
    return parent != null
        && (parent.equals(original.qualifiedName())
            || (target.schema().find(original.name().named(parent)).orElse(null)
                    instanceof Index between
                && isPart(between, original)));
  }

  private static String concurrently(Index index) {
    return index.definition().replaceFirst("INDEX ", "INDEX CONCURRENTLY ");
  }

  List<String> dropIndexes() {
    return target.indexesOn(original()).stream()
        .filter(index -> !isExclusion(index))
        .map(index ->
            (target.table().partitionBy() == null ? "DROP INDEX CONCURRENTLY " : "DROP INDEX ")
                + qualified(of(index.name().simpleName())))
        .toList();
  }

  // Constraints

  /// None of them is checked against the rows that are there.
  List<String> constrain() {
    var statements = new ArrayList<>(addNotNullCheck());
    notNull()
        .ifPresent(c ->
            statements.add(
                "ALTER TABLE %s ADD CONSTRAINT %s NOT NULL %s NOT VALID"
                    .formatted(table(), of(c.part()), column())));
    for (var constraint : copied()) {
      statements.add(
          "ALTER TABLE %s ADD CONSTRAINT %s %s NOT VALID"
              .formatted(table(), of(constraint.part()), copy(constraint).definition()));
    }
    return statements;
  }

  /// Foreign keys that point at the column; a unique index must be there first.
  List<String> constrainOthers() {
    return target.keysTo(original()).stream()
        .map(c ->
            "ALTER TABLE %s ADD CONSTRAINT %s %s NOT VALID"
                .formatted(c.relation().quoted(), of(c.part()), copy(c).definition()))
        .toList();
  }

  List<String> validate() {
    var statements = new ArrayList<>(validateOwn());
    statements.addAll(validateOthers());
    return statements;
  }

  List<String> validateOwn() {
    var statements = new ArrayList<>(validateNotNull());
    notNull().ifPresent(c -> statements.add(validate(table(), of(c.part()))));
    copied().stream()
        .filter(TableConstraint::validated)
        .forEach(c -> statements.add(validate(table(), of(c.part()))));
    return statements;
  }

  List<String> validateOthers() {
    return target.keysTo(original()).stream()
        .filter(TableConstraint::validated)
        .map(c -> validate(c.relation().quoted(), of(c.part())))
        .toList();
  }

  /// One that points at the column.
  String dropKeyTo(TableConstraint key) {
    return "ALTER TABLE %s DROP CONSTRAINT %s".formatted(key.relation().quoted(), of(key.part()));
  }

  private static String validate(String table, String constraint) {
    return "ALTER TABLE %s VALIDATE CONSTRAINT %s".formatted(table, constraint);
  }

  // NOT NULL

  /// From PostgreSQL 18 on, it is a constraint with a name, which can be added without a look at
  /// the rows. Before, a check stands for it.
  private Optional<TableConstraint> notNull() {
    return source.notNull()
        ? target.constraintsOn(original()).stream()
            .filter(c -> c.rule() instanceof NotNull)
            .findFirst()
        : Optional.empty();
  }

  private boolean needsCheck() {
    return source.notNull() && notNull().isEmpty();
  }

  /// PostgreSQL believes the check, and does not look at the rows.
  List<String> setNotNull() {
    return needsCheck() ? List.of(alter("SET NOT NULL")) : List.of();
  }

  List<String> dropNotNull() {
    return needsCheck() ? List.of(alter("DROP NOT NULL")) : List.of();
  }

  List<String> addNotNullCheck() {
    return needsCheck()
        ? List.of(
            "ALTER TABLE %s ADD CONSTRAINT %s CHECK (%s IS NOT NULL) NOT VALID"
                .formatted(table(), notNullCheck(), column()))
        : List.of();
  }

  List<String> dropNotNullCheck() {
    return needsCheck() ? List.of(dropConstraint(notNullCheck())) : List.of();
  }

  List<String> validateNotNull() {
    return needsCheck() ? List.of(validate(table(), notNullCheck())) : List.of();
  }

  private String dropConstraint(String name) {
    return "ALTER TABLE %s DROP CONSTRAINT %s".formatted(table(), name);
  }

  List<String> unconstrain() {
    var statements = new ArrayList<String>();
    target
        .keysTo(original())
        .forEach(c ->
            statements.add(
                "ALTER TABLE %s DROP CONSTRAINT %s"
                    .formatted(c.relation().quoted(), of(c.part()))));
    copied().reversed().forEach(c -> statements.add(dropConstraint(of(c.part()))));
    statements.addAll(dropNotNullCheck());
    notNull().ifPresent(c -> statements.add(dropConstraint(of(c.part()))));
    return statements;
  }

  private String notNullCheck() {
    return of(NOT_NULL);
  }

  /// Checks and foreign keys of the table itself.
  private List<TableConstraint> copied() {
    return target.constraintsOn(original()).stream()
        .filter(c -> c.rule() instanceof Check || c.rule() instanceof ForeignKey)
        .filter(c -> c.local() || !c.inherited())
        .toList();
  }

  private TableConstraint copy(TableConstraint constraint) {
    return constraint.copy().rule(copy(constraint.rule(), constraint)).constraint();
  }

  private Rule copy(Rule rule, TableConstraint constraint) {
    return switch (rule) {
      case Check check -> new Check(Expressions.renamed(check.condition(), original(), name));
      case ForeignKey key ->
          new ForeignKey(
              constraint.relation().equals(target.name()) ? copy(key.columns()) : key.columns(),
              key.parent(),
              key.parent().equals(target.name()) ? copy(key.parentColumns()) : key.parentColumns(),
              key.match(),
              key.onUpdate(),
              key.onDelete(),
              key.period(),
              key.parentSpan());
      case NotNull _, Unique _, PrimaryKey _, Exclude _ -> rule;
    };
  }

  // Keys

  /// Unique constraints, and the primary key if it is asked for.
  List<TableConstraint> keys(boolean withPrimary) {
    return target.constraintsOn(original()).stream()
        .filter(c -> c.rule() instanceof Unique || (withPrimary && c.rule() instanceof PrimaryKey))
        .toList();
  }

  /// In one statement, so that the table is never without a key.
  List<String> exchangeKey(TableConstraint key) {
    return addKey(key, others.getOrDefault(key.part(), key.part()), Identifier.quoted(key.part()));
  }

  /// @param index that the constraint takes
  /// @param dropped the constraint that goes in the same statement, quoted
  List<String> addKey(TableConstraint key, String index, String dropped) {
    var statements = new ArrayList<String>();
    statements.add(
        "ALTER TABLE %s DROP CONSTRAINT %s, ADD CONSTRAINT %s %s USING INDEX %s%s"
            .formatted(
                table(),
                dropped,
                Identifier.quoted(key.part()),
                key.rule() instanceof PrimaryKey ? "PRIMARY KEY" : "UNIQUE",
                Identifier.quoted(index),
                key.deferrability().sql()));
    comment(
        key, "CONSTRAINT %s ON %s".formatted(Identifier.quoted(key.part()), table()), statements);
    return statements;
  }

  /// The original takes the place of its copy.
  List<String> returnKey(TableConstraint key) {
    return addKey(key, key.part(), of(key.part()));
  }

  /// The index of a key's copy.
  String indexOf(TableConstraint key) {
    return indexOf(key, others.getOrDefault(key.part(), key.part()));
  }

  String indexOf(TableConstraint key, String indexName) {
    for (var index : target.indexesOn(original())) {
      if (key.part().equals(index.constraint())) {
        var named = copy(index).copy();
        return concurrently(
            named.name(index.name().named(index.qualifiedName().renamed(indexName))).index());
      }
    }
    throw new IllegalStateException(key.part() + " has no index");
  }

  String renameKey(TableConstraint key) {
    return "ALTER TABLE %s RENAME CONSTRAINT %s TO %s"
        .formatted(table(), Identifier.quoted(key.part()), of(key.part()));
  }

  // Statistics

  static List<SchemaObject.Other> statistics(TargetTable target, String column) {
    return target.schema().objects().stream()
        .filter(SchemaObject.Other.class::isInstance)
        .map(SchemaObject.Other.class::cast)
        .filter(o -> o.name().kind() == ObjectKind.STATISTICS)
        .filter(o ->
            o.parts().stream().anyMatch(p -> p.name().equals(target.name()))
                && Expressions.isWord(column, o.definition()))
        .toList();
  }

  List<String> addStatistics() {
    var statements = new ArrayList<String>();
    for (var original : statistics(target, original())) {
      var own = original.name().simpleName();
      var name = original.name().name().renamed(others.getOrDefault(own, own)).quoted();
      statements.add("CREATE STATISTICS %s %s".formatted(name, renamedIn(original.definition())));
      original.changes().stream()
          .filter(c -> c.toUpperCase(Locale.ROOT).startsWith("SET STATISTICS"))
          .forEach(c -> statements.add("ALTER STATISTICS %s %s".formatted(name, c)));
      comment(original, "STATISTICS " + name, statements);
    }
    return statements;
  }

  List<String> dropStatistics() {
    return statistics(target, original()).stream()
        .map(s ->
            "DROP STATISTICS "
                + s.name()
                    .name()
                    .renamed(others.getOrDefault(s.name().simpleName(), s.name().simpleName()))
                    .quoted())
        .toList();
  }

  private String renamedIn(String definition) {
    return definition.replaceAll(
        "(?<![\\w$\".])" + Pattern.quote(Identifier.quoted(original())) + "(?![\\w$\"(.])",
        Matcher.quoteReplacement(column()));
  }

  // Names

  /// The copies get the originals' names, which are free again.
  List<String> takeNames() {
    return rename(false);
  }

  /// The originals' names become free for the originals.
  List<String> leaveNames() {
    return rename(true).reversed();
  }

  private List<String> rename(boolean back) {
    var statements = new ArrayList<String>();
    for (var index : target.indexesOn(original())) {
      if (index.constraint() == null) {
        var temporary = others.getOrDefault(index.name().simpleName(), "");
        statements.add(
            "ALTER INDEX %s RENAME TO %s"
                .formatted(
                    qualified(Identifier.quoted(back ? index.name().simpleName() : temporary)),
                    Identifier.quoted(back ? temporary : index.name().simpleName())));
        statements.addAll(renameParts(index, back));
      }
    }
    notNull().ifPresent(c -> statements.add(renameConstraint(c, back)));
    for (var constraint : copied()) {
      statements.add(renameConstraint(constraint, back));
    }
    for (var constraint : target.keysTo(original())) {
      statements.add(renameConstraint(constraint, back));
    }
    for (var statistics : statistics(target, original())) {
      var own = statistics.name().simpleName();
      var temporary = others.getOrDefault(own, "");
      statements.add(
          "ALTER STATISTICS %s RENAME TO %s"
              .formatted(
                  statistics.name().name().renamed(back ? own : temporary).quoted(),
                  Identifier.quoted(back ? temporary : own)));
    }
    return statements;
  }

  private List<String> renameParts(Index index, boolean back) {
    var statements = new ArrayList<String>();
    for (var partition : target.partitions()) {
      var temporary = nameOf(index, partition);
      partOf(index, partition)
          .ifPresent(own ->
              statements.add(
                  "ALTER INDEX %s RENAME TO %s"
                      .formatted(
                          (back ? own : temporary).quoted(),
                          Identifier.quoted((back ? temporary : own).name()))));
    }
    return statements;
  }

  private String renameConstraint(TableConstraint constraint, boolean back) {
    var temporary = of(constraint.part());
    var own = Identifier.quoted(constraint.part());
    return "ALTER TABLE %s RENAME CONSTRAINT %s TO %s"
        .formatted(constraint.relation().quoted(), back ? own : temporary, back ? temporary : own);
  }

  private String qualified(String quotedName) {
    var schema = target.name().schema();
    return schema == null ? quotedName : Identifier.quoted(schema) + "." + quotedName;
  }

  private static void comment(SchemaObject object, String what, List<String> statements) {
    var comment = object.attributes().comment();
    if (comment != null) {
      statements.add("COMMENT ON %s IS %s".formatted(what, literal(comment)));
    }
  }

  /// In one line: a down is written as comments, which would move the lines of a longer one.
  static String literal(String text) {
    var quoted = "'" + text.replace("'", "''") + "'";
    return text.contains("\n")
        ? "E" + quoted.replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n")
        : quoted;
  }
}
