import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.Random;

/// Writes a project of migrations, the same on every machine: `java BenchMigrations.java FOLDER FILES`. Services with
/// tables of their own in two databases; each migration builds on what those before it made, and has its way back.
final class BenchMigrations {

  private static final List<String> DATABASES = List.of("accounts", "shop");
  private static final List<String> SERVICES = List.of("billing", "catalog", "identity", "orders", "search", "shipping");

  private final Path root;
  private final Random random = new Random(42);

  /// Tables by database and service, and how many columns each was given since it was created.
  private final List<List<List<Table>>> tables = new ArrayList<>();

  private int number;
  private int statements;

  private BenchMigrations(Path root) {
    this.root = root;
    for (var _ : DATABASES) {
      var ofDatabase = new ArrayList<List<Table>>();
      SERVICES.forEach(_ -> ofDatabase.add(new ArrayList<>()));
      tables.add(ofDatabase);
    }
  }

  public static void main(String[] arguments) throws IOException {
    var files = Integer.parseInt(arguments[1]);
    var project = new BenchMigrations(Path.of(arguments[0]));
    project.writeOwnership();
    for (var i = 0; i < files; i++) {
      project.writeMigration();
    }
    System.out.printf("%d migrations, %d statements%n", files, project.statements);
  }

  private void writeOwnership() throws IOException {
    var text = new StringBuilder("version: 1\n\ndatabases:\n");
    DATABASES.forEach(d -> text.append("  %s: {postgres: 15}\n".formatted(d)));
    text.append("\nservices:\n");
    for (var service : SERVICES) {
      text.append("  %s:\n    contact: \"#%s\"\n    owns:\n".formatted(service, service));
      DATABASES.forEach(d -> text.append("      %s: [\"%s_*\"]\n".formatted(d, service)));
      text.append("    uses:\n");
      DATABASES.forEach(d -> text.append("      %s: [{table: \"%s_1\", access: references}]\n".formatted(d, after(service))));
    }
    Files.createDirectories(root);
    Files.writeString(root.resolve("schema-ownership.yaml"), text);
  }

  private static String after(String service) {
    return SERVICES.get((SERVICES.indexOf(service) + 1) % SERVICES.size());
  }

