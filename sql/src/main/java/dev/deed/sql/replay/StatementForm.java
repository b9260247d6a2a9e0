package dev.deed.sql.replay;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect.Argument;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.Special;
import dev.deed.sql.expression.NormalForm;
import dev.deed.sql.expression.QueryTree;
import dev.deed.sql.expression.QueryTree.From;
import dev.deed.sql.expression.QueryTree.Select;
import dev.deed.sql.expression.QueryTree.Target;
import dev.deed.sql.expression.QueryTree.Values;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.parse.QueryTrees;
import dev.deed.sql.replay.QueryScope.Output;
import dev.deed.sql.replay.QueryScope.Unclear;
import dev.deed.sql.schema.RelationLiteral;
import dev.deed.sql.schema.RelationPart.Rule;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.Routine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One text for the statements of a rule, or of a body in SQL, as a person writes them and as the
/// server prints them.
final class StatementForm {

  private static final String NAME =
      "((?:(?:\"(?:[^\"]|\"\")*+\"|[\\w$]+)\\.)?(?:\"(?:[^\"]|\"\")*+\"|[\\w$]+))";

  private static final Pattern INSERT =
      Pattern.compile(
          "insert into "
              + NAME
              + "(?: as "
              + NAME
              + ")? ?(?:\\(([^()]*)\\))? ?((?:select|values|with|default values)\\b.*)");
  private static final Pattern CONFLICT =
      Pattern.compile(
          " on conflict(?: ?(?:\\((.*?)\\)(?: where (.*?))?|on constraint (\\S+)))?"
              + " do (nothing|update set ?(.*?)(?: where (.*))?)");
  private static final Pattern UPDATE = Pattern.compile("update ((?:only )?.+)");
  private static final Pattern DELETE = Pattern.compile("delete from ((?:only )?.+)");
  private static final Pattern QUERY = Pattern.compile("(?:select|values|with|\\()\\b?.*");
  private static final Pattern NOTIFY = Pattern.compile("(?:notify|nothing)\\b.*");
  private static final Pattern OF_ROWS = Pattern.compile("\\b(?:old|new)\\.");
  private static final Pattern ATOMIC = Pattern.compile("begin atomic (.*?);? ?end");
  private static final Pattern RETURN = Pattern.compile("return ?(.*)");

  private final SchemaState state;
  private final List<ObjectName> reads;
  private final QueryForm form;
  private final QueryScope around = new QueryScope(null);

  private StatementForm(
      SchemaState state, List<ObjectName> reads, UnaryOperator<Expression> known) {
    this.state = state;
    this.reads = reads;
    this.form = QueryForm.over(state, reads, known);
  }

  /// The rule's definition; empty if something in it cannot be placed for certain.
  static Optional<String> of(SchemaState state, Rule rule, UnaryOperator<Expression> known) {
    var definition = rule.definition();
    var start = definition.indexOf(" DO ") + (rule.instead() ? " DO INSTEAD " : " DO ").length();
    try {
      var own = new StatementForm(state, rule.uses(), known);
      for (var row : List.of("old", "new")) {
        own.around.add(own.form.item(row, row, true, false, own.outputs(rule.relation())));
      }
      return Optional.of(
          definition.substring(0, start) + own.all(bare(definition.substring(start))));
    } catch (Unclear _) {
      return Optional.empty();
    }
  }

  /// The body of a routine; empty as above, and if it is none in SQL.
  static Optional<String> of(SchemaState state, Routine routine, UnaryOperator<Expression> known) {
    if (!routine.body().atomic()) {
      return Optional.empty();
    }
    try {
      var names = new NameResolution(state, routine.searchPath());
      var own =
          new StatementForm(state, NamedObjects.in(routine.body().effects(), state, names), known);
      var outputs = new ArrayList<Output>();
      for (var argument : routine.arguments()) {
        outputs.add(output(argument));
      }
      var name = routine.qualifiedName().name();
      var item = own.form.item(name, name, true, false, outputs);
      own.around.add(item);
      own.around.show(item.visible());
      return Optional.of(own.body(routine.body().text()));
    } catch (Unclear _) {
      return Optional.empty();
    }
  }

  private static Output output(Argument argument) {
    return new Output(argument.name() == null ? "" : argument.name(), argument.type());
  }

