package dev.deed.cli.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deed.engine.MergeBase;
import dev.deed.sql.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Runs the git program in the folder of a project.
///
/// @param folder the folder that displayed paths are relative to
public record Git(Path folder, GitPlaces places) {

  private record Answer(int status, byte[] out, String err) {}

  /// The differences between the files in the folder and the merge base with `reference`.
  public MergeBase base(String reference) {
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
      } else if (isCompared(path)) {
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

  /// The top folder of the repository; empty outside a repository or if git is not installed.
  Optional<Path> top() {
    try {
      var answer = run("rev-parse", "--show-toplevel");
      return answer.status == 0
          ? Optional.of(real(Path.of(text(answer).stripTrailing())))
          : Optional.empty();
    } catch (GitFailed e) {
      return Optional.empty();
    }
  }

  private Path inRepository() {
    var answer = run("rev-parse", "--show-toplevel");
    if (answer.status != 0) {
      throw new GitFailed(
          "%s is not in a git repository, so deed cannot find the base to compare with"
              .formatted(folder),
          "run deed in a clone, or omit --base to check all migrations");
    }
    return Path.of(text(answer).stripTrailing());
  }

  private String commit(String reference) {
    var answer =
        run("rev-parse", "--verify", "--quiet", "--end-of-options", reference + "^{commit}");
    if (answer.status != 0) {
      throw new GitFailed(
          "git does not know the commit %s".formatted(reference),
          "fetch it first: git fetch origin");
    }
    return text(answer).strip();
  }

  private String mergeBase(String reference, String tip) {
    var answer = run("merge-base", tip, "HEAD");
    if (answer.status != 0) {
      throw new GitFailed(
          "this branch and %s have no commit in common here".formatted(reference),
          "if the clone is shallow, run git fetch --unshallow (actions/checkout: fetch-depth: 0)");
    }
    return text(answer).strip();
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
