package dev.deed.cli.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.EvidenceReport;
import dev.deed.cli.report.FindingReport;
import dev.deed.cli.report.OwnerReport;
import dev.deed.cli.report.Report;
import dev.deed.cli.report.RuleReport;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One object per report: its kind, its verdict, then its own fields.
final class JsonRenderer implements Renderer {

  @Override
  public Optional<String> render(Report report) {
    return Optional.of(
        JsonText.of(json -> {
          json.writeStartObject();
          json.writeStringField("report", kind(report));
          json.writeStringField("verdict", report.verdict().name().toLowerCase(Locale.ROOT));
          fields(report, json);
          json.writeEndObject();
        }));
  }

  private static String kind(Report report) {
    return switch (report) {
      case Report.Version _ -> "version";
      case FindingReport.Unreadable _ -> "unreadable";
      case FindingReport.Checked _ -> "check";
      case FindingReport.Refused _ -> "refused";
      case FindingReport.Linted _ -> "lint";
      case DatabaseReport.Ran _ -> "run";
      case DatabaseReport.Planned _ -> "plan";
      case DatabaseReport.Scripts _ -> "sql";
      case DatabaseReport.Histories _ -> "history";
      case DatabaseReport.Adopted _ -> "adopt";
      case DatabaseReport.BackedUp _ -> "backup";
      case DatabaseReport.Restored _ -> "restore";
      case DatabaseReport.Status _ -> "status";
      case DatabaseReport.Verified _ -> "verify";
      case Report.Recorded _ -> "record";
      case Report.Executed _ -> "exec";
      case DatabaseReport.Examined _ -> "doctor";
      case DatabaseReport.Emergencies _ -> "emergency";
      case DatabaseReport.SessionEnded _ -> "session-ended";
      case DatabaseReport.Granted _ -> "grants";
      case DatabaseReport.ChangedOver _ -> "changeovers";
      case Report.Drifted _ -> "drift";
      case DatabaseReport.Journals _ -> "journal";
      case Report.Effects _ -> "effects";
      case OwnerReport.Owners _ -> "owners";
      case OwnerReport.OwnerOf _ -> "owner";
      case Report.FilesChecked _ -> "files";
      case RuleReport.RuleList _ -> "rules";
      case RuleReport.Explained _ -> "rule";
      case Report.Written _ -> "written";
      case Report.Expanded _ -> "expanded";
      case Report.Squashed _ -> "squashed";
      case Report.Generated _ -> "generated";
      case Report.Rehearsed _ -> "rehearsed";
      case Report.Branched _ -> "branches";
      case EvidenceReport.Kept _ -> "evidence";
      case EvidenceReport.Checklists _ -> "checklist";
      case Report.SetUp _ -> "set-up";
      case Report.Page _ -> "page";
      case Report.Lines _ -> "lines";
      case Report.Told _ -> "told";
      case Report.Watched _ -> "watched";
      case Report.Failed _ -> "failed";
    };
  }