  private String body(String text) {
    var atomic = ATOMIC.matcher(text);
    if (atomic.matches()) {
      return "begin atomic " + all(atomic.group(1)) + "; end";
    }
    var value = RETURN.matcher(text);
    if (!value.matches()
        || !(tree("select " + value.group(1)) instanceof Select select)
        || select.targets().size() != 1) {
      throw new Unclear();
    }
    return "return " + form.condition(select.targets().getFirst().value(), around);
  }

  private static String bare(String actions) {
    return actions.startsWith("(") && actions.endsWith(")")
        ? actions.substring(1, actions.length() - 1)
        : actions;
  }

  private String all(String statements) {
    return split(statements, ";").stream()
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .map(this::one)
        .collect(Collectors.joining("; "));
  }

  private String one(String statement) {
    var insert = INSERT.matcher(statement);
    if (insert.matches()) {
      return insert(insert.group(1), insert.group(2), insert.group(3), insert.group(4));
    }
    var update = UPDATE.matcher(statement);
    if (update.matches()) {
      return update(update.group(1));
    }
    var delete = DELETE.matcher(statement);
    if (delete.matches()) {
      return delete(delete.group(1));
    }
    if (NOTIFY.matcher(statement).matches()) {
      return statement;
    }
    if (!QUERY.matcher(statement).matches()) {
      throw new Unclear();
    }
    return form.part(tree(statement), around).text();
  }

  private String insert(
      String table, @Nullable String alias, @Nullable String written, String rest) {
    var returning = place(rest, " returning ");
    var changed = returning < 0 ? rest : rest.substring(0, returning);
    var conflict = place(changed, " on conflict");
    var rows = conflict < 0 ? changed : changed.substring(0, conflict);
    var relation = relation(table);
    var types = types(relation);
    var text = new StringBuilder("insert into ").append(relation.quoted());
    if (rows.strip().equals("default values")) {
      text.append(" default values");
    } else {
      rows(text, tree(rows), written, types);
    }
    if (conflict >= 0) {
      text.append(conflict(changed.substring(conflict), relation, alias, types));
    }
    var named = relation.quoted() + (alias == null ? "" : " " + alias);
    return returning < 0
        ? text.toString()
        : text + returned(rest.substring(returning), "from " + named);
  }

  private void rows(
      StringBuilder text, QueryTree tree, @Nullable String written, Map<String, TypeName> types) {
    var names = written == null ? List.copyOf(types.keySet()) : columns(written);
    var width = width(tree);
    if (written == null && width > names.size()) {
      throw new Unclear();
    }
    var columns = written == null ? names.subList(0, width) : names;
    text.append(
        columns.stream().map(Identifier::quoted).collect(Collectors.joining(", ", "(", ") ")));
    text.append(
        tree instanceof Values values
            ? values(values, columns, types)
            : form.part(assigned(tree, columns, types), around).text());
  }

  /// In what is changed, the table's row and the one that was to be inserted have names.
  private String conflict(
      String written, QualifiedName relation, @Nullable String alias, Map<String, TypeName> types) {
    var parts = CONFLICT.matcher(written);
    if (!parts.matches()) {
      throw new Unclear();
    }
    var scope = new QueryScope(around);
    var name = alias == null ? relation.name() : RelationLiteral.parse(alias).name();
    var row = form.item("target", name, alias != null, false, outputs(relation));
    scope.add(row);
    var text = new StringBuilder(" on conflict");
    if (parts.group(3) != null) {
      text.append(" on constraint ").append(parts.group(3));
    } else if (parts.group(1) != null) {
      var inTarget = new QueryScope(around);
      inTarget.add(row);
      inTarget.show(row.visible());
      text.append(" (").append(values(parts.group(1), inTarget)).append(")");
      if (parts.group(2) != null) {
        text.append(" where ").append(values(parts.group(2), inTarget));
      }
    }
    if (parts.group(4).equals("nothing")) {
      return text + " do nothing";
    }
    scope.add(form.item("excluded", "excluded", true, false, outputs(relation)));
    scope.show(row.visible());
    text.append(" do update set ");
    var assignments = new ArrayList<String>();
    for (var assignment : assignments(parts.group(5))) {
      var value = value(tree("select " + assignment.value()));
      assignments.add(
          Identifier.quoted(assignment.column())
              + " = "
              + form.condition(uncast(value, types.get(assignment.column())), scope));
    }
    text.append(String.join(", ", assignments));
    if (parts.group(6) != null) {
      text.append(" where ").append(values(parts.group(6), scope));
    }
    return text.toString();
  }

