package dev.deed.cli.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deed.engine.MergeBase;
import dev.deed.sql.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Runs the git program in the folder of a project.
///
/// @param folder the folder that displayed paths are relative to
public record Git(Path folder, GitPlaces places) {

  private record Answer(int status, byte[] out, String err) {}

  /// The differences between the files in the folder and the merge base with `reference`.
  ///
  /// @param alsoCompared whose texts on the base are wanted, too: migrations that are not SQL
  public MergeBase base(String reference, Predicate<SourceFile> alsoCompared) {
    var top = inRepository();
    var tip = commit(reference);
    var root = mergeBase(reference, tip);
    var added = new HashSet<SourceFile>();
    var changed = new ArrayList<MergeBase.Changed>();
    var fields = fields(ask("diff", "--name-status", "--no-renames", "-z", root));
    for (var i = 0; i + 1 < fields.size(); i += 2) {
      var path = fields.get(i + 1);
      if (fields.get(i).startsWith("A")) {
        added.add(shown(top, path));
      } else if (isCompared(path) || alsoCompared.test(shown(top, path))) {
        var before = text(ask("cat-file", "blob", root + ":" + path));
        changed.add(new MergeBase.Changed(shown(top, path), before));
      } else {
        changed.add(new MergeBase.Changed(shown(top, path), ""));
      }
    }
    var untracked = ask("ls-files", "--others", "--exclude-standard", "--full-name", "-z");
    fields(untracked).forEach(path -> added.add(shown(top, path)));
    var files = ask("ls-tree", "-r", "--name-only", "--full-tree", "-z", tip);
    return new MergeBase(
        reference, added, changed, fields(files).stream().map(path -> shown(top, path)).toList());
  }

  /// Migrations, ownership files and recorded findings.
  private static boolean isCompared(String path) {
    return Stream.of(".sql", ".yaml", ".yml", "known-findings.txt").anyMatch(path::endsWith);
  }

  /// The top folder of the repository; empty outside a repository. Where git is not installed or
  /// refuses the repository, the folder of the nearest `.git`: names of files do not depend on
  /// whether git trusts the owner.
  Optional<Path> top() {
    try {
      var answer = run("rev-parse", "--show-toplevel");
      return answer.status == 0
          ? Optional.of(real(Path.of(text(answer).stripTrailing())))
          : nearest();
    } catch (GitFailed e) {
      return nearest();
    }
  }

  /// The addresses of those who wrote a file since the merge base; the user's own where it is not
  /// committed.
  public Set<String> authors(String reference, SourceFile file) {
    var authors = new LinkedHashSet<String>();
    var log = run("log", "--format=%ae", "--no-merges", reference + "..HEAD", "--", file.path());
    if (log.status == 0) {
      text(log).lines().filter(line -> !line.isBlank()).forEach(authors::add);
    }
    if (!text(run("status", "--porcelain", "--", file.path())).isBlank()) {
      var own = text(run("config", "user.email")).strip();
      if (!own.isEmpty()) {
        authors.add(own);
      }
    }
    return authors;
  }

  /// The commit that changed a file last.
  ///
  /// @param authors names and addresses, of those who wrote it together, too
  /// @param reviewers as in its trailers `Reviewed-by`
  /// @param trouble why it is not about the file as it is now; empty where it is
  public record LastChange(Set<String> authors, Set<String> reviewers, String trouble) {
    public LastChange {
      authors = Set.copyOf(authors);
      reviewers = Set.copyOf(reviewers);
    }
  }

  private static final String LAST_CHANGE =
      "--format=%P%x00%an <%ae>%n%(trailers:key=Co-authored-by,valueonly)%x00"
          + "%(trailers:key=Reviewed-by,valueonly)%x00";

  /// @throws GitFailed where git refuses the repository
  public LastChange lastChange(SourceFile file) {
    if (top().isEmpty()) {
      return new LastChange(Set.of(), Set.of(), "the files are not in a git repository");
    }
    inRepository();
    var log = run("log", "-1", LAST_CHANGE, "--", file.path());
    var fields = fields(log);
    if (log.status != 0 || fields.size() < 2) {
      return new LastChange(Set.of(), Set.of(), file + " is not committed");
    }
    var authors = lines(fields.get(1));
    var reviewers = fields.size() > 2 ? lines(fields.get(2)) : Set.<String>of();
    // Where the history is cut off, the first commit seems to have written all files.
    var isCut = fields.getFirst().isBlank() && isShallow();
    var trouble =
        isCut
            ? "this clone is shallow, so git does not know which commit changed "
                + file
                + " last (actions/checkout: fetch-depth: 0)"
            : text(run("status", "--porcelain", "--", file.path())).isBlank()
                ? ""
                : file + " has changes that are not committed";
    return new LastChange(isCut ? Set.of() : authors, isCut ? Set.of() : reviewers, trouble);
  }

