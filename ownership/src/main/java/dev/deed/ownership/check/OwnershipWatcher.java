package dev.deed.ownership.check;

import dev.deed.ownership.OwnershipMap;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.replay.Catalog;
import dev.deed.sql.replay.ReachedEffect;
import dev.deed.sql.replay.ReplayWatcher;
import dev.deed.sql.replay.ResolvedStatement;
import dev.deed.sql.schema.Schema;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.script.Script;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Observes the replay of one database's migrations: who owns the objects that each statement
/// reaches, at that moment. The catalog says which statement created an object, and so which
/// service.
public final class OwnershipWatcher {

  private final OwnershipMap map;
  private final DatabaseName database;
  private final Catalog catalog;
  private final OwnerRules rules;

  /// True if a grant limits which columns may be read or referenced.
  private final boolean limitsReading;

  /// The service of each script, by the number of its first statement.
  private final TreeMap<Integer, ServiceName> services = new TreeMap<>();

  private final HashMap<ObjectName, Owned> seen = new HashMap<>();

  /// @param catalog the catalog of the reader that reads the migrations
  public OwnershipWatcher(OwnershipMap map, DatabaseName database, Catalog catalog) {
    this.map = map;
    this.database = database;
    this.catalog = catalog;
    this.rules = new OwnerRules(map, database, new Live());
    this.limitsReading =
        map.consumers().stream()
            .anyMatch(c ->
                c.database().equals(database)
                    && c.access() != Access.WRITES
                    && !c.columns().isEmpty());
  }

  /// Reads the next script of the database.
  ///
  /// @param reading has the script read, observed by the watcher that it is given
  public ServiceScript read(ServiceName service, Script script, Consumer<ReplayWatcher> reading) {
    services.put(catalog.statementNumber() + 1, service);
    var watch = new Watch(script);
    reading.accept(watch);
    return new ServiceScript(service, script, watch.statements);
  }

  /// The owners in the present state.
  ///
  /// @param schema the reader's schema in that state
  public ObjectOwners owners(Schema schema) {
    var creators = new HashMap<ObjectName, ServiceName>();
    var identities = new HashMap<Integer, ObjectName>();
    for (var name : schema.names()) {
      if (!name.kind().isPartOfRelation() && name.kind() != ObjectKind.INDEX) {
        creator(name).ifPresent(s -> creators.put(name, s));
        identities.put(catalog.identity(name), name);
      }
    }
    return new ObjectOwners(
        map, database, new ObjectOwners.Snapshot(schema, creators, identities), seen);
  }

  private Optional<ServiceName> creator(ObjectName name) {
    return authorOf(catalog.creation(name));
  }

  private Optional<ServiceName> authorOf(int statement) {
    var script = statement < 0 ? null : services.floorEntry(statement);
    return script == null ? Optional.empty() : Optional.of(script.getValue());
  }

  private final class Live implements ObjectTable {

    @Override
    public Optional<ObjectName> relationNamed(QualifiedName name) {
      return catalog.relationNamed(name);
    }

    @Override
    public Optional<SchemaObject> find(ObjectName name) {
      return catalog.find(name);
    }

    @Override
    public Optional<ServiceName> creator(ObjectName name) {
      return OwnershipWatcher.this.creator(name);
    }
  }

  private final class Watch implements ReplayWatcher {

    private final Script script;
    private final List<OwnedStatement> statements = new ArrayList<>();
    private StatementOwners current;

    Watch(Script script) {
      this.script = script;
      this.current = new StatementOwners(catalog, rules, OwnershipWatcher.this::authorOf);
    }

    @Override
    public void reached(ReachedEffect reached) {
      current.add(reached);
    }

    @Override
    public void after(ResolvedStatement resolved) {
      var text =
          limitsReading
              ? Optional.of(script.textOf(resolved.statement()))
              : Optional.<String>empty();
      var owned = current.end(resolved, TouchesDirective.of(script, statements.size()), text);
      for (var access : owned.accesses()) {
        // Only what a statement changes can be gone at its end.
        if (access.access() == Access.DEFINES) {
          seen.put(access.owner().object(), access.owned());
        }
      }
      statements.add(owned);
      current = new StatementOwners(catalog, rules, OwnershipWatcher.this::authorOf);
    }
  }
}
