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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Materialized views that are made again while code reads them. The old ones stay through an
/// exchange, with the views that they read under other names; after it the new ones are built and
/// filled next to them, and take their names in a short transaction.
///
/// One that reads another one cannot be built so: its text names the old one.
final class MadeBeside {

  private final Schema schema;

  /// Each after those that it reads.
  private final List<View> views;

  /// Names that materialized views have until they are exchanged.
  private final Map<QualifiedName, String> added = new LinkedHashMap<>();

  /// Names that views have from the exchange on which the old materialized views read.
  private final Map<QualifiedName, String> aside = new LinkedHashMap<>();

  private MadeBeside(Schema schema, List<View> views) {
    this.schema = schema;
    this.views = views;
  }

  /// @param views each after those that it reads
  static MadeBeside of(Schema schema, List<View> views, Names names) {
    var beside = new MadeBeside(schema, views);
    var materialized = views.stream().filter(Dependants::isMaterialized).toList();
    var isStacked =
        materialized.stream()
            .anyMatch(m -> beside.below(m).stream().anyMatch(materialized::contains));
    if (!isStacked) {
      for (var view : materialized) {
        var name = view.qualifiedName();
        beside.added.put(name, names.free(name.name() + "_new"));
        beside
            .indexes(name)
            .forEach(index ->
                beside.added.put(
                    index.qualifiedName(), names.free(index.name().simpleName() + "_new")));
      }
      for (var view : views) {
        var isRead =
            views.stream().anyMatch(v -> beside.isLater(v) && beside.below(v).contains(view));
        if (isRead && !beside.isLater(view)) {
          beside.aside.put(view.qualifiedName(), names.free(view.name().simpleName() + "_old"));
        }
      }
    }
    return beside;
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

  /// Whether the view stays through the exchange.
  boolean isLater(View view) {
    return isBeside(view) || below(view).stream().anyMatch(this::isBeside);
  }

  /// Whether a new one is built next to it.
  boolean isBeside(View view) {
    return added.containsKey(view.qualifiedName());
  }

  /// What takes the view out of the way of a new one; empty where that waits.
  Optional<String> takeDown(View view) {
    var name = aside.get(view.qualifiedName());
    if (isLater(view)) {
      return Optional.empty();
    }
    return Optional.of(
        name == null ? Dependants.drop(view) : rename("VIEW", view.qualifiedName(), name));
  }

  /// @param as the view as it is made again
  /// @return transactions after that of the exchange
  List<List<String>> later(UnaryOperator<View> as) {
    if (added.isEmpty()) {
      return List.of();
    }
    var build = new ArrayList<String>();
    var exchange = new ArrayList<String>();
    for (var view : views.reversed()) {
      if (isLater(view)) {
        exchange.add(Dependants.drop(view));
      }
    }
    for (var view : views.reversed()) {
      var name = aside.get(view.qualifiedName());
      if (name != null) {
        exchange.add("DROP VIEW " + view.qualifiedName().renamed(name).quoted());
      }
    }
    for (var view : views) {
      if (isBeside(view)) {
        build(as.apply(view), build, exchange);
      } else if (isLater(view)) {
        exchange.addAll(RelationSql.statements(schema, as.apply(view)));
      }
    }
    return List.of(build, exchange);
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
