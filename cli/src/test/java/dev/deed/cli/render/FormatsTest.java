package dev.deed.cli.render;

import static dev.deed.cli.render.SampleParts.FILE;
import static dev.deed.cli.render.SampleParts.HOSTILE;
import static dev.deed.cli.render.SampleParts.TARGET;
import static dev.deed.cli.render.SampleParts.findings;
import static dev.deed.cli.render.SampleParts.sources;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.EvidenceReport;
import dev.deed.cli.report.FindingReport;
import dev.deed.cli.report.Report;
import dev.deed.cli.report.RestoredDatabase;
import dev.deed.cli.report.RuleReport;
import dev.deed.cli.report.SavedDatabase;
import dev.deed.engine.look.emergency.SessionEnding;
import dev.deed.sql.SourceFile;
import dev.deed.sql.golden.Golden;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// One sample of each report in each format: `reports/<report>.<format>`. Their names contain
/// characters that would control a terminal if they were not replaced.
class FormatsTest {

  private static final List<Report> SAMPLES =
      List.of(
          new Report.Version("1.2.3", "0123456789ab", "native", "25.0.1"),
          new FindingReport.Unreadable(findings(), sources()),
          new FindingReport.Checked(
              3, 1, List.of(FILE, new SourceFile("b.sql")), findings(), sources()),
          new FindingReport.Refused(
              new FindingReport.Checked(2, 0, List.of(FILE), findings(), sources()),
              "pending",
              List.of(new Report.Failure("staging", new SampleParts.Refused(HOSTILE)))),
          new Report.Failed(new SampleParts.Refused(HOSTILE)),
          RunSamples.ran(),
          RunSamples.planned(),
          RunSamples.scripts(),
          RunSamples.histories(),
          RunSamples.status(),
          RunSamples.adopted(),
          RunSamples.verified(),
          RunSamples.recorded(),
          RunSamples.executed(),
          ServerSamples.examined(),
          ServerSamples.emergencies(),
          new DatabaseReport.SessionEnded(
              TARGET,
              ServerSamples.live(4711),
              HOSTILE,
              true,
              new SessionEnding.Ended(false, HOSTILE)),
          ServerSamples.granted(),
          ServerSamples.changedOver(),
          ServerSamples.journals(),
          SchemaSamples.drifted(),
          SchemaSamples.effects(),
          new FindingReport.Linted(List.of(FILE), findings(), sources()),
          SchemaSamples.owners(),
          SchemaSamples.ownerOf(),
          new RuleReport.RuleList(List.of(SchemaSamples.rule())),
          new RuleReport.Explained(SchemaSamples.rule()),
          new Report.FilesChecked(
              List.of(
                  new Report.CheckedFile(HOSTILE, true, 2, HOSTILE, null, "deed owners"),
                  new Report.CheckedFile("a.md", true, 0, null, null, "deed owners"))),
          new Report.Written(List.of(FILE)),
          new Report.Expanded(
              "rename_users_name",
              List.of(new Report.StoryText(FILE, HOSTILE)),
              List.of(HOSTILE),
              false),
          new Report.Generated(
              List.of(new Report.StoryText(FILE, HOSTILE)), List.of(HOSTILE), false, false),
          RunSamples.rehearsed(),
          new Report.Branched(
              List.of(
                  new Report.BranchCopy("x", HOSTILE, "2026-02-03T04:05:06Z", 8_000_000),
                  new Report.BranchCopy("y", "br-1", "", 0)),
              List.of(HOSTILE)),
          new EvidenceReport.Kept(List.of(RunSamples.evidence()), HOSTILE),
          RunSamples.checklists(),
          new Report.SetUp(
              List.of(new Report.StoryText(FILE, HOSTILE)),
              List.of("found: " + HOSTILE),
              2,
              List.of("deed check"),
              true),
          new Report.Page(HOSTILE),
          new DatabaseReport.BackedUp(
              List.of(
                  new SavedDatabase(
                      TARGET,
                      new SavedDatabase.State(
                          HOSTILE,
                          5 << 20,
                          2,
                          1234,
                          java.time.Instant.parse("2026-01-29T12:00:00Z"),
                          "0/16B3748"),
                      null,
                      List.of(HOSTILE),
                      null),
                  new SavedDatabase(
                      TARGET,
                      new SavedDatabase.State(
                          HOSTILE, 1, 1, 1, java.time.Instant.parse("2026-01-29T12:00:00Z"), ""),
                      HOSTILE,
                      List.of(),
                      new SampleParts.Refused(HOSTILE)))),
          new DatabaseReport.Restored(
              new RestoredDatabase(
                  TARGET,
                  List.of(HOSTILE),
                  HOSTILE,
                  HOSTILE,
                  3,
                  1,
                  List.of(HOSTILE),
                  List.of(HOSTILE))),
          new Report.Squashed(
              List.of(new Report.StoryText(FILE, HOSTILE)),
              List.of(FILE),
              List.of(HOSTILE),
              false));

  private static final Set<Class<?>> PRINTED =
      Set.of(Report.Lines.class, Report.Told.class, Report.Watched.class);

  @ParameterizedTest
  @EnumSource
  void writes_every_report(Format format) {
    for (var sample : SAMPLES) {
      var name = sample.getClass().getSimpleName() + "." + format;
      format
          .render(sample)
          .ifPresent(text -> Golden.check(Golden.fixture("reports/" + name), text));
    }
  }

  /// Reports that are printed line by line do not have a format.
  @Test
  void has_a_sample_of_every_report() {
    assertThat(Report.class.getPermittedSubclasses())
        .filteredOn(report -> !PRINTED.contains(report))
        .allMatch(report -> SAMPLES.stream().anyMatch(report::isInstance));
  }

  @ParameterizedTest
  @EnumSource
  void lets_no_control_character_through(Format format) {
    for (var sample : SAMPLES) {
      assertThat(format.render(sample).orElse("")).doesNotContain("\u001b");
    }
  }
}