  private String values(String list, QueryScope scope) {
    if (!(tree("select " + list) instanceof Select select)) {
      throw new Unclear();
    }
    return select.targets().stream()
        .map(t -> form.condition(t.value(), scope))
        .collect(Collectors.joining(", "));
  }

  private static Expression value(QueryTree tree) {
    if (!(tree instanceof Select select) || select.targets().size() != 1) {
      throw new Unclear();
    }
    return select.targets().getFirst().value();
  }

  private record Assignment(String column, String value) {}

  /// `a = 1, (b, c) = (2, 3)`
  private static List<Assignment> assignments(String list) {
    var all = new ArrayList<Assignment>();
    for (var assignment : split(list, ",")) {
      var equal = assignment.indexOf(" = ");
      if (equal < 0) {
        throw new Unclear();
      }
      var target = assignment.substring(0, equal).strip();
      var value = assignment.substring(equal + " = ".length()).strip();
      if (!target.startsWith("(")) {
        all.add(new Assignment(RelationLiteral.parse(target).name(), value));
        continue;
      }
      var columns = columns(bare(target));
      var row = value.startsWith("row") ? value.substring("row".length()).strip() : value;
      var values = split(bare(row), ",");
      if (bare(row).strip().startsWith("select ")) {
        all.add(new Assignment(String.join(", ", columns), row));
        continue;
      }
      if (bare(row).equals(row) || values.size() != columns.size()) {
        throw new Unclear();
      }
      for (var i = 0; i < columns.size(); i++) {
        all.add(new Assignment(columns.get(i), values.get(i).strip()));
      }
    }
    return all;
  }

  private static int width(QueryTree tree) {
    return switch (tree) {
      case Values values -> values.rows().getFirst().size();
      case Select select
          when select.targets().stream()
              .noneMatch(t -> t.value() instanceof Column column && column.name().equals("*")) ->
          select.targets().size();
      default -> throw new Unclear();
    };
  }

  private String values(Values values, List<String> columns, Map<String, TypeName> types) {
    var rows = new ArrayList<String>();
    for (var row : values.rows()) {
      var texts = new ArrayList<String>();
      for (var i = 0; i < row.size(); i++) {
        var type = i < columns.size() ? types.get(columns.get(i)) : null;
        texts.add(form.condition(uncast(row.get(i), type), around));
      }
      rows.add("(" + String.join(", ", texts) + ")");
    }
    return "values " + String.join(", ", rows);
  }

  /// `set a = 1, b = 2 from x where y` is like `select 1, 2 from t, x where y`.
  private String update(String rest) {
    var set = Math.max(place(rest, " set "), place(rest, " set("));
    if (set < 0) {
      throw new Unclear();
    }
    var table = rest.substring(0, set);
    var tail = rest.substring(set + " set".length()).stripLeading();
    var end = end(tail, " where ", " returning ");
    var list = tail.substring(0, end);
    var from = place(list, " from ");
    var columns = new ArrayList<String>();
    var values = new ArrayList<String>();
    for (var assignment : assignments(from < 0 ? list : list.substring(0, from))) {
      columns.add(assignment.column());
      values.add(assignment.value());
    }
    var more = from < 0 ? "" : ", " + list.substring(from + " from ".length());
    var query = "from " + table + more;
    return "update "
        + columns.stream().map(Identifier::quoted).collect(Collectors.joining(", "))
        + " "
        + changed(String.join(", ", values), query, tail.substring(end), columns);
  }

  private String delete(String rest) {
    var end = end(rest, " where ", " returning ");
    var list = rest.substring(0, end);
    var using = place(list, " using ");
    var query =
        "from "
            + (using < 0
                ? list
                : list.substring(0, using) + ", " + list.substring(using + " using ".length()));
    return "delete " + changed("", query, rest.substring(end), List.of());
  }

  private String changed(String values, String query, String tail, List<String> columns) {
    var returning = place(tail, " returning ");
    var where = returning < 0 ? tail : tail.substring(0, returning);
    var tree = tree("select " + values + " " + query + where);
    var types =
        tree instanceof Select select
                && !select.from().isEmpty()
                && select.from().getFirst() instanceof From.Relation target
            ? types(relation(target.name()))
            : Map.<String, TypeName>of();
    var text = form.part(assigned(tree, columns, types), around).text();
    return returning < 0 ? text : text + returned(tail.substring(returning), query);
  }