  private static void fields(Report report, JsonGenerator json) throws IOException {
    switch (report) {
      case Report.Version version -> {
        json.writeStringField("deed", version.deed());
        json.writeStringField("commit", version.commit());
        json.writeStringField("build", version.build());
        json.writeStringField("java", version.java());
      }
      case FindingReport.Unreadable unreadable -> FindingJson.write(json, unreadable.findings());
      case FindingReport.Linted linted -> {
        json.writeNumberField("files", linted.files().size());
        FindingJson.write(json, linted.findings());
      }
      case FindingReport.Checked checked -> {
        json.writeNumberField("migrations", checked.migrations());
        json.writeNumberField("known", checked.known());
        FindingJson.write(json, checked.findings());
      }
      case FindingReport.Refused refused -> {
        json.writeNumberField("migrations", refused.checked().migrations());
        json.writeNumberField("known", refused.checked().known());
        FindingJson.write(json, refused.findings());
        RunJson.writeFailures(json, refused.failures());
      }
      case DatabaseReport.Ran ran -> RunJson.write(json, ran);
      case DatabaseReport.Planned planned -> PlanJson.write(json, planned);
      case DatabaseReport.Scripts scripts -> PlanJson.write(json, scripts);
      case DatabaseReport.Histories histories -> HistoryJson.write(json, histories);
      case DatabaseReport.Adopted adopted -> AdoptJson.write(json, adopted);
      case DatabaseReport.BackedUp backups -> BackupText.write(json, backups);
      case DatabaseReport.Restored restored -> BackupText.write(json, restored);
      case DatabaseReport.Status status -> RunJson.write(json, status);
      case DatabaseReport.Verified verified -> VerifyJson.write(json, verified);
      case Report.Recorded recorded -> ManualJson.write(json, recorded);
      case Report.Executed executed -> ManualJson.write(json, executed);
      case DatabaseReport.Examined examined -> DoctorJson.write(json, examined);
      case DatabaseReport.ChangedOver changeovers -> ChangeoverJson.write(json, changeovers);
      case DatabaseReport.Emergencies emergencies -> EmergencyJson.write(json, emergencies);
      case DatabaseReport.SessionEnded ended -> EmergencyJson.write(json, ended);
      case DatabaseReport.Granted granted -> GrantsJson.write(json, granted);
      case Report.Drifted drifted -> DriftJson.write(json, drifted);
      case DatabaseReport.Journals journals -> JournalJson.write(json, journals);
      case Report.Effects effects -> EffectsJson.writeFields(json, effects);
      case OwnerReport.Owners owners -> OwnersJson.write(json, owners);
      case OwnerReport.OwnerOf owner -> OwnersJson.write(json, owner);
      case RuleReport.RuleList rules -> RulesJson.write(json, rules);
      case RuleReport.Explained explained -> RulesJson.write(json, explained);
      case Report.FilesChecked checked -> {
        json.writeArrayFieldStart("files");
        for (var file : checked.files()) {
          json.writeStartObject();
          json.writeStringField("file", file.file());
          json.writeBooleanField("is_there", file.isThere());
          json.writeBooleanField("is_current", file.isCurrent());
          json.writeNumberField("line", file.line());
          json.writeStringField("expected", file.expected());
          json.writeStringField("found", file.found());
          json.writeStringField("command", file.command());
          json.writeEndObject();
        }
        json.writeEndArray();
      }
      case Report.Written written -> {
        json.writeArrayFieldStart("files");
        for (var file : written.files()) {
          json.writeString(file.path());
        }
        json.writeEndArray();
      }
      case Report.Expanded expanded -> {
        json.writeStringField("changeover", expanded.change());
        writeStory(json, expanded.dryRun(), expanded.files(), expanded.remarks());
      }
      case Report.Page page -> json.writeStringField("text", page.text());
      case Report.SetUp setUp -> {
        writeStory(json, setUp.dryRun(), setUp.files(), setUp.found());
        json.writeNumberField("known", setUp.known());
        json.writeArrayFieldStart("next");
        for (var command : setUp.next()) {
          json.writeString(command);
        }
        json.writeEndArray();
      }
      case Report.Generated generated ->
          writeStory(json, generated.dryRun(), generated.files(), generated.remarks());
      case EvidenceReport.Kept kept -> EvidenceJson.write(json, kept);
      case EvidenceReport.Checklists lists -> ChecklistJson.write(json, lists);
      case Report.Branched branched -> BranchText.write(json, branched);
      case Report.Rehearsed rehearsed -> RehearsalJson.write(json, rehearsed);
      case Report.Squashed squashed -> {
        writeStory(json, squashed.dryRun(), squashed.files(), squashed.remarks());
        json.writeArrayFieldStart("replaced");
        for (var file : squashed.replaced()) {
          json.writeString(file.path());
        }
        json.writeEndArray();
      }
      case Report.Failed failed -> RunJson.writeFailure(json, failed.failure());
      case Report.Lines _, Report.Told _, Report.Watched _ -> {}
    }
  }

  private static void writeStory(
      JsonGenerator json, boolean dryRun, List<Report.StoryText> files, List<String> notes)
      throws IOException {
    json.writeBooleanField("dry_run", dryRun);
    json.writeArrayFieldStart("files");
    for (var file : files) {
      json.writeStartObject();
      json.writeStringField("file", file.file().path());
      json.writeStringField("text", file.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("notes");
    for (var note : notes) {
      json.writeString(note);
    }
    json.writeEndArray();
  }
}
