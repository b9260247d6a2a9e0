package dev.deed.engine.run;

import dev.deed.engine.Backfill;
import dev.deed.engine.protocol.PsqlText;
import dev.deed.sql.Identifier;
import dev.deed.sql.parse.RowChange;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The table of a backfill as the server has it, and the key by which it is walked.
///
/// @param name schema and name, quoted
/// @param rows that PostgreSQL estimates
/// @param blocks of 8 kB
/// @param keys in their order; empty where the table is walked block by block
/// @param hashes of columns, quoted, whose values PostgreSQL hashes as they are: the function that
///   does it, empty where only the one for rows can be called, which takes longer. Of others the
///   text is hashed, which takes longer still
record WalkedTable(
    String name, long rows, long blocks, List<Key> keys, Map<String, String> hashes) {

  /// @param name as SQL
  /// @param type as SQL
  /// @param greatest number that it may be, where each row has a whole number for itself; else 0
  record Key(String name, String type, long greatest) {}

  private static final String TABLE =
      """
      SELECT c.oid::pg_catalog.text, c.relkind::pg_catalog.text,
             pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname),
             greatest(c.reltuples, 0)::bigint::pg_catalog.text,
             (pg_catalog.pg_relation_size(c.oid)
                 / pg_catalog.current_setting('block_size')::bigint)::pg_catalog.text,
             EXISTS (SELECT FROM pg_catalog.pg_inherits i WHERE i.inhparent = c.oid)::pg_catalog.text,
             pg_catalog.row_security_active(c.oid)::pg_catalog.text
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.oid = pg_catalog.to_regclass(%s)
      """;

  private static final String COLUMNS =
      """
      SELECT a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod),
             (CASE WHEN i.indisunique AND i.indnkeyatts = 1 THEN
                CASE a.atttypid WHEN 'int8'::pg_catalog.regtype THEN 9223372036854775807
                    WHEN 'int4'::pg_catalog.regtype THEN 2147483647
                    WHEN 'int2'::pg_catalog.regtype THEN 32767 ELSE 0 END
              ELSE 0 END)::pg_catalog.text
      FROM pg_catalog.pg_index i
           CROSS JOIN LATERAL pg_catalog.unnest(i.indkey) WITH ORDINALITY k (number, place)
           JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
      WHERE i.indrelid = %s::pg_catalog.oid AND k.place <= i.indnkeyatts AND %s
      ORDER BY i.indexrelid, k.place
      """;

  /// The index that begins with the key, whose columns cannot be null: each batch searches it.
  private static final String OF_KEY =
      """
      i.indexrelid = (
        SELECT x.indexrelid
        FROM pg_catalog.pg_index x
             JOIN pg_catalog.pg_class c ON c.oid = x.indexrelid
             JOIN pg_catalog.pg_am m ON m.oid = c.relam AND m.amname = 'btree'
        WHERE x.indrelid = i.indrelid AND x.indisvalid AND x.indpred IS NULL
          AND (SELECT pg_catalog.array_agg(a.attname::pg_catalog.text ORDER BY k.place)
               FROM pg_catalog.unnest(x.indkey) WITH ORDINALITY k (number, place)
                    JOIN pg_catalog.pg_attribute a
                        ON a.attrelid = x.indrelid AND a.attnum = k.number AND a.attnotnull
               WHERE k.place <= %2$d) = %1$s
        ORDER BY x.indisunique DESC, x.indexrelid LIMIT 1)
      AND k.place <= %2$d
      """;

  private static final String COMPUTED =
      """
      WITH RECURSIVE parts (id) AS (
        SELECT pg_catalog.to_regclass(%s)::pg_catalog.oid
        UNION SELECT inhrelid FROM pg_catalog.pg_inherits JOIN parts ON inhparent = id)
      SELECT 1 FROM parts WHERE
        EXISTS (SELECT FROM pg_catalog.pg_index WHERE indrelid = id AND indexprs IS NOT NULL)
        OR EXISTS (SELECT FROM pg_catalog.pg_statistic_ext WHERE stxrelid = id)
        OR EXISTS (SELECT FROM pg_catalog.pg_attribute WHERE attrelid = id AND attgenerated <> '')
      """;

  /// Types of extensions may have hash functions that are older than PostgreSQL's own are now. The
  /// function of some types takes another one, of the same bytes: that can only be called by the
  /// server itself.
  private static final String HASHES =
      """
      SELECT a.attname, coalesce((
          SELECT p.proname
          FROM pg_catalog.pg_opclass o
               JOIN pg_catalog.pg_am m ON m.oid = o.opcmethod AND m.amname = 'hash'
               JOIN pg_catalog.pg_amproc f ON f.amprocfamily = o.opcfamily AND f.amprocnum = 2
                   AND f.amproclefttype = o.opcintype AND f.amprocrighttype = o.opcintype
               JOIN pg_catalog.pg_proc p ON p.oid = f.amproc AND p.proargtypes[0] = o.opcintype
          WHERE o.opcdefault AND t.typtype = 'b' AND o.opcintype = CASE t.typname
              WHEN 'varchar' THEN 'text'::pg_catalog.regtype ELSE t.oid END), '')
      FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
      WHERE a.attrelid = %s::pg_catalog.oid AND a.attnum > 0
        AND (t.typtype = 'e'
          OR t.typtype = 'b' AND t.typnamespace = 'pg_catalog'::pg_catalog.regnamespace
            AND (t.typname = 'varchar' OR EXISTS (
              SELECT FROM pg_catalog.pg_opclass o JOIN pg_catalog.pg_am m ON m.oid = o.opcmethod
              WHERE m.amname = 'hash' AND o.opcdefault AND o.opcintype = t.oid)))
      """;

  private static final Pattern ESTIMATE = Pattern.compile("rows=([0-9]+)");

  WalkedTable {
    keys = List.copyOf(keys);
    hashes = Map.copyOf(hashes);
  }

  /// @throws NotWalkable where it cannot be run in batches
  static WalkedTable find(RowQuery query, Backfill backfill) throws SQLException {
    var change = backfill.change();
    var found = query.rows(TABLE.formatted(PsqlText.literal(change.table().quoted())));
    if (found.isEmpty()) {
      throw new NotWalkable(
          "there is no table %s".formatted(change.table().quoted()),
          "create it in an earlier migration, or correct the name");
    }
    var row = found.getFirst();
    var name = String.valueOf(row.get(2));
    var isPartitioned = "p".equals(row.get(1));
    if (!isPartitioned && !"r".equals(row.get(1))) {
      throw new NotWalkable(
          "%s is not a table, so it cannot be changed in batches".formatted(name),
          "name the table that it reads, or remove `-- deed: backfill`");
    }
    if ("true".equals(row.get(6))) {
      throw new NotWalkable(
          "row security may hide rows of %s from the role that runs this, so it could not be proved that no row is left"
              .formatted(name),
          "run it as the table's owner, or as a role with BYPASSRLS, or remove `-- deed: backfill`");
    }
    var hasChildren = "true".equals(row.get(5));
    // Rows of children may have the numbers that rows of the table have.
    var isOne = isPartitioned || !hasChildren || change.only();
    var keys = keys(query, String.valueOf(row.get(0)), backfill.pace().key(), isOne);
    if (keys.isEmpty()) {
      refuseBlocks(name, backfill, isPartitioned || hasChildren);
    }
    refuseChangedKey(name, backfill, keys);
    var hashes = new HashMap<String, String>();
    for (var column : query.rows(HASHES.formatted(row.get(0)))) {
      hashes.put(
          Identifier.quoted(String.valueOf(column.getFirst())), String.valueOf(column.getLast()));
    }
    var blocks = number(row.get(4));
    var isCounted = !isPartitioned && !hasChildren && (blocks == 0 || number(row.get(3)) > 0);
    var rows = isCounted ? number(row.get(3)) : estimate(query, change);
    return new WalkedTable(name, rows, blocks, keys, hashes);
  }

  /// The planner's, where the catalog has no number: of a table that was never analyzed, or of one
  /// with partitions.
  private static long estimate(RowQuery query, RowChange change) throws SQLException {
    var plan = query.rows("EXPLAIN SELECT FROM " + change.target()).getFirst().getFirst();
    var found = ESTIMATE.matcher(String.valueOf(plan));
    return found.find() ? Long.parseLong(found.group(1)) : 0;
  }

  private static List<Key> keys(RowQuery query, String oid, List<String> wanted, boolean isOne)
      throws SQLException {
    var condition =
        wanted.isEmpty()
            ? "i.indisprimary"
            : OF_KEY.formatted(PsqlText.array(wanted), wanted.size());
    var keys = new ArrayList<Key>();
    for (var row : query.rows(COLUMNS.formatted(oid, condition))) {
      keys.add(
          new Key(
              Identifier.quoted(String.valueOf(row.get(0))),
              String.valueOf(row.get(1)),
              isOne ? number(row.get(2)) : 0));
    }
    return keys;
  }

  /// A row whose key changes may be met again. `id = id` changes nothing: it fires triggers.
  private static void refuseChangedKey(String name, Backfill backfill, List<Key> keys) {
    for (var column : backfill.change().columns()) {
      var changed = Identifier.quoted(column);
      if (backfill.change().set().equals(changed + " = " + changed)) {
        continue;
      }
      if (keys.stream().anyMatch(key -> key.name().equals(changed))) {
        throw new NotWalkable(
            "the statement changes %s, which is part of the key that %s is walked by"
                .formatted(changed, name),
            "name another unique key: `-- deed: backfill key=<column>`");
      }
    }
  }

  /// Blocks have numbers within one table only.
  private static void refuseBlocks(String name, Backfill backfill, boolean hasChildren) {
    var wanted = backfill.pace().key();
    if (!wanted.isEmpty()) {
      throw new NotWalkable(
          "%s has no valid index that begins with (%s) over columns that are NOT NULL"
              .formatted(name, String.join(", ", wanted)),
          "create such an index CONCURRENTLY first, or name another key");
    }
    if (hasChildren && !backfill.change().only()) {
      throw new NotWalkable(
          "%s has partitions or children and no primary key".formatted(name),
          "name a key that an index on each of them begins with: `-- deed: backfill key=<column>`");
    }
  }

  private static long number(@Nullable String text) {
    return Long.parseLong(String.valueOf(text));
  }

  /// The key's values as SQL.
  List<String> literals(List<String> values) {
    return IntStream.range(0, values.size())
        .mapToObj(i -> PsqlText.literal(values.get(i)) + "::" + keys.get(i).type())
        .toList();
  }

  private boolean isCounted() {
    return keys.size() == 1 && keys.getFirst().greatest() > 0;
  }

  /// The part that begins there and has at most that many rows, whichever they are; empty where
  /// that is not known without a look.
  Optional<KeyRange> counted(KeyRange range, int size) {
    if (!isCounted() || range.after().isEmpty()) {
      return Optional.empty();
    }
    var from = Long.parseLong(range.after().getFirst());
    return from > keys.getFirst().greatest() - size
        ? Optional.empty()
        : Optional.of(new KeyRange(range.after(), List.of(String.valueOf(from + size))));
  }

  /// How many rows there can be in that part; as many as one likes where that is not known.
  double numbers(KeyRange range) {
    return !isCounted() || range.after().isEmpty() || range.isLast()
        ? Double.MAX_VALUE
        : Double.parseDouble(range.upTo().getFirst())
            - Double.parseDouble(range.after().getFirst());
  }

  boolean isWalkedByBlock() {
    return keys.isEmpty();
  }

  /// A hash of one row: the key's columns, and those.
  ///
  /// @param name of the table in the statement
  /// @param columns quoted
  String hash(String name, List<String> columns) {
    var slow = new ArrayList<String>();
    var fast = new ArrayList<String>();
    for (var key : keys) {
      (function(key.name()).isEmpty() ? slow : fast).add(key.name());
    }
    String hash;
    if (slow.isEmpty() && columns.size() == 1 && !function(columns.getFirst()).isEmpty()) {
      hash = "coalesce(%s, 1)".formatted(ofColumn(name, columns.getFirst(), "0"));
    } else {
      slow.addAll(columns);
      hash = slow.isEmpty() ? "0::bigint" : ofRow(name, slow);
    }
    // Each hash is the seed of the next: a key has no NULL, for which there would be none.
    for (var column : fast) {
      hash = ofColumn(name, column, hash);
    }
    return hash;
  }

  private String ofRow(String name, List<String> columns) {
    return "pg_catalog.hash_record_extended(ROW(%s), 0)"
        .formatted(
            columns.stream()
                .map(column -> name + "." + column + (hashes.containsKey(column) ? "" : "::text"))
                .collect(Collectors.joining(", ")));
  }

  private String ofColumn(String name, String column, String seed) {
    return "pg_catalog.%s(%s.%s, %s)".formatted(function(column), name, column, seed);
  }

  private String function(String column) {
    return hashes.getOrDefault(column, "");
  }

  /// Whether indexes, statistics or columns of it are computed from its columns: PostgreSQL looks
  /// at them only where it analyzes the whole table.
  boolean isComputedFrom(RowQuery query) throws SQLException {
    return !query.rows(COMPUTED.formatted(PsqlText.literal(name))).isEmpty();
  }

  /// Rows in a block, for the size of the first batch.
  long rowsPerBlock() {
    return blocks == 0 || rows == 0 ? 50 : Math.max(1, rows / blocks);
  }

  /// The key's columns, each with the name that the statement gives the table.
  List<String> columns(RowChange change) {
    return keys.stream().map(key -> change.name() + "." + key.name()).toList();
  }
}
