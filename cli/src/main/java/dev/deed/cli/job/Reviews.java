package dev.deed.cli.job;

import dev.deed.cli.host.Git;
import dev.deed.cli.host.Git.LastChange;
import dev.deed.cli.host.GitPlaces;
import dev.deed.cli.host.Surroundings;
import dev.deed.engine.Migration;
import dev.deed.sql.SourceFile;
import dev.deed.sql.UserException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Who has reviewed a migration, by the trailers of the commit that changed its file last, or by
/// what the CI server says. A reviewer is not the author.
record Reviews(Project project, Surroundings surroundings) {

  private static final String REVIEWER = "DEED_REVIEWED_BY";
  private static final String GITLAB = "CI_MERGE_REQUEST_APPROVED";

  /// @param reviewers empty where there is none
  /// @param authors empty where git does not know them
  /// @param why there is no review, in words; empty where there is one
  record Review(List<String> reviewers, Set<String> authors, String why) {

    Review {
      reviewers = List.copyOf(reviewers);
      authors = Set.copyOf(authors);
    }

    boolean isDone() {
      return !reviewers.isEmpty();
    }

    /// Whether a name or an address is that of an author: `Ann <ann@example.org>`.
    boolean isByAuthor(String person) {
      return isAmong(person, authors);
    }
  }

  Review of(Migration migration) {
    if ("true".equals(surroundings.environment().get(GITLAB))) {
      return new Review(List.of("GitLab's approval rules"), Set.of(), "");
    }
    var authors = new LinkedHashSet<String>();
    Set<String> reviewers = null;
    var why = "";
    for (var file : files(migration)) {
      LastChange change;
      try {
        change = new Git(project.base(), new GitPlaces(surroundings)).lastChange(file);
      } catch (UserException failure) {
        return named(authors, String.valueOf(failure.getMessage()));
      }
      if (!change.trouble().isEmpty()) {
        why = change.trouble();
      }
      authors.addAll(change.authors());
      if (reviewers == null) {
        reviewers = new LinkedHashSet<>(change.reviewers());
      } else {
        reviewers.retainAll(change.reviewers());
      }
    }
    if (!why.isEmpty()) {
      return named(authors, why);
    }
    var others =
        reviewers == null
            ? List.<String>of()
            : reviewers.stream().filter(reviewer -> !isAmong(reviewer, authors)).toList();
    if (!others.isEmpty()) {
      return new Review(others, authors, "");
    }
    return named(
        authors,
        reviewers == null || reviewers.isEmpty()
            ? "the commit that changed it last has no Reviewed-by"
            : "its reviewer is its author: " + String.join(", ", reviewers));
  }

  /// By a variable, where git has no answer.
  private Review named(Set<String> authors, String why) {
    var person = surroundings.environment().getOrDefault(REVIEWER, "").strip();
    if (person.isEmpty()) {
      return new Review(List.of(), authors, why);
    }
    if (!hasAddress(person)) {
      return new Review(
          List.of(), authors, "%s is not `Name <address>`: %s".formatted(REVIEWER, person));
    }
    if (authors.isEmpty()) {
      return new Review(List.of(), authors, "git does not say who the author is: " + why);
    }
    return isAmong(person, authors)
        ? new Review(List.of(), authors, "%s names the author: %s".formatted(REVIEWER, person))
        : new Review(List.of(person), authors, "");
  }

  /// Git knows authors by their addresses: another name alone may be the same person.
  static boolean hasAddress(String person) {
    return person.matches("(?s).*[^\\s<@]@[^\\s>@]+\\.[^\\s>@]+.*");
  }

  private static Set<SourceFile> files(Migration migration) {
    var files = new LinkedHashSet<SourceFile>();
    files.add(migration.file());
    var down = migration.down();
    if (down != null) {
      files.add(down.file());
    }
    return files;
  }

  private static boolean isAmong(String person, Set<String> others) {
    var own = parts(person);
    return others.stream().anyMatch(other -> parts(other).stream().anyMatch(own::contains));
  }

  /// The name and the address of `Ann Example <ann@example.org>`.
  private static Set<String> parts(String person) {
    var parts = new TreeSet<String>();
    for (var part : person.split("[<>]")) {
      if (!part.isBlank()) {
        parts.add(part.strip().toLowerCase(Locale.ROOT));
      }
    }
    return parts;
  }
}
