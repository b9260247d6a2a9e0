package dev.deed.sql.replay;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Call;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.ConstantKind;
import dev.deed.sql.expression.ExpressionMap;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.schema.Facets;
import dev.deed.sql.schema.RelationLiteral;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.schema.SchemaObject.Publication;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Renames one object, in everything that names it.
final class ObjectRename implements NameMap {

  /// The list at the beginning of what a publication has of a table.
  private static final Pattern PUBLISHED_COLUMNS =
      Pattern.compile("^\\(((?:\"(?:[^\"]|\"\")*\"|[^\")])*)\\)");

  private static final Pattern PUBLISHED_COLUMN = Pattern.compile("\"(?:[^\"]|\"\")*\"|[^\", ]+");

  private final ObjectName before;
  private final ObjectName after;

  ObjectRename(ObjectName before, ObjectName after) {
    this.before = before;
    this.after = after;
  }

  /// Renames an object that is in the state.
  static void apply(SchemaState state, ObjectName before, ObjectName after) {
    var affected = new LinkedHashSet<ObjectName>();
    if (before.kind() == ObjectKind.COLUMN) {
      addRelation(state, before, affected);
    }
    affected.add(before);
    for (var dependant : state.dependants(before)) {
      affected.add(dependant.name());
      if (dependant.name().name().equals(before.name())) {
        state.dependants(dependant.name()).forEach(d -> affected.add(d.name()));
      }
    }
    var objects = new ArrayList<SchemaObject>();
    for (var name : affected) {
      var object = state.get(name);
      if (object != null) {
        objects.add(object);
      }
    }
    var rewriting = new ObjectRewriter(new ObjectRename(before, after));
    state.replace(objects, objects.stream().map(rewriting::of).toList());
  }

  /// The table stores the order of its columns. It comes first: statistics find their columns
  /// there. Publications depend on the table, and can list its columns.
  private static void addRelation(
      SchemaState state, ObjectName column, LinkedHashSet<ObjectName> affected) {
    var relation = state.relation(column.name());
    if (relation == null) {
      return;
    }
    affected.add(relation);
    for (var dependant : state.dependants(relation)) {
      if (dependant instanceof Publication) {
        affected.add(dependant.name());
      }
    }
  }

  private boolean isRelation() {
    return before.kind().isRelation();
  }

  @Override
  public ObjectName object(ObjectName name) {
    if (name.equals(before)) {
      return after;
    }
    if (isRelation() && (name.kind().isPartOfRelation() || name.kind().isRelation())) {
      return name.named(relation(name.name()));
    }
    return isType() && name.kind() == ObjectKind.DOMAIN_CONSTRAINT
        ? name.named(type(name.name()))
        : name;
  }

  private boolean isType() {
    return before.kind() == ObjectKind.TYPE || before.kind() == ObjectKind.DOMAIN;
  }

  @Override
  public QualifiedName relation(QualifiedName name) {
    return isRelation() && name.equals(before.name()) ? after.name() : name;
  }

  /// A table's name is also the name of its row type.
  @Override
  public QualifiedName type(QualifiedName name) {
    return (isType() || isRelation()) && name.equals(before.name()) ? after.name() : name;
  }

  @Override
  public QualifiedName routine(QualifiedName name) {
    return before.kind().isRoutine() && name.equals(before.name()) ? after.name() : name;
  }

  @Override
  public String column(QualifiedName table, String column) {
    return before.kind() == ObjectKind.COLUMN
            && table.equals(before.name())
            && column.equals(before.own())
        ? after.own()
        : column;
  }

  @Override
  public ExpressionText expression(QualifiedName table, ExpressionText expression) {
    var tree = ExpressionMap.apply(expression.tree(), e -> step(table, e));
    return new ExpressionText(tree, expression.text(), expression.canonical(), expression.span());
  }

