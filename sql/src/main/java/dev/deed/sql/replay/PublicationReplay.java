package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectEffect.Published;
import dev.deed.sql.effect.ObjectEffect.PublishedTable;
import dev.deed.sql.effect.ObjectEffect.Publishes;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Facets;
import dev.deed.sql.schema.SchemaObject.Publication;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Replays publications and their contents.
final class PublicationReplay {

  private final ReplaySession surrounding;
  private final PrivilegeReplay privileges;
  private final SchemaState state;

  PublicationReplay(ReplaySession surrounding, PrivilegeReplay privileges) {
    this.surrounding = surrounding;
    this.privileges = privileges;
    this.state = surrounding.state;
  }

  void apply(Publishes publishes) {
    var name = publishes.object();
    var before = state.get(name) instanceof Publication known ? known : empty(name);
    var published = publishes.published();
    state.put(
        switch (publishes.change()) {
          case CREATE -> with(empty(name), published);
          case ADD -> with(before, published);
          case SET -> set(before, published);
          case DROP -> without(before, published);
        });
  }

  private Publication empty(ObjectName name) {
    return new Publication(
        name, false, new TreeMap<>(), new TreeSet<>(), new TreeMap<>(), privileges.ofNew(name));
  }

  private Publication with(Publication publication, Published published) {
    var tables = new TreeMap<>(publication.tables());
    published.tables().forEach(t -> reached(t).forEach(name -> tables.put(name, what(t))));
    var schemas = new TreeSet<>(publication.schemas());
    schemas.addAll(published.schemas());
    var options = new TreeMap<>(publication.options());
    published
        .options()
        .forEach((k, v) -> options.put(k, v.equals("on") || v.equals("1") ? "true" : v));
    options.remove("publish", "insert, update, delete, truncate");
    options.remove("publish_via_partition_root", "false");
    return new Publication(
        publication.name(),
        publication.allTables() || published.allTables(),
        tables,
        schemas,
        options,
        publication.attributes());
  }

  /// Sets either the list or options.
  private Publication set(Publication before, Published published) {
    if (published.tables().isEmpty() && published.schemas().isEmpty()) {
      return with(before, published);
    }
    var cleared =
        new Publication(
            before.name(),
            false,
            new TreeMap<>(),
            new TreeSet<>(),
            before.options(),
            before.attributes());
    return with(cleared, published);
  }

  private Publication without(Publication before, Published published) {
    var tables = new TreeMap<>(before.tables());
    published.tables().forEach(t -> reached(t).forEach(tables::remove));
    var schemas = new TreeSet<>(before.schemas());
    published.schemas().forEach(schemas::remove);
    return new Publication(
        before.name(), before.allTables(), tables, schemas, before.options(), before.attributes());
  }

  /// Without `ONLY` the tables that inherit from it at this moment, but not its partitions.
  private Set<QualifiedName> reached(PublishedTable table) {
    var reached = new LinkedHashSet<QualifiedName>();
    reached.add(name(table));
    if (!table.only()) {
      addHeirs(name(table), reached);
    }
    return reached;
  }

  private void addHeirs(QualifiedName parent, Set<QualifiedName> reached) {
    for (var child : state.children(ObjectName.of(ObjectKind.TABLE, parent))) {
      if (child.partition() == null && reached.add(child.qualifiedName())) {
        addHeirs(child.qualifiedName(), reached);
      }
    }
  }

  private QualifiedName name(PublishedTable table) {
    return surrounding.names().relation(table.name());
  }

  /// PostgreSQL keeps a set of columns, and a dump lists them in the table's order.
  private String what(PublishedTable table) {
    var sorted = table.columns().stream().sorted().toList();
    var columns = sorted.isEmpty() ? "" : "(" + Facets.quoted(sorted) + ")";
    var where = surrounding.expressions().optional(table.where());
    var condition =
        where == null ? "" : "WHERE (" + ObjectSpeller.normal(state, name(table), where) + ")";
    return (columns + " " + condition).strip();
  }
}
