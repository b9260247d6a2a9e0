package dev.deed.ownership.file;

import dev.deed.ownership.OwnershipMap;
import dev.deed.ownership.Policies;
import dev.deed.ownership.RuleLevel;
import dev.deed.ownership.file.YamlValue.Mapping;
import dev.deed.ownership.file.YamlValue.Text;
import dev.deed.ownership.teams.TeamSources;
import dev.deed.sql.Nearest;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Turns the text of an ownership file into facts, and every mistake in it into a finding.
final class OwnershipFileReader {

  private static final List<String> KEYS =
      List.of(
          "version",
          "databases",
          "services",
          "scopes",
          "import",
          "environments",
          "pinned",
          "policies",
          "rules",
          "drift");
  private static final List<String> LEVELS = List.of("error", "warning", "off");
  private static final List<String> NO = List.of("no", "false", "none", "ignore", "disabled");
  private static final Pattern RULE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final SourceFile file;
  private final Problems problems;

  OwnershipFileReader(SourceFile file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  OwnershipFile read(String text) {
    var value = YamlReader.read(text, problems);
    if (value.map(YamlValue::isNothing).orElse(true)) {
      if (problems.findings().isEmpty()) {
        problems.error(
            Span.NONE, "the file is empty", "write at least version, databases and services");
      }
      return nothing();
    }
    var fields = Fields.of("the file", value.get(), problems, KEYS);
    return value.get() instanceof Mapping ? facts(fields) : nothing();
  }

  OwnershipFile nothing() {
    var rights = new OwnershipMap.Rights(List.of(), List.of(), List.of(), List.of());
    var map = new OwnershipMap(file, new TreeMap<>(), new TreeMap<>(), rights, List.of());
    return new OwnershipFile(
        file,
        map,
        List.of(),
        Policies.DEFAULT,
        List.of(),
        List.of(),
        TeamSources.NONE,
        problems.findings());
  }

  private OwnershipFile facts(Fields fields) {
    version(fields);
    var names = new ConfiguredName(problems);
    var databases = new DatabasesReader(problems, names).read(fields);
    var services = new ServicesReader(problems, names, databases);
    services.read(fields);
    new ToolFoldersReader(problems, names)
        .settle(databases, services.services().keySet(), services.claims());
    var pins = services.pins(fields);
    var rights =
        new OwnershipMap.Rights(
            services.claims(), services.consumers(), pins, services.allowances());
    var scopes =
        new ScopesReader(problems, names, databases.keySet(), services.services().keySet())
            .read(fields);
    var map = new OwnershipMap(file, databases, services.services(), rights, scopes);
    new ClaimConflicts(map, problems).report();
    var environments = new EnvironmentsReader(file, problems, names, databases).read(fields);
    return new OwnershipFile(
        file,
        map,
        environments,
        new PoliciesReader(problems, names, databases, environments).read(fields),
        rules(fields),
        new DriftReader(problems, names, databases).read(fields),
        ImportReader.read(fields, problems),
        problems.findings());
  }

  private void version(Fields fields) {
    if (!fields.has("version")) {
      problems.error(Span.NONE, "the version is missing", "begin the file with \"version: 1\"");
      return;
    }
    var text = fields.text("version");
    if (text.isPresent() && !text.get().text().equals("1")) {
      problems.error(
          text.get().span(),
          "version %s is not supported by this release of deed".formatted(text.get().text()),
          "write \"version: 1\", or install a newer release of deed");
    }
  }

  private List<RuleLevel> rules(Fields fields) {
    var levels = new ArrayList<RuleLevel>();
    for (var entry : fields.entries("rules")) {
      var name = entry.key().text();
      var level = Fields.text("rule " + name, entry.value(), problems);
      if (!RULE.matcher(name).matches()) {
        problems.error(entry.key().span(), "\"" + name + "\" is not a rule name", adviceOn(name));
      } else if (level.isPresent() && !LEVELS.contains(level.get().text())) {
        problems.error(
            level.get().span(),
            "rule %s must be error, warning or off, not \"%s\"".formatted(name, level.get().text()),
            NO.contains(level.get().text())
                ? "write off"
                : Nearest.orKnown(level.get().text(), LEVELS));
      } else {
        level.ifPresent(l -> levels.add(level(name, l, entry.key().span())));
      }
    }
    return levels;
  }

  private static String adviceOn(String name) {
    var dashed = name.toLowerCase(Locale.ROOT).replaceAll("[_ ]+", "-");
    return RULE.matcher(dashed).matches()
        ? "did you mean \"%s\"?".formatted(dashed)
        : "write it as in \"not-owner: warning\"";
  }

  private static RuleLevel level(String name, Text level, Span span) {
    var severity =
        switch (level.text()) {
          case "off" -> Severity.OFF;
          case "warning" -> Severity.WARNING;
          default -> Severity.ERROR;
        };
    return new RuleLevel(new RuleName(name), severity, span);
  }
}
