package dev.deed.engine.tool;

import dev.deed.engine.Origin;
import dev.deed.engine.Origin.Mark;
import dev.deed.engine.Section;
import dev.deed.sql.SourceFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Graphile Migrate: `committed/000001-words.sql`, each with the hash of itself and the one before
/// it, and `current.sql`, which is not committed yet.
final class GraphileLayout implements ToolLayout {

  private static final Pattern NAME = Pattern.compile("([0-9]+)(?:-([-_a-zA-Z0-9]*))?\\.sql");
  private static final Pattern HEADER = Pattern.compile("--! ([A-Z][a-zA-Z0-9_]*)(?::(.*))?");
  private static final Pattern ALONE = Pattern.compile("\\A\\s*--!\\s*no-transaction\\b.*");

  private final Map<String, String> given;

  GraphileLayout(Map<String, String> given) {
    this.given = given;
  }

  /// The headers of a committed file, and what follows them.
  private record Committed(Map<String, String> headers, int lines, String body) {

    static Committed of(TextLines text) {
      var headers = new HashMap<String, String>();
      var end = 0;
      for (; end < text.size(); end++) {
        var header = HEADER.matcher(text.line(end));
        if (!header.matches()) {
          break;
        }
        var value = header.group(2);
        headers.put(header.group(1), value == null ? "" : value.strip());
      }
      var body =
          text.lines().subList(end, text.size()).stream()
              .collect(Collectors.joining())
              .replace("\r\n", "\n");
      return new Committed(headers, end, body);
    }

    String hash() {
      var previous = headers.getOrDefault("Previous", "-");
      var text = ((previous.equals("-") ? "" : previous) + "\n" + body.strip()).strip() + "\n";
      try {
        var sha1 = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
        return "sha1:" + HexFormat.of().formatHex(sha1);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java runtime has SHA-1", e);
      }
    }
  }

  @Override
  public void read(ToolTree tree, ToolReading into) {
    var placeholders = placeholders(tree);
    var folder = tree.files().stream().anyMatch(p -> p.startsWith("committed/")) ? "committed" : "";
    var start = folder.isEmpty() ? "" : folder + "/";
    var previous = "-";
    for (var name : tree.in(folder)) {
      var match = NAME.matcher(name);
      var text = match.matches() ? tree.text(start + name).orElse(null) : null;
      if (text != null) {
        var file = tree.shown(start + name);
        var lines = TextLines.of(text);
        var committed = Committed.of(lines);
        check(file, committed, previous, into);
        previous = committed.headers().getOrDefault("Hash", "");
        var sql = placeholders.in(file, lines.only(committed.lines(), lines.size()), into);
        var words = match.group(2) == null ? "" : match.group(2);
        into.add(
            ToolMigration.of(match.group(1), words, match.group(1) + ".sql", new Section(file, sql))
                .marked(Mark.of(match.group(1) + ".sql").withChecksums(java.util.List.of(previous)))
                .alone(ALONE.matcher(committed.body()).lookingAt()));
      }
    }
    current(tree, placeholders, into);
  }

  private static void check(
      SourceFile file, Committed committed, String previous, ToolReading into) {
    var hash = committed.headers().get("Hash");
    if (hash == null || !committed.headers().containsKey("Previous")) {
      into.error(
          TOOL_FILES,
          file,
          "this committed migration has no Hash or no Previous header, so Graphile Migrate refuses it",
          "restore the file, or commit it again: graphile-migrate uncommit, graphile-migrate commit");
    } else if (!committed.headers().get("Previous").equals(previous)) {
      into.error(
          TOOL_FILES,
          file,
          "this migration was committed after another one than the file before it",
          "commit the newer one again after a merge: graphile-migrate uncommit, graphile-migrate commit");
    } else if (!hash.equals(committed.hash())
        && !committed.headers().containsKey("AllowInvalidHash")) {
      into.error(
          TOOL_FILES,
          file,
          "this committed migration was changed: its hash is not the one in its header",
          "restore it (git log -p -- %s), and make the change in a new migration".formatted(file));
    }
  }

  private static void current(ToolTree tree, Placeholders placeholders, ToolReading into) {
    for (var path : tree.files()) {
      if (path.equals("current.sql") || path.startsWith("current/")) {
        var file = tree.shown(path);
        tree.text(path)
            .ifPresent(text ->
                into.add(
                    ToolMigration.of(
                            path.replace('/', ':'),
                            "",
                            path,
                            new Section(file, placeholders.in(file, text, into)))
                        .as(Origin.Kind.ASIDE)));
      }
    }
  }

  /// Only names that are known are placeholders: `HH24:MI` has none.
  private Placeholders placeholders(ToolTree tree) {
    var values = new HashMap<String, String>();
    for (var name : java.util.List.of(".gmrc", ".gmrc.json")) {
      tree.configuration(name)
          .flatMap(Json::parse)
          .ifPresent(json ->
              json.get("placeholders")
                  .fields()
                  .forEach((key, value) -> values.put(bare(key), value.text())));
    }
    given.forEach((key, value) -> values.put(bare(key), value));
    var names = new java.util.TreeSet<>(values.keySet());
    values.values().removeIf(value -> value.startsWith("!ENV"));
    names.add("DATABASE_NAME");
    names.add("DATABASE_OWNER");
    var pattern =
        names.stream().map(Pattern::quote).collect(Collectors.joining("|", "(?<!:):(", ")\\b"));
    return new Placeholders(Pattern.compile(pattern), values);
  }

  private static String bare(String name) {
    return name.startsWith(":") ? name.substring(1) : name;
  }
}
