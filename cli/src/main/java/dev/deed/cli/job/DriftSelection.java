package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.DriftTerms;
import dev.deed.cli.report.DriftTerms.LeftOut;
import dev.deed.cli.report.EarlierDrift;
import dev.deed.cli.report.Report;
import dev.deed.cli.report.Sources;
import dev.deed.drift.Drift;
import dev.deed.drift.DriftReport;
import dev.deed.drift.DriftSeverity;
import dev.deed.drift.IgnoredDrift;
import dev.deed.ownership.Database;
import dev.deed.ownership.DriftIgnore;
import dev.deed.ownership.OwnershipRules;
import dev.deed.ownership.Service;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import dev.deed.sql.ServiceName;
import dev.deed.sql.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a drift report contains of all that was found: not what the ownership file ignores, and
/// where one service is asked for, not what others own.
///
/// @param project null where two files are compared without one
public record DriftSelection(@Nullable Project project, DriftTerms terms) {

  private static final String PROVED_ALL =
      "the SQL was proved to close all differences, together with those that are left out here";

  /// @param command to type again, see `DriftTerms`
  /// @param next to type next, likewise
  public record Wish(
      DriftSeverity failOn,
      String command,
      String next,
      @Nullable String only,
      @Nullable EarlierDrift earlier) {}

  /// @throws Targets.NoSuch if there is no service of that name
  public static DriftSelection of(@Nullable Project project, Surroundings surroundings, Wish wish) {
    var terms =
        new DriftTerms(
            wish.failOn(),
            surroundings.clock().instant(),
            wish.command(),
            wish.next(),
            service(project, wish.only()),
            wish.earlier(),
            LeftOut.NOTHING,
            surroundings.terminal() ? surroundings.columns() : DriftTerms.COLUMNS);
    return new DriftSelection(project, terms);
  }

  private static @Nullable Service service(@Nullable Project project, @Nullable String only) {
    if (only == null) {
      return null;
    }
    var services = project == null ? List.<Service>of() : services(project);
    return services.stream()
        .filter(service -> service.name().text().equals(only))
        .findFirst()
        .orElseThrow(() ->
            new Targets.NoSuch(
                "service",
                only,
                services.stream().map(Service::name).map(ServiceName::text).toList()));
  }

  private static List<Service> services(Project project) {
    return List.copyOf(project.ownership().map().services());
  }

  public Report.Drifted from(Report.Drifted found) {
    var picking = new Picking(this, new HashMap<>(), new HashMap<>(), new HashSet<>());
    var databases = found.databases().stream().map(picking::rest).toList();
    var findings = findings(found, picking.used());
    var sources = project == null ? new Sources(Map.of()) : project.ownershipSource();
    var leftOut = new LeftOut(picking.ignored(), picking.others(), findings, sources);
    return new Report.Drifted(databases, found.failures(), terms.with(leftOut))
        .showing(found.unwritten());
  }

  private List<DriftIgnore> ignores() {
    return project == null ? List.of() : project.ownership().driftIgnores();
  }

  private record Picking(
      DriftSelection selection,
      Map<DatabaseName, List<Drift>> ignored,
      Map<DatabaseName, List<Drift>> others,
      Set<DriftIgnore> used) {

    DriftReport rest(DriftReport report) {
      var rest = selected(report);
      return isProved(report) && !isProved(rest) ? rest.with(List.of(), List.of(PROVED_ALL)) : rest;
    }

    private static boolean isProved(DriftReport report) {
      return report.reconciliation() != null && report.reconciliation().proved();
    }

    private DriftReport selected(DriftReport report) {
      var shown = IgnoredDrift.of(report, selection.ignores(), selection.searchPath(report));
      used.addAll(shown.used());
      ignored.put(report.database(), shown.ignored());
      var only = selection.terms().only();
      if (only == null) {
        return shown.report();
      }
      var own = new ArrayList<Drift>();
      var foreign = new ArrayList<Drift>();
      for (var drift : shown.report().drifts()) {
        (only.equals(drift.owner()) ? own : foreign).add(drift);
      }
      others.put(report.database(), foreign);
      return report.withDrifts(own);
    }
  }

  private List<String> searchPath(DriftReport report) {
    return project == null ? List.of() : project.ownership().map().searchPath(report.database());
  }

  /// Whether an entry is unused, only a comparison of all its databases shows.
  private List<Finding> findings(Report.Drifted found, Set<DriftIgnore> used) {
    var findings = new ArrayList<Finding>();
    if (project != null) {
      project.ownership().problems().stream()
          .filter(problem -> problem.rule().equals(OwnershipRules.EXPIRED_DRIFT_IGNORE))
          .forEach(findings::add);
      for (var ignore : ignores()) {
        if (!used.contains(ignore)
            && isCompared(ignore, found, project)
            && !isUnknown(ignore, found)) {
          findings.add(unused(ignore, project));
        }
      }
    }
    findings.sort(Comparator.comparingInt(finding -> finding.span().start()));
    return findings;
  }

  /// Whether it is about facts that a side does not contain.
  private static boolean isUnknown(DriftIgnore ignore, Report.Drifted found) {
    var facet = ignore.what().facet();
    return facet != null
        && (facet.startsWith("privileges") || facet.equals("owner"))
        && found.databases().stream().anyMatch(report -> !report.notCompared().isEmpty());
  }

  private static boolean isCompared(DriftIgnore ignore, Report.Drifted found, Project project) {
    var compared = found.databases().stream().map(DriftReport::database).toList();
    var database = ignore.what().database();
    return database == null
        ? compared.containsAll(
            project.ownership().map().databases().stream().map(Database::name).toList())
        : compared.contains(database);
  }

  private static Finding unused(DriftIgnore ignore, Project project) {
    return new Finding(
        OwnershipRules.UNUSED_DRIFT_IGNORE,
        Severity.WARNING,
        project.ownership().file(),
        ignore.span(),
        "this entry of drift.ignore matches no difference (%s)".formatted(ignore.words()),
        "remove the entry, or correct its object, kind or facet",
        List.of());
  }
}
