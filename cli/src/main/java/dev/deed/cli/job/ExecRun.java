package dev.deed.cli.job;

import dev.deed.cli.host.CommitQuestion;
import dev.deed.cli.report.Report;
import dev.deed.cli.report.Sources;
import dev.deed.engine.ManualChange;
import dev.deed.engine.Section;
import dev.deed.engine.connect.Address;
import dev.deed.engine.protocol.BeforeCommit;
import dev.deed.engine.run.CommitRule;
import dev.deed.engine.run.ManualRun;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Runs SQL by hand on one database: checks it, runs it, shows its effects, then commits.
public record ExecRun(ApplyRun running) {

  private static final SourceFile ARGUMENT = new SourceFile("exec");

  /// The options of the command line.
  public record Wish(
      @Nullable String sql,
      @Nullable Path file,
      @Nullable String service,
      @Nullable String description,
      @Nullable String commitIf) {}

  public Report report(@Nullable String database, Wish wish) {
    var address = running.targets().address(database);
    var name = address.target().database();
    var place =
        ServiceFolder.of(
            running.targets().project().ownership().map(), wish.service(), name.text());
    var change = change(name, place, wish);
    var findings =
        new AdHocScript(running.targets().project(), change, running.surroundings()).findings();
    var sources = new Sources(Map.of(change.up().file(), change.up().text()));
    if (Project.has(Severity.ERROR, findings)) {
      return new Report.Executed(address.target(), null, findings, sources, false);
    }
    running.refuseNotPromoted(address, change.up().checksum());
    running.confirm(List.of(address));
    return run(address, change, wish, findings, sources);
  }

  private Report run(
      Address address, ManualChange change, Wish wish, List<Finding> findings, Sources sources) {
    var files = running.targets().project().migrations();
    var surroundings = running.surroundings();
    var question = new CommitQuestion(surroundings, findings, sources);
    var rule = rule(wish, question);
    var trial =
        new ManualRun(
            running.settings().policyFor(running.targets()).withBeforeCommit(comparison(change)),
            running.settings().beside(surroundings));
    var isAsked = rule instanceof CommitRule.Asking;
    try (var _ = surroundings.signals().listen(trial::stop)) {
      var result =
          trial.run(
              address,
              history -> change.move(files, history, surroundings.clock().instant()),
              rule);
      return new Report.Executed(address.target(), result, findings, sources, isAsked);
    }
  }

  private BeforeCommit comparison(ManualChange change) {
    var project = running.targets().project();
    return EffectsComparison.always(
        project,
        running.targets().environment(),
        name ->
            EffectsComparison.scripts(
                project,
                new AdHocScript(project, change, running.surroundings()).migrations(),
                name));
  }

  private CommitRule rule(Wish wish, CommitQuestion question) {
    if (wish.commitIf() != null) {
      return new CommitRule.When(wish.commitIf());
    }
    if (running.settings().yes()) {
      return new CommitRule.Always();
    }
    return running.surroundings().terminal()
        ? new CommitRule.Asking(question::ask)
        : new CommitRule.Never();
  }

  private ManualChange change(DatabaseName database, ServiceFolder place, Wish wish) {
    var file = wish.sql() != null && wish.sql().equals("-") ? Path.of("-") : wish.file();
    if (file == null) {
      var text = String.valueOf(wish.sql());
      return change(database, place, wish, new Section(ARGUMENT, text), null);
    }
    var read = new SqlFiles(running.surroundings()).read(List.of(file)).getFirst();
    return change(
        database,
        place,
        wish,
        Section.up(read.name(), read.text()),
        Section.down(read.name(), read.text()).orElse(null));
  }

  private static ManualChange change(
      DatabaseName database, ServiceFolder place, Wish wish, Section up, @Nullable Section down) {
    var description = wish.description() == null ? "exec " + up.text().strip() : wish.description();
    return new ManualChange(database, place.service(), null, description, up, down);
  }
}
