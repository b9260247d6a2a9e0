package dev.deed.sql.replay;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.Expression.Call;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.QueryTree.Alias;
import dev.deed.sql.expression.QueryTree.From;
import dev.deed.sql.expression.QueryTree.From.Derived;
import dev.deed.sql.expression.QueryTree.From.Function;
import dev.deed.sql.expression.QueryTree.From.Join;
import dev.deed.sql.expression.QueryTree.Lock;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.replay.QueryScope.Item;
import dev.deed.sql.replay.QueryScope.Output;
import dev.deed.sql.replay.QueryScope.Unclear;
import dev.deed.sql.replay.QueryScope.Visible;
import dev.deed.sql.schema.BuiltIns;
import dev.deed.sql.schema.Routine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The items in `FROM` of a query in normal form.
final class QueryItems {

  /// The columns of PostgreSQL's own functions that return rows.
  private static final Map<String, List<String>> COLUMNS =
      Map.ofEntries(
          Map.entry("json_array_elements", List.of("value")),
          Map.entry("jsonb_array_elements", List.of("value")),
          Map.entry("json_array_elements_text", List.of("value")),
          Map.entry("jsonb_array_elements_text", List.of("value")),
          Map.entry("json_each", List.of("key", "value")),
          Map.entry("jsonb_each", List.of("key", "value")),
          Map.entry("json_each_text", List.of("key", "value")),
          Map.entry("jsonb_each_text", List.of("key", "value")));

  /// Functions whose only column has the name of the alias.
  private static final Set<String> NAMED_BY_ALIAS =
      Set.of(
          "generate_series",
          "generate_subscripts",
          "json_object_keys",
          "jsonb_object_keys",
          "regexp_matches",
          "regexp_split_to_table",
          "string_to_table",
          "unnest");

  /// Functions that return rows like their first argument.
  private static final Set<String> OF_RECORDS =
      Set.of(
          "json_populate_record",
          "json_populate_recordset",
          "jsonb_populate_record",
          "jsonb_populate_recordset");

  private final SchemaState state;
  private final List<ObjectName> reads;
  private final Map<QualifiedName, Integer> widths = new HashMap<>();
  private final QueryForm form;

  /// @param widths see `QueryWords`
  QueryItems(SchemaState state, List<ObjectName> reads, List<Integer> widths, QueryForm form) {
    this.state = state;
    this.reads = reads;
    this.form = form;
    for (var i = 0; i < widths.size(); i++) {
      if (reads.get(i).kind().isRelation()) {
        this.widths.put(reads.get(i).name(), widths.get(i));
      }
    }
  }

  /// Adds an item of the list to the scope.
  ///
  /// @return its text
  String add(From item, QueryScope scope) {
    var visible = new ArrayList<Visible>();
    var text = text(item, scope, visible);
    scope.show(visible);
    return text;
  }

  private String text(From item, QueryScope scope, List<Visible> visible) {
    return switch (item) {
      case From.Relation relation -> relation(relation, scope, visible);
      case Derived derived -> derived(derived, scope, visible);
      case Function function -> function(function, scope, visible);
      case Join join -> join(join, scope, visible);
    };
  }

  private String relation(From.Relation relation, QueryScope scope, List<Visible> visible) {
    var name = relation.name();
    var alias = relation.alias();
    var known = alias.alias() == null ? name.name() : alias.alias();
    var common = name.schema() == null ? scope.commonTable(name.name()) : null;
    if (common != null) {
      var item = item(common.tag(), known, alias, false, common.outputs(), scope, visible);
      return Identifier.quoted(common.tag()) + " " + Identifier.quoted(item.tag());
    }
    var found = found(name);
    var item = item(name.name(), known, alias, false, outputs(found), scope, visible);
    return (relation.only() ? "only " : "")
        + found.quoted()
        + (item.tag().equals(found.name()) ? "" : " " + Identifier.quoted(item.tag()))
        + (alias.columns().isEmpty() ? "" : QueryForm.names(item.outputs()));
  }

  private Item item(
      String tag,
      String known,
      Alias alias,
      boolean isValue,
      List<Output> outputs,
      QueryScope scope,
      List<Visible> visible) {
    var item =
        form.item(
            tag,
            known,
            alias.alias() != null,
            isValue,
            QueryForm.renamed(outputs, alias.columns()));
    scope.add(item);
    visible.addAll(item.visible());
    return item;
  }

