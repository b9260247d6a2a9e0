package dev.deed.cli.job;

import dev.deed.engine.find.RepositoryFile;
import dev.deed.ownership.file.CatalogFile;
import dev.deed.ownership.propose.RepositoryFacts.Reasoned;
import dev.deed.ownership.propose.RepositoryFacts.UrlVariable;
import dev.deed.ownership.teams.CatalogComponent;
import dev.deed.ownership.teams.Codeowners;
import dev.deed.sql.SourceFile;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a repository's other files say about teams, connections and versions of PostgreSQL.
record RepositoryNotes(List<RepositoryFile> files) {

  private static final Pattern IMAGE =
      Pattern.compile(
          "image:\\s*[\"']?(?:[\\w.-]+/)*[\\w-]*(?:postg|pgvector|timescale)[\\w-]*:(?:pg)?(\\d{2})\\b");
  private static final Pattern VARIABLE =
      Pattern.compile(
          "(?m)^\\s*(?:export\\s+|-\\s*)?([A-Z][A-Z0-9_]*)\\s*[:=]\\s*[\"']?(?:jdbc:)?postgres(?:ql)?(?:\\+\\w+)?:");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?m)^\\s*(?:export\\s+)?((?:[A-Z0-9]+_)*(?:DATABASE|POSTGRES|PG|DB)_?(?:URL|URI|DSN))\\s*=");
  private static final int OLDEST = 10;
  private static final int NEWEST = 19;

  @Nullable Codeowners codeowners() {
    for (var place : Codeowners.PLACES) {
      for (var file : files) {
        if (file.path().equals(place)) {
          return Codeowners.of(new SourceFile(place), file.head());
        }
      }
    }
    return null;
  }

  List<CatalogComponent> components() {
    return files.stream()
        .filter(file -> file.name().matches("catalog-info\\.ya?ml"))
        .sorted(Comparator.comparing(RepositoryFile::path))
        .flatMap(file -> CatalogFile.components(new SourceFile(file.path()), file.head()).stream())
        .toList();
  }

  /// Their values are not kept: they may hold passwords.
  List<UrlVariable> variables() {
    var variables = new LinkedHashMap<String, UrlVariable>();
    for (var pattern : List.of(VARIABLE, NAMED)) {
      files.stream()
          .filter(file -> isSettings(file.name()))
          .sorted(Comparator.comparing(RepositoryFile::path))
          .forEach(file ->
              pattern
                  .matcher(file.head())
                  .results()
                  .forEach(match ->
                      variables.putIfAbsent(
                          match.group(1), new UrlVariable(match.group(1), file.path()))));
    }
    return List.copyOf(variables.values());
  }

  private static boolean isSettings(String name) {
    return name.startsWith(".env") || name.contains("compose");
  }

  /// The oldest one: what runs there runs on the others too.
  @Nullable Reasoned postgres() {
    Reasoned oldest = null;
    for (var file : files) {
      for (var match : IMAGE.matcher(file.head()).results().toList()) {
        var major = Integer.parseInt(match.group(1));
        if (major >= OLDEST
            && major <= NEWEST
            && (oldest == null || major < Integer.parseInt(oldest.text()))) {
          oldest =
              new Reasoned(match.group(1), "the oldest image of PostgreSQL, in " + file.path());
        }
      }
    }
    return oldest;
  }
}
