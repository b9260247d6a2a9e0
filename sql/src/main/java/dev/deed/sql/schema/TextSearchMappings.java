package dev.deed.sql.schema;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which dictionaries a text search configuration has for each type of token. `pg_dump` writes one
/// `ADD MAPPING` for each, whatever they were copied from and however they came about.
public final class TextSearchMappings {

  /// The definition of a configuration with PostgreSQL's only parser.
  public static final String STANDARD = "(parser = pg_catalog.\"default\")";

  private static final QualifiedName SIMPLE = QualifiedName.of("simple");
  private static final QualifiedName ENGLISH = QualifiedName.of("english_stem");
  private static final Set<String> ASCII = Set.of("asciiword", "asciihword", "hword_asciipart");
  private static final Set<String> WORDS = Set.of("word", "hword", "hword_part");
  private static final Set<String> OTHERS =
      Set.of(
          "numword",
          "numhword",
          "hword_numpart",
          "email",
          "url",
          "host",
          "url_path",
          "file",
          "sfloat",
          "float",
          "int",
          "uint",
          "version");
  private static final Set<String> LANGUAGES =
      Set.of(
          "arabic",
          "armenian",
          "basque",
          "catalan",
          "danish",
          "dutch",
          "english",
          "estonian",
          "finnish",
          "french",
          "german",
          "greek",
          "hindi",
          "hungarian",
          "indonesian",
          "irish",
          "italian",
          "lithuanian",
          "nepali",
          "norwegian",
          "portuguese",
          "romanian",
          "russian",
          "serbian",
          "spanish",
          "swedish",
          "tamil",
          "turkish",
          "yiddish");

  /// Their words in Latin letters are taken for English.
  private static final Set<String> IN_OTHER_LETTERS = Set.of("hindi", "russian");

  private final SortedMap<String, List<QualifiedName>> byToken = new TreeMap<>();

  private TextSearchMappings() {}

  /// Those of one of PostgreSQL's own configurations; null for any other.
  public static @Nullable TextSearchMappings ofBuiltIn(String configuration) {
    var isSimple = configuration.equals("simple");
    if (!isSimple && !LANGUAGES.contains(configuration)) {
      return null;
    }
    var stem = isSimple ? SIMPLE : QualifiedName.of(configuration + "_stem");
    var mappings = new TextSearchMappings();
    OTHERS.forEach(token -> mappings.byToken.put(token, List.of(SIMPLE)));
    WORDS.forEach(token -> mappings.byToken.put(token, List.of(stem)));
    var ascii = IN_OTHER_LETTERS.contains(configuration) ? ENGLISH : stem;
    ASCII.forEach(token -> mappings.byToken.put(token, List.of(ascii)));
    return mappings;
  }

  public static boolean isBuiltInDictionary(String name) {
    return name.equals("simple")
        || (name.endsWith("_stem") && LANGUAGES.contains(name.substring(0, name.length() - 5)));
  }

  /// @param changes as `changes` gives them
  public static TextSearchMappings of(List<String> changes) {
    var mappings = new TextSearchMappings();
    for (var change : changes) {
      var dictionaries =
          change.substring(change.indexOf(" with ") + " with ".length()).split(", ", -1);
      mappings.apply(change, List.of(dictionaries).stream().map(RelationLiteral::parse).toList());
    }
    return mappings;
  }

  /// @param change canonical: `add mapping for a, b with x, y`, `alter mapping for a replace x with
  ///   y`, `drop mapping for a`
  /// @param dictionaries that it names, in their order
  public void apply(String change, List<QualifiedName> dictionaries) {
    var tokens = tokens(change);
    if (change.startsWith("drop ")) {
      tokens.forEach(byToken::remove);
    } else if (change.contains(" replace ")) {
      var of = tokens.isEmpty() ? byToken.keySet() : Set.copyOf(tokens);
      byToken.replaceAll((token, all) ->
          of.contains(token)
              ? all.stream()
                  .map(d -> d.equals(dictionaries.getFirst()) ? dictionaries.getLast() : d)
                  .toList()
              : all);
    } else {
      tokens.forEach(token -> byToken.put(token, List.copyOf(dictionaries)));
    }
  }

  private static List<String> tokens(String change) {
    var start = change.indexOf(" for ");
    if (start < 0) {
      return List.of();
    }
    var list = change.substring(start + " for ".length());
    var end = list.indexOf(" with ");
    var replace = list.indexOf(" replace ");
    end = replace >= 0 ? replace : end >= 0 ? end : list.length();
    var tokens = new ArrayList<String>();
    for (var token : list.substring(0, end).split(",", -1)) {
      tokens.add(RelationLiteral.parse(token.strip()).name());
    }
    return tokens;
  }

  /// One statement a token type.
  public List<String> changes() {
    return byToken.entrySet().stream()
        .map(m -> "add mapping for " + Identifier.quoted(m.getKey()) + " with " + dictionaries(m))
        .toList();
  }

  /// What makes them those of another configuration.
  public List<String> changesTo(TextSearchMappings other) {
    var changes = new ArrayList<String>();
    byToken.keySet().stream()
        .filter(token -> !other.byToken.containsKey(token))
        .forEach(token -> changes.add("DROP MAPPING FOR " + Identifier.quoted(token)));
    other.byToken.entrySet().stream()
        .filter(m -> !m.getValue().equals(byToken.get(m.getKey())))
        .forEach(m ->
            changes.add(
                (byToken.containsKey(m.getKey()) ? "ALTER" : "ADD")
                    + " MAPPING FOR "
                    + Identifier.quoted(m.getKey())
                    + " WITH "
                    + dictionaries(m)));
    return changes;
  }

  private static String dictionaries(Map.Entry<String, List<QualifiedName>> mapping) {
    return mapping.getValue().stream().map(QualifiedName::quoted).collect(Collectors.joining(", "));
  }

  /// The dictionaries of each token type.
  SortedMap<String, String> texts() {
    var texts = new TreeMap<String, String>();
    byToken.entrySet().forEach(m -> texts.put(m.getKey(), dictionaries(m)));
    return texts;
  }
}