  private QualifiedName found(QualifiedName name) {
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

  /// Those that were there when the query was stored.
  private List<Output> outputs(QualifiedName relation) {
    var all = present(relation);
    var width = widths.getOrDefault(relation, 0);
    return width == 0 || width > all.size() ? all : all.subList(0, width);
  }

  private List<Output> present(QualifiedName relation) {
    var table = state.table(relation);
    if (table != null) {
      return state.columns(table).stream().map(c -> new Output(c.part(), c.type())).toList();
    }
    var view = state.view(relation);
    if (view == null || view.columns().contains("*") || view.columns().contains("")) {
      throw new Unclear();
    }
    return view.columns().stream().map(c -> new Output(c, null)).toList();
  }

  private String derived(Derived derived, QueryScope scope, List<Visible> visible) {
    // PostgreSQL gives it a name of its own.
    var written = derived.alias().alias();
    var name = written == null ? "unnamed_subquery" : written;
    var alias = new Alias(name, derived.alias().columns());
    // Only what stands to its left is visible in it, and only to a lateral one.
    var around = derived.lateral() ? leftOf(scope, visible) : scope.outer();
    var part = form.part(derived.query(), around);
    var item = item(name, name, alias, false, part.outputs(), scope, visible);
    return (derived.lateral() ? "lateral (" : "(")
        + part.text()
        + ") "
        + Identifier.quoted(item.tag())
        + QueryForm.names(item.outputs());
  }

  private static QueryScope leftOf(QueryScope scope, List<Visible> visible) {
    var left = new QueryScope(scope);
    left.show(visible);
    return left;
  }

  private String function(Function function, QueryScope scope, List<Visible> visible) {
    var alias = function.alias();
    if (!(function.call() instanceof Call call)) {
      throw new Unclear();
    }
    var name = call.function().name();
    var known = alias.alias() == null ? name : alias.alias();
    var columns = new ArrayList<>(columns(call, known, alias, function.ordinality()));
    var text = form.condition(call, leftOf(scope, visible));
    if (function.ordinality()) {
      columns.add(new Output("ordinality", TypeName.of("bigint")));
      text += " with ordinality";
    }
    var named = new Alias(known, alias.columns());
    var item = item(known, known, named, columns.size() == 1, columns, scope, visible);
    return text
        + " "
        + Identifier.quoted(item.tag())
        + (alias.types().isEmpty() ? QueryForm.names(item.outputs()) : definitions(columns));
  }

  private static String definitions(List<Output> columns) {
    return columns.stream()
        .map(c -> Identifier.quoted(c.name()) + (c.type() == null ? "" : " " + c.type().text()))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private List<Output> columns(Call call, String known, Alias alias, boolean isNumbered) {
    var function = call.function();
    if (!alias.types().isEmpty()) {
      var defined = new ArrayList<Output>();
      for (var i = 0; i < alias.types().size(); i++) {
        defined.add(new Output(alias.columns().get(i), form.type(alias.types().get(i))));
      }
      return defined;
    }
    var own = ofOwn(function, known);
    if (own != null) {
      return own;
    }
    if (function.schema() != null && !function.schema().equals("pg_catalog")) {
      throw new Unclear();
    }
    var several = COLUMNS.get(function.name());
    if (several != null) {
      return several.stream().map(c -> new Output(c, null)).toList();
    }
    if (OF_RECORDS.contains(function.name())
        && !call.arguments().isEmpty()
        && call.arguments().getFirst().value() instanceof Cast(var _, var type)
        && state.relation(form.type(type).name()) != null) {
      return present(form.type(type).name());
    }
    if (function.name().equals("unnest")
        && call.arguments().size() > 1
        && call.arguments().size() == alias.columns().size() - (isNumbered ? 1 : 0)) {
      return alias.columns().subList(0, call.arguments().size()).stream()
          .map(c -> new Output(c, null))
          .toList();
    }
    if (!NAMED_BY_ALIAS.contains(function.name())
        || alias.columns().size() > (isNumbered ? 2 : 1)) {
      throw new Unclear();
    }
    return List.of(new Output(known, null));
  }

  /// Null if it is none that a script creates.
  private @Nullable List<Output> ofOwn(QualifiedName function, String known) {
    var routines =
        reads.stream()
            .filter(r ->
                r.kind().isRoutine()
                    && r.name().name().equals(function.name())
                    && (function.schema() == null || r.name().equals(function)))
            .flatMap(r -> state.get(r) instanceof Routine routine ? Stream.of(routine) : null)
            .toList();
    if (routines.size() != 1) {
      return null;
    }
    var routine = routines.getFirst();
    var table = routine.returnsTable();
    var out =
        table.isEmpty()
            ? routine.arguments().stream().filter(a -> a.mode().endsWith("out")).toList()
            : table;
    if (!out.isEmpty()) {
      return out.stream().map(a -> new Output(String.valueOf(a.name()), a.type())).toList();
    }
    var returned = routine.returns();
    if (returned == null || returned.arrayDimensions() > 0) {
      throw new Unclear();
    }
    if (state.relation(returned.name()) != null) {
      return present(returned.name());
    }
    if (returned.name().schema() == null && BuiltIns.isType(returned.name().name())) {
      return List.of(new Output(known, returned));
    }
    throw new Unclear();
  }

  /// For each item that is locked, its lock: of all those that have rows of their own if none is
  /// named.
  static String locks(List<Lock> locks, List<From> from, QueryScope scope) {
    var text = new StringBuilder();
    for (var lock : locks) {
      var names = new ArrayList<>(lock.of());
      if (names.isEmpty()) {
        from.forEach(item -> addLockable(item, scope, names));
      }
      for (var name : names) {
        text.append(' ').append(lock.strength()).append(" of ");
        text.append(Identifier.quoted(scope.item(name).tag()));
        text.append(lock.waiting().isEmpty() ? "" : " ").append(lock.waiting());
      }
    }
    return text.toString();
  }

  private static void addLockable(From item, QueryScope scope, List<String> names) {
    switch (item) {
      case From.Relation relation -> {
        var isCommon =
            relation.name().schema() == null && scope.commonTable(relation.name().name()) != null;
        if (!isCommon) {
          var alias = relation.alias().alias();
          names.add(alias == null ? relation.name().name() : alias);
        }
      }
      case Derived derived when derived.alias().alias() != null ->
          names.add(derived.alias().alias());
      case Derived _, Function _ -> {}
      case Join join -> {
        addLockable(join.left(), scope, names);
        addLockable(join.right(), scope, names);
      }
    }
  }

  // Joins

  private String join(Join join, QueryScope scope, List<Visible> visible) {
    var left = new ArrayList<Visible>();
    var before = List.copyOf(visible);
    var leftText = text(join.left(), scope, left);
    var right = new ArrayList<Visible>(left);
    var rightText = text(join.right(), scope, right);
    right.subList(0, left.size()).clear();
    var rightWords = join.right() instanceof Join ? "(" + rightText + ")" : rightText;
    var using = join.natural() ? common(left, right) : join.using();
    visible.addAll(merged(join.kind(), left, right, using));
    var text = leftText + " " + kind(join.kind()) + "join " + rightWords;
    if (!using.isEmpty()) {
      return text
          + using.stream()
              .map(Identifier::quoted)
              .collect(Collectors.joining(", ", " using (", ")"));
    }
    if (join.on() == null) {
      return text;
    }
    var inJoin = new QueryScope(scope);
    inJoin.show(before);
    inJoin.show(left);
    inJoin.show(right);
    return text + " on " + form.condition(join.on(), inJoin);
  }

  private static String kind(String kind) {
    return kind.equals("inner") ? "" : kind + " ";
  }

  private static List<String> common(List<Visible> left, List<Visible> right) {
    var names = right.stream().map(v -> v.output().name()).collect(Collectors.toSet());
    var common = left.stream().map(v -> v.output().name()).filter(names::contains).toList();
    if (common.isEmpty()) {
      throw new Unclear();
    }
    return common;
  }

  private static List<Visible> merged(
      String kind, List<Visible> left, List<Visible> right, List<String> using) {
    var all = new ArrayList<Visible>();
    for (var name : using) {
      if (kind.equals("full")) {
        throw new Unclear();
      }
      all.add(one(kind.equals("right") ? right : left, name));
    }
    left.stream().filter(v -> !using.contains(v.output().name())).forEach(all::add);
    right.stream().filter(v -> !using.contains(v.output().name())).forEach(all::add);
    return all;
  }

  private static Visible one(List<Visible> side, String name) {
    var found = side.stream().filter(v -> v.output().name().equals(name)).toList();
    if (found.size() != 1) {
      throw new Unclear();
    }
    return found.getFirst();
  }
}
