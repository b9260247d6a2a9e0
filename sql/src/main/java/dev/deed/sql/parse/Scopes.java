package dev.deed.sql.parse;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.NameScope;
import dev.deed.sql.expression.NameScope.Join;
import dev.deed.sql.expression.NameScope.Outputs;
import dev.deed.sql.expression.NameScope.Part;
import dev.deed.sql.expression.NameScope.Source;
import dev.deed.sql.expression.NameScope.Use;
import dev.deed.sql.lex.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Records, while a statement is read, which column names it uses in which query. Most readers do
/// not ask for it: then it is off and records nothing.
final class Scopes {

  /// Recorded always, for who reaches what.
  final RowFields fields = new RowFields();

  private @Nullable Building current;
  private int outputsAllowed;
  private final List<CommonTable> commonTables = new ArrayList<>();

  /// @param query null while the common table expression itself is read, and for one that writes
  private record CommonTable(String name, List<String> renamed, @Nullable Building query) {}

  /// A scope that is being read.
  private static final class Building {
    final @Nullable Building around;
    final List<Building> inner = new ArrayList<>();
    final List<BuildingSource> sources = new ArrayList<>();
    final List<Use> uses = new ArrayList<>();
    final List<Part> parts = new ArrayList<>();
    final List<BuildingJoin> joins = new ArrayList<>();
    final List<String> outputs = new ArrayList<>();
    boolean merged;
    boolean stars;
    boolean unclear;
    @Nullable Building first;
    @Nullable NameScope built;

    Building(@Nullable Building around) {
      this.around = around;
    }

    void doubt(Set<String> names) {
      sources.replaceAll(s ->
          s.source() instanceof Source.Relation(var name, var alias, _, _)
                  && !name.isQualified()
                  && names.contains(name.name())
              ? () -> new Source.Unclear(alias)
              : s);
      inner.forEach(b -> b.doubt(names));
    }

    NameScope scope() {
      if (built == null) {
        // In the order of the text: of a thousand common table expressions, each over the one
        // before it, a source would ask down to the first one.
        var queries = inner.stream().map(Building::scope).toList();
        var of = first == null ? null : first.scope();
        var selected =
            of == null
                ? new Outputs(outputs, stars, unclear, null)
                : new Outputs(
                    of.outputs().names(),
                    of.outputs().stars(),
                    of.outputs().unclear(),
                    of.outputs().of() == null ? of : of.outputs().of());
        built =
            new NameScope(
                sources.stream().map(BuildingSource::source).toList(),
                merged,
                joins.stream().map(j -> j.join(sources)).toList(),
                uses,
                parts,
                queries,
                selected);
      }
      return built;
    }
  }

  private interface BuildingSource {
    Source source();
  }

  /// @param first the first source of its left side
  /// @param right the first source of its right side
  /// @param end the first source after it
  private record BuildingJoin(List<Use> columns, int first, int right, int end) {
    Join join(List<BuildingSource> sources) {
      return new Join(columns, of(sources, first, right), of(sources, right, end));
    }

    private static List<Source> of(List<BuildingSource> sources, int from, int to) {
      return sources.subList(from, to).stream().map(BuildingSource::source).toList();
    }
  }

  void start() {
    current = new Building(null);
  }

  /// Everything since `start`.
  NameScope taken() {
    var root = Objects.requireNonNull(current);
    while (root.around != null) {
      root = root.around;
    }
    return root.scope();
  }

  boolean isOn() {
    return current != null;
  }

  // Scopes

  void open() {
    if (current != null) {
      var opened = new Building(current);
      current.inner.add(opened);
      current = opened;
    }
  }

  void close() {
    if (current != null && current.around != null) {
      current = current.around;
    }
  }

  /// A mark for `selected` and `reopen`: what is opened from now on.
  int mark() {
    return current == null ? 0 : current.inner.size();
  }

  /// The first query since the mark selects what the current one does.
  void selected(int mark) {
    if (current != null && current.inner.size() > mark) {
      current.first = current.inner.get(mark);
    }
  }

  /// Continues the only query since the mark. Of several, only the outputs could be named: names
  /// are not recorded then.
  void reopen(int mark) {
    if (current != null && current.inner.size() == mark + 1) {
      current = current.inner.get(mark);
    } else if (current != null) {
      open();
      unclear("");
    }
    beginOutputs();
  }

