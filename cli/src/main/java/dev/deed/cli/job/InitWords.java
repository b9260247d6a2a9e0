package dev.deed.cli.job;

import static java.util.stream.Collectors.joining;

import dev.deed.cli.host.RepositoryWalk;
import dev.deed.cli.report.FindingReport;
import dev.deed.engine.find.FoundFolder;
import dev.deed.engine.find.LeftOut;
import dev.deed.engine.find.MigrationSearch;
import dev.deed.ownership.propose.Proposal;
import dev.deed.ownership.propose.SourceFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/// What `init` found, in five lines.
record InitWords(
    RepositoryWalk walk,
    MigrationSearch.Found search,
    List<SourceFacts> sources,
    InitDatabase.Answer live,
    Proposal proposal) {

  private static final int MOST_NAMED = 3;

  /// @param unread migrations that are not SQL
  List<String> lines(FindingReport.Checked checked, int unread, boolean dryRun) {
    var lines = new ArrayList<String>();
    lines.add("found: " + found(checked));
    if (!sources.isEmpty() || !live.words().isEmpty()) {
      lines.add("read: " + read(checked, unread));
    }
    var left = left();
    if (!left.isEmpty()) {
      lines.add("not read: " + left);
    }
    lines.add("proposed: " + proposed());
    lines.add((dryRun ? "dry run: nothing was written; " : "check: ") + verdict(checked, dryRun));
    return lines;
  }

  private String found(FindingReport.Checked checked) {
    var folders = search.folders();
    if (folders.isEmpty()) {
      return checked.migrations() > 0
          ? "no migrations, so this begins with an example"
          : "no migrations in %s".formatted(counted(walk.files().size(), "file"));
    }
    return "%s in %s: %s"
        .formatted(
            counted(folders.stream().mapToInt(FoundFolder::size).sum(), "migration file"),
            counted(folders.size(), "folder"),
            named(folders, InitWords::words));
  }

  private static String words(FoundFolder folder) {
    return "%s in %s (%d)"
        .formatted(folder.runner(), folder.path().isEmpty() ? "." : folder.path(), folder.size());
  }

  private String read(FindingReport.Checked checked, int unread) {
    var tables = sources.stream().mapToInt(source -> source.reach().creates().size()).sum();
    var all = counted(checked.migrations(), "migration");
    var migrations =
        unread == 0
            ? "%s with %s%s".formatted(all, counted(tables, "table"), outside())
            : "%d of %s; the others are not SQL".formatted(checked.migrations() - unread, all);
    return live.words().isEmpty() ? migrations : migrations + "; " + live.words();
  }

  /// A history that begins in the middle, or tables that something else makes.
  private String outside() {
    var outside =
        proposal.databases().stream().flatMap(database -> database.outside().stream()).toList();
    return outside.isEmpty()
        ? ""
        : "; %s that they use %s created by none of them (%s)"
            .formatted(
                counted(outside.size(), isOnlyTables() ? "table" : "object"),
                outside.size() == 1 ? "is" : "are",
                named(outside, table -> table));
  }

  private boolean isOnlyTables() {
    return sources.stream().allMatch(source -> source.reach().lacks().isEmpty());
  }

  /// Each file that is not judged is named or counted.
  private String left() {
    var words = new ArrayList<String>();
    for (var folder : search.folders()) {
      if (!folder.others().isEmpty()) {
        words.add(
            "%s of %s in %s, which %s not SQL"
                .formatted(
                    counted(folder.others().size(), "file"),
                    folder.tool().word(),
                    folder.path().isEmpty() ? "." : folder.path(),
                    folder.others().size() == 1 ? "is" : "are"));
      }
    }
    search.leftOut().stream()
        .sorted(Comparator.comparing(InitWords::isForOthers))
        .forEach(left -> words.add(words(left)));
    if (!walk.unread().isEmpty()) {
      words.add(counted(walk.unread().size(), "folder") + " without permission to read");
    }
    return named(words, word -> word);
  }

  /// What is for another product says least, and only a few are named.
  private static boolean isForOthers(LeftOut left) {
    return left.reason().startsWith("for ");
  }

  private static String words(LeftOut left) {
    if (left.reason().startsWith("which ")) {
      return "%s, %s".formatted(left.folder().scripts().getFirst(), left.reason());
    }
    return "%s in %s, %s"
        .formatted(
            counted(left.folder().size(), "file"),
            left.folder().path().isEmpty() ? "." : left.folder().path(),
            left.reason());
  }

  private String proposed() {
    var division =
        proposal.databases().stream()
            .map(Proposal.ProposedDatabase::division)
            .filter(Objects::nonNull)
            .findFirst()
            .map(why -> "; " + why)
            .orElse("");
    return "%s, %s (%s); schema-ownership.yaml gives the reason of each of %s%s"
        .formatted(
            counted(proposal.databases().size(), "database"),
            counted(proposal.services().size(), "service"),
            named(proposal.services(), service -> service.name().text()),
            counted(proposal.guesses(), "guess", "guesses"),
            division);
  }

  private static String verdict(FindingReport.Checked checked, boolean dryRun) {
    if (checked.migrations() == 0) {
      return "there is nothing to check yet";
    }
    if (dryRun) {
      return counted(checked.findings().size(), "finding") + " would be recorded as known";
    }
    var recorded =
        checked.known() == 0
            ? "no findings"
            : "%s recorded in known-findings.txt; from now on, only new ones are reported"
                .formatted(counted(checked.known(), "finding"));
    return checked.findings().isEmpty()
        ? recorded
        : "%s; %s cannot be recorded: deed check shows them"
            .formatted(recorded, counted(checked.findings().size(), "finding"));
  }

  private static <T> String named(List<T> all, Function<T, String> words) {
    var shown = all.stream().limit(MOST_NAMED).map(words);
    var rest = all.size() - MOST_NAMED;
    return (rest > 0 ? Stream.concat(shown, Stream.of(rest + " more")) : shown)
        .collect(joining(", "));
  }

  private static String counted(int number, String word) {
    return counted(number, word, word + "s");
  }

  private static String counted(int number, String word, String several) {
    return number == 1 ? "1 " + word : number + " " + several;
  }
}
