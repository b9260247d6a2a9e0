package dev.deed.cli.job;

import dev.deed.cli.host.FileTrouble;
import dev.deed.cli.report.Report;
import dev.deed.ownership.Database;
import dev.deed.ownership.Environment;
import dev.deed.ownership.UrlTemplate;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes the file with which a CI server or a hook runner runs deed.
///
/// @param branch that changes go to
public record CiRun(Project project, Kind kind, String branch, boolean force, boolean dryRun) {

  private static final String LOCAL = "local";

  /// Who runs it, and the file that it reads.
  public enum Kind {
    GITHUB(".github/workflows/deed.yml"),
    GITLAB(".gitlab/deed.yml"),
    PRE_COMMIT(".pre-commit-config.yaml"),
    LEFTHOOK("lefthook.yml");

    private final String file;

    Kind(String file) {
      this.file = file;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Report report() {
    var top = ServiceFolders.top(project.base());
    var file = new Report.StoryText(new SourceFile(kind.file), text(top));
    if (!dryRun) {
      write(top.resolve(kind.file), file);
    }
    var found = dryRun ? List.<String>of() : List.of("written: " + kind.file);
    return new Report.SetUp(List.of(file), found, 0, next(top), dryRun);
  }

  private void write(Path path, Report.StoryText file) {
    try {
      if (Files.exists(path) && !force && !Files.readString(path).equals(file.text())) {
        throw new NotWritten(
            "%s exists already".formatted(kind.file),
            "deed ci %s --dry-run shows the text to merge by hand; --force replaces the file"
                .formatted(kind));
      }
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      Files.writeString(path, file.text());
    } catch (IOException e) {
      throw new NotWritten(
          "cannot write %s: %s".formatted(kind.file, FileTrouble.reason(e)),
          "deed ci %s --dry-run shows it".formatted(kind));
    }
  }

  private List<String> next(Path top) {
    return switch (kind) {
      case GITHUB ->
          List.of(
              "set the variables DEED_DOWNLOAD and DEED_SHA256, and the secrets that the file names",
              "git add %s, and open a pull request".formatted(kind.file));
      case GITLAB ->
          List.of(
              Files.exists(top.resolve(".gitlab-ci.yml"))
                  ? "add to .gitlab-ci.yml: include: [{local: %s}]".formatted(kind.file)
                  : "create .gitlab-ci.yml with: include: [{local: %s}]".formatted(kind.file),
              "set the variables that the file names");
      case PRE_COMMIT -> List.of("pre-commit install");
      case LEFTHOOK -> List.of("lefthook install");
    };
  }

  private String text(Path top) {
    var paths = paths(top);
    var lines = new LinkedHashMap<String, List<String>>();
    lines.put("paths", paths);
    lines.put("install", CiTemplate.script("install.sh"));
    lines.put(
        "comment",
        CiTemplate.script(kind == Kind.GITLAB ? "comment-gitlab.sh" : "comment-github.sh"));
    var words = words(top);
    words.put("branch", branch);
    words.put("regex", regex(paths));
    words.put("postgres", postgres());
    words.put("schedule", environments().isEmpty() ? "" : SCHEDULE);
    words.put("apply", jobs("apply", lines, words));
    words.put("drift", jobs("drift", lines, words));
    return CiTemplate.filled(kind + ".yml", lines, words).stripTrailing() + "\n";
  }

  /// The version of the server for rehearsals: one on which the migrations of all databases run.
  private String postgres() {
    return project.ownership().map().databases().stream()
        .map(Database::postgres)
        .max(Comparator.naturalOrder())
        .map(String::valueOf)
        .orElse("latest");
  }

  private static final String SCHEDULE =
      """
        schedule:
          - cron: "17 3 * * *"
        workflow_dispatch:
      """;

  /// From another folder than that of the repository, the ownership file is named.
  private LinkedHashMap<String, String> words(Path top) {
    var file = shown(top, project.base().resolve(project.ownership().file().path()));
    var words = new LinkedHashMap<String, String>();
    words.put("deed", file.contains("/") ? "deed --ownership " + file : "deed");
    return words;
  }

  /// Those that one person's machine does not have, in the order in which changes reach them.
  private List<Environment> environments() {
    var all =
        new ArrayList<>(
            project.ownership().environments().stream()
                .filter(e -> !e.disposable() && !e.name().text().equals(LOCAL))
                .toList());
    var ordered = new ArrayList<Environment>();
    while (!all.isEmpty()) {
      var next =
          all.stream()
              .filter(e -> all.stream().noneMatch(o -> o.name().equals(e.promoteFrom())))
              .findFirst()
              .orElse(all.getFirst());
      ordered.add(next);
      all.remove(next);
    }
    return ordered;
  }

  private String jobs(
      String job, Map<String, List<String>> lines, LinkedHashMap<String, String> words) {
    if (kind != Kind.GITHUB && kind != Kind.GITLAB) {
      return "";
    }
    var text = new StringBuilder();
    for (var environment : environments()) {
      var variables = variables(environment);
      var own = new LinkedHashMap<>(lines);
      own.put("secrets", variables.stream().map(CiRun::secret).toList());
      var ownWords = new LinkedHashMap<>(words);
      ownWords.put("environment", environment.name().text());
      ownWords.put("variables", String.join(", ", variables));
      ownWords.put("needs", needs(environment));
      text.append(CiTemplate.filled("%s-%s.yml".formatted(kind, job), own, ownWords));
    }
    return text.toString();
  }

  private String needs(Environment environment) {
    var from = environment.promoteFrom();
    var isJob = from != null && environments().stream().anyMatch(each -> each.name().equals(from));
    if (!isJob) {
      return "";
    }
    return kind == Kind.GITHUB
        ? "    needs: apply-%s\n".formatted(from)
        : "  needs: [deed-apply-%s]\n".formatted(from);
  }

  private static String secret(String variable) {
    return "%s: ${{ secrets.%s }}".formatted(variable, variable);
  }

  private static List<String> variables(Environment environment) {
    var names = new TreeSet<String>();
    environment.urls().values().stream().map(UrlTemplate::variables).forEach(names::addAll);
    return List.copyOf(names);
  }

  /// The files that matter, service by service.
  private List<String> paths(Path top) {
    var byService = new LinkedHashMap<String, TreeSet<String>>();
    for (var service : project.ownership().map().services()) {
      byService.put(service.name().text(), new TreeSet<>());
    }
    for (var database : project.ownership().map().databases()) {
      var isOfTool = !database.toolFolders().isEmpty();
      for (var folder : database.toolFolders()) {
        var service = folder.service() == null ? "" : folder.service().text();
        byService
            .computeIfAbsent(service, _ -> new TreeSet<>())
            .add(pattern(shown(top, project.base().resolve(folder.folder()))));
      }
      var own = project.base().resolve(database.migrations());
      if (!isOfTool || Files.isDirectory(own)) {
        byService.forEach((service, patterns) -> {
          if (!service.isEmpty() && owns(service, database.name())) {
            patterns.add(pattern(shown(top, own.resolve(service))));
          }
        });
      }
    }
    var lines = new ArrayList<String>();
    var base = shown(top, project.base());
    var prefix = base.isEmpty() ? "" : base + "/";
    lines.add("- '%s%s'".formatted(prefix, project.ownership().file().path()));
    lines.add("- '%sknown-findings.txt'".formatted(prefix));
    byService.forEach((service, patterns) -> {
      if (!patterns.isEmpty()) {
        lines.add("# " + (service.isEmpty() ? "all services" : service));
        patterns.forEach(pattern -> lines.add("- '%s'".formatted(pattern.replace("'", "''"))));
      }
    });
    return lines;
  }

  private boolean owns(String service, DatabaseName database) {
    return project.ownership().map().claims().stream()
        .anyMatch(
            claim -> claim.service().text().equals(service) && claim.database().equals(database));
  }

  private static String pattern(String folder) {
    return folder.isEmpty() ? "**" : folder + "/**";
  }

  private static String regex(List<String> paths) {
    return paths.stream()
        .filter(line -> line.startsWith("- "))
        .map(line -> line.substring(3, line.length() - 1).replace("''", "'"))
        .map(path ->
            path.endsWith("**")
                ? literal(path.substring(0, path.length() - 2))
                : literal(path) + "$")
        .collect(Collectors.joining("|", "^(", ")"))
        .replace("'", "''");
  }

  private static String literal(String text) {
    return Pattern.compile("[.\\\\+*?^$()\\[\\]{}|]").matcher(text).replaceAll("\\\\$0");
  }

  private static String shown(Path top, Path path) {
    return top.toAbsolutePath()
        .normalize()
        .relativize(path.toAbsolutePath().normalize())
        .toString()
        .replace('\\', '/');
  }

  /// The file was not written.
  static final class NotWritten extends UserException {

    private static final long serialVersionUID = 1L;

    NotWritten(String message, String advice) {
      super(message, advice);
    }

    @Override
    public Outcome outcome() {
      return Outcome.REFUSED;
    }
  }
}