  private static Set<String> lines(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Optional<Path> nearest() {
    return Stream.iterate(real(folder), Objects::nonNull, Path::getParent)
        .filter(parent -> Files.exists(parent.resolve(".git")))
        .findFirst();
  }

  private Path inRepository() {
    var answer = run("rev-parse", "--show-toplevel");
    if (answer.status != 0) {
      throw GitTrouble.of(folder, places.absolute(), answer.err);
    }
    return Path.of(text(answer).stripTrailing());
  }

  private String commit(String reference) {
    var answer =
        run("rev-parse", "--verify", "--quiet", "--end-of-options", reference + "^{commit}");
    if (answer.status != 0) {
      throw new GitFailed(
          "git does not know the commit %s".formatted(reference), fetching(reference));
    }
    return text(answer).strip();
  }

  /// A clone for CI often has one branch only, or not even its history.
  private String fetching(String reference) {
    var remote = "origin/" + reference;
    if (isCommit(remote)) {
      return "compare with the branch of the remote repository: --base " + remote;
    }
    return isShallow()
        ? "this clone is shallow: fetch the rest with git fetch --unshallow origin"
            + " (actions/checkout: fetch-depth: 0)"
        : "fetch it first: git fetch origin";
  }

  private boolean isCommit(String name) {
    return run("rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}").status
        == 0;
  }

  private boolean isShallow() {
    return text(run("rev-parse", "--is-shallow-repository")).strip().equals("true");
  }

  private String mergeBase(String reference, String tip) {
    var answer = run("merge-base", tip, "HEAD");
    if (answer.status == 0) {
      return text(answer).strip();
    }
    if (!isCommit("HEAD")) {
      throw new GitFailed("this branch has no commit yet", "commit something first: git commit");
    }
    throw isShallow()
        ? new GitFailed(
            "this clone is shallow, so git cannot find the commit that this branch and %s have in common"
                .formatted(reference),
            "fetch the rest: git fetch --unshallow (actions/checkout: fetch-depth: 0)")
        : new GitFailed(
            "this branch and %s have no commit in common".formatted(reference),
            "compare with the branch that this one was made from, or omit --base to check all"
                + " migrations");
  }

  private SourceFile shown(Path top, String path) {
    var shown = real(folder).relativize(real(top).resolve(path));
    return new SourceFile(shown.toString().replace('\\', '/'));
  }

  static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  private static List<String> fields(Answer answer) {
    var text = text(answer);
    return text.isEmpty() ? List.of() : List.of(text.split("\0"));
  }

  private static String text(Answer answer) {
    return new String(answer.out, UTF_8);
  }

  private Answer ask(String... arguments) {
    var answer = run(arguments);
    if (answer.status != 0) {
      throw new GitFailed(
          "git %s failed: %s".formatted(arguments[0], answer.err.strip()),
          "try the command yourself: git " + String.join(" ", arguments));
    }
    return answer;
  }

  private Answer run(String... arguments) {
    var command =
        new ArrayList<>(List.of("git", "-C", folder.toString(), "-c", "core.quotePath=false"));
    command.addAll(Arrays.asList(arguments));
    try {
      var builder = new ProcessBuilder(command);
      builder.environment().putAll(places.absolute());
      // What git says is read, too.
      builder.environment().put("LC_ALL", "C");
      var process = builder.start();
      process.getOutputStream().close();
      var errors = new StringBuilder();
      var reader = Thread.ofVirtual().start(() -> errors.append(read(process)));
      var out = process.getInputStream().readAllBytes();
      reader.join();
      return new Answer(process.waitFor(), out, errors.toString());
    } catch (IOException e) {
      throw new GitFailed(
          "git cannot be started: " + e.getMessage(),
          "install git, or omit --base to check all migrations");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GitFailed("git was interrupted", "run the command again");
    }
  }

  private static String read(Process process) {
    try {
      return new String(process.getErrorStream().readAllBytes(), UTF_8);
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