  private void writeMigration() throws IOException {
    var database = random.nextInt(DATABASES.size());
    var service = random.nextInt(SERVICES.size());
    var own = tables.get(database).get(service);
    number++;
    var change = own.isEmpty() ? createTable(database, service) : change(database, service, own);
    var version = "2020%010d".formatted(101_000_000L + number);
    var folder = root.resolve("migrations").resolve(DATABASES.get(database)).resolve(SERVICES.get(service));
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(version + "_" + change.slug() + ".sql"), text(change));
    statements += change.up().size() + change.down().size();
  }

  private static String text(Change change) {
    return "-- Migration: %s%n%n-- UP Migration%n%s%n%n-- DOWN Migration (Rollback)%n%s%n"
        .formatted(change.slug().replace('_', ' '), joined(change.up()), commented(joined(change.down())))
        .replace("\r", "");
  }

  /// As `deed new` writes it: plain psql runs the up alone.
  private static String commented(String down) {
    return down.lines().map(line -> "-- " + line).collect(Collectors.joining("\n"));
  }

  private static String joined(List<String> statements) {
    return String.join(";\n\n", statements) + ";";
  }

  private Change change(int database, int service, List<Table> own) {
    var table = own.get(random.nextInt(own.size()));
    return switch (random.nextInt(16)) {
      case 0, 1, 2, 3 -> createTable(database, service);
      case 4, 5, 6 -> addColumns(table);
      case 7, 8 -> createIndexes(table);
      case 9, 10 -> addConstraints(table);
      case 11 -> createView(table, own.getFirst());
      case 12 -> createTrigger(table);
      case 13, 14 -> changeData(table);
      default -> createPartitions(service);
    };
  }

  // One kind of change each

  private Change createTable(int database, int service) {
    var own = tables.get(database).get(service);
    var table = new Table(SERVICES.get(service) + "_" + (own.size() + 1));
    var parent = own.isEmpty() ? table.name : own.get(random.nextInt(own.size())).name;
    var others = tables.get(database).get((service + 1) % SERVICES.size());
    var foreign = others.isEmpty() ? table.name : others.getFirst().name;
    own.add(table);
    return new Change(
        "create_" + table.name,
        List.of(
            """
            CREATE TABLE %1$s (
              id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
              parent_id bigint REFERENCES %2$s (id) ON DELETE CASCADE,
              foreign_id bigint REFERENCES %3$s (id),
              name text NOT NULL DEFAULT 'none',
              state text NOT NULL CHECK (state IN ('new', 'open', 'done')),
              amount numeric(12, 2) CHECK (amount >= 0 AND amount < 1000000),
              created_at timestamptz NOT NULL DEFAULT now(),
              UNIQUE (parent_id, name)
            )"""
                .formatted(table.name, parent, foreign),
            "CREATE INDEX %1$s_foreign_id_idx ON %1$s (foreign_id)".formatted(table.name),
            "CREATE INDEX %1$s_lower_idx ON %1$s USING btree (lower(name), id DESC) WHERE amount > 10".formatted(table.name),
            "COMMENT ON TABLE %s IS 'What it is for'".formatted(table.name)),
        List.of("DROP TABLE %s".formatted(table.name)));
  }

  private Change addColumns(Table table) {
    var first = ++table.columns;
    var second = ++table.columns;
    return new Change(
        "add_columns_to_" + table.name,
        List.of(
            "ALTER TABLE %s ADD COLUMN c_%d jsonb NOT NULL DEFAULT '{}'".formatted(table.name, first),
            "ALTER TABLE %s ADD COLUMN c_%d varchar(255), ADD CONSTRAINT %s_c_%d_check CHECK (c_%d <> '') NOT VALID"
                .formatted(table.name, second, table.name, second, second),
            "COMMENT ON COLUMN %s.c_%d IS 'What it is'".formatted(table.name, first)),
        List.of(
            "ALTER TABLE %s DROP COLUMN c_%d".formatted(table.name, second),
            "ALTER TABLE %s DROP COLUMN c_%d".formatted(table.name, first)));
  }

  private Change createIndexes(Table table) {
    return new Change(
        "index_" + table.name,
        List.of(
            "CREATE INDEX CONCURRENTLY %1$s_i%2$d ON %1$s (state, created_at)".formatted(table.name, number),
            "CREATE INDEX CONCURRENTLY %1$s_j%2$d ON %1$s (date(created_at AT TIME ZONE 'UTC')) INCLUDE (amount)"
                .formatted(table.name, number)),
        List.of(
            "DROP INDEX CONCURRENTLY %s_j%d".formatted(table.name, number),
            "DROP INDEX CONCURRENTLY %s_i%d".formatted(table.name, number)));
  }

  private Change addConstraints(Table table) {
    var before = table.filler;
    table.filler = "nobody" + number;
    return new Change(
        "constrain_" + table.name,
        List.of(
            "ALTER TABLE %s ADD CONSTRAINT k_%d CHECK (amount IS NOT NULL AND length(name) < 200) NOT VALID"
                .formatted(table.name, number),
            "ALTER TABLE %s VALIDATE CONSTRAINT k_%d".formatted(table.name, number),
            "ALTER TABLE %s ALTER COLUMN name SET DEFAULT '%s'".formatted(table.name, table.filler)),
        List.of(
            "ALTER TABLE %s ALTER COLUMN name SET DEFAULT '%s'".formatted(table.name, before),
            "ALTER TABLE %s DROP CONSTRAINT k_%d".formatted(table.name, number)));
  }

  private Change createView(Table table, Table other) {
    var view = table.name + "_v" + number;
    return new Change(
        "create_view_" + view,
        List.of(
            """
            CREATE VIEW %s AS
            SELECT t.id, t.name, count(*) FILTER (WHERE o.state = 'open') AS open, max(o.created_at) AS latest
            FROM %s t LEFT JOIN %s o ON o.id = t.parent_id
            WHERE t.amount > 0
            GROUP BY t.id, t.name"""
                .formatted(view, table.name, other.name),
            "GRANT SELECT ON %s TO reader".formatted(view)),
        List.of("DROP VIEW %s".formatted(view)));
  }

  private Change createTrigger(Table table) {
    var name = table.name + "_f" + number;
    return new Change(
        "create_trigger_" + name,
        List.of(
            """
            CREATE FUNCTION %1$s() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF NEW.amount IS NULL THEN
                SELECT max(amount) INTO NEW.amount FROM %2$s WHERE parent_id = NEW.parent_id;
              END IF;
              RETURN NEW;
            END
            $$"""
                .formatted(name, table.name),
            "CREATE TRIGGER %1$s BEFORE INSERT OR UPDATE ON %2$s FOR EACH ROW EXECUTE FUNCTION %1$s()"
                .formatted(name, table.name)),
        List.of("DROP TRIGGER %s ON %s".formatted(name, table.name), "DROP FUNCTION %s()".formatted(name)));
  }

  private Change changeData(Table table) {
    return new Change(
        "change_data_of_" + table.name,
        List.of(
            "UPDATE %1$s SET state = 'done' WHERE state = 'open' AND id IN (SELECT parent_id FROM %1$s WHERE amount > 1)"
                .formatted(table.name),
            "INSERT INTO %s (name, state, amount) VALUES ('one %d', 'new', 1), ('two %d', 'new', 2) ON CONFLICT DO NOTHING"
                .formatted(table.name, number, number)),
        List.of("DELETE FROM %s WHERE name IN ('one %d', 'two %d')".formatted(table.name, number, number)));
  }

  private Change createPartitions(int service) {
    var name = SERVICES.get(service) + "_log" + number;
    var up = new ArrayList<String>();
    up.add("CREATE TABLE %s (day date NOT NULL, what text, PRIMARY KEY (day, what)) PARTITION BY RANGE (day)".formatted(name));
    for (var year = 2020; year < 2025; year++) {
      up.add(
          "CREATE TABLE %1$s_%2$d PARTITION OF %1$s FOR VALUES FROM ('%2$d-01-01') TO ('%3$d-01-01')"
              .formatted(name, year, year + 1));
    }
    return new Change("create_" + name, up, List.of("DROP TABLE %s".formatted(name)));
  }

  private record Change(String slug, List<String> up, List<String> down) {}

  private static final class Table {

    private final String name;
    private int columns;

    /// The default of its names.
    private String filler = "none";

    private Table(String name) {
      this.name = name;
    }
  }
}
