package dev.deed.cli.job;

import dev.deed.cli.host.FileTrouble;
import dev.deed.cli.host.Questions;
import dev.deed.cli.host.RepositoryWalk;
import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.FindingReport;
import dev.deed.cli.report.Report;
import dev.deed.cli.report.Sources;
import dev.deed.engine.Migrations;
import dev.deed.engine.find.MigrationSearch;
import dev.deed.ownership.file.OwnershipSchema;
import dev.deed.ownership.propose.LiveFacts;
import dev.deed.ownership.propose.Proposal;
import dev.deed.ownership.propose.ProposalText;
import dev.deed.ownership.propose.Proposer;
import dev.deed.ownership.propose.RepositoryFacts;
import dev.deed.ownership.propose.SourceFacts;
import dev.deed.sql.SourceFile;
import dev.deed.sql.UserException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Writes the ownership file of a repository that has none, from what lies in it; then records what
/// `check` finds, so that the next check is about what is new.
public record InitRun(Surroundings surroundings, Wish wish) {

  private static final String FILE = "schema-ownership.yaml";
  private static final String SCHEMA = "schema-ownership.schema.json";
  private static final String KNOWN = "known-findings.txt";

  /// More services than this are confirmed in the file, not one by one.
  private static final int MOST_QUESTIONS = 3;

  /// @param url of a database to read, or null for the one that `.env` names
  /// @param yes asks nothing
  public record Wish(@Nullable String url, boolean yes, boolean dryRun) {}

  public Report report() {
    var top = surroundings.workingDirectory();
    refuseSecond(top);
    var walk = RepositoryWalk.of(top);
    var search = MigrationSearch.in(walk.files());
    var notes = new RepositoryNotes(walk.files());
    var live = new InitDatabase(surroundings, top, notes.variables()).read(wish.url());
    var readable = search.folders().stream().filter(folder -> folder.tool().isReadable()).toList();
    var reading = new SourceReading(top);
    var sources = readable.stream().map(reading::read).toList();
    var facts = facts(top, notes, sources, live.facts());
    var proposal = asked(Proposer.of(facts));
    var text = ProposalText.of(proposal);
    var project = reading.project(text);
    var files = new ArrayList<Report.StoryText>();
    files.add(new Report.StoryText(new SourceFile(FILE), text));
    if (!Files.exists(top.resolve(SCHEMA))) {
      files.add(new Report.StoryText(new SourceFile(SCHEMA), OwnershipSchema.text()));
    }
    if (sources.isEmpty()) {
      var first =
          FirstMigration.of(proposal, walk.files(), live.facts(), surroundings.clock().instant());
      if (!Files.exists(top.resolve(first.file().path()))) {
        files.add(first);
      }
    }
    if (!wish.dryRun()) {
      write(top, files);
    }
    var isExample = files.getLast().file().path().endsWith(".sql") && !wish.dryRun();
    var isNothing = sources.isEmpty() && !isExample;
    var migrations = isNothing ? new Migrations(List.of(), List.of()) : project.migrations();
    var checked = isNothing ? checkedNothing() : checked(project, migrations);
    var unread = migrations.all().stream().filter(m -> m.origin().unread() != null).count();
    return new Report.SetUp(
        shown(files),
        new InitWords(walk, search, sources, live, proposal)
            .lines(checked, (int) unread, wish.dryRun()),
        checked.known(),
        next(top, facts),
        wish.dryRun());
  }

  /// The schema is long, and the same for all.
  private static List<Report.StoryText> shown(List<Report.StoryText> files) {
    return files.stream().filter(file -> !file.file().path().equals(SCHEMA)).toList();
  }

  private void refuseSecond(Path top) {
    if (Project.isFound(surroundings)) {
      throw new NotBegun(
          "there is a %s already, in this folder or above it".formatted(FILE),
          "deed check goes on with it; deed init never overwrites one");
    }
    if (Files.exists(top.resolve(KNOWN))) {
      throw new NotBegun(
          "there is a %s without a %s".formatted(KNOWN, FILE),
          "remove it, or restore the file that it belongs to; deed init never overwrites one");
    }
  }

  private static RepositoryFacts facts(
      Path top, RepositoryNotes notes, List<SourceFacts> sources, @Nullable LiveFacts live) {
    var name = top.toAbsolutePath().normalize().getFileName();
    return new RepositoryFacts(
        name == null ? "" : name.toString(),
        sources,
        notes.codeowners(),
        notes.components(),
        live,
        notes.variables(),
        notes.postgres());
  }

  private Proposal asked(Proposal proposal) {
    if (wish.yes() || !surroundings.terminal() || proposal.services().size() > MOST_QUESTIONS) {
      return proposal;
    }
    var questions = new Questions(surroundings);
    var answered = proposal;
    for (var service : proposal.services()) {
      var name = service.name().text();
      var owns = service.owns().values().stream().flatMap(List::stream).limit(3).toList();
      var chosen =
          questions.text(
              "Name of the service that owns %s".formatted(String.join(", ", owns)), name);
      var team = service.team() == null ? "" : service.team().text();
      answered = answered.with(name, chosen, questions.text("Its team", team));
    }
    if (!wish.dryRun() && !questions.isYes("Write %s".formatted(FILE), true)) {
      throw new NotBegun("nothing was written", "deed init --dry-run shows what it would write");
    }
    return answered;
  }

  private static void write(Path top, List<Report.StoryText> files) {
    for (var file : files) {
      var path = top.resolve(file.file().path());
      try {
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.writeString(path, file.text(), StandardOpenOption.CREATE_NEW);
      } catch (FileAlreadyExistsException e) {
        throw new NotBegun(
            "%s was written by another program meanwhile".formatted(file.file()),
            "run deed check to see whether it is right");
      } catch (IOException e) {
        throw new NotBegun(
            "cannot write %s: %s".formatted(file.file(), FileTrouble.reason(e)),
            "deed init --dry-run shows what it would write");
      }
    }
  }

  private FindingReport.Checked checked(Project project, Migrations migrations) {
    var gate = new Gate(project, migrations, surroundings);
    return wish.dryRun() ? gate.check(Scope.ALL) : gate.record();
  }

  private FindingReport.Checked checkedNothing() {
    return new FindingReport.Checked(
        0, 0, List.of(), List.of(), new Sources(Map.of(), surroundings.workingDirectory()));
  }

  private static List<String> next(Path top, RepositoryFacts facts) {
    var server = Files.exists(top.resolve(".gitlab-ci.yml")) ? "gitlab" : "github";
    var isEmpty = facts.sources().isEmpty() && facts.live() == null;
    return List.of(
        "deed check               # checks every migration, now and in every pull request",
        isEmpty
            ? "deed new \"what it changes\" # creates the file of the next migration"
            : "deed owners              # shows who owns which table: correct %s where it is wrong"
                .formatted(FILE),
        "deed ci %-16s # writes the workflow that checks pull requests".formatted(server));
  }

  /// Nothing was written.
  static final class NotBegun extends UserException {

    private static final long serialVersionUID = 1L;

    NotBegun(String message, String advice) {
      super(message, advice);
    }

    @Override
    public Outcome outcome() {
      return Outcome.REFUSED;
    }
  }
}
