package dev.deed.sql.replay;

import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.Query;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.CanonicalWords;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.RelationLiteral;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The columns of a query, as far as text and state reveal them: a star over one relation, and the
/// types of plain columns.
final class QueryOutput {

  /// @param type `ColumnReplay.UNKNOWN` if the text does not reveal it
  record Output(String name, TypeName type) {}

  private final SchemaState state;
  private final NameResolution names;
  private final List<ObjectName> reads;
  private final List<ObjectName> relations;

  /// @param reads what the query reads
  QueryOutput(SchemaState state, NameResolution names, List<ObjectName> reads) {
    this.state = state;
    this.names = names;
    this.reads = reads;
    this.relations = reads.stream().filter(r -> r.kind().isRelation()).toList();
  }

  /// With types as far as the query's expressions reveal them.
  List<Output> typed(Query query) {
    var plain = plain(query);
    var placed = QueryForm.outputs(state, reads, query.canonical());
    if (placed.isEmpty()) {
      return plain;
    }
    var outputs = new ArrayList<Output>();
    for (var i = 0; i < placed.size(); i++) {
      var output = placed.get(i);
      var type = output.type() != null ? output.type() : ColumnReplay.UNKNOWN;
      var isKnown = i < plain.size() && plain.get(i).name().equals(output.name());
      outputs.add(
          output.type() == null && isKnown ? plain.get(i) : new Output(output.name(), type));
    }
    return outputs;
  }

  /// Stops at the first column with an unknown name.
  List<Output> of(Query query) {
    var placed =
        query.columns().contains("*")
            ? QueryForm.outputs(state, reads, query.canonical())
            : List.<QueryScope.Output>of();
    return placed.isEmpty()
        ? plain(query)
        : placed.stream()
            .map(o -> new Output(o.name(), o.type() == null ? ColumnReplay.UNKNOWN : o.type()))
            .toList();
  }

  private List<Output> plain(Query query) {
    var outputs = new ArrayList<Output>();
    var words = CanonicalWords.of(query.canonical());
    var items = items(words);
    for (var i = 0; i < query.columns().size(); i++) {
      var name = query.columns().get(i);
      if (name.equals("*") && relations.size() == 1 && isPlain(words)) {
        outputs.addAll(all(relations.getFirst()));
        if (outputs.size() > QueryForm.MOST_OUTPUTS) {
          return List.of();
        }
      } else if (name.isEmpty() || name.equals("*")) {
        break;
      } else {
        var item = items.size() == query.columns().size() ? items.get(i) : List.<String>of();
        outputs.add(new Output(name, type(item)));
      }
    }
    return outputs;
  }

  /// The star of a query from a subquery means what that one selects.
  private static boolean isPlain(List<String> words) {
    return words.indexOf("select") == words.lastIndexOf("select");
  }

  private List<Output> all(ObjectName relation) {
    var table = state.table(relation.name());
    if (table != null) {
      return state.columns(table).stream().map(c -> new Output(c.part(), c.type())).toList();
    }
    var view = state.view(relation.name());
    return view == null || view.columns().contains("*")
        ? List.of()
        : view.columns().stream().map(c -> new Output(c, ColumnReplay.UNKNOWN)).toList();
  }

  /// The words of each item of the select list.
  private static List<List<String>> items(List<String> words) {
    var items = new ArrayList<List<String>>();
    var item = new ArrayList<String>();
    var depth = 0;
    for (var word : words.subList(Math.min(1, words.size()), words.size())) {
      depth += word.equals("(") ? 1 : 0;
      depth -= word.equals(")") ? 1 : 0;
      if (depth == 0 && word.equals("from")) {
        break;
      }
      if (depth == 0 && word.equals(",")) {
        items.add(List.copyOf(item));
        item.clear();
      } else {
        item.add(word);
      }
    }
    items.add(List.copyOf(item));
    return items;
  }

  /// `... :: t`, `... :: t as c`: a cast of all of it, or of its last operand only, which then
  /// mostly has that type, too.
  private @Nullable TypeName cast(List<String> item) {
    var named = item.size() > 2 && item.get(item.size() - 2).equals("as");
    var end = named ? item.size() - 2 : item.size();
    if (end < 4 || !item.get(end - 3).equals(":") || !item.get(end - 2).equals(":")) {
      return null;
    }
    var type = names.type(RelationLiteral.parse(item.get(end - 1)));
    return state.type(type) == null && state.relation(type) == null
        ? null
        : new TypeName(type, List.of(), 0, false, null);
  }

  /// For an item that is a column: `c`, `t.c`, `t.c as d`; or a cast to a type that the state
  /// knows.
  private TypeName type(List<String> item) {
    var cast = cast(item);
    if (cast != null) {
      return cast;
    }
    var plain = item.size() == 1 || (item.size() == 3 && item.get(1).equals("as"));
    if (!plain) {
      return ColumnReplay.UNKNOWN;
    }
    var column = item.getFirst().substring(item.getFirst().lastIndexOf('.') + 1);
    var types = new ArrayList<TypeName>();
    for (var relation : relations) {
      if (state.relation(relation.name()) != null
          && state.get(relation) instanceof Table table
          && table.columns().contains(column)) {
        state.columns(table).stream()
            .filter(c -> c.part().equals(column))
            .forEach(c -> types.add(c.type()));
      }
    }
    return types.size() == 1 ? types.getFirst() : ColumnReplay.UNKNOWN;
  }
}