  private Expression step(QualifiedName table, Expression expression) {
    return switch (expression) {
      case Column named when named.path().size() == 1 ->
          new Column(List.of(column(table, named.name())));
      case Call call ->
          new Call(routine(call.function()), call.arguments(), call.star(), call.trailer());
      case Cast(Constant constant, var type) when type.isBuiltIn("regclass") ->
          new Cast(literal(constant), type);
      case Cast cast -> new Cast(cast.value(), type(cast.type()));
      default -> expression;
    };
  }

  private Constant literal(Constant constant) {
    var relation = relation(RelationLiteral.parse(constant.value()));
    return constant.kind() == ConstantKind.STRING
        ? new Constant(ConstantKind.STRING, relation.quoted())
        : constant;
  }

  /// Replaces the name where the text requires a relation or routine, or qualifies a column.
  @Override
  public String text(String canonical) {
    if (isRelation()) {
      var name = Pattern.quote(Identifier.quoted(before.name().name()));
      var schema = "((?:" + Pattern.quote(schema(before)) + "\\.)?)";
      var relation =
          Pattern.compile(
              "((?:\\b(?:from|join|into|update|table|only|on|to)\\s+|,\\s*))"
                  + schema
                  + name
                  + "(?![\\w\"(])",
              Pattern.CASE_INSENSITIVE);
      var replaced = relation.matcher(canonical).replaceAll("$1" + written(true));
      return qualified(replaced);
    }
    if (before.kind().isRoutine()) {
      var name = Pattern.quote(Identifier.quoted(before.name().name()));
      return canonical.replaceAll("(?<![\\w\"])" + name + "\\(", written(false) + "(");
    }
    return canonical;
  }

  private String qualified(String canonical) {
    return canonical.replaceAll(
        "(?<![\\w\".])"
            + Pattern.quote(Identifier.quoted(before.name().name()))
            + "\\.(?=[\\w\"*])",
        Matcher.quoteReplacement(Identifier.quoted(after.name().name()) + "."));
  }

  /// A column before `FROM` may be named like its table.
  @Override
  public String statistics(String canonical) {
    var from = canonical.lastIndexOf(" from ");
    return isRelation() && from >= 0
        ? qualified(canonical.substring(0, from)) + text(canonical.substring(from))
        : text(canonical);
  }

  @Override
  public String statistics(QualifiedName table, String canonical) {
    var start = canonical.startsWith("on ") ? 0 : canonical.indexOf(") on ") + 2;
    var end = canonical.lastIndexOf(" from ");
    if (before.kind() != ObjectKind.COLUMN || !table.equals(before.name()) || end < start) {
      return canonical;
    }
    return canonical.substring(0, start)
        + Identifier.replaced(canonical.substring(start, end), before.own(), after.own())
        + canonical.substring(end);
  }

  @Override
  public String published(QualifiedName table, String what) {
    if (before.kind() != ObjectKind.COLUMN || !table.equals(before.name())) {
      return what;
    }
    var list = PUBLISHED_COLUMNS.matcher(what);
    if (!list.find()) {
      return Identifier.replaced(what, before.own(), after.own());
    }
    var columns = new TreeSet<String>();
    var name = PUBLISHED_COLUMN.matcher(list.group(1));
    while (name.find()) {
      columns.add(column(table, unquoted(name.group())));
    }
    return "("
        + Facets.quoted(columns)
        + ")"
        + Identifier.replaced(what.substring(list.end()), before.own(), after.own());
  }

  private static String unquoted(String identifier) {
    return identifier.startsWith("\"")
        ? identifier.substring(1, identifier.length() - 1).replace("\"\"", "\"")
        : identifier;
  }

  private static String schema(ObjectName object) {
    var schema = object.name().schema();
    return schema == null ? "" : Identifier.quoted(schema);
  }

  private String written(boolean withSchema) {
    var moved = !String.valueOf(before.name().schema()).equals(after.name().schema());
    var name = Matcher.quoteReplacement(Identifier.quoted(after.name().name()));
    if (moved) {
      return Matcher.quoteReplacement(schema(after)) + "." + name;
    }
    return withSchema ? "$2" + name : name;
  }
}
