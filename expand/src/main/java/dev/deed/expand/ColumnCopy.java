package dev.deed.expand;

import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.ExpressionMap;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationSql;
import dev.deed.sql.schema.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A second column with all that a column carries: what makes it, and what takes it away again.
///
/// @param source the column whose properties it gets
/// @param name its own name
/// @param type its own type
/// @param others the names of the copies of indexes, constraints and statistics, by those of the
///   originals
/// @param before the original's value for expressions that the copy's own type does not fit; null
///   where it does
record ColumnCopy(
    TargetTable target,
    TableColumn source,
    String name,
    TypeName type,
    Map<String, String> others,
    @Nullable OldValue before) {

  ColumnCopy {
    others = new LinkedHashMap<>(others);
  }

  ColumnCopy(
      TargetTable target,
      TableColumn source,
      String name,
      TypeName type,
      Map<String, String> others) {
    this(target, source, name, type, others, null);
  }

  /// Under this name `others` has that of the check that stands for `NOT NULL`.
  static final String NOT_NULL = "";

  /// The same column under another name: what hangs on it keeps its names.
  ColumnCopy as(String newName) {
    return new ColumnCopy(target, source, newName, type, others, before);
  }

  /// The copies' names begin with `deed_` until the originals are gone.
  static Map<String, String> names(TargetTable target, String column, Names free) {
    var names = new LinkedHashMap<String, String>();
    target.indexesOn(column).forEach(i -> name(names, i.name().simpleName(), free));
    target.constraintsOn(column).forEach(c -> name(names, c.part(), free));
    target.keysTo(column).forEach(c -> name(names, c.part(), free));
    CopiedStatistics.on(target, column).forEach(s -> name(names, s.name().simpleName(), free));
    names.put(NOT_NULL, free.free("deed_" + target.name().name() + "_" + column + "_not_null"));
    return names;
  }

  private static void name(Map<String, String> names, String original, Names free) {
    names.computeIfAbsent(original, n -> free.free("deed_" + n));
  }

  String table() {
    return target.quoted();
  }

  String column() {
    return Identifier.quoted(name);
  }

  String original() {
    return source.part();
  }

  String of(String originalName) {
    return Identifier.quoted(others.getOrDefault(originalName, originalName));
  }

  /// An expression over the original, over the copy.
  ExpressionText over(ExpressionText expression) {
    return before == null
        ? Expressions.renamed(retyped(expression), original(), name)
        : before.in(expression, name);
  }

  /// A live server writes the type of each label: `'new'::status`. Compared with the copy, labels
  /// are of its type.
  private ExpressionText retyped(ExpressionText expression) {
    if (type.equals(source.type()) || source.type().name().schema() == null) {
      return expression;
    }
    var tree =
        ExpressionMap.apply(
            expression.tree(),
            e ->
                e instanceof Cast(Constant constant, var to) && isOfSource(to)
                    ? new Cast(constant, type)
                    : e);
    var text = Expressions.sql(tree);
    return new ExpressionText(tree, text, text, expression.span());
  }

  private boolean isOfSource(TypeName other) {
    var own = source.type().name();
    return other.arrayDimensions() == source.type().arrayDimensions()
        && other.name().name().equals(own.name())
        && (other.name().schema() == null || other.name().equals(own));
  }

  String alter(String what) {
    return "ALTER TABLE %s ALTER COLUMN %s %s".formatted(table(), column(), what);
  }

  CopiedIndexes indexes() {
    return new CopiedIndexes(this);
  }

  CopiedConstraints constraints() {
    return new CopiedConstraints(this);
  }

  CopiedKeys keys() {
    return new CopiedKeys(this);
  }

  CopiedStatistics statistics() {
    return new CopiedStatistics(this);
  }

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
              .formatted(table(), column(), StringConstant.of(attributes.comment())));
    }
    var named = source.copy().name(ObjectName.column(target.name(), name)).column();
    statements.addAll(RelationSql.grants(named, target.name()));
    return statements;
  }

  String setDefault(String value) {
    return alter("SET DEFAULT " + value);
  }

  String drop() {
    return "ALTER TABLE %s DROP COLUMN %s".formatted(table(), column());
  }

  /// Also where it was dropped by hand, and the triggers that name it made each write fail.
  String dropIfThere() {
    return "ALTER TABLE %s DROP COLUMN IF EXISTS %s".formatted(table(), column());
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

  /// The copies get the originals' names, which are free again.
  List<String> takeNames() {
    return renameAll(false);
  }

  /// The originals' names become free for the originals.
  List<String> leaveNames() {
    return renameAll(true).reversed();
  }

  private List<String> renameAll(boolean back) {
    var statements = new ArrayList<>(indexes().rename(back));
    statements.addAll(constraints().rename(back));
    statements.addAll(statistics().rename(back));
    return statements;
  }

  private String renamed(String column) {
    return column.equals(original()) ? name : column;
  }

  List<String> renamed(List<String> columns) {
    return columns.stream().map(this::renamed).toList();
  }

  static void comment(SchemaObject object, String what, List<String> statements) {
    var comment = object.attributes().comment();
    if (comment != null) {
      statements.add("COMMENT ON %s IS %s".formatted(what, StringConstant.of(comment)));
    }
  }
}
