package dev.deed.ownership.propose;

import dev.deed.ownership.propose.RepositoryFacts.Reasoned;
import dev.deed.ownership.teams.CatalogComponent;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The program that a folder of migrations belongs to.
final class UnitName {

  /// Folders that hold programs, and so are not named for one.
  private static final Set<String> HOLDERS =
      words(
          "services service apps app packages libs lib modules components cmd projects src crates plugins engines");

  /// Folders inside of a program, and so not named for one.
  private static final Set<String> INNER =
      words(
          "migrations migration migrate db database databases sql schema schemas src main resources prisma"
              + " drizzle alembic versions internal pkg store stores storage postgres postgresql pg psql pgsql patches"
              + " persistence repository repositories infrastructure infra data dal orm scripts changelog"
              + " changelogs liquibase flyway supabase committed java kotlin lib default assets static"
              + " resource embed sqlstore datastore deploy models entities typeorm knex config post_migrate"
              + " up updates upgrade upgrades delta deltas hasura");

  private static final int LONGEST = 40;

  private UnitName() {}

  private static Set<String> words(String text) {
    return Set.of(text.split(" "));
  }

  /// @param path of the folder, relative to the top
  static Reasoned of(String path, RepositoryFacts facts) {
    var component =
        facts.components().stream()
            .filter(c -> c.holds(path))
            .max(Comparator.comparing(c -> c.folder().length()));
    if (component.isPresent() && !usable(component.get().name()).isEmpty()) {
      return new Reasoned(usable(component.get().name()), reason(component.get()));
    }
    // What is below src/main is named for packages, not for programs.
    var program = path.replaceFirst("(?:^|/)src/(?:main|test)/.*", "");
    var parts = new ArrayList<>(List.of(program.split("/")));
    while (!parts.isEmpty() && isInner(parts.getLast())) {
      parts.removeLast();
    }
    while (parts.size() > 1 && isHolder(parts.getFirst())) {
      parts.removeFirst();
    }
    // The first folder below is the program; what is deeper is a part of it.
    var name =
        parts.isEmpty() || HOLDERS.contains(parts.getFirst()) ? "" : usable(parts.getFirst());
    if (!name.isEmpty()) {
      return new Reasoned(name, "the migrations are in the folder %s".formatted(path));
    }
    var repository = usable(facts.name());
    return repository.isEmpty()
        ? new Reasoned("app", "no folder, CODEOWNERS line or catalog entry names it")
        : new Reasoned(repository, "the repository's folder has this name");
  }

  /// `main` of `db/main/migrations`, where no program has a name.
  static String ofDatabase(String path, RepositoryFacts facts) {
    var program = of(path, facts).text();
    var isNamed = !program.equals(usable(facts.name())) || path.contains("/" + program + "/");
    return !isNamed && ("/" + path + "/").matches(".*(?<!/src)/main/.*") ? "main" : program;
  }

  /// The folder at the top that two programs do not share, if it holds no programs.
  static String top(String path) {
    var parts = path.split("/");
    return HOLDERS.contains(parts[0].toLowerCase(Locale.ROOT)) && parts.length > 1
        ? parts[1]
        : parts[0];
  }

  private static boolean isHolder(String part) {
    return HOLDERS.contains(part.toLowerCase(Locale.ROOT)) || isInner(part);
  }

  private static boolean isInner(String part) {
    var word = part.toLowerCase(Locale.ROOT);
    return word.isEmpty()
        || INNER.contains(word)
        || word.matches("v?\\d[\\d._]*|.*[_-]?migrations?");
  }

  private static String reason(CatalogComponent component) {
    return "%s names it".formatted(component.file());
  }

  /// A name as services and databases have it; empty if the text has none.
  static String usable(String text) {
    var plain =
        Normalizer.normalize(text, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9_]+", "-")
            .replaceAll("^[-_]+|[-_]+$", "");
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST).replaceAll("[-_]+$", "");
  }
}
