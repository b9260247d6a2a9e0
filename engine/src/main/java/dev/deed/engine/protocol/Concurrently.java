package dev.deed.engine.protocol;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.MaintenanceEffect.Maintains;
import dev.deed.sql.effect.MaintenanceEffect.Maintenance;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.DetachesPartition;
import dev.deed.sql.script.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What `CONCURRENTLY` needs in addition to the statement: queries that find what an interrupted
/// one left behind, and whether the statement did its work.
public record Concurrently(Statement statement) {

  /// Excludes an index that another session is building now.
  private static final String INVALID =
      """
      SELECT c.oid::pg_catalog.regclass::pg_catalog.text
      FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
      WHERE NOT i.indisvalid
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_progress_create_index p
                        WHERE p.index_relid = c.oid AND p.pid <> pg_catalog.pg_backend_pid())
      """;

  /// Restricts to a table and its TOAST table, or to the table of an index.
  private static final String OF_ONE =
      """
       AND EXISTS (SELECT FROM pg_catalog.pg_class t
                   WHERE t.oid = coalesce(
                       (SELECT o.indrelid FROM pg_catalog.pg_index o WHERE o.indexrelid = pg_catalog.to_regclass(?)),
                       pg_catalog.to_regclass(?))
                     AND i.indrelid IN (t.oid, t.reltoastrelid))
      """;

  private static final String BUILT =
      """
      SELECT c.relname
      FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
      WHERE c.relname = ? AND i.indrelid = pg_catalog.to_regclass(?)
      """;

  private static final String PENDING =
      """
      SELECT inhdetachpending FROM pg_catalog.pg_inherits
      WHERE inhrelid = pg_catalog.to_regclass(?) AND inhparent = pg_catalog.to_regclass(?)
      """;

  /// @param parameters for its question marks, in order
  public record Query(String sql, List<String> parameters) {
    public Query {
      parameters = List.copyOf(parameters);
    }
  }

  /// A partition that may be half detached.
  ///
  /// @param pending returns whether it is
  /// @param finish the statement to send in that case
  public record Detachment(Query pending, String finish) {}

  /// The statement waits for other transactions by design, without blocking them: a lock timeout
  /// would only leave an invalid index behind.
  public boolean waitsByDesign() {
    return statement.effects().stream().anyMatch(Concurrently::isConcurrent);
  }

  /// The build ends only after all older snapshots, and PostgreSQL reports its progress.
  public boolean buildsIndex() {
    return statement.effects().stream()
        .anyMatch(effect ->
            (effect instanceof CreatesIndex index && index.concurrently())
                || (effect instanceof Maintains maintains && isConcurrentReindex(maintains)));
  }

  /// Each query returns the quoted names of invalid indexes to drop, and no others.
  public List<Query> leftovers() {
    var queries = new ArrayList<Query>();
    for (var effect : statement.effects()) {
      switch (effect) {
        case CreatesIndex index when index.concurrently() -> add(queries, index);
        case Maintains reindex when isConcurrentReindex(reindex) ->
            queries.add(rebuilt(reindex.object()));
        default -> {}
      }
    }
    return queries;
  }

  /// Each query finds what an interrupted statement left: invalid indexes, a half-detached
  /// partition.
  public List<Query> traces() {
    var queries = new ArrayList<>(leftovers());
    for (var effect : statement.effects()) {
      if (effect instanceof Drops drop && drop.concurrently()) {
        queries.add(
            new Query(
                INVALID + " AND c.oid = pg_catalog.to_regclass(?)",
                List.of(drop.object().name().quoted())));
      }
    }
    detachment()
        .map(Detachment::pending)
        .map(pending -> new Query(pending.sql() + " AND inhdetachpending", pending.parameters()))
        .ifPresent(queries::add);
    return queries;
  }

  /// Each query finds indexes that the statement should have built but that cannot be used.
  public List<Query> unusable() {
    var queries = new ArrayList<Query>();
    for (var effect : statement.effects()) {
      if (effect instanceof CreatesIndex index && index.concurrently()) {
        add(queries, index);
      }
    }
    return queries;
  }

  /// Each query finds an index that the statement builds, on its own table: an index of another
  /// table may have the same name.
  public List<Query> built() {
    return statement.effects().stream()
        .filter(CreatesIndex.class::isInstance)
        .map(CreatesIndex.class::cast)
        .flatMap(index -> ofIndex(BUILT, index).stream())
        .toList();
  }

  public Optional<Detachment> detachment() {
    return statement.effects().stream()
        .filter(DetachesPartition.class::isInstance)
        .map(DetachesPartition.class::cast)
        .filter(DetachesPartition::concurrently)
        .map(Concurrently::detachment)
        .findFirst();
  }

  private static Detachment detachment(DetachesPartition detach) {
    var partition = detach.partition().quoted();
    var table = detach.target().name().quoted();
    return new Detachment(
        new Query(PENDING, List.of(partition, table)),
        "ALTER TABLE %s DETACH PARTITION %s FINALIZE".formatted(table, partition));
  }

  private static void add(List<Query> queries, CreatesIndex index) {
    var sql = INVALID + " AND c.relname = ? AND i.indrelid = pg_catalog.to_regclass(?)";
    ofIndex(sql, index).ifPresent(queries::add);
  }

  private static Optional<Query> ofIndex(String sql, CreatesIndex index) {
    var table = QualifiedName.of(index.table().schema(), index.table().name()).quoted();
    return Optional.ofNullable(index.name()).map(name -> new Query(sql, List.of(name, table)));
  }

  /// `REINDEX CONCURRENTLY` builds the new index next to the old one, under a name with this
  /// suffix.
  ///
  /// @param object a table or an index; null for the whole database
  private static Query rebuilt(@Nullable ObjectName object) {
    var rebuilt = INVALID + " AND c.relname ~ '_cc(new|old)[0-9]*$'";
    if (object != null
        && (object.kind() == ObjectKind.TABLE || object.kind() == ObjectKind.INDEX)) {
      var name = object.name().quoted();
      return new Query(rebuilt + OF_ONE, List.of(name, name));
    }
    return new Query(rebuilt, List.of());
  }

  private static boolean isConcurrent(Effect effect) {
    return switch (effect) {
      case CreatesIndex index -> index.concurrently();
      case Drops drop -> drop.concurrently();
      case DetachesPartition detach -> detach.concurrently();
      case Maintains maintains -> maintains.concurrently();
      default -> false;
    };
  }

  private static boolean isConcurrentReindex(Maintains maintains) {
    return maintains.concurrently() && maintains.maintenance() == Maintenance.REINDEX;
  }
}
