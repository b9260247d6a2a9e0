package dev.deed.cli.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deed.cli.host.FileTrouble;
import dev.deed.cli.host.ReportFile;
import dev.deed.cli.report.FindingMarks;
import dev.deed.cli.report.PrintableText;
import dev.deed.engine.MergeBase;
import dev.deed.ownership.OwnershipRules;
import dev.deed.sql.Finding;
import dev.deed.sql.RuleName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import dev.deed.sql.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Findings recorded when the check was introduced, one per line in a file next to the ownership
/// file. They pass, new findings do not, and a line whose finding is fixed must be removed.
final class KnownFindings {

  static final RuleName STALE = new RuleName("stale-record");
  static final RuleName UNREADABLE = new RuleName("unreadable-record");

  private static final String FILE = "known-findings.txt";
  static final SourceFile SOURCE = new SourceFile(FILE);
  private static final String HEAD =
      """
      # Findings that `deed check` accepts because they were recorded. New findings fail, and so does a line
      # whose finding is fixed. `deed check --record` rewrites this file.
      """;
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{16}) (\\S+) (.+?)(?: :: .*)?");

  /// @param span the whole line
  private record Known(String mark, String rule, SourceFile file, Span span) {}

  /// The findings to report, and the number of those that are known.
  record Left(List<Finding> findings, int known) {}

  private final Project project;
  private final SourceFile source;
  private final List<Known> known = new ArrayList<>();
  private final List<Finding> mistakes = new ArrayList<>();

  private KnownFindings(Project project) {
    this.project = project;
    this.source = new SourceFile(FILE);
  }

  static KnownFindings read(Project project) {
    var findings = new KnownFindings(project);
    try {
      findings.readLines(new String(project.read(path(project)), UTF_8));
    } catch (NoSuchFileException e) {
      // There are no recorded findings.
    } catch (IOException e) {
      var message = "this file cannot be read: " + FileTrouble.reason(e);
      findings.mistake(Span.NONE, message);
    }
    return findings;
  }

  /// Lines that a change adds for rules about what other services own: a baseline is recorded once,
  /// by those who begin to use `check`. Nothing where the ownership file is new as well.
  List<Finding> added(MergeBase base, Set<RuleName> rules) {
    if (base.added().contains(project.ownership().file())) {
      return List.of();
    }
    var before =
        base.changed().stream()
            .filter(changed -> changed.path().equals(source))
            .map(MergeBase.Changed::text)
            .flatMap(String::lines)
            .map(line -> line.strip().split(" ", 2)[0])
            .collect(Collectors.toSet());
    return base.touched().contains(source)
        ? known.stream()
            .filter(line -> rules.contains(new RuleName(line.rule())))
            .filter(line -> !before.contains(line.mark()))
            .map(this::addedLine)
            .toList()
        : List.of();
  }

  private Finding addedLine(Known line) {
    var text = textOf(project);
    var end = Math.min(line.span().end(), text.length());
    var words = text.substring(Math.min(line.span().start(), end), end).strip();
    var message = words.contains(" :: ") ? words.substring(words.indexOf(" :: ") + 4) : words;
    return Finding.error(
        OwnershipRules.OWNER_DECIDES,
        source,
        line.span(),
        "this change records %s as known: %s".formatted(line.rule(), message),
        "take the line out; the owner allows it in the ownership file, by allows or uses");
  }

  /// Empty where nothing was recorded, or where it cannot be read.
  static String textOf(Project project) {
    return project.textOf(new SourceFile(FILE));
  }

  /// Records every finding that may be accepted and returns the others.
  static Left record(Project project, List<Finding> all) {
    var recordable = new HashSet<>(RuleLevels.CHANGEABLE);
    var marks = marks(project);
    var lines = new TreeSet<String>();
    var left = new ArrayList<Finding>();
    for (var finding : all) {
      if (recordable.contains(finding.rule()) || isOfTool(project, finding.file())) {
        lines.add(line(finding, marks.of(finding)));
      } else {
        left.add(finding);
      }
    }
    write(project, lines);
    return new Left(left, lines.size());
  }

  /// What another tool has applied is past, whatever it is: deed does not send it.
  private static boolean isOfTool(Project project, SourceFile file) {
    var path = project.base().resolve(file.path()).normalize();
    return project.ownership().map().databases().stream()
        .flatMap(database -> database.toolFolders().stream())
        .anyMatch(folder -> path.startsWith(project.base().resolve(folder.folder()).normalize()));
  }

  private static FindingMarks marks(Project project) {
    return new FindingMarks(project::textOf);
  }

  private static String line(Finding finding, String mark) {
    var path = PrintableText.line(finding.file().path());
    return "%s %s %s :: %s"
        .formatted(mark, finding.rule(), path, PrintableText.line(finding.message()));
  }

  private static void write(Project project, Set<String> lines) {
    var file = ReportFile.named(FILE, project.base());
    try {
      file.check();
      if (lines.isEmpty()) {
        Files.deleteIfExists(file.path());
      } else {
        file.replace(HEAD + String.join("\n", lines) + "\n");
      }
    } catch (ReportFile.NotWritable e) {
      throw new NotRecorded(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new NotRecorded("cannot write %s: %s".formatted(FILE, FileTrouble.reason(e)), e);
    }
  }

  private static Path path(Project project) {
    return project.base().resolve(FILE);
  }

  private void readLines(String text) {
    var start = 0;
    var number = 0;
    for (var line : text.split("\n", -1)) {
      number++;
      var span = new Span(start, start + line.length(), number, 1);
      start += line.length() + 1;
      var bare = line.strip();
      if (!bare.isEmpty() && !bare.startsWith("#")) {
        readLine(bare, span);
      }
    }
  }

  private void readLine(String line, Span span) {
    var match = LINE.matcher(line);
    if (match.matches()) {
      var file = new SourceFile(match.group(3));
      known.add(new Known(match.group(1), match.group(2), file, span));
    } else {
      mistake(span, "this line does not name a finding");
    }
  }

  private void mistake(Span span, String message) {
    var advice = "rewrite the file: deed check --record";
    mistakes.add(Finding.error(UNREADABLE, source, span, message, advice));
  }

  /// Before SQL is sent, a record excuses only what a rule may be switched off for.
  private static boolean isExcused(Finding finding, Scope scope) {
    var isToBeSent = scope.oneChange() && scope.base() == null;
    return !isToBeSent || RuleLevels.CHANGEABLE.contains(finding.rule());
  }

  /// The new findings, and one for each recorded line whose finding is fixed.
  Left without(List<Finding> findings, Scope scope) {
    if (known.isEmpty() && mistakes.isEmpty()) {
      return new Left(findings, 0);
    }
    var marks = marks(project);
    Map<String, Known> open = new HashMap<>();
    known.forEach(k -> open.put(k.mark(), k));
    var left = new ArrayList<>(mistakes);
    var met = new HashSet<String>();
    for (var finding : findings) {
      var mark = marks.of(finding);
      if (open.containsKey(mark) && isExcused(finding, scope)) {
        met.add(mark);
      } else {
        left.add(finding);
      }
    }
    known.stream()
        .filter(k -> !met.contains(k.mark()) && scope.has(k.file()))
        .forEach(k -> left.add(stale(k)));
    return new Left(left, met.size());
  }

  private Finding stale(Known gone) {
    var message = "the finding %s no longer exists in %s".formatted(gone.rule(), gone.file());
    var advice = "remove this line, or rewrite the file: deed check --record";
    return Finding.error(STALE, source, gone.span(), message, advice);
  }

  /// The file of known findings could not be written.
  static final class NotRecorded extends UserException {

    private static final long serialVersionUID = 1L;

    NotRecorded(String message, Exception cause) {
      super(
          message,
          "findings are recorded next to the ownership file: make that folder writable, or move"
              + " what is in the way",
          cause);
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
