package dev.deed.expand;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.View;
import dev.deed.sql.schema.RelationPart;
import dev.deed.sql.schema.RelationSql;
import dev.deed.sql.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Materialized views that are made again while code reads them. The old ones stay through an
/// exchange, with the views that they read under other names; after it the new ones are built and
/// filled next to them, and take their names in a short transaction.
///
/// One that reads another one names it in its text, so it is built when that one has been
/// exchanged. Until then the old one reads the old one, under another name.
final class MadeBeside {

  private final Schema schema;

  /// Each after those that it reads.
  private final List<View> views;

  /// How many exchanges after the first one each view waits for: one for each materialized view on
  /// the longest way down to the table.
  private final Map<View, Integer> stages = new LinkedHashMap<>();

  /// Names that materialized views and their indexes have until they are exchanged.
  private final Map<QualifiedName, String> added = new LinkedHashMap<>();

  /// Names that the old ones have, from their exchange until those that read them are exchanged.
  private final Map<QualifiedName, String> aside = new LinkedHashMap<>();

  private MadeBeside(Schema schema, List<View> views) {
    this.schema = schema;
    this.views = views;
  }

  /// @param views each after those that it reads
  static MadeBeside of(Schema schema, List<View> views, Names names) {
    var beside = new MadeBeside(schema, views);
    for (var view : views) {
      var below =
          beside.stages.keySet().stream()
              .filter(other -> Dependants.reads(view, other))
              .mapToInt(beside::stage)
              .max()
              .orElse(0);
      beside.stages.put(view, below + (Dependants.isMaterialized(view) ? 1 : 0));
    }
    for (var view : views) {
      if (isBeside(view)) {
        beside.names(view).forEach(name -> beside.added.put(name, free(names, name, "_new")));
      }
      if (beside.isReadLater(view)) {
        beside.names(view).forEach(name -> beside.aside.put(name, free(names, name, "_old")));
      }
    }
    return beside;
  }

  private static String free(Names names, QualifiedName name, String ending) {
    return names.free(name.name() + ending);
  }

  private int stage(View view) {
    return Objects.requireNonNull(stages.get(view));
  }

  private boolean isReadLater(View view) {
    return views.stream().anyMatch(v -> stage(v) > stage(view) && below(v).contains(view));
  }

  /// Its own, and those of its indexes.
  private List<QualifiedName> names(View view) {
    var own = view.qualifiedName();
    return Stream.concat(Stream.of(own), indexes(own).stream().map(Index::qualifiedName)).toList();
  }

  /// What it reads of these, at any depth.
  private List<View> below(View view) {
    var below = new ArrayList<View>();
    for (var other : views.subList(0, views.indexOf(view)).reversed()) {
      if (Dependants.reads(view, other)
          || below.stream().anyMatch(b -> Dependants.reads(b, other))) {
        below.add(other);
      }
    }
    return below;
  }

  /// Whether the view stays through the first exchange.
  boolean isLater(View view) {
    return stage(view) > 0;
  }

  /// Whether a new one is built next to it.
  static boolean isBeside(View view) {
    return Dependants.isMaterialized(view);
  }

  /// What takes the view out of the way of a new one; none where that waits.
  List<String> takeDown(View view) {
    return isLater(view) ? List.of() : putAside(view);
  }

  private List<String> putAside(View view) {
    var name = aside.get(view.qualifiedName());
    if (name == null) {
      return List.of(Dependants.drop(view));
    }
    var statements = new ArrayList<String>();
    statements.add(rename(kind(view), view.qualifiedName(), name));
    for (var index : indexes(view.qualifiedName())) {
      var other = Objects.requireNonNull(aside.get(index.qualifiedName()));
      statements.add(rename("INDEX", index.qualifiedName(), other));
    }
    return statements;
  }

  /// @param as the view as it is made again
  /// @return transactions after that of the first exchange
  List<List<String>> later(UnaryOperator<View> as) {
    var transactions = new ArrayList<List<String>>();
    var last = stages.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    for (var stage = 1; stage <= last; stage++) {
      var build = new ArrayList<String>();
      var exchange = new ArrayList<String>();
      for (var view : views.reversed()) {
        if (stage(view) == stage) {
          exchange.addAll(putAside(view));
        }
      }
      if (stage == last) {
        exchange.addAll(dropAside());
      }
      for (var view : views) {
        if (stage(view) != stage) {
          continue;
        }
        if (isBeside(view)) {
          build(as.apply(view), build, exchange);
        } else {
          exchange.addAll(RelationSql.statements(schema, as.apply(view)));
        }
      }
      transactions.add(build);
      transactions.add(exchange);
    }
    return transactions;
  }

  /// When nothing reads them any more.
  private List<String> dropAside() {
    var statements = new ArrayList<String>();
    for (var view : views.reversed()) {
      var name = aside.get(view.qualifiedName());
      if (name != null) {
        statements.add(
            "DROP %s %s".formatted(kind(view), view.qualifiedName().renamed(name).quoted()));
      }
    }
    return statements;
  }

  private static String kind(View view) {
    return view.name().kind().words().toUpperCase(Locale.ROOT);
  }

  private void build(View view, List<String> build, List<String> exchange) {
    var own = view.qualifiedName();
    var other = meanwhile(own);
    build.add("DROP MATERIALIZED VIEW IF EXISTS " + other.quoted());
    build.addAll(RelationSql.statements(schema, view.named(other)));
    exchange.add(rename("MATERIALIZED VIEW", other, own.name()));
    for (var index : indexes(own)) {
      var name = meanwhile(index.qualifiedName());
      var named = index.copy().name(index.name().named(name)).table(other).index();
      build.addAll(RelationSql.statements(schema, named));
      exchange.add(rename("INDEX", name, index.name().simpleName()));
    }
    for (var object : schema.objects()) {
      if (object instanceof RelationPart part && part.relation().equals(own)) {
        exchange.addAll(RelationSql.statements(schema, part));
      }
    }
  }

  private QualifiedName meanwhile(QualifiedName name) {
    return name.renamed(Objects.requireNonNull(added.get(name)));
  }

  private List<Index> indexes(QualifiedName relation) {
    return schema.objects().stream()
        .filter(Index.class::isInstance)
        .map(Index.class::cast)
        .filter(index -> index.table().equals(relation))
        .toList();
  }

  private static String rename(String kind, QualifiedName from, String to) {
    return "ALTER %s %s RENAME TO %s".formatted(kind, from.quoted(), Identifier.quoted(to));
  }
}
