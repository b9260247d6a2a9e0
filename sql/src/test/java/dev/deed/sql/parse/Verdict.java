package dev.deed.sql.parse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// What PostgreSQL's own parser says of one statement.
///
/// @param relations every relation in its parse tree, names of common table expressions and aliases
///   behind `FOR UPDATE OF` included
/// @param objects what `DROP`, `COMMENT` and `ALTER` name
record Verdict(boolean accepted, Set<String> relations, Set<String> objects, String sql) {

  private static final Pattern COMMON_TABLE =
      Pattern.compile(
          "\\b(\\w+|\"[^\"]+\")\\s*(\\([^()]*\\)\\s*)?as\\s+(not\\s+)?(materialized\\s*)?\\(",
          Pattern.CASE_INSENSITIVE);

  /// The verdicts recorded in `/oracle/<name>.gz`.
  static Stream<Verdict> recorded(String name) {
    try (InputStream packed =
            Objects.requireNonNull(Verdict.class.getResourceAsStream("/oracle/" + name + ".gz"));
        var unpacked = new GZIPInputStream(packed)) {
      var text = new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(text.split("\u001e")).map(Verdict::of);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Verdict of(String line) {
    var fields = line.split("\u001f", -1);
    return new Verdict(
        fields[0].equals("accepted"), names(fields[1]), objects(fields[2]), fields[3]);
  }

  private static Set<String> names(String list) {
    return list.isEmpty() ? Set.of() : Set.of(list.split("\u001d"));
  }

  private static Set<String> objects(String list) {
    var names = new HashSet<String>();
    names(list).forEach(o -> names.add(o.substring(o.indexOf(':') + 1)));
    return names;
  }

  /// Without names that may be those of common table expressions.
  Set<String> tables() {
    var tables = new TreeSet<>(relations);
    var found = COMMON_TABLE.matcher(sql);
    while (found.find()) {
      tables.remove(found.group(1).replace("\"", "").toLowerCase(Locale.ROOT));
    }
    return tables;
  }
}
