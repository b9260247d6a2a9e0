import dev.deed.drift.DriftCheck;
import dev.deed.drift.Side;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Writes two dumps that differ in 4 % of their tables, and compares two dumps.
final class DriftBench {

  private DriftBench() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("write")) {
      var tables = Integer.parseInt(arguments[2]);
      Files.createDirectories(Path.of(arguments[1]));
      Files.writeString(Path.of(arguments[1], "expected.sql"), dump(tables, false));
      Files.writeString(Path.of(arguments[1], "actual.sql"), dump(tables, true));
      return;
    }
    var start = System.nanoTime();
    var from = side(Path.of(arguments[1], "expected.sql"));
    var to = side(Path.of(arguments[1], "actual.sql"));
    var report =
        DriftCheck.between(new DatabaseName("main"), from, to, object -> Optional.empty());
    var seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("%.2f s, %d differences%n", seconds, report.drifts().size());
  }

  private static Side side(Path file) throws Exception {
    var name = file.getFileName().toString();
    try (var dump = Files.newInputStream(file)) {
      return Side.ofFile(name, new SourceFile(name), dump);
    }
  }

  /// In the changed one, of 100 tables one is renamed, one gone, one new, one has another column.
  private static String dump(int tables, boolean isChanged) {
    var text = new StringBuilder("--\n-- PostgreSQL database dump\n--\n\n");
    text.append("SELECT pg_catalog.set_config('search_path', '', false);\n\n");
    for (var i = 0; i < tables; i++) {
      var change = isChanged ? i % 100 : -1;
      if (change == 1) {
        continue;
      }
      table(text, change == 0 ? "renamed_" + i : "table_" + i, i, change == 2 ? "text" : "integer");
      if (change == 3) {
        table(text, "added_" + i, i, "integer");
      }
    }
    return text.append("--\n-- PostgreSQL database dump complete\n--\n").toString();
  }

  /// As pg_dump writes a table with ten columns, three constraints and two indexes.
  private static void table(StringBuilder text, String name, int number, String type) {
    head(text, name, "TABLE");
    text.append(
        """
        CREATE TABLE public.%1$s (
            id bigint NOT NULL,
            account_id bigint NOT NULL,
            c%2$d %3$s DEFAULT 0,
            name character varying(80) NOT NULL,
            description text,
            state text DEFAULT 'new'::text NOT NULL,
            price numeric(10,2),
            payload jsonb DEFAULT '{}'::jsonb NOT NULL,
            created_at timestamp with time zone DEFAULT now() NOT NULL,
            updated_at timestamp with time zone,
            CONSTRAINT %1$s_check CHECK ((c%2$d > %2$d))
        );


        ALTER TABLE public.%1$s OWNER TO app;

        """
            .formatted(name, number, type.equals("text") ? "numeric" : type));
    head(text, "TABLE " + name, "COMMENT");
    text.append("COMMENT ON TABLE public.%s IS 'number %d';\n\n\n".formatted(name, number));
    head(text, name + " " + name + "_pkey", "CONSTRAINT");
    text.append(
        "ALTER TABLE ONLY public.%1$s\n    ADD CONSTRAINT %1$s_pkey PRIMARY KEY (id);\n\n\n"
            .formatted(name));
    head(text, name + "_name_idx", "INDEX");
    text.append(
        "CREATE INDEX %1$s_name_idx ON public.%1$s USING btree (name);\n\n\n".formatted(name));
    head(text, "TABLE " + name, "ACL");
    text.append("GRANT SELECT,INSERT,UPDATE ON TABLE public.%s TO writer;\n\n\n".formatted(name));
  }

  private static void head(StringBuilder text, String name, String type) {
    text.append("--\n-- Name: %s; Type: %s; Schema: public; Owner: app\n--\n\n".formatted(name, type));
  }
}