  void closeReopened() {
    endOutputs();
    close();
  }

  /// Names of output columns may be used until `endOutputs`.
  void beginOutputs() {
    outputsAllowed++;
  }

  void endOutputs() {
    outputsAllowed--;
  }

  // Sources

  void relation(QualifiedName name, @Nullable String alias, List<String> renamed) {
    if (renamed.isEmpty()) {
      fields.relation(name, alias == null ? name.name() : alias);
    } else {
      fields.unclear(alias == null ? name.name() : alias);
      renamed.forEach(fields::label);
    }
    if (current != null) {
      var source =
          new Source.Relation(name, alias == null ? name.name() : alias, alias != null, renamed);
      current.sources.add(() -> source);
    }
  }

  /// The query that was read last.
  void subquery(String alias, List<String> renamed) {
    fields.unclear(alias);
    renamed.forEach(fields::label);
    if (current != null) {
      subquery(alias, renamed, current.inner.getLast());
    }
  }

  private void subquery(String alias, List<String> renamed, Building query) {
    Objects.requireNonNull(current)
        .sources
        .add(() -> new Source.Subquery(alias, renamed, query.scope()));
  }

  /// A join merges columns of the same name.
  void merges() {
    if (current != null) {
      current.merged = true;
    }
  }

  /// How many sources the scope has so far.
  int sources() {
    return current == null ? 0 : current.sources.size();
  }

  /// `JOIN ... USING (...)`
  ///
  /// @param first the number of sources before the left side
  /// @param right the number of sources before the right side
  void using(List<Use> columns, int first, int right) {
    if (current != null) {
      current.joins.add(new BuildingJoin(columns, first, right, current.sources.size()));
    }
  }

  void unclear(String alias) {
    fields.unclear(alias);
    if (current != null) {
      current.sources.add(() -> new Source.Unclear(alias));
    }
  }

  // Common table expressions

  int commonTables() {
    return commonTables.size();
  }

  void leaveCommonTables(int size) {
    if (commonTables.size() > size) {
      commonTables.subList(size, commonTables.size()).clear();
    }
  }

  /// @param isRead its query is the one that was read last
  void commonTable(String name, List<String> renamed, boolean isRead) {
    renamed.forEach(fields::label);
    if (current != null) {
      commonTables.add(new CommonTable(name, renamed, isRead ? current.inner.getLast() : null));
    }
  }

  /// A source that is a common table expression.
  void namedQuery(String name, @Nullable String alias, List<String> renamed) {
    fields.unclear(alias == null ? name : alias);
    renamed.forEach(fields::label);
    if (current == null) {
      return;
    }
    var shown = alias == null ? name : alias;
    for (var table : commonTables.reversed()) {
      if (table.name().equals(name)) {
        if (table.query() == null) {
          break;
        }
        subquery(
            shown,
            renamed.size() > table.renamed().size() ? renamed : merged(renamed, table),
            table.query());
        return;
      }
    }
    unclear(shown);
  }

  private static List<String> merged(List<String> renamed, CommonTable table) {
    var names = new ArrayList<>(renamed);
    names.addAll(table.renamed().subList(renamed.size(), table.renamed().size()));
    return names;
  }

  /// With `RECURSIVE`, a name may mean a common table expression that is defined later: what was
  /// read since the mark may have taken it for a table.
  void doubt(int mark, Set<String> names) {
    if (current != null) {
      current.inner.subList(mark, current.inner.size()).forEach(b -> b.doubt(names));
    }
  }

  // Names

  /// @param first its first token
  void column(List<String> path, Cursor cursor, int first) {
    fields.column(path, cursor, first);
    if (current != null) {
      current.uses.add(new Use(path, outputsAllowed > 0, cursor.spanFrom(first)));
    }
  }

  /// A cast, a comparison, a call, or another part of an expression that a reader may look at.
  void part(Expression part, Cursor cursor) {
    if (current != null) {
      current.parts.add(new Part(part, cursor.spanFrom(Math.max(0, cursor.position() - 1))));
    }
  }

  void output(String name) {
    if (current != null) {
      current.outputs.add(name);
    }
  }

  void star() {
    if (current != null) {
      current.stars = true;
    }
  }

  void unclearOutput() {
    if (current != null) {
      current.unclear = true;
    }
  }
}