  private String returned(String returning, String query) {
    var list = returning.substring(" returning ".length());
    var tree = tree("select " + list + " " + query);
    var rows = new QueryScope(around);
    if (OF_ROWS.matcher(list).find()
        && tree instanceof Select select
        && select.from().getFirst() instanceof From.Relation target) {
      for (var row : List.of("old", "new")) {
        rows.add(form.item(row, row, true, false, outputs(relation(target.name()))));
      }
    }
    return " returning " + form.part(tree, rows).text();
  }

  /// What is stored in a column is cast to the column's type.
  private static QueryTree assigned(
      QueryTree tree, List<String> columns, Map<String, TypeName> types) {
    if (!(tree instanceof Select select)) {
      return tree;
    }
    var targets = new ArrayList<Target>();
    for (var i = 0; i < select.targets().size(); i++) {
      var target = select.targets().get(i);
      var type = i < columns.size() ? types.get(columns.get(i)) : null;
      targets.add(new Target(uncast(target.value(), type), null, ""));
    }
    return new Select(
        select.distinct(),
        select.distinctOn(),
        targets,
        select.from(),
        select.where(),
        select.groupBy(),
        select.having(),
        select.windows());
  }

  private static Expression uncast(Expression value, @Nullable TypeName type) {
    if (type == null) {
      return value;
    }
    var inner =
        value instanceof Cast(var what, var to)
                && to.name().equals(type.name())
                && to.arrayDimensions() == type.arrayDimensions()
            ? what
            : value;
    if (!(inner instanceof Constant)) {
      return inner;
    }
    var text = new NormalForm(_ -> null).text(inner, type);
    return new Special("value", List.of(), text == null ? "NULL" : text);
  }

  // Names

  private QualifiedName relation(String written) {
    return relation(RelationLiteral.parse(written));
  }

  private QualifiedName relation(QualifiedName name) {
    if (name.schema() != null) {
      return name;
    }
    var found =
        reads.stream()
            .filter(r -> r.kind().isRelation() && r.name().name().equals(name.name()))
            .map(ObjectName::name)
            .distinct()
            .toList();
    if (found.size() != 1) {
      throw new Unclear();
    }
    return found.getFirst();
  }

  private Map<String, TypeName> types(QualifiedName relation) {
    var table = state.table(relation);
    if (table == null) {
      throw new Unclear();
    }
    var types = new LinkedHashMap<String, TypeName>();
    for (var column : state.columns(table)) {
      types.put(column.part(), column.type());
    }
    return types;
  }

  private List<Output> outputs(QualifiedName relation) {
    var table = state.table(relation);
    if (table != null) {
      return state.columns(table).stream().map(StatementForm::output).toList();
    }
    var view = state.view(relation);
    if (view == null || view.columns().contains("*") || view.columns().contains("")) {
      throw new Unclear();
    }
    return view.columns().stream().map(c -> new Output(c, null)).toList();
  }

  private static Output output(TableColumn column) {
    return new Output(column.part(), column.type());
  }

  private static List<String> columns(String written) {
    return split(written, ",").stream().map(c -> RelationLiteral.parse(c.strip()).name()).toList();
  }

  // Text

  private static QueryTree tree(String query) {
    return QueryTrees.of(query).orElseThrow(Unclear::new);
  }

  private static int end(String text, String... words) {
    var end = text.length();
    for (var word : words) {
      var at = place(text, word);
      end = at < 0 ? end : Math.min(end, at);
    }
    return end;
  }

  private static List<String> split(String text, String separator) {
    var parts = new ArrayList<String>();
    var rest = text;
    for (var at = place(rest, separator); at >= 0; at = place(rest, separator)) {
      parts.add(rest.substring(0, at));
      rest = rest.substring(at + separator.length());
    }
    parts.add(rest);
    return parts;
  }

  /// Where the words are, other than in parentheses and quotes; -1 if nowhere.
  private static int place(String text, String words) {
    var depth = 0;
    var quote = '\0';
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (quote != '\0') {
        quote = c == quote ? '\0' : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (depth == 0 && text.startsWith(words, i)) {
        return i;
      } else if (c == '(' || c == '[') {
        depth++;
      } else if (c == ')' || c == ']') {
        depth--;
      }
    }
    return -1;
  }
}
