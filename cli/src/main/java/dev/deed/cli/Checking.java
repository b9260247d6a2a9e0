package dev.deed.cli;

import dev.deed.cli.render.Report;
import dev.deed.cli.render.Sources;
import dev.deed.engine.MigrationRules;
import dev.deed.engine.Migrations;
import dev.deed.engine.Section;
import dev.deed.ownership.OwnershipCheck;
import dev.deed.ownership.ServiceScript;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import dev.deed.sql.SourceFile;
import dev.deed.sql.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Holds all migrations of a project against its ownership file and against what any migration must
/// be.
record Checking(Project project) {

  private static final Comparator<Finding> IN_ORDER_OF_TEXT =
      Comparator.comparing((Finding f) -> f.file().path())
          .thenComparing(f -> f.span().start())
          .thenComparing(f -> f.rule().text());

  Report report() {
    var migrations = project.migrations();
    var findings = new ArrayList<>(project.ownership().problems());
    findings.addAll(MigrationRules.check(migrations));
    findings.addAll(ofOwnership(migrations));
    var levels = new RuleLevels(project.ownership());
    findings.addAll(levels.mistakes());
    var sorted = levels.apply(findings).stream().distinct().sorted(IN_ORDER_OF_TEXT).toList();
    return new Report.Checked(migrations.all().size(), files(migrations), sorted, sources(sorted));
  }

  private static List<SourceFile> files(Migrations migrations) {
    return migrations.all().stream()
        .flatMap(m -> Stream.of(m.up(), m.down()))
        .filter(Objects::nonNull)
        .map(Section::file)
        .distinct()
        .toList();
  }

  private List<Finding> ofOwnership(Migrations migrations) {
    var schemas = new HashMap<DatabaseName, Schema>();
    var scripts = new LinkedHashMap<DatabaseName, List<ServiceScript>>();
    for (var database : project.ownership().map().databases()) {
      var replay = Replay.of(migrations, database);
      scripts.put(database.name(), replay.upsAndDowns());
      schemas.put(database.name(), replay.schema());
    }
    var check = new OwnershipCheck(project.ownership().map(), schemas);
    return scripts.entrySet().stream()
        .flatMap(e -> check.check(e.getKey(), e.getValue()).stream())
        .toList();
  }

  private Sources sources(List<Finding> findings) {
    Map<SourceFile, String> texts =
        findings.stream()
            .map(Finding::file)
            .distinct()
            .collect(Collectors.toMap(f -> f, project::textOf));
    return new Sources(texts);
  }
}
